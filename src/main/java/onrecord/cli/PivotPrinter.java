package onrecord.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import onrecord.format.ResultTable;
import onrecord.query.CrossTableRequest;
import onrecord.query.Metric;
import onrecord.query.PivotTable;

/**
 * Prints tables in wide form for a person.
 *
 * @param out where to print
 */
record PivotPrinter(Terminal out) {

  private static final String TOTAL = "total";
  private static final String NONE = "-";

  /** Prints the rows, then the totals. */
  void print(PivotTable table) {
    CrossTableRequest request = table.request();
    int labels = request.beforeColumns().size();
    List<String> names = ResultTable.of(table).columns();
    List<Table.Align> columns = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      columns.add(i < labels ? Table.Align.LEFT : Table.Align.RIGHT);
    }
    Table lines = new Table(columns);
    lines.line(names);
    for (PivotTable.Row row : table.rows()) {
      lines.line(line(request, row.values(), row.cells(), row.total()));
    }
    List<String> label = new ArrayList<>(List.of(TOTAL));
    while (label.size() < labels) {
      label.add("");
    }
    lines.line(
        line(
            request,
            label,
            table.columns().stream().map(PivotTable.Column::total).toList(),
            table.total()));
    lines.print(out);
  }

  private static List<String> line(
      CrossTableRequest request,
      List<String> values,
      List<PivotTable.Cell> cells,
      PivotTable.Cell total) {
    List<String> line = new ArrayList<>(values);
    cells.forEach(cell -> add(request, cell, line));
    add(request, total, line);
    return line;
  }

  private static void add(CrossTableRequest request, PivotTable.Cell cell, List<String> line) {
    for (Metric metric : request.metrics()) {
      line.add(
          Optional.ofNullable(cell.metrics().get(metric))
              .map(value -> metric(metric, value))
              .orElse(NONE));
    }
    if (cell.base().isPresent()) {
      line.add(String.valueOf(cell.base().getAsLong()));
      line.add(share(cell.share()));
    }
  }

  /** {@return a metric in the form in which it is printed} */
  static String metric(Metric metric, double value) {
    return metric == Metric.CONFIDENCE
        ? String.format(Locale.ROOT, "%.3f", value)
        : String.valueOf((long) value);
  }

  /** {@return a share in the form in which it is printed} */
  static String share(double share) {
    return String.format(Locale.ROOT, "%.1f%%", 100 * share);
  }
}
