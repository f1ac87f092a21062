package onrecord.query;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Counts of quotations by the values of one dimension or several at once. All counts are exact.
 * Only combinations of values that some quotation has are rows. Immutable.
 *
 * @param selection the quotations that this answer covers
 * @param request the request that this table answers
 * @param quotations the number of quotations that match, including those without a row
 * @param rows the rows, in the order of the values of the first dimension, then of the second, and
 *     so on
 */
public record CrossTable(
    Selection selection, CrossTableRequest request, long quotations, List<Row> rows) {

  /** The maximum number of rows, and of combinations of values that a base is counted for. */
  public static final int MAX_ROWS = 1_000_000;

  /** Copies the list. */
  public CrossTable {
    requireNonNull(selection, "selection");
    requireNonNull(request, "request");
    rows = List.copyOf(rows);
  }

  /**
   * The quotations with one combination of values. Immutable.
   *
   * @param values one value for each dimension
   * @param quotations the number of quotations, 1 or more
   * @param metrics the value of each requested metric
   * @param base the number of quotations that {@code quotations} is a share of; empty if no shares
   *     were requested
   */
  public record Row(
      List<String> values, long quotations, Map<Metric, Double> metrics, OptionalLong base) {
    /** Copies the collections. */
    public Row {
      values = List.copyOf(values);
      metrics = Collections.unmodifiableMap(new EnumMap<>(metrics));
      requireNonNull(base, "base");
    }

    /** {@return the share of the quotations in the base, 0 to 1; 0 if there is no base} */
    public double share() {
      return ShareBase.share(quotations, base);
    }
  }
}
