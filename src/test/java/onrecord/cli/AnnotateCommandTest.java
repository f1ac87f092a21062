package onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import onrecord.Archive;
import onrecord.model.Article;
import onrecord.model.FieldValue;
import onrecord.model.Quotation;
import onrecord.model.SpeakerType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands that add and list annotations. */
class AnnotateCommandTest {

  private static final JsonMapper JSON = JsonMapper.shared();

  @TempDir private Path folder;
  private Path archive;
  private Path sheet;

  @BeforeEach
  void addArticles() throws IOException {
    archive = folder.resolve("archive");
    sheet = folder.resolve("sheet.csv");
    try (Archive open = Archive.open(archive)) {
      open.add(Article.builder("mill", "\"The mill is closed,\" said Ada Holm.").build());
      open.add(Article.builder("ferry", "\"The ferry sails at noon,\" said Bo Lind.").build());
    }
  }

  private Run annotate(String rows, Object... options) throws IOException {
    Files.writeString(sheet, rows);
    Object[] arguments = new Object[options.length + 6];
    arguments[0] = "annotate";
    arguments[1] = "--archive";
    arguments[2] = archive;
    arguments[3] = "--day";
    arguments[4] = "2024-05-06";
    System.arraycopy(options, 0, arguments, 5, options.length);
    arguments[arguments.length - 1] = sheet;
    return Run.of(arguments);
  }

  private Run list(Object... options) {
    Object[] arguments = new Object[options.length + 3];
    arguments[0] = "annotations";
    arguments[1] = "--archive";
    arguments[2] = archive;
    System.arraycopy(options, 0, arguments, 3, options.length);
    return Run.of(arguments);
  }

  private Quotation quotation(String id) throws IOException {
    try (Archive open = Archive.openReadOnly(archive)) {
      return open.quotation(id).orElseThrow().quotation();
    }
  }

  private String facets(String facet) {
    return Run.of("facets", "--archive", archive, "--format", "csv", "--facet", facet).out();
  }

  @Test
  void filledSheetBecomesFieldsOfTheQuotations() throws IOException {
    Run drawn =
        Run.of(
            "sample",
            "--archive",
            archive,
            "--labels",
            "stance,strength",
            "--format",
            "csv",
            "--output",
            sheet);
    assertThat(drawn.code()).isZero();
    String filled = Files.readString(sheet).replaceAll("(mill#1,.*),,\n", "$1,for|mixed,3\n");

    Run run = annotate(filled, "--coder", "ann", "--field", "strength=number");

    assertThat(run)
        .isEqualTo(
            new Run(0, "Added 2 annotations; 0 were there already, 1 rows are blank.\n", ""));
    assertThat(facets("quotation.stance"))
        .isEqualTo(
            "facet,value,quotations,articles\n"
                + "quotation.stance,(unknown),1,1\n"
                + "quotation.stance,for,1,1\n"
                + "quotation.stance,mixed,1,1\n");
    assertThat(Run.of("search", "--archive", archive, "--json", "quotation.strength>=3").out())
        .contains("\"total\":1", "\"fields\":{\"stance\":[\"for\",\"mixed\"],\"strength\":[3]}");
  }

  @Test
  void sheetThatIsReadTwiceIsAddedOnce() throws IOException {
    String rows = "quotation,stance,coder,day\nmill#1,for,ann,2024-05-01\nferry#1,,ann,\n";
    annotate(rows);

    Run again = annotate(rows, "--json");

    assertThat(again.out())
        .isEqualTo("{\"added\":0,\"unchanged\":1,\"blank\":1,\"problems\":[]}\n");
  }

  @Test
  void speakersAreCorrected() throws IOException {
    Run run =
        annotate(
            """
            quotation,corrected_speaker,corrected_speaker_type,corrected_speaker_id
            mill#1,Mill Board,organization,Q5
            ferry#1,(unknown),,
            """,
            "--coder",
            "ann");

    assertThat(run.code()).isZero();
    Quotation corrected = quotation("mill#1");
    assertThat(corrected.speaker().name()).isEqualTo("Mill Board");
    assertThat(corrected.speaker().type()).isEqualTo(SpeakerType.ORGANIZATION);
    assertThat(corrected.speaker().id()).contains("Q5");
    assertThat(corrected.rule()).isEqualTo("correction");
    assertThat(quotation("ferry#1").speaker().isKnown()).isFalse();
    JsonNode first = JSON.readTree(list("--json").out()).get("annotations").get(0);
    assertThat(first.toString())
        .isEqualTo(
            "{\"quotation\":\"mill#1\",\"annotated\":\"mill#1\",\"article\":\"mill\","
                + "\"words\":\"The mill is closed,\",\"speaker\":{\"name\":\"Mill Board\","
                + "\"type\":\"ORGANIZATION\",\"id\":\"Q5\"},\"coder\":\"ann\","
                + "\"day\":\"2024-05-06\",\"standing\":\"CURRENT\","
                + "\"replaced\":{\"name\":\"Ada Holm\",\"type\":\"PERSON\"}}");
  }

  @Test
  void whatCannotBeUsedIsReportedAndTheRestIsAdded() throws IOException {
    Run run =
        annotate(
            """
            quotation,text,stance,strength,My label,coder,day,corrected_speaker,corrected_speaker_type
            mill#1,The mill is closed,for,3,x,ann,,,
            ferry#1,The ferry is late,for,,,ann,,,
            north#1,,for,,,ann,,,
            ferry#1,"The ferry sails at noon,",,much,,ann,,,
            ferry#1,"The ferry sails at noon,",for,,,ann,May,,
            ferry#1,"The ferry sails at noon,",for,,,,,,
            ferry#1,"The ferry sails at noon,",,,,ann,,Cleo Marsh,robot
            ferry#1,"The ferry sails at noon,",left,,,ben,,,
            ferry#1,"The ferry sails at noon,",right,,,ben,,,
            ferry#1,,for,,,cy,,,,,more
            ,,for,,,ann,,,
            """,
            "--field",
            "strength=number");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .isEqualTo("Added 2 annotations; 0 were there already, 0 rows are blank.\n");
    assertThat(run.err().lines().map(line -> line.replace(sheet.toString(), "S")))
        .containsExactly(
            "onrecord: S, line 1: column 'My label' is not used: the name of a label consists of"
                + " letters in lower case, digits and underscores",
            "onrecord: S, line 3: quotation 'ferry#1' has other words in the archive now",
            "onrecord: S, line 4: the archive has no quotation 'north#1'",
            "onrecord: S, line 5: strength: a number such as 12 or 0.5 was expected, but was 'much'",
            "onrecord: S, line 6: stance: a day such as 2020-11-22 was expected, but was 'May'",
            "onrecord: S, line 7: stance: the coder is not known; name one in a column 'coder', or for all rows by --coder",
            "onrecord: S, line 8: corrected_speaker: the type must be person, organization or"
                + " unnamed, but was 'robot'",
            "onrecord: S, line 10: contradicts line 9 about the quotation 'ferry#1', so that neither"
                + " is used",
            "onrecord: S, line 11: has more cells than line 1 names columns, so its cells may be"
                + " displaced",
            "onrecord: S, line 12: the archive has no quotation ''");
  }

  @Test
  void typeThatTheArchiveDoesNotHaveIsReportedWithItsLine() throws IOException {
    annotate("quotation,stance\nmill#1,for\n", "--coder", "ann");

    Run run =
        annotate(
            "quotation,stance\nferry#1,3\n",
            "--coder",
            "ann",
            "--field",
            "stance=number",
            "--json");

    assertThat(run.code()).isEqualTo(1);
    JsonNode problem = JSON.readTree(run.out()).get("problems").get(0);
    assertThat(problem.get("line").intValue()).isEqualTo(2);
    assertThat(problem.get("message").stringValue())
        .contains("quotation.stance", "is a number, but the archive has it as a name");
  }

  @Test
  void annotationsAreWithdrawnAndStayInTheList() throws IOException {
    String rows = "quotation,stance,corrected_speaker\nmill#1,for,Cleo Marsh\n";
    annotate(rows, "--coder", "ann");

    annotate(rows, "--coder", "ann", "--withdraw");

    assertThat(quotation("mill#1").fields().of("stance")).isEmpty();
    assertThat(quotation("mill#1").speaker().name()).isEqualTo("Ada Holm");
    assertThat(list("--format", "csv").out().lines().toList())
        .isEqualTo(
            List.of(
                "quotation,annotated,article,field,value,coder,day,standing,replaced,words",
                "mill#1,mill#1,mill,quotation.stance,for,ann,2024-05-06,SUPERSEDED,,\"The mill is"
                    + " closed,\"",
                "mill#1,mill#1,mill,speaker,Cleo Marsh,ann,2024-05-06,SUPERSEDED,,\"The mill is"
                    + " closed,\"",
                "mill#1,mill#1,mill,quotation.stance,,ann,2024-05-06,SUPERSEDED,,\"The mill is"
                    + " closed,\"",
                "mill#1,mill#1,mill,speaker,,ann,2024-05-06,SUPERSEDED,,\"The mill is closed,\""));
  }

  @Test
  void detachedAnnotationsAreListedAndReportedByIndexAndReextract() throws IOException {
    annotate("quotation,stance\nmill#1,for\nferry#1,for\n", "--coder", "ann");
    Path articles =
        Files.writeString(
            folder.resolve("articles.jsonl"),
            "{\"id\":\"mill\",\"title\":\"Mill\",\"text\":\"\\\"Nothing to see,\\\" said Bo Lind.\"}\n");

    Run indexed = Run.of("index", "--archive", archive, articles);

    assertThat(indexed.out())
        .contains(
            "1 annotation is on a quotation that its article no longer has; annotations --standing"
                + " detached lists it.");
    assertThat(list("--standing", "detached").out())
        .isEqualTo(
            """
            1 annotation

            annotated  field             value  coder  day         standing
            mill#1     quotation.stance  for    ann    2024-05-06  DETACHED
            """);
    assertThat(list("--standing", "superseded").out()).isEqualTo("0 annotations\n");
    assertThat(Run.of("reextract", "--archive", archive, "--json").out())
        .contains("\"detached\":1");
  }

  @Test
  void agreementOfCodersIsPrinted() throws IOException {
    annotate(
        """
        quotation,stance,tone,coder
        mill#1,for,calm,ann
        mill#1,for,calm,ben
        ferry#1,for,calm,ann
        ferry#1,against,,ben
        """);

    assertThat(list("--agreement").out())
        .isEqualTo(
            """
            field             quotations  coders  labels  alpha
            quotation.stance           2       2       4  0.000
            quotation.tone             1       2       2
            """);
    assertThat(list("--agreement", "--json").out())
        .isEqualTo(
            "{\"agreement\":[{\"field\":\"stance\",\"quotations\":2,\"coders\":2,\"labels\":4,"
                + "\"alpha\":0.0},{\"field\":\"tone\",\"quotations\":1,\"coders\":2,\"labels\":2,"
                + "\"alpha\":null}]}\n");
    assertThat(list("--agreement", "--format", "csv").out())
        .isEqualTo(
            "field,quotations,coders,labels,alpha\n"
                + "quotation.stance,2,2,4,0.0\n"
                + "quotation.tone,1,2,2,\n");
  }

  @Test
  void sheetWithoutLabelsIsRefused() throws IOException {
    assertThat(annotate("quotation,coder\nmill#1,ann\n").err())
        .startsWith("onrecord: " + sheet + " has no column for labels, nor corrected_speaker\n");
    assertThat(annotate("quotation,stance\nmill#1,for\n", "--field", "tone=name").err())
        .startsWith(
            "onrecord: --field must name a column for labels of the sheet, of [stance], but was"
                + " 'tone'\n");
    assertThat(annotate("quotation,stance\nmill#1,for\n", "--field", "stance").code()).isEqualTo(2);
  }

  @Test
  void correctedSpeakersAreJudgedAsTheyWereFound() throws IOException {
    annotate(
        "quotation,corrected_speaker,correct\nmill#1,Cleo Marsh,no\nferry#1,,yes\n",
        "--coder",
        "ann");
    Files.writeString(
        sheet, "quotation,speaker,correct\nmill#1,Ada Holm,no\nferry#1,Bo Lind,yes\n");

    Run rates = Run.of("error-rates", "--archive", archive, "--format", "csv", sheet);

    assertThat(rates.err()).isEmpty();
    assertThat(rates.out()).contains("rule,inverted,2,1,0.5").doesNotContain("correction");
    assertThat(quotation("mill#1").fields().of("correct")).containsExactly(FieldValue.name("no"));
  }
}
