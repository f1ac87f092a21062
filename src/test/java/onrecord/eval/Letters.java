package onrecord.eval;

import java.util.BitSet;
import java.util.List;
import onrecord.model.Span;

/** The letters and digits of a text, as sets of string indices. */
final class Letters {
  private final BitSet letters = new BitSet();
  private final BitSet wordStarts = new BitSet();

  Letters(String text) {
    boolean inWord = false;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      boolean letter = isLetterOrNumber(c);
      letters.set(i, letter);
      wordStarts.set(i, letter && !inWord);
      inWord = letter;
      i += Character.charCount(c);
    }
  }

  private static boolean isLetterOrNumber(int c) {
    int type = Character.getType(c);
    return Character.isLetterOrDigit(c)
        || type == Character.LETTER_NUMBER
        || type == Character.OTHER_NUMBER;
  }

  /** Returns the letters and digits in the spans. */
  BitSet in(List<Span> spans) {
    BitSet set = new BitSet();
    spans.forEach(span -> set.set(span.start(), span.end()));
    set.and(letters);
    return set;
  }

  /** Returns the first letters of the words in the spans: one index represents one word. */
  BitSet wordsIn(List<Span> spans) {
    BitSet set = in(spans);
    set.and(wordStarts);
    return set;
  }

  /** Returns the size of the intersection divided by that of the union, 0 to 1. */
  static double jaccard(BitSet a, BitSet b) {
    int both = common(a, b);
    int any = a.cardinality() + b.cardinality() - both;
    return any == 0 ? 0 : (double) both / any;
  }

  /** Returns the number of indices in both sets. */
  static int common(BitSet a, BitSet b) {
    BitSet both = (BitSet) a.clone();
    both.and(b);
    return both.cardinality();
  }
}
