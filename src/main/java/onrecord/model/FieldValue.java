package onrecord.model;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * A value of a field that the owner of an archive has added. Immutable.
 *
 * <p>Values are equal if their types and canonical texts are: the numbers {@code 30}, {@code 30.0}
 * and {@code 3e1} are equal.
 *
 * @param type the type
 * @param text the value in its canonical form: a number without an exponent and final zeros, a day
 *     such as 2020-11-22, a name without spaces around it, or the text itself
 */
public record FieldValue(FieldType type, String text) {

  /**
   * Validates the value and converts it to its canonical form.
   *
   * @throws IllegalArgumentException if the text is blank or not a value of the type
   */
  public FieldValue {
    requireNonNull(type, "type");
    if (requireNonNull(text, "text").isBlank()) {
      throw new IllegalArgumentException(
          "value of a field must not be blank, but was '" + text + "'");
    }
    text = type.canonical(text);
  }

  /** {@return a text} */
  public static FieldValue text(String text) {
    return new FieldValue(FieldType.TEXT, text);
  }

  /** {@return a name} */
  public static FieldValue name(String name) {
    return new FieldValue(FieldType.NAME, name);
  }

  /**
   * {@return a number}
   *
   * @throws IllegalArgumentException if it is not finite
   */
  public static FieldValue number(double number) {
    return new FieldValue(FieldType.NUMBER, Double.toString(number));
  }

  /** {@return a day} */
  public static FieldValue day(LocalDate day) {
    return new FieldValue(FieldType.DAY, day.toString());
  }

  /**
   * {@return the number}
   *
   * @throws IllegalStateException if this is not a number
   */
  public double number() {
    require(FieldType.NUMBER);
    return Double.parseDouble(text);
  }

  /**
   * {@return the day}
   *
   * @throws IllegalStateException if this is not a day
   */
  public LocalDate day() {
    require(FieldType.DAY);
    return LocalDate.parse(text);
  }

  private void require(FieldType expected) {
    if (type != expected) {
      throw new IllegalStateException(
          "a " + expected.word() + " was expected, but was the " + type.word() + " " + text);
    }
  }
}
