package onrecord.schema;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.Map;

/**
 * What each commit tells of the archive. Immutable.
 *
 * @param format the number of the format, see {@link Schema#FORMAT}
 * @param extractor the version of the extractor that wrote to the archive last
 */
public record Stamp(int format, String extractor) {

  private static final String FORMAT_KEY = "onrecord.format";
  private static final String EXTRACTOR_KEY = "onrecord.extractor";

  /** Checks that no part is null. */
  public Stamp {
    requireNonNull(extractor, "extractor");
  }

  /** {@return the stamp as the user data of a commit} */
  public Map<String, String> toUserData() {
    return Map.of(FORMAT_KEY, Integer.toString(format), EXTRACTOR_KEY, extractor);
  }

  /**
   * Reads the stamp of a commit.
   *
   * @param userData the user data of the commit
   * @param archive what the archive is called in messages
   * @throws IOException if there is no stamp, or it tells a format that is not known
   */
  public static Stamp read(Map<String, String> userData, String archive) throws IOException {
    String format = userData.get(FORMAT_KEY);
    String extractor = userData.get(EXTRACTOR_KEY);
    if (format == null || extractor == null) {
      throw new IOException(archive + " is a Lucene index, but not an Onrecord archive");
    }
    if (!format.equals(Integer.toString(Schema.FORMAT))) {
      throw new IOException(
          archive
              + " has the format "
              + format
              + ", but this version of Onrecord reads the format "
              + Schema.FORMAT);
    }
    return new Stamp(Schema.FORMAT, extractor);
  }
}
