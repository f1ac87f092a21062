package onrecord.query;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import onrecord.query.CitationCheck.Difference;
import onrecord.query.CitationCheck.Part;

/**
 * The result of comparing the citation of an answer with the answer to the same question now.
 * Immutable.
 *
 * @param cited the citation
 * @param now the citation of the answer to the same question now
 */
public record AnswerCheck(AnswerCitation cited, AnswerCitation now) {

  /** Validates that no component is null. */
  public AnswerCheck {
    requireNonNull(cited, "cited");
    requireNonNull(now, "now");
  }

  /** {@return whether the answer is the same, in any snapshot of the archive} */
  public boolean matches() {
    return cited.checksum().equals(now.checksum());
  }

  /** {@return the differences, including those of the archive; empty if there are none} */
  public List<Difference> differences() {
    List<Difference> differences = new ArrayList<>();
    CitationCheck.compare(differences, Part.ANSWER, cited.checksum(), now.checksum());
    CitationCheck.compare(differences, Part.SNAPSHOT, cited.snapshot(), now.snapshot());
    CitationCheck.compare(differences, Part.FORMAT, cited.format(), now.format());
    CitationCheck.compare(differences, cited.archive(), now.archive());
    return List.copyOf(differences);
  }
}
