package onrecord.format;

import com.google.common.collect.Streams;
import java.util.List;
import java.util.Optional;
import onrecord.query.TimeStep;
import onrecord.query.Timeline;
import onrecord.query.TimelineRequest;

/** Writes the properties of timelines as JSON and reads them. */
final class TimelineJson {

  private TimelineJson() {}

  static void write(JsonWriter json, Timeline timeline) {
    SelectionJson.property(json, timeline.selection());
    json.object(
        "request",
        timeline.request(),
        request -> {
          json.property("date", request.date().toString());
          json.property("step", request.step().name());
          json.property("split", request.split());
          json.property("series", request.series());
        });
    json.property("quotations", timeline.quotations());
    json.property("undated", timeline.undated());
    json.property("imprecise", timeline.imprecise());
    json.objects("parts", timeline.parts(), part -> part(json, part));
    json.property("values", timeline.values());
    json.objects("series", timeline.series(), series -> series(json, timeline, series));
  }

  private static void part(JsonWriter json, Timeline.Part part) {
    json.property("name", part.name());
    json.property("first", part.first().toString());
    json.property("quotations", part.quotations());
    json.property("all", part.all());
    json.property("share", part.share());
  }

  private static void series(JsonWriter json, Timeline timeline, Timeline.Series series) {
    json.property("value", series.value());
    json.property("quotations", series.quotations());
    json.property("undated", series.undated());
    json.property("imprecise", series.imprecise());
    json.integers("counts", series.counts());
    List<Timeline.Part> parts = timeline.parts();
    json.numbers(
        "shares",
        Streams.zip(parts.stream(), series.counts().stream(), Timeline.Part::shareOf).toList());
  }

  static Timeline read(JsonObject json) {
    JsonObject request = json.object("request");
    List<Timeline.Part> parts =
        json.objects("parts")
            .map(part ->
                new Timeline.Part(
                    part.string("name"),
                    part.day("first"),
                    part.longInteger("quotations"),
                    part.longInteger("all")))
            .toList();
    return new Timeline(
        SelectionJson.read(json.object("selection")),
        new TimelineRequest(
            request.facet("date"),
            request.named("step", TimeStep.class),
            request.optionalString("split").isPresent()
                ? Optional.of(request.facet("split"))
                : Optional.empty(),
            request.integer("series")),
        json.longInteger("quotations"),
        json.longInteger("undated"),
        json.longInteger("imprecise"),
        parts,
        json.integer("values"),
        json.objects("series").map(series -> series(series, parts.size())).toList());
  }

  private static Timeline.Series series(JsonObject json, int parts) {
    List<Long> counts = json.integers("counts");
    if (counts.size() != parts) {
      throw json.wrong("counts", "a list of " + parts + " numbers, one for each part");
    }
    return new Timeline.Series(
        json.string("value"),
        json.longInteger("quotations"),
        json.longInteger("undated"),
        json.longInteger("imprecise"),
        counts);
  }
}
