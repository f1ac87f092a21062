package onrecord.search;

/** The ordinals of quotations, and of articles with them, by value ordinal. Not thread-safe. */
final class Tally {

  private final int[] quotations;
  private final int[] articles;
  // The document of the article last counted for a value, plus 1.
  private final int[] last;

  /** Creates counts of zero for the ordinals from 0 to {@code size - 1}. */
  Tally(int size) {
    this.quotations = new int[size];
    this.articles = new int[size];
    this.last = new int[size];
  }

  /** Counts a quotation; those of an article must be counted consecutively. */
  void count(int ordinal, int article) {
    quotations[ordinal]++;
    if (last[ordinal] != article + 1) {
      last[ordinal] = article + 1;
      articles[ordinal]++;
    }
  }

  int size() {
    return quotations.length;
  }

  int quotations(int ordinal) {
    return quotations[ordinal];
  }

  int articles(int ordinal) {
    return articles[ordinal];
  }
}
