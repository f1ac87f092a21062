package onrecord.cli;

import com.google.common.base.CharMatcher;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import onrecord.format.CitationJson;
import onrecord.query.AnswerCitation;
import onrecord.query.Citation;
import onrecord.query.CitedArchive;

/** A file with a citation, as text or as JSON: of a search, or of another answer. Immutable. */
final class CitedFile {

  private static final int MAX_BYTES = 1 << 20;

  private final Path file;
  private final String text;
  private final Optional<AnswerCitation> answer;

  private CitedFile(Path file, String text, Optional<AnswerCitation> answer) {
    this.file = file;
    this.text = text;
    this.answer = answer;
  }

  /**
   * Reads a file.
   *
   * @throws IOException if it cannot be read, is not UTF-8, or is too long or no citation
   */
  static CitedFile read(Path file) throws IOException {
    // Some editors add a byte order mark.
    String text = CharMatcher.is('\uFEFF').trimLeadingFrom(content(file));
    return new CitedFile(file, text, parsed(file, () -> answer(text)));
  }

  private static Optional<AnswerCitation> answer(String text) {
    String start = text.stripLeading();
    if (start.startsWith("{")) {
      return CitationJson.isOfAnswer(text)
          ? Optional.of(CitationJson.readAnswer(text))
          : Optional.empty();
    }
    return start.startsWith("command:")
        ? Optional.of(AnswerCitation.parse(text))
        : Optional.empty();
  }

  private static String content(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw new IOException(
            file + ": a citation must not be longer than " + MAX_BYTES + " bytes, but is");
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new IOException(file + ": is not UTF-8", e);
    }
  }

  /** {@return the citation, if it is of an answer other than what a search finds} */
  Optional<AnswerCitation> ofAnswer() {
    return answer;
  }

  /**
   * {@return the name of the frozen state that was cited, if one was}
   *
   * @throws IOException if the file has no citation
   */
  Optional<String> state() throws IOException {
    Optional<CitedArchive> archive =
        answer.isPresent() ? answer.map(AnswerCitation::archive) : ofSearch().archive();
    return archive.flatMap(CitedArchive::state);
  }

  /**
   * {@return the citation of a search}
   *
   * @throws IOException if it is none
   */
  Citation ofSearch() throws IOException {
    return parsed(
        file,
        () -> text.stripLeading().startsWith("{") ? CitationJson.read(text) : Citation.parse(text));
  }

  private static <T> T parsed(Path file, Supplier<T> form) throws IOException {
    try {
      return form.get();
    } catch (IllegalArgumentException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }
}
