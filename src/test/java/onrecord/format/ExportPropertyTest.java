package onrecord.format;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import onrecord.model.Article;
import onrecord.model.Published;
import onrecord.model.Quotation;
import onrecord.model.QuotationKind;
import onrecord.model.Span;
import onrecord.model.Speaker;
import onrecord.model.SpeakerType;
import onrecord.query.Hit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What other programs read of random hits is what was exported, in each format. */
class ExportPropertyTest {

  private static final String[] PIECES = {
    "a",
    "Be",
    " ",
    "  ",
    "\n",
    "\r\n",
    "\n\n",
    "\r",
    "\t",
    ",",
    ";",
    "|",
    "\\",
    "\\|",
    "\"",
    "'",
    "=",
    "+1",
    "-",
    "@x",
    "{",
    "}",
    "%",
    "&",
    "_",
    "#",
    "$",
    "~",
    "^",
    "<",
    ">",
    "]]>",
    "&amp;",
    "\u0000",
    "\u0007",
    "\u001b[2J",
    "\u007f",
    "\u0085",
    "\u009b",
    "\u2028",
    "\u202e",
    "\u2066",
    "\ufeff",
    "\ufffe",
    "\uffff",
    "\ud800",
    "\udc00",
    "\ud83d\ude00",
    "\u00e9",
    "e\u0301",
    " and ",
    "others",
    "ER  - ",
    "\u201c",
    "\u201d",
    "\u00a0",
    "\u200b"
  };

  @TempDir Path folder;

  static IntStream seeds() {
    return IntStream.range(0, 60);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void isWhatOtherProgramsRead(int seed) throws Exception {
    Random random = new Random(seed);
    Map<String, Article> articles = new HashMap<>();
    List<Hit> hits = new ArrayList<>();
    for (int i = 0; i < random.nextInt(4); i++) {
      Article article = article(random, i);
      articles.put(article.id(), article);
      Map<String, Hit> found = new HashMap<>();
      for (int j = 0; j < random.nextInt(6); j++) {
        Quotation quotation = quotation(random, article);
        found.put(quotation.id(), ExportedHits.hit(article, quotation));
      }
      hits.addAll(found.values());
    }
    ArticleLookup lookup = id -> Optional.ofNullable(articles.get(id));

    for (HitFormat table :
        List.of(HitFormat.CSV, HitFormat.RAW_CSV, HitFormat.TSV, HitFormat.RAW_TSV)) {
      ExportChecks.table(table, hits, lookup);
    }
    ExportChecks.schemaOrg(hits, lookup);
    ExportChecks.webAnnotation(hits, lookup);
    ExportChecks.citron(hits, lookup);
    ExportChecks.tei(hits, lookup);
    ExportChecks.references(hits, lookup);
    ExportChecks.sqlite(folder, hits, lookup);
  }

  private static Article article(Random random, int number) {
    return Article.builder(
            (text(random) + number).replaceAll("\\p{Cs}", ""), text(random) + text(random))
        .title(random.nextInt(5) == 0 ? "" : text(random))
        .published(Published.parse("2024-05-07"))
        .outlet(text(random))
        .section(text(random))
        .authors(List.of(text(random), text(random)))
        .url(text(random))
        .language(text(random))
        .tags(List.of(text(random), text(random)))
        .build();
  }

  private static Quotation quotation(Random random, Article article) {
    int length = article.text().length();
    while (true) {
      int start = boundary(article.text(), random.nextInt(length));
      int end = boundary(article.text(), start + 1 + random.nextInt(length - start));
      if (start < end && !article.text().substring(start, end).isBlank()) {
        Span run = new Span(start, end);
        return Quotation.builder(article, List.of(run))
            .kind(QuotationKind.values()[random.nextInt(3)])
            .speaker(
                random.nextInt(3) == 0
                    ? Speaker.UNKNOWN
                    : new Speaker(
                        text(random),
                        SpeakerType.values()[random.nextInt(3)],
                        Optional.of(text(random)),
                        Optional.of(text(random)),
                        Optional.of(text(random))))
            .mention(run)
            .about(List.of(text(random)))
            .build();
      }
    }
  }

  /** {@return an index that does not divide a character} */
  private static int boundary(String text, int index) {
    return index > 0
            && index < text.length()
            && Character.isSurrogatePair(text.charAt(index - 1), text.charAt(index))
        ? index - 1
        : index;
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    do {
      for (int i = random.nextInt(8); i >= 0; i--) {
        text.append(PIECES[random.nextInt(PIECES.length)]);
      }
    } while (text.toString().isBlank());
    return text.toString();
  }
}
