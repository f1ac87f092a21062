package onrecord.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrossTableTest {

  private static final Dimension SPEAKER = new Dimension.Values(Facet.SPEAKER, 5);
  private static final Dimension MONTH = new Dimension.Periods(Facet.PUBLISHED, TimeStep.MONTH);

  @Test
  void requestIsBuiltStepByStep() {
    assertThat(
            CrossTableRequest.by(SPEAKER, MONTH)
                .with(Metric.WORDS, Metric.ARTICLES)
                .sharesOf(ShareBase.of(MONTH)))
        .isEqualTo(
            new CrossTableRequest(
                List.of(SPEAKER, MONTH),
                EnumSet.of(Metric.ARTICLES, Metric.WORDS),
                Optional.of(new ShareBase(ShareBase.Population.SELECTION, List.of(MONTH)))));
    assertThat(ShareBase.ofArchive().population()).isEqualTo(ShareBase.Population.ARCHIVE);
  }

  @Test
  void whatCannotBeCountedIsRejected() {
    Stream.<org.assertj.core.api.ThrowableAssert.ThrowingCallable>of(
            () -> CrossTableRequest.by(),
            () -> CrossTableRequest.by(SPEAKER, new Dimension.Values(Facet.SPEAKER, 6)),
            () -> CrossTableRequest.by(SPEAKER).sharesOf(ShareBase.of(MONTH)),
            () ->
                new CrossTableRequest(
                    List.of(SPEAKER), EnumSet.noneOf(Metric.class), Optional.empty()),
            () -> ShareBase.of(SPEAKER, SPEAKER),
            () -> new Dimension.Values(Facet.SAID, 5),
            () -> new Dimension.Values(Facet.SPEAKER, 0),
            () -> new Dimension.Periods(Facet.SPEAKER, TimeStep.DAY),
            () -> new Dimension.Weekdays(Facet.SPEAKER),
            () -> new Dimension.Bounds(Facet.SAID, List.of()),
            () -> new Dimension.Bounds(Facet.SAID, List.of(LocalDate.MAX, LocalDate.MAX)))
        .forEach(call -> assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class));
  }

  @Test
  void shareIsThatOfTheBase() {
    Map<Metric, Double> none = Map.of(Metric.QUOTATIONS, 3.0);

    assertThat(new CrossTable.Row(List.of("a"), 3, none, OptionalLong.of(12)).share())
        .isEqualTo(0.25);
    assertThat(new CrossTable.Row(List.of("a"), 3, none, OptionalLong.empty()).share()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "QUARTER,2020-02-29,2020-01-01,2020-04-01,2020-Q1",
    "QUARTER,2020-12-31,2020-10-01,2021-01-01,2020-Q4",
    "DECADE,2019-12-31,2010-01-01,2020-01-01,2010s",
    "DECADE,2020-02-29,2020-01-01,2030-01-01,2020s",
    "DECADE,0009-02-28,0000-01-01,0010-01-01,0000s"
  })
  void partsOfATimelineHaveNames(
      TimeStep step, LocalDate day, LocalDate first, LocalDate next, String name) {
    assertThat(step.first(day)).isEqualTo(first);
    assertThat(step.next(first)).isEqualTo(next);
    assertThat(step.name(day)).isEqualTo(name);
    assertThat(step.distance(first, next)).isEqualTo(1);
  }
}
