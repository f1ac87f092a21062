package onrecord.report;

import static onrecord.report.Figures.coordinate;

import java.util.List;
import onrecord.page.Markup;

/**
 * Horizontal bars from 0, each with its label before it and its value after it.
 *
 * @param bars the bars, from top to bottom
 */
record Bars(List<Bar> bars) implements Drawing {

  private static final double ROW = 24;
  private static final double THICKNESS = 16;
  private static final double GAP = 8;

  /** The largest share of the width that labels take. */
  private static final double LABELS = 0.4;

  /**
   * A bar.
   *
   * @param label what it stands for
   * @param length its length, in any unit that all bars have
   * @param value the value that is printed
   * @param fill how it is filled
   */
  record Bar(String label, double length, String value, Fill fill) {}

  /** How a shape is filled. */
  enum Fill {
    /** The color of known values. */
    KNOWN("c0"),
    /** The color of values that are unknown. */
    UNKNOWN("none");

    final String style;

    Fill(String style) {
      this.style = style;
    }
  }

  Bars {
    bars = List.copyOf(bars);
  }

  @Override
  public Picture draw(int width) {
    double ofLabels =
        Math.min(LABELS * width, Lettering.LABEL.widest(bars.stream().map(Bar::label).toList()));
    double labels = ofLabels + GAP;
    double room =
        width - labels - Lettering.LABEL.widest(bars.stream().map(Bar::value).toList()) - GAP;
    double longest = bars.stream().mapToDouble(Bar::length).max().orElse(1);
    Markup markup = new Markup();
    double y = 0;
    for (Bar bar : bars) {
      double length = Math.max(1, room * bar.length() / Math.max(longest, Double.MIN_NORMAL));
      double baseline = y + ROW / 2 + 4;
      label(markup, bar.label(), ofLabels, baseline);
      markup.empty(
          "rect",
          "class",
          bar.fill().style,
          "x",
          coordinate(labels),
          "y",
          coordinate(y + (ROW - THICKNESS) / 2),
          "width",
          coordinate(length),
          "height",
          coordinate(THICKNESS),
          "rx",
          "2");
      markup.element(
          "text", bar.value(), "x", coordinate(labels + length + 6), "y", coordinate(baseline));
      markup.line();
      y += ROW;
    }
    String x = coordinate(labels);
    markup.empty("line", "class", "base", "x1", x, "x2", x, "y1", "0", "y2", coordinate(y));
    return new Picture(markup, y + 4);
  }

  /** Writes a label that ends where the bar begins; the whole of it is shown on pointing at it. */
  private static void label(Markup markup, String label, double room, double baseline) {
    String shown = Lettering.LABEL.fit(label, room);
    markup.open("text", "text-anchor", "end", "x", coordinate(room), "y", coordinate(baseline));
    if (!shown.equals(label)) {
      markup.element("title", Lettering.LABEL.fit(label, 2_000));
    }
    markup.text(shown).close();
  }
}
