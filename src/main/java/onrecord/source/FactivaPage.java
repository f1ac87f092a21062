package onrecord.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/**
 * An article of a page of Factiva, in either of its layouts: rows that start with a code, such as
 * "HD" for the headline, or lines in a fixed order, of which some are left out.
 */
final class FactivaPage {

  private static final Pattern CODE = Pattern.compile("[A-Z]{2,4}");

  private final FactivaFields fields = new FactivaFields();

  private FactivaPage() {}

  /** {@return the fields of an article, given its element and what follows it} */
  static ArticleFields article(String html) {
    Element root = Jsoup.parse(html).body();
    Element first = root.selectFirst("div");
    FactivaPage page = new FactivaPage();
    Element article = first == null ? root : first;
    List<Element> rows = new ArrayList<>();
    for (Element row : article.select("tr")) {
      if (row.childrenSize() >= 2 && CODE.matcher(Press.clean(row.child(0).text())).matches()) {
        rows.add(row);
      }
    }
    if (rows.isEmpty()) {
      page.readLines(article);
    } else {
      rows.forEach(page::readRow);
    }
    return page.fields.toFields();
  }

  private void readRow(Element row) {
    String code = Press.clean(row.child(0).text());
    Element value = row.child(1);
    if (FactivaFields.isText(code)) {
      fields.addText(paragraphs(value));
    } else {
      fields.add(code, value.text());
    }
  }

  /** {@return the paragraphs of an element: its elements of that kind, or all of its text} */
  private static List<String> paragraphs(Element element) {
    Elements paragraphs = element.select("p, pre");
    return paragraphs.isEmpty()
        ? List.of(Press.clean(element.text()))
        : paragraphs.stream().map(Element::text).map(Press::clean).toList();
  }

  private void readLines(Element article) {
    List<Element> lines = lines(article);
    int title = title(lines);
    int words = words(lines, title + 1);
    for (int i = 0; i < words; i++) {
      readLineAbove(lines.get(i), i, title);
    }
    fields.addLines(
        lines.stream().skip(words < 0 ? lines.size() : words).map(Element::text).toList());
    readText(article);
  }

  private void readLineAbove(Element line, int index, int title) {
    if (index == title) {
      fields.add("HD", line.text());
    } else if (index < title) {
      fields.add("SE", line.text());
    } else if (line.hasClass("author")) {
      fields.add("BY", line.text());
    } else {
      fields.add("line below the byline", line.text());
    }
  }

  /** {@return the lines: divisions that contain no others, in order, up to the text} */
  private static List<Element> lines(Element article) {
    List<Element> lines = new ArrayList<>();
    for (Element element : article.select("div, p.articleParagraph")) {
      if (element.normalName().equals("p")) {
        return lines;
      }
      boolean leaf = element.select("div").size() == 1;
      if (leaf && !element.equals(article) && !element.text().isBlank()) {
        lines.add(element);
      }
    }
    return lines;
  }

  /** {@return the index of the headline; -1 if there is none} */
  private static int title(List<Element> lines) {
    for (int i = 0; i < lines.size(); i++) {
      Element line = lines.get(i);
      if (line.id().equals("hd") || line.selectFirst("[class$=Headline]") != null) {
        return i;
      }
    }
    return -1;
  }

  /** {@return the index of the line that counts the words, which all articles have; -1 if none} */
  private static int words(List<Element> lines, int from) {
    for (int i = from; i < lines.size(); i++) {
      if (Press.isLength(Press.clean(lines.get(i).text()))) {
        return i;
      }
    }
    return -1;
  }

  private void readText(Element article) {
    fields.addText(
        article.select("p.articleParagraph, pre.articleParagraph").stream()
            .map(Element::text)
            .map(Press::clean)
            .toList());
    for (Element paragraph : article.select("p:not(.articleParagraph)")) {
      if (FactivaFields.accessionNumber(paragraph.text()).isPresent()) {
        fields.add("AN", paragraph.text());
      } else if (!paragraph.text().isBlank() && paragraph.selectFirst("div") == null) {
        fields.add("line below the text", paragraph.text());
      }
    }
  }
}
