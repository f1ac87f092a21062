package onrecord.format;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import onrecord.query.CrossTableRequest;
import onrecord.query.Metric;
import onrecord.query.PivotTable;

/** Writes the properties of tables in wide form as JSON and reads them. */
final class PivotTableJson {

  private static final String TOTAL = "total";

  private PivotTableJson() {}

  static void write(JsonWriter json, PivotTable table) {
    CrossTableRequest request = table.request();
    SelectionJson.property(json, table.selection());
    CrossTableJson.request(json, request);
    json.property("quotations", table.quotations());
    json.objects(
        "columns",
        table.columns(),
        column -> {
          json.property("value", column.value());
          json.object(TOTAL, column.total(), cell -> cell(json, request, cell));
        });
    json.objects(
        "rows",
        table.rows(),
        row -> {
          json.strings("values", row.values());
          json.objects("cells", row.cells(), cell -> cell(json, request, cell));
          json.object(TOTAL, row.total(), cell -> cell(json, request, cell));
        });
    json.object(TOTAL, table.total(), cell -> cell(json, request, cell));
  }

  private static void cell(JsonWriter json, CrossTableRequest request, PivotTable.Cell cell) {
    json.property("quotations", cell.quotations());
    json.object(
        "metrics",
        cell.metrics(),
        metrics -> request.metrics().forEach(metric -> metric(json, metric, metrics)));
    if (cell.base().isPresent()) {
      json.property("base", cell.base().getAsLong());
      json.property("share", cell.share());
    }
  }

  private static void metric(JsonWriter json, Metric metric, Map<Metric, Double> metrics) {
    Optional<Double> value = Optional.ofNullable(metrics.get(metric));
    value.ifPresentOrElse(
        number -> CrossTableJson.metric(json, metric, number),
        () -> json.property(JsonObject.name(metric), OptionalDouble.empty()));
  }

  static PivotTable read(JsonObject json) {
    CrossTableRequest request = CrossTableJson.request(json);
    return new PivotTable(
        SelectionJson.read(json.object("selection")),
        request,
        json.longInteger("quotations"),
        json.objects("columns")
            .map(column ->
                new PivotTable.Column(column.string("value"), cell(column.object(TOTAL), request)))
            .toList(),
        json.objects("rows")
            .map(row ->
                new PivotTable.Row(
                    row.strings("values"),
                    row.objects("cells").map(cell -> cell(cell, request)).toList(),
                    cell(row.object(TOTAL), request)))
            .toList(),
        cell(json.object(TOTAL), request));
  }

  private static PivotTable.Cell cell(JsonObject json, CrossTableRequest request) {
    JsonObject values = json.object("metrics");
    Map<Metric, Double> metrics = new EnumMap<>(Metric.class);
    for (Metric metric : request.metrics()) {
      values.optionalNumber(JsonObject.name(metric)).ifPresent(value -> metrics.put(metric, value));
    }
    return new PivotTable.Cell(
        json.longInteger("quotations"), metrics, json.optionalLongInteger("base"));
  }
}
