package onrecord.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import onrecord.model.Article;
import onrecord.model.Quotation;
import onrecord.model.QuotationKind;
import onrecord.model.Speaker;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An article in another language gives its quoted words, and no rule of English is applied. */
class OtherLanguageTest {

  private static final String GERMAN =
      "Mittwoch sagte Hanna Brandt: „Der Hafen bleibt zu.“ Sie habe das geprüft, sagte sie. "
          + "„Wir haben es im Mai“, so Brandt, „und nicht vorher beschlossen.“";

  private final Extractor extractor = new Extractor();

  @Test
  void givesTheQuotedWordsOfUnknownSpeakers() {
    Article article = Article.builder("a", GERMAN).build();

    assertThat(extractor.isForLanguageOf(article)).isFalse();
    assertThat(extractor.extract(article))
        .extracting(Quotation::text, Quotation::kind, Quotation::speaker, Quotation::rule)
        .containsExactly(
            tuple("Der Hafen bleibt zu.", QuotationKind.DIRECT, Speaker.UNKNOWN, "other-language"),
            tuple("Wir haben es im Mai", QuotationKind.DIRECT, Speaker.UNKNOWN, "other-language"),
            tuple(
                "und nicht vorher beschlossen.",
                QuotationKind.DIRECT,
                Speaker.UNKNOWN,
                "other-language"));
    assertThat(extractor.extract(article))
        .allMatch(q -> q.mention().isEmpty() && q.cue().isEmpty() && q.said().isEmpty())
        .allMatch(q -> q.about().isEmpty() && q.confidence() == 0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"en", "EN", "en-GB", "en_US", "eng", "English", " english (UK) ", "en-Latn"})
  void theStatedLanguageComesFirst(String english) {
    Article stated = Article.builder("a", GERMAN).language(english).build();

    assertThat(extractor.isForLanguageOf(stated)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "de-AT", "fr_CA", "German", "enm", "x-klingon"})
  void anotherStatedLanguageIsNotEnglish(String other) {
    Article stated =
        Article.builder("a", "“We open in May,” said Hanna Brandt.").language(other).build();

    assertThat(extractor.isForLanguageOf(stated)).isFalse();
    assertThat(extractor.extract(stated))
        .extracting(Quotation::text, Quotation::speaker)
        .containsExactly(tuple("We open in May,", Speaker.UNKNOWN));
  }

  @ParameterizedTest
  @ValueSource(strings = {"und", "mul", "unknown"})
  void theTextDecidesWhereNoSingleLanguageIsStated(String none) {
    Article german = Article.builder("a", GERMAN).language(none).build();
    Article english = Article.builder("a", "“Yes,” said Hanna Brandt.").language(none).build();

    assertThat(extractor.isForLanguageOf(german)).isFalse();
    assertThat(extractor.isForLanguageOf(english)).isTrue();
  }

  @Nested
  @OfRule.Tested(Rule.OTHER_LANGUAGE)
  class ItsWordsAreNobodys extends OfRule {

    @Test
    void speaksInGerman() {
      speaks("Der Hafen bleibt zu.", GERMAN).ofKind(QuotationKind.DIRECT);
    }

    @Test
    void speaksInFrench() {
      speaks(
              "Le port reste fermé",
              "La directrice a parlé : « Le port reste fermé », et ce n'est pas tout pour les gens.")
          .ofKind(QuotationKind.DIRECT);
    }

    @Test
    void isSilentInEnglish() {
      isSilent("Der Hafen bleibt zu,", "“Der Hafen bleibt zu,” said Hanna Brandt to the council.");
    }
  }
}
