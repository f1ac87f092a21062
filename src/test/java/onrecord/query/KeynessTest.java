package onrecord.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeynessTest {

  /**
   * The example of the companion website of McEnery and Hardie, Corpus Linguistics: Method, Theory
   * and Practice (2012): 0.10 and 0.08 percent, log-likelihood 2.65.
   */
  @Test
  void logLikelihoodIsThatOfThePublishedExample() {
    Keyness word = new Keyness(52, 57, 50_000, 75_000);

    assertThat(word.g2()).isCloseTo(2.65, within(0.005));
    assertThat(word.perMillion()).isEqualTo(1040);
    assertThat(word.otherPerMillion()).isEqualTo(760);
    assertThat(word.percentDiff()).hasValueCloseTo(36.842, within(0.001));
  }

  /** The ratios that Hardie, Log Ratio: an informal introduction (2014) explains. */
  @ParameterizedTest
  @CsvSource({
    "6, 2, 1.584962500721156",
    "4, 2, 1",
    "2, 2, 0",
    "2, 4, -1",
    "16, 1, 4",
    "2, 0, 2",
    "0, 2, -2"
  })
  void logRatioGrowsByOneWithEachDoubling(long count, long otherCount, double logRatio) {
    assertThat(new Keyness(count, otherCount, 10_000, 10_000).logRatio())
        .isCloseTo(logRatio, within(1e-12));
    assertThat(new Keyness(count, otherCount, 20_000, 10_000).logRatio())
        .isCloseTo(logRatio - 1, within(1e-12));
  }

  @Test
  void differenceFromNothingHasNoPercentage() {
    assertThat(new Keyness(3, 0, 10, 10).percentDiff()).isEmpty();
    assertThat(new Keyness(0, 4, 10, 10).percentDiff()).hasValue(-100);
    assertThat(new Keyness(0, 0, 10, 10).g2()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"0,0,0,1", "0,0,1,0", "2,0,1,1", "0,2,1,1", "-1,0,1,1"})
  void countsMustFitTheCorpora(long count, long otherCount, long words, long otherWords) {
    assertThatThrownBy(() -> new Keyness(count, otherCount, words, otherWords))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a word must occur");
  }

  @Test
  void minimumThatIsNoNumberIsRefused() {
    KeywordsRequest request = KeywordsRequest.againstAllOthers();

    assertThat(request.minimumG2(10.83).sign(KeywordSign.NEGATIVE).limit(3))
        .isEqualTo(new KeywordsRequest(Optional.empty(), KeywordSign.NEGATIVE, 2, 10.83, 3));
    for (double minimum : new double[] {-0.1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> request.minimumG2(minimum))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("minimum G2 must be 0 or more, but was " + minimum);
    }
  }
}
