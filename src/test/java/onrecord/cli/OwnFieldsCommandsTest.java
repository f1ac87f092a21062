package onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
