package onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import onrecord.Archive;
import onrecord.format.HitFormat;
import onrecord.format.HitWriter;
import onrecord.model.Article;
import onrecord.model.Published;
import onrecord.query.Hit;
import onrecord.query.Query;
import onrecord.query.Search;
import onrecord.query.SortOrder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The options of the commands that print hits: pages, context, distinct wordings, limits, exports.
 */
class HitsCommandsTest {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int OTHERS = 40;

  @TempDir private static Path folder;
  private static Path archive;

  @BeforeAll
  static void addArticles() throws IOException {
    archive = folder.resolve("archive");
    try (Archive open = Archive.open(archive)) {
      open.add(
          Article.builder(
                  "first",
                  "\ud83d\ude00 Rain fell. \"The mill,\" said Ada Holm, \"will open.\" Nobody asked why.")
              .title("The mill, \"old\" and new")
              .published(Published.parse("2024-05-01"))
              .outlet("The Post")
              .authors(List.of("B. Ink", "C. Ink"))
              .tags(List.of("mills"))
              .build());
      open.add(
          Article.builder("second", "\"The mill, will open!\" said Ada Holm.")
              .title("Again")
              .published(Published.parse("2024-05-02"))
              .build());
      for (int i = 0; i < OTHERS; i++) {
        open.add(
            Article.builder("other" + i, "\"Number " + i + " is mine,\" said Bo Lind.").build());
      }
    }
  }

  private static List<JsonNode> lines(Run run) {
    return run.out().lines().map(JSON::readTree).toList();
  }

  @Nested
  class SearchPages {

    @Test
    void goOnBehindTheCursorUntilAllIsShown() {
      List<String> ids = new ArrayList<>();
      JsonNode page = page(List.of());
      while (true) {
        page.get("hits").forEach(hit -> ids.add(hit.at("/quotation/id").stringValue()));
        if (page.get("cursor").isNull()) {
          break;
        }
        page = page(List.of("--cursor", page.get("cursor").stringValue()));
      }

      assertThat(ids).hasSize(OTHERS).doesNotHaveDuplicates();
    }

    private JsonNode page(List<String> cursor) {
      List<Object> arguments =
          new ArrayList<>(
              List.of("search", "--archive", archive, "--json", "--speaker", "lind", "--limit", 7));
      arguments.addAll(cursor);
      return JSON.readTree(Run.of(arguments.toArray()).out());
    }

    @Test
    void aCursorOfAnotherSearchIsRefused() {
      String cursor =
          JSON.readTree(Run.of("search", "--archive", archive, "--json", "number").out())
              .get("cursor")
              .stringValue();

      Run run = Run.of("search", "--archive", archive, "mine", "--cursor", cursor);

      assertThat(run.code()).isEqualTo(2);
      assertThat(run.err()).contains("cursor").contains("search");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "speaker:holm | 2",
        "mill OR number | 42",
        "mill or number | 42",
        "\"the mill\u201d | 2",
        "speaker:holm AND NOT open | 0",
        "number 7/11 | 0",
        "number? | 40",
        "( number | 40"
      })
  void wordsAreReadAsAQuery(String words, int hits) {
    for (List<String> arguments : List.of(List.of(words), List.of(words.split(" ")))) {
      List<Object> all = new ArrayList<>(List.of("search", "--archive", archive, "--json"));
      all.addAll(arguments);

      Run run = Run.of(all.toArray());

      assertThat(JSON.readTree(run.out()).get("quotations").intValue())
          .as(run.err())
          .isEqualTo(hits);
    }
  }

  @Test
  void whatIsNoQueryIsReported() {
    Run run = Run.of("search", "--archive", archive, "7:11 or ( number");

    assertThat(run.code()).isZero();
    assertThat(run.err().lines())
        .containsExactly(
            "onrecord: searched for as words: 7:11",
            "onrecord: read as an operator: or",
            "onrecord: ignored in the query: (");
  }

  @ParameterizedTest
  @CsvSource({"--query, -hill", "--query, -Volume", "--query, -json", "--against, -hill"})
  void queryOfAnOptionMayBeginWithAHyphen(String option, String query) {
    String command = option.equals("--against") ? "keywords" : "facets";
    Run run =
        command.equals("facets")
            ? Run.of(command, "--archive", archive, "--facet", "kind", option, query)
            : Run.of(command, "--archive", archive, "mill", option, query);

    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains(command.equals("facets") ? "42 quotations" : "2 quotations (direct, mixed) with");
  }

  @Test
  void optionWithoutAValueIsStillAnError() {
    assertThat(Run.of("search", "--archive", archive, "--query", "--json").code()).isEqualTo(2);
    assertThat(Run.of("search", "--archive", archive, "--query", "-h").code()).isEqualTo(2);
  }

  @Test
  void emptyAnswerNamesTheNearestValues() {
    for (String command : List.of("search", "sample", "timeline")) {
      Run run = Run.of(command, "--archive", archive, "--query", "speaker:\"ada hulm\" mil");

      assertThat(run.code()).isZero();
      assertThat(run.out()).startsWith("0 quotations");
      assertThat(run.err().lines())
          .containsExactly(
              "onrecord: nothing in the archive matches speaker:\"ada hulm\"; the nearest are Ada Holm",
              "onrecord: nothing in the archive matches mil; the nearest are mill");
    }
    assertThat(Run.of("search", "--archive", archive, "mill").err()).isEmpty();
  }

  @Test
  void synonymsAndAliasesAreSearchedForAndStated(@TempDir Path folder) throws IOException {
    Path words = Files.writeString(folder.resolve("words.txt"), "factory, mill\n");
    Path people =
        Files.writeString(folder.resolve("people.csv"), "name,aliases\nAda Holm,The Miller\n");

    Run run = Run.of("search", "--archive", archive, "--synonyms", words, "factory");
    Run named =
        Run.of(
            "search",
            "--archive",
            archive,
            "--aliases",
            people,
            "--query",
            "speaker:\"the miller\"");

    assertThat(run.out()).startsWith("2 quotations");
    assertThat(run.err()).isEqualTo("onrecord: as well as factory, searched for: mill\n");
    assertThat(named.out()).startsWith("2 quotations");
    assertThat(named.err()).isEqualTo("onrecord: as well as the miller, searched for: Ada Holm\n");
    Files.writeString(words, "factory");
    assertThat(Run.of("search", "--archive", archive, "--synonyms", words, "factory").err())
        .contains("line 1 of the synonyms must be two or more forms");
    assertThat(Run.of("search", "--archive", archive, "--synonyms", folder, "factory").code())
        .isEqualTo(2);
    assertThat(
            Run.of("search", "--archive", archive, "--aliases", folder.resolve("x"), "mill").err())
        .contains("must be a list of known speakers");
  }

  @Test
  void quotationsAreFoundByTheirIds(@TempDir Path folder) throws IOException {
    List<String> found = ids("mill");
    Path file = Files.writeString(folder.resolve("ids.txt"), "\ufeff" + String.join("\n\n", found));
    Path empty = Files.writeString(folder.resolve("empty.txt"), "\n");

    assertThat(ids("--id-file", file.toString())).containsExactlyInAnyOrderElementsOf(found);
    assertThat(ids("--id", found.getFirst())).containsExactly(found.getFirst());
    assertThat(ids("--id", found.getFirst(), "--id", found.getLast())).hasSize(2);
    assertThat(Run.of("search", "--archive", archive, "--id-file", empty).err())
        .contains("must have an id on a line, but");
    assertThat(Run.of("search", "--archive", archive, "--id-file", folder.resolve("none")).err())
        .contains("must be a text file in UTF-8 that can be read, but was");
  }

  private static List<String> ids(String... arguments) {
    List<Object> all = new ArrayList<>(List.of("search", "--archive", archive, "--json"));
    all.addAll(List.of(arguments));
    List<String> ids = new ArrayList<>();
    JSON.readTree(Run.of(all.toArray()).out())
        .get("hits")
        .forEach(hit -> ids.add(hit.get("quotation").get("id").stringValue()));
    return ids;
  }

  @Test
  void scoreIsWeighedAndExplained() {
    String[] asked = {
      "search",
      "--archive",
      archive.toString(),
      "mill",
      "--half-life=30",
      "--weigh-confidence=1",
      "--weigh-length=0.5",
      "--explain"
    };

    Run text = Run.of((Object[]) asked);
    JsonNode json =
        JSON.readTree(Run.of(Stream.concat(Stream.of(asked), Stream.of("--json")).toArray()).out());

    assertThat(text.out())
        .contains("Score of 1:\n")
        .contains("factor of the day of publication, half of it 30 days from ")
        .contains("factor of the confidence, raised to the power of 1.0")
        .contains("factor of the length, raised to the power of 0.5");
    assertThat(json.get("explanations")).hasSameSizeAs(json.get("hits"));
    assertThat(json.get("explanations").get(0).get("value").doubleValue())
        .isCloseTo(json.get("hits").get(0).get("score").doubleValue(), within(1e-6));
    assertThat(json.get("explanations").get(0).get("parts")).isNotEmpty();
    Run table = Run.of(Stream.concat(Stream.of(asked), Stream.of("--format=csv")).toArray());
    assertThat(table.code()).isEqualTo(2);
    assertThat(table.err()).contains("--explain cannot be printed as a table");
    assertThat(Run.of("search", "--archive", archive, "mill", "--weigh-length=11").err())
        .contains("weight of the length must be 0 to 10, but was 11.0");
  }

  @Test
  void contextIsTheSentencesAround() {
    String[] asked = {"search", "--archive", archive.toString(), "mill", "--article", "first"};

    JsonNode hit =
        JSON.readTree(Run.of(with(asked, "--context", "0", "--json")).out()).at("/hits/0");

    assertThat(hit.get("context"))
        .isEqualTo(
            JSON.readTree(
                """
                {"start":13,"end":52,"text":"\\"The mill,\\" said Ada Holm, \\"will open.\\""}
                """));
    assertThat(hit.get("highlights"))
        .isEqualTo(
            JSON.readTree(
                """
                {"inQuotation":[{"start":4,"end":8}],"inArticle":[{"start":18,"end":22}]}
                """));
    assertThat(Run.of(with(asked, "--context", "1")).out())
        .contains(
            "    > \ud83d\ude00 Rain fell. \"The mill,\" said Ada Holm, \"will open.\" Nobody");
    assertThat(Run.of((Object[]) asked).out()).doesNotContain("Nobody");
  }

  private static Object[] with(String[] arguments, String... more) {
    List<Object> all = new ArrayList<>(List.of((Object[]) arguments));
    all.addAll(List.of(more));
    return all.toArray();
  }

  @Test
  void exportPutsAnApostropheBeforeFormulasUnlessCellsAreRaw(@TempDir Path folder)
      throws IOException {
    try (Archive open = Archive.open(folder)) {
      open.add(
          Article.builder("-formula", "\u201cFormulas harm,\u201d Ada Holm said.")
              .title("=HYPERLINK(\"https://example.org\")")
              .build());
    }

    assertThat(Run.of("export", "--archive", folder, "formulas").out())
        .contains("\n'-formula#1,'-formula,\"'=HYPERLINK(");
    assertThat(Run.of("export", "--archive", folder, "--raw-cells", "formulas").out())
        .contains("\n-formula#1,-formula,\"=HYPERLINK(");
    Run json = Run.of("export", "--archive", folder, "--raw-cells", "--json", "formulas");
    assertThat(json.code()).isEqualTo(2);
    assertThat(json.err())
        .startsWith("onrecord: --raw-cells applies to CSV and TSV, not to json-lines\n");
  }

  @Test
  void distinctMakesOneHitOfTheSameWords() {
    JsonNode result =
        JSON.readTree(Run.of("search", "--archive", archive, "--distinct", "--json", "mill").out());

    assertThat(result.get("total").intValue()).isEqualTo(1);
    assertThat(result.get("quotations").intValue()).isEqualTo(2);
    assertThat(result.at("/hits/0/article/id").stringValue()).isEqualTo("first");
    assertThat(
            result
                .at("/hits/0/occurrences")
                .valueStream()
                .map(o -> o.at("/article/id").stringValue()))
        .containsExactly("first", "second");
    assertThat(Run.of("search", "--archive", archive, "--distinct", "mill").out())
        .startsWith("1 wording of 2 quotations (direct, mixed; each wording once)\n")
        .contains("    also 2024-05-02 \u00b7 Again \u00b7 second#1\n");
  }

  @Nested
  class Limits {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            search --time 0.000000001 mine   | search took longer than PT0.000000001S; SearchLimits.time raises this (here --time)
            timeline --time 0.000000001      | search took longer than PT0.000000001S; SearchLimits.time raises this (here --time)
            export --max-clauses 2 a b c     | query and filters must have at most 2 words and clauses; SearchLimits.maxClauses raises this (here --max-clauses)
            facets --facet speaker --max-states 5 --query /.{9}/ | pattern '.{9}' needs an automaton of more than 5 states; SearchLimits.maxStates raises this (here --max-states)
            """)
    void areToldWithTheOptionThatRaisesThem(String command, String message) {
      List<Object> arguments = new ArrayList<>(List.of((Object[]) command.split(" ")));
      arguments.addAll(List.of("--archive", archive));

      Run run = Run.of(arguments.toArray());

      assertThat(run).isEqualTo(new Run(1, run.out(), "onrecord: " + message + "\n"));
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "1e10"})
    void mustBeATimeThatThereIs(String seconds) {
      Run run = Run.of("search", "--archive", archive, "--time", seconds);

      assertThat(run.code()).isEqualTo(2);
      assertThat(run.err())
          .contains(
              "'--time': must be a number of seconds, more than 0 and at most 31536000, but was '"
                  + seconds
                  + "'");
    }

    @Test
    void areWholeNumbersOfALimitedSize() {
      Run run = Run.of("search", "--archive", archive, "--limit", "99999999999");

      assertThat(run.code()).isEqualTo(2);
      assertThat(run.err())
          .contains("'--limit': must be a whole number from 0 to 10000, but was '99999999999'")
          .doesNotContain(" int");
    }

    @Test
    void boundHowOftenOptionsOccur() {
      List<Object> queries = new ArrayList<>(List.of("search", "--archive", archive));
      List<Object> facets = new ArrayList<>(queries);
      for (int i = 0; i <= 10_000; i++) {
        queries.addAll(List.of("--published", "2020"));
        facets.addAll(List.of("--facet", "speaker"));
      }

      assertThat(Run.of(queries.toArray()).err())
          .contains("there must be at most 10000 values of a query, but are 10001\n");
      assertThat(Run.of(facets.toArray()).err())
          .contains("there must be at most 100 facets, but are 10001\n");
    }

    @Test
    void givesAPartWhenAskedTo() {
      String[] asked = {
        "search", "--archive", archive.toString(), "--time", "0.000000001", "--partial", "mine"
      };

      assertThat(JSON.readTree(Run.of(with(asked, "--json")).out()).get("partial").booleanValue())
          .isTrue();
      assertThat(Run.of((Object[]) asked).out())
          .contains("; incomplete: the time limit was reached\n");
    }

    @Test
    void doNotMatterWhenThereIsTimeEnough() {
      Run run = Run.of("search", "--archive", archive, "--time", "3600", "mine", "--json");

      assertThat(JSON.readTree(run.out()).get("total").intValue()).isEqualTo(OTHERS);
      assertThat(JSON.readTree(run.out()).get("partial").booleanValue()).isFalse();
    }
  }

  @Nested
  class Export {

    @Test
    void printsAllAsCsv() throws IOException {
      Run run = Run.of("export", "--archive", archive, "--sort", "oldest");

      List<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(run.out()).stream().toList();

      assertThat(run.err()).isEmpty();
      assertThat(rows).hasSize(OTHERS + 2);
      assertThat(rows.getFirst().getFieldsAsMap())
          .containsEntry("id", "first#15")
          .containsEntry("article", "first")
          .containsEntry("title", "The mill, \"old\" and new")
          .containsEntry("published", "2024-05-01")
          .containsEntry("outlet", "The Post")
          .containsEntry("section", "")
          .containsEntry("authors", "B. Ink|C. Ink")
          .containsEntry("tags", "mills")
          .containsEntry("speaker", "Ada Holm")
          .containsEntry("speaker_type", "PERSON")
          .containsEntry("text", "The mill, will open.")
          .containsEntry("runs", "14-23|41-51")
          .containsEntry("mention", "Ada Holm")
          .containsEntry("cue", "said")
          .containsEntry("context", "")
          .containsEntry("occurrences", "");
      try (Archive open = Archive.openReadOnly(archive)) {
        assertThat(rows.stream().map(row -> row.getField("id")))
            .containsExactlyInAnyOrderElementsOf(
                open.stream(Search.of(Query.all())).map(Hit::quotation).map(q -> q.id()).toList());
      }
    }

    @Test
    void printsAllAsJsonLines() {
      List<JsonNode> hits =
          lines(Run.of("export", "--archive", archive, "--json", "--context", "0", "--distinct"));

      assertThat(hits).hasSize(OTHERS + 1);
      assertThat(hits)
          .allSatisfy(hit ->
              assertThat(hit.propertyNames())
                  .containsExactly(
                      "quotation", "article", "score", "highlights", "context", "occurrences"));
    }

    @Test
    void printsWhatMatchesAlone() {
      List<JsonNode> hits =
          lines(Run.of("export", "--archive", archive, "--json", "--outlet", "The Post"));

      assertThat(hits.stream().map(hit -> hit.at("/article/id").stringValue()))
          .containsExactly("first");
      assertThat(Run.of("export", "--archive", archive, "unheard").out())
          .isEqualTo(ExportCommand.COLUMNS.replace(", ", ",") + "\n");
    }

    @Test
    void isWhatAProgramWritesToo() throws IOException {
      StringBuilder csv = new StringBuilder();
      StringBuilder json = new StringBuilder();
      Search search =
          Search.builder(Query.all()).distinct(true).context(1).sort(SortOrder.OLDEST).build();
      try (Archive open = Archive.openReadOnly(archive)) {
        export(open, search, HitFormat.CSV, csv);
        export(open, search, HitFormat.JSON_LINES, json);
      }
      String[] asked = {
        "export",
        "--archive",
        archive.toString(),
        "--distinct",
        "--context",
        "1",
        "--sort",
        "oldest"
      };

      assertThat(Run.of((Object[]) asked).out()).isEqualTo(csv.toString()).hasLineCount(OTHERS + 2);
      assertThat(Run.of(with(asked, "--json")).out()).isEqualTo(json.toString());
    }

    private static void export(Archive open, Search search, HitFormat format, Appendable out)
        throws IOException {
      try (HitWriter writer = format.writer(out, open::article);
          Stream<Hit> hits = open.stream(search)) {
        writer.writeAll(hits);
      }
    }

    @Test
    void keepsTheOrderThatIsAskedFor() throws IOException {
      List<String> speakers =
          CsvReader.builder()
              .ofNamedCsvRecord(Run.of("export", "--archive", archive, "--sort", "speaker").out())
              .stream()
              .map(row -> row.getField("speaker"))
              .toList();

      assertThat(speakers).isSorted();
      assertThat(IntStream.range(0, 2).mapToObj(speakers::get)).containsOnly("Ada Holm");
    }
  }
}
