package onrecord.search;

import onrecord.query.SortOrder;
import onrecord.schema.Schema;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSortField;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** The orders of hits in Lucene's terms. */
final class HitOrder {

  private HitOrder() {}

  /** {@return an order} */
  static Sort of(SortOrder order) {
    return new Sort(
        first(order),
        new SortField(Schema.ARTICLE_ID, SortField.Type.STRING),
        new SortField(Schema.POSITION, SortField.Type.LONG));
  }

  private static SortField first(SortOrder order) {
    return switch (order) {
      case RELEVANCE -> SortField.FIELD_SCORE;
      case NEWEST -> new SortField(Schema.DATE_ORDER, SortField.Type.LONG, true, Long.MIN_VALUE);
      case OLDEST -> new SortField(Schema.DATE_ORDER, SortField.Type.LONG, false, Long.MAX_VALUE);
      case SPEAKER ->
          new SortField(Schema.SPEAKER_ORDER, SortField.Type.STRING, false, SortField.STRING_LAST);
      case CONFIDENCE -> new SortedNumericSortField(Schema.CONFIDENCE, SortField.Type.DOUBLE, true);
    };
  }

  /** {@return whether values are of the types that hits are sorted by} */
  static boolean fits(SortOrder order, @Nullable Object[] values) {
    return values.length == 3
        && values[1] instanceof BytesRef
        && values[2] instanceof Long
        && switch (order) {
          case RELEVANCE -> values[0] instanceof Float;
          case NEWEST, OLDEST -> values[0] instanceof Long;
          case SPEAKER -> values[0] == null || values[0] instanceof BytesRef;
          case CONFIDENCE -> values[0] instanceof Double;
        };
  }
}
