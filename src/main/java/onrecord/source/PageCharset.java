package onrecord.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decodes the bytes of HTML pages.
 *
 * <p>A byte order mark decides. Bytes that are valid UTF-8, and not all ASCII, are UTF-8 whatever
 * the page declares, since other encodings are practically never valid UTF-8. Otherwise the header
 * of the response decides, and then the page itself. A page that declares UTF-8 or nothing, and is
 * not valid UTF-8, is read as UTF-8 in which other bytes are windows-1252.
 */
final class PageCharset {

  private static final int DECLARED_WITHIN = 4096;
  private static final Pattern DECLARED =
      Pattern.compile(
          "<meta\\s[^>]{0,300}?charset\\s*+=\\s*+[\"']?\\s*+([\\w.:-]{2,40})"
              + "|<\\?xml\\s[^>]{0,100}?encoding\\s*+=\\s*+[\"']([\\w.:-]{2,40})",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern IN_TYPE =
      Pattern.compile("charset\\s*+=\\s*+[\"']?([\\w.:-]{2,40})", Pattern.CASE_INSENSITIVE);

  private PageCharset() {}

  /**
   * {@return the characters of a page}
   *
   * @param contentType the type that the server gave, such as "text/html; charset=utf-8"
   */
  static String decode(byte[] bytes, Optional<String> contentType) {
    if (bytes.length >= 2 && isUtf16Mark(bytes[0] & 0xFF, bytes[1] & 0xFF)) {
      return new String(bytes, UTF_16);
    }
    Optional<Charset> declared = ofType(contentType).or(() -> ofPage(bytes));
    if (declared.isEmpty() || (!isAscii(bytes) && isUtf8(bytes))) {
      return withoutMark(Utf8OrWindows1252.decode(bytes, true));
    }
    return new String(bytes, declared.get());
  }

  private static boolean isUtf16Mark(int first, int second) {
    return (first == 0xFE && second == 0xFF) || (first == 0xFF && second == 0xFE);
  }

  private static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static boolean isAscii(byte[] bytes) {
    for (byte b : bytes) {
      if (b < 0) {
        return false;
      }
    }
    return true;
  }

  /** {@return whether the bytes are UTF-8, apart from a last character that may be cut} */
  private static boolean isUtf8(byte[] bytes) {
    CharBuffer some = CharBuffer.allocate(1 << 13);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharsetDecoder decoder = UTF_8.newDecoder();
    while (true) {
      CoderResult result = decoder.decode(in, some, false);
      if (result.isError()) {
        return false;
      }
      if (result.isUnderflow()) {
        return true;
      }
      some.clear();
    }
  }

  private static Optional<Charset> ofType(Optional<String> contentType) {
    return contentType
        .map(IN_TYPE::matcher)
        .filter(Matcher::find)
        .flatMap(matcher -> named(matcher.group(1)));
  }

  private static Optional<Charset> ofPage(byte[] bytes) {
    String start = new String(bytes, 0, Math.min(bytes.length, DECLARED_WITHIN), ISO_8859_1);
    Matcher matcher = DECLARED.matcher(start);
    return matcher.find()
        ? named(matcher.group(1) == null ? matcher.group(2) : matcher.group(1))
        : Optional.empty();
  }

  /**
   * {@return the character set of a name; empty for UTF-8, for UTF-16, which a page that could be
   * read thus far is not in, and for unknown names; ISO 8859-1 is windows-1252, as in browsers}
   */
  private static Optional<Charset> named(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.startsWith("utf")) {
      return Optional.empty();
    }
    String known =
        lower.equals("iso-8859-1") || lower.equals("latin1") || lower.equals("us-ascii")
            ? "windows-1252"
            : lower;
    try {
      return Optional.of(Charset.forName(known)).filter(Charset::canEncode);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }
}
