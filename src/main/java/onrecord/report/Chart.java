package onrecord.report;

import static java.util.Objects.requireNonNull;

import java.util.List;
import onrecord.page.Markup;
import onrecord.page.Style;
import onrecord.query.FacetCounts;
import onrecord.query.Keywords;
import onrecord.query.Network;
import onrecord.query.Timeline;

/**
 * A chart of a statistic: an SVG image whose title states what it shows. Immutable.
 *
 * {@snippet file="onrecord/report/SnippetsTest.java" region="chart"}
 *
 * <p>The image needs nothing else, neither fonts nor scripts. Its colors are told apart by people
 * who see few colors, and adapt to a dark background; nothing is said by a color alone. Equal
 * statistics give equal images. Long names are shortened. What articles contain appears as text
 * only; control characters, and those that change the direction of writing, are replaced by U+FFFD.
 */
public final class Chart {

  /** The width of an image in pixels, unless specified. */
  public static final int DEFAULT_WIDTH = 720;

  /** The minimum width of an image in pixels. */
  public static final int MIN_WIDTH = 240;

  /** The maximum width of an image in pixels. */
  public static final int MAX_WIDTH = 4_000;

  private static final int MARGIN = 16;
  private static final double LINE = 21;
  private static final double NOTE = 15;

  private final String title;
  private final String description;
  private final Numbers numbers;
  private final Drawing drawing;

  /**
   * Creates a chart.
   *
   * @param title what is seen, as a sentence without a period
   * @param description what is drawn and what is left out, as sentences
   * @param numbers what is drawn, as numbers
   */
  Chart(String title, String description, Numbers numbers, Drawing drawing) {
    this.title = title;
    this.description = description;
    this.numbers = numbers;
    this.drawing = drawing;
  }

  /** {@return a chart without an image, whose title states that there is nothing to draw} */
  static Chart ofNothing(String title, String description, Numbers numbers) {
    return new Chart(title, description, numbers, Drawing.NONE);
  }

  /**
   * {@return a chart of the quotations over time: a column for each period or, if there are more
   * than fit, for several adjacent ones; if the timeline is split, a row of columns for each value}
   */
  public static Chart of(Timeline timeline) {
    return TimelineChart.of(requireNonNull(timeline, "timeline"));
  }

  /** {@return a chart of the counts of a facet: a bar for each value} */
  public static Chart of(FacetCounts counts) {
    return FacetChart.of(requireNonNull(counts, "counts"));
  }

  /** {@return a chart of the words that distinguish quotations: a bar for each} */
  public static Chart of(Keywords keywords) {
    return KeywordsChart.of(requireNonNull(keywords, "keywords"));
  }

  /**
   * {@return a chart of who speaks about whom: a row for each speaker and a column for each person
   * or organization named, the most frequent first, as many as fit}
   */
  public static Chart of(Network network) {
    return NetworkChart.of(requireNonNull(network, "network"));
  }

  /** {@return a sentence that states what the chart shows, without a period} */
  public String title() {
    return title;
  }

  /** {@return sentences that state what is drawn, and what is left out} */
  public String description() {
    return description;
  }

  /** {@return whether there is nothing to draw} */
  boolean isOfNothing() {
    return drawing.equals(Drawing.NONE);
  }

  Numbers numbers() {
    return numbers;
  }

  /** {@return the image with the default width} */
  public String svg() {
    return svg(DEFAULT_WIDTH);
  }

  /**
   * {@return the image as an SVG document}
   *
   * @param width its width in pixels, {@value #MIN_WIDTH} to {@value #MAX_WIDTH}
   * @throws IllegalArgumentException if the width is out of bounds
   */
  public String svg(int width) {
    if (width < MIN_WIDTH || width > MAX_WIDTH) {
      throw new IllegalArgumentException(
          "width of a chart must be " + MIN_WIDTH + " to " + MAX_WIDTH + ", but was " + width);
    }
    int room = width - 2 * MARGIN;
    List<String> lines = Lettering.TITLE.wrap(title, room, 3);
    Picture picture = drawing.draw(room);
    List<String> notes = Lettering.QUIET.wrap(description, room, 8);
    double top = MARGIN + lines.size() * LINE + 8;
    double bottom = top + picture.height() + 4;
    Markup markup = new Markup();
    open(markup, "chart", width, bottom + notes.size() * NOTE + MARGIN);
    markup.style(Style.CHART.rules());
    markup.empty("rect", "class", "paper", "width", "100%", "height", "100%").line();
    write(markup, "title", lines, MARGIN, LINE);
    write(markup, "quiet", notes, bottom, NOTE);
    String shift = "translate(" + MARGIN + " " + Figures.coordinate(top) + ")";
    markup.open("g", "transform", shift).line().append(picture.markup()).close().close();
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + markup + "\n";
  }

  private static void write(
      Markup markup, String style, List<String> lines, double top, double height) {
    double baseline = top;
    for (String line : lines) {
      baseline += height;
      markup.element(
          "text",
          line,
          "class",
          style,
          "x",
          String.valueOf(MARGIN),
          "y",
          Figures.coordinate(baseline - 5));
    }
  }

  /**
   * {@return the image without its title and its style sheet, as an element of a page that has
   * both}
   *
   * @param id an identifier that is unique in the page
   */
  Markup inPage(String id, int width) {
    Picture picture = drawing.draw(width);
    Markup markup = new Markup();
    open(markup, id, width, picture.height());
    return markup.append(picture.markup()).close();
  }

  private void open(Markup markup, String id, int width, double height) {
    String pixels = Figures.coordinate(Math.ceil(height));
    markup.open(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "class",
        "chart",
        "width",
        String.valueOf(width),
        "height",
        pixels,
        "viewBox",
        "0 0 " + width + " " + pixels,
        "role",
        "img",
        "aria-labelledby",
        id + "-title " + id + "-description");
    markup.line().element("title", title, "id", id + "-title").line();
    markup.element("desc", description, "id", id + "-description").line();
  }

  /** {@return the title} */
  @Override
  public String toString() {
    return title;
  }
}
