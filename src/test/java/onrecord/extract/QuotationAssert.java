package onrecord.extract;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.Arrays;
import java.util.Optional;
import onrecord.model.Article;
import onrecord.model.PartialDate;
import onrecord.model.Quotation;
import onrecord.model.QuotationKind;
import onrecord.model.Said;
import onrecord.model.Span;
import onrecord.model.SpeakerType;
import org.assertj.core.api.AbstractAssert;

/** Says of a quotation what a test expects of it, in the words of the article. */
@CanIgnoreReturnValue
final class QuotationAssert extends AbstractAssert<QuotationAssert, Quotation> {
  private final Article article;

  QuotationAssert(Quotation actual, Article article) {
    super(actual, QuotationAssert.class);
    this.article = article;
  }

  QuotationAssert isSaidBy(String name) {
    assertThat(actual.speaker().name()).as(what("speaker")).isEqualTo(name);
    return this;
  }

  QuotationAssert isSaidBy(String name, SpeakerType type) {
    assertThat(actual.speaker().type()).as(what("type of the speaker")).isEqualTo(type);
    return isSaidBy(name);
  }

  QuotationAssert isNotSaidBy(String name) {
    assertThat(actual.speaker().name()).as(what("speaker")).isNotEqualTo(name);
    return this;
  }

  QuotationAssert isSaidByNobodyKnown() {
    return isSaidBy("(unknown)", SpeakerType.UNKNOWN);
  }

  QuotationAssert whoIsDescribedAs(String description) {
    assertThat(actual.speaker().description()).as(what("description")).contains(description);
    return this;
  }

  QuotationAssert byRule(Rule rule) {
    assertThat(actual.rule()).as(what("rule")).isEqualTo(rule.label());
    return this;
  }

  QuotationAssert byAnotherRuleThan(Rule rule) {
    assertThat(actual.rule()).as(what("rule")).isNotEqualTo(rule.label());
    return this;
  }

  QuotationAssert ofKind(QuotationKind kind) {
    assertThat(actual.kind()).as(what("kind")).isEqualTo(kind);
    return this;
  }

  QuotationAssert withMention(String words) {
    assertThat(actual.mention().map(this::text)).as(what("mention")).contains(words);
    return this;
  }

  QuotationAssert withCue(String words) {
    assertThat(actual.cue().map(this::text)).as(what("cue")).contains(words);
    return this;
  }

  QuotationAssert withoutCue() {
    assertThat(actual.cue().map(this::text)).as(what("cue")).isEmpty();
    return this;
  }

  QuotationAssert withRuns(String... runs) {
    assertThat(actual.runs().stream().map(this::text))
        .as(what("runs"))
        .containsExactlyElementsOf(Arrays.asList(runs));
    return this;
  }

  /** Expects a day told in these words; the date, where it is known, in its ISO form. */
  QuotationAssert saidOn(String expression, Optional<String> date) {
    assertThat(actual.said().map(Said::expression).map(this::text))
        .as(what("expression of the day"))
        .contains(expression);
    assertThat(actual.said().flatMap(Said::date).map(PartialDate::toString))
        .as(what("date"))
        .isEqualTo(date);
    return this;
  }

  QuotationAssert saidOnNoDayTold() {
    assertThat(actual.said().map(Said::expression).map(this::text))
        .as(what("expression of the day"))
        .isEmpty();
    return this;
  }

  QuotationAssert about(String... names) {
    assertThat(actual.about()).as(what("about")).containsExactly(names);
    return this;
  }

  private String text(Span span) {
    return span.in(article.text());
  }

  private String what(String part) {
    return part + " of <" + actual.text() + "> in <" + article.text() + ">";
  }
}
