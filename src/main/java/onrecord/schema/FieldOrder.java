package onrecord.schema;

import org.apache.lucene.search.SortField;
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

  private static IllegalStateException unordered(String field) {
    return new IllegalStateException("field " + field + " has no values in this order");
  }
}
