package onrecord.format;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import onrecord.query.CrossTable;
import onrecord.query.CrossTableRequest;
import onrecord.query.Dimension;
import onrecord.query.Facet;
import onrecord.query.Metric;
import onrecord.query.ShareBase;
import onrecord.query.TimeStep;

/** Writes the properties of tables as JSON and reads them. */
final class CrossTableJson {

  private CrossTableJson() {}

  static void write(JsonWriter json, CrossTable table) {
    SelectionJson.property(json, table.selection());
    request(json, table.request());
    json.property("quotations", table.quotations());
    json.objects("rows", table.rows(), row -> row(json, row));
  }

  static void request(JsonWriter json, CrossTableRequest request) {
    json.object(
        "request",
        request,
        r -> {
          json.objects("dimensions", r.dimensions(), dimension -> dimension(json, dimension));
          json.strings("metrics", r.metrics().stream().map(Enum::name).toList());
          json.optionalObject("base", r.base(), base -> base(json, base));
        });
  }

  private static void base(JsonWriter json, ShareBase base) {
    json.property("population", base.population().name());
    json.strings("within", base.within().stream().map(Dimension::name).toList());
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

  static void metric(JsonWriter json, Metric metric, double value) {
    if (metric == Metric.CONFIDENCE) {
      json.property(JsonObject.name(metric), value);
    } else {
      json.property(JsonObject.name(metric), (long) value);
    }
  }

  static CrossTable read(JsonObject json) {
    CrossTableRequest request = request(json);
    return new CrossTable(
        SelectionJson.read(json.object("selection")),
        request,
        json.longInteger("quotations"),
        json.objects("rows").map(row -> row(row, request.metrics())).toList());
  }

  static CrossTableRequest request(JsonObject table) {
    JsonObject json = table.object("request");
    List<Dimension> dimensions = json.objects("dimensions").map(CrossTableJson::dimension).toList();
    Set<Metric> metrics = EnumSet.noneOf(Metric.class);
    for (String name : json.strings("metrics")) {
      metrics.add(
          Stream.of(Metric.values())
              .filter(metric -> metric.name().equals(name))
              .findFirst()
              .orElseThrow(() -> json.wrong("metrics", "metrics of " + List.of(Metric.values()))));
    }
    return new CrossTableRequest(
        dimensions,
        metrics,
        json.optionalObject("base", "base").map(base -> base(base, dimensions)));
  }

  private static ShareBase base(JsonObject json, List<Dimension> dimensions) {
    List<Dimension> within =
        json.strings("within").stream()
            .map(name ->
                dimensions.stream()
                    .filter(dimension -> dimension.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> json.wrong("within", "names of dimensions of the table")))
            .toList();
    return new ShareBase(json.named("population", ShareBase.Population.class), within);
  }

  private static Dimension dimension(JsonObject json) {
    Facet facet = json.facet("facet");
    Optional<Integer> limit = json.optionalInteger("limit");
    if (limit.isPresent()) {
      return new Dimension.Values(facet, limit.get());
    }
    if (json.optionalString("step").isPresent()) {
      return new Dimension.Periods(facet, json.named("step", TimeStep.class));
    }
    return json.optionalStrings("bounds").isPresent()
        ? new Dimension.Bounds(facet, json.days("bounds"))
        : new Dimension.Weekdays(facet);
  }

  private static CrossTable.Row row(JsonObject json, Set<Metric> metrics) {
    JsonObject values = json.object("metrics");
    Map<Metric, Double> read = new EnumMap<>(Metric.class);
    for (Metric metric : metrics) {
      read.put(metric, values.number(JsonObject.name(metric)));
    }
    return new CrossTable.Row(
        json.strings("values"),
        json.longInteger("quotations"),
        read,
        json.optionalLongInteger("base"));
  }
}
