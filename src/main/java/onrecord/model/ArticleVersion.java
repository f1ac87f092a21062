package onrecord.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * Which version of an article this is, as newsrooms count them. It is kept in the fields {@value
 * #NUMBER} and {@value #CREATED} of the article. Immutable.
 *
 * @param number the number of the version, 0 or more; later versions have higher ones
 * @param created when this version was made
 */
public record ArticleVersion(Optional<Long> number, Optional<Instant> created) {

  /** The name of the field that has the number of the version. */
  public static final String NUMBER = "version";

  /** The name of the field that has the time at which the version was made, in ISO 8601. */
  public static final String CREATED = "version_created";

  /** The greatest number of a version, which a field holds exactly. */
  public static final long MAX_NUMBER = 1L << 53;

  /**
   * Validates the components.
   *
   * @throws IllegalArgumentException if both are empty, or the number is out of range
   */
  public ArticleVersion {
    requireNonNull(created, "created");
    number.ifPresent(value -> {
      if (value < 0 || value > MAX_NUMBER) {
        throw new IllegalArgumentException(
            "number of a version must be 0 to " + MAX_NUMBER + ", but was " + value);
      }
    });
    if (number.isEmpty() && created.isEmpty()) {
      throw new IllegalArgumentException("a version must have a number or a time");
    }
  }

  /** {@return the version that the fields of an article state; empty if they state none} */
  public static Optional<ArticleVersion> of(Fields fields) {
    Optional<Long> number =
        fields.of(NUMBER).stream()
            .filter(value -> value.type() == FieldType.NUMBER)
            .map(FieldValue::number)
            .filter(value -> value >= 0 && value <= MAX_NUMBER && value == Math.rint(value))
            .map(Double::longValue)
            .findFirst();
    Optional<Instant> created =
        fields.of(CREATED).stream()
            .filter(value -> value.type() == FieldType.NAME)
            .flatMap(value -> instant(value.text()).stream())
            .findFirst();
    return number.isEmpty() && created.isEmpty()
        ? Optional.empty()
        : Optional.of(new ArticleVersion(number, created));
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** {@return the fields of an article that state this version} */
  public Fields fields() {
    Fields.Builder fields = Fields.builder();
    number.ifPresent(value -> fields.number(NUMBER, value));
    created.ifPresent(value -> fields.name(CREATED, value.toString()));
    return fields.build();
  }

  /**
   * {@return whether this version is older than another one of the same article} The numbers
   * decide, and the times do if the numbers are equal or one of them is unknown. If neither can be
   * compared, it is not known to be older.
   */
  public boolean isOlderThan(ArticleVersion other) {
    if (number.isPresent() && other.number.isPresent() && !number.equals(other.number)) {
      return number.get() < other.number.get();
    }
    return created.isPresent()
        && other.created.isPresent()
        && created.get().isBefore(other.created.get());
  }
}
