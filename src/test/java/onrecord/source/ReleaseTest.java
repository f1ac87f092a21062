package onrecord.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Items that newsrooms withdraw, withhold or embargo. */
class ReleaseTest {

  private static final Instant NOW = Instant.parse("2026-03-04T12:00:00Z");

  private List<ArticleRecord> records = List.of();
  private ReadReport report =
      new ReadReport(
          0, 0, 0, Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), 0, Optional.empty());

  private void read(String content, ReadOptions.Builder options) throws IOException {
    try (ArticleReader reader =
        ArticleReader.open(
            List.of(Path.of("-")),
            options.standardInput(new ByteArrayInputStream(content.getBytes(UTF_8))).build())) {
      List<ArticleRecord> read = new ArrayList<>();
      reader.forEachRemaining(read::add);
      records = read;
      report = reader.report();
    }
  }

  private void readNow(String content) throws IOException {
    read(content, ReadOptions.builder().embargoTime(NOW));
  }

  private List<String> withdrawn() {
    return records.stream().flatMap(record -> record.withdrawn().stream()).toList();
  }

  private List<String> articles() {
    return records.stream()
        .flatMap(record -> record.articleIfRead().stream())
        .map(article -> article.id())
        .toList();
  }

  private static String newsMl(String id, String meta) {
    return """
    <newsItem guid="%s"><itemMeta><itemClass qcode="ninat:text"/>%s</itemMeta><contentSet>
    <inlineXML><p>The mill turns.</p></inlineXML></contentSet></newsItem>
    """
        .formatted(id, meta);
  }

  private static String nitf(String data) {
    return """
    <nitf><head>%s</head><body><body.content><p>The mill turns.</p></body.content></body></nitf>
    """
        .formatted(data);
  }

  private static String ninjs(String id, String more) {
    return "{\"uri\":\"" + id + "\",\"body_text\":\"The mill turns.\"," + more + "}\n";
  }

  @Test
  void canceledItemsWithdrawTheArticleOfTheirId() throws IOException {
    readNow(
        "<newsMessage>"
            + newsMl("urn:1", "<pubStatus qcode=\"stat:canceled\"/>")
            + newsMl("urn:2", "<pubStatus qcode=\"stat:usable\"/>")
            + newsMl("", "<pubStatus qcode=\"stat:canceled\"/>")
            + "</newsMessage>");

    assertThat(withdrawn()).containsExactly("urn:1");
    assertThat(articles()).containsExactly("urn:2");
    assertThat(report.withdrawn()).isEqualTo(1);
    assertThat(report.articles()).isEqualTo(1);
    assertThat(report.skipped()).isEqualTo(Map.of("a news item whose status is canceled", 1L));
    assertThat(records.getFirst().toString()).isEqualTo("standard input:1: withdraws urn:1");
    assertThatThrownBy(() -> records.getFirst().article())
        .isInstanceOf(ArticleFormatException.class)
        .hasMessage("standard input:1: withdraws the article urn:1, and is not one");
  }

  @Test
  void aWithdrawalOfNinjsNeedsNoTextAndHasTheIdThatTheArticleHas() throws IOException {
    String usable = ninjs("urn:l:1", "\"pubstatus\":\"usable\"");
    String canceled = "{\"uri\":\"urn:l:1\",\"headline\":\"Mill\",\"pubstatus\":\"Cancelled\"}\n";

    readNow(usable + canceled + ninjs("urn:l:2", "\"pubstatus\":\"withheld\""));

    assertThat(articles()).containsExactly("urn:l:1");
    assertThat(withdrawn()).containsExactly("urn:l:1");
    assertThat(report.skipped()).isEqualTo(Map.of("a record whose status is withheld", 1L));
    assertThat(report.isEmpty()).isFalse();
  }

  @Test
  void nitfWithdrawsItselfOrAnotherItem() throws IOException {
    readNow(nitf("<docdata management-status=\"canceled\"><doc-id id-string=\"n1\"/></docdata>"));
    assertThat(withdrawn()).containsExactly("n1");

    readNow(
        nitf(
            "<docdata management-doc-idref=\"n0\" management-idref-status=\"canceled\">"
                + "<doc-id id-string=\"n2\"/></docdata>"));
    assertThat(withdrawn()).containsExactly("n0");

    readNow(
        nitf(
            "<docdata management-status=\"usable\" management-doc-idref=\"n0\""
                + " management-idref-status=\"usable\"><doc-id id-string=\"n3\"/></docdata>"));
    assertThat(articles()).containsExactly("n3");
  }

  @Test
  void embargoedItemsAreCountedByTheDayOnWhichTheEmbargoEnds() throws IOException {
    readNow(
        "<newsMessage>"
            + newsMl("a", "<embargoed>2026-03-04T13:30:00+02:00</embargoed>")
            + newsMl("b", "<embargoed>2026-03-04T13:30:00+01:00</embargoed>")
            + newsMl("c", "<embargoed>2026-04-01T00:00:00Z</embargoed>")
            + newsMl("d", "<embargoed/>")
            + newsMl("e", "<embargoed>soon</embargoed>")
            + "</newsMessage>");

    assertThat(articles()).containsExactly("a");
    assertThat(report.embargoed())
        .isEqualTo(Map.of("2026-03-04", 1L, "2026-04-01", 1L, "further notice", 2L));
    assertThat(report.unusedFields()).isEmpty();
  }

  @Test
  void nitfAndNinjsHaveEmbargoesToo() throws IOException {
    readNow(nitf("<docdata><date.release norm=\"20260305T080000Z\"/></docdata>"));
    assertThat(report.embargoed()).isEqualTo(Map.of("2026-03-05", 1L));

    readNow(nitf("<docdata management-status=\"embargoed\"/>"));
    assertThat(report.embargoed()).isEqualTo(Map.of("further notice", 1L));

    readNow(nitf("<docdata><date.release norm=\"20260303\"/></docdata>"));
    assertThat(report.articles()).isEqualTo(1);

    readNow(
        ninjs("n1", "\"embargoed\":\"2026-03-05T08:00:00Z\"")
            + ninjs("n2", "\"embargoed\":\"2026-03-03T08:00:00Z\"")
            + ninjs("n3", "\"embargoed\":null"));
    assertThat(report.embargoed()).isEqualTo(Map.of("2026-03-05", 1L));
    assertThat(articles()).containsExactly("n2", "n3");
  }

  @Test
  void embargoesAreNotJudgedWithoutATime() throws IOException {
    read(newsMl("c", "<embargoed>2026-04-01T00:00:00Z</embargoed>"), ReadOptions.builder());

    assertThat(articles()).containsExactly("c");
    assertThat(report.unusedFields()).isEqualTo(Map.of("embargoed", 1L));
  }

  @Test
  void aWithdrawalNeedsAnId() {
    assertThatThrownBy(() -> ArticleRecord.withdrawn("a source", 1, " "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("id of a withdrawn article must not be blank");
  }
}
