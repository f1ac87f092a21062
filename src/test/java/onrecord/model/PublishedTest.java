package onrecord.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedTest {

  @Test
  void parsesItsOwnTextForm() {
    for (long seed = 0; seed < 2000; seed++) {
      Published published = random(new Random(seed));

      assertThat(Published.parse(published.toString())).as("seed %d", seed).isEqualTo(published);
    }
  }

  private static Published random(Random random) {
    LocalDate day =
        LocalDate.of(1 + random.nextInt(9999), 1 + random.nextInt(12), 1 + random.nextInt(28));
    if (random.nextInt(3) == 0) {
      return Published.on(day);
    }
    LocalTime time =
        LocalTime.of(random.nextInt(24), random.nextInt(60))
            .plusSeconds(random.nextBoolean() ? 0 : random.nextInt(60))
            .plusNanos(random.nextBoolean() ? 0 : random.nextInt(1_000_000_000));
    Optional<ZoneOffset> offset =
        random.nextBoolean()
            ? Optional.empty()
            : Optional.of(ZoneOffset.ofTotalSeconds((random.nextInt(129) - 64) * 900 / 2));
    return new Published(day, Optional.of(time), offset);
  }

  @Test
  void acceptsASpaceInPlaceOfTheT() {
    assertThat(Published.parse("2020-11-22 18:30"))
        .isEqualTo(Published.parse("2020-11-22T18:30"))
        .hasToString("2020-11-22T18:30");
  }

  @Test
  void keepsTheLocalDayOfPublication() {
    assertThat(Published.parse("2020-11-22T23:30:00-11:00").day())
        .isEqualTo(LocalDate.of(2020, 11, 22));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "yesterday", "2020", "2020-11", "22.11.2020 10:30", "2020-11-22T"})
  void rejectsTextThatIsNotADate(String text) {
    assertThatThrownBy(() -> Published.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("published ")
        .hasMessageContaining("'" + text + "'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2021-02-29",
        "2020-13-01",
        "2020-11-22T25:00",
        "2020-11-22T10:00+99:00",
        "2020-11-22T10:00 noon"
      })
  void rejectsDaysAndTimesThatDoNotExist(String text) {
    assertThatThrownBy(() -> Published.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("published '" + text + "' is not a valid date or time");
  }

  @Test
  void rejectsAnOffsetWithoutATime() {
    assertThatThrownBy(() ->
            new Published(
                LocalDate.of(2020, 1, 1), Optional.empty(), Optional.of(ZoneOffset.ofHours(2))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("published must not have an offset (+02:00) without a time");
  }

  @Test
  void rejectsYearsOfFiveDigits() {
    assertThatThrownBy(() -> Published.on(LocalDate.of(10_000, 1, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("year of published must be 1 to 9999, but was +10000-01-01");
  }
}
