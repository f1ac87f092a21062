package onrecord.cli;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import onrecord.Archive;
import onrecord.query.DateLevel;
import onrecord.query.Facet;
import onrecord.query.FacetRequest;
import onrecord.query.Search;
import onrecord.query.SearchResult;
import onrecord.query.SortOrder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Searches an archive. */
@Command(
    name = "search",
    description = {
      "Prints the quotations of an archive that match, and what they are counted by.",
      "Different options are joined by and, several values of one option by or. Without any, every"
          + " quotation matches."
    })
final class SearchCommand implements Callable<Integer> {

  private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,8}");
  private static final String FACETS =
      Stream.of(Facet.values()).map(SearchCommand::name).collect(Collectors.joining(", "));

  private final Terminal terminal;

  @Mixin private final ArchiveOption archive = new ArchiveOption();
  @Mixin private final QueryOptions queryOptions = new QueryOptions();

  @Option(
      names = "--facet",
      paramLabel = "FACET",
      description =
          "Count the quotations by speaker, speaker-type, outlet, section, kind, published or said;"
              + " speaker:20 gives 20 values in place of 10, published:month and published:day"
              + " count by months and days in place of years.")
  private List<String> facets = List.of();

  @Option(
      names = "--filter",
      paramLabel = "FACET=VALUE",
      description =
          "Only quotations with this value of a facet, as the counts print it; the counts of the"
              + " same facet still show the values beside it. A date holds all dates within it.")
  private List<String> filters = List.of();

  @Option(
      names = "--sort",
      paramLabel = "ORDER",
      description = "The order of the hits: ${COMPLETION-CANDIDATES}; RELEVANCE if not given.")
  private SortOrder sort = SortOrder.RELEVANCE;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description =
          "How many hits are printed, 0 to " + Search.MAX_PAGE_SIZE + "; 10 if not given.")
  private int limit = Search.DEFAULT_PAGE_SIZE;

  @Option(
      names = "--json",
      description =
          "Print one object: {\"total\", \"hits\": [{\"quotation\", \"article\": {\"id\", \"title\","
              + " \"published\", \"outlet\", \"url\"}, \"score\", \"highlights\"}], \"facets\":"
              + " {\"speaker\": [{\"value\", \"count\"}]}, \"cursor\"}. Quotations are as in extract;"
              + " highlights are code points into a quotation's text.")
  private boolean json;

  @Spec private @Nullable CommandSpec spec;

  SearchCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    try {
      Search search = search();
      try (Archive open = archive.openReadOnly()) {
        SearchResult result = open.search(search);
        if (json) {
          terminal.line(Json.result(result, open));
        } else {
          new ResultPrinter(terminal).print(search, result);
        }
      }
      return 0;
    } catch (IllegalArgumentException e) {
      throw spec == null
          ? e
          : new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private Search search() {
    Search.Builder search =
        Search.builder(queryOptions.query())
            .indirect(queryOptions.indirect())
            .sort(sort)
            .pageSize(limit);
    facets.forEach(facet -> search.facet(request(facet)));
    for (String filter : filters) {
      int equals = filter.indexOf('=');
      if (equals < 0) {
        throw new IllegalArgumentException(
            "--filter must be FACET=VALUE, but was '" + filter + "'");
      }
      search.filter(facet(filter.substring(0, equals)), filter.substring(equals + 1));
    }
    return search.build();
  }

  private static FacetRequest request(String text) {
    int colon = text.indexOf(':');
    Facet facet = facet(colon < 0 ? text : text.substring(0, colon));
    if (colon < 0) {
      return FacetRequest.of(facet);
    }
    String detail = text.substring(colon + 1);
    if (facet.isDate()) {
      return FacetRequest.by(facet, level(text, detail));
    }
    if (!NUMBER.matcher(detail).matches()) {
      throw new IllegalArgumentException(
          "--facet must have a number of values behind the colon, such as speaker:20, but was '"
              + text
              + "'");
    }
    return FacetRequest.top(facet, Integer.parseInt(detail));
  }

  private static DateLevel level(String text, String detail) {
    return Stream.of(DateLevel.values())
        .filter(level -> level.name().equalsIgnoreCase(detail))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "--facet must have year, month or day behind the colon, but was '" + text + "'"));
  }

  private static Facet facet(String text) {
    return Stream.of(Facet.values())
        .filter(facet -> name(facet).equals(text.toLowerCase(Locale.ROOT).replace('_', '-')))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "a facet must be one of " + FACETS + ", but was '" + text + "'"));
  }

  private static String name(Facet facet) {
    return Json.name(facet).replace('_', '-');
  }
}
