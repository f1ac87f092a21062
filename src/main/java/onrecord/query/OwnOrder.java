package onrecord.query;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The order of hits by a field that the owner of an archive has added: numbers by their size, days
 * by time, and names without case and accents, in the order of Unicode code points; names that are
 * equal in this respect, by their code points. Of several values, the least counts in ascending
 * order, and the greatest in descending order. Hits without a value come last in both. Immutable.
 *
 * <p>A search is rejected if the archive does not have the field, or if it is a text.
 *
 * @param field the field
 * @param direction the direction of the order
 */
public record OwnOrder(OwnField field, Direction direction) implements Order {

  /** The direction of an order. */
  public enum Direction {
    /** The least value first. */
    ASCENDING("asc"),
    /** The greatest value first. */
    DESCENDING("desc");

    private final String word;

    Direction(String word) {
      this.word = word;
    }
  }

  /** Validates that no component is null. */
  public OwnOrder {
    requireNonNull(field, "field");
    requireNonNull(direction, "direction");
  }

  /** {@return the order with a name such as "article.reach:desc"; empty if there is none} */
  static Optional<Order> of(String name) {
    String word = name.toLowerCase(Locale.ROOT);
    int colon = word.indexOf(':');
    if (colon < 0) {
      return OwnField.of(word).map(OwnField::ascending);
    }
    String end = word.substring(colon + 1);
    return Stream.of(Direction.values())
        .filter(direction -> direction.word.equals(end))
        .findFirst()
        .flatMap(direction ->
            OwnField.of(word.substring(0, colon)).map(field -> new OwnOrder(field, direction)));
  }

  @Override
  public String word() {
    return field.word() + ":" + direction.word;
  }

  /** {@return the name} */
  @Override
  public String toString() {
    return word();
  }
}
