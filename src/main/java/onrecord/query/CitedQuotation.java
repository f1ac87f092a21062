package onrecord.query;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/**
 * A quotation that a {@link Citation} covers. Immutable.
 *
 * <p>The text form is a line with the content and the id, separated by a space, where the id is
 * written as the values of a citation are. Of a file with all lines of a citation, {@code cut
 * -c66-FILE | sha256sum} prints its checksum, provided that no id contains a backslash or a line
 * break.
 *
 * @param id the id of the quotation
 * @param content the SHA-256 of its content in hexadecimal digits, as in {@link Citation#content}
 */
public record CitedQuotation(String id, String content) {

  private static final int DIGITS = 64;
  private static final Pattern HEXADECIMAL = Pattern.compile("[0-9a-f]{64}");

  /**
   * Validates the components.
   *
   * @throws IllegalArgumentException if the content does not have 64 hexadecimal digits in lower
   *     case
   */
  public CitedQuotation {
    requireNonNull(id, "id");
    if (!HEXADECIMAL.matcher(content).matches()) {
      throw new IllegalArgumentException(
          "content of a quotation must be 64 hexadecimal digits in lower case, but was '"
              + CitationText.shortened(content)
              + "'");
    }
  }

  /** {@return the text form, which {@link #parse} accepts} */
  @Override
  public String toString() {
    return content + " " + CitationText.escaped(id);
  }

  /**
   * Parses the text form.
   *
   * @throws IllegalArgumentException if the line does not have this form
   */
  public static CitedQuotation parse(String line) {
    if (line.length() <= DIGITS || line.charAt(DIGITS) != ' ') {
      throw new IllegalArgumentException(
          "a quotation of a citation must be 64 hexadecimal digits, a space and an id, but was '"
              + CitationText.shortened(line)
              + "'");
    }
    return new CitedQuotation(
        CitationText.unescaped(line.substring(DIGITS + 1)), line.substring(0, DIGITS));
  }
}
