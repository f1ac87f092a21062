package onrecord.format;

import java.time.LocalDate;
import onrecord.query.CrossTable;
import onrecord.query.CrossTableRequest;
import onrecord.query.Dimension;
import onrecord.query.Metric;

/** Writes the properties of tables as JSON. */
final class CrossTableJson {

  private CrossTableJson() {}

  static void write(JsonWriter json, CrossTable table) {
    SelectionJson.property(json, table.selection());
    json.object("request", table.request(), request -> request(json, request));
    json.property("quotations", table.quotations());
    json.objects("rows", table.rows(), row -> row(json, row));
  }

  private static void request(JsonWriter json, CrossTableRequest request) {
    json.objects("dimensions", request.dimensions(), dimension -> dimension(json, dimension));
    json.strings("metrics", request.metrics().stream().map(Enum::name).toList());
    json.optionalObject(
        "base",
        request.base(),
        base -> {
          json.property("population", base.population().name());
          json.strings("within", base.within().stream().map(Dimension::name).toList());
        });
  }

  private static void dimension(JsonWriter json, Dimension dimension) {
    json.property("name", dimension.name());
    json.property("facet", dimension.facet().toString());
    switch (dimension) {
      case Dimension.Values d -> json.property("limit", d.limit());
      case Dimension.Periods d -> json.property("step", d.step().name());
      case Dimension.Weekdays d -> {}
      case Dimension.Bounds d ->
          json.strings("bounds", d.firsts().stream().map(LocalDate::toString).toList());
    }
  }

  private static void row(JsonWriter json, CrossTable.Row row) {
    json.strings("values", row.values());
    json.property("quotations", row.quotations());
    json.object(
        "metrics",
        row.metrics(),
        metrics -> metrics.forEach((name, value) -> metric(json, name, value)));
    if (row.base().isPresent()) {
      json.property("base", row.base().getAsLong());
      json.property("share", row.share());
    }
  }

  private static void metric(JsonWriter json, Metric metric, double value) {
    if (metric == Metric.CONFIDENCE) {
      json.property(JsonObject.name(metric), value);
    } else {
      json.property(JsonObject.name(metric), (long) value);
    }
  }
}
