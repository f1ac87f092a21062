package onrecord.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
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
  private static final Pattern DOCUMENT =
      Pattern.compile("(?iu)(?:document|dokument|documento|документ|文書|文件)\\s+(\\w{12,40})");
  private static final Pattern TIME = Pattern.compile("\\d{1,2}:\\d{2}(?::\\d{2})?(?:\\s*[AP]M)?");
  private static final Pattern SOURCE_CODE = Pattern.compile("[A-Z0-9]{2,8}");

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
    readLinesBelow(
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

  /** Reads the lines from the count of words: the day, time, source, code, edition, language. */
  private void readLinesBelow(List<String> raw) {
    List<String> lines = raw.stream().map(Press::clean).toList();
    int at = 0;
    if (at < lines.size()) {
      fields.add("WC", lines.get(at++));
    }
    if (at < lines.size()) {
      fields.add("PD", lines.get(at++));
    }
    if (at < lines.size() && TIME.matcher(lines.get(at)).matches()) {
      fields.add("ET", lines.get(at++));
    }
    if (at < lines.size()) {
      fields.add("SN", lines.get(at++));
    }
    if (at < lines.size() && SOURCE_CODE.matcher(lines.get(at)).matches()) {
      fields.add("SC", lines.get(at++));
    }
    int language = language(lines, at);
    for (int i = at; i < lines.size(); i++) {
      fields.add(
          i == language ? "LA" : Press.isCopyright(lines.get(i)) ? "CY" : "ED", lines.get(i));
    }
  }

  /** {@return the index of the last line that names a language, before the copyright} */
  private static int language(List<String> lines, int from) {
    int language = -1;
    for (int i = from; i < lines.size() && !Press.isCopyright(lines.get(i)); i++) {
      String line = lines.get(i);
      if (line.length() > 3 && line.indexOf(',') < 0 && LanguageName.tag(line).isPresent()) {
        language = i;
      }
    }
    return language;
  }

  private void readText(Element article) {
    fields.addText(
        article.select("p.articleParagraph, pre.articleParagraph").stream()
            .map(Element::text)
            .map(Press::clean)
            .toList());
    for (Element paragraph : article.select("p:not(.articleParagraph)")) {
      Matcher document = DOCUMENT.matcher(Press.clean(paragraph.text()));
      if (document.matches()) {
        fields.add("AN", document.group());
      } else if (!paragraph.text().isBlank() && paragraph.selectFirst("div") == null) {
        fields.add("line below the text", paragraph.text());
      }
    }
  }

  /** {@return the accession number of the line "Document TEST0000020120109e51700030"} */
  static Optional<String> accessionNumber(String line) {
    Matcher document = DOCUMENT.matcher(Press.clean(line));
    return document.matches() ? Optional.of(document.group(1)) : Optional.empty();
  }
}
