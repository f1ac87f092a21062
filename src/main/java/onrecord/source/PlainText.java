package onrecord.source;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file or stream as a single article. Not thread-safe.
 *
 * <p>The source has a header if its first line is {@code key: value} and a line {@code ---}
 * precedes the first empty line. The text of the article is everything after the header, unchanged.
 * The title, unless the header contains one, is the first paragraph: it ends at the first empty
 * line, or at the first line break if there is no empty line.
 */
final class PlainText implements RecordSource {

  private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z_-]{0,30}");
  private static final Pattern EMPTY_LINE = Pattern.compile("(?>\\R)\\h*+\\R");
  private static final Pattern LINE_BREAK = Pattern.compile("\\R");
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Splitter TAGS = Splitter.on(',').trimResults().omitEmptyStrings();
  private static final String END_OF_HEADER = "---";

  private final SourceInput input;
  private boolean done;
  private int line;

  /** Creates a reader of UTF-8. */
  PlainText(SourceInput input) {
    this.input = input;
  }

  @Override
  public @Nullable ArticleRecord next() throws IOException {
    if (done) {
      return null;
    }
    done = true;
    RecordLimits limits = input.limits();
    byte[] bytes = input.in().readNBytes(limits.bytes() + 1);
    try {
      if (bytes.length > limits.bytes()) {
        throw new ArticleFormatException(input.source(), 0, limits.tooLong("the file"));
      }
      return parse(Utf8.decode(bytes, bytes.length, input.source(), 1)).toRecord(input, 0);
    } catch (ArticleFormatException e) {
      return ArticleRecord.failed(e);
    } catch (IllegalArgumentException e) {
      return ArticleRecord.failed(new ArticleFormatException(input.source(), line, e));
    }
  }

  private ArticleFields parse(String content) {
    if (content.isBlank()) {
      throw new IllegalArgumentException("must contain an article, but is empty");
    }
    ArticleFields fields = new ArticleFields();
    String text = content.substring(readHeader(content, fields));
    line = 0;
    if (text.isBlank()) {
      throw new IllegalArgumentException("must contain text after its header, but does not");
    }
    fields.add("text", List.of(text));
    if (!fields.has("title")) {
      fields.add("title", List.of(firstParagraph(text)));
    }
    if (!fields.has("id")) {
      input.fileId().ifPresent(id -> fields.add("id", id));
    }
    return fields;
  }

  /** {@return the start of the text: the end of the header, or 0 without one} */
  private int readHeader(String content, ArticleFields fields) {
    int end = endOfHeader(content);
    int at = 0;
    while (at < end) {
      line++;
      int next = nextLine(content, at);
      String header = content.substring(at, next).strip();
      if (!header.equals(END_OF_HEADER)) {
        addField(header, fields);
      }
      at = next;
    }
    return end;
  }

  private static int endOfHeader(String content) {
    int next = nextLine(content, 0);
    if (key(content.substring(0, next)).isEmpty()) {
      return 0;
    }
    for (int at = next; at < content.length(); at = next) {
      next = nextLine(content, at);
      String header = content.substring(at, next).strip();
      if (header.equals(END_OF_HEADER)) {
        return next;
      }
      if (header.isEmpty()) {
        return 0;
      }
    }
    return 0;
  }

  private static int nextLine(String content, int from) {
    int feed = content.indexOf('\n', from);
    return feed < 0 ? content.length() : feed + 1;
  }

  /** {@return the key before the colon in lower case, or an empty string if there is none} */
  private static String key(String header) {
    String key = header.substring(0, Math.max(0, header.indexOf(':'))).strip();
    return KEY.matcher(key).matches() ? key.toLowerCase(Locale.ROOT) : "";
  }

  private static void addField(String header, ArticleFields fields) {
    String key = key(header);
    if (key.isEmpty()) {
      throw new IllegalArgumentException(
          "a line of the header must be 'key: value', but was '" + header + "'");
    }
    if (key.equals("text") || !ArticleFields.NAMES.contains(key)) {
      throw new IllegalArgumentException(
          "a key of the header must be one of "
              + String.join(", ", ArticleFields.NAMES).replace("text, ", "")
              + ", but was '"
              + key
              + "'");
    }
    String value = header.substring(header.indexOf(':') + 1).strip();
    fields.add(key, key.equals("tags") ? TAGS.splitToList(value) : List.of(value));
  }

  private static String firstParagraph(String text) {
    String start = text.stripLeading();
    Matcher emptyLine = EMPTY_LINE.matcher(start);
    Matcher lineBreak = LINE_BREAK.matcher(start);
    int end =
        emptyLine.find()
            ? emptyLine.start()
            : lineBreak.find() ? lineBreak.start() : start.length();
    return BLANKS.matcher(start.substring(0, end).strip()).replaceAll(" ");
  }
}
