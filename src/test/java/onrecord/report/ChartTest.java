package onrecord.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import onrecord.Archive;
import onrecord.query.CountedBy;
import onrecord.query.Facet;
import onrecord.query.FacetCount;
import onrecord.query.FacetCounts;
import onrecord.query.FacetRequest;
import onrecord.query.KeywordsRequest;
import onrecord.query.Network;
import onrecord.query.Query;
import onrecord.query.Search;
import onrecord.query.Selection;
import onrecord.query.TimeStep;
import onrecord.query.Timeline;
import onrecord.query.TimelineRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Charts of statistics. */
class ChartTest {

  private static final Search EVERYTHING = Search.of(Query.all());

  /** The charts of an archive, of every kind. */
  private static List<Chart> charts(Archive archive) throws IOException {
    TimelineRequest byMonth = TimelineRequest.of(TimeStep.MONTH);
    KeywordsRequest words = new KeywordsRequest(java.util.Optional.empty(), 1, 20);
    Search counts =
        Search.builder(Query.all()).facet(Facet.SPEAKER).facet(Facet.CONFIDENCE).build();
    return List.of(
        Chart.of(archive.statistics().timeline(EVERYTHING, byMonth)),
        Chart.of(archive.statistics().timeline(EVERYTHING, byMonth.splitBy(Facet.OUTLET, 3))),
        Chart.of(archive.statistics().keywords(Search.of(Query.words("pier")), words)),
        Chart.of(archive.statistics().network(EVERYTHING, 50)),
        Chart.of(archive.search(counts).facet(Facet.SPEAKER)),
        Chart.of(archive.search(counts).facet(Facet.CONFIDENCE)));
  }

  static List<Chart> charts() throws IOException {
    try (Archive archive = Pier.archive();
        Archive hostile = Pier.ofScripts();
        Archive empty = Archive.inMemory()) {
      List<Chart> charts = new ArrayList<>(charts(archive));
      charts.addAll(charts(hostile));
      charts.addAll(charts(empty));
      charts.add(Chart.of(timeline(4_000, 7)));
      charts.add(Chart.of(counts(40)));
      charts.add(Chart.of(network(60)));
      return charts;
    }
  }

  private static Timeline timeline(int days, int speakers) {
    List<Timeline.Part> parts =
        Stream.iterate(LocalDate.of(2001, 1, 1), day -> day.plusDays(1))
            .limit(days)
            .map(day -> new Timeline.Part(day.toString(), day, 10, 40))
            .toList();
    List<Timeline.Series> series =
        IntStream.range(0, speakers)
            .mapToObj(
                i -> new Timeline.Series("Speaker " + i, days, 0, 0, Collections.nCopies(days, 1L)))
            .toList();
    return new Timeline(
        Selection.of(Query.all()),
        TimelineRequest.of(TimeStep.DAY),
        10L * days + 3,
        1,
        2,
        parts,
        speakers + 4,
        series);
  }

  private static FacetCounts counts(int values) {
    return new FacetCounts(
        new FacetRequest.Labels(Facet.OUTLET, values, "", CountedBy.QUOTATIONS),
        1_000_000,
        500,
        values + 60,
        LongStream.range(0, values)
            .mapToObj(i -> new FacetCount("Gazette ".repeat((int) i + 1), 90_000 / (i + 1), 9))
            .toList());
  }

  private static Network network(int pairs) {
    List<Network.Edge> edges =
        IntStream.range(0, pairs)
            .mapToObj(i -> new Network.Edge("Speaker " + i, "Somebody " + i % 30, 9_000L - i))
            .toList();
    return new Network(Selection.of(Query.all()), 1_000_000, 900_000, 60_000, 40_000, pairs, edges);
  }

  private static Document parse(String svg) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
  }

  private static List<Element> elements(Document image, String name) {
    NodeList found = image.getElementsByTagName(name);
    return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i)).toList();
  }

  @ParameterizedTest
  @MethodSource("charts")
  void everyChartIsALabelledImageThatNeedsNothingElse(Chart chart) throws Exception {
    for (int width : new int[] {Chart.MIN_WIDTH, Chart.DEFAULT_WIDTH, 1_500}) {
      Document image = parse(chart.svg(width));

      Element svg = image.getDocumentElement();
      assertThat(svg.getNamespaceURI()).isEqualTo("http://www.w3.org/2000/svg");
      assertThat(svg.getAttribute("role")).isEqualTo("img");
      assertThat(svg.getAttribute("width")).isEqualTo(String.valueOf(width));
      assertThat(elements(image, "title").get(0).getAttribute("id")).isEqualTo("chart-title");
      assertThat(elements(image, "title").get(0).getTextContent()).isNotBlank();
      assertThat(elements(image, "desc")).hasSize(1);
      assertThat(svg.getAttribute("aria-labelledby")).isEqualTo("chart-title chart-description");
      assertThat(chart.svg(width)).doesNotContain("href", "url(", "<script", "@import", "NaN");
    }
  }

  @ParameterizedTest
  @MethodSource("charts")
  void everythingIsWithinTheImage(Chart chart) throws Exception {
    for (int width : new int[] {Chart.MIN_WIDTH, 390, Chart.DEFAULT_WIDTH}) {
      Document image = parse(chart.svg(width));
      double height = Double.parseDouble(image.getDocumentElement().getAttribute("height"));

      for (Element rectangle : elements(image, "rect")) {
        if (!rectangle.getAttribute("class").equals("paper")) {
          assertThat(number(rectangle, "x")).isNotNegative();
          assertThat(number(rectangle, "x") + number(rectangle, "width"))
              .isLessThanOrEqualTo(width - 32);
          assertThat(number(rectangle, "y") + number(rectangle, "height"))
              .isLessThanOrEqualTo(height);
        }
      }
      for (Element text : elements(image, "text")) {
        double length = Lettering.QUIET.width(text.getTextContent());
        boolean sloped = text.hasAttribute("transform");
        double start =
            number(text, "x")
                - switch (text.getAttribute("text-anchor")) {
                  case "end" -> elements(image, "text").isEmpty() ? 0 : shown(text);
                  case "middle" -> length / 2;
                  default -> 0;
                };
        assertThat(start).as(text.getTextContent()).isGreaterThan(-1);
        assertThat(start + (sloped ? 0 : shown(text)))
            .as(text.getTextContent())
            .isLessThanOrEqualTo(width);
      }
    }
  }

  /** The estimated width of what is displayed of an element, which may have a title in it. */
  private static double shown(Element text) {
    String title =
        text.getElementsByTagName("title").getLength() == 0
            ? ""
            : text.getElementsByTagName("title").item(0).getTextContent();
    String style = text.getAttribute("class");
    Lettering font =
        style.equals("title")
            ? Lettering.TITLE
            : style.equals("quiet") ? Lettering.QUIET : Lettering.LABEL;
    return font.width(text.getTextContent().substring(title.length()));
  }

  private static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }

  @Test
  void titlesStateWhatIsSeen() throws IOException {
    try (Archive archive = Pier.archive()) {
      assertThat(charts(archive).stream().map(Chart::title))
          .containsExactly(
              "Most quotations were published in July 2024: 3 of 5",
              "Over time, Quay Post has 5 quotations of 5",
              "Most distinctive word: pier, 3 times here and 0 in the others",
              "Bo Lind speaks about Ada Holm most often: 2 quotations",
              "Most frequent speaker: Bo Lind, in 3 of 5 quotations",
              "Most frequent confidence: 0.9-1.0, in 4 of 5 quotations");
    }
    assertThat(Chart.of(timeline(3, 2)).description())
        .endsWith(
            "from 2001-01-01 to 2001-01-03. Not shown: 1 without a date. Not shown: 2 with a less"
                + " precise date. Not shown: the quotations of 4 more values.");
    assertThat(Chart.of(counts(4)).description())
        .isEqualTo(
            "Bars show the number of quotations by outlet. Not shown: 60 less frequent values.");
  }

  @Test
  void titlesOfNothingStateThat() throws IOException {
    try (Archive empty = Archive.inMemory()) {
      assertThat(charts(empty).stream().map(Chart::title))
          .containsExactly(
              "No quotation has a date on which it was published",
              "No quotation has a date on which it was published",
              "No word distinguishes these quotations from the others",
              "No known speaker names anybody",
              "No quotation was found",
              "No quotation was found");
    }
  }

  @Test
  void theLongestLabelIsNotShortenedIfItFits() {
    for (String label : List.of("drill", "is", "a", "tax", "it will", "Ada Holm", "rill", "Bo")) {
      assertThat(bars(label)).as(label).contains(">" + label + "<");
      assertThat(new Matrix(List.of(new Network.Edge(label, "Bo Lind", 1))).draw(400).markup())
          .asString()
          .contains(">" + label + "<");
    }
    assertThat(bars("the harbor master of the northern isles")).contains("\u2026<");
  }

  private static String bars(String label) {
    return new Bars(List.of(new Bars.Bar(label, 1, "1", Bars.Fill.KNOWN)))
        .draw(400)
        .markup()
        .toString();
  }

  @Test
  void aSpeakerOfWhomNoColumnIsShownHasNoRow() {
    List<Network.Edge> edges =
        IntStream.range(0, 15)
            .mapToObj(i -> new Network.Edge(i < 14 ? "Ada Holm" : "Bo Lind", "Pier " + i, 1))
            .toList();

    assertThat(new Matrix(edges).draw(720).markup().toString()).contains(">Bo Lind<");
    assertThat(new Matrix(edges).draw(400).markup().toString())
        .contains(">Ada Holm<")
        .doesNotContain(">Bo Lind<", ">Pier 14<");
  }

  @Test
  void aTimelineOfOnePeriodNamesIt() {
    assertThat(Chart.of(timeline(1, 1)).description())
        .startsWith("The column shows the number of quotations published in 2001-01-01.");
  }

  @Test
  void lengthsOfBarsAreInProportionToTheirCounts() throws Exception {
    List<Element> bars = elements(parse(Chart.of(counts(9)).svg()), "rect");

    double unit = number(bars.get(1), "width") / 90_000;
    for (int i = 1; i <= 9; i++) {
      assertThat(number(bars.get(i), "width") / unit).isCloseTo(90_000 / i, within(600));
    }
  }

  private static org.assertj.core.data.Offset<Double> within(double offset) {
    return org.assertj.core.data.Offset.offset(offset);
  }

  @Test
  void numbersAreThoseOfTheStatistic() throws IOException {
    try (Archive archive = Pier.archive()) {
      Numbers numbers = charts(archive).get(4).numbers();

      assertThat(numbers.head()).containsExactly("Speaker", "Quotations", "Share", "Articles");
      assertThat(numbers.rows())
          .containsExactly(
              List.of("Bo Lind", "3", "60%", "2"),
              List.of("(unknown)", "1", "20%", "1"),
              List.of("Ada Holm", "1", "20%", "1"));
    }
  }

  @Test
  void unknownValuesHaveAColorOfTheirOwn() throws Exception {
    try (Archive archive = Pier.archive()) {
      assertThat(
              elements(parse(charts(archive).get(4).svg()), "rect").stream()
                  .map(bar -> bar.getAttribute("class")))
          .containsExactly("paper", "c0", "none", "c0");
    }
  }

  @Test
  void elementsInArticlesAreText() throws Exception {
    try (Archive archive = Pier.ofScripts()) {
      String svg = charts(archive).get(1).svg();

      assertThat(elements(parse(svg), "script")).isEmpty();
      assertThat(elements(parse(svg), "text").stream().map(Element::getTextContent))
          .contains(Pier.SCRIPT + " \u00b7 1");
    }
  }

  @Test
  void equalStatisticsGiveEqualImages() throws IOException {
    try (Archive one = Pier.archive();
        Archive other = Pier.archive()) {
      assertThat(charts(one).stream().map(Chart::svg))
          .isEqualTo(charts(other).stream().map(Chart::svg).toList());
    }
  }

  @Test
  void theSizeOfATimelineIsBoundedByTheWidth() {
    String some = Chart.of(timeline(10_000, 5)).svg();
    String many = Chart.of(timeline(Timeline.MAX_PARTS, 5)).svg();

    assertThat(some).hasSizeLessThan(60_000);
    assertThat(many).hasSizeLessThan(60_000);
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, 0, Chart.MIN_WIDTH - 1, Chart.MAX_WIDTH + 1})
  void widthsOutOfBoundsAreRejected(int width) {
    assertThatThrownBy(() -> Chart.of(counts(1)).svg(width))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("width of a chart must be 240 to 4000, but was " + width);
  }
}
