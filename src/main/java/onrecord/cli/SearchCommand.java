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
      "Prints the matching quotations of an archive, and their counts by facets.",
      "Fields of the JSON: {\"selection\", \"total\", \"quotations\", \"articles\", \"hits\": [{\"quotation\", \"article\":"
          + " {\"id\", \"title\", \"published\", \"outlet\", \"section\", \"authors\", \"url\","
          + " \"language\", \"tags\"}, \"score\", \"highlights\": {\"inQuotation\", \"inArticle\"},"
          + " \"context\": {\"start\", \"end\", \"text\"}, \"occurrences\": [{\"quotation\","
          + " \"article\"}]}], \"facets\": {\"speaker\": [{\"value\", \"count\", \"articles\"}]},"
          + " \"cursor\", \"partial\"}. If nothing is found, there are \"hints\": [{\"part\", \"nearest\"}], as in every JSON of a search. A selection has the fields \"query\", \"filters\", \"kinds\", \"distinct\". Quotations are as in extract; highlights are in Unicode"
          + " code points from the start of the quotation's or the article's text. If a facet is"
          + " counted twice, the second count is named as in published_month."
    })
final class SearchCommand extends TableCommand {

  @Option(
      names = {"--facet", "-f"},
      paramLabel = "FACET",
      completionCandidates = FacetArgument.Names.class,
      description =
          "Count the quotations by one of ${COMPLETION-CANDIDATES}. speaker:20 prints 20 values"
              + " instead of 10; published:month and published:day count by months and days instead"
              + " of years.")
  private List<String> facets = List.of();

  @Mixin private final HitOptions hits = new HitOptions();

  @Option(
      names = {"--limit", "-n"},
      converter = WholeNumber.Hits.class,
      paramLabel = "N",
      description =
          "Maximum number of hits, 0 to " + Search.MAX_PAGE_SIZE + ". Default: ${DEFAULT-VALUE}.")
  private int limit = Search.DEFAULT_PAGE_SIZE;

  @Option(
      names = "--cursor",
      paramLabel = "CURSOR",
      description =
          "Continue after the page that returned this cursor, with the same query, filters and"
              + " order. A cursor is valid until the archive changes.")
  private @Nullable String cursor;

  @Option(
      names = "--partial",
      description = "When the limit of --time is reached, print the hits found so far.")
  private boolean partial;

  SearchCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  Question question(Search.Builder builder) {
    QueryOptions.requireAtMost("facets", FacetArgument.MAX_FACETS, facets.size());
    facets.forEach(facet -> builder.facet(FacetArgument.request(facet)));
    if (cursor != null) {
      builder.cursor(cursor);
    }
    Search search = hits.apply(builder).pageSize(limit).partial(partial).build();
    return open -> {
      SearchResult result = open.search(search);
      return new Result(
          out -> new ResultPrinter(out).print(search, result),
          () -> ResultJson.of(result, open::article),
          (format, out) -> HitTables.write(result.hits(), format, out, open));
    };
  }
}
