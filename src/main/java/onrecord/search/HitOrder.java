package onrecord.search;

import onrecord.query.InvalidSearchException;
import onrecord.query.Order;
import onrecord.query.OwnOrder;
import onrecord.query.SortOrder;
import onrecord.schema.IndexField;
import onrecord.schema.MissingFieldException;
import onrecord.schema.Snapshot;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSortField;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** The order of hits as a Lucene sort. Immutable. */
final class HitOrder {

  private final SortField first;

  private HitOrder(SortField first) {
    this.first = first;
  }

  /**
   * {@return an order of the hits of a snapshot}
   *
   * @throws MissingFieldException if the format of the archive is older than the field
   * @throws InvalidSearchException if the archive does not have the field, or hits are not sorted
   *     by its type
   */
  static HitOrder of(Order order, Snapshot snapshot) {
    return switch (order) {
      case SortOrder standard -> {
        SortField first = IndexField.of(standard);
        if (first.getField() != null) {
          snapshot.stamp().requireField(first.getField());
        }
        yield new HitOrder(first);
      }
      case OwnOrder own ->
          new HitOrder(snapshot.ownFields().require(own.field()).order(own.direction()));
    };
  }

  /** {@return the sort} */
  Sort sort() {
    return new Sort(
        first,
        new SortField(IndexField.ARTICLE_ID.field(), SortField.Type.STRING),
        new SortField(IndexField.POSITION.field(), SortField.Type.LONG));
  }

  /** {@return whether values have the types of the values that hits are sorted by} */
  boolean fits(@Nullable Object[] values) {
    return values.length == 3
        && fits(first, values[0])
        && values[1] instanceof BytesRef
        && values[2] instanceof Long;
  }

  private static boolean fits(SortField field, @Nullable Object value) {
    SortField.Type type =
        field instanceof SortedNumericSortField numeric
            ? numeric.getNumericType()
            : field.getType();
    return switch (type) {
      case SCORE -> value instanceof Float;
      case LONG -> value instanceof Long;
      case INT -> value instanceof Integer;
      case DOUBLE -> value instanceof Double;
      case STRING -> value == null || value instanceof BytesRef;
      case DOC, FLOAT, CUSTOM, STRING_VAL, REWRITEABLE ->
          throw new IllegalStateException("hits are not sorted by values of type " + type);
    };
  }
}
