package onrecord.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of a content, by which its format is recognized. Not thread-safe.
 *
 * <p>Recognition must be cheap, since every format tests the same head, and must not need an
 * optional library.
 */
final class Head {

  /** The maximum number of bytes of a head. */
  static final int LIMIT = 1 << 16;

  private static final int INITIAL = 1 << 10;
  private static final Pattern MARKUP_BEFORE_ROOT =
      Pattern.compile(
          "\\s*+(?:<\\?.*?\\?>|<!--.*?-->|<!DOCTYPE[^\\[>]*+(?:\\[.*?\\]\\s*+)?>)",
          Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
  private static final Pattern ROOT =
      Pattern.compile("\\s*+<(?:[\\p{Alnum}_.-]++:)?(\\p{Alpha}[\\p{Alnum}_.-]*+)[\\s/>]");
  private static final byte[] ZIP_ENTRY = {'P', 'K', 3, 4};
  private static final int ZIP_NAME_LENGTH = 26;
  private static final int ZIP_NAME = 30;

  private final byte[] bytes;
  private final boolean cut;
  private final ReadOptions options;
  private @Nullable String text;

  private Head(byte[] bytes, boolean cut, ReadOptions options) {
    this.bytes = bytes;
    this.cut = cut;
    this.options = options;
  }

  /**
   * Reads the head of a content and resets the content to its start.
   *
   * @param in the content from its start; it must support {@link InputStream#mark}
   * @throws IOException if the content cannot be read
   */
  static Head of(InputStream in, ReadOptions options) throws IOException {
    in.mark(LIMIT);
    byte[] bytes = new byte[INITIAL];
    int length = 0;
    int read = 0;
    while (read >= 0
        && length < LIMIT
        && (in.available() > 0 || !isWholeLineOfJson(bytes, length))) {
      if (length == bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.min(LIMIT, 4 * length));
      }
      read = in.read(bytes, length, bytes.length - length);
      length += Math.max(0, read);
    }
    in.reset();
    return new Head(Arrays.copyOf(bytes, length), read >= 0, options);
  }

  /** A stream of JSON Lines must be read line by line, without waiting for the lines after it. */
  private static boolean isWholeLineOfJson(byte[] bytes, int length) {
    int at = 0;
    while (at < length && Character.isWhitespace(bytes[at])) {
      at++;
    }
    if (at == length || bytes[at] != '{') {
      return false;
    }
    while (at < length && bytes[at] != '\n') {
      at++;
    }
    return at < length;
  }

  /** {@return the bytes, without a byte order mark; not to be modified} */
  byte[] bytes() {
    return bytes;
  }

  /** {@return whether the content has no bytes} */
  boolean isEmpty() {
    return bytes.length == 0;
  }

  /** {@return whether the content is longer than this head} */
  boolean isCut() {
    return cut;
  }

  /** {@return how the content is to be read, such as the names of its fields} */
  ReadOptions options() {
    return options;
  }

  /**
   * {@return the characters; those that are not UTF-8 are read as windows-1252, except for one that
   * the end of this head cuts}
   */
  String text() {
    if (text == null) {
      text = Utf8OrWindows1252.decode(bytes, isCut());
    }
    return text;
  }

  /** {@return whether the content starts with some bytes, given as characters up to U+00FF} */
  boolean startsWithBytes(String prefix) {
    return hasBytes(0, prefix);
  }

  /** {@return whether some bytes, given as characters up to U+00FF, are at an offset} */
  boolean hasBytes(int offset, String expected) {
    for (int i = 0; i < expected.length(); i++) {
      if (offset + i >= bytes.length || bytes[offset + i] != (byte) expected.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** {@return whether the characters, apart from initial white space, start with a prefix} */
  boolean startsWithIgnoringBlanks(String prefix) {
    String head = text();
    int at = 0;
    while (at < head.length() && Character.isWhitespace(head.charAt(at))) {
      at++;
    }
    return head.startsWith(prefix, at);
  }

  /**
   * {@return the name of the root element of XML or HTML in lower case, without its prefix; empty
   * if the content does not start with an element, apart from a declaration, a document type and
   * comments}
   */
  Optional<String> rootElement() {
    String head = text();
    int at = 0;
    Matcher before = MARKUP_BEFORE_ROOT.matcher(head);
    while (before.region(at, head.length()).lookingAt()) {
      at = before.end();
    }
    Matcher root = ROOT.matcher(head).region(at, head.length());
    return root.lookingAt()
        ? Optional.of(root.group(1).toLowerCase(Locale.ROOT))
        : Optional.empty();
  }

  /**
   * {@return whether the content is a ZIP file, which also holds the documents of office suites}
   */
  boolean isZip() {
    return startsWithBytes("PK\u0003\u0004") || startsWithBytes("PK\u0005\u0006");
  }

  /**
   * {@return whether a ZIP file has, within this head, an entry whose name starts with a prefix}
   */
  boolean hasZipEntry(String prefix) {
    return isZip() && zipEntries().stream().anyMatch(name -> name.startsWith(prefix));
  }

  private List<String> zipEntries() {
    List<String> names = new ArrayList<>();
    for (int at = 0; at + ZIP_NAME < bytes.length; at++) {
      if (Arrays.equals(bytes, at, at + ZIP_ENTRY.length, ZIP_ENTRY, 0, ZIP_ENTRY.length)) {
        int length =
            (bytes[at + ZIP_NAME_LENGTH] & 0xFF) | (bytes[at + ZIP_NAME_LENGTH + 1] & 0xFF) << 8;
        int end = Math.min(bytes.length, at + ZIP_NAME + length);
        names.add(new String(bytes, at + ZIP_NAME, end - at - ZIP_NAME, UTF_8));
      }
    }
    return names;
  }
}
