package onrecord.query;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * The collocates of a query: words that occur near its matches more often than elsewhere in the
 * quotations found, within the quotation. Words are compared ignoring case and accents, but not by
 * their stems. All counts are exact. Immutable.
 *
 * <p>The corpus is the quotations that the search finds, without the words that the query matches.
 * A word that is in the windows of several matches counts once. {@link Collocation} defines the
 * measures.
 *
 * @param selection the quotations that this answer covers
 * @param request the request that these collocates answer
 * @param quotations the number of quotations that the search finds
 * @param places the number of matches of the query in them; overlapping matches are one
 * @param windowWords the number of words in windows
 * @param words the number of words of the corpus
 * @param found the number of collocates that occur as often as requested, of which {@code
 *     collocates} may contain only the first
 * @param collocates the collocates by descending measure and then alphabetically
 */
public record Collocates(
    Selection selection,
    CollocatesRequest request,
    long quotations,
    long places,
    long windowWords,
    long words,
    int found,
    List<Collocate> collocates) {

  /** Copies the list. */
  public Collocates {
    requireNonNull(selection, "selection");
    requireNonNull(request, "request");
    collocates = List.copyOf(collocates);
  }

  /** {@return the frequencies of a collocate of this result, with the measures} */
  public Collocation collocation(Collocate collocate) {
    return new Collocation(collocate.count(), collocate.total(), windowWords, words, places);
  }

  /**
   * A word with its frequencies. Immutable.
   *
   * @param word the word
   * @param count the number of its occurrences in windows
   * @param total the number of its occurrences in the corpus
   */
  public record Collocate(String word, long count, long total) {
    /** Validates that the word is not null. */
    public Collocate {
      requireNonNull(word, "word");
    }
  }
}
