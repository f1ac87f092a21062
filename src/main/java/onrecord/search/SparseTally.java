package onrecord.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Counts in a hash table with a place for every ordinal that occurs. Not thread-safe. */
final class SparseTally implements Tally {

  private static final int FIRST_PLACES = 64;

  // The ordinals plus 1, at the first free place from the one of their hash; 0 if free.
  private int[] keys = new int[FIRST_PLACES];
  private int[] quotations = new int[FIRST_PLACES];
  private int[] articles = new int[FIRST_PLACES];
  // The documents of the articles last counted, plus 1.
  private int[] last = new int[FIRST_PLACES];
  private int size;

  @Override
  public void count(int ordinal, int article) {
    int place = placeFor(ordinal);
    quotations[place]++;
    if (last[place] != article + 1) {
      last[place] = article + 1;
      articles[place]++;
    }
  }

  @Override
  public void add(int ordinal, int quotationCount, int articleCount) {
    int place = placeFor(ordinal);
    quotations[place] += quotationCount;
    articles[place] += articleCount;
  }

  @Override
  public long bytes() {
    return (long) Integer.BYTES * (keys.length + quotations.length + articles.length + last.length);
  }

  /** {@return the place of an ordinal, which is made if there is none} */
  private int placeFor(int ordinal) {
    int place = place(keys, ordinal);
    if (keys[place] == 0) {
      if (2 * ++size > keys.length) {
        grow();
        place = place(keys, ordinal);
      }
      keys[place] = ordinal + 1;
    }
    return place;
  }

  private static int place(int[] keys, int ordinal) {
    int hash = ordinal * 0x9E3779B9;
    int place = (hash ^ (hash >>> 16)) & (keys.length - 1);
    while (keys[place] != 0 && keys[place] != ordinal + 1) {
      place = (place + 1) & (keys.length - 1);
    }
    return place;
  }

  private void grow() {
    int places = 2 * keys.length;
    int[] newKeys = new int[places];
    int[] newQuotations = new int[places];
    int[] newArticles = new int[places];
    int[] newLast = new int[places];
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] != 0) {
        int place = place(newKeys, keys[i] - 1);
        newKeys[place] = keys[i];
        newQuotations[place] = quotations[i];
        newArticles[place] = articles[i];
        newLast[place] = last[i];
      }
    }
    keys = newKeys;
    quotations = newQuotations;
    articles = newArticles;
    last = newLast;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public void forEach(Visitor visitor) throws IOException {
    for (int key : keys) {
      if (key != 0) {
        visitor.visit(key - 1);
      }
    }
  }

  @Override
  public IntStream ordinals() {
    return Arrays.stream(keys).filter(key -> key != 0).map(key -> key - 1).sorted();
  }

  @Override
  public int quotations(int ordinal) {
    return quotations[place(keys, ordinal)];
  }

  @Override
  public int articles(int ordinal) {
    return articles[place(keys, ordinal)];
  }
}
