package onrecord.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import onrecord.model.PartialDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateNumberTest {

  @ParameterizedTest
  @CsvSource({
    "2020-11-22,20201122,20201122",
    "2020-02,20200200,20200229",
    "2020,20200000,20201231",
    "0001-01-01,10101,10101",
    "9999,99990000,99991231"
  })
  void dateIsItsDigits(String text, int number, int last) {
    PartialDate date = PartialDate.parse(text);

    assertThat(DateNumber.of(date)).isEqualTo(number);
    assertThat(DateNumber.last(date)).isEqualTo(last);
    assertThat(DateNumber.toDate(number)).isEqualTo(date);
  }

  @Test
  void dayIsRoundedDown() {
    int number = DateNumber.of(LocalDate.of(2020, 11, 22));

    assertThat(DateNumber.month(number)).isEqualTo(20201100);
    assertThat(DateNumber.year(number)).isEqualTo(20200000);
    assertThat(DateNumber.year(DateNumber.UNKNOWN)).isEqualTo(DateNumber.UNKNOWN);
  }
}
