package onrecord.search;

import java.io.IOException;
import java.util.stream.IntStream;

/** Counts in an array with a place for every ordinal. Not thread-safe. */
final class DenseTally implements Tally {

  // The numbers of quotations and of articles, and the document of the article last counted, plus
  // 1: next to each other, since each is needed whenever one is.
  private static final int NUMBERS = 3;
  private static final int ARTICLES = 1;
  private static final int LAST = 2;

  /** The greatest number of ordinals for which there is an array. */
  static final int MAX_SIZE = (Integer.MAX_VALUE - 8) / NUMBERS;

  private final int[] counts;
  private int size;

  DenseTally(int size) {
    this.counts = new int[NUMBERS * size];
  }

  @Override
  public void count(int ordinal, int article) {
    int place = NUMBERS * ordinal;
    if (counts[place]++ == 0) {
      size++;
    }
    if (counts[place + LAST] != article + 1) {
      counts[place + LAST] = article + 1;
      counts[place + ARTICLES]++;
    }
  }

  @Override
  public void add(int ordinal, int quotations, int articles) {
    int place = NUMBERS * ordinal;
    size += counts[place] == 0 ? 1 : 0;
    counts[place] += quotations;
    counts[place + ARTICLES] += articles;
  }

  @Override
  public long bytes() {
    return (long) Integer.BYTES * counts.length;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public void forEach(Visitor visitor) throws IOException {
    for (int place = 0; place < counts.length; place += NUMBERS) {
      if (counts[place] > 0) {
        visitor.visit(place / NUMBERS);
      }
    }
  }

  @Override
  public IntStream ordinals() {
    return IntStream.range(0, counts.length / NUMBERS).filter(ordinal -> quotations(ordinal) > 0);
  }

  @Override
  public int quotations(int ordinal) {
    return counts[NUMBERS * ordinal];
  }

  @Override
  public int articles(int ordinal) {
    return counts[NUMBERS * ordinal + ARTICLES];
  }
}
