package onrecord.search;

import java.io.IOException;
import java.util.stream.IntStream;

/** The numbers of quotations, and of articles with them, by value ordinal. Not thread-safe. */
interface Tally {

  /** Below this part of the ordinals, it is faster to keep only those that occur. */
  int SPARSE = 8;

  /**
   * {@return counts of zero}
   *
   * @param size the number of ordinals, which begin with 0
   * @param quotations the number of quotations that will be counted
   */
  static Tally of(int size, long quotations) {
    return quotations < size / SPARSE || size > DenseTally.MAX_SIZE
        ? new SparseTally()
        : new DenseTally(size);
  }

  /** Counts a quotation; those of an article must be counted consecutively. */
  void count(int ordinal, int article);

  /** Counts quotations of articles of which none has been counted with this value. */
  void add(int ordinal, int quotations, int articles);

  /** {@return the bytes of memory that the counts take} */
  long bytes();

  /** {@return the number of ordinals that were counted} */
  int size();

  /** {@return the ordinals that were counted, in ascending order} */
  IntStream ordinals();

  /** Visits an ordinal that was counted. */
  @FunctionalInterface
  interface Visitor {
    void visit(int ordinal) throws IOException;
  }

  /** Visits the ordinals that were counted, in any order. */
  void forEach(Visitor visitor) throws IOException;

  /** {@return the number of quotations with a value} */
  int quotations(int ordinal);

  /** {@return the number of articles with such a quotation} */
  int articles(int ordinal);
}
