package onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import onrecord.Archive;
import onrecord.model.Article;
import onrecord.model.Published;
import onrecord.model.Quotation;
import onrecord.model.Span;
import onrecord.model.Speaker;
import onrecord.model.SpeakerType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command that prints what several articles repeat. */
class WordingsCommandTest {

  @TempDir private static Path folder;
  private static Path archive;

  @BeforeAll
  static void addArticles() throws IOException {
    archive = folder.resolve("archive");
    try (Archive open = Archive.open(archive)) {
      add(open, "a", "2024-05-02", "Echo", "Ann Holm", "We sold the old mill today");
      add(open, "b", "2024-05-03", "Quay", "Bo Lind", "we sold the old mill today!");
      add(open, "c", "2024-05-04", "Quay", "Ann Holm", "We sold the old mill today, at last");
      add(open, "d", "2024-05-01", "Echo", "Ann Holm", "We sold it");
      add(open, "e", "2024-05-05", "Echo", "Ann Holm", "We sold it");
    }
  }

  private static void add(
      Archive open, String id, String day, String outlet, String speaker, String text)
      throws IOException {
    Article article =
        Article.builder(id, text).published(Published.parse(day)).outlet(outlet).build();
    open.add(
        article,
        List.of(
            Quotation.builder(article, List.of(new Span(0, text.length())))
                .speaker(Speaker.of(speaker, SpeakerType.PERSON))
                .build()));
  }

  private static String run(String arguments) {
    Run run = Run.of((Object[]) (arguments + " --archive " + archive).split(" "));
    assertThat(run.err()).isEmpty();
    return run.out();
  }

  @Test
  void wordingIsPrintedWithItsSpread() {
    assertThat(run("wordings --limit 1 --occurrences 2"))
        .isEqualTo(
            """
            2 wordings of 5 quotations (direct, mixed)
            2 in 2 articles or more, 1 of them shown

            1.  \u201cWe sold the old mill today\u201d
                \u2014 Ann Holm
                3 quotations \u00b7 3 articles \u00b7 2 outlets \u00b7 2024-05-02 to 2024-05-04
                attributed to Ann Holm (2 articles), Bo Lind (1 article)
                2024-05-02  Echo  Ann Holm  a#0
                2024-05-03  Quay  Bo Lind   b#0
                and 1 more
            """);
  }

  @Test
  void wordingOfOneQuotationIsPrinted() {
    assertThat(run("wordings --of d#0"))
        .isEqualTo(
            """
            2 wordings of 5 quotations (direct, mixed)

            1.  \u201cWe sold it\u201d
                \u2014 Ann Holm
                2 quotations \u00b7 2 articles \u00b7 1 outlet \u00b7 2024-05-01 to 2024-05-05
                2024-05-01  Echo  Ann Holm  d#0
                2024-05-05  Echo  Ann Holm  e#0
            """);
    assertThat(run("wordings --words 4"))
        .startsWith(
            "2 wordings of 5 quotations (direct, mixed)\n1 in 2 articles or more and 4 words or more\n");
    assertThat(run("wordings --similarity 1 --minimum 3")).contains("\n0 in 3 articles or more\n");
  }

  @Test
  void jsonHasTheSpreadAndTheOccurrences() {
    JsonNode json = JsonMapper.shared().readTree(run("wordings --words 4 --json"));

    assertThat(json.get("request").toString())
        .isEqualTo(
            "{\"similarity\":0.5,\"minimum\":2,\"words\":4,\"limit\":10,\"occurrences\":100,"
                + "\"quotation\":null}");
    assertThat(json.get("found").longValue()).isEqualTo(1);
    JsonNode wording = json.get("wordings").get(0);
    assertThat(wording.get("outlets").toString())
        .isEqualTo(
            "[{\"value\":\"Quay\",\"count\":2,\"articles\":2},"
                + "{\"value\":\"Echo\",\"count\":1,\"articles\":1}]");
    assertThat(wording.get("days")).hasSize(3);
    assertThat(wording.get("first").stringValue()).isEqualTo("2024-05-02");
    assertThat(wording.get("last").stringValue()).isEqualTo("2024-05-04");
    assertThat(wording.get("occurrences"))
        .extracting(occurrence -> occurrence.get("article").get("id").stringValue())
        .containsExactly("a", "b", "c");
  }
}
