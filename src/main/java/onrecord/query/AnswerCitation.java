package onrecord.query;

import static java.util.Objects.requireNonNull;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A citation of the answer to any question, such as a statistic: the command that asks it, with all
 * parameters, and a checksum of the answer. Anybody who has the archive can run the command again
 * and verify whether the answer is the same. Immutable.
 *
 * <p>{@code onrecord.format.CitationJson} converts citations to and from JSON. The text form has
 * one line for each component, in this order, as that of a {@link Citation}:
 *
 * <pre>
 * command: timeline --query=bridge --kind=DIRECT --kind=MIXED --by=MONTH --date=published
 * checksum: 64 hexadecimal digits
 * snapshot: 32 hexadecimal digits
 * format: 4
 * day: 2024-05-31
 * version: 0.2.0
 * archive: courier
 * archive articles: 120
 * archive quotations: 904
 * archive extractor: 7=120
 * </pre>
 *
 * <p>The command is written as a shell reads it. If a frozen state was read, a line such as {@code
 * archive state: paper} follows the archive. The last line is repeated for each version of the
 * extractor that found quotations of the archive.
 *
 * @param command the command and its arguments
 * @param checksum the {@link #checksum} of the answer
 * @param snapshot the identifier of the snapshot of the archive; another may give the same answer
 * @param format the number of the archive's format on disk
 * @param archive the archive that gave the answer
 */
public record AnswerCitation(
    List<String> command, String checksum, String snapshot, int format, CitedArchive archive) {

  private static final Pattern CHECKSUM = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern SNAPSHOT = Pattern.compile("[0-9a-f]{32}");

  /**
   * Validates the components.
   *
   * @throws IllegalArgumentException if there is no command, the checksum or the snapshot does not
   *     have the required hexadecimal digits, or the format is too small
   */
  public AnswerCitation {
    command = List.copyOf(command);
    if (command.isEmpty()) {
      throw new IllegalArgumentException("command of a citation must not be empty");
    }
    requireDigits("checksum", CHECKSUM, 64, checksum);
    requireDigits("snapshot", SNAPSHOT, 32, snapshot);
    if (format < 1) {
      throw new IllegalArgumentException(
          "format of a citation must be 1 or more, but was " + format);
    }
    requireNonNull(archive, "archive");
  }

  private static void requireDigits(String name, Pattern form, int digits, String value) {
    if (!form.matcher(requireNonNull(value, name)).matches()) {
      throw new IllegalArgumentException(
          name
              + " of a citation must be "
              + digits
              + " hexadecimal digits in lower case, but was '"
              + CitationText.shortened(value)
              + "'");
    }
  }

  /**
   * {@return the checksum of an answer: the SHA-256, in hexadecimal digits, of its JSON in UTF-8
   * and a line feed} This is what {@code sha256sum} prints for the line that the cited command
   * prints with {@code --json}.
   *
   * @param json the answer as {@code onrecord.format.ResultJson} writes it, without hints
   */
  public static String checksum(String json) {
    return Hashing.sha256().hashString(json + "\n", StandardCharsets.UTF_8).toString();
  }

  /** {@return the command as it is typed in a shell} */
  public String commandLine() {
    return ShellWords.write(command);
  }

  /**
   * {@return a short id of this citation: the first 12 hexadecimal digits of the SHA-256 of its
   * text form, in UTF-8}
   */
  public String id() {
    return CitationText.id(toString());
  }

  /** {@return this citation in one line, for a footnote} */
  public String footnote() {
    return CitationText.escaped(commandLine() + "; " + archive.inWords() + " [" + id() + "]");
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
  public static AnswerCitation parse(String text) {
    return CitationText.readAnswer(requireNonNull(text, "text"));
  }
}
