package onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import onrecord.extract.Extractor;
import onrecord.format.QuotationJson;
import onrecord.model.Article;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtractCommandTest {

  @TempDir Path folder;

  @Test
  void printsOneLinePerArticle() throws IOException {
    String text = "Mill reopens\n\n\u201cCome \ud83d\ude00,\u201d Ada Holm said.";
    Files.writeString(folder.resolve("a.txt"), text);
    Files.writeString(folder.resolve("b.jsonl"), "{\"id\":\"b\",\"text\":\"T\"}\n");
    Article article = Article.builder("a", text).title("Mill reopens").build();

    Run run = Run.of("extract", folder);

    assertThat(run.out())
        .isEqualTo(
            QuotationJson.of(article, new Extractor().extract(article))
                + "\n{\"id\":\"b\",\"title\":\"\",\"published\":null,\"quotations\":[]}\n");
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
  }

  @Test
  void printsOnlyWhatMatchesAQuery() {
    String lines =
        "{\"id\":\"a\",\"text\":\"“The mill is open,” Ada Holm said. “It runs,” Bo Lind said.\"}\n"
            + "{\"id\":\"b\",\"text\":\"“No,” Bo Lind said.\",\"land\":\"Norhaven\"}\n";

    String mills = Run.withInput(lines, "extract", "--matching", "mills", "-").out();
    Run field =
        Run.withInput(
            lines, "extract", "--field=land=name", "--matching=article.land:norhaven", "-");
    Run unknown = Run.withInput(lines, "extract", "--matching=article.land:norhaven", "-");
    Run malformed = Run.withInput(lines, "extract", "--matching=mill AND", "-");

    assertThat(mills.lines())
        .singleElement()
        .satisfies(line -> assertThat(line).contains("Ada Holm").doesNotContain("Bo Lind"));
    assertThat(field.out().lines())
        .singleElement()
        .satisfies(line -> assertThat(line).startsWith("{\"id\":\"b\""));
    assertThat(field.code()).isZero();
    assertThat(unknown.err()).contains("--matching: the archive has no field article.land");
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(malformed.code()).isEqualTo(2);
  }

  @Test
  void printsReportedSpeechAndApostrophePairsOnRequest() {
    String line =
        "{\"id\":\"b\",\"text\":\"Ada Holm said the mill was open. ''It runs,'' she said.\"}";

    String plain = Run.withInput(line, "extract", "-").out();
    String indirect = Run.withInput(line, "extract", "--indirect", "-").out();
    String pairs = Run.withInput(line, "extract", "--apostrophe-pairs", "-").out();

    assertThat(plain).contains("\"quotations\":[]");
    assertThat(indirect).contains("\"kind\":\"INDIRECT\"").contains("the mill was open");
    assertThat(pairs).contains("\"text\":\"It runs,\"").doesNotContain("INDIRECT");
  }

  @Test
  void printsTheQuotationsThatASourceGives() {
    String line =
        "{\"quoteID\": \"q1\", \"quotation\": \"The mill opens, Bo Lind said.\", \"speaker\": \"Ada Holm\","
            + " \"probas\": [[\"Ada Holm\", \"0.75\"]]}";

    Run run = Run.withInput(line, "extract", "-");

    assertThat(run.out())
        .contains("\"text\":\"The mill opens, Bo Lind said.\"")
        .contains("Ada Holm")
        .contains("\"confidence\":0.75")
        .doesNotContain("\"name\":\"Bo Lind\"");
    assertThat(run.code()).isZero();
  }

  @Test
  void identifiesSpeakersByAListAndReportsAmbiguousNames() throws IOException {
    Path list =
        Files.writeString(
            folder.resolve("list.csv"),
            """
            name,aliases,id,description
            Ada Holm,Ada Brandt-Holm|Holm,Q7,miller
            Bo Holm,Holm,,
            """);
    String lines =
        """
        {"id":"a","text":"\\"We open in May,\\" Ada Brandt-Holm said."}
        {"id":"b","text":"\\"We open in June,\\" said Holm."}
        """;

    Run run = Run.withInput(lines, "extract", "--authority", list, "-");

    assertThat(run.out().lines())
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .contains(
                        "\"speaker\":{\"name\":\"Ada Holm\",\"type\":\"PERSON\",\"id\":\"Q7\","
                            + "\"printed\":\"Ada Brandt-Holm\"}"),
            line -> assertThat(line).contains("\"name\":\"Holm\"").doesNotContain("Q7"));
    assertThat(run.err())
        .isEqualToNormalizingNewlines(
            "onrecord: Left as printed: 'Holm', in 1 quotation, can be Ada Holm (Q7, miller) or"
                + " Bo Holm.\n");
    assertThat(run.code()).isZero();
  }

  @Test
  void rejectsAnUnreadableListOfSpeakers() throws IOException {
    Path list = Files.writeString(folder.resolve("list.csv"), "name,id\n,Q7\n");

    Run run = Run.withInput("{\"id\":\"a\",\"text\":\"T\"}", "extract", "--authority", list, "-");

    assertThat(run).isEqualTo(new Run(1, "", "onrecord: " + list + ":2: name is missing\n"));
  }

  @Test
  void readsStandardInput() {
    Run run = Run.withInput("{\"id\":\"b\",\"text\":\"T\"}", "extract", "--json", "-");

    assertThat(run.out()).startsWith("{\"id\":\"b\"");
    assertThat(run.code()).isZero();
  }

  @Test
  void reportsEachUnreadableArticleAndContinues() throws IOException {
    Path lines =
        Files.writeString(
            folder.resolve("a.jsonl"),
            "{\"id\":\"1\",\"text\":\"T\"}\n{\"id\":\"2\"}\n{\"id\":\"3\",\"text\":\"T\"}\n");

    Run run = Run.of("extract", lines);

    assertThat(run.out().lines()).hasSize(2);
    assertThat(run.err())
        .isEqualToNormalizingNewlines(
            "onrecord: "
                + lines
                + ":2: text is missing; the fields are id, of which one can be specified as the text\n");
    assertThat(run.code()).isEqualTo(1);
  }

  @Test
  void endsQuietlyWhenTheOutputIsClosed() throws IOException {
    Files.writeString(folder.resolve("a.txt"), "T");

    Run run = Run.into(failing("Broken pipe"), "", "extract", folder);

    assertThat(run).isEqualTo(new Run(0, "", ""));
  }

  @Test
  void failsWhenResultsAreLost() throws IOException {
    Files.writeString(folder.resolve("a.txt"), "T");

    Run run = Run.into(failing("No space left on device"), "", "extract", folder);

    assertThat(run.err())
        .isEqualToNormalizingNewlines("onrecord: cannot write results: No space left on device\n");
    assertThat(run.code()).isEqualTo(1);
  }

  private static OutputStream failing(String message) {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException(message);
      }
    };
  }
}
