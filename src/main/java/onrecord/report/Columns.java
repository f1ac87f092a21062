package onrecord.report;

import static onrecord.report.Figures.coordinate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import onrecord.page.Markup;
import onrecord.query.Facet;
import onrecord.query.TimeStep;

/**
 * Columns over time: one row of them, or one row for each of several series, all on one scale. So
 * many adjacent periods are added up in a column that the columns can be told apart.
 *
 * @param first the first days of the periods
 * @param step the length of the periods
 * @param rows the rows, from top to bottom; one at least
 */
record Columns(List<LocalDate> first, TimeStep step, List<Row> rows) implements Drawing {

  private static final double NARROWEST = 3;
  private static final double WIDEST = 72;
  private static final double AXIS = 22;
  private static final double LABELS = 40;
  private static final int COLORS = 3;

  /**
   * The counts of one series.
   *
   * @param label what they stand for; empty if there is one series alone
   * @param counts the counts of all periods
   */
  record Row(String label, List<Long> counts) {
    Row {
      counts = List.copyOf(counts);
    }
  }

  Columns {
    first = List.copyOf(first);
    rows = List.copyOf(rows);
  }

  /** How the columns are placed. */
  private record Layout(
      int columns, int periods, double left, double width, double height, Axis axis) {

    double x(int column) {
      return left + column * width;
    }

    double right() {
      return left + columns * width;
    }
  }

  @Override
  public Picture draw(int width) {
    Layout layout = layout(width);
    Markup markup = new Markup();
    double y = 0;
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      if (!row.label().isEmpty()) {
        markup.element(
            "text",
            Lettering.LABEL.fit(row.label(), width - layout.left()),
            "class",
            "strong",
            "x",
            coordinate(layout.left()),
            "y",
            coordinate(y + 12));
      }
      y += row.label().isEmpty() ? 20 : 32;
      String fill = row.label().startsWith(Facet.UNKNOWN) ? "none" : "c" + i % COLORS;
      draw(markup, layout, y, new Row(fill, sums(row.counts(), layout.periods())));
      y += layout.height() + 12;
    }
    days(markup, layout, y + 2);
    return new Picture(markup, y + AXIS);
  }

  private Layout layout(int width) {
    int periods = Math.ceilDiv(first.size(), Math.max(1, (int) ((width - LABELS) / NARROWEST)));
    int columns = Math.ceilDiv(first.size(), periods);
    boolean single = rows.size() == 1;
    Axis axis = Axis.of(most(periods), single ? 4 : 2);
    double left = Lettering.QUIET.width(Figures.count(axis.end())) + 8;
    double columnWidth = Math.min(WIDEST, (width - left) / columns);
    return new Layout(columns, periods, left, columnWidth, single ? 150 : 44, axis);
  }

  /** {@return the highest column, if so many periods are added up} */
  private long most(int periods) {
    return rows.stream()
        .flatMap(row -> sums(row.counts(), periods).stream())
        .mapToLong(Long::longValue)
        .max()
        .orElse(1);
  }

  private static List<Long> sums(List<Long> counts, int periods) {
    List<Long> sums = new ArrayList<>();
    for (int i = 0; i < counts.size(); i += periods) {
      LongStream column =
          counts.subList(i, Math.min(i + periods, counts.size())).stream()
              .mapToLong(Long::longValue);
      sums.add(column.sum());
    }
    return sums;
  }

  private static void draw(Markup markup, Layout layout, double top, Row row) {
    double bottom = top + layout.height();
    for (long tick : layout.axis().ticks()) {
      double y = bottom - layout.axis().length(tick, layout.height());
      horizontal(markup, tick == 0 ? "base" : "grid", layout, y);
      markup.element(
          "text",
          Figures.count(tick),
          "class",
          "quiet",
          "text-anchor",
          "end",
          "x",
          coordinate(layout.left() - 6),
          "y",
          coordinate(y + 4));
    }
    double gap = layout.width() >= 6 ? 2 : 0.5;
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < row.counts().size(); i++) {
      double height = layout.axis().length(row.counts().get(i), layout.height());
      if (height > 0) {
        path.append('M')
            .append(coordinate(layout.x(i) + gap / 2))
            .append(' ')
            .append(coordinate(bottom))
            .append('v')
            .append(coordinate(-height))
            .append('h')
            .append(coordinate(layout.width() - gap))
            .append('v')
            .append(coordinate(height))
            .append('z');
      }
    }
    markup.empty("path", "class", row.label(), "d", path.toString());
    peak(markup, layout, bottom, row.counts());
    markup.line();
  }

  /** Writes the count of the highest column above it. */
  private static void peak(Markup markup, Layout layout, double bottom, List<Long> counts) {
    long most = Collections.max(counts);
    if (most == 0) {
      return;
    }
    String count = Figures.count(most);
    double half = Lettering.LABEL.width(count) / 2;
    double middle = layout.x(counts.indexOf(most)) + layout.width() / 2;
    markup.element(
        "text",
        count,
        "class",
        "strong",
        "text-anchor",
        "middle",
        "x",
        coordinate(Math.max(layout.left() + half, middle)),
        "y",
        coordinate(bottom - layout.axis().length(most, layout.height()) - 4));
  }

  private static void horizontal(Markup markup, String style, Layout layout, double y) {
    markup.empty(
        "line",
        "class",
        style,
        "x1",
        coordinate(layout.left()),
        "x2",
        coordinate(layout.right()),
        "y1",
        coordinate(y),
        "y2",
        coordinate(y));
  }

  private void days(Markup markup, Layout layout, double y) {
    List<LocalDate> days = new ArrayList<>();
    for (int i = 0; i < first.size(); i += layout.periods()) {
      days.add(first.get(i));
    }
    double end = Math.max(layout.right(), layout.left() + 60);
    for (TimeTicks.Tick tick : TimeTicks.of(days, layout.width(), step)) {
      double x = layout.x(tick.column()) + layout.width() / 2;
      double half = Lettering.QUIET.width(tick.label()) / 2;
      markup.empty(
          "line",
          "class",
          "base",
          "x1",
          coordinate(x),
          "x2",
          coordinate(x),
          "y1",
          coordinate(y - 14),
          "y2",
          coordinate(y - 10));
      markup.element(
          "text",
          tick.label(),
          "class",
          "quiet",
          "text-anchor",
          "middle",
          "x",
          coordinate(Math.clamp(x, Math.min(half, end - half), end - half)),
          "y",
          coordinate(y + 4));
    }
  }
}
