package onrecord.cli;

import java.util.List;
import onrecord.format.ResultJson;
import onrecord.format.ResultTable;
import onrecord.query.CountedBy;
import onrecord.query.FacetRequest;
import onrecord.query.Search;
import onrecord.query.SearchResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Counts the quotations that a search finds. */
@Command(
    name = "facets",
    description = {
      "Counts the matching quotations, and the articles that contain them, by the values of facets.",
      "Fields of the JSON: {\"selection\", \"quotations\", \"articles\", \"facets\": {\"speaker\": [{\"value\","
          + " \"count\", \"articles\"}]}}; count is the number of quotations."
    })
final class FacetsCommand extends StatisticCommand {

  @Option(
      names = {"--facet", "-f"},
      required = true,
      paramLabel = "FACET",
      description = "Facet to count by, as in search: speaker, speaker:20, published:month.")
  private List<String> facets = List.of();

  @Option(
      names = "--prefix",
      paramLabel = "TEXT",
      description = "Only values that start with this text, ignoring case and accents.")
  private String prefix = "";

  @Option(
      names = "--order",
      paramLabel = "COUNT",
      description =
          "Count that values are sorted by: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private CountedBy order = CountedBy.QUOTATIONS;

  FacetsCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  Question question(Search.Builder builder) {
    QueryOptions.requireAtMost("facets", FacetArgument.MAX_FACETS, facets.size());
    facets.forEach(facet -> builder.facet(request(facet)));
    Search search = builder.pageSize(0).highlight(false).build();
    return open -> {
      SearchResult result = open.search(search);
      return new Result(
          out -> print(out, search, result),
          () -> ResultJson.counts(result),
          ResultTable.of(result)::write);
    };
  }

  private static void print(Terminal out, Search search, SearchResult result) {
    out.line(
        Count.of(result.quotations(), "quotation")
            + Base.of(result.selection())
            + " in "
            + Count.of(result.articles(), "article"));
    new ResultPrinter(out).facets(search, result);
  }

  private FacetRequest request(String facet) {
    FacetRequest request = FacetRequest.parse(facet, FacetRequest.DEFAULT_LIMIT);
    if (request instanceof FacetRequest.Labels labels) {
      return labels.startingWith(prefix).orderedBy(order);
    }
    if (!prefix.isEmpty()) {
      throw new IllegalArgumentException(
          "--prefix applies to names, but the values of '"
              + facet
              + "' are dates; use --published or --said");
    }
    return request;
  }
}
