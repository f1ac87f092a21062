package onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import onrecord.Archive;
import onrecord.format.ResultJson;
import onrecord.format.ResultReader;
import onrecord.model.Article;
import onrecord.model.FieldValue;
import onrecord.model.Fields;
import onrecord.query.CorpusParts;
import onrecord.query.OwnField;
import onrecord.query.TimeStep;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Counts by the periods of a field of days, of which an article may have several. */
class OwnDaysCommandsTest {

  @TempDir private static Path folder;
  private static Path archive;

  @BeforeAll
  static void addArticles() throws IOException {
    archive = folder.resolve("archive");
    try (Archive open = Archive.open(archive)) {
      add(open, "a", "Tarn", "2019-12-31", "2020-01-02", "2020-01-30");
      add(open, "b", "Tarn", "2020-01-02");
      add(open, "c", "Fell", "2020-07-05");
      add(open, "d", "Fell");
    }
  }

  private static void add(Archive open, String id, String place, String... days)
      throws IOException {
    Fields.Builder fields = Fields.builder().add("place", FieldValue.name(place));
    for (String day : days) {
      fields.add("heard", FieldValue.day(LocalDate.parse(day)));
    }
    open.add(
        Article.builder(id, "\u201cThe weir holds,\u201d said Ada Holm. \u201cSo far.\u201d")
            .fields(fields.build())
            .build());
  }

  private static Run run(String command) {
    List<String> words = List.of(command.split(" "));
    return Run.of(
        Stream.concat(
                Stream.of(words.getFirst(), "--archive", archive),
                words.subList(1, words.size()).stream())
            .toArray());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "article.heard:year  | 2019 2 1;2020 6 3;(unknown) 2 1",
        "article.heard:MONTH | 2019-12 2 1;2020-01 4 2;2020-07 2 1;(unknown) 2 1",
        "article.heard:day   | 2019-12-31 2 1;2020-01-02 4 2;2020-01-30 2 1;2020-07-05 2 1;(unknown) 2 1",
        "article.heard:2     | 2020-01-02 4 2;(unknown) 2 1",
      })
  void quotationCountsOnceInEachPeriodWithOneOfItsDays(String facet, String counts) {
    List<String> lines = run("facets --format csv --facet " + facet).out().lines().skip(1).toList();

    assertThat(
            lines.stream()
                .map(line -> line.substring(line.indexOf(',') + 1).replace(',', ' '))
                .reduce((a, b) -> a + ";" + b))
        .contains(counts);
  }

  @Test
  void tableHasThePeriodsOfAFieldOfDays() {
    assertThat(
            run("table --format csv --by article.place --by article.heard:quarter --pivot").out())
        .isEqualTo(
            """
            article.place,2019-Q4,2020-Q1,2020-Q3,(unknown),total
            Fell,0,0,2,2,4
            Tarn,2,4,0,0,4
            ,2,4,2,2,8
            """);
    assertThat(run("table --format csv --by article.heard:weekday").out())
        .isEqualTo(
            "article.heard_weekday,quotations\nTuesday,2\nThursday,4\nSunday,2\n(unknown),2\n");
    assertThat(run("table --format csv --by article.heard:2020-01-02").out())
        .isEqualTo(
            "article.heard_period,quotations\n..2020-01-01,2\n2020-01-02..,6\n(unknown),2\n");
    assertThat(run("table --format csv --by article.heard:1").out())
        .isEqualTo("article.heard,quotations\n2020-01-02,4\n");
  }

  @Test
  void timelineFollowsAFieldOfDays() throws IOException {
    assertThat(
            run("timeline --date article.heard --by year --split article.place:1 --format csv")
                .out())
        .isEqualTo(
            """
            period,first_day,value,quotations,all,share
            2019,2019-01-01,Fell,0,2,0.0
            2020,2020-01-01,Fell,2,6,0.3333333333333333
            """);
    String json = run("timeline --date article.heard --by quarter --json").out().strip();
    assertThat(ResultReader.timeline(json).undated()).isEqualTo(2);
    assertThat(ResultJson.of(ResultReader.timeline(json))).isEqualTo(json);
  }

  @Test
  void dispersionIsOverThePeriodsOfAFieldOfDays() throws IOException {
    String command = "dispersion --of weir --by article.heard:month";
    assertThat(run(command + " --format csv").out())
        .isEqualTo(
            """
            part,words,places,per_million
            2019-12,5,1,200000.0
            2020-01,10,2,200000.0
            2020-07,5,1,200000.0
            (unknown),5,1,200000.0
            """);
    String json = run(command + " --json").out().strip();
    assertThat(json).contains("\"parts\":\"article.heard:month\"");
    assertThat(ResultReader.dispersion(json).request().parts())
        .isEqualTo(new CorpusParts.Periods(OwnField.ofArticle("heard"), TimeStep.MONTH));
    assertThat(ResultJson.of(ResultReader.dispersion(json))).isEqualTo(json);
    assertThat(run("dispersion --of weir --by article.heard --format csv").out().lines())
        .contains("2020-01-02,10,2,200000.0");
  }

  @Test
  void picturesNameTheField() {
    assertThat(run("plot --chart timeline --date article.heard --by year").out())
        .contains("Most quotations have a day of article.heard in 2020: 6 of 8");
    assertThat(run("plot nothing --chart timeline --date article.heard --by year").out())
        .contains("No quotation has a day of article.heard");
  }

  @Test
  void periodFoundIsAFilter() {
    assertThat(run("facets --facet outlet --filter article.heard=2020-01 --json").out())
        .contains("\"quotations\":4");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "facets --facet article.place:year | a field of days was expected to be counted by period, but article.place is a name",
        "timeline --date article.place | a field of days was expected to be counted by period, but article.place is a name",
        "table --by article.place:month | a field of days was expected to be counted by period, but article.place is a name",
        "dispersion --of weir --by article.place:month | a field of days was expected to be counted by period, but article.place is a name",
        "dispersion --of weir --by article.heard:soon | parts must be article, a facet, or a date",
        "dispersion --of weir --by article.herd:year | the archive has no field article.herd",
        "facets --facet article.herd:year | the archive has no field article.herd",
        "timeline --date article.herd | the archive has no field article.herd",
        "facets --facet article.heard:week | a number of values after the colon, as in speaker:20, or year, month or day, but was 'article.heard:week'",
        "table --by article.heard:soon | a dimension must have day, week, month, quarter, year, decade, weekday or days",
        "timeline --split article.heard:month | a timeline must not be split by a facet with dates",
        "timeline --date speaker | a timeline must be by a facet with dates for values"
      })
  void mistakeIsExplained(String command, String message) {
    Run run = run(command);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains(message);
  }
}
