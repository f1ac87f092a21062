package onrecord.source;

import com.google.common.base.CharMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The paragraphs of the content of an XML element, such as one of NITF or XHTML. */
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

  private final Set<String> dropped;
  private final List<String> paragraphs = new ArrayList<>();
  private final StringBuilder paragraph = new StringBuilder();

  private XmlText(Set<String> dropped) {
    this.dropped = dropped;
  }

  /** {@return the paragraphs, without those of captions, tables and notes} */
  static List<String> paragraphs(XmlElement element) {
    XmlText text = new XmlText(DROPPED);
    text.add(element);
    text.end();
    return text.paragraphs;
  }

  private void add(XmlElement element) {
    for (Object part : element.content()) {
      if (part instanceof XmlElement child) {
        if (!dropped.contains(child.name())) {
          boolean block = BLOCKS.contains(child.name());
          if (block) {
            end();
          } else if (child.name().equals("br")) {
            paragraph.append(' ');
          }
          add(child);
          if (block) {
            end();
          }
        }
      } else {
        paragraph.append(part);
      }
    }
  }

  private void end() {
    String text = CharMatcher.whitespace().trimAndCollapseFrom(paragraph, ' ');
    paragraph.setLength(0);
    if (!text.isEmpty()) {
      paragraphs.add(text);
    }
  }
}
