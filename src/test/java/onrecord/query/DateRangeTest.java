package onrecord.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import onrecord.model.PartialDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DateRangeTest {

  @ParameterizedTest
  @ValueSource(strings = {"2020", "2020-11", "2020-11-22", "2020..2021-03", "2020-11..", "..2020"})
  void parsesItsOwnTextForm(String text) {
    assertThat(DateRange.parse(text)).hasToString(text);
  }

  @Test
  void aSingleDateIsARange() {
    PartialDate month = PartialDate.parse("2020-11");

    assertThat(DateRange.parse("2020-11..2020-11")).isEqualTo(DateRange.of(month));
    assertThat(DateRange.parse("2020-11")).isEqualTo(DateRange.between(month, month));
  }

  @Test
  void aYearCanEndOnItsFirstDay() {
    assertThat(DateRange.parse("2020..2020-01-01")).hasToString("2020..2020-01-01");
  }

  @Test
  void rejectsARangeThatEndsBeforeItBegins() {
    assertThatThrownBy(() -> DateRange.parse("2020-12..2020-11"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2020-12..2020-11");
  }

  @Test
  void rejectsARangeWithoutBounds() {
    assertThatThrownBy(() -> DateRange.parse(".."))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("first or a last date");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "2020-13", "2020-02-30", "2020...2021", "2020.." + "x"})
  void rejectsTextThatIsNotADate(String text) {
    assertThatThrownBy(() -> DateRange.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("date");
  }
}
