package onrecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import onrecord.format.HitFormat;
import onrecord.format.HitWriter;
import onrecord.model.Article;
import onrecord.model.FieldType;
import onrecord.model.FieldValue;
import onrecord.model.Fields;
import onrecord.model.Quotation;
import onrecord.model.Span;
import onrecord.model.Speaker;
import onrecord.model.SpeakerType;
import onrecord.query.Citation;
import onrecord.query.FacetCount;
import onrecord.query.Hit;
import onrecord.query.OwnField;
import onrecord.query.Query;
import onrecord.query.Search;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fields that the owner of an archive adds to quotations. */
class QuotationFieldsTest {

  private static final String TEXT =
      "The weir will hold. Or the weir\nwill not, and nobody knows who built it.";
  private static final OwnField STANCE = OwnField.ofQuotation("stance");
  private static final Fields LABELS =
      Fields.builder()
          .name("stance", "for")
          .name("stance", "mixed")
          .number("strength", 3)
          .add("coded", FieldValue.day(LocalDate.of(2024, 5, 2)))
          .add("memo", FieldValue.text("Ask the engineers again."))
          .build();

  @TempDir Path folder;
  private Archive archive;

  @BeforeEach
  void fill() throws IOException {
    archive = Archive.open(folder.resolve("archive"));
    add(LABELS);
    archive.commit();
  }

  private void add(Fields labels) throws IOException {
    Article article = Article.builder("weir", TEXT).build();
    archive.add(
        article,
        List.of(
            quotation(article, 0, 19).fields(labels).build(),
            quotation(article, 20, 40)
                .fields(Fields.builder().name("stance", "Against").build())
                .build(),
            quotation(article, 42, 72).build()));
  }

  private static Quotation.Builder quotation(Article article, int start, int end) {
    return Quotation.builder(article, List.of(new Span(start, end)))
        .speaker(Speaker.of("Ada Holm", SpeakerType.PERSON));
  }

  @AfterEach
  void close() throws IOException {
    archive.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "quotation.stance:against | 20",
        "quotation.stance:\"FOR\" | 0",
        "quotation.stance:(unknown) | 42",
        "quotation.strength>=3 | 0",
        "quotation.coded:2024-05 | 0",
        "quotation.memo:engineer | 0",
        "quotation.memo.exact:engineer | ``",
        "quotation.stance:* -quotation.strength:3 | 20",
        "in_article:\"quotation.stance:for\" quotation.stance:against | 20",
      })
  void queryFindsByTheTypeOfTheField(String query, String starts) throws IOException {
    assertThat(
            archive.search(Search.of(Query.parse(query))).hits().stream()
                .map(hit -> hit.quotation().id().replace("weir#", "")))
        .containsExactly(
            Stream.of(starts.split(",")).filter(s -> !s.isEmpty()).toArray(String[]::new));
  }

  @Test
  void facetsCountTheQuotationsWithEachValue() throws IOException {
    Search search = Search.builder(Query.all()).facet(STANCE).build();

    assertThat(archive.search(search).facet(STANCE).counts())
        .containsExactlyInAnyOrder(
            new FacetCount("(unknown)", 1, 1),
            new FacetCount("Against", 1, 1),
            new FacetCount("for", 1, 1),
            new FacetCount("mixed", 1, 1));
    assertThat(
            archive.search(Search.builder(Query.all()).filter(STANCE, "against").build()).total())
        .isEqualTo(1);
  }

  @Test
  void quotationsHaveTheFieldsAfterReopening() throws IOException {
    archive.close();
    archive = Archive.open(folder.resolve("archive"));

    assertThat(archive.quotation("weir#0").orElseThrow().quotation().fields()).isEqualTo(LABELS);
    assertThat(archive.quotation("weir#42").orElseThrow().quotation().fields())
        .isEqualTo(Fields.NONE);
    assertThat(archive.info().ownFields()).containsEntry(STANCE, FieldType.NAME);
    assertThat(archive.verify().problems()).isEmpty();
    assertThatThrownBy(() -> add(Fields.builder().number("stance", 1).build()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("quotation.stance");
  }

  @Test
  void quotationsAreDeletedWithTheArticleThatTheirFieldsChoose() throws IOException {
    assertThat(archive.delete(Query.parse("quotation.stance:against"))).isEqualTo(1);
    archive.commit();
    assertThat(archive.info().articles()).isZero();
  }

  @Test
  void citationCoversTheFields() throws IOException {
    Search search = Search.of(Query.words("weir"));
    Citation before = archive.cite(search);

    add(LABELS.with(Fields.builder().name("stance", "for").build()));
    archive.commit();

    assertThat(archive.cite(search).content()).isNotEqualTo(before.content());
    assertThat(archive.cite(search).checksum()).isEqualTo(before.checksum());
  }

  private String exported(HitFormat format) throws IOException {
    StringWriter out = new StringWriter();
    try (HitWriter writer =
            format.writer(out, archive::article, archive.info().ownFields().keySet());
        Stream<Hit> hits = archive.stream(Search.of(Query.words("weir")))) {
      for (Hit hit : (Iterable<Hit>) hits::iterator) {
        writer.write(hit);
      }
    }
    return out.toString();
  }

  @Test
  void textFormatsHaveTheFields() throws IOException {
    assertThat(exported(HitFormat.JSON_LINES))
        .contains(
            "\"fields\":{\"coded\":[\"2024-05-02\"],\"memo\":[\"Ask the engineers again.\"],"
                + "\"stance\":[\"for\",\"mixed\"],\"strength\":[3]}");
    assertThat(exported(HitFormat.CSV).lines().findFirst().orElseThrow())
        .endsWith(",quotation.coded,quotation.memo,quotation.stance,quotation.strength");
    assertThat(exported(HitFormat.CSV)).contains(",Ask the engineers again.,for|mixed,3");
    assertThat(exported(HitFormat.TEI))
        .contains(
            "<spanGrp type=\"stance\"><span target=\"#q1\">for</span>"
                + "<span target=\"#q1\">mixed</span>"
                + "<span target=\"#q2.1 #q2.2\">Against</span></spanGrp>",
            "<spanGrp type=\"strength\"><span target=\"#q1\">3</span></spanGrp>");
  }

  @Test
  void databaseHasTheFields() throws Exception {
    Path file = folder.resolve("hits.db");
    try (Stream<Hit> hits = archive.stream(Search.of(Query.words("weir")))) {
      HitFormat.SQLITE.create(file, hits, archive::article, List.of());
    }

    try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + file);
        ResultSet rows =
            database
                .createStatement()
                .executeQuery(
                    "SELECT group_concat(quotation || ' ' || name || ' ' || value, '; ') FROM"
                        + " (SELECT * FROM quotation_fields ORDER BY quotation, name, position)"
                        + " WHERE name LIKE 'st%'")) {
      assertThat(rows.getString(1))
          .isEqualTo(
              "weir#0 stance for; weir#0 stance mixed; weir#0 strength 3.0;"
                  + " weir#20 stance Against");
    }
  }
}
