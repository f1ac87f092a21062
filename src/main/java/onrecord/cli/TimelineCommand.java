package onrecord.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import onrecord.format.ResultJson;
import onrecord.format.ResultTable;
import onrecord.query.Search;
import onrecord.query.Timeline;
import onrecord.query.TimelineRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Counts quotations over time. */
@Command(
    name = "timeline",
    description = {
      "Prints the number of matching quotations in each month or other period, and their share"
          + " of all quotations of the archive in that period.",
      "Fields of the JSON: {\"selection\", \"request\": {\"date\", \"step\", \"split\", \"series\"}, \"quotations\","
          + " \"undated\", \"imprecise\", \"parts\": [{\"name\", \"first\", \"quotations\", \"all\","
          + " \"share\"}], \"values\", \"series\": [{\"value\", \"quotations\", \"undated\","
          + " \"imprecise\", \"counts\", \"shares\"}]}."
    })
final class TimelineCommand extends StatisticCommand {

  private static final int BAR = 30;
  private static final int BESIDE_BAR = 32;

  @Mixin private final DistinctOption distinct = new DistinctOption();

  @Mixin private final TimelineOptions options = new TimelineOptions();

  TimelineCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  Question question(Search.Builder builder) {
    Search search = distinct.apply(builder).build();
    TimelineRequest request = options.request();
    return open -> {
      Timeline timeline = open.statistics().timeline(search, request);
      return new Result(
          out -> print(out, timeline),
          () -> ResultJson.of(timeline),
          ResultTable.of(timeline)::write);
    };
  }

  private static void print(Terminal out, Timeline timeline) {
    out.line(
        Count.of(timeline.quotations(), "quotation")
            + Base.of(timeline.selection())
            + (timeline.undated() > 0 ? ", " + timeline.undated() + " without a date" : "")
            + (timeline.imprecise() > 0
                ? ", " + timeline.imprecise() + " with an imprecise date"
                : ""));
    if (timeline.parts().isEmpty()) {
      return;
    }
    out.line("");
    boolean bars = timeline.request().split().isEmpty();
    List<Table.Align> columns = new ArrayList<>(List.of(Table.Align.LEFT));
    int numbers = 2 + 2 * timeline.series().size();
    columns.addAll(Collections.nCopies(numbers, Table.Align.RIGHT));
    columns.add(Table.Align.LEFT);
    Table table = new Table(columns);
    if (!bars) {
      List<String> head = new ArrayList<>(List.of("", "quotations", "share"));
      timeline.series().forEach(series -> head.addAll(List.of(series.value(), "share")));
      head.add("");
      table.line(head);
    }
    int bar = Math.clamp(out.lineLimit() - BESIDE_BAR, 1, BAR);
    long most = timeline.parts().stream().mapToLong(Timeline.Part::quotations).max().orElse(1);
    for (int i = 0; i < timeline.parts().size(); i++) {
      Timeline.Part part = timeline.parts().get(i);
      List<String> cells = new ArrayList<>(List.of(part.name()));
      addCells(cells, part, part.quotations());
      for (Timeline.Series series : timeline.series()) {
        addCells(cells, part, series.counts().get(i));
      }
      cells.add(bars ? "#".repeat((int) Math.ceilDiv(part.quotations() * bar, most)) : "");
      table.line(cells);
    }
    table.print(out);
    printRemainder(out, timeline);
  }

  /** Prints the number of values that have no series of their own. */
  private static void printRemainder(Terminal out, Timeline timeline) {
    if (timeline.values() > timeline.series().size()) {
      int more = timeline.values() - timeline.series().size();
      out.line("and " + Count.of(more, "more value"));
    }
  }

  private static void addCells(List<String> cells, Timeline.Part part, long count) {
    cells.add(String.valueOf(count));
    cells.add(String.format(Locale.ROOT, "%.1f%%", 100 * part.shareOf(count)));
  }
}
