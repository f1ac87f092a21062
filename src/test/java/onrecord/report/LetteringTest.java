package onrecord.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fitting text into a chart. */
class LetteringTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ada Holm of the harbor authority",
        "\u6e2f\u6e7e\u5c40\u306e\u30a2\u30c0\u30fb\u30db\u30eb\u30e0\u3055\u3093\u306e\u767a\u8a00",
        "e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301",
        "\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00"
      })
  void whatIsTooWideIsShortenedBetweenCharacters(String text) {
    String fit = Lettering.LABEL.fit(text, 90);

    assertThat(Lettering.LABEL.width(fit)).isLessThanOrEqualTo(90);
    assertThat(fit).endsWith("\u2026").hasSizeGreaterThan(4);
    String kept = fit.substring(0, fit.length() - 1);
    assertThat(text).startsWith(kept);
    assertThat(Character.isLowSurrogate(text.charAt(kept.length()))).isFalse();
    assertThat(text.charAt(kept.length())).isNotEqualTo('\u0301');
  }

  @Test
  void whatFitsRemains() {
    assertThat(Lettering.LABEL.fit("Ada Holm", 90)).isEqualTo("Ada Holm");
  }

  @Test
  void linesAreBrokenAtSpacesAndTheLastIsShortened() {
    assertThat(Lettering.LABEL.wrap("Ada Holm speaks about the harbor most often", 100, 3))
        .containsExactly("Ada Holm", "speaks about", "the harbor mo\u2026");
    assertThat(Lettering.LABEL.wrap("x".repeat(1_000), 50, 3))
        .hasSize(1)
        .allSatisfy(line -> assertThat(line).endsWith("x\u2026"));
    assertThat(Lettering.LABEL.wrap("", 50, 3)).containsExactly("");
  }
}
