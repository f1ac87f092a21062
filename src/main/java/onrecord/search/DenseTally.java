package onrecord.search;

import java.util.stream.IntStream;

/** Counts in arrays with a place for every ordinal. Not thread-safe. */
final class DenseTally implements Tally {

  private final int[] quotations;
  private final int[] articles;
  // The document of the article last counted for a value, plus 1.
  private final int[] last;

  DenseTally(int size) {
    this.quotations = new int[size];
    this.articles = new int[size];
    this.last = new int[size];
  }

  @Override
  public void count(int ordinal, int article) {
    quotations[ordinal]++;
    if (last[ordinal] != article + 1) {
      last[ordinal] = article + 1;
      articles[ordinal]++;
    }
  }

  @Override
  public IntStream ordinals() {
    return IntStream.range(0, quotations.length).filter(ordinal -> quotations[ordinal] > 0);
  }

  @Override
  public int quotations(int ordinal) {
    return quotations[ordinal];
  }

  @Override
  public int articles(int ordinal) {
    return articles[ordinal];
  }
}
