package onrecord.model;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a coder has found about a quotation on a day: the value of a field, or who the speaker is.
 * Immutable.
 *
 * {@snippet file="onrecord/SnippetsTest.java" region="annotations"}
 *
 * <p>An archive keeps all annotations. Of those on one field of a quotation, the last one counts:
 * that of the latest day and, of one day, the one that was added last. A coder who withdraws an
 * annotation takes back all that the same coder has said about the field until that day.
 *
 * @param quotation the id of the quotation
 * @param statement what the coder has found
 * @param coder the name or the initials of the coder
 * @param day the day of the annotation
 */
public record Annotation(String quotation, Statement statement, String coder, LocalDate day) {

  /** The maximum number of characters of an id, a name or a value. */
  public static final int MAX_LENGTH = 8_000;

  private static final int LAST_YEAR = 9999;

  /**
   * Validates the components.
   *
   * @throws IllegalArgumentException if the id or the coder is blank or too long, or the year is
   *     not one of 1 to 9999
   */
  public Annotation {
    requireText("id of the quotation", quotation);
    requireNonNull(statement, "statement");
    coder = requireNonNull(coder, "coder").strip();
    requireText("coder", coder);
    if (day.getYear() < 1 || day.getYear() > LAST_YEAR) {
      throw new IllegalArgumentException(
          "the day of an annotation must be of the years 1 to 9999, but was " + day);
    }
  }

  /** {@return an annotation that a field of a quotation has a value} */
  public static Annotation label(
      String quotation, String field, FieldValue value, String coder, LocalDate day) {
    return new Annotation(quotation, new Label(field, List.of(value)), coder, day);
  }

  /** {@return an annotation that somebody else said the words of a quotation} */
  public static Annotation correction(
      String quotation, Speaker speaker, String coder, LocalDate day) {
    return new Annotation(quotation, new Correction(Optional.of(speaker)), coder, day);
  }

  /** What a coder has found. */
  public sealed interface Statement permits Label, Correction {}

  /**
   * The values of a field of a quotation. Immutable.
   *
   * @param field the name of the field, as in {@link Fields}
   * @param values the values, of one type; none if the coder withdraws those given before
   */
  public record Label(String field, List<FieldValue> values) implements Statement {
    /**
     * Validates the components.
     *
     * @throws IllegalArgumentException if the name is not valid, a value is too long, or the values
     *     are of several types
     */
    public Label {
      Fields.requireName(field);
      Fields.Builder checked = Fields.builder();
      for (FieldValue value : values) {
        requireText("value of field " + field, value.text());
        checked.add(field, value);
      }
      values = checked.build().of(field);
    }
  }

  /**
   * The speaker of a quotation, who takes the place of the one that was found otherwise. Immutable.
   *
   * @param speaker the speaker, which may be {@link Speaker#UNKNOWN}; empty if the coder withdraws
   *     the one given before
   */
  public record Correction(Optional<Speaker> speaker) implements Statement {

    /** The rule of a quotation whose speaker a coder has corrected. */
    public static final String RULE = "correction";

    /**
     * Validates the speaker.
     *
     * @throws IllegalArgumentException if the name, the identifier or the description is too long
     */
    public Correction {
      speaker.ifPresent(given -> {
        requireText("speaker", given.name());
        given.id().ifPresent(id -> requireText("identifier of a speaker", id));
        given.printed().ifPresent(name -> requireText("printed name of a speaker", name));
        given.description().ifPresent(words -> requireText("description of a speaker", words));
      });
    }
  }

  private static void requireText(String what, String value) {
    if (requireNonNull(value, what).isBlank() || value.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          what
              + " must have 1 to "
              + MAX_LENGTH
              + " characters that are not all blank, but has "
              + value.length()
              + (value.length() > MAX_LENGTH ? "" : ": '" + value + "'"));
    }
  }
}
