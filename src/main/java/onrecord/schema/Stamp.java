package onrecord.schema;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The metadata of an archive, recorded in each commit. Immutable.
 *
 * @param format the number of the format
 * @param extractor the version of the extractor that last wrote to the archive
 */
public record Stamp(int format, String extractor) {

  /** The version of this library, which it records in the archives that it writes. */
  public static final String LIBRARY = "0.1.0";

  /** The first format in which quotations have {@link IndexField#PARTS}, not stored values. */
  private static final int PARTS_SINCE = 4;

  /** The first format in which a quotation has its speaker and rule as doc values alone. */
  private static final int NAMES_SINCE = 5;

  private static final String FORMAT_KEY = "onrecord.format";
  private static final String EXTRACTOR_KEY = "onrecord.extractor";
  private static final String LIBRARY_KEY = "onrecord.version";
  private static final String IDENTITY_KEY = "onrecord.archive";
  private static final String COMMITS_KEY = "onrecord.commits";
  private static final Pattern IDENTITY =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

  /** Checks that no part is null. */
  public Stamp {
    requireNonNull(extractor, "extractor");
  }

  /** {@return the stamp of the archives that this version of the library writes} */
  public static Stamp current(String extractor) {
    return new Stamp(Schema.FORMAT, extractor);
  }

  /**
   * {@return the stamp as the user data of a commit}
   *
   * @param before the user data of the previous commit of the same archive, empty if there is none
   * @param commits the number of the commit, see {@link #commits}
   */
  public Map<String, String> toUserData(Map<String, String> before, int commits) {
    Map<String, String> stamped =
        Map.of(
            FORMAT_KEY,
            Integer.toString(format),
            EXTRACTOR_KEY,
            extractor,
            LIBRARY_KEY,
            LIBRARY,
            IDENTITY_KEY,
            identity(before).orElseGet(() -> UUID.randomUUID().toString()),
            COMMITS_KEY,
            Integer.toString(commits));
    for (FrozenCommit frozen : FrozenCommit.listedIn(before).values()) {
      stamped = frozen.addTo(stamped);
    }
    return stamped;
  }

  /**
   * {@return the number of a commit: how many commits with changes there have been, including this
   * one} It is 0 in archives that were last written before commits were numbered.
   */
  public static int commits(Map<String, String> userData) {
    return Integer.parseInt(userData.getOrDefault(COMMITS_KEY, "0"));
  }

  /** {@return the identifier that an archive shares with its backups; absent in format 1} */
  public static Optional<String> identity(Map<String, String> userData) {
    return Optional.ofNullable(userData.get(IDENTITY_KEY));
  }

  /**
   * Reads the stamp of a commit.
   *
   * @param userData the user data of the commit
   * @param archive the name of the archive in messages
   * @throws IOException if there is no stamp, its format is not supported, or its identity is not
   *     one that this library assigns
   */
  public static Stamp read(Map<String, String> userData, String archive) throws IOException {
    String format = userData.get(FORMAT_KEY);
    String extractor = userData.get(EXTRACTOR_KEY);
    if (format == null || extractor == null) {
      throw new IOException(archive + " is a Lucene index, but not an Onrecord archive");
    }
    int number = NUMBER.matcher(format).matches() ? Integer.parseInt(format) : 0;
    if (number < Schema.OLDEST_FORMAT || number > Schema.FORMAT) {
      throw new IOException(
          archive
              + " has the format "
              + format
              + ", but this version of Onrecord, "
              + LIBRARY
              + ", reads the formats "
              + Schema.OLDEST_FORMAT
              + " to "
              + Schema.FORMAT
              + reader(number, userData.get(LIBRARY_KEY)));
    }
    Optional<String> identity = identity(userData);
    if (identity.isPresent() && !IDENTITY.matcher(identity.get()).matches()) {
      throw new IOException(
          archive + ": '" + identity.get() + "' is not the identifier of an archive");
    }
    String commits = userData.getOrDefault(COMMITS_KEY, "0");
    if (!commits.equals("0") && !NUMBER.matcher(commits).matches()) {
      throw new IOException(archive + ": '" + commits + "' is not the number of a commit");
    }
    return new Stamp(number, extractor);
  }

  private static String reader(int number, @Nullable String library) {
    if (number < Schema.OLDEST_FORMAT) {
      return "";
    }
    return library == null
        ? "; a newer version reads it"
        : "; Onrecord " + library + " wrote it and reads it";
  }

  /** {@return whether the words and stems of a text are terms of one field} */
  public boolean hasTerms() {
    return format >= IndexField.TERMS_SINCE;
  }

  /** {@return whether what a quotation shares with its article is stored in the article alone} */
  public boolean hasParts() {
    return format >= PARTS_SINCE;
  }

  /** {@return whether the speaker and the rule of a quotation are doc values alone} */
  boolean hasNamesAsValues() {
    return format >= NAMES_SINCE;
  }

  /**
   * Checks that the archive has a field.
   *
   * @param field the name of the field in the index
   * @throws MissingFieldException if the format of the archive is older than the field
   */
  public void requireField(String field) {
    int since = Schema.SINCE.getOrDefault(field, Schema.OLDEST_FORMAT);
    require(since, "'" + field + "' is in archives");
  }

  /**
   * Checks that quotations can be counted by a field.
   *
   * @throws MissingFieldException if the format of the archive is older than its doc values
   */
  void requireCounted(IndexField field) {
    if (!counts(field)) {
      require(NAMES_SINCE, "quotations are counted by '" + field.field() + "' in archives");
    }
  }

  /** {@return whether the format of the archive has the doc values that a field is counted by} */
  boolean counts(IndexField field) {
    return field != IndexField.RULE || hasNamesAsValues();
  }

  private void require(int since, String what) {
    if (format < since) {
      throw new MissingFieldException(
          "the archive has the format "
              + format
              + ", but "
              + what
              + " since format "
              + since
              + "; 'onrecord upgrade' rebuilds it");
    }
  }

  /**
   * Checks that an archive can be written to.
   *
   * @param archive the name of the archive in messages
   * @throws IOException if its format is older than the current one
   */
  public void requireCurrent(String archive) throws IOException {
    if (format < Schema.FORMAT) {
      throw new IOException(
          archive
              + " has the format "
              + format
              + ", which can be read but not written; 'onrecord upgrade' rebuilds it in the format "
              + Schema.FORMAT);
    }
  }
}
