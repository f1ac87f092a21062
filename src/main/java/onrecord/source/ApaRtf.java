package onrecord.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The articles of RTF of the Austrian press agency APA, each of which starts with a line such as
 * {@code "Outlet" gefunden am 28.12.2017 10:36 Uhr}, followed by its headline in bold. The day in
 * this line is that of the delivery, so that the articles have no date.
 */
final class ApaRtf {

  private static final String FOUND = "gefunden am";
  private static final Pattern START =
      Pattern.compile(
          "[\"“„](.{1,100})[\"”“] "
              + FOUND
              + " \\d{1,2}\\.\\d{1,2}\\.\\d{4}(?: \\d{1,2}:\\d{2} Uhr)?");
  private static final Pattern RULE = Pattern.compile("[_-]{20,}");

  private ApaRtf() {}

  /** {@return whether an article starts with a paragraph} */
  static boolean isStart(DeliveryParagraph paragraph) {
    return START.matcher(paragraph.line()).matches();
  }

  /** {@return the paragraphs of each article} */
  static List<List<DeliveryParagraph>> articles(List<DeliveryParagraph> paragraphs) {
    List<List<DeliveryParagraph>> articles = new ArrayList<>();
    for (DeliveryParagraph paragraph : paragraphs) {
      if (isStart(paragraph)) {
        articles.add(new ArrayList<>());
      }
      String line = paragraph.line();
      if (!articles.isEmpty() && !line.isEmpty() && !RULE.matcher(line).matches()) {
        articles.getLast().add(paragraph);
      }
    }
    return articles;
  }

  /** {@return the fields of an article, given its paragraphs, of which none is blank} */
  static ArticleFields fields(List<DeliveryParagraph> article) {
    ArticleFields fields = new ArticleFields();
    Matcher start = START.matcher(article.getFirst().line());
    if (start.matches()) {
      fields.add("outlet", start.group(1).strip());
    }
    fields.unused(FOUND);
    int text = 1;
    while (text < article.size() && isBold(article.get(text))) {
      text++;
    }
    int headline = Math.min(article.size(), Math.max(2, text));
    fields.add("title", joined(article.subList(1, headline), " "));
    fields.add("text", joined(article.subList(headline, article.size()), "\n\n"));
    fields.add("language", "de");
    return fields;
  }

  private static boolean isBold(DeliveryParagraph paragraph) {
    return paragraph.format().boldLength() > 0;
  }

  private static String joined(List<DeliveryParagraph> paragraphs, String separator) {
    return String.join(separator, paragraphs.stream().map(DeliveryParagraph::line).toList());
  }
}
