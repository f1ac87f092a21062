package onrecord.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordAnalyzerTest {

  private static final Analyzer ANALYZER = Schema.analyzer();

  @ParameterizedTest
  @CsvSource({
    "elections,election",
    "The Mayor’s plans,the mayor plan",
    "the mayor's plan,the mayor plan",
    "ÉCOLE Straße naïve,ecole strasse naive",
    "voted Votes VOTE,vote vote vote",
    "I cannot,i cannot"
  })
  void stemsAreWithoutCaseAccentAndEnding(String text, String stems) {
    assertThat(words(IndexField.QUOTE.field(), text)).isEqualTo(List.of(stems.split(" ")));
  }

  @Test
  void wordsKeepTheirEnding() {
    assertThat(words(IndexField.QUOTE.words(), "Élections won’t be the Mayor's"))
        .containsExactly("elections", "won't", "be", "the", "mayor's");
    assertThat(words(IndexField.SPEAKER.words(), "Müller-Boards"))
        .containsExactly("muller", "boards");
  }

  @Test
  void textIsIndexedByWordsAndStemsAtTheSamePositions() throws IOException {
    List<String> terms = new ArrayList<>();
    try (TokenStream stream =
        ANALYZER.tokenStream(IndexField.QUOTE.terms(), "The Mayor\u2019s plans won")) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      PositionIncrementAttribute step = stream.addAttribute(PositionIncrementAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        terms.add(step.getPositionIncrement() + term.toString());
      }
      stream.end();
    }

    assertThat(terms)
        .containsExactly(
            "1the", "1\u0001mayor", "0\u0002mayor's", "1\u0001plan", "0\u0002plans", "1won");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void termsAreTheWordsAndTheStems(long seed) throws IOException {
    Random random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      String text =
          random
              .ints(40, 0, 12)
              .mapToObj(letter -> "aes' ing\u0001dty\u00e9".substring(letter, letter + 1))
              .collect(Collectors.joining());
      List<String> words = words(IndexField.QUOTE.words(), text);
      List<String> stems = words(IndexField.QUOTE.field(), text);
      List<String> expected = new ArrayList<>();
      for (int word = 0; word < words.size(); word++) {
        if (words.get(word).equals(stems.get(word))) {
          expected.add(words.get(word));
        } else {
          expected.add(WordMark.STEM.mark() + stems.get(word));
          expected.add(WordMark.WORD.mark() + words.get(word));
        }
      }

      assertThat(words(IndexField.QUOTE.terms(), text)).as(text).isEqualTo(expected);
    }
  }

  @Test
  void manyOtherWordsDoNotChangeTheTermsOfOne() throws IOException {
    String ending = "a".repeat(40) + "ings";
    String text = "Ferries elections " + ending;
    List<String> before = words(IndexField.QUOTE.terms(), text);

    String others =
        IntStream.range(0, 20_000)
            .mapToObj(number -> Integer.toString(number, 36) + (number % 2 == 0 ? "s" : ""))
            .collect(Collectors.joining(" "));
    assertThat(words(IndexField.QUOTE.terms(), others)).hasSizeGreaterThan(20_000);

    assertThat(words(IndexField.QUOTE.terms(), text))
        .isEqualTo(before)
        .startsWith("\u0001ferry", "\u0002ferries", "\u0001election", "\u0002elections")
        .contains("\u0002" + ending);
  }

  @Test
  void caseIsFoldedAlikeUnderEveryLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));

      assertThat(words(IndexField.QUOTE.field(), "IRON Irıs İris"))
          .containsExactly("iron", "iris", "iris");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void howALetterIsEncodedMakesNoDifference() {
    assertThat(textsWith(Character::isLetterOrDigit))
        .allSatisfy(text -> {
          List<String> words = words(IndexField.QUOTE.words(), text);

          assertThat(words(IndexField.QUOTE.words(), Normalizer.normalize(text, Form.NFC)))
              .isEqualTo(words);
          assertThat(words(IndexField.QUOTE.words(), Normalizer.normalize(text, Form.NFD)))
              .isEqualTo(words);
        });
  }

  @Test
  void noWordIsEmpty() {
    assertThat(textsWith(Character::isDefined))
        .allSatisfy(text -> assertThat(words(IndexField.QUOTE.field(), text)).doesNotContain(""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "e",
        "1",
        "\u05d0",
        "\u0e01",
        "\u30ab",
        "\u3042",
        "\uac00",
        "\u4e00",
        "\ud83d\ude00",
        "_",
        " "
      })
  void noWordIsEmptyWhereAccentsHaveNoEnd(String letter) {
    assertThat(words(IndexField.QUOTE.field(), letter + "\u0301".repeat(1000) + "x"))
        .doesNotContain("");
    assertThat(words(IndexField.QUOTE.field(), letter + "\ufe0f".repeat(1000) + "x"))
        .doesNotContain("");
    assertThat(words(IndexField.QUOTE.field(), letter + "\u05b8\u064b".repeat(1000) + "x"))
        .doesNotContain("");
  }

  private static Stream<String> textsWith(IntPredicate which) {
    return IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
        .filter(which)
        .mapToObj(Character::toString)
        .map(letter -> " _ b_d e_ _f 1_2 ' ' _._ \u0301".replace("_", letter));
  }

  private static List<String> words(String field, String text) {
    List<String> words = new ArrayList<>();
    try (TokenStream stream = ANALYZER.tokenStream(field, text)) {
      CharTermAttribute word = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        words.add(word.toString());
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }
}
