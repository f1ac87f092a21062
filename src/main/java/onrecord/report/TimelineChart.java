package onrecord.report;

import static onrecord.report.Figures.count;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import onrecord.query.Facet;
import onrecord.query.OwnField;
import onrecord.query.TimeStep;
import onrecord.query.Timeline;

/** Draws a timeline. */
final class TimelineChart {

  private TimelineChart() {}

  static Chart of(Timeline timeline) {
    Facet facet = timeline.request().date();
    String date =
        facet instanceof OwnField field
            ? "with a day of " + field.word()
            : facet.equals(Facet.SAID) ? "said" : "published";
    if (timeline.parts().isEmpty()) {
      String nothing =
          facet instanceof OwnField field
              ? "No quotation has a day of " + field.word()
              : "No quotation has a date on which it was " + date;
      return Chart.ofNothing(nothing, rest(timeline).strip(), numbers(timeline));
    }
    return new Chart(
        timeline.series().isEmpty() ? peak(timeline, date) : largest(timeline),
        shown(timeline, date) + rest(timeline),
        numbers(timeline),
        new Columns(
            timeline.parts().stream().map(Timeline.Part::first).toList(),
            timeline.request().step(),
            rows(timeline)));
  }

  private static String shown(Timeline timeline, String date) {
    String first = timeline.parts().getFirst().name();
    String last = timeline.parts().getLast().name();
    return first.equals(last)
        ? "The column shows the number of quotations " + date + " in " + first + "."
        : "Columns show the number of quotations "
            + date
            + " in each "
            + unit(timeline)
            + ", or in several if there are more than fit, from "
            + first
            + " to "
            + last
            + ".";
  }

  private static String peak(Timeline timeline, String date) {
    Timeline.Part most =
        timeline.parts().stream()
            .max(
                Comparator.comparingLong(Timeline.Part::quotations)
                    .thenComparing(Comparator.comparing(Timeline.Part::first).reversed()))
            .orElseThrow();
    return "Most quotations "
        + (timeline.request().date() instanceof OwnField field
            ? "have a day of " + field.word()
            : "were " + date)
        + " "
        + TimeTicks.during(most.first(), timeline.request().step())
        + ": "
        + count(most.quotations())
        + " of "
        + count(timeline.quotations());
  }

  private static String largest(Timeline timeline) {
    Timeline.Series first =
        timeline.series().stream()
            .filter(series -> !series.value().equals(Facet.UNKNOWN))
            .findFirst()
            .orElse(timeline.series().get(0));
    return "Over time, "
        + first.value()
        + " has "
        + count(first.quotations(), "quotation")
        + " of "
        + count(timeline.quotations());
  }

  private static String rest(Timeline timeline) {
    StringBuilder rest = new StringBuilder();
    if (timeline.undated() > 0) {
      rest.append(" Not shown: ").append(count(timeline.undated())).append(" without a date.");
    }
    if (timeline.imprecise() > 0) {
      rest.append(" Not shown: ")
          .append(count(timeline.imprecise()))
          .append(" with a less precise date.");
    }
    int more = timeline.values() - timeline.series().size();
    if (more > 0) {
      rest.append(" Not shown: the quotations of ").append(count(more, "more value")).append('.');
    }
    return rest.toString();
  }

  private static String unit(Timeline timeline) {
    TimeStep step = timeline.request().step();
    return step.name().toLowerCase(Locale.ROOT);
  }

  private static List<Columns.Row> rows(Timeline timeline) {
    return timeline.series().isEmpty()
        ? List.of(
            new Columns.Row("", timeline.parts().stream().map(Timeline.Part::quotations).toList()))
        : timeline.series().stream()
            .map(series ->
                new Columns.Row(
                    series.value() + " \u00b7 " + count(series.quotations()), series.counts()))
            .toList();
  }

  private static Numbers numbers(Timeline timeline) {
    List<String> head = new ArrayList<>(List.of("Period", "Quotations", "Share of all"));
    timeline.series().forEach(series -> head.add(series.value()));
    return new Numbers(
        head, IntStream.range(0, timeline.parts().size()).mapToObj(i -> row(timeline, i)).toList());
  }

  private static List<String> row(Timeline timeline, int i) {
    Timeline.Part part = timeline.parts().get(i);
    List<String> cells = new ArrayList<>();
    cells.add(part.name());
    cells.add(count(part.quotations()));
    cells.add(Figures.percent(part.share()));
    timeline.series().forEach(series -> cells.add(count(series.counts().get(i))));
    return cells;
  }
}
