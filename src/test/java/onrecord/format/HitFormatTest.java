package onrecord.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import onrecord.model.Article;
import onrecord.model.Published;
import onrecord.model.Quotation;
import onrecord.model.Span;
import onrecord.model.Speaker;
import onrecord.model.SpeakerType;
import onrecord.query.ArticleReference;
import onrecord.query.Highlights;
import onrecord.query.Hit;
import onrecord.query.Occurrence;
import onrecord.query.Passage;
import onrecord.text.CodePoints;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HitFormatTest {

  private static final Article ARTICLE =
      Article.builder("a1", "\ud83d\ude00 \"Come,\" she said, \"all.\" So")
          .title("A \"call\", made")
          .published(Published.parse("2024-05-07"))
          .outlet("The Post")
          .authors(List.of("B. Ink", "C. Ink"))
          .tags(List.of("mills"))
          .build();
  private static final Quotation QUOTATION =
      Quotation.builder(ARTICLE, List.of(new Span(4, 9), new Span(22, 26)))
          .speaker(Speaker.of("Ada Holm", SpeakerType.PERSON))
          .mention(new Span(11, 14))
          .cue(new Span(15, 19))
          .confidence(0.5)
          .rule("inverted")
          .about(List.of("Bo Lind", "Cy Ash"))
          .build();
  private static final ArticleReference REFERENCE = ArticleReference.of(ARTICLE);
  private static final Hit HIT =
      new Hit(
          QUOTATION,
          REFERENCE,
          1.5,
          new Highlights(List.of(new Span(0, 4)), List.of(new Span(4, 8))),
          Optional.of(new Passage(new Span(3, 27), ARTICLE.text().substring(3, 27))),
          List.of(new Occurrence(QUOTATION, REFERENCE)));

  private static final List<HitFormat> TEXT =
      Stream.of(HitFormat.values()).filter(HitFormat::isText).toList();

  @Test
  void csvStartsWithTheNamesOfTheColumns() throws IOException {
    String text = write(HitFormat.CSV, HIT);

    assertThat(text)
        .isEqualTo(
            """
            id,article,title,published,outlet,section,authors,url,language,tags,speaker,speaker_type,\
            speaker_id,speaker_printed,speaker_description,text,kind,runs,mention,cue,said,\
            confidence,rule,about,context,occurrences
            a1#4,a1,"A ""call"", made",2024-05-07,The Post,,B. Ink|C. Ink,,,mills,Ada Holm,PERSON,\
            ,,,"Come, all.",DIRECT,3-8|21-25,she,said,,\
            0.5,inverted,Bo Lind|Cy Ash,"%s",a1#4
            """
                .formatted(HIT.context().orElseThrow().text().replace("\"", "\"\"")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+1",
        "-1",
        "@SUM(1)",
        "\tx",
        "\rx",
        " =1",
        "\u00a0=1",
        "\ufeff=1",
        "\u200b=1",
        "\u0000=1",
        "\uff1d1",
        "\uff0b1",
        "\uff0d1",
        "\uff201",
        "'=1",
        "''-1",
        "=\"1\",\"2\""
      })
  void csvPutsAnApostropheBeforeFormulasInEveryColumn(String formula) throws IOException {
    Article article = articleOf(formula);

    List<String> cells = cells(HitFormat.CSV, article);
    List<String> values = cells(HitFormat.RAW_CSV, article);

    assertThat(values).filteredOn(formula::equals).hasSize(14);
    for (int i = 0; i < values.size(); i++) {
      boolean own = !values.get(i).startsWith(formula);
      assertThat(cells.get(i)).isEqualTo(own ? values.get(i) : "'" + values.get(i));
      assertThat(cells.get(i)).doesNotMatch("(?s)[=+@\\t\\r\\n-].*");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1-2",
        "12-40|50-60",
        "a=b",
        "'Tis",
        "",
        "'",
        "''a",
        "\u2013 said",
        " 'a",
        "x, =1",
        "x | =1",
        "a;b",
        "; a=b",
        "\udc00\ud800;x"
      })
  void csvLeavesOtherCellsAsTheyAre(String value) {
    assertThat(SpreadsheetCell.of(value)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          x;=1+1           | x;'=1+1
          x; =1            | x;' =1
          x;'=1            | x;''=1
          =1;-2;3          | '=1;'-2;3
          x\\n=1           | x\\n'=1
          x\\t@SUM(1)      | x\\t'@SUM(1)
          x;\\n+1          | x;'\\n'+1
          \\t=1            | '\\t'=1
          \\r=1            | '\\r'=1
          \\n-1            | '\\n'-1
          \udc00\ud800;=1  | \udc00\ud800;'=1
          """)
  void csvPutsAnApostropheBeforeWhatIsAFormulaWhereAnotherCharacterEndsCells(
      String escaped, String cell) {
    String value = escaped.translateEscapes();

    assertThat(SpreadsheetCell.of(value)).isEqualTo(cell.translateEscapes());
  }

  @Test
  void cellsOfDifferentValuesDiffer() {
    List<String> parts = List.of("", "'", ";", "\n", "=", "a", " ");
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < 7 * 7 * 7 * 7 * 7; i++) {
      StringBuilder value = new StringBuilder();
      for (int rest = i; rest > 0; rest /= 7) {
        value.append(parts.get(rest % 7));
      }

      String other = values.putIfAbsent(SpreadsheetCell.of(value.toString()), value.toString());

      assertThat(other).isIn(null, value.toString());
    }
  }

  @Test
  void aLongCellTakesLinearTime() {
    String value = ";\n' ".repeat(500_000);

    assertThat(SpreadsheetCell.of(value)).isEqualTo(value);
    assertThat(SpreadsheetCell.of(value + "=1")).hasSize(value.length() + 4);
  }

  /** {@return an article with the same words wherever a source can have words of its own} */
  private static Article articleOf(String words) {
    return Article.builder(words, words + " " + words)
        .title(words)
        .outlet(words)
        .section(words)
        .authors(List.of(words))
        .url(words)
        .tags(List.of(words))
        .build();
  }

  private static Hit hitIn(Article article) {
    String words = article.id();
    Span first = new Span(0, words.length());
    Quotation quotation =
        Quotation.builder(article, List.of(first))
            .speaker(
                new Speaker(
                    words,
                    SpeakerType.PERSON,
                    Optional.of(words),
                    Optional.of(words),
                    Optional.of(words)))
            .about(List.of(words))
            .build();
    ArticleReference reference = ArticleReference.of(article);
    return new Hit(
        quotation,
        reference,
        1,
        Highlights.NONE,
        Optional.of(new Passage(first, words)),
        List.of(new Occurrence(quotation, reference)));
  }

  /** {@return the cells of the line of a hit, as another program reads them} */
  private static List<String> cells(HitFormat format, Article article) throws IOException {
    StringBuilder out = new StringBuilder();
    try (HitWriter writer = format.writer(out, id -> Optional.of(article))) {
      writer.write(hitIn(article));
    }
    try (CsvReader<CsvRecord> lines = CsvReader.builder().ofCsvRecord(out.toString())) {
      return lines.stream().skip(1).findFirst().orElseThrow().getFields();
    }
  }

  @Test
  void jsonLinesHaveOneObjectPerHitWithOffsetsInCodePoints() throws IOException {
    List<String> lines = write(HitFormat.JSON_LINES, HIT, HIT).lines().toList();

    assertThat(lines).hasSize(2);
    assertThat(lines.get(1)).isEqualTo(lines.get(0));
    assertThat(JsonMapper.shared().readTree(lines.get(0)))
        .isEqualTo(
            JsonMapper.shared()
                .readTree(
                    """
                    {"quotation":%1$s,"article":%2$s,"score":1.5,
                     "highlights":{"inQuotation":[{"start":0,"end":4}],"inArticle":[{"start":3,"end":7}]},
                     "context":{"start":2,"end":26,"text":"\\"Come,\\" she said, \\"all.\\""},
                     "occurrences":[{"quotation":%1$s,"article":%2$s}]}
                    """
                        .formatted(
                            QuotationJson.of(QUOTATION, new CodePoints(ARTICLE.text())),
                            """
                            {"id":"a1","title":"A \\"call\\", made","published":"2024-05-07",
                             "outlet":"The Post","section":null,"authors":["B. Ink","C. Ink"],
                             "url":null,"language":null,"tags":["mills"]}
                            """)));
  }

  @Test
  void theOutputIsNotClosed() throws IOException {
    boolean[] closed = {false};
    StringWriter out =
        new StringWriter() {
          @Override
          public void close() {
            closed[0] = true;
          }
        };

    for (HitFormat format : TEXT) {
      HitWriter writer = format.writer(out, id -> Optional.of(ARTICLE));
      writer.write(HIT);
      writer.close();
      writer.close();
    }

    assertThat(closed[0]).isFalse();
  }

  @Test
  void anArticleThatNoLongerExistsIsAnIoException() throws IOException {
    for (HitFormat format : TEXT) {
      try (HitWriter writer = format.writer(new StringBuilder(), id -> Optional.empty())) {
        assertThatThrownBy(() -> writer.write(HIT))
            .isInstanceOf(IOException.class)
            .hasMessage("article a1 no longer exists");
      }
    }
  }

  @Test
  void charactersThatControlATerminalAreEscapedInJsonAndKeepTheirValues() throws IOException {
    String hostile =
        "\u0000\u001b[2J\u007f\u0085\u009b31m\u061c\u200e\u200f\u2028\u2029\u202e\u2066\u2069 \u2013 \u201d";
    Article article = Article.builder("a1", "\"" + hostile + ",\" she said.").build();
    Hit hit =
        new Hit(
            Quotation.builder(article, List.of(new Span(1, 1 + hostile.length()))).build(),
            ArticleReference.of(article),
            1,
            Highlights.NONE,
            Optional.empty(),
            List.of());
    for (HitFormat format :
        List.of(
            HitFormat.JSON_LINES,
            HitFormat.SCHEMA_ORG,
            HitFormat.WEB_ANNOTATION,
            HitFormat.ARTICLES,
            HitFormat.CITRON)) {
      StringBuilder out = new StringBuilder();
      try (HitWriter writer = format.writer(out, id -> Optional.of(article))) {
        writer.write(hit);
      }

      assertThat(out.toString())
          .as(format.toString())
          .doesNotContainPattern("[\\p{Cc}\\p{Cf}\\u2028\\u2029&&[^\\n]]");
      List<String> values = new ArrayList<>();
      addStrings(JsonMapper.shared().readTree(out.toString()), values);
      assertThat(values).as(format.toString()).anyMatch(value -> value.contains(hostile));
    }
  }

  private static void addStrings(JsonNode node, List<String> values) {
    if (node.isString()) {
      values.add(node.asString());
    }
    node.forEach(part -> addStrings(part, values));
  }

  @Test
  void halfACharacterIsEscapedInJson() throws IOException {
    Article half = Article.builder("a1", ARTICLE.text()).title("\ud83d").build();
    StringBuilder out = new StringBuilder();

    try (HitWriter writer = HitFormat.JSON_LINES.writer(out, id -> Optional.of(half))) {
      writer.write(HIT);
    }

    assertThat(out).contains("\"title\":\"\\ud83d\"");
  }

  private static String write(HitFormat format, Hit... hits) throws IOException {
    StringBuilder out = new StringBuilder();
    try (HitWriter writer = format.writer(out, id -> Optional.of(ARTICLE))) {
      for (Hit hit : hits) {
        writer.write(hit);
      }
    }
    return out.toString();
  }
}
