package onrecord.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import onrecord.Archive;
import onrecord.format.ResultJson;
import onrecord.query.Explanation;
import onrecord.query.FacetRequest;
import onrecord.query.Hit;
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
          + " \"cursor\", \"partial\"}. With --explain, there are \"explanations\": [{\"value\", \"description\", \"parts\": [...]}], one of each hit. If nothing is found, there are \"hints\": [{\"part\", \"nearest\"}], as in every JSON of a search. A selection has the fields \"query\", \"filters\", \"kinds\", \"distinct\". Quotations are as in extract; highlights are in Unicode"
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
  @Mixin private final ScoringOptions scoring = new ScoringOptions();

  @Option(
      names = {"--limit", "-n"},
      converter = WholeNumber.Hits.class,
      paramLabel = "N",
      description =
          "Maximum number of hits, 0 to "
              + Search.MAX_PAGE_SIZE
              + ". Default: "
              + Search.DEFAULT_PAGE_SIZE
              + ", and with --new-since all.")
  private @Nullable Integer limit;

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

  @Option(names = "--explain", description = "Print how the score of each hit was computed.")
  private boolean explain;

  @Mixin private final NewSinceOption newSince = new NewSinceOption();

  SearchCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  Question question(Search.Builder builder) {
    QueryOptions.requireAtMost("facets", FacetArgument.MAX_FACETS, facets.size());
    facets.forEach(facet -> builder.facet(FacetRequest.parse(facet, FacetRequest.DEFAULT_LIMIT)));
    if (cursor != null) {
      builder.cursor(cursor);
    }
    scoring.requireScores(hits.sort());
    if (partial && !newSince.isGiven() && builder.build().limits().time().isEmpty()) {
      throw new IllegalArgumentException("--partial requires --time");
    }
    Search asked = scoring.apply(hits.apply(builder)).pageSize(pageSize()).partial(partial).build();
    return open -> {
      Search search = newSince.restricted(open, scoring.of(open, asked));
      SearchResult result = complete(open.search(search));
      List<Explanation> explanations = explain ? explanations(open, search, result) : List.of();
      return new Result(
          out -> new ResultPrinter(out).print(search, result, explanations),
          () -> ResultJson.withExplanations(ResultJson.of(result, open::article), explanations),
          (format, out) -> {
            requireNoMoreThanHits();
            HitTables.write(result.hits(), format, out, open);
          });
    };
  }

  private void requireNoMoreThanHits() {
    if (explain) {
      throw new UsageException(
          "--explain cannot be printed as a table; it requires --format text or json");
    }
    if (!facets.isEmpty()) {
      throw new UsageException(
          "--facet cannot be printed in the table of the hits; the command facets prints counts as"
              + " a table");
    }
  }

  private int pageSize() {
    if (!newSince.isGiven()) {
      return limit == null ? Search.DEFAULT_PAGE_SIZE : limit;
    }
    if (limit != null || cursor != null || partial) {
      throw new IllegalArgumentException(
          "--new-since prints everything that is new, so that --limit, --cursor and --partial"
              + " cannot be used with it");
    }
    return Search.MAX_PAGE_SIZE;
  }

  private SearchResult complete(SearchResult result) throws IOException {
    if (newSince.isGiven() && result.cursor().isPresent()) {
      throw new IOException(
          result.total()
              + " hits are new, of which search prints at most "
              + Search.MAX_PAGE_SIZE
              + "; export --new-since prints all of them");
    }
    return result;
  }

  @Override
  void answered() throws IOException {
    newSince.answered();
  }

  private static List<Explanation> explanations(Archive open, Search search, SearchResult result)
      throws IOException {
    List<Explanation> explanations = new ArrayList<>();
    for (Hit hit : result.hits()) {
      explanations.add(
          open.explain(search, hit.quotation().id())
              .orElseGet(() -> new Explanation(hit.score(), "no longer found", List.of())));
    }
    return explanations;
  }
}
