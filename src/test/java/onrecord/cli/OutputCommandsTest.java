package onrecord.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import onrecord.Archive;
import onrecord.format.HitFormat;
import onrecord.model.Article;
import onrecord.model.Published;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The options --format and --output of the commands that print results. */
class OutputCommandsTest {

  @TempDir private Path folder;

  @BeforeEach
  void addArticles() throws IOException {
    try (Archive open = Archive.open(folder.resolve("archive"))) {
      open.add(
          Article.builder("one", "\"Bo Lind sold the pier, and the pier leaks,\" said Ada Holm.")
              .title("Pier, sold")
              .outlet("=Post")
              .published(Published.parse("2024-05-01"))
              .build());
      open.add(
          Article.builder("two", "\"The pier is mine,\" said Bo Lind.")
              .outlet("Quay")
              .published(Published.parse("2024-06-02"))
              .build());
      open.add(Article.builder("three", "\"It rains on Ada Holm,\" said Bo Lind.").build());
    }
  }

  private Run run(String command, Object... more) {
    return Run.on(folder.resolve("archive"), command, more);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          facets --facet speaker --facet outlet | facet,value,quotations,articles                                                            | 5 | value        | Bo Lind
          timeline                              | period,first_day,quotations,all,share                                                      | 2 | period       | 2024-05
          timeline --split outlet               | period,first_day,value,quotations,all,share                                                | 6 | value        | Quay
          keywords pier --minimum 1             | word,g2,count,other_count,per_million,other_per_million,log_ratio,percent_diff             | 9 | word         | pier
          words --minimum 1                     | text,count,per_million,quotations,articles | 14 | text | pier
          collocates --of pier --minimum 1      | word,count,expected,total,g2,log_ratio,log_dice | 8 | word | mine
          dispersion --of pier --by outlet      | part,words,places,per_million | 3 | part | Quay
          network                               | speaker,about,quotations                                                                   | 2 | about        | Ada Holm
          concordance pier                      | left,match,right,start,end,quotation,speaker,article,title,published,outlet,url            | 3 | left         | Bo Lind sold the
          wordings --minimum 1                  | wording,quotations,articles,outlets,occurrence,published,outlet,speaker,text,quotation,article,title,url | 3 | occurrence | 1
          suggest --name lind                   | speaker,quotations,exact                                                                   | 1 | speaker      | Bo Lind
          info                                  | articles,quotations,speakers,indirect,first_published,last_published,format,extractor,fields      | 1 | last_published | 2024-06-02
          """)
  void tablesHaveTheDocumentedColumns(
      String command, String columns, int rows, String column, String value) throws IOException {
    for (char separator : new char[] {',', '\t'}) {
      Run run = run(command + " --format " + (separator == ',' ? "csv" : "TSV"));

      assertThat(run.err()).isEmpty();
      assertThat(run.out().lines().findFirst().orElseThrow())
          .isEqualTo(columns.replace(',', separator));
      List<NamedCsvRecord> records =
          CsvReader.builder().fieldSeparator(separator).ofNamedCsvRecord(run.out()).stream()
              .toList();
      assertThat(records).hasSize(rows);
      assertThat(records.stream().map(record -> record.getField(column))).contains(value);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          timeline          | months.csv      | csv
          timeline          | MONTHS.TSV      | tsv
          search pier       | hits.json       | json
          facets -f speaker | csv             | text
          facets -f speaker | counts.csv.txt  | text
          facets -f speaker | counts.gexf     | text
          network           | pairs.gexf      | gexf
          network           | pairs.graphml   | graphml
          info              | archive.json    | json
          annotations       | labels.csv      | csv
          """)
  void theNameOfAFileSpecifiesTheFormatUnlessAnOptionDoes(
      String command, String file, String format) throws IOException {
    Path named = folder.resolve(file);

    assertThat(run(command, "--output", named).code()).isZero();
    assertThat(named).hasContent(run(command + " --format " + format).out());

    Path other = folder.resolve("other-" + file);
    assertThat(run(command, "--format", "text", "--output", other).code()).isZero();
    assertThat(other).hasContent(run(command).out());
  }

  @Test
  void theNameOfAFileSpecifiesTheFormOfACitation() throws IOException {
    Path json = folder.resolve("cited.JSON");
    Path footnote = folder.resolve("footnote.json");

    assertThat(run("cite pier", "--output", json).err()).isEmpty();
    assertThat(run("cite pier --footnote", "--output", footnote).err()).isEmpty();

    assertThat(json).hasContent(run("cite pier --json").out());
    assertThat(footnote).hasContent(run("cite pier --footnote").out());
    assertThat(run("check " + json).code()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "all.csv, csv",
    "all.TSV, tsv",
    "all.jsonl, json-lines",
    "all.ndjson, json-lines",
    "all.json, json-lines",
    "all.xml, tei",
    "all.tei, tei",
    "all.bib, bibtex",
    "all.ris, ris",
    "all.txt, csv",
    "all, csv"
  })
  void theNameOfAFileSpecifiesTheFormatOfAnExport(String file, String format) {
    Path named = folder.resolve(file);

    assertThat(run("export", "--output", named).err()).isEmpty();
    assertThat(named).hasContent(run("export --format " + format).out());
  }

  @Test
  void aDatabaseIsExportedToAFileWithTheNameOfOne() throws IOException {
    for (String file : List.of("all.db", "all.sqlite", "all.sqlite3")) {
      assertThat(run("export", "--output", folder.resolve(file)).err()).isEmpty();
      assertThat(Files.readAllBytes(folder.resolve(file)))
          .startsWith("SQLite format 3".getBytes(US_ASCII));
    }
  }

  @Test
  void articlesWithoutQuotationsAreExportedIfWanted() throws IOException {
    try (Archive open = Archive.open(folder.resolve("archive"))) {
      open.add(Article.builder("quiet", "It rains.").outlet("Quay").build());
      open.add(Article.builder("still", "It snows.").build());
    }
    Path all = folder.resolve("all.jsonl");

    assertThat(run("export --format articles").out().lines()).hasSize(3);
    assertThat(run("export --format articles --all-articles", "--output", all).err()).isEmpty();
    assertThat(run("export --format articles --all-articles --outlet Quay").out().lines())
        .hasSize(2)
        .anySatisfy(line -> assertThat(line).contains("\"id\":\"quiet\"", "\"quotations\":[]"));
    assertThat(run("export --format tei --all-articles").out()).contains("It snows.");
    assertThat(run("export --format citron --all-articles").out()).contains("It snows.");

    Run again = Run.of("index", "--archive", folder.resolve("again"), all);
    assertThat(again.out()).contains("Added 5 articles, ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          export --all-articles | applies to --format articles, citron and tei, not to csv
          export --all-articles --format bibtex | applies to --format articles, citron and tei, not to bibtex
          export --all-articles --format articles --distinct | cannot be used with --distinct, --filter or
          export --all-articles --format articles --filter outlet=Quay | cannot be used with --distinct, --filter or
          export --all-articles --format articles --new-since x | cannot be used with --distinct, --filter or
          """)
  void allArticlesAreRefusedWhereTheyAreNone(String command, String message) {
    Run run = run(command);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("--all-articles " + message);
  }

  @Test
  void aSheetForCodersNeedsNoFormatIfItsFileHasTheNameOfATable() {
    Path sheet = folder.resolve("coding.csv");

    assertThat(run("sample --labels stance", "--output", sheet).err()).isEmpty();
    assertThat(sheet).content().startsWith("quotation,article,").contains(",stance\n");
  }

  @Test
  void aFileIsNotWrittenToAFolderThatIsNotThere() throws IOException {
    Path missing = folder.resolve("missing");
    Path file = Files.createFile(folder.resolve("file"));

    for (Path parent : List.of(missing, file)) {
      Run run = run("export", "--output", parent.resolve("all.csv"));

      assertThat(run.code()).isEqualTo(1);
      assertThat(run.err())
          .isEqualTo(
              "onrecord: "
                  + parent
                  + (parent.equals(file)
                      ? ": is no folder, but --output must name a file in one\n"
                      : ": there is no such file or folder\n"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"search pier", "sample --size 2"})
  void hitsAreTheRowsOfAnExport(String command) throws IOException {
    Run run = run(command + " --format csv");

    assertThat(run.out()).startsWith(ExportCommand.COLUMNS.replace(", ", ",") + "\n");
    assertThat(CsvReader.builder().ofNamedCsvRecord(run.out()).stream()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "facets --facet speaker",
        "timeline",
        "keywords pier",
        "words",
        "collocates --of pier",
        "dispersion --of pier --by article",
        "network",
        "concordance pier",
        "sample",
        "wordings",
        "search",
        "suggest --name lind",
        "info"
      })
  void jsonIsTheShortFormAndTextIsTheDefault(String command) {
    String json = run(command + " --json").out();

    assertThat(JsonMapper.shared().readTree(json).isObject()).isTrue();
    assertThat(run(command + " --format json").out()).isEqualTo(json);
    assertThat(run(command + " --format text").out()).isEqualTo(run(command).out()).isNotEmpty();
  }

  @Test
  void formulasInTablesAreTextUnlessCellsAreRaw() {
    String command = "facets --facet outlet --format csv";

    assertThat(run(command).out()).contains("outlet,'=Post,1,1\n");
    assertThat(run(command + " --raw-cells").out()).contains("outlet,=Post,1,1\n");
    assertThat(run(command + " --bom").out()).startsWith("\ufefffacet,");
    assertThat(run("export --format tsv --bom").out()).startsWith("\ufeffid\tarticle\t");
    assertThat(run("export --format tsv").out()).contains("\t'=Post\t");
    assertThat(run("export --format raw-tsv").out())
        .contains("\t=Post\t")
        .isEqualTo(run("export --format tsv --raw-cells").out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"graphml", "gexf"})
  void aNetworkIsAGraph(String format) throws Exception {
    Run run = run("network --format " + format);

    assertThat(
            DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(run.out())))
                .getElementsByTagName("edge")
                .getLength())
        .isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          facets --facet speaker --format graphml | --format must be one of text, csv, tsv, json, but was 'graphml'
          network --format dot                    | --format must be one of text, csv, tsv, json, graphml, gexf, but was 'dot'
          timeline --format csv --json            | --json and --format csv exclude each other
          timeline --bom                          | --bom applies to CSV and TSV, not to text
          info --format json --raw-cells          | --raw-cells applies to CSV and TSV, not to json
          export --format tei --bom               | --bom applies to CSV and TSV, not to tei
          export --format tei --json              | --json and --format tei exclude each other
          export --format sqlite                  | --format sqlite requires --output with the name of a file
          export --format sqlite --output -       | --format sqlite requires --output with the name of a file
          timeline --overwrite                    | --overwrite requires --output with the name of a file
          export --format word                    | Invalid value for option '--format': expected one of csv, raw-csv, tsv, raw-tsv, json-lines, articles, schema-org, web-annotation, citron, tei, bibtex, ris, sqlite, but was 'word'
          """)
  void optionsThatDoNotGoTogetherAreInvalid(String command, String message) {
    Run run = run(command);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("onrecord: " + message + "\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "facets --facet speaker",
        "timeline --format csv",
        "network --format gexf",
        "search --json",
        "info --format tsv",
        "cite",
        "export",
        "export --format tei",
        "suggest --name nobody"
      })
  void aFileContainsWhatIsPrintedOtherwise(String command) throws IOException {
    Path file = folder.resolve("result");

    assertThat(run(command, "--output", file)).isEqualTo(new Run(0, "", ""));

    assertThat(Files.readString(file)).isEqualTo(run(command, "--output", "-").out());
    assertThat(run(command).out()).isEqualTo(Files.readString(file));
    assertOnlyFiles("result");
  }

  @ParameterizedTest
  @EnumSource
  void exportWritesEveryFormatToAFile(HitFormat format) throws IOException {
    Path file = folder.resolve("result");

    assertThat(run("export --format " + format, "--output", file)).isEqualTo(new Run(0, "", ""));

    assertThat(file).isNotEmptyFile();
    assertOnlyFiles("result");
  }

  @Test
  void anExportToSqliteIsADatabase() throws SQLException {
    Path file = folder.resolve("quotations.db");
    run("export --format sqlite", "--output", file);

    try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + file);
        ResultSet rows =
            database
                .createStatement()
                .executeQuery("SELECT count(*) FROM quotation_list WHERE speaker = 'Bo Lind'")) {
      assertThat(rows.getInt(1)).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"facets --facet speaker", "export --format sqlite"})
  void anExistingFileIsReplacedOnlyOnRequest(String command) throws IOException {
    Path file = Files.writeString(folder.resolve("result"), "old");

    Run refused = run(command, "--output", file);

    assertThat(refused)
        .isEqualTo(new Run(1, "", "onrecord: " + file + ": exists; --overwrite replaces it\n"));
    assertThat(file).hasContent("old");
    assertThat(run(command, "--output", file, "--overwrite").code()).isZero();
    assertThat(Files.readAllBytes(file)).isNotEqualTo("old".getBytes()).hasSizeGreaterThan(3);
    assertOnlyFiles("result");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "timeline --time 0.000000001",
        "export --max-clauses 2 a b c",
        "export --format sqlite --max-clauses 2 a b c",
        "search --cursor none"
      })
  void aFailureLeavesTheFileAsItWas(String command) throws IOException {
    Path file = Files.writeString(folder.resolve("old"), "old");

    assertThat(run(command, "--output", file, "--overwrite").code()).isNotZero();
    assertThat(run(command, "--output", folder.resolve("new")).code()).isNotZero();

    assertThat(file).hasContent("old");
    assertOnlyFiles("old");
  }

  @Test
  void aFolderAndAMissingFolderAreReported() {
    assertThat(run("info", "--output", folder))
        .isEqualTo(
            new Run(
                1, "", "onrecord: " + folder + ": is a folder, but --output must name a file\n"));
    Run missing = run("info", "--output", folder.resolve("none").resolve("file"));
    assertThat(missing.code()).isEqualTo(1);
    assertThat(missing.err()).contains("none").contains("there is no such file or folder");
  }

  @Test
  void anExportByArticleHasOneEntryPerArticle() {
    String lines = run("export --format citron").out();

    List<JsonNode> documents = lines.lines().map(JsonMapper.shared()::readTree).toList();
    assertThat(documents.stream().map(document -> document.get("id").stringValue()))
        .containsExactly("one", "two", "three");
  }

  @Test
  void anExportOfArticlesIsReadIntoAnotherArchive() {
    Path file = folder.resolve("articles.jsonl");
    Path other = folder.resolve("other");
    assertThat(run("export --format articles", "--output", file).code()).isZero();

    assertThat(Run.of("index", file, "--archive", other).code()).isZero();

    assertThat(Run.of("export", "--json", "--sort", "OLDEST", "--archive", other).out())
        .isNotEmpty()
        .isEqualTo(run("export --json --sort OLDEST").out());
  }

  private void assertOnlyFiles(String... names) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.filter(Files::isRegularFile).map(Path::getFileName).map(Path::toString))
          .containsExactlyInAnyOrder(names);
    }
  }
}
