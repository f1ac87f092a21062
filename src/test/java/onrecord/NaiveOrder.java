package onrecord;

import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import onrecord.NaiveArchive.Row;
import onrecord.model.FieldValue;
import onrecord.query.Facet;
import onrecord.query.Order;
import onrecord.query.OwnOrder;
import onrecord.query.SortOrder;

/** The orders of quotations, found by comparing the values themselves. */
final class NaiveOrder {

  private NaiveOrder() {}

  /** The order of rows; without scores, by relevance is as by age. */
  static Comparator<Row> of(Order order) {
    return switch (order) {
      case SortOrder standard -> by(standard);
      case OwnOrder own -> by(own);
    };
  }

  private static Comparator<Row> by(SortOrder order) {
    Comparator<Row> byTime = Comparator.comparing(NaiveOrder::time, OffsetDateTime.timeLineOrder());
    Comparator<Row> undatedLast = Comparator.comparing(r -> r.article().published().isEmpty());
    return switch (order) {
      case NEWEST -> undatedLast.thenComparing(byTime.reversed());
      case RELEVANCE, OLDEST -> undatedLast.thenComparing(byTime);
      case SPEAKER ->
          Comparator.comparing((Row row) -> !row.quotation().speaker().isKnown())
              .thenComparing(row -> NaiveWords.folded(row.quotation().speaker().name()))
              .thenComparing(row -> row.quotation().speaker().name());
      case CONFIDENCE -> Comparator.comparing((Row row) -> -row.quotation().confidence());
    };
  }

  private static OffsetDateTime time(Row row) {
    return row.article()
        .published()
        .map(p ->
            p.day()
                .atTime(p.time().orElse(LocalTime.MIN))
                .atOffset(p.offset().orElse(ZoneOffset.UTC)))
        .orElse(OffsetDateTime.MIN);
  }

  /** The order in which missing values come last, whatever its direction. */
  private static Comparator<Row> by(OwnOrder order) {
    boolean isAscending = order.direction() == OwnOrder.Direction.ASCENDING;
    Comparator<FieldValue> direction = isAscending ? values() : values().reversed();
    return Comparator.comparing(row -> first(order, direction, row), missingLast(direction));
  }

  /** The value that counts, which is the first of several in the direction of the order. */
  private static Optional<FieldValue> first(
      OwnOrder order, Comparator<FieldValue> direction, Row row) {
    List<FieldValue> values =
        RandomFields.of(order.field().owner(), row.article(), row.quotation())
            .values()
            .getOrDefault(order.field().name(), List.of());
    return values.stream().filter(value -> !value.text().equals(Facet.UNKNOWN)).min(direction);
  }

  private static Comparator<Optional<FieldValue>> missingLast(Comparator<FieldValue> direction) {
    return (a, b) ->
        a.isPresent() && b.isPresent()
            ? direction.compare(a.get(), b.get())
            : Boolean.compare(a.isEmpty(), b.isEmpty());
  }

  private static Comparator<FieldValue> values() {
    return (a, b) ->
        switch (a.type()) {
          case NUMBER -> Double.compare(a.number(), b.number());
          case DAY -> a.day().compareTo(b.day());
          case NAME, TEXT ->
              Comparator.comparing((FieldValue value) -> NaiveWords.folded(value.text()))
                  .thenComparing(FieldValue::text)
                  .compare(a, b);
        };
  }
}
