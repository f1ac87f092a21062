package onrecord.cli;

import java.io.IOException;
import java.util.List;
import onrecord.Archive;
import onrecord.query.Search;
import onrecord.query.SearchResult;
import onrecord.query.SortOrder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Searches an archive. */
@Command(
    name = "search",
    description = {
      "Prints the quotations of an archive that match, and what they are counted by.",
      "As JSON: {\"total\", \"hits\": [{\"quotation\", \"article\": {\"id\", \"title\","
          + " \"published\", \"outlet\", \"url\"}, \"score\", \"highlights\"}], \"facets\":"
          + " {\"speaker\": [{\"value\", \"count\", \"articles\"}]}, \"cursor\"}. Quotations are as in extract;"
          + " highlights are code points into a quotation's text."
    })
final class SearchCommand extends AskingCommand {

  @Option(
      names = "--facet",
      paramLabel = "FACET",
      description =
          "Count the quotations by one of "
              + FacetArgument.NAMES
              + "; speaker:20 gives 20 values in place of 10, published:month and published:day count"
              + " by months and days in place of years.")
  private List<String> facets = List.of();

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

  SearchCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  void answer(Archive open, Search.Builder builder) throws IOException {
    facets.forEach(facet -> builder.facet(FacetArgument.request(facet)));
    Search search = builder.sort(sort).pageSize(limit).build();
    SearchResult result = open.search(search);
    if (json()) {
      terminal().line(Json.result(result, open));
    } else {
      new ResultPrinter(terminal()).print(search, result);
    }
  }
}
