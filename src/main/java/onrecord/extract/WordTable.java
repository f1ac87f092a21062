package onrecord.extract;

import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Words in lower case, each with flags and a number, found without regard to case. A look-up takes
 * no memory unless the word is long or has letters that are not of ASCII. Not thread-safe while
 * words are added.
 */
final class WordTable {

  /** The number of elements of an entry: two for the word, its flags and its number. */
  private static final int ENTRY = 4;

  private static final int FLAGS = 2;
  private static final int NUMBER = 3;

  /** How many characters of ASCII the elements of an entry for the word can hold. */
  private static final int MOST_PACKED = 16;

  private static final int HALF = MOST_PACKED / 2;

  /**
   * The entries, by the hash of the word, the first free one after it. The characters of a word are
   * packed into the first two elements. If it has too many, or others than those of ASCII, they are
   * the complement of its index in {@link #others}, and its hash. A free entry has 0.
   */
  private long[] entries = new long[ENTRY << 16];

  private final List<String> others = new ArrayList<>();
  private int size;

  /** Returns the entry of a word in lower case, which is added if it is new. */
  int entryFor(String word) {
    if (size * 2 * ENTRY >= entries.length) {
      grow();
    }
    char[] chars = word.toCharArray();
    int at = entry(find(chars, 0, chars.length));
    if (entries[at] == 0) {
      put(at, chars);
      size++;
    }
    return at;
  }

  private void put(int at, char[] word) {
    if (isPacked(word)) {
      entries[at] = packed(word, 0, Math.min(HALF, word.length));
      entries[at + 1] = packed(word, HALF, word.length);
    } else {
      others.add(new String(word));
      entries[at] = -others.size();
      entries[at + 1] = hashOfOther(word);
    }
  }

  private void grow() {
    long[] old = entries;
    entries = new long[old.length * 2];
    for (int from = 0; from < old.length; from += ENTRY) {
      if (old[from] != 0) {
        int hash = old[from] < 0 ? (int) old[from + 1] : hash(old[from], old[from + 1]);
        int at = start(hash);
        while (entries[at] != 0) {
          at = next(at);
        }
        System.arraycopy(old, from, entries, at, ENTRY);
      }
    }
  }

  /**
   * {@return the hash of a word, which does not depend on its case, and its entry, see {@link
   * #hash(long)} and {@link #entry}; that of a word which is not in the table has neither flags nor
   * a number}
   *
   * @param text the text in which the word is
   */
  long find(char[] text, int start, int end) {
    if (end - start > MOST_PACKED) {
      return findOther(text, start, end);
    }
    int all = 0;
    long first = 0;
    int middle = Math.min(end, start + HALF);
    for (int i = start; i < middle; i++) {
      char c = text[i];
      all |= c;
      first = first << 8 | (c >= 'A' && c <= 'Z' ? c + 32 : c);
    }
    long second = 0;
    for (int i = middle; i < end; i++) {
      char c = text[i];
      all |= c;
      second = second << 8 | (c >= 'A' && c <= 'Z' ? c + 32 : c);
    }
    if (all >= 128) {
      return findOther(text, start, end);
    }
    int hash = hash(first, second);
    int at = start(hash);
    while ((entries[at] != first || entries[at + 1] != second) && entries[at] != 0) {
      at = next(at);
    }
    return (long) hash << 32 | at;
  }

  private long findOther(char[] text, int start, int end) {
    char[] word = Arrays.copyOfRange(text, start, end);
    for (int i = 0; i < word.length; i++) {
      word[i] = fold(word[i]);
    }
    if (isPacked(word)) {
      // "I’ll" is "i'll" once it is folded.
      return find(word, 0, word.length);
    }
    int hash = hashOfOther(word);
    int at = start(hash);
    while (entries[at] != 0
        && !(entries[at] < 0 && (int) entries[at + 1] == hash && isOther(at, word))) {
      at = next(at);
    }
    return (long) hash << 32 | at;
  }

  private boolean isOther(int at, char[] word) {
    return others.get((int) ~entries[at]).contentEquals(CharBuffer.wrap(word));
  }

  private static char fold(char c) {
    if (c < 128) {
      return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }
    return c == '’' ? '\'' : Character.toLowerCase(c);
  }

  private static boolean isPacked(char[] word) {
    int all = 0;
    for (char c : word) {
      all |= c;
    }
    return word.length <= MOST_PACKED && all < 128;
  }

  private static long packed(char[] word, int from, int to) {
    long packed = 0;
    for (int i = from; i < to; i++) {
      packed = packed << 8 | word[i];
    }
    return packed;
  }

  private static int hash(long first, long second) {
    long mixed = (first ^ second * 0xC2B2AE3D27D4EB4FL) * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 32);
  }

  private static int hashOfOther(char[] word) {
    return Arrays.hashCode(word) * 0x9E3779B9;
  }

  private int start(int hash) {
    return (hash ^ hash >>> 15) * ENTRY & entries.length - ENTRY;
  }

  private int next(int entry) {
    return entry + ENTRY & entries.length - ENTRY;
  }

  /** {@return the hash of the word that was found} */
  static int hash(long found) {
    return (int) (found >>> 32);
  }

  /** {@return the entry of the word that was found} */
  static int entry(long found) {
    return (int) found;
  }

  /** {@return the flags of the word of an entry} */
  long flags(int entry) {
    return entries[entry + FLAGS];
  }

  /** {@return the number of the word of an entry} */
  int number(int entry) {
    return (int) entries[entry + NUMBER];
  }

  /** Adds flags to those of the word of an entry. */
  void addFlags(int entry, long flags) {
    entries[entry + FLAGS] |= flags;
  }

  /** Sets the number of the word of an entry. */
  void setNumber(int entry, int number) {
    entries[entry + NUMBER] = number;
  }
}
