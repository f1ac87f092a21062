package onrecord.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordAnalyzerTest {

  @ParameterizedTest
  @CsvSource({
    "elections,election",
    "The Mayor’s plans,the mayor plan",
    "the mayor's plan,the mayor plan",
    "ÉCOLE Straße naïve,ecole strasse naive",
    "voted Votes VOTE,vote vote vote",
    "I cannot,i cannot"
  })
  void stemsAreWithoutCaseAccentAndEnding(String text, String stems) throws IOException {
    assertThat(words(Schema.QUOTE, text)).isEqualTo(List.of(stems.split(" ")));
  }

  @Test
  void wordsKeepTheirEnding() throws IOException {
    assertThat(words(Schema.exact(Schema.QUOTE), "Élections won’t be the Mayor's"))
        .containsExactly("elections", "won't", "be", "the", "mayor's");
    assertThat(words(Schema.words(Schema.SPEAKER), "Müller-Boards"))
        .containsExactly("muller", "boards");
  }

  @Test
  void caseIsFoldedAlikeUnderEveryLocale() throws IOException {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));

      assertThat(words(Schema.QUOTE, "IRON Irıs İris")).containsExactly("iron", "iris", "iris");
    } finally {
      Locale.setDefault(before);
    }
  }

  private static List<String> words(String field, String text) throws IOException {
    List<String> words = new ArrayList<>();
    try (Analyzer analyzer = Schema.analyzer();
        TokenStream stream = analyzer.tokenStream(field, text)) {
      CharTermAttribute word = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        words.add(word.toString());
      }
      stream.end();
    }
    return words;
  }
}
