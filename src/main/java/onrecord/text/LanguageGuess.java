package onrecord.text;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Recognizes that a text is not in English, from its script and from the short words that are
 * frequent in each language. It reads a bounded part of the text: some lines of its beginning, its
 * middle and its end. Stateless, thread-safe.
 */
public final class LanguageGuess {

  /** The code of a language that is not English and not recognized otherwise. */
  public static final String UNDETERMINED = "und";

  private static final int WINDOW = 700;
  private static final int LONGEST_WORD = 10;

  /** Up to this character, letters are of the Latin script. */
  private static final int LETTERS_OF_OTHERS = 0x370;

  /** The least number of letters that show a script other than Latin. */
  private static final int FEWEST_LETTERS = 12;

  /** The least number of frequent words that show a language, and of different ones. */
  private static final int FEWEST_HITS = 5;

  private static final int FEWEST_DIFFERENT = 4;

  private static final Words WORDS = new Words(WordList.load(LanguageGuess.class, "languages.txt"));

  private static final int ENGLISH = 1 << WORDS.languages.indexOf(Locale.ENGLISH.getLanguage());

  private LanguageGuess() {}

  /**
   * {@return the code of the language of a text, such as "de", if there is evidence that it is
   * another than English; text with little evidence counts as English}
   */
  public static Optional<String> otherThanEnglish(String text) {
    Sample sample = new Sample();
    if (text.length() <= 3 * WINDOW) {
      sample.read(text, 0, text.length());
    } else {
      int middle = (text.length() - WINDOW) / 2;
      sample.read(text, 0, WINDOW);
      sample.read(text, middle, middle + WINDOW);
      sample.read(text, text.length() - WINDOW, text.length());
    }
    return sample.language();
  }

  /** The frequent words of the languages, each with a number and the languages that it is of. */
  private static final class Words {
    static final int NO_NUMBER = -1;

    private final List<String> languages;

    /** The words in slots by their hash, the first free one after it. */
    private final char[][] slots;

    private final int[] hashes;

    /** The numbers of the words; {@link #NO_NUMBER} in a free slot. */
    private final int[] numbers;

    private final int[] languagesOf;
    private final boolean[] isLetter;

    Words(WordList list) {
      List<WordList.Entry> entries = list.words();
      languages = entries.stream().map(WordList.Entry::section).distinct().toList();
      languagesOf = new int[entries.size()];
      isLetter = new boolean[entries.size()];
      slots = new char[Integer.highestOneBit(entries.size()) * 4][];
      hashes = new int[slots.length];
      numbers = new int[slots.length];
      Arrays.fill(slots, new char[0]);
      Arrays.fill(numbers, NO_NUMBER);
      int size = 0;
      for (WordList.Entry entry : entries) {
        char[] word = entry.text().toCharArray();
        int hash = entry.text().hashCode();
        int slot = slot(word, 0, word.length, hash);
        if (numbers[slot] == NO_NUMBER) {
          slots[slot] = word;
          hashes[slot] = hash;
          numbers[slot] = size++;
        }
        int number = numbers[slot];
        isLetter[number] = entry.text().length() == 1;
        languagesOf[number] |= 1 << languages.indexOf(entry.section());
      }
    }

    /**
     * Returns the number of the word at a place in a text, or {@link #NO_NUMBER}.
     *
     * @param hash the hash of the word, which is that of a string
     */
    int number(char[] text, int start, int end, int hash) {
      return numbers[slot(text, start, end, hash)];
    }

    /** Returns the slot of a word, or the free one that it would be put into. */
    private int slot(char[] text, int start, int end, int hash) {
      int mask = slots.length - 1;
      int slot = (hash ^ hash >>> 15) & mask;
      while (numbers[slot] != NO_NUMBER
          && !(hashes[slot] == hash && isAt(slots[slot], text, start, end))) {
        slot = (slot + 1) & mask;
      }
      return slot;
    }

    private static boolean isAt(char[] word, char[] text, int start, int end) {
      int at = end - start == word.length ? word.length : -1;
      while (at > 0 && word[at - 1] == text[start + at - 1]) {
        at--;
      }
      return at == 0;
    }
  }

  /** What was counted in the parts that were read. Not thread-safe. */
  private static final class Sample {
    /** How often each of the frequent words was read. */
    private final int[] counts = new int[WORDS.languagesOf.length];

    private final Map<Character.UnicodeScript, Integer> scripts = new HashMap<>();
    private int latin;
    private int others;
    private int words;

    void read(String text, int from, int to) {
      char[] read = new char[to - from];
      text.getChars(from, to, read, 0);
      int start = 0;
      int hash = 0;
      for (int at = 0; at <= read.length; at++) {
        char c = at < read.length ? read[at] : ' ';
        boolean letter = c < 128 ? (c | 32) >= 'a' && (c | 32) <= 'z' : Character.isLetter(c);
        if (letter) {
          if (c < LETTERS_OF_OTHERS) {
            latin++;
          } else {
            countLetter(c);
          }
          hash = hash * 31 + c;
          continue;
        }
        if (at > start) {
          countWord(read, start, at, hash);
        }
        start = at + 1;
        hash = 0;
      }
    }

    private void countLetter(char c) {
      if (Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN) {
        latin++;
      } else {
        others++;
        scripts.merge(Character.UnicodeScript.of(c), 1, Integer::sum);
      }
    }

    /** Counts a word; a capital may begin a name, so that such words are no evidence. */
    private void countWord(char[] text, int start, int end, int hash) {
      words++;
      int number =
          end - start > LONGEST_WORD || Character.isUpperCase(text[start])
              ? Words.NO_NUMBER
              : WORDS.number(text, start, end, hash);
      if (number != Words.NO_NUMBER) {
        counts[number]++;
      }
    }

    Optional<String> language() {
      return others > latin && others >= FEWEST_LETTERS ? Optional.of(ofScript()) : ofWords();
    }

    private String ofScript() {
      Character.UnicodeScript most =
          scripts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
      boolean japanese =
          scripts.containsKey(Character.UnicodeScript.HIRAGANA)
              || scripts.containsKey(Character.UnicodeScript.KATAKANA);
      return switch (most) {
        case CYRILLIC -> "ru";
        case GREEK -> "el";
        case ARABIC -> "ar";
        case HEBREW -> "he";
        case DEVANAGARI -> "hi";
        case HANGUL -> "ko";
        case HIRAGANA, KATAKANA -> "ja";
        case HAN -> japanese ? "ja" : "zh";
        default -> UNDETERMINED;
      };
    }

    /** The language of the most frequent words, if they are many, and English ones are few. */
    private Optional<String> ofWords() {
      int[] hits = hitsByLanguage();
      int best = 0;
      for (int language = 1; language < hits.length; language++) {
        best = hits[language] > hits[best] ? language : best;
      }
      int most = hits[best];
      int bit = 1 << best;
      if (bit == ENGLISH || most < FEWEST_HITS) {
        return Optional.empty();
      }
      // What both languages have is no evidence for either.
      boolean other =
          different(bit) >= FEWEST_DIFFERENT
              && hits(bit, ENGLISH) > 3 * hits(ENGLISH, bit)
              && most * 6 >= words;
      return other ? Optional.of(WORDS.languages.get(best)) : Optional.empty();
    }

    private int[] hitsByLanguage() {
      int[] hits = new int[WORDS.languages.size()];
      for (int word = 0; word < counts.length; word++) {
        int languages = counts[word] == 0 ? 0 : WORDS.languagesOf[word];
        while (languages != 0) {
          hits[Integer.numberOfTrailingZeros(languages)] += counts[word];
          languages &= languages - 1;
        }
      }
      return hits;
    }

    /** How many of the words read are frequent in the one language, and not in the other. */
    private int hits(int in, int notIn) {
      int hits = 0;
      for (int word = 0; word < counts.length; word++) {
        int languages = WORDS.languagesOf[word];
        hits += (languages & in) != 0 && (languages & notIn) == 0 ? counts[word] : 0;
      }
      return hits;
    }

    /** How many different words of two letters or more were read. */
    private int different(int in) {
      int different = 0;
      for (int word = 0; word < counts.length; word++) {
        boolean read = counts[word] > 0 && (WORDS.languagesOf[word] & in) != 0;
        different += read && !WORDS.isLetter[word] ? 1 : 0;
      }
      return different;
    }
  }
}
