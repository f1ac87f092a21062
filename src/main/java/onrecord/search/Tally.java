package onrecord.search;

/** Counts of numbered values: of quotations, and of the articles they stand in. Not thread-safe. */
final class Tally {

  private final int[] quotations;
  private final int[] articles;
  // The number of the article last counted for a value, plus 1.
  private final int[] last;

  /** Starts at zero for the numbers 0 to {@code size} - 1. */
  Tally(int size) {
    this.quotations = new int[size];
    this.articles = new int[size];
    this.last = new int[size];
  }

  /** Counts a quotation; those of an article must come one after the other. */
  void count(int number, int article) {
    quotations[number]++;
    if (last[number] != article + 1) {
      last[number] = article + 1;
      articles[number]++;
    }
  }

  int size() {
    return quotations.length;
  }

  int quotations(int number) {
    return quotations[number];
  }

  int articles(int number) {
    return articles[number];
  }
}
