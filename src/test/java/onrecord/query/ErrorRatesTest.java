package onrecord.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import onrecord.model.Article;
import onrecord.model.Quotation;
import onrecord.model.Span;
import onrecord.query.Judgement.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorRatesTest {

  /** Table I of R. G. Newcombe, Statistics in Medicine 17 (1998), 857-872, method 3. */
  @ParameterizedTest
  @CsvSource({
    "81, 263, 0.2553, 0.3662",
    "15, 148, 0.0624, 0.1605",
    " 0,  20, 0.0000, 0.1611",
    " 1,  29, 0.0061, 0.1718"
  })
  void intervalsAreThoseOfPublishedExamples(long count, long cases, double lower, double upper) {
    Interval interval = Interval.wilson(count, cases);

    assertThat(interval.lower()).isCloseTo(lower, within(0.00005));
    assertThat(interval.upper()).isCloseTo(upper, within(0.00005));
  }

  @Test
  void intervalOfTheOthersIsTheMirrorImage() {
    for (int count = 0; count <= 7; count++) {
      Interval interval = Interval.wilson(count, 7);
      Interval others = Interval.wilson(7 - count, 7);

      assertThat(interval.lower()).isCloseTo(1 - others.upper(), within(1e-12));
      assertThat(interval.lower()).isBetween(0.0, count / 7.0);
      assertThat(interval.upper()).isBetween(count / 7.0, 1.0);
    }
    assertThat(Interval.wilson(0, 7).lower()).isEqualTo(0.0);
    assertThat(Interval.wilson(7, 7).upper()).isEqualTo(1.0);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "-1, 3", "4, 3"})
  void proportionThatCannotBeIsRefused(long count, long cases) {
    assertThatThrownBy(() -> Interval.wilson(count, cases))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a proportion must be of 1 case or more, but was of " + count + " of " + cases);
    assertThatThrownBy(() -> new ErrorRates.Rate("all", cases, count))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a rate must be of 1 quotation or more, but was of " + count + " of " + cases);
  }

  @Test
  void ratesAreCountedByConfidenceAndByRule() {
    ErrorRates rates =
        ErrorRates.of(
            List.of(
                judged(0.7, "cue after", Verdict.WRONG),
                judged(0.79, "cue after", Verdict.CORRECT),
                judged(1, "cue before", Verdict.CORRECT),
                judged(0.9, "cue after", Verdict.CORRECT),
                judged(0.3, "none", Verdict.WRONG)));

    assertThat(rates.all()).contains(new ErrorRates.Rate("all", 5, 2));
    assertThat(rates.all().orElseThrow().share()).isEqualTo(0.4);
    assertThat(rates.confidence())
        .extracting(ErrorRates.Rate::value, ErrorRates.Rate::judged, ErrorRates.Rate::wrong)
        .containsExactly(
            tuple("0.3-0.4", 1L, 1L), tuple("0.7-0.8", 2L, 1L), tuple("0.9-1.0", 2L, 0L));
    assertThat(rates.rules())
        .extracting(ErrorRates.Rate::value, ErrorRates.Rate::judged, ErrorRates.Rate::wrong)
        .containsExactly(
            tuple("cue after", 3L, 1L), tuple("cue before", 1L, 0L), tuple("none", 1L, 1L));
  }

  @Test
  void withoutJudgementsThereAreNoRates() {
    assertThat(ErrorRates.of(List.of()).all()).isEmpty();
    assertThat(ErrorRates.of(List.of()).confidence()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes", " Y ", "TRUE", "1", "Correct", "right"})
  void verdictsAreReadInAnyCase(String text) {
    assertThat(Verdict.parse(text)).contains(Verdict.CORRECT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"no", "N", "False", "0", "WRONG"})
  void wrongIsReadInAnyCase(String text) {
    assertThat(Verdict.parse(text)).contains(Verdict.WRONG);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "maybe", "yes?", "2"})
  void otherWordsAreNoVerdicts(String text) {
    assertThat(Verdict.parse(text)).isEmpty();
  }

  private static Judgement judged(double confidence, String rule, Verdict verdict) {
    Article article = Article.builder("a", "The mill opens").build();
    return new Judgement(
        Quotation.builder(article, List.of(new Span(0, 14)))
            .confidence(confidence)
            .rule(rule)
            .build(),
        verdict);
  }
}
