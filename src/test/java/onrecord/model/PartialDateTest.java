package onrecord.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartialDateTest {

  @Test
  void parsesItsOwnTextForm() {
    for (long seed = 0; seed < 2000; seed++) {
      PartialDate date = random(new Random(seed));

      PartialDate read = PartialDate.parse(date.toString());

      assertThat(read).as("seed %d", seed).isEqualTo(date).hasSameHashCodeAs(date);
      assertThat(read.year()).as("seed %d", seed).isEqualTo(date.year());
      assertThat(read.month()).as("seed %d", seed).isEqualTo(date.month());
      assertThat(read.day()).as("seed %d", seed).isEqualTo(date.day());
    }
  }

  private static PartialDate random(Random random) {
    int year = 1 + random.nextInt(9999);
    int month = 1 + random.nextInt(12);
    return switch (random.nextInt(3)) {
      case 0 -> PartialDate.ofYear(year);
      case 1 -> PartialDate.ofMonth(YearMonth.of(year, month));
      default ->
          PartialDate.ofDay(
              LocalDate.of(
                  year, month, 1 + random.nextInt(YearMonth.of(year, month).lengthOfMonth())));
    };
  }

  @ParameterizedTest
  @CsvSource({
    "2020, 2020-01-01, 2020-12-31",
    "2020-02, 2020-02-01, 2020-02-29",
    "1900-02, 1900-02-01, 1900-02-28",
    "2020-11-22, 2020-11-22, 2020-11-22",
    "0001, 0001-01-01, 0001-12-31",
    "9999-12, 9999-12-01, 9999-12-31"
  })
  void denotesThePeriodFromItsFirstDayToItsLast(String text, LocalDate first, LocalDate last) {
    PartialDate date = PartialDate.parse(text);

    assertThat(date.first()).isEqualTo(first);
    assertThat(date.last()).isEqualTo(last);
  }

  @Test
  void isNotEqualToADateOfAnotherPrecision() {
    assertThat(PartialDate.parse("2020"))
        .isNotEqualTo(PartialDate.parse("2020-01"))
        .isNotEqualTo(PartialDate.parse("2020-01-01"));
    assertThat(PartialDate.parse("2020-01")).isNotEqualTo(PartialDate.parse("2020-01-01"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "20",
        "20201",
        "2020-1",
        "2020-11-2",
        "2020-11-22 ",
        "2020-11-22T10:00",
        "2020/11",
        "-2020",
        "x",
        "२०२०"
      })
  void rejectsTextOfAnotherForm(String text) {
    assertThatThrownBy(() -> PartialDate.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("date must be of the form 2020, 2020-11 or 2020-11-22, but was '%s'", text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2020-13", "2020-00", "2021-02-29", "2020-04-31", "2020-01-00"})
  void rejectsDaysThatAreNotInTheCalendar(String text) {
    assertThatThrownBy(() -> PartialDate.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("date '" + text + "' is not in the calendar");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 10_000})
  void rejectsYearsThatTheTextFormCannotRepresent(int year) {
    assertThatThrownBy(() -> PartialDate.ofYear(year))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("year must be 1 to 9999, but was %d", year);
  }
}
