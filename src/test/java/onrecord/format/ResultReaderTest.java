package onrecord.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import onrecord.query.CorpusParts;
import onrecord.query.CrossTable;
import onrecord.query.CrossTableRequest;
import onrecord.query.Dimension;
import onrecord.query.Dispersion;
import onrecord.query.DispersionRequest;
import onrecord.query.Facet;
import onrecord.query.Metric;
import onrecord.query.OwnField;
import onrecord.query.Query;
import onrecord.query.Selection;
import onrecord.query.ShareBase;
import onrecord.query.TimeStep;
import onrecord.query.Timeline;
import onrecord.query.TimelineRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultReaderTest {

  private static final Selection SELECTION = Selection.of(Query.tokens("'old' [] [stem='mill']"));

  private static final Timeline TIMELINE =
      new Timeline(
          SELECTION,
          TimelineRequest.by(Facet.SAID, TimeStep.WEEK).splitBy(OwnField.ofSpeaker("party"), 3),
          4,
          1,
          0,
          List.of(
              new Timeline.Part("2024-W01", LocalDate.of(2024, 1, 1), 3, 4),
              new Timeline.Part("2024-W02", LocalDate.of(2024, 1, 8), 1, 1)),
          7,
          List.of(new Timeline.Series("Greens \ud83d\ude00", 3, 0, 0, List.of(2L, 1L))));

  private static CrossTable table() {
    Dimension outlets = new Dimension.Values(Facet.OUTLET, 5);
    Map<Metric, Double> metrics = new EnumMap<>(Metric.class);
    metrics.put(Metric.QUOTATIONS, 2.0);
    metrics.put(Metric.CONFIDENCE, 0.1 + 0.2);
    List<Dimension> dimensions =
        List.of(
            outlets,
            new Dimension.Periods(Facet.PUBLISHED, TimeStep.QUARTER),
            new Dimension.Weekdays(Facet.PUBLISHED),
            new Dimension.Bounds(
                Facet.SAID, List.of(LocalDate.of(2019, 12, 31), LocalDate.of(2020, 6, 1))));
    return new CrossTable(
        SELECTION,
        new CrossTableRequest(
            dimensions, metrics.keySet(), Optional.of(ShareBase.ofArchive(outlets))),
        2,
        List.of(
            new CrossTable.Row(
                List.of("The Echo", "2020-Q1", "Monday", "2019-12-31"),
                2,
                metrics,
                OptionalLong.of(3))));
  }

  @Test
  void statisticIsReadBackEqual() {
    assertThat(ResultReader.timeline(ResultJson.of(TIMELINE))).isEqualTo(TIMELINE);
    assertThat(ResultReader.table(ResultJson.of(table()))).isEqualTo(table());
  }

  @Test
  void partsOfADispersionAreReadByTheirNames() {
    for (CorpusParts parts :
        List.of(
            new CorpusParts.Articles(),
            new CorpusParts.Values(Facet.SPEAKER_TYPE),
            new CorpusParts.Values(OwnField.ofArticle("filed_month")),
            new CorpusParts.Periods(Facet.SAID, TimeStep.DECADE))) {
      Dispersion dispersion =
          new Dispersion(
              SELECTION,
              new DispersionRequest(Query.words("mill"), parts),
              3,
              List.of(new Dispersion.Part("a", 7, 2), new Dispersion.Part("b", 9, 0)));

      assertThat(ResultReader.dispersion(ResultJson.of(dispersion))).isEqualTo(dispersion);
    }
  }

  @Test
  void wholeNumberMayBeWrittenWithoutAPoint() {
    String json = ResultJson.of(TIMELINE).replace("\"share\":1.0", "\"share\":1");

    assertThat(json).isNotEqualTo(ResultJson.of(TIMELINE));
    assertThat(ResultReader.timeline(json)).isEqualTo(TIMELINE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "\"undated\":1;\"undated\":1,\"odd\":2;timeline in JSON has no \"odd\"",
        "\"all\":4;\"all\":4,\"more\":[];timeline in JSON has no \"parts[0].more\"",
        "\"distinct\":false;\"distinct\":false,\"x\":1;timeline in JSON has no \"selection.x\"",
        "\"share\":0.75;\"share\":0.7;\"parts[0].share\" of a timeline in JSON must be 0.75, but was 0.7",
        ",\"share\":0.75;;\"parts[0].share\" of a timeline in JSON must be 0.75, but is missing",
        "[0.5,1.0];[0.5];\"series[0].shares\" of a timeline in JSON must be [0.5, 1.0], but was [0.5]",
        "[2,1];[2];\"counts\" of a timeline in JSON must be a list of 2 numbers, one for each part",
        "[2,1];[2,0.5];\"counts\" of a timeline in JSON must be a list of whole numbers",
        "2024-01-08;2024-01-32;\"first\" of a timeline in JSON must be a day such as 2024-06-30",
        "\"WEEK\";\"week\";\"step\" of a timeline in JSON must be one of [DAY, WEEK, MONTH",
        "\"SAID\";\"SPEAKER\";a timeline must be by a facet with dates for values",
        "\"SAID\";\"whenever\";\"date\" of a timeline in JSON must be a facet, but was whenever",
        "\"quotations\":4;\"quotations\":true;must be a whole number",
        "{\"selection\";[{\"selection\";timeline in JSON must be an object",
      })
  void jsonThatIsNoTimelineIsRefused(String part, String instead, String message) {
    String json = ResultJson.of(TIMELINE);
    assertThat(json).contains(part);

    assertThatThrownBy(
            () -> ResultReader.timeline(json.replace(part, instead == null ? "" : instead)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "\"QUOTATIONS\";\"LETTERS\";\"metrics\" of a table in JSON must be metrics of [QUOTATIONS,",
        "[\"outlet\"];[\"author\"];\"within\" of a base in JSON must be names of dimensions",
        "\"base\":3;\"base\":4;\"rows[0].share\" of a table in JSON must be 0.5",
        "\"outlet\",\"facet\";\"section\",\"facet\";\"request.dimensions[0].name\" of a table in JSON"
            + " must be outlet, but was section",
      })
  void jsonThatIsNoTableIsRefused(String part, String instead, String message) {
    String json = ResultJson.of(table());
    assertThat(json).contains(part);

    assertThatThrownBy(() -> ResultReader.table(json.replace(part, instead)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void unknownPartsOfADispersionAreRefused() {
    Dispersion dispersion =
        new Dispersion(
            SELECTION,
            new DispersionRequest(Query.words("mill"), new CorpusParts.Articles()),
            0,
            List.of());

    assertThatThrownBy(() ->
            ResultReader.dispersion(
                ResultJson.of(dispersion).replace("\"article\"", "\"articles\"")))
        .hasMessage(
            "\"parts\" of a dispersion in JSON must be article, a facet, or dates such as"
                + " said_month or article.filed:month, but was articles");
  }
}
