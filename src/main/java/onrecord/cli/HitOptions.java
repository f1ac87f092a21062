package onrecord.cli;

import onrecord.query.Search;
import onrecord.query.SortOrder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which hits are given, in which order, and what with them. */
final class HitOptions {

  @Option(
      names = "--sort",
      paramLabel = "ORDER",
      description = "The order of the hits: ${COMPLETION-CANDIDATES}; RELEVANCE if not given.")
  private SortOrder sort = SortOrder.RELEVANCE;

  @Option(
      names = "--distinct",
      description =
          "Make one hit of the same words in several articles, the first published of them, and"
              + " tell where they are.")
  private boolean distinct;

  @Option(
      names = "--context",
      paramLabel = "N",
      description =
          "Give the sentences that each hit stands in, and N more before and behind, 0 to "
              + Search.MAX_CONTEXT
              + ".")
  private @Nullable Integer context;

  Search.Builder apply(Search.Builder search) {
    if (context != null) {
      search.context(context);
    }
    return search.sort(sort).distinct(distinct);
  }
}
