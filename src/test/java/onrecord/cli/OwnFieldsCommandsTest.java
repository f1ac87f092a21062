package onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import onrecord.Archive;
import onrecord.format.HitFormat;
import onrecord.query.Hit;
import onrecord.query.Query;
import onrecord.query.Search;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Fields of the owner of an archive, from the files that have them to the output. */
class OwnFieldsCommandsTest {

  private static final JsonMapper JSON = JsonMapper.shared();

  @TempDir private static Path folder;
  private static Path archive;
  private static Run indexed;

  @BeforeAll
  static void index() throws IOException {
    archive = folder.resolve("archive");
    Path articles =
        Files.writeString(
            folder.resolve("articles.csv"),
            """
            id,title,text,date,outlet,country,reach,mood
            a,Mill,\
            """
                + "\"\"\"The mill opens,\"\" said Ada Holm.\",2024-05-01,Lantern,Ireland|Wales,12000,calm\n"
                + "b,Ferry,\"\"\"The ferry sails,\"\" said Bo Lind.\",2024-05-02,Echo,Wales,50,\n");
    Path people =
        Files.writeString(
            folder.resolve("people.csv"),
            "name,gender,party,eyes\nAda Holm,female,Mills,green\nBo Lind,male,Mills,\n");
    indexed =
        Run.of(
            "index",
            "--archive",
            archive,
            "--field",
            "country=name,reach=number",
            "--authority",
            people,
            "--speaker-field",
            "gender=name,party=name",
            articles);
  }

  @Test
  void whatIsNotUsedIsReported() {
    assertThat(indexed.code()).isZero();
    assertThat(indexed.err()).contains("Fields of the list of known speakers not used: eyes.");
    assertThat(indexed.out()).contains("mood");
  }

  @Test
  void facetsFiltersAndSplits() {
    assertThat(
            Run.of("facets", "--archive", archive, "--format", "csv", "--facet", "speaker.gender")
                .out())
        .isEqualTo(
            "facet,value,quotations,articles\n"
                + "speaker.gender,female,1,1\n"
                + "speaker.gender,male,1,1\n");
    assertThat(
            JSON.readTree(
                    Run.of(
                            "search",
                            "--archive",
                            archive,
                            "--json",
                            "--filter",
                            "article.country=ireland",
                            "--facet",
                            "article.country:5")
                        .out())
                .at("/facets/article.country")
                .size())
        .isEqualTo(2);
    assertThat(
            Run.of("timeline", "--archive", archive, "--split", "speaker.gender", "--format", "csv")
                .out())
        .contains("female");
  }

  @Test
  void hitsAreSortedByAField() {
    for (String command : List.of("search", "export")) {
      String least = Run.of(command, "--archive", archive, "--sort", "article.reach").out();
      String greatest = Run.of(command, "--archive", archive, "--sort", "article.reach:desc").out();
      assertThat(least.indexOf("ferry sails")).isPositive().isLessThan(least.indexOf("mill opens"));
      assertThat(greatest.indexOf("mill opens"))
          .isPositive()
          .isLessThan(greatest.indexOf("ferry sails"));
    }
    assertThat(Run.of("report", "--archive", archive, "--sort", "article.reach:desc").out())
        .contains("Ordered by article.reach:desc.");
    assertThat(Run.of("search", "--archive", archive, "--sort", "article.land").err())
        .contains("the archive has no field article.land");
    assertThat(Run.of("search", "--archive", archive, "--sort", "best").err())
        .contains(
            "Invalid value for option '--sort': expected one of relevance, newest, oldest,"
                + " speaker, confidence, or a field of the archive such as article.reach or"
                + " article.reach:desc, but was 'best'");
  }

  @Test
  void hitsHaveTheFieldsInJson() {
    JsonNode hit =
        JSON.readTree(
                Run.of(
                        "search",
                        "--archive",
                        archive,
                        "--json",
                        "speaker.party:mills article.reach:[1000 TO *]")
                    .out())
            .get("hits")
            .get(0);

    assertThat(hit.at("/article/fields").toString())
        .isEqualTo("{\"country\":[\"Ireland\",\"Wales\"],\"reach\":[12000]}");
    assertThat(hit.at("/quotation/speaker/fields").toString())
        .isEqualTo("{\"gender\":[\"female\"],\"party\":[\"Mills\"]}");
  }

  @Test
  void exportedTableHasAColumnForEachField() {
    String table = Run.of("export", "--archive", archive, "mill").out();

    assertThat(table.lines().findFirst().orElseThrow())
        .endsWith(",article.country,article.reach,speaker.gender,speaker.party");
    assertThat(table.lines().skip(1))
        .singleElement()
        .asString()
        .endsWith(",Ireland|Wales,12000,female,Mills");
  }

  @Test
  void exportedDatabaseHasTheFieldsWithTheirTypes(@TempDir Path target) throws Exception {
    Path file = target.resolve("hits.db");

    Run run =
        Run.of("export", "--archive", archive, "--format", "sqlite", "--output", file, "mill");

    assertThat(run.code()).isZero();
    assertThat(rows(file, "SELECT name, position, type, typeof(value), value FROM article_fields"))
        .containsExactly(
            "country|1|name|text|Ireland",
            "country|2|name|text|Wales",
            "reach|1|number|real|12000.0");
    assertThat(rows(file, "SELECT name, value FROM speaker_fields ORDER BY name"))
        .containsExactly("gender|female", "party|Mills");
  }

  private static List<String> rows(Path file, String query) throws SQLException {
    try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = database.createStatement();
        ResultSet found = statement.executeQuery(query)) {
      List<String> rows = new ArrayList<>();
      while (found.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
          row.add(found.getString(i));
        }
        rows.add(String.join("|", row));
      }
      return rows;
    }
  }

  @Test
  void exportedTeiHasTheFields() {
    assertThat(Run.of("export", "--archive", archive, "--format", "tei", "mill").out())
        .contains(
            "<keywords n=\"country\"><term>Ireland</term><term>Wales</term></keywords>",
            "<keywords n=\"reach\"><term>12000</term></keywords>",
            "<state type=\"gender\"><desc>female</desc></state>",
            "<state type=\"party\"><desc>Mills</desc></state>");
  }

  @Test
  void tableOfAProgramHasTheColumnsThatItAsksFor(@TempDir Path target) throws IOException {
    Path file = target.resolve("hits.csv");
    try (Archive open = Archive.openReadOnly(archive);
        Stream<Hit> hits = open.stream(Search.of(Query.words("mill")))) {
      HitFormat.RAW_CSV.create(file, hits, open::article, open.info().ownFields().keySet());
    }

    assertThat(Files.readString(file).lines().findFirst().orElseThrow())
        .endsWith(",article.country,article.reach,speaker.gender,speaker.party");
  }

  @Test
  void infoListsTheFields() {
    assertThat(Run.of("info", "--archive", archive).out())
        .endsWith(
            "fields      article.country (name), article.reach (number), speaker.gender (name),"
                + " speaker.party (name)\n");
    assertThat(
            JSON.readTree(Run.of("info", "--archive", archive, "--json").out())
                .get("fields")
                .toString())
        .isEqualTo(
            "{\"article.country\":\"name\",\"article.reach\":\"number\","
                + "\"speaker.gender\":\"name\",\"speaker.party\":\"name\"}");
  }

  @Test
  void citationFollowsTheFields() throws IOException {
    Path citation = folder.resolve("citation.txt");
    Files.writeString(
        citation,
        Run.of(
                "cite",
                "--archive",
                archive,
                "--filter",
                "speaker.gender=female",
                "article.reach>=1")
            .out());

    assertThat(Run.of("check", "--archive", archive, citation).code()).isZero();
  }

  @Test
  void wrongOptionsAreExplained() {
    assertThat(Run.of("index", "--archive", archive, "--field", "Country=name", "x").err())
        .contains("name of a field must be");
    assertThat(Run.of("index", "--archive", archive, "--speaker-field", "a=name", "x").err())
        .contains("--speaker-field requires --authority");
    assertThat(Run.of("facets", "--archive", archive, "--facet", "speaker.rank").err())
        .contains("the archive has no field speaker.rank");
    assertThat(Run.of("facets", "--archive", archive, "--facet", "rank").err())
        .contains("or a field of the archive such as");
  }
}
