package onrecord.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordLettersTest {

  private static final int SEED = 7;

  /** What results from folding "\u203c", "\u2044" and the like. */
  private static final String MADE = " !?/";

  /** Characters that occur in and between words of many kinds. */
  private static final List<String> PARTS =
      List.of(
          "a",
          "Z",
          "\u00e9",
          "e\u0301",
          "1",
          "\u0662",
          "_",
          "'",
          "\u2019",
          ".",
          ",",
          ":",
          "\u00b7",
          "-",
          " ",
          "\"",
          "\u05d0",
          "\u05f4",
          "\u05d4\"",
          "\u30a2",
          "\u30fc",
          "\u6f22",
          "\ud55c",
          "\u0e01",
          "\u0e33",
          "\u0915\u094d",
          "\u200d",
          "\u200c",
          "\u00ad",
          "\ufe0f",
          "\u20e3",
          "\ud83c\udde9",
          "\ud83c\uddea",
          "\ud83d\udc69",
          "\ud83c\udffd",
          "\u2764",
          "\ud83c\udff4",
          "\udb40\udc67",
          "\udb40\udc7f",
          "#",
          "*",
          "\u0130",
          "\u00df",
          "\ufb01",
          "\uff21");

  @Test
  void acceptsEachLetterOfAWord() {
    Words words = new Words();
    Random random = new Random(SEED);
    for (int i = 0; i < 20_000; i++) {
      String text =
          IntStream.rangeClosed(0, random.nextInt(8))
              .mapToObj(part ->
                  random.nextInt(4) > 0
                      ? PARTS.get(random.nextInt(PARTS.size()))
                      : Character.toString(random.nextInt(Character.MAX_CODE_POINT + 1)))
              .collect(Collectors.joining());

      for (String word : words.terms(text)) {
        assertThat(word.codePoints())
            .as("seed %d, text %d: %s", SEED, i, text)
            .allMatch(letter -> WordLetters.hasAny(letter, letter) || MADE.indexOf(letter) >= 0);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "\t", "\u00a0", "-", "\u2014", "(", "!", "A", "\u00e9", "\ue000"})
  void rejectsSeparatorsAndFoldedLetters(String text) {
    int letter = text.codePointAt(0);

    assertThat(WordLetters.hasAny(letter, letter)).isFalse();
  }

  @Test
  void checksRanges() {
    assertThat(WordLetters.hasAny('!', 'a')).isTrue();
    assertThat(WordLetters.hasAny('A', 'Z')).isFalse();
    assertThat(WordLetters.hasAny(0xe000, 0xf8ff)).isFalse();
    assertThat(WordLetters.hasAny(0, Character.MAX_CODE_POINT)).isTrue();
  }
}
