package onrecord.cli;

import java.io.IOException;
import java.util.List;
import onrecord.Archive;
import onrecord.query.Search;
import onrecord.query.SearchResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Counts what a search finds. */
@Command(
    name = "facets",
    description = {
      "Prints what the quotations of an archive that match are counted by.",
      "As JSON: {\"total\", \"facets\": {\"speaker\": [{\"value\", \"count\"}]}}."
    })
final class FacetsCommand extends AskingCommand {

  @Option(
      names = "--facet",
      required = true,
      paramLabel = "FACET",
      description = "What to count by, as in search: speaker, speaker:20, published:month.")
  private List<String> facets = List.of();

  FacetsCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  void answer(Archive open, Search.Builder builder) throws IOException {
    facets.forEach(facet -> builder.facet(FacetArgument.request(facet)));
    Search search = builder.pageSize(0).highlight(false).build();
    SearchResult result = open.search(search);
    if (json()) {
      terminal().line(Json.facets(result));
    } else {
      ResultPrinter printer = new ResultPrinter(terminal());
      terminal().line(Count.of(result.total(), "quotation"));
      printer.facets(search, result);
    }
  }
}
