package onrecord.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The articles of RTF of Factiva, each of which ends with its accession number: rows that start
 * with a code, such as "HD" for the headline, or lines in a fixed order, of which some are left
 * out.
 */
final class FactivaRtf {

  private static final Set<String> CODES =
      Set.of(
          "SE", "HD", "BY", "CR", "WC", "PD", "ET", "SN", "SC", "ED", "PG", "VOL", "LA", "CY", "LP",
          "TD", "CT", "RF", "CO", "IN", "NS", "RE", "IPC", "IPD", "PUB", "AN", "ART", "CLM", "DLN",
          "NGC", "GC", "HL", "CX");

  private final FactivaFields fields = new FactivaFields();

  private FactivaRtf() {}

  /** {@return whether paragraphs have an accession number, as every article of Factiva has} */
  static boolean isRecognized(List<DeliveryParagraph> paragraphs) {
    return paragraphs.stream().anyMatch(FactivaRtf::isEnd);
  }

  /** {@return the paragraphs of each article} */
  static List<List<DeliveryParagraph>> articles(List<DeliveryParagraph> paragraphs) {
    List<List<DeliveryParagraph>> articles = new ArrayList<>();
    List<DeliveryParagraph> article = new ArrayList<>();
    for (DeliveryParagraph paragraph : paragraphs) {
      if (!paragraph.line().isEmpty()) {
        article.add(paragraph);
        if (isEnd(paragraph)) {
          articles.add(article);
          article = new ArrayList<>();
        }
      }
    }
    if (article.stream().anyMatch(paragraph -> code(paragraph).isPresent())) {
      articles.add(article);
    }
    return articles;
  }

  private static boolean isEnd(DeliveryParagraph paragraph) {
    String line = paragraph.line();
    String value = code(paragraph).filter("AN"::equals).map(code -> value(paragraph)).orElse(line);
    return FactivaFields.accessionNumber(value).isPresent();
  }

  /** {@return the fields of an article, given its paragraphs, of which none is blank} */
  static ArticleFields fields(List<DeliveryParagraph> article) {
    FactivaRtf rtf = new FactivaRtf();
    if (article.stream().anyMatch(paragraph -> code(paragraph).isPresent())) {
      rtf.readRows(article);
    } else {
      rtf.readLines(article);
    }
    return rtf.fields.toFields();
  }

  /** {@return the code that a row starts with} */
  private static Optional<String> code(DeliveryParagraph paragraph) {
    String line = paragraph.text().stripLeading();
    int tab = line.indexOf('\t');
    String code = tab < 0 ? line.strip() : Press.clean(line.substring(0, tab));
    return CODES.contains(code) && tab >= 0 ? Optional.of(code) : Optional.empty();
  }

  private static String value(DeliveryParagraph paragraph) {
    String line = paragraph.text().stripLeading();
    return Press.clean(line.substring(line.indexOf('\t') + 1));
  }

  private void readRows(List<DeliveryParagraph> article) {
    String code = "";
    for (DeliveryParagraph paragraph : article) {
      Optional<String> next = code(paragraph);
      String value = next.isPresent() ? value(paragraph) : paragraph.line();
      code = next.orElse(code);
      if (FactivaFields.isText(code)) {
        fields.addText(List.of(value));
      } else if (!code.isEmpty()) {
        fields.add(code, value);
      }
    }
  }

  private void readLines(List<DeliveryParagraph> article) {
    List<String> lines = article.stream().map(DeliveryParagraph::line).toList();
    int words = 0;
    while (words < lines.size() && !Press.isLength(lines.get(words))) {
      words++;
    }
    int title = title(article, words);
    for (int i = 0; i < words && words < lines.size(); i++) {
      fields.add(
          i == title ? "HD" : i < title ? "SE" : i == title + 1 ? "BY" : "line below",
          lines.get(i));
    }
    int text = words;
    while (text < lines.size() && !Press.isCopyright(lines.get(text))) {
      text++;
    }
    int end = Math.min(lines.size(), text + 1);
    fields.addLines(lines.subList(Math.min(words, end), end));
    for (String line : lines.subList(end, lines.size())) {
      if (FactivaFields.accessionNumber(line).isPresent()) {
        fields.add("AN", line);
      } else {
        fields.addText(List.of(line));
      }
    }
  }

  /** {@return the index of the headline: the first bold line before the count of words} */
  private static int title(List<DeliveryParagraph> article, int words) {
    for (int i = 0; i < Math.min(words, article.size()); i++) {
      if (article.get(i).format().boldLength() > 0) {
        return i;
      }
    }
    return 0;
  }
}
