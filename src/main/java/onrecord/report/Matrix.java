package onrecord.report;

import static onrecord.report.Figures.coordinate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import onrecord.page.Markup;
import onrecord.query.Network;

/**
 * A table of who speaks about whom: a row for each speaker and a column for each person named, with
 * the number of quotations in each cell, which is the darker the higher it is.
 *
 * @param edges the pairs, by descending number of quotations
 */
record Matrix(List<Network.Edge> edges) implements Drawing {

  private static final double NARROWEST = 34;
  private static final double ROW = 26;
  private static final int MOST_ROWS = 15;
  private static final int MOST_COLUMNS = 15;
  private static final double GAP = 8;

  /** The largest share of the width that the names of speakers take. */
  private static final double LABELS = 0.36;

  /** The angle of the names above the columns. */
  private static final double SLOPE = Math.sin(Math.toRadians(40));

  /** The longest name above a column, in pixels. */
  private static final double LONGEST = 130;

  // Any text is legible on a color that is as faint as this.
  private static final double FAINTEST = 0.08;
  private static final double STRONGEST = 0.4;

  Matrix {
    edges = List.copyOf(edges);
  }

  @Override
  public Picture draw(int width) {
    List<String> speakers = top(edges.stream().map(Network.Edge::speaker), MOST_ROWS);
    double labels = Math.min(LABELS * width, Lettering.LABEL.widest(speakers));
    double left = labels + GAP;
    double cell = Math.max(NARROWEST, Lettering.LABEL.width(Figures.count(most())) + 10);
    int room = (int) ((width - left - LONGEST * SLOPE) / cell);
    List<String> named =
        top(edges.stream().map(Network.Edge::about), Math.clamp(room, 1, MOST_COLUMNS));
    // Speakers of whom no column is shown have no row.
    List<String> shown =
        speakers.stream()
            .filter(speaker -> named.stream().anyMatch(name -> count(speaker, name) > 0))
            .toList();
    double top = Math.min(LONGEST, Lettering.LABEL.widest(named)) * SLOPE + 2 * GAP;
    Markup markup = new Markup();
    for (int i = 0; i < named.size(); i++) {
      sloped(markup, named.get(i), left + i * cell + cell / 2, top - GAP);
    }
    markup.line();
    for (int i = 0; i < shown.size(); i++) {
      double y = top + i * ROW;
      markup.element(
          "text",
          Lettering.LABEL.fit(shown.get(i), labels),
          "text-anchor",
          "end",
          "x",
          coordinate(labels),
          "y",
          coordinate(y + ROW / 2 + 4));
      for (int j = 0; j < named.size(); j++) {
        cell(markup, new Cell(left + j * cell, y, cell, count(shown.get(i), named.get(j))));
      }
      markup.line();
    }
    return new Picture(markup, top + shown.size() * ROW + GAP);
  }

  private static void sloped(Markup markup, String name, double x, double y) {
    markup.element(
        "text",
        Lettering.LABEL.fit(name, LONGEST),
        "x",
        coordinate(x),
        "y",
        coordinate(y),
        "transform",
        "rotate(-40 " + coordinate(x) + " " + coordinate(y) + ")");
  }

  /** A cell with its place and its count. */
  private record Cell(double x, double y, double width, long count) {}

  private void cell(Markup markup, Cell cell) {
    double strength = FAINTEST + (STRONGEST - FAINTEST) * cell.count() / most();
    markup.empty(
        "rect",
        "class",
        cell.count() == 0 ? "grid" : "c0",
        "fill-opacity",
        coordinate(cell.count() == 0 ? 0 : strength),
        "x",
        coordinate(cell.x() + 1),
        "y",
        coordinate(cell.y() + 1),
        "width",
        coordinate(cell.width() - 2),
        "height",
        coordinate(ROW - 2));
    if (cell.count() > 0) {
      markup.element(
          "text",
          Figures.count(cell.count()),
          "text-anchor",
          "middle",
          "x",
          coordinate(cell.x() + cell.width() / 2),
          "y",
          coordinate(cell.y() + ROW / 2 + 4));
    }
  }

  private long most() {
    return edges.get(0).quotations();
  }

  private long count(String speaker, String about) {
    return edges.stream()
        .filter(edge -> edge.speaker().equals(speaker) && edge.about().equals(about))
        .mapToLong(Network.Edge::quotations)
        .sum();
  }

  /** {@return the names that occur first, each once} */
  private static List<String> top(Stream<String> names, int most) {
    Map<String, String> known = new LinkedHashMap<>();
    names.forEach(name -> known.putIfAbsent(name, name));
    return known.keySet().stream().limit(most).toList();
  }
}
