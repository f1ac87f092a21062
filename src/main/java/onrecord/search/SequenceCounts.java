package onrecord.search;

import onrecord.query.InvalidSearchException;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefHash;

/**
 * Counts sequences of words, which are given as numbers. Memory is needed for each distinct
 * sequence. Not thread-safe.
 */
final class SequenceCounts {

  private final int size;
  private final int maxDistinct;
  private final BytesRefHash sequences = new BytesRefHash();
  private final BytesRef key;
  private long[] counts = {};
  private int[] quotations = {};
  private int[] articles = {};
  private int[] lastQuotation = {};
  private int[] lastArticle = {};

  /**
   * Creates counts of nothing.
   *
   * @param size the number of words of each sequence
   * @param maxDistinct the maximum number of distinct sequences
   */
  SequenceCounts(int size, int maxDistinct) {
    this.size = size;
    this.maxDistinct = maxDistinct;
    this.key = new BytesRef(new byte[Integer.BYTES * size]);
    key.length = key.bytes.length;
  }

  /**
   * Counts the sequences of a quotation. The quotations of an article must be added one after the
   * other.
   *
   * @param words the words of the quotation; a negative number is part of no sequence
   * @param quotation the quotation
   * @param article the article that contains it
   * @throws InvalidSearchException if there are too many distinct sequences
   */
  void add(int[] words, int quotation, int article) {
    int consecutive = 0;
    for (int i = 0; i < words.length; i++) {
      consecutive = words[i] < 0 ? 0 : consecutive + 1;
      if (consecutive >= size) {
        add(numberOf(words, i + 1 - size), quotation, article);
      }
    }
  }

  private void add(int sequence, int quotation, int article) {
    counts[sequence]++;
    // One more than the document, as 0 is the value of no document.
    if (lastQuotation[sequence] != quotation + 1) {
      lastQuotation[sequence] = quotation + 1;
      quotations[sequence]++;
    }
    if (lastArticle[sequence] != article + 1) {
      lastArticle[sequence] = article + 1;
      articles[sequence]++;
    }
  }

  private int numberOf(int[] words, int start) {
    for (int i = 0; i < size; i++) {
      for (int b = 0; b < Integer.BYTES; b++) {
        key.bytes[Integer.BYTES * i + b] = (byte) (words[start + i] >>> (Byte.SIZE * b));
      }
    }
    int number = sequences.add(key);
    if (number < 0) {
      return -number - 1;
    }
    if (number >= maxDistinct) {
      throw new InvalidSearchException(
          "a list of words can count at most "
              + maxDistinct
              + " distinct sequences; request a greater minimum, shorter sequences or fewer"
              + " quotations");
    }
    grow(number + 1);
    return number;
  }

  private void grow(int length) {
    if (length > counts.length) {
      counts = ArrayUtil.grow(counts, length);
      quotations = ArrayUtil.growExact(quotations, counts.length);
      articles = ArrayUtil.growExact(articles, counts.length);
      lastQuotation = ArrayUtil.growExact(lastQuotation, counts.length);
      lastArticle = ArrayUtil.growExact(lastArticle, counts.length);
    }
  }

  /** {@return the number of distinct sequences, whose numbers begin with 0} */
  int distinct() {
    return sequences.size();
  }

  /** {@return the words of a sequence} */
  int[] words(int sequence) {
    BytesRef bytes = sequences.get(sequence, new BytesRef());
    int[] words = new int[size];
    for (int i = 0; i < bytes.length; i++) {
      words[i / Integer.BYTES] |=
          (bytes.bytes[bytes.offset + i] & 0xFF) << (Byte.SIZE * (i % Integer.BYTES));
    }
    return words;
  }

  /** {@return the number of occurrences of a sequence} */
  long count(int sequence) {
    return counts[sequence];
  }

  /** {@return the number of quotations that contain a sequence} */
  int quotations(int sequence) {
    return quotations[sequence];
  }

  /** {@return the number of articles with quotations that contain a sequence} */
  int articles(int sequence) {
    return articles[sequence];
  }
}
