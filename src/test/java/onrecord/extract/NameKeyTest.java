package onrecord.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import onrecord.text.Folding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameKeyTest {

  @ParameterizedTest
  @CsvSource({
    "Dr. José  Ode,dr jose ode",
    "Øde-Łund,ode-lund",
    "Seán O\u2019Dea,sean o'dea",
    "O`Dea,o'dea",
    "J.R. Ode,j r ode",
    "Ёлка,елка",
    "Ode\u00a0\u200bVane,ode vane"
  })
  void namesThatCountAsTheSameHaveOneForm(String name, String key) {
    assertThat(NameKey.of(name)).isEqualTo(key);
  }

  @Test
  void lettersAreFoldedAsInTheIndex() {
    IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
        .filter(Character::isLetter)
        .mapToObj(Character::toString)
        .forEach(
            letter -> assertThat(NameKey.of(letter)).isEqualTo(NameKey.of(Folding.fold(letter))));
  }
}
