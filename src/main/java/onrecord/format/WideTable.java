package onrecord.format;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import onrecord.query.CrossTableRequest;
import onrecord.query.Dimension;
import onrecord.query.Metric;
import onrecord.query.PivotTable;

/**
 * The columns and rows of tables in wide form. Immutable.
 *
 * @param request the request that the tables answer
 */
record WideTable(CrossTableRequest request) {

  private static final String TOTAL = "total";
  private static final char METRIC_END = '_';

  ResultTable of(PivotTable table) {
    List<String> columns = new ArrayList<>(namesBeforeColumns());
    table.columns().forEach(column -> columns.addAll(names(distinct(column.value()))));
    columns.addAll(names(TOTAL));
    List<List<String>> rows = new ArrayList<>();
    for (PivotTable.Row row : table.rows()) {
      rows.add(cells(row.values(), row.cells(), row.total()));
    }
    rows.add(
        cells(
            Collections.nCopies(request.beforeColumns().size(), ""),
            table.columns().stream().map(PivotTable.Column::total).toList(),
            table.total()));
    return new ResultTable(columns, rows);
  }

  private List<String> namesBeforeColumns() {
    return request.beforeColumns().stream().map(Dimension::name).toList();
  }

  /** {@return a value, preceded by the name of its dimension if another column has its name} */
  private String distinct(String value) {
    String start = request.columns().name() + "=";
    Set<String> others =
        Stream.concat(Stream.of(TOTAL), namesBeforeColumns().stream())
            .collect(Collectors.toUnmodifiableSet());
    // What starts like that already is preceded as well, so that no two names are the same.
    return others.contains(value) || value.startsWith(start) ? start + value : value;
  }

  /** {@return the names of the columns of a value or of the total} */
  private List<String> names(String value) {
    if (request.metrics().size() == 1 && request.base().isEmpty()) {
      return List.of(value);
    }
    List<String> names = new ArrayList<>();
    request.metrics().forEach(metric -> names.add(JsonObject.name(metric) + METRIC_END + value));
    if (request.base().isPresent()) {
      names.add("base" + METRIC_END + value);
      names.add("share" + METRIC_END + value);
    }
    return names;
  }

  private List<String> cells(
      List<String> values, List<PivotTable.Cell> cells, PivotTable.Cell total) {
    List<String> row = new ArrayList<>(values);
    cells.forEach(cell -> add(cell, row));
    add(total, row);
    return row;
  }

  private void add(PivotTable.Cell cell, List<String> row) {
    for (Metric metric : request.metrics()) {
      row.add(
          Optional.ofNullable(cell.metrics().get(metric))
              .map(value -> ResultTable.metric(metric, value))
              .orElse(""));
    }
    if (cell.base().isPresent()) {
      row.add(String.valueOf(cell.base().getAsLong()));
      row.add(String.valueOf(cell.share()));
    }
  }
}
