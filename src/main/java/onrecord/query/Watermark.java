package onrecord.query;

import static java.util.Objects.requireNonNull;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The point up to which an archive has been read: one of its commits. It remains valid when the
 * archive is closed, is backed up or grows. Immutable.
 *
 * <p>The text form is the two parts with a slash between them.
 *
 * @param archive the identifier of the archive, which its backups share
 * @param commit the number of the commit; 0 precedes the first one
 */
public record Watermark(String archive, int commit) {

  private static final Pattern FORM =
      Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/([0-9]{1,9})");

  /**
   * Validates the parts.
   *
   * @throws IllegalArgumentException if they have not the text form
   */
  public Watermark {
    requireNonNull(archive, "archive");
    if (!FORM.matcher(archive + "/" + commit).matches()) {
      throw new IllegalArgumentException(
          "a watermark must be the identifier of an archive and the number of a commit, but was '"
              + CitationText.shortened(archive)
              + "' and "
              + commit);
    }
  }

  /**
   * Parses the text form.
   *
   * @throws IllegalArgumentException if the text does not have this form
   */
  public static Watermark parse(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "a watermark must be the identifier of an archive, a slash and the number of a commit, but"
              + " was '"
              + CitationText.shortened(text)
              + "'");
    }
    return new Watermark(
        requireNonNull(parts.group(1)), Integer.parseInt(requireNonNull(parts.group(2))));
  }

  /** {@return the text form} */
  @Override
  public String toString() {
    return archive + "/" + commit;
  }
}
