package onrecord.report;

import static onrecord.report.Figures.coordinate;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.ToDoubleFunction;
import onrecord.page.Markup;
import onrecord.report.GrowthChart.Size;
import onrecord.report.GrowthChart.Times;

/**
 * Times by the number of quotations, on logarithmic scales: a panel for each search.
 *
 * @param sizes the archives, from the smallest to the largest
 */
record Curves(List<Size> sizes) implements Drawing {

  private static final double TOP = 26;
  private static final double HEIGHT = 190;
  private static final double AXIS = 30;
  private static final double LEFT = 52;
  private static final double GAP = 18;
  private static final double LABELS = 58;
  private static final double STROKE = 1.1;

  Curves {
    sizes = List.copyOf(sizes);
  }

  /** The scales of a panel. */
  private record Panel(double left, double width, double low, double high, Size least, Size most) {

    double x(long quotations) {
      double whole = Math.log10((double) most.quotations() / least.quotations());
      double part = Math.log10((double) quotations / least.quotations());
      return left + 6 + (width - LABELS - 6) * (whole == 0 ? 0 : part / whole);
    }

    double y(double time) {
      return TOP + HEIGHT * (high - Math.log10(time)) / (high - low);
    }
  }

  @Override
  public Picture draw(int width) {
    Markup markup = new Markup();
    int panels = sizes.getFirst().searches().size();
    double room = (width - LEFT - GAP * (panels - 1)) / panels;
    double low = Math.floor(Math.log10(extreme(Math::min)));
    double high = Math.ceil(Math.log10(extreme(Math::max)));
    for (int i = 0; i < panels; i++) {
      double left = LEFT + i * (room + GAP);
      Panel panel =
          new Panel(left, room, low, Math.max(high, low + 1), sizes.getFirst(), sizes.getLast());
      draw(markup, panel, i);
    }
    return new Picture(markup, TOP + HEIGHT + AXIS);
  }

  private double extreme(DoubleBinaryOperator of) {
    return sizes.stream()
        .flatMap(size -> size.searches().stream())
        .mapToDouble(times -> of.applyAsDouble(times.archive(), times.byHand()))
        .reduce(of)
        .orElseThrow();
  }

  private void draw(Markup markup, Panel panel, int search) {
    text(
        markup,
        "strong",
        "start",
        panel.left(),
        12,
        sizes.getFirst().searches().get(search).name());
    for (int power = (int) panel.low(); power <= panel.high(); power++) {
      double y = panel.y(Math.pow(10, power));
      line(markup, power == (int) panel.low() ? "base" : "grid", panel, y);
      if (search == 0) {
        text(markup, "quiet", "end", panel.left() - 6, y + 4, tick(power));
      }
    }
    for (Size size : sizes) {
      double x = panel.x(size.quotations());
      String anchor = size == sizes.getFirst() ? "start" : "middle";
      text(markup, "quiet", anchor, x, TOP + HEIGHT + 16, shortened(size.quotations()));
    }
    curve(markup, panel, search, "c0", Times::archive);
    curve(markup, panel, search, "c1", Times::byHand);
    labels(markup, panel, sizes.getLast(), search);
    markup.line();
  }

  private static String tick(int power) {
    return power < 0
        ? BigDecimal.ONE.movePointLeft(-power).toPlainString() + " ms"
        : Figures.count((long) Math.pow(10, power)) + " ms";
  }

  private static String shortened(long quotations) {
    return quotations < 950_000
        ? Figures.count(Math.round(quotations / 1e3)) + " k"
        : Figures.count(Math.round(quotations / 1e6)) + " M";
  }

  /** Draws a line with a dot for each archive. */
  private void curve(
      Markup markup, Panel panel, int search, String style, ToDoubleFunction<Times> time) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < sizes.size(); i++) {
      double x = panel.x(sizes.get(i).quotations());
      double y = panel.y(time.applyAsDouble(sizes.get(i).searches().get(search)));
      markup.empty("circle", "class", style, "cx", coordinate(x), "cy", coordinate(y), "r", "3.5");
      if (i > 0) {
        double fromX = panel.x(sizes.get(i - 1).quotations());
        double fromY = panel.y(time.applyAsDouble(sizes.get(i - 1).searches().get(search)));
        stroke(path, fromX, fromY, x, y);
      }
    }
    markup.empty("path", "class", style, "d", path.toString());
  }

  /** A line as a filled shape, since the styles of charts color what is filled. */
  private static void stroke(StringBuilder path, double x1, double y1, double x2, double y2) {
    double length = Math.hypot(x2 - x1, y2 - y1);
    double dx = STROKE * (y2 - y1) / length;
    double dy = STROKE * (x1 - x2) / length;
    path.append('M').append(coordinate(x1 + dx)).append(' ').append(coordinate(y1 + dy));
    path.append('L').append(coordinate(x2 + dx)).append(' ').append(coordinate(y2 + dy));
    path.append('L').append(coordinate(x2 - dx)).append(' ').append(coordinate(y2 - dy));
    path.append('L')
        .append(coordinate(x1 - dx))
        .append(' ')
        .append(coordinate(y1 - dy))
        .append('z');
  }

  /** Writes the names of both lines after their ends, so that neither hides the other. */
  private static void labels(Markup markup, Panel panel, Size last, int search) {
    Times times = last.searches().get(search);
    double archive = panel.y(times.archive());
    double byHand = panel.y(times.byHand());
    double middle = (archive + byHand) / 2;
    if (Math.abs(archive - byHand) < 13) {
      archive = archive < byHand ? middle - 6.5 : middle + 6.5;
      byHand = 2 * middle - archive;
    }
    double x = panel.x(last.quotations()) + 7;
    text(markup, "quiet", "start", x, archive + 4, "Onrecord");
    text(markup, "quiet", "start", x, byHand + 4, "by hand");
  }

  private static void text(
      Markup markup, String style, String anchor, double x, double y, String text) {
    markup.element(
        "text",
        text,
        "class",
        style,
        "text-anchor",
        anchor,
        "x",
        coordinate(x),
        "y",
        coordinate(y));
  }

  private static void line(Markup markup, String style, Panel panel, double y) {
    markup.empty(
        "line",
        "class",
        style,
        "x1",
        coordinate(panel.left()),
        "x2",
        coordinate(panel.left() + panel.width() - LABELS + 4),
        "y1",
        coordinate(y),
        "y2",
        coordinate(y));
  }
}
