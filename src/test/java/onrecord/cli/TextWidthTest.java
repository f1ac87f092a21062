package onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextWidthTest {

  @ParameterizedTest
  @CsvSource({
    "mill, 4",
    "'', 0",
    "caf\u00e9, 4",
    "cafe\u0301, 4",
    "\u6c34\u8eca, 4",
    "\uff4d\uff49, 4",
    "\ud55c\uad6d, 4",
    "\u1112\u1161\u11ab, 2",
    "\u05e9\u05dc\u05d5\u05dd, 4",
    "\u05e9\u05b8\u05dc\u05d5\u05b9\u05dd, 4",
    "\u0e01\u0e34\u0e19, 2",
    "\ud83d\ude00, 2",
    "\ud83d\udc69\u200d\ud83d\ude80, 4",
    "\ud83c\uddf3\ud83c\uddf4, 2",
    "\ud840\udc00, 2",
    "a\u200bb\u00adc, 3",
    "\u2026\u201c\u2014, 3"
  })
  void countsColumns(String text, int columns) {
    assertThat(TextWidth.of(text)).isEqualTo(columns);
    assertThat(TextWidth.of(Style.BOLD.apply(text))).isEqualTo(columns);
    assertThat(TextWidth.of(Style.isolated(text))).isEqualTo(columns);
  }

  @ParameterizedTest
  @CsvSource({
    "mill, 4, mill",
    "mills, 4, mil\u2026",
    "mills, 1, \u2026",
    "mills, 0, ''",
    "\u6c34\u8eca\u5c0f\u5c4b, 5, \u6c34\u8eca\u2026",
    "\u6c34\u8eca\u5c0f\u5c4b, 4, \u6c34\u2026",
    "cafe\u0301s are, 5, cafe\u0301\u2026",
    "cafe\u0301s are, 4, caf\u2026",
    "\ud83d\udc69\u200d\ud83d\ude80 flew, 4, \u2026"
  })
  void keepsTheStart(String text, int columns, String shortened) {
    assertThat(TextWidth.shortened(text, columns)).isEqualTo(shortened);
  }

  @ParameterizedTest
  @CsvSource({
    "mill, 4, mill",
    "mills, 4, \u2026lls",
    "mills, 0, ''",
    "\u6c34\u8eca\u5c0f\u5c4b, 4, \u2026\u5c4b",
    "the cafe\u0301s, 3, \u2026e\u0301s",
    "the cafe\u0301s, 2, \u2026s",
    "he flew \ud83d\udc69\u200d\ud83d\ude80, 4, \u2026"
  })
  void keepsTheEnd(String text, int columns, String shortened) {
    assertThat(TextWidth.endOf(text, columns)).isEqualTo(shortened);
  }

  @Test
  void doesNotCutStyles() {
    String text = Style.BOLD.apply("mills") + " close";

    assertThat(text.substring(0, TextWidth.end(text, 0, 5))).isEqualTo("\u001b[1mmills\u001b[0m");
    assertThat(text.substring(0, TextWidth.end(text, 0, 99))).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u05e9", "a \u0627", "\u0661"})
  void recognizesTextThatIsWrittenFromRightToLeft(String text) {
    assertThat(TextWidth.isRightToLeft(text)).isTrue();
    assertThat(TextWidth.isRightToLeft("mill 1 \u6c34")).isFalse();
  }
}
