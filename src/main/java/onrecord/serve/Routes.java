package onrecord.serve;

import com.google.common.collect.ImmutableSet;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import onrecord.Archive;
import onrecord.format.HitFormat;
import onrecord.page.Style;
import onrecord.query.ArchiveInfo;
import onrecord.query.TimeStep;
import onrecord.report.Chart;

/** What is answered at each path. No path names a file. Immutable. */
final class Routes {

  private static final Set<String> ALL = ImmutableSet.of();
  private static final long YEARS_IN_MONTHS = 15;

  private final Archive archive;
  private final Exports exports;
  private final Map<String, Route> routes = new TreeMap<>();

  /** How a path is requested. */
  enum Method {
    /** Without content. */
    GET,
    /** With a content that is read and not kept. */
    POST
  }

  /**
   * A path.
   *
   * @param method how it is requested
   * @param parameters the parameters that it takes
   * @param answer answers a request
   */
  private record Route(Method method, Set<String> parameters, ContentAnswer answer) {}

  /** Answers a request with a content. */
  @FunctionalInterface
  private interface ContentAnswer {
    Reply to(Parameters parameters, InputStream content) throws IOException;
  }

  /** Answers a request. */
  @FunctionalInterface
  private interface Answer {
    Reply to(Parameters parameters) throws IOException;
  }

  /** Answers a request of a program. */
  @FunctionalInterface
  private interface JsonAnswer {
    String to(Parameters parameters) throws IOException;
  }

  Routes(Archive archive) {
    this.archive = archive;
    this.exports = new Exports(archive);
    String style = Style.CHART.rules() + Style.PAGE.rules() + Style.SEARCH.rules();
    String script = text("search.js");
    String description = text("openapi.json");
    SearchPage page = new SearchPage(archive);
    add("/", hits("start"), parameters -> Reply.page(200, page.write(parameters)));
    add("/style.css", ALL, parameters -> Reply.resource("text/css", style));
    add("/search.js", ALL, parameters -> Reply.resource("text/javascript", script));
    add("/timeline.svg", hits("by", "date", "split", "series", "width"), this::timeline);
    add("/export", hits("format"), this::export);
    Api api = new Api(archive);
    json("search", hits("facet"), api::search);
    json("facets", selection("facet"), api::facets);
    json("timeline", selection("by", "date", "split", "series"), api::timeline);
    json("keywords", selection("against", "sign", "minimum", "limit"), api::keywords);
    json("network", selection("limit"), api::network);
    json("concordance", selection("order", "text", "width", "limit"), api::concordance);
    json("table", selection("by", "metric", "base", "limit"), api::table);
    json("pivot", selection("by", "metric", "base", "limit"), api::pivot);
    json("words", selection("size", "minimum", "limit"), api::words);
    json("collocates", selection("of", "width", "measure", "minimum", "limit"), api::collocates);
    json("dispersion", selection("of", "parts"), api::dispersion);
    json("wordings", selection("minimum", "words", "limit"), api::wordings);
    json("suggest", selection("name", "limit"), api::suggest);
    json("cite", selection(), api::cite);
    routes.put(
        "/api/error-rates",
        new Route(
            Method.POST,
            ImmutableSet.of("label"),
            (given, sheet) -> Reply.json(200, api.errorRates(given, sheet))));
    json("info", ALL, parameters -> api.info());
    json("openapi.json", ALL, parameters -> description);
  }

  private void add(String path, Set<String> parameters, Answer answer) {
    routes.put(path, new Route(Method.GET, parameters, (given, content) -> answer.to(given)));
  }

  private void json(String name, Set<String> parameters, JsonAnswer answer) {
    add("/api/" + name, parameters, given -> Reply.json(200, answer.to(given)));
  }

  private static Set<String> selection(String... more) {
    return ImmutableSet.<String>builder().addAll(Asked.SELECTION).add(more).build();
  }

  private static Set<String> hits(String... more) {
    return ImmutableSet.<String>builder().addAll(selection(more)).addAll(Asked.HITS).build();
  }

  /** {@return the paths that there are} */
  Set<String> paths() {
    return routes.keySet();
  }

  /** {@return how a path is requested; that is without content if there is none} */
  Method method(String path) {
    Route route = routes.get(path);
    return route == null ? Method.GET : route.method();
  }

  /**
   * {@return the answer to a request}
   *
   * @param content the content of the request; nothing in a request by GET
   * @throws BadRequestException if there is no such path, or a parameter is unknown or invalid
   * @throws IllegalArgumentException if a parameter is invalid
   */
  Reply answer(String path, Parameters parameters, InputStream content) throws IOException {
    Route route = routes.get(path);
    if (route == null) {
      throw new BadRequestException(404, "there is nothing at this address");
    }
    parameters.requireKnown(route.parameters());
    return route.answer().to(parameters, content);
  }

  private Reply timeline(Parameters parameters) throws IOException {
    Asked asked = new Asked(parameters);
    int width = parameters.number("width", Chart.MIN_WIDTH, 1_500, Chart.DEFAULT_WIDTH);
    return Reply.image(
        Chart.of(archive.statistics().timeline(asked.search().build(), asked.timeline(step())))
            .svg(width));
  }

  /** {@return a step in which the period of the archive has not too many parts} */
  private TimeStep step() throws IOException {
    ArchiveInfo info = archive.info();
    Optional<LocalDate> end = info.firstPublished().map(first -> first.plusYears(YEARS_IN_MONTHS));
    return end.isPresent() && info.lastPublished().orElse(end.get()).isAfter(end.get())
        ? TimeStep.YEAR
        : TimeStep.MONTH;
  }

  private Reply export(Parameters parameters) throws IOException {
    String name = parameters.one("format").orElse("csv");
    HitFormat format =
        switch (name) {
          case "csv" -> HitFormat.CSV;
          case "json-lines" -> HitFormat.JSON_LINES;
          default -> throw new BadRequestException("'format' must be csv or json-lines");
        };
    Content export = exports.start(new Asked(parameters).search().build(), format);
    return format == HitFormat.CSV
        ? Reply.file("text/csv", "quotations.csv", export)
        : Reply.file("application/jsonl", "quotations.jsonl", export);
  }

  private static String text(String file) {
    try {
      return Resources.toString(
          Resources.getResource(Routes.class, "/onrecord/serve/" + file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the resource " + file, e);
    }
  }
}
