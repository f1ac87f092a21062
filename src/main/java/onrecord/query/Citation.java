package onrecord.query;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a search found, in short, to be cited: anybody with the archive can see whether the same
 * search still finds the same quotations, with the same words, speakers and days. Immutable.
 *
 * <p>The text form has a line for each part, which are all there but for the filters, one for each
 * value, and in this order; {@code onrecord.format.CitationJson} writes and reads JSON:
 *
 * <pre>
 * query: bridge AND published:2020
 * filter: speaker=Ada Holm
 * indirect: false
 * quotations: 12
 * articles: 7
 * checksum: 64 hexadecimal digits
 * content: 64 hexadecimal digits
 * snapshot: 32 hexadecimal digits
 * format: 2
 * extractor: 1
 * </pre>
 *
 * <p>In a value, a backslash is written {@code \\}, a line feed {@code \n}, a carriage return
 * {@code \r}, and half a surrogate pair, which no file can hold, as {@code \}{@code ud83d}.
 * Hexadecimal digits are in lower case.
 *
 * @param query what was asked for
 * @param filters the values chosen of each facet
 * @param indirect whether indirect quotations were looked at
 * @param quotations how many quotations were found
 * @param articles in how many articles they stand
 * @param checksum the SHA-256, in hexadecimal digits, of the ids of the quotations: in UTF-8, in
 *     the order of their bytes, each followed by a line feed; so a file with an id a line gives the
 *     same by {@code LC_ALL=C sort | sha256sum}
 * @param content the SHA-256, in hexadecimal digits, of what the quotations say: of the SHA-256 (32
 *     bytes) of each, in the order of their ids, and of these bytes where ids are the same. That of
 *     a quotation is of its id, its words, its speaker's name, type and id, its kind, the day it
 *     was said and the day its article was published, all in UTF-8 as the index has them, each
 *     behind its length in bytes, in decimal digits, and a colon; an id or day that is not known
 *     has no bytes
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
    String content,
    String snapshot,
    int format,
    String extractor) {

  private static final Pattern HEXADECIMAL = Pattern.compile("[0-9a-f]*");

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if a filter has no value or one that the facet cannot have, a
   *     number is negative, or a checksum or the snapshot has not its hexadecimal digits
   */
  public Citation {
    requireAtLeast("quotations", 0, quotations);
    requireAtLeast("articles", 0, articles);
    requireDigits("checksum", 64, checksum);
    requireDigits("content", 64, content);
    requireDigits("snapshot", 32, snapshot);
    requireAtLeast("format", 1, format);
    requireNonNull(extractor, "extractor");
    filters = search(query, filters, indirect).filters();
  }

  private static void requireAtLeast(String name, long least, long value) {
    if (value < least) {
      throw new IllegalArgumentException(
          name + " of a citation must be " + least + " or more, but was " + value);
    }
  }

  private static void requireDigits(String name, int length, String value) {
    if (requireNonNull(value, name).length() != length || !HEXADECIMAL.matcher(value).matches()) {
      throw new IllegalArgumentException(
          name
              + " of a citation must be "
              + length
              + " hexadecimal digits in lower case, but was '"
              + CitationText.shortened(value)
              + "'");
    }
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
    return CitationText.read(requireNonNull(text, "text"));
  }
}
