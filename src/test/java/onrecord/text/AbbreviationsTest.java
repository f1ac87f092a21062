package onrecord.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AbbreviationsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mr.",
        "mr.",
        "Ode Bros.",
        "the U.S.",
        "p.m.",
        "Ada B.",
        "J.-P.",
        "Ode v.",
        "mid-Sept.",
        "Ph.D.",
        "then-Gen.",
        "(Ariz.",
        "A.I."
      })
  void keepTheirFullStop(String text) {
    assertThat(Abbreviations.isAt(text, text.length() - 1)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "It ended.",
        "It was I.",
        "the rep.",
        "a co.",
        "4K.",
        "in 2016.",
        "No.",
        "A&B.",
        "vitamin-C.",
        "don't.",
        ".",
        "...",
        "@J."
      })
  void leaveOtherFullStopsToTheSentence(String text) {
    assertThat(Abbreviations.isAt(text, text.length() - 1)).isFalse();
  }

  @Test
  void someStandBeforeANumberAlone() {
    assertThat(Abbreviations.isAt("House No. 7", 8)).isTrue();
    assertThat(Abbreviations.isAt("House No.\n7", 8)).isTrue();
    assertThat(Abbreviations.isAt("They said: No. We", 13)).isFalse();
    assertThat(Abbreviations.isAt("They said no. 7 of", 12)).isFalse();
  }

  @Test
  void aListThatContradictsItselfIsRefused() {
    String sections = "[any-case]\nmr\n[before-number]\nno\n[capitalized]\n";

    assertThatIllegalStateException()
        .isThrownBy(() -> Abbreviations.read(WordList.parse("x.txt", sections + "inc mr\n")))
        .withMessage("x.txt, line 6: 'mr' is ANY_CASE too");
    assertThatIllegalStateException()
        .isThrownBy(() -> Abbreviations.read(WordList.parse("x.txt", sections + "inc\nph.d\n")))
        .withMessage("x.txt, line 7: expected a word in lower case, but found 'ph.d'");
  }
}
