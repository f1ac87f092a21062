package onrecord.report;

import java.util.List;
import onrecord.page.HitMarkup;
import onrecord.page.Markup;

/**
 * Writes a chart as part of a page: its title, the image for wide and narrow screens, its numbers.
 */
final class Figure {

  private static final int WIDE = 784;
  private static final int NARROW = 340;

  /** The maximum number of rows of a table of numbers. */
  private static final int MAX_ROWS = 400;

  private final Markup markup = new Markup();
  private final Chart chart;
  private final String id;

  private Figure(Chart chart, String id) {
    this.chart = chart;
    this.id = id;
  }

  /** {@return a chart as wide as the page} */
  static Markup wide(Chart chart, String id) {
    Figure figure = new Figure(chart, id);
    figure.start();
    figure.image("wide", WIDE);
    figure.image("narrow", NARROW);
    return figure.end();
  }

  /** {@return a chart beside which there may be another} */
  static Markup narrow(Chart chart, String id) {
    Figure figure = new Figure(chart, id);
    figure.start();
    figure.image("any", NARROW);
    return figure.end();
  }

  private void start() {
    markup.open("figure", "id", id).line();
    markup.open("figcaption").element("b", chart.title()).close().line();
  }

  private void image(String screen, int width) {
    if (chart.isOfNothing()) {
      return;
    }
    markup.open("div", "class", screen).append(chart.inPage(id + "-" + screen, width)).close();
  }

  private Markup end() {
    if (!chart.description().isEmpty()) {
      markup.element("p", chart.description(), "class", "note");
    }
    numbers();
    return markup.close().line();
  }

  private void numbers() {
    Numbers numbers = chart.numbers();
    if (numbers.rows().isEmpty()) {
      return;
    }
    markup.open("details", "class", "numbers");
    markup.open("summary").text("Numbers").element("span", ": " + chart.title(), "class", "unseen");
    markup.close();
    Tables.scrolled(markup, "Numbers: " + chart.title());
    markup.open("table").open("thead").open("tr");
    numbers.head().forEach(name -> markup.element("th", HitMarkup.shortened(name), "scope", "col"));
    markup.close().close().open("tbody").line();
    numbers.rows().stream().limit(MAX_ROWS).forEach(this::row);
    markup.close().close().close();
    int more = numbers.rows().size() - MAX_ROWS;
    if (more > 0) {
      markup.element("p", Figures.count(more, "more row") + " not shown.", "class", "note");
    }
    markup.close();
  }

  private void row(List<String> cells) {
    markup.open("tr").element("th", HitMarkup.shortened(cells.get(0)), "scope", "row");
    cells.stream().skip(1).forEach(cell -> markup.element("td", HitMarkup.shortened(cell)));
    markup.close().line();
  }
}
