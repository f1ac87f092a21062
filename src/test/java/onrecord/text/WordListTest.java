package onrecord.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordListTest {

  private enum Season {
    SPRING,
    LATE_SUMMER
  }

  @Test
  void linesStandInTheirSections() {
    WordList list = WordList.parse("x.txt", "# about\n\n[a]\none two\n\n# more\n[b]\n  one  \n");

    assertThat(list.lines())
        .containsExactly(new WordList.Line("a", "one two", 4), new WordList.Line("b", "one", 8));
    assertThat(list.words())
        .extracting(WordList.Entry::section, WordList.Entry::text)
        .containsExactly(tuple("a", "one"), tuple("a", "two"), tuple("b", "one"));
  }

  @Test
  void sectionsBearTheNamesOfConstants() {
    WordList list = WordList.parse("x.txt", "[late-summer]\naugust september\n[spring]\nmay");

    list.requireSections(Season.class);

    assertThat(list.section("SPRING")).containsExactly("may");
    assertThat(list.section("LATE_SUMMER")).containsExactly("august", "september");
  }

  @Nested
  class IsRefused {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "one|1: 'one' stands in no section",
          "# note;[a|2: expected a section such as [month], but found '[a'",
          "[]|1: expected a section such as [month], but found '[]'",
          "[a];[b];one|1: section 'a' is empty",
          "[a];one;[b]|3: section 'b' is empty",
          "[a];one;[b];two;[a];three|5: section 'a' was there before"
        })
    void whereTheSectionsAreMalformed(String text, String message) {
      assertThatIllegalStateException()
          .isThrownBy(() -> WordList.parse("x.txt", text.replace(';', '\n')))
          .withMessage("x.txt, line " + message);
    }

    @Test
    void whereASectionHasAWordTwice() {
      WordList list = WordList.parse("x.txt", "[a]\none two\nthree one\n");

      assertThatIllegalStateException()
          .isThrownBy(list::words)
          .withMessage("x.txt, line 3: section 'a' has 'one' twice");
    }

    @Test
    void whereASectionHasALineTwice() {
      WordList list = WordList.parse("x.txt", "[a]\none two\none two\n");

      assertThatIllegalStateException()
          .isThrownBy(list::lines)
          .withMessage("x.txt, line 3: section 'a' has 'one two' twice");
    }

    @Test
    void whereASectionIsNoConstant() {
      WordList list = WordList.parse("x.txt", "[spring]\nmay\n[autumn]\noctober\n");

      assertThatIllegalStateException()
          .isThrownBy(() -> list.requireSections(Season.class))
          .withMessage("x.txt, line 4: unknown section 'autumn'");
    }

    @Test
    void whereAConstantHasNoSection() {
      WordList list = WordList.parse("x.txt", "[spring]\nmay\n");

      assertThatIllegalStateException()
          .isThrownBy(() -> list.section("LATE_SUMMER"))
          .withMessage("x.txt: section 'late-summer' is missing");
    }

    @Test
    void whereThereIsNone() {
      assertThatIllegalStateException()
          .isThrownBy(() -> WordList.load(WordListTest.class, "en/nothing.txt"))
          .withMessage("word list en/nothing.txt is missing");
    }
  }
}
