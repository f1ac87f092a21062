package onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class CrossTableCommandTest {

  private static final JsonMapper JSON = JsonMapper.shared();

  @TempDir private static Path folder;
  private static Path archive;

  @BeforeAll
  static void addArticles() throws IOException {
    archive = folder.resolve("archive");
    try (Archive open = Archive.open(archive)) {
      add(open, "a", "2019-12-31", "Echo", "Ada Holm", "The mill is old", 0.5);
      add(open, "b", "2020-01-01", "Echo", "Ada Holm", "The MILL is old!", 0.75);
      add(open, "c", "2020-02-10", "Post", "Bo Lind", "No mill", 1);
      add(open, "d", "2020-02-11", "Post", "Ada Holm", "Rain", 1);
      add(open, "e", "", "Post", "Bo Lind", "Rain again", 1);
    }
  }

  private static void add(
      Archive open, String id, String day, String outlet, String speaker, String words, double sure)
      throws IOException {
    Article.Builder article = Article.builder(id, words).outlet(outlet);
    if (!day.isEmpty()) {
      article.published(Published.parse(day));
    }
    Article built = article.build();
    open.add(
        built,
        List.of(
            Quotation.builder(built, List.of(new Span(0, words.length())))
                .speaker(Speaker.of(speaker, SpeakerType.PERSON))
                .confidence(sure)
                .build()));
  }

  private static Run run(String command) {
    return Run.of(
        Stream.concat(Stream.of("table", "--archive", archive), Stream.of(command.split(" ")))
            .toArray());
  }

  @Test
  void printsOneLineForEachCombinationOfValues() {
    assertThat(
            run("--by speaker --by outlet --by published:year --metric quotations,words,confidence")
                .out())
        .isEqualTo(
            """
            5 quotations (direct, mixed)

            speaker   outlet  published_year  quotations  words  confidence
            Ada Holm  Post    2020                     1      1       1.000
            Ada Holm  Echo    2019                     1      4       0.500
            Ada Holm  Echo    2020                     1      4       0.750
            Bo Lind   Post    2020                     1      2       1.000
            Bo Lind   Post    (unknown)                1      2       1.000
            """);
  }

  @Test
  void statesWhatSharesAreOf() {
    assertThat(run("mill --by speaker --by outlet --of selection --within outlet").out())
        .isEqualTo(
            """
            3 quotations (direct, mixed); shares of the quotations found with the same outlet

            speaker   outlet  quotations  base   share
            Ada Holm  Echo             2     2  100.0%
            Bo Lind   Post             1     1  100.0%
            """);
    assertThat(run("mill --by outlet --of archive --within outlet").out())
        .contains("; shares of all quotations of the archive with the same outlet\n")
        .contains("Post             1     3   33.3%\n");
    assertThat(run("mill --by outlet:1 --of archive").out())
        .contains("; shares of all quotations of the archive\n")
        .endsWith("Echo             2     5  40.0%\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "published:quarter | 2019-Q4 1;2020-Q1 3;(unknown) 1",
        "published:decade | 2010s 1;2020s 3;(unknown) 1",
        "published:weekday | Monday 1;Tuesday 2;Wednesday 1;(unknown) 1",
        "published:2020-01-01,2020-02-11 | ..2019-12-31 1;2020-01-01..2020-02-10 2;2020-02-11.. 1;(unknown) 1",
        "published | 2019 1;2020 3;(unknown) 1"
      })
  void countsByPeriods(String by, String rows) {
    List<String> lines = run("--format csv --by " + by).out().lines().skip(1).toList();

    assertThat(String.join(";", lines).replace(',', ' ')).isEqualTo(rows);
  }

  @Test
  void eachMetricIsCounted() {
    assertThat(
            run("--format csv --by outlet --metric articles,wordings,words,speakers,confidence")
                .out())
        .isEqualTo(
            """
            outlet,articles,wordings,words,speakers,confidence
            Post,3,3,5,2,1.0
            Echo,2,1,8,1,0.625
            """);
    assertThat(run("--format csv --by outlet --distinct").out())
        .isEqualTo("outlet,quotations\nPost,3\nEcho,1\n");
  }

  @Test
  void tableIsOneObjectForPrograms() {
    assertThat(
            JSON.readTree(
                run("mill --by outlet:1 --by published:2020-01-01 --metric quotations,confidence"
                        + " --of archive --within published --json")
                    .out()))
        .isEqualTo(
            JSON.readTree(
                """
                {"selection":{"query":{"type":"words","text":"mill","match":"all","in":"quote",
                "form":"stem"},"filters":{},"kinds":["DIRECT","MIXED"],"distinct":false},
                "request":{"dimensions":[{"name":"outlet","facet":"OUTLET","limit":1},
                {"name":"published_period","facet":"PUBLISHED","bounds":["2020-01-01"]}],
                "metrics":["QUOTATIONS","CONFIDENCE"],
                "base":{"population":"ARCHIVE","within":["published_period"]}},"quotations":3,
                "rows":[{"values":["Echo","..2019-12-31"],"quotations":1,
                "metrics":{"quotations":1,"confidence":0.5},"base":1,"share":1.0},
                {"values":["Echo","2020-01-01.."],"quotations":1,
                "metrics":{"quotations":1,"confidence":0.75},"base":3,
                "share":0.3333333333333333}]}
                """));
    assertThat(
            JSON.readTree(run("--by published:weekday --by said:week --json").out()).get("request"))
        .isEqualTo(
            JSON.readTree(
                """
                {"dimensions":[{"name":"published_weekday","facet":"PUBLISHED"},
                {"name":"said_week","facet":"SAID","step":"WEEK"}],
                "metrics":["QUOTATIONS"],"base":null}
                """));
  }

  @Test
  void wideTableHasOneColumnForEachValueOfTheLastFacet() {
    assertThat(run("--by outlet --by published:year --pivot").out())
        .isEqualTo(
            """
            5 quotations (direct, mixed)

            outlet  2019  2020  (unknown)  total
            Post       0     2          1      3
            Echo       1     1          0      2
            total      1     3          1      5
            """);
    assertThat(
            run("mill --by speaker --by published:year --by outlet:1 --pivot --of selection"
                    + " --within outlet --metric quotations,confidence")
                .out())
        .isEqualTo(
            """
            3 quotations (direct, mixed); shares of the quotations found with the same outlet

            speaker   published_year  quotations_Echo  confidence_Echo  base_Echo  share_Echo\
              quotations_total  confidence_total  base_total  share_total
            Ada Holm  2019                          1            0.500          2       50.0%\
                             1             0.500           3        33.3%
            Ada Holm  2020                          1            0.750          2       50.0%\
                             1             0.750           3        33.3%
            Bo Lind   2020                          0                -          2        0.0%\
                             1             1.000           3        33.3%
            total                                   2            0.625          2      100.0%\
                             3             0.750           3       100.0%
            """);
    assertThat(run("nothing --by outlet --by published --pivot").out())
        .isEqualTo("0 quotations (direct, mixed)\n");
  }

  @Test
  void wideTableEndsWithTotalsInFiles() {
    assertThat(run("--format csv --by published:year --by speaker --pivot").out())
        .isEqualTo(
            """
            published_year,Ada Holm,Bo Lind,total
            2019,1,0,1
            2020,2,1,3
            (unknown),0,1,1
            ,3,2,5
            """);
    assertThat(
            run("rain --format csv --by outlet --by published:year --pivot"
                    + " --metric articles,confidence")
                .out())
        .isEqualTo(
            """
            outlet,articles_2020,confidence_2020,articles_(unknown),confidence_(unknown)\
            ,articles_total,confidence_total
            Post,1,1.0,1,1.0,2,1.0
            ,1,1.0,1,1.0,2,1.0
            """);
    assertThat(run("nothing --format csv --by outlet --by said --metric confidence --pivot").out())
        .isEqualTo("outlet,total\n,\n");
  }

  @Test
  void wideTableIsOneObjectForPrograms() {
    assertThat(
            JSON.readTree(
                    run("mill --by outlet:1 --by speaker --pivot --metric words,confidence"
                            + " --of selection --json")
                        .out())
                .get("rows"))
        .isEqualTo(
            JSON.readTree(
                """
                [{"values":["Echo"],"cells":[
                {"quotations":2,"metrics":{"words":8,"confidence":0.625},"base":3,
                "share":0.6666666666666666},
                {"quotations":0,"metrics":{"words":0,"confidence":null},"base":3,"share":0.0}],
                "total":{"quotations":2,"metrics":{"words":8,"confidence":0.625},"base":3,
                "share":0.6666666666666666}}]
                """));
  }

  @Test
  void wideTableIsCitedAndChecked() {
    Path citation = folder.resolve("pivot.json");

    run("--by outlet --by speaker --pivot --cite " + citation);

    assertThat(Run.of("check", "--archive", archive, citation).out()).contains("same");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--by speaker --pivot | --pivot requires --by to be given twice or more",
        "--by speaker --by speaker | must have different names",
        "--by colour | a facet must be one of",
        "--by speaker:many | must have a number of values after the colon",
        "--by published:soon | must have day, week, month, quarter, year, decade, weekday or days",
        "--by published:2020-02-30 | must have day, week,",
        "--by published:2020-02-02,2020-02-01 | bounds must ascend",
        "--by speaker --within speaker | --within requires --of",
        "--by speaker --of archive --within outlet | --within must name one facet of --by",
        "--by published:day --by published:week --of archive --within published | must name one"
      })
  void mistakeIsExplained(String command, String message) {
    Run run = run(command);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains(message);
  }
}
