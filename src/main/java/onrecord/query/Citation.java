package onrecord.query;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A summary of the result of a search, to be cited: anybody who has the archive can verify whether
 * the same search still finds the same quotations, with the same words, speakers, days and
 * properties of their articles. Immutable.
 *
 * <p>{@code onrecord.format.CitationJson} converts citations to and from JSON. The text form has
 * one line for each component, and one for each value of a filter, in this order; only filters may
 * be absent:
 *
 * <pre>
 * query: bridge AND published:2020
 * filter: speaker=Ada Holm
 * kinds: DIRECT, MIXED
 * distinct: false
 * quotations: 12
 * articles: 7
 * checksum: 64 hexadecimal digits
 * content: 64 hexadecimal digits
 * snapshot: 32 hexadecimal digits
 * format: 2
 * extractor: 1
 * day: 2024-05-31
 * version: 0.2.0
 * archive: courier
 * archive articles: 120
 * archive quotations: 904
 * archive extractor: 1=120
 * </pre>
 *
 * <p>Citations made by Onrecord 0.1 end with the extractor. If a frozen state was searched, a line
 * such as {@code archive state: paper} follows the archive. The last line is repeated for each
 * version of the extractor that found quotations of the archive.
 *
 * <p>In a value, a backslash is written {@code \\}, a line feed {@code \n}, a carriage return
 * {@code \r}, and an unpaired surrogate, which UTF-8 cannot encode, as {@code \}{@code ud83d}.
 * Hexadecimal digits are in lower case.
 *
 * @param selection what the search selects; if it is distinct, all that follows covers only the
 *     first of the quotations with the same words
 * @param quotations the number of quotations found
 * @param articles the number of articles that contain them
 * @param checksum the SHA-256, in hexadecimal digits, of the ids of the quotations: in UTF-8, in
 *     the order of their bytes, each followed by a line feed; for a file with one id per line,
 *     {@code LC_ALL=C sort | sha256sum} prints the same
 * @param content the SHA-256, in hexadecimal digits, of the content of the quotations: of the
 *     SHA-256 (32 bytes) of each, ordered by id and, for equal ids, by these bytes. The SHA-256 of
 *     a quotation is that of its id, its words, its speaker's name, type and id, its kind, the day
 *     it was said, the day its article was published, the article's title, outlet, section and
 *     language, the number of the article's authors, each of them, the number of its tags, each of
 *     them, and for each {@linkplain OwnField own field} that the article, the quotation or the
 *     speaker has, in the order of their names, its name such as {@code speaker.party}, the number
 *     of its values and each of them, all in UTF-8 as in the index, each preceded by its length in
 *     bytes, in decimal digits, and a colon; what is unknown is empty
 * @param snapshot the identifier of the snapshot of the archive that was searched; another snapshot
 *     may have the same content
 * @param format the number of the archive's format on disk
 * @param extractor the versions of the extractors that found the quotations, in their order and
 *     separated by commas, where "given" represents quotations that the source of an article gave;
 *     if no quotation is found, the version of the extractor that wrote to the archive last
 * @param archive the archive that was searched; empty if the citation does not state it
 */
public record Citation(
    Selection selection,
    long quotations,
    long articles,
    String checksum,
    String content,
    String snapshot,
    int format,
    String extractor,
    Optional<CitedArchive> archive) {

  private static final Pattern HEXADECIMAL = Pattern.compile("[0-9a-f]*");

  /**
   * Validates the components.
   *
   * @throws IllegalArgumentException if a number is too small, or a checksum or the snapshot does
   *     not have the required hexadecimal digits
   */
  public Citation {
    requireNonNull(selection, "selection");
    requireAtLeast("quotations", 0, quotations);
    requireAtLeast("articles", 0, articles);
    requireDigits("checksum", 64, checksum);
    requireDigits("content", 64, content);
    requireDigits("snapshot", 32, snapshot);
    requireAtLeast("format", 1, format);
    requireNonNull(extractor, "extractor");
    requireNonNull(archive, "archive");
  }

  private static void requireAtLeast(String name, long minimum, long value) {
    if (value < minimum) {
      throw new IllegalArgumentException(
          name + " of a citation must be " + minimum + " or more, but was " + value);
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

  /** {@return this citation with the archive that was searched} */
  public Citation from(CitedArchive searched) {
    return new Citation(
        selection,
        quotations,
        articles,
        checksum,
        content,
        snapshot,
        format,
        extractor,
        Optional.of(searched));
  }

  /**
   * {@return a short id of this citation: the first 12 hexadecimal digits of the SHA-256 of its
   * text form, in UTF-8}
   */
  public String id() {
    return CitationText.id(toString());
  }

  /**
   * {@return this citation in one line, for a footnote: the query and what else selects the
   * quotations, what is found, the archive with its size, the version of Onrecord, the day and the
   * {@link #id}}
   */
  public String footnote() {
    return CitationText.footnote(this);
  }

  /** {@return the search, for its first ten hits} */
  public Search search() {
    return Search.builder(selection).build();
  }

  /** {@return the text form, which {@link #parse} accepts} */
  @Override
  public String toString() {
    return CitationText.write(this);
  }

  /**
   * Parses the text form.
   *
   * @throws IllegalArgumentException if a line is missing or does not have this form; the message
   *     states which
   */
  public static Citation parse(String text) {
    return CitationText.read(requireNonNull(text, "text"));
  }
}
