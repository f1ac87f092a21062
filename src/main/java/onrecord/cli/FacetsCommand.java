package onrecord.cli;

import java.io.IOException;
import java.util.List;
import onrecord.Archive;
import onrecord.query.CountedBy;
import onrecord.query.FacetCount;
import onrecord.query.FacetCounts;
import onrecord.query.FacetRequest;
import onrecord.query.Search;
import onrecord.query.SearchResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Counts what a search finds. */
@Command(
    name = "facets",
    description = {
      "Prints what the quotations that match, and the articles they stand in, are counted by.",
      "As JSON: {\"quotations\", \"articles\", \"facets\": {\"speaker\": [{\"value\","
          + " \"count\", \"articles\"}]}}; count is that of quotations."
    })
final class FacetsCommand extends AskingCommand {

  @Option(
      names = "--facet",
      required = true,
      paramLabel = "FACET",
      description = "What to count by, as in search: speaker, speaker:20, published:month.")
  private List<String> facets = List.of();

  @Option(
      names = "--prefix",
      paramLabel = "TEXT",
      description = "Only values that begin so, whatever the case and accents.")
  private String prefix = "";

  @Option(
      names = "--order",
      paramLabel = "COUNT",
      description =
          "Which count orders the values: ${COMPLETION-CANDIDATES}; QUOTATIONS if not given.")
  private CountedBy order = CountedBy.QUOTATIONS;

  FacetsCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  void answer(Archive open, Search.Builder builder) throws IOException {
    facets.forEach(facet -> builder.facet(request(facet)));
    SearchResult result = open.search(builder.pageSize(0).highlight(false).build());
    if (json()) {
      terminal().line(Json.facets(result));
    } else {
      terminal()
          .line(
              Count.of(result.quotations(), "quotation")
                  + " in "
                  + Count.of(result.articles(), "article"));
      result.facets().forEach(this::print);
    }
  }

  private FacetRequest request(String facet) {
    FacetRequest request = FacetArgument.request(facet);
    return request instanceof FacetRequest.Labels labels
        ? labels.startingWith(prefix).orderedBy(order)
        : request;
  }

  private void print(FacetCounts counts) {
    terminal().line("");
    Table table = new Table(Table.Align.LEFT, Table.Align.RIGHT, Table.Align.RIGHT);
    table.line(ResultPrinter.heading(counts.request()), "quotations", "articles");
    for (FacetCount count : counts.counts()) {
      table.line(
          count.value(), String.valueOf(count.quotations()), String.valueOf(count.articles()));
    }
    table.print(terminal());
    if (counts.values() > counts.counts().size()) {
      terminal().line("and " + (counts.values() - counts.counts().size()) + " more");
    }
  }
}
