package onrecord.query;

import static java.util.Objects.requireNonNull;

import java.util.List;
import onrecord.model.Span;

/**
 * A query that {@link Query#parseLenient} has read from what somebody typed into a search box, with
 * notes on what was not read as {@link Query#parse} reads it. Immutable.
 *
 * <p>A part of the text that is valid in the query syntax has the meaning that it has there: a
 * word, a text in quotation marks of any kind, a field with its value, a pattern, brackets, AND,
 * OR, NOT, and a sign directly before what it applies to. In addition:
 *
 * <ul>
 *   <li>{@code or} and {@code and} in lower case are operators.
 *   <li>Punctuation at the end of a word, including a question mark, has no meaning.
 *   <li>Whatever else contains a word is searched for as words.
 *   <li>A sign, a bracket or a quotation mark without its counterpart, an operator that lacks an
 *       operand, and what comes after the first {@value #MAX_LENGTH} characters are ignored.
 *   <li>A blank text finds every quotation; any other text without a word finds none.
 * </ul>
 *
 * @param query the query
 * @param notes the parts of the text that were not read as syntax, in their order
 */
public record LenientQuery(Query query, List<Note> notes) {

  /** The maximum length of a text that is read; what comes after it is ignored. */
  public static final int MAX_LENGTH = 1_000;

  /** What was done with a part of the text. */
  public enum Treatment {
    /** It is searched for as words, although it contains characters of the query syntax. */
    LITERAL,
    /** It was left out: it contains no word, or lacks its counterpart. */
    IGNORED,
    /** It was read as an operator, although it is in lower case. */
    OPERATOR
  }

  /**
   * A part of the text with what was done with it. Immutable.
   *
   * @param place the span of the part in the text
   * @param text the part
   * @param treatment what was done with it
   */
  public record Note(Span place, String text, Treatment treatment) {
    /** Validates that no component is null. */
    public Note {
      requireNonNull(place, "place");
      requireNonNull(text, "text");
      requireNonNull(treatment, "treatment");
    }

    /** {@return the note on a part of a text} */
    static Note of(String whole, int start, int end, Treatment treatment) {
      return new Note(new Span(start, end), whole.substring(start, end), treatment);
    }
  }

  /** Copies the list. */
  public LenientQuery {
    requireNonNull(query, "query");
    notes = List.copyOf(notes);
  }
}
