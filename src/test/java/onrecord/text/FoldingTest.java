package onrecord.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {

  @ParameterizedTest
  @CsvSource({
    "CAFÉ,cafe",
    "Łódź,lodz",
    "Straße STRASSE,strasse strasse",
    "Đặng Việt Ø,dang viet o",
    "İstanbul ısı,istanbul isi",
    "Ёлка й Їжак,елка и іжак",
    "Αθήνα ΑΘΉΝΑ ΐ,αθηνα αθηνα ι",
    "ὁδός ΟΔΟΣ,οδοσ οδοσ",
    "שָׁלוֹם,שלום",
    "مُحَمَّد آب,محمد اب",
    "ＡＢ ﬁn 𝐁old,ab fin bold",
    "mayor’s,mayor's"
  })
  void caseAndAccentsAreDropped(String text, String folded) {
    assertThat(Folding.fold(text)).isEqualTo(folded);
    assertThat(Folding.fold(Normalizer.normalize(text, Normalizer.Form.NFD))).isEqualTo(folded);
  }

  @ParameterizedTest
  @CsvSource({"が,か", "ハ,パ", "सुन,सन", "क्या,कया", "ไม่,ไม้", "한글,하글"})
  void marksThatMakeAnotherWordStay(String text, String other) {
    assertThat(Folding.fold(text)).isEqualTo(text).isNotEqualTo(Folding.fold(other));
    assertThat(Folding.fold(Normalizer.normalize(text, Normalizer.Form.NFD))).isEqualTo(text);
  }

  @Test
  void howALetterIsEncodedMakesNoDifference() {
    assertThat(texts())
        .allSatisfy(text -> {
          String folded = Folding.fold(text);

          assertThat(Folding.fold(Normalizer.normalize(text, Normalizer.Form.NFC)))
              .isEqualTo(folded);
          assertThat(Folding.fold(Normalizer.normalize(text, Normalizer.Form.NFD)))
              .isEqualTo(folded);
          assertThat(Folding.fold(Normalizer.normalize(text, Normalizer.Form.NFKC)))
              .isEqualTo(folded);
        });
  }

  @Test
  void whatIsFoldedStaysAsItIs() {
    assertThat(texts())
        .allSatisfy(text -> {
          String folded = Folding.fold(text);

          assertThat(Folding.fold(folded)).isEqualTo(folded);
        });
  }

  @Test
  void caseMakesNoDifference() {
    IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
        .filter(Character::isLetter)
        .forEach(letter -> {
          String folded = Folding.fold(Character.toString(letter));
          String upper = Character.toString(Character.toUpperCase(letter));
          String lower = Character.toString(Character.toLowerCase(letter));

          assertThat(Folding.fold(upper)).isEqualTo(folded);
          assertThat(Folding.fold(lower)).isEqualTo(folded);
          assertThat(Folding.fold(upper.toLowerCase(Locale.ROOT))).isEqualTo(folded);
        });
  }

  /** Each character, and a letter with each character after it. */
  private static Stream<String> texts() {
    return IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
        .filter(Character::isDefined)
        .mapToObj(Character::toString)
        .flatMap(letter -> Stream.of(letter, "e" + letter + "x"));
  }
}
