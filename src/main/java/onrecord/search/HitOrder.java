package onrecord.search;

import onrecord.query.SortOrder;
import onrecord.schema.IndexField;
import onrecord.schema.MissingFieldException;
import onrecord.schema.Stamp;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSortField;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** The orders of hits as Lucene sorts. */
final class HitOrder {

  private HitOrder() {}

  /** {@return the sort of an order} */
  static Sort of(SortOrder order) {
    return new Sort(
        IndexField.of(order),
        new SortField(IndexField.ARTICLE_ID.field(), SortField.Type.STRING),
        new SortField(IndexField.POSITION.field(), SortField.Type.LONG));
  }

  /**
   * Checks that an archive has the field of an order.
   *
   * @throws MissingFieldException if the format of the archive is older than the field
   */
  static void require(SortOrder order, Stamp stamp) {
    String field = IndexField.of(order).getField();
    if (field != null) {
      stamp.requireField(field);
    }
  }

  /** {@return whether values have the types of the values that hits are sorted by} */
  static boolean fits(SortOrder order, @Nullable Object[] values) {
    return values.length == 3
        && fits(IndexField.of(order), values[0])
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
      case DOUBLE -> value instanceof Double;
      case STRING -> value == null || value instanceof BytesRef;
      case DOC, INT, FLOAT, CUSTOM, STRING_VAL, REWRITEABLE ->
          throw new IllegalStateException("hits are not sorted by values of type " + type);
    };
  }
}
