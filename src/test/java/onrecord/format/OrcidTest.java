package onrecord.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrcidTest {

  /** Identifiers that the documentation of ORCID gives as examples, the last with the digit 10. */
  @ParameterizedTest
  @CsvSource({
    "0000-0002-1825-0097, 0000-0002-1825-0097",
    "https://orcid.org/0000-0001-5109-3700, 0000-0001-5109-3700",
    "http://www.orcid.org/0000-0002-1694-233X/, 0000-0002-1694-233X",
    "' 0000-0002-1694-233x ', 0000-0002-1694-233X"
  })
  void identifierIsReadAloneOrAsAnAddress(String text, String id) {
    assertThat(Orcid.parse(text)).isEqualTo(new Orcid(id));
    assertThat(Orcid.parse(text).address()).isEqualTo("https://orcid.org/" + id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Holm, Ada",
        "0000000218250097",
        "0000-0002-1825-009",
        "0000-0002-1825-00977",
        "0000-0002-182X-0097",
        "\u0660000-0002-1825-0097",
        "https://orcid.example/0000-0002-1825-0097"
      })
  void whatIsNoIdentifierIsRejected(String text) {
    assertThatThrownBy(() -> Orcid.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("an ORCID iD must have the form 0000-0002-1825-0097, but was '");
  }

  @Test
  void wrongCheckDigitIsRejected() {
    assertThatThrownBy(() -> Orcid.parse("0000-0002-1825-0096"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the check digit of an ORCID iD was wrong: 0000-0002-1825-0096 should end with 7,"
                + " unless another digit is wrong");
  }

  /** By the definition of ISO 7064: the weighted sum of all characters is congruent to 1. */
  @Test
  void oneCheckDigitFitsAnyNumber() {
    Random random = new Random(7064);
    for (int i = 0; i < 200; i++) {
      String digits = String.format(Locale.ROOT, "%015d", random.nextLong(1_000_000_000_000_000L));
      long fitting =
          Stream.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "X")
              .filter(check -> isAccepted(digits + check) && weightedSum(digits + check) % 11 == 1)
              .count();
      long accepted =
          Stream.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "X")
              .filter(check -> isAccepted(digits + check))
              .count();

      assertThat(fitting).as(digits).isEqualTo(1);
      assertThat(accepted).as(digits).isEqualTo(1);
    }
  }

  private static boolean isAccepted(String characters) {
    try {
      return new Orcid(characters.replaceAll("(.{4})(?=.)", "$1-")).id().length() == 19;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static int weightedSum(String characters) {
    int sum = 0;
    for (int i = 0; i < characters.length(); i++) {
      int value = characters.charAt(i) == 'X' ? 10 : characters.charAt(i) - '0';
      sum += value * (1 << (characters.length() - 1 - i));
    }
    return sum;
  }
}
