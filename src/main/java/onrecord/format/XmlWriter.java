package onrecord.format;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes an XML 1.0 document. Characters that XML cannot contain are replaced by U+FFFD; those that
 * a parser would change or a terminal would obey are written as character references. Not
 * thread-safe.
 */
final class XmlWriter {

  private static final int REPLACEMENT = 0xfffd;

  private final Appendable out;
  private final Deque<String> open = new ArrayDeque<>();
  private boolean inTag;

  /** Creates a writer and writes the declaration of the document. */
  XmlWriter(Appendable out) throws IOException {
    this.out = out;
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  }

  /** Starts an element. */
  XmlWriter start(String name) throws IOException {
    endTag();
    out.append('<').append(name);
    open.push(name);
    inTag = true;
    return this;
  }

  /** Writes an attribute of the element that was just started. */
  XmlWriter attribute(String name, String value) throws IOException {
    out.append(' ').append(name).append("=\"").append(escaped(value, "\"\n\t")).append('"');
    return this;
  }

  XmlWriter text(String text) throws IOException {
    return text(text, 0, text.length());
  }

  XmlWriter text(String text, int start, int end) throws IOException {
    endTag();
    out.append(escaped(text.substring(start, end), ""));
    return this;
  }

  /** Breaks the line, where white space has no meaning. */
  XmlWriter line() throws IOException {
    endTag();
    out.append('\n');
    return this;
  }

  /** Ends the element that was started last and has not ended. */
  XmlWriter end() throws IOException {
    String name = open.pop();
    if (inTag) {
      inTag = false;
      out.append("/>");
    } else {
      out.append("</").append(name).append('>');
    }
    return this;
  }

  /** Writes an element that contains text. */
  XmlWriter element(String name, String text) throws IOException {
    return start(name).text(text).end();
  }

  private void endTag() throws IOException {
    if (inTag) {
      inTag = false;
      out.append('>');
    }
  }

  private static String escaped(String text, String references) {
    StringBuilder escaped = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> {
          switch (c) {
            case '&' -> escaped.append("&amp;");
            case '<' -> escaped.append("&lt;");
            case '>' -> escaped.append("&gt;");
            default -> {
              if (!isCharacter(c)) {
                escaped.appendCodePoint(REPLACEMENT);
              } else if (references.indexOf(c) >= 0 || isInvisible(c)) {
                escaped.append("&#").append(c).append(';');
              } else {
                escaped.appendCodePoint(c);
              }
            }
          }
        });
    return escaped.toString();
  }

  /** {@return whether an XML document can contain a code point} */
  private static boolean isCharacter(int c) {
    return c >= ' '
        ? (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) && c != 0xfffe && c != 0xffff
        : c == '\t' || c == '\n' || c == '\r';
  }

  private static boolean isInvisible(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL -> c != '\t' && c != '\n';
      case Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
      default -> false;
    };
  }
}
