package onrecord.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import onrecord.model.Annotation;
import onrecord.model.Annotation.Label;
import onrecord.model.FieldValue;
import onrecord.model.RecordedAnnotation;
import onrecord.model.RecordedAnnotation.Standing;
import org.junit.jupiter.api.Test;

class CoderAgreementTest {

  private static final LocalDate DAY = LocalDate.of(2024, 5, 6);

  private static RecordedAnnotation recorded(Annotation annotation) {
    return new RecordedAnnotation(
        annotation,
        "a",
        "words",
        Optional.of(annotation.quotation()),
        Standing.CURRENT,
        Optional.empty());
  }

  /** The labels of coders, one string for each, with a full stop where there is none. */
  private static List<RecordedAnnotation> labels(String... coders) {
    List<RecordedAnnotation> all = new ArrayList<>();
    for (int coder = 0; coder < coders.length; coder++) {
      for (int unit = 0; unit < coders[coder].length(); unit++) {
        char value = coders[coder].charAt(unit);
        if (value != '.') {
          all.add(
              recorded(
                  Annotation.label(
                      "a#" + unit,
                      "stance",
                      FieldValue.name(String.valueOf(value)),
                      "coder " + coder,
                      DAY)));
        }
      }
    }
    return all;
  }

  private static OptionalDouble alpha(List<RecordedAnnotation> annotations) {
    return CoderAgreement.of(annotations).getFirst().alpha();
  }

  /** Krippendorff (2011), example C: four coders, five values, labels missing. */
  @Test
  void isThatOfThePublishedExampleOfFourCoders() {
    CoderAgreement agreement =
        CoderAgreement.of(labels("123321412...", "1233224125.3", ".3332342251.", "12332441251."))
            .getFirst();

    assertThat(agreement.alpha().orElseThrow()).isCloseTo(0.743, within(0.0005));
    assertThat(agreement).isEqualTo(new CoderAgreement("stance", 11, 4, 40, agreement.alpha()));
  }

  /** The example of the article on Krippendorff's alpha in Wikipedia: three coders. */
  @Test
  void isThatOfThePublishedExampleOfThreeCoders() {
    assertThat(alpha(labels(".....34121133.3", "1.213343.......", "..21344.21133.4")).orElseThrow())
        .isCloseTo(0.691, within(0.0005));
  }

  @Test
  void isOneIfAllAgreeAndUnknownIfNothingCanDiffer() {
    assertThat(alpha(labels("1122", "1122"))).hasValue(1);
    assertThat(alpha(labels("1111", "1111"))).isEmpty();
    assertThat(alpha(labels("12..", "..12"))).isEmpty();
    assertThat(CoderAgreement.of(List.of())).isEmpty();
  }

  @Test
  void countsTheLastLabelOfEachCoderThatIsNotWithdrawn() {
    List<RecordedAnnotation> all = new ArrayList<>(labels("12", "12", "21"));
    for (int unit = 0; unit < 2; unit++) {
      all.add(
          recorded(
              new Annotation(
                  "a#" + unit, new Label("stance", List.of()), "coder 2", DAY.plusDays(1))));
    }

    assertThat(CoderAgreement.of(all))
        .containsExactly(new CoderAgreement("stance", 2, 2, 4, OptionalDouble.of(1)));
  }

  @Test
  void isOfEachFieldByItself() {
    List<RecordedAnnotation> all = new ArrayList<>(labels("12", "12"));
    all.add(recorded(Annotation.label("a#0", "mood", FieldValue.name("calm"), "coder 0", DAY)));

    assertThat(CoderAgreement.of(all))
        .extracting(CoderAgreement::field)
        .containsExactly("mood", "stance");
  }
}
