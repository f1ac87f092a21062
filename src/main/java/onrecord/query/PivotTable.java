package onrecord.query;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * A {@link CrossTable} in wide form: one row for each combination of values of all dimensions but
 * the last, and one column for each value of the last. All counts are exact. Immutable.
 *
 * <p>A total is not the sum of its cells, but what is counted without the other dimensions: a
 * quotation with several values counts once, and so does one whose value has no column because
 * others are more frequent. The base of a total is that of its values.
 *
 * @param selection the quotations that this answer covers
 * @param request the request that this table answers, with two dimensions or more
 * @param quotations the number of quotations that match
 * @param columns the values of the last dimension that some quotation has, in their order
 * @param rows the rows, in the order of the values of the first dimension, then of the second, and
 *     so on
 * @param total the quotations that match
 */
public record PivotTable(
    Selection selection,
    CrossTableRequest request,
    long quotations,
    List<Column> columns,
    List<Row> rows,
    Cell total) {

  /** The maximum number of cells, without totals. */
  public static final int MAX_CELLS = 1_000_000;

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if the request has one dimension only, or a row does not have
   *     one value for each dimension but the last, and one cell for each column
   */
  public PivotTable {
    requireNonNull(selection, "selection");
    int others = request.beforeColumns().size();
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    requireNonNull(total, "total");
    for (Row row : rows) {
      if (row.cells().size() != columns.size() || row.values().size() != others) {
        throw new IllegalArgumentException(
            "a row must have "
                + others
                + " values and "
                + columns.size()
                + " cells, but had "
                + row.values().size()
                + " and "
                + row.cells().size());
      }
    }
  }

  /**
   * A value of the last dimension. Immutable.
   *
   * @param value the value
   * @param total all quotations with the value
   */
  public record Column(String value, Cell total) {
    /** Checks that no part is null. */
    public Column {
      requireNonNull(value, "value");
      requireNonNull(total, "total");
    }
  }

  /**
   * A combination of values of the dimensions but the last. Immutable.
   *
   * @param values one value for each dimension but the last
   * @param cells the quotations with these values and that of each column
   * @param total all quotations with these values
   */
  public record Row(List<String> values, List<Cell> cells, Cell total) {
    /** Copies the lists. */
    public Row {
      values = List.copyOf(values);
      cells = List.copyOf(cells);
      requireNonNull(total, "total");
    }
  }

  /**
   * The quotations with one combination of values. Immutable.
   *
   * @param quotations their number, which may be 0
   * @param metrics the value of each requested metric; without quotations, all are 0, and {@link
   *     Metric#CONFIDENCE} is absent
   * @param base the number of quotations that {@code quotations} is a share of; empty if no shares
   *     were requested
   */
  public record Cell(long quotations, Map<Metric, Double> metrics, OptionalLong base) {
    /** Copies the map. */
    public Cell {
      Map<Metric, Double> copy = new EnumMap<>(Metric.class);
      copy.putAll(metrics);
      metrics = Collections.unmodifiableMap(copy);
      requireNonNull(base, "base");
    }

    /** {@return the share of the quotations in the base, 0 to 1; 0 if there is no base} */
    public double share() {
      return ShareBase.share(quotations, base);
    }
  }
}
