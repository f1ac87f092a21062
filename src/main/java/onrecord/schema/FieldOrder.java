package onrecord.schema;

import onrecord.query.InvalidSearchException;
import onrecord.query.OwnOrder.Direction;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.SortedNumericSortField;

/** Orders hits by the doc values of a field. Hits without a value come last. */
final class FieldOrder {

  private FieldOrder() {}

  /** {@return the order from the least value to the greatest} */
  static SortField ascending(IndexField field) {
    String name = field.field();
    return switch (field.layout().values()) {
      case INTEGER -> new SortField(name, SortField.Type.LONG, false, Long.MAX_VALUE);
      case DECIMAL -> new SortedNumericSortField(name, SortField.Type.DOUBLE, false);
      case NAME -> new SortField(name, SortField.Type.STRING, false, SortField.STRING_LAST);
      case NAMES, BYTES, NONE -> throw unordered(name);
    };
  }

  /** {@return the order from the greatest value to the least} */
  static SortField descending(IndexField field) {
    String name = field.field();
    return switch (field.layout().values()) {
      case INTEGER -> new SortField(name, SortField.Type.LONG, true, Long.MIN_VALUE);
      case DECIMAL -> new SortedNumericSortField(name, SortField.Type.DOUBLE, true);
      case NAME, NAMES, BYTES, NONE -> throw unordered(name);
    };
  }

  /**
   * {@return the order by a field that the owner of the archive has added}
   *
   * @throws InvalidSearchException if it is a text
   */
  static SortField of(OwnIndexField own, Direction direction) {
    return switch (own.type()) {
      case NUMBER ->
          numbers(
              own,
              direction,
              SortField.Type.DOUBLE,
              isDescending(direction) ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
      case DAY ->
          numbers(
              own,
              direction,
              SortField.Type.INT,
              isDescending(direction) ? Integer.MIN_VALUE : Integer.MAX_VALUE);
      case NAME -> NameOrder.of(own, direction);
      case TEXT ->
          throw new InvalidSearchException(
              "field "
                  + own.field().word()
                  + " is a text, by which hits are not sorted; by names, numbers and days they are");
    };
  }

  private static SortField numbers(
      OwnIndexField own, Direction direction, SortField.Type type, Object missing) {
    return new SortedNumericSortField(
        own.numbers(),
        type,
        isDescending(direction),
        isDescending(direction) ? SortedNumericSelector.Type.MAX : SortedNumericSelector.Type.MIN,
        missing);
  }

  private static boolean isDescending(Direction direction) {
    return direction == Direction.DESCENDING;
  }

  private static IllegalStateException unordered(String field) {
    return new IllegalStateException("field " + field + " has no values in this order");
  }
}
