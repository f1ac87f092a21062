package onrecord.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CollocationTest {

  /**
   * Bigrams with the highest scores in Dunning, Accurate Methods for the Statistics of Surprise and
   * Coincidence (1993), table of log-likelihood: -2 log &lambda; and the four counts.
   */
  @ParameterizedTest(name = "{5}")
  @CsvSource({
    "270.72, 110, 2442, 111, 29114, the swiss",
    "263.90,  29,   13, 123, 31612, can be",
    "256.84,  31,   23, 139, 31584, previous year"
  })
  void logLikelihoodIsThatOfDunning(double g2, long a, long b, long c, long d, String bigram) {
    Collocation collocation = new Collocation(a, a + c, a + b, a + b + c + d, a + b);

    assertThat(collocation.g2()).as(bigram).isCloseTo(g2, within(0.005));
    assertThat(collocation.isAttracted()).isTrue();
  }

  /**
   * The properties that Rychl&yacute;, A Lexicographer-Friendly Association Score (2008), lists.
   */
  @Test
  void logDiceHasTheBoundsAndStepsOfRychly() {
    double all = new Collocation(8, 8, 20, 1_000, 8).logDice();
    double half = new Collocation(4, 8, 20, 1_000, 8).logDice();
    double oneIn16000 = new Collocation(1, 16_384, 20, 1_000_000, 16_384).logDice();

    assertThat(all).isEqualTo(14);
    assertThat(half).isCloseTo(13, within(1e-12));
    assertThat(oneIn16000).isCloseTo(0, within(1e-12));
    assertThat(new Collocation(4, 8, 200, 900_000, 8).logDice()).isEqualTo(half);
  }

  @Test
  void logRatioComparesTheWindowsWithTheRest() {
    // 4 of 20 words near, 10 of 200 elsewhere: four times as frequent.
    assertThat(new Collocation(4, 14, 20, 220, 5).logRatio()).hasValueCloseTo(2.0, within(1e-12));
    // Never elsewhere: 4 of 20 against 0.5 of 200, which is 80 times.
    assertThat(new Collocation(4, 4, 20, 220, 5).logRatio())
        .hasValueCloseTo(Math.log(80) / Math.log(2), within(1e-12));
    assertThat(new Collocation(4, 4, 20, 20, 5).logRatio()).isEmpty();
    assertThat(new Collocation(4, 4, 20, 20, 5).g2()).isZero();
  }

  @Test
  void wordThatIsRarerNearIsNotAttracted() {
    assertThat(new Collocation(1, 11, 20, 220, 5).isAttracted()).isFalse();
    assertThat(new Collocation(1, 11, 20, 220, 5).expected()).isEqualTo(1);
    assertThat(new Collocation(2, 11, 20, 220, 5).isAttracted()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"0,1,1,1,1", "1,1,1,1,0", "2,1,2,2,1", "2,2,1,2,1", "1,3,2,3,1"})
  void frequenciesMustFitTogether(
      long count, long total, long windowWords, long words, long places) {
    assertThatThrownBy(() -> new Collocation(count, total, windowWords, words, places))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("frequencies of a collocation must be those of a word");
  }

  @Test
  void requestKeepsEachPartAndRefusesWhatCannotBe() {
    CollocatesRequest request = CollocatesRequest.of(Query.words("a"));
    CollocatesRequest.Window window = new CollocatesRequest.Window(0, 3);

    assertThat(request.within(window).by(CollocationMeasure.LOG_RATIO).minimum(4).limit(7))
        .isEqualTo(
            new CollocatesRequest(Query.words("a"), window, 4, CollocationMeasure.LOG_RATIO, 7));
    assertThatThrownBy(() -> request.minimum(0))
        .hasMessage("minimum of a collocate must be 1 or more, but was 0");
    assertThatThrownBy(() -> request.limit(0))
        .hasMessage("limit of collocates must be 1 or more, but was 0");
    assertThatThrownBy(() -> new CollocatesRequest.Window(-1, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("but had -1 and 2");
  }
}
