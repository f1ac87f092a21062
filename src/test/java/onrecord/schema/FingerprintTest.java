package onrecord.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import onrecord.model.Article;
import onrecord.model.FieldValue;
import onrecord.model.Fields;
import onrecord.model.PartialDate;
import onrecord.model.Quotation;
import onrecord.model.QuotationKind;
import onrecord.model.Said;
import onrecord.model.Span;
import onrecord.model.Speaker;
import onrecord.model.SpeakerType;
import org.junit.jupiter.api.Test;

class FingerprintTest {

  private static final Article ARTICLE = Article.builder("a", "The mill opens, Ann said.").build();
  private static final Optional<Span> MENTION = Optional.of(new Span(17, 20));
  private static final Optional<Span> CUE = Optional.of(new Span(21, 25));
  private static final Optional<Said> SAID =
      Optional.of(new Said(new Span(9, 14), Optional.of(PartialDate.parse("2024-05"))));
  private static final Fields FIELDS =
      Fields.builder().add("tone", FieldValue.name("calm")).build();

  @Test
  void contentDependsOnEachComponentOfGivenQuotations() {
    Speaker ann = speaker("Ann", "a cook", "1", "Mrs Ann", FIELDS);
    Given given = new Given("a#1", 14, ann, MENTION, CUE, SAID, 0.5, "label", FIELDS);

    List<Given> others =
        List.of(
            new Given("a#2", 14, ann, MENTION, CUE, SAID, 0.5, "label", FIELDS),
            new Given("a#1", 13, ann, MENTION, CUE, SAID, 0.5, "label", FIELDS),
            new Given("a#1", 14, Speaker.UNKNOWN, MENTION, CUE, SAID, 0.5, "label", FIELDS),
            new Given("a#1", 14, ann, Optional.empty(), CUE, SAID, 0.5, "label", FIELDS),
            new Given("a#1", 14, ann, MENTION, Optional.empty(), SAID, 0.5, "label", FIELDS),
            new Given("a#1", 14, ann, MENTION, CUE, Optional.empty(), 0.5, "label", FIELDS),
            new Given("a#1", 14, ann, MENTION, CUE, SAID, 0.25, "label", FIELDS),
            new Given("a#1", 14, ann, MENTION, CUE, SAID, 0.5, "signed", FIELDS),
            new Given("a#1", 14, ann, MENTION, CUE, SAID, 0.5, "label", Fields.NONE));

    assertThat(Stream.concat(Stream.of(given), others.stream()).map(Given::content))
        .doesNotHaveDuplicates();
    assertThat(new Given("a#1", 14, ann, MENTION, CUE, SAID, 0.5, "label", FIELDS).content())
        .isEqualTo(given.content());
  }

  @Test
  void contentDependsOnEachComponentOfSpeakers() {
    List<Speaker> speakers =
        List.of(
            speaker("Ann", "a cook", "1", "Mrs Ann", FIELDS),
            speaker("Anne", "a cook", "1", "Mrs Ann", FIELDS),
            speaker("Ann", "the cook", "1", "Mrs Ann", FIELDS),
            speaker("Ann", "a cook", "2", "Mrs Ann", FIELDS),
            speaker("Ann", "a cook", "1", "Ms Ann", FIELDS),
            speaker("Ann", "a cook", "1", "Mrs Ann", Fields.NONE));

    assertThat(
            speakers.stream()
                .map(speaker ->
                    new Given("a#1", 14, speaker, MENTION, CUE, SAID, 1, "r", Fields.NONE)
                        .content()))
        .doesNotHaveDuplicates();
  }

  private static Speaker speaker(
      String name, String description, String id, String printed, Fields fields) {
    return new Speaker(
        name,
        SpeakerType.PERSON,
        Optional.of(description),
        Optional.of(id),
        Optional.of(printed),
        fields);
  }

  /** The components of a quotation that are changed. */
  private record Given(
      String id,
      int end,
      Speaker speaker,
      Optional<Span> mention,
      Optional<Span> cue,
      Optional<Said> said,
      double confidence,
      String rule,
      Fields fields) {

    long content() {
      Quotation quotation =
          new Quotation(
              id,
              ARTICLE.text().substring(0, end),
              QuotationKind.INDIRECT,
              List.of(new Span(0, end)),
              speaker,
              mention,
              cue,
              said,
              confidence,
              rule,
              List.of(),
              fields);
      return Fingerprint.content(
          Fingerprint.of(ARTICLE, Optional.empty()), Optional.of(List.of(quotation)));
    }
  }
}
