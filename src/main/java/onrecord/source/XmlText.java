package onrecord.source;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import onrecord.model.Span;

/**
 * The text of the content of an XML element, such as one of NITF or XHTML, with the elements in it
 * that are wanted. Not thread-safe.
 */
final class XmlText {

  private static final Set<String> BLOCKS =
      Set.of(
          "p",
          "hl2",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "li",
          "head",
          "div",
          "block",
          "section",
          "article",
          "blockquote",
          "bq",
          "dd",
          "dt",
          "seg",
          "ab",
          "l",
          "item",
          "pre",
          "paragraph");
  private static final Set<String> DROPPED =
      Set.of(
          "media",
          "table",
          "figure",
          "aside",
          "caption",
          "media-caption",
          "media-producer",
          "script",
          "style",
          "note",
          "gap",
          "figcaption",
          "nitf-table",
          "nav",
          "footer",
          "head.meta",
          "byline",
          "hedline",
          "hl1",
          "header",
          "img",
          "video",
          "vocal",
          "incident",
          "kinesic",
          "desc");

  private static final CharMatcher BLANK = CharMatcher.whitespace();
  private static final String BREAK = "\n\n";

  private final Set<String> marks;
  private final StringBuilder text = new StringBuilder();
  private final List<Marked> marked = new ArrayList<>();
  // What separates the next character from those before it.
  private String separator = "";

  /**
   * An element within the text.
   *
   * @param span its words in the text
   */
  record Marked(XmlElement element, Span span) {}

  private XmlText(Set<String> marks) {
    this.marks = marks;
  }

  /** {@return the paragraphs, without those of captions, tables and notes} */
  static List<String> paragraphs(XmlElement element) {
    String text = of(element, Set.of()).text();
    return text.isEmpty() ? List.of() : Splitter.on(BREAK).splitToList(text);
  }

  /**
   * {@return the text of an element, without captions, tables and notes}
   *
   * @param marks the names of the elements within it whose spans are wanted
   */
  static XmlText of(XmlElement element, Set<String> marks) {
    XmlText text = new XmlText(marks);
    text.add(element);
    return text;
  }

  /** {@return the paragraphs, separated by empty lines} */
  String text() {
    return text.toString();
  }

  /** {@return the wanted elements that are not empty, the outer before those within them} */
  List<Marked> marked() {
    return List.copyOf(marked);
  }

  private void add(XmlElement element) {
    for (Object part : element.content()) {
      if (part instanceof XmlElement child) {
        if (!DROPPED.contains(child.name())) {
          addChild(child);
        }
      } else {
        add((String) part);
      }
    }
  }

  private void addChild(XmlElement child) {
    boolean block = BLOCKS.contains(child.name());
    if (block) {
      separate(BREAK);
    } else if (child.name().equals("br")) {
      separate(" ");
    }
    int place = marked.size();
    int before = text.length();
    add(child);
    if (marks.contains(child.name())) {
      int start = before;
      while (start < text.length() && BLANK.matches(text.charAt(start))) {
        start++;
      }
      if (start < text.length()) {
        marked.add(place, new Marked(child, new Span(start, text.length())));
      }
    }
    if (block) {
      separate(BREAK);
    }
  }

  /** Adds characters, with single spaces for white space. */
  private void add(String characters) {
    for (int i = 0; i < characters.length(); i++) {
      char c = characters.charAt(i);
      if (BLANK.matches(c)) {
        separate(" ");
      } else {
        text.append(separator).append(c);
        separator = "";
      }
    }
  }

  private void separate(String by) {
    if (!text.isEmpty() && !separator.equals(BREAK)) {
      separator = by;
    }
  }
}
