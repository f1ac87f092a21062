package onrecord.source;

import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * The element of an article in the XML of Factiva. It is read leniently, since the files that
 * people have kept contain characters that are not escaped, and without document types and
 * entities.
 */
final class FactivaElement {

  private static final Splitter LINES = Splitter.onPattern("\\R");

  private final ArticleFields fields = new ArticleFields();
  private final List<String> text = new ArrayList<>();
  private String day = "";

  private FactivaElement() {}

  /** {@return the fields of an article, given its element and what follows it} */
  static ArticleFields article(String xml) {
    Element root = Jsoup.parse(xml, "", Parser.xmlParser());
    FactivaElement element = new FactivaElement();
    if (root.childrenSize() > 0) {
      root.child(0).children().forEach(element::read);
    }
    element.fields.addDate(element.day);
    if (!element.text.isEmpty()) {
      element.fields.add("text", String.join("\n\n", element.text));
    }
    return element.fields;
  }

  private void read(Element element) {
    String name = element.tagName().substring(element.tagName().indexOf(':') + 1);
    String value = Press.clean(element.text());
    if (value.isEmpty()) {
      return;
    }
    switch (name) {
      case "accessionNo" -> Press.addOnce(fields, "id", value);
      case "headline" -> Press.addOnce(fields, "title", value);
      case "leadParagraph", "tailParagraphs" -> addText(element);
      case "publicationDate", "publicationTime" -> day = day.isEmpty() ? value : day;
      case "sourceName" -> Press.addOnce(fields, "outlet", value);
      case "sectionName" -> Press.addSection(fields, value);
      case "byline" -> fields.add("authors", Byline.names(value));
      case "baseLanguage" -> Press.addLanguage(fields, name, value.toLowerCase(Locale.ROOT));
      case "newsSubject" -> fields.add("tags", List.of(value));
      default -> fields.unused(name);
    }
  }

  private void addText(Element element) {
    List<Element> paragraphs = element.select("paragraph");
    if (paragraphs.isEmpty()) {
      addLines(element.wholeText());
      return;
    }
    for (Element paragraph : paragraphs) {
      String line = Press.clean(paragraph.text());
      if (!line.isEmpty()) {
        text.add(line);
      }
    }
  }

  /** Adds text that is broken into lines, of which those that are indented start paragraphs. */
  private void addLines(String printed) {
    for (PressBlock block : WrappedLines.blocks(LINES.splitToList(printed))) {
      block.lines().stream().map(Press::clean).forEach(text::add);
    }
  }
}
