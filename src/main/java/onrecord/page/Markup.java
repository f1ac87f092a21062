package onrecord.page;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A part of a web page, or an SVG image, that is being written. Text and the values of attributes
 * are escaped, so that neither can contain an element. Not thread-safe.
 *
 * <p>What a page cannot contain, and what would change how other text is displayed, is replaced by
 * U+FFFD: control characters, unpaired surrogates, noncharacters, and marks that embed, override or
 * isolate a direction of writing. Separators of lines and paragraphs become spaces.
 */
public final class Markup {

  private static final char REPLACEMENT = '\ufffd';

  private final StringBuilder out = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /** Creates markup without any content. */
  public Markup() {}

  /**
   * Starts an element.
   *
   * @param name the name of the element
   * @param attributes the names of its attributes, each followed by the value
   */
  @CanIgnoreReturnValue
  public Markup open(String name, String... attributes) {
    tag(name, attributes);
    out.append('>');
    open.push(name);
    return this;
  }

  /**
   * Ends the element that was started last and has not ended.
   *
   * @throws java.util.NoSuchElementException if there is none
   */
  @CanIgnoreReturnValue
  public Markup close() {
    out.append("</").append(open.pop()).append('>');
    return this;
  }

  /** Writes an element that cannot have any content, such as a line break. */
  @CanIgnoreReturnValue
  public Markup empty(String name, String... attributes) {
    tag(name, attributes);
    out.append("/>");
    return this;
  }

  /** Writes an element that contains text alone. */
  @CanIgnoreReturnValue
  public Markup element(String name, String text, String... attributes) {
    return open(name, attributes).text(text).close();
  }

  /** Writes text. */
  @CanIgnoreReturnValue
  public Markup text(String text) {
    escape(text);
    return this;
  }

  /** Writes other markup, all of whose elements have ended. */
  @CanIgnoreReturnValue
  public Markup append(Markup other) {
    out.append(other);
    return this;
  }

  /** Starts a new line, where white space has no meaning. */
  @CanIgnoreReturnValue
  public Markup line() {
    out.append('\n');
    return this;
  }

  /**
   * Writes the style sheet of a page or an image.
   *
   * @param rules rules that contain neither {@code <} nor {@code &}, and nothing from articles
   * @throws IllegalArgumentException if they do
   */
  @CanIgnoreReturnValue
  public Markup style(String rules) {
    if (rules.indexOf('<') >= 0 || rules.indexOf('&') >= 0) {
      throw new IllegalArgumentException("a style sheet must contain neither '<' nor '&'");
    }
    out.append("<style>").append(rules).append("</style>");
    return this;
  }

  private void tag(String name, String... attributes) {
    if (attributes.length % 2 != 0) {
      throw new IllegalArgumentException(
          "attributes of " + name + " must be names and values, but were an odd number");
    }
    out.append('<').append(name);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      escape(attributes[i + 1]);
      out.append('"');
    }
  }

  private void escape(String text) {
    requireNonNull(text, "text").codePoints().forEach(this::escape);
  }

  private void escape(int c) {
    switch (c) {
      case '&' -> out.append("&amp;");
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '"' -> out.append("&quot;");
      case '\'' -> out.append("&#39;");
      case '\t', '\n' -> out.append((char) c);
      case '\u2028', '\u2029', '\r' -> out.append(' ');
      default -> {
        if (isHarmful(c)) {
          out.append(REPLACEMENT);
        } else {
          out.appendCodePoint(c);
        }
      }
    }
  }

  private static boolean isHarmful(int c) {
    return Character.getType(c) == Character.CONTROL
        || Character.getType(c) == Character.SURROGATE
        || (c & 0xfffe) == 0xfffe
        || (c >= 0xfdd0 && c <= 0xfdef)
        || (c >= 0x202a && c <= 0x202e)
        || (c >= 0x2066 && c <= 0x2069);
  }

  /** {@return what was written} */
  @Override
  public String toString() {
    return out.toString();
  }
}
