package onrecord.query;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/**
 * What a search found, in short, to be cited: anybody with the archive can see whether the same
 * search still finds the same. Immutable.
 *
 * <p>The text form has a line for each part, which are all there but for the filters, one for each
 * value, and in this order:
 *
 * <pre>
 * query: bridge AND published:2020
 * filter: speaker=Ada Holm
 * indirect: false
 * quotations: 12
 * articles: 7
 * checksum: 64 hexadecimal digits
 * snapshot: 32 hexadecimal digits
 * format: 1
 * extractor: 1
 * </pre>
 *
 * <p>In a value, a backslash is written {@code \\}, a line feed {@code \n} and a carriage return
 * {@code \r}.
 *
 * @param query what was asked for
 * @param filters the values chosen of each facet
 * @param indirect whether indirect quotations were looked at
 * @param quotations how many quotations were found
 * @param articles in how many articles they stand
 * @param checksum the SHA-256, in hexadecimal digits, of the ids of the quotations: in UTF-8, in
 *     the order of their bytes, each followed by a line feed; so a file with an id a line gives the
 *     same by {@code LC_ALL=C sort | sha256sum}
 * @param snapshot what names the state of the archive that was searched; another state may hold the
 *     same
 * @param format the number of the archive's format on disk
 * @param extractor the version of the extractor that wrote to the archive last
 */
public record Citation(
    Query query,
    Map<Facet, Set<String>> filters,
    boolean indirect,
    long quotations,
    long articles,
    String checksum,
    String snapshot,
    int format,
    String extractor) {

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if a filter has no value or one that the facet cannot have
   */
  public Citation {
    requireNonNull(checksum, "checksum");
    requireNonNull(snapshot, "snapshot");
    requireNonNull(extractor, "extractor");
    filters = search(query, filters, indirect).filters();
  }

  /** {@return the search, for its first ten hits} */
  public Search search() {
    return search(query, filters, indirect);
  }

  private static Search search(
      Query query, Map<Facet, ? extends Collection<String>> filters, boolean indirect) {
    Search.Builder search = Search.builder(query).indirect(indirect);
    filters.forEach(search::filter);
    return search.build();
  }

  /** {@return the text form, which {@link #parse} reads} */
  @Override
  public String toString() {
    return CitationText.write(this);
  }

  /**
   * Reads the text form.
   *
   * @throws IllegalArgumentException if a line is missing or not of the form, telling which
   */
  public static Citation parse(String text) {
    return CitationText.read(text);
  }
}
