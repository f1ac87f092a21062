package onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import onrecord.Archive;
import onrecord.format.CodingSheet;
import onrecord.model.Article;
import onrecord.model.Published;
import onrecord.model.Quotation;
import onrecord.model.Span;
import onrecord.model.Speaker;
import onrecord.model.SpeakerType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands for coding a sample by hand. */
class CodingCommandsTest {

  @TempDir private static Path folder;
  private static Path archive;
  private Path sheet;

  @BeforeAll
  static void addArticles() throws IOException {
    archive = folder.resolve("archive");
    try (Archive open = Archive.open(archive)) {
      add(open, "a", "Ada Holm", "The \u201cold\u201d mill;\nis ours", 0.95, "cue after");
      add(open, "b", "Bo Lind", "-5 is the price", 0.85, "cue after");
      add(open, "=c", "Cy Ash", "It \ud83d\ude00 rains", 0.95, "cue before");
      add(open, "d", "(unknown)", "Ask the miller", 0.2, "none");
    }
  }

  private static void add(
      Archive open, String id, String speaker, String words, double confidence, String rule)
      throws IOException {
    Article article =
        Article.builder(id, words + ". So it went on. And on.")
            .title("The mill")
            .published(Published.parse("2024-05-02"))
            .build();
    open.add(
        article,
        List.of(
            Quotation.builder(article, List.of(new Span(0, words.length())))
                .speaker(
                    speaker.equals("(unknown)")
                        ? Speaker.UNKNOWN
                        : Speaker.of(speaker, SpeakerType.PERSON))
                .confidence(confidence)
                .rule(rule)
                .build()));
  }

  @BeforeEach
  void nameTheSheet() throws IOException {
    sheet = Files.createTempDirectory(folder, "sheet").resolve("sheet.csv");
  }

  private static Run run(String command, Object... more) {
    Object[] arguments = new Object[more.length + 3];
    System.arraycopy(command.split(" "), 0, arguments, 0, 1);
    arguments[1] = "--archive";
    arguments[2] = archive;
    System.arraycopy(more, 0, arguments, 3, more.length);
    return Run.of(arguments);
  }

  private String drawn() throws IOException {
    Run run = run("sample", "--labels", "correct,stance", "--format", "csv", "--output", sheet);
    assertThat(run).isEqualTo(new Run(0, "", ""));
    return Files.readString(sheet);
  }

  /** The sheet with a judgement at the end of the row of an article. */
  private static String judged(String text, String article, String judgement) {
    int at = text.indexOf("\n" + article + "#0,") + 1;
    assertThat(at).isPositive();
    int end = text.indexOf(",,\n", at);
    return text.substring(0, end) + "," + judgement + "," + text.substring(end + 2);
  }

  private String judgedSheet() throws IOException {
    String text = drawn();
    text = judged(text, "a", "yes");
    text = judged(text, "b", "No");
    return judged(text, "'=c", "TRUE");
  }

  private JsonNode rates(Charset charset, String text) throws IOException {
    Files.write(sheet, text.getBytes(charset));
    Run run = run("error-rates", sheet, "--json");
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    return JsonMapper.shared().readTree(run.out());
  }

  @Test
  void sheetHasTheQuotationsInContextAndEmptyColumnsForLabels() throws IOException {
    String text = drawn();

    assertThat(text)
        .startsWith(
            "quotation,article,published,outlet,title,speaker,text,context,correct,stance\n")
        .contains(
            "b#0,b,2024-05-02,,The mill,Bo Lind,'-5 is the price,"
                + "'-5 is the price. So it went on.,,\n")
        .contains(
            "\nd#0,d,2024-05-02,,The mill,,Ask the miller,Ask the miller. So it went on.,,\n");
    Run wider = run("sample", "--context", "2", "--labels", "correct", "--format", "tsv");
    assertThat(wider.out()).contains("\tAsk the miller. So it went on. And on.\t\n");
    assertThat(run("sample", "--context", "0").out()).contains("> Ask the miller.\n");
  }

  @Test
  void judgementsAreReadBackAndCounted() throws IOException {
    JsonNode rates = rates(StandardCharsets.UTF_8, judgedSheet());

    assertThat(rates.get("label").stringValue()).isEqualTo("correct");
    assertThat(rates.get("blank").intValue()).isEqualTo(1);
    assertThat(rates.get("all").get("judged").intValue()).isEqualTo(3);
    assertThat(rates.get("all").get("wrong").intValue()).isEqualTo(1);
    assertThat(rates.get("confidence")).hasSize(2);
    assertThat(rates.get("rules").get(0).toString())
        .startsWith(
            "{\"value\":\"cue after\",\"judged\":2,\"wrong\":1,\"share\":0.5,\"lower\":0.09");
    assertThat(run("error-rates", sheet).out())
        .isEqualTo(
            """
            3 quotations judged as correct, 1 blank

                                    judged  wrong   share         interval
            all                          3      1   33.3%    6.1% to 79.2%
            confidence  0.8-0.9          1      1  100.0%  20.7% to 100.0%
            confidence  0.9-1.0          2      0    0.0%    0.0% to 65.8%
            rule        cue after        2      1   50.0%    9.5% to 90.5%
            rule        cue before       1      0    0.0%    0.0% to 79.3%
            """);
    assertThat(run("error-rates", sheet, "--format", "csv").out())
        .startsWith("by,value,judged,wrong,share,lower,upper\nall,all,3,1,0.3333")
        .hasLineCount(6);
  }

  @Test
  void whatSpreadsheetsChangeDoesNotMatter() throws IOException {
    String text = judgedSheet();
    JsonNode expected = rates(StandardCharsets.UTF_8, text);

    assertThat(rates(StandardCharsets.UTF_8, "\ufeff" + text.replace("\n", "\r\n")))
        .isEqualTo(expected);
    assertThat(rates(StandardCharsets.UTF_16LE, "\ufeff" + text)).isEqualTo(expected);
    assertThat(rates(StandardCharsets.UTF_16BE, "\ufeff" + text)).isEqualTo(expected);
    assertThat(rates(StandardCharsets.UTF_8, text.replace("'=c#0", "=c#0"))).isEqualTo(expected);
    String semicolons =
        text.replace("mill;", "mill,").replace(',', ';').replace("The \u201cold", "The  \"\"old");
    assertThat(semicolons).contains(";correct;stance");
    assertThat(rates(StandardCharsets.UTF_8, semicolons.replace("old\u201d", "old\"\"")))
        .isEqualTo(expected);
  }

  @Test
  void columnsMayBeMovedAddedAndRemoved() throws IOException {
    assertThat(
            rates(
                    StandardCharsets.UTF_8,
                    " correct ,note,quotation,\nyes,\"a, b\",a#0,\n\n,,b#0\nno,,=c#0\n")
                .get("all")
                .toString())
        .startsWith("{\"value\":\"all\",\"judged\":2,\"wrong\":1,");
  }

  @Test
  void rowsThatCannotBeUsedAreReportedAndTheOthersAreCounted() throws IOException {
    Files.writeString(
        sheet,
        """
        quotation,speaker,text,correct
        a#0,Ada Holm,The old mill is ours,yes
        a#0,Ada Holm,The old mill is ours,yes
        b#0,Bo Lind,-5 is the price,yes
        b#0,Bo Lind,-5 is the price,no
        =c#0,Cy Ash,It rains,perhaps
        d#0,Ada Holm,Ask the miller,yes
        d#0,,Ask the mill,yes
        x#0,,,no
        ,,,no
        d#0,,Ask the miller,no,no
        d#0,,Ask the miller,no
        """);

    Run run = run("error-rates", sheet);

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).startsWith("2 quotations judged as correct, 0 blank\n");
    assertThat(run.err().lines().map(line -> line.replace(sheet.toString(), "S")))
        .containsExactly(
            "onrecord: S, line 5: contradicts line 4 about the quotation 'b#0', so that neither is"
                + " used",
            "onrecord: S, line 6: correct must be yes or no, but was 'perhaps'",
            "onrecord: S, line 7: quotation 'd#0' is attributed to '' now, but to 'Ada Holm' in the"
                + " sheet",
            "onrecord: S, line 8: quotation 'd#0' has other words in the archive now",
            "onrecord: S, line 9: the archive has no quotation 'x#0'",
            "onrecord: S, line 10: the archive has no quotation ''",
            "onrecord: S, line 11: has more cells than line 1 names columns, so its cells may be"
                + " displaced");
    JsonNode json = JsonMapper.shared().readTree(run("error-rates", sheet, "--json").out());
    assertThat(json.get("problems")).hasSize(7);
    assertThat(json.get("problems").get(0).get("line").intValue()).isEqualTo(5);
  }

  @Test
  void manyProblemsAreCounted() throws IOException {
    Files.writeString(sheet, "quotation,correct\n" + "x,yes\n".repeat(30));

    Run run = run("error-rates", sheet);

    assertThat(run.out()).isEqualTo("0 quotations judged as correct, 0 blank\n");
    assertThat(run.err().lines())
        .hasSize(21)
        .last()
        .isEqualTo("onrecord: and 10 more lines cannot be used");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          id,correct\\na#0,yes                 | 1 | S, line 1: must name the columns, one of them 'quotation', separated by commas, semicolons or tabs, but was 'id,correct'
          ``                                  | 1 | S, line 1: must name the columns, one of them 'quotation', separated by commas, semicolons or tabs, but was ''
          quotation,correct,correct\\na#0,yes  | 1 | S, line 1: column 'correct' must not occur twice, but does
          quotation,stance\\na#0,yes           | 2 | --label must be a column for labels of the sheet, of [stance], but was 'correct'
          quotation,correct\\na#0,"yes         | 1 | S, line 1: is followed by a row that is not valid
          """)
  void sheetThatCannotBeReadIsRefused(String text, int code, String message) throws IOException {
    Files.writeString(sheet, text.replace("\\n", "\n"));

    Run run = run("error-rates", sheet);

    assertThat(run.code()).isEqualTo(code);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().replace(sheet.toString(), "S")).startsWith("onrecord: " + message);
  }

  @Test
  void sheetInAnotherEncodingIsRefusedWithTheRemedy() throws IOException {
    Files.write(sheet, "quotation,correct\n\u00e9,yes\n".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(run("error-rates", sheet).err())
        .isEqualTo(
            "onrecord: "
                + sheet
                + ": is not UTF-8; save it from the spreadsheet as CSV in UTF-8\n");
  }

  @Test
  void sheetThatIsTooLongIsRefused() throws IOException {
    Files.write(sheet, new byte[CodingSheet.MAX_BYTES + 1]);

    assertThat(run("error-rates", sheet).err())
        .isEqualTo(
            "onrecord: " + sheet + ": a sheet must not be longer than 67108864 bytes, but is\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "text"})
  void labelsNeedATable(String format) {
    Run run = run("sample", "--labels", "correct", "--format", format);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).startsWith("onrecord: --labels requires --format csv or --format tsv\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          speaker         | a sheet must not have two columns 'speaker'
          stance,stance   | a sheet must not have two columns 'stance'
          My label        | name of a field must be at most 64 letters in lower case
          """)
  void labelsThatCannotBeColumnsAreRefused(String labels, String message) {
    Run run = run("sample", "--labels", labels, "--format", "csv");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).startsWith("onrecord: " + message);
  }
}
