package onrecord.query;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * The most frequent words of the quotations found, or their most frequent sequences of consecutive
 * words (n-grams). A sequence lies within one quotation; words are compared ignoring case and
 * accents, but not by their stems. All counts are exact. Immutable.
 *
 * @param selection the quotations that this answer covers
 * @param request the request that this list answers
 * @param quotations the number of quotations that match
 * @param words the number of their words
 * @param found the number of distinct sequences that occur as often as requested, of which {@code
 *     entries} may contain only the first
 * @param entries the sequences by descending number of occurrences and then alphabetically
 */
public record WordList(
    Selection selection,
    WordListRequest request,
    long quotations,
    long words,
    int found,
    List<Entry> entries) {

  /**
   * The maximum number of distinct sequences of two or more words that are counted. Sequences with
   * a word that is excluded, or that itself occurs less often than requested, do not count.
   */
  public static final int MAX_DISTINCT = 4_000_000;

  private static final double MILLION = 1_000_000;

  /** Copies the list. */
  public WordList {
    requireNonNull(selection, "selection");
    requireNonNull(request, "request");
    entries = List.copyOf(entries);
  }

  /** {@return the number of occurrences of a sequence of this list per million words} */
  public double perMillion(Entry entry) {
    return MILLION * entry.count() / words;
  }

  /**
   * A sequence of words with its frequencies. Immutable.
   *
   * @param text the words, separated by spaces
   * @param count the number of occurrences, which may overlap
   * @param quotations the number of quotations that contain it
   * @param articles the number of articles with such quotations
   */
  public record Entry(String text, long count, long quotations, long articles) {
    /** Validates that the text is not null. */
    public Entry {
      requireNonNull(text, "text");
    }
  }
}
