package onrecord.cli;

import java.util.List;
import onrecord.format.ResultJson;
import onrecord.query.Search;
import onrecord.query.SearchResult;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Searches an archive. */
@Command(
    name = "search",
    description = {
      "Prints the quotations of an archive that match, and what they are counted by.",
      "As JSON: {\"total\", \"quotations\", \"articles\", \"hits\": [{\"quotation\", \"article\":"
          + " {\"id\", \"title\", \"published\", \"outlet\", \"section\", \"authors\", \"url\","
          + " \"language\", \"tags\"}, \"score\", \"highlights\": {\"inQuotation\", \"inArticle\"},"
          + " \"context\": {\"start\", \"end\", \"text\"}, \"occurrences\": [{\"quotation\","
          + " \"article\"}]}], \"facets\": {\"speaker\": [{\"value\", \"count\", \"articles\"}]},"
          + " \"cursor\", \"partial\"}. Quotations are as in extract; highlights are code points into"
          + " the quotation's text and into that of the article. Where a facet is counted twice, the"
          + " second is named such as published_month."
    })
final class SearchCommand extends AskingCommand {

  @Option(
      names = "--facet",
      paramLabel = "FACET",
      completionCandidates = FacetArgument.Names.class,
      description =
          "Count the quotations by one of ${COMPLETION-CANDIDATES}; speaker:20 gives 20 values"
              + " in place of 10, published:month and published:day count by months and days in"
              + " place of years.")
  private List<String> facets = List.of();

  @Mixin private final HitOptions hits = new HitOptions();

  @Option(
      names = "--limit",
      paramLabel = "N",
      description =
          "How many hits are printed, 0 to " + Search.MAX_PAGE_SIZE + "; 10 if not given.")
  private int limit = Search.DEFAULT_PAGE_SIZE;

  @Option(
      names = "--cursor",
      paramLabel = "CURSOR",
      description =
          "Go on behind the page whose answer told this cursor, with the same query, filters and"
              + " order. It is good until the archive changes.")
  private @Nullable String cursor;

  @Option(
      names = "--partial",
      description = "When the --time is over, print what was found until then.")
  private boolean partial;

  SearchCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  Answer answer(Search.Builder builder) {
    facets.forEach(facet -> builder.facet(FacetArgument.request(facet)));
    if (cursor != null) {
      builder.cursor(cursor);
    }
    Search search = hits.apply(builder).pageSize(limit).partial(partial).build();
    return open -> {
      SearchResult result = open.search(search);
      print(
          () -> ResultJson.of(result, open::article),
          () -> new ResultPrinter(terminal()).print(search, result));
    };
  }
}
