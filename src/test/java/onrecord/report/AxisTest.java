package onrecord.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import onrecord.query.TimeStep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ticks of axes. */
class AxisTest {

  @Test
  void ticksAreFewRoundNumbersThatContainTheGreatestCount() {
    LongStream.concat(LongStream.rangeClosed(0, 3_000), LongStream.of(999_999, 123_456_789_012L))
        .forEach(most -> {
          Axis axis = Axis.of(most, 4);

          assertThat(axis.end()).isGreaterThanOrEqualTo(Math.max(1, most));
          assertThat(axis.end() - axis.step()).isLessThan(Math.max(1, most));
          assertThat(axis.ticks()).hasSizeBetween(2, 5).startsWith(0L).endsWith(axis.end());
          assertThat(String.valueOf(axis.step())).matches("[125]0*");
          assertThat(axis.length(most, 100)).isBetween(0.0, 100.0);
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2024-03-01 | 4    | DAY   | 100 | 1 Mar 2024, 2 Mar, 3 Mar, 4 Mar
          2024-03-01 | 30   | DAY   | 16  | 4 Mar 2024, 11 Mar, 18 Mar, 25 Mar
          2023-11-15 | 120  | DAY   | 3   | Dec 2023, Jan 2024, Feb, Mar
          2024-01-01 | 30   | WEEK  | 12  | Jan 2024, Feb, Mar, Apr, May, Jun, Jul
          2023-11-01 | 4    | MONTH | 70  | Nov 2023, Dec, Jan 2024, Feb
          2023-11-01 | 26   | MONTH | 20  | Jan 2024, Apr, Jul, Oct, Jan 2025, Apr, Jul, Oct
          1990-01-01 | 36   | YEAR  | 12  | 1990, 1995, 2000, 2005, 2010, 2015, 2020, 2025
          0001-01-01 | 9999 | YEAR  | .06 | 1000, 2000, 3000, 4000, 5000, 6000, 7000, 8000, 9000
          2024-05-17 | 1    | DAY   | 60  | 17 May 2024
          2024-05-17 | 3    | DAY   | 3   | 18 May 2024
          """)
  void datesAreTickedAsCloselyAsTheirLabelsAllow(
      LocalDate first, int columns, TimeStep step, double width, String labels) {
    List<LocalDate> days = Stream.iterate(step.first(first), step::next).limit(columns).toList();

    List<TimeTicks.Tick> ticks = TimeTicks.of(days, width, step);

    assertThat(String.join(", ", ticks.stream().map(TimeTicks.Tick::label).toList()))
        .isEqualTo(labels);
  }

  @Test
  void ticksOfColumnsThatAddUpPeriodsMarkTheColumnInWhichTheyBegin() {
    List<LocalDate> days =
        Stream.iterate(LocalDate.of(2020, 1, 1), day -> day.plusDays(10)).limit(80).toList();

    assertThat(TimeTicks.of(days, 3, TimeStep.DAY))
        .containsExactly(
            new TimeTicks.Tick(0, "Jan 2020"),
            new TimeTicks.Tick(19, "Jul"),
            new TimeTicks.Tick(37, "Jan 2021"),
            new TimeTicks.Tick(55, "Jul"),
            new TimeTicks.Tick(74, "Jan 2022"));
  }
}
