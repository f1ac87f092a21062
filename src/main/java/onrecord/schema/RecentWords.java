package onrecord.schema;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The terms of words that have occurred, of which a later word replaces an earlier one: most words
 * of a text are among a few thousand, and finding a stem takes longer than finding a word. Not
 * thread-safe.
 */
final class RecentWords {

  private static final int SIZE = 1 << 12;

  /** The maximum length of a word that is kept, which limits memory. */
  private static final int MAX_LENGTH = 32;

  private final @Nullable Terms[] kept = new Terms[SIZE];

  /** The terms of a word, as {@link WordMark} defines them. Immutable. */
  static final class Terms {
    private final char[] letters;
    private final String first;
    private final @Nullable String second;

    private Terms(char[] letters, String stem) {
      String word = new String(letters);
      this.letters = letters;
      boolean isStem = stem.equals(word);
      this.first = isStem ? word : WordMark.STEM.mark() + stem;
      this.second = isStem ? null : WordMark.WORD.mark() + word;
    }

    /** {@return the stem} */
    String first() {
      return first;
    }

    /** {@return the word, or null if it is its own stem} */
    @Nullable String second() {
      return second;
    }
  }

  /** {@return the terms of a word, or null if they are not kept} */
  @Nullable Terms get(char[] word, int length) {
    Terms terms = kept[slot(word, length)];
    return terms != null && Arrays.equals(terms.letters, 0, terms.letters.length, word, 0, length)
        ? terms
        : null;
  }

  /** {@return the terms of a word, which are kept} */
  Terms add(char[] word, CharSequence stem) {
    Terms terms = new Terms(word, stem.toString());
    if (word.length <= MAX_LENGTH) {
      kept[slot(word, word.length)] = terms;
    }
    return terms;
  }

  private static int slot(char[] word, int length) {
    int hash = 0;
    for (int i = 0; i < length; i++) {
      hash = 31 * hash + word[i];
    }
    return (hash ^ hash >>> 12 ^ hash >>> 24) & SIZE - 1;
  }
}
