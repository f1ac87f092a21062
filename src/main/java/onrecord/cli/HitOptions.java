package onrecord.cli;

import java.util.Optional;
import onrecord.query.Order;
import onrecord.query.Search;
import onrecord.query.SortOrder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options for hits: their order, merging and context. */
final class HitOptions {

  @Option(
      names = "--sort",
      converter = OrderArgument.class,
      completionCandidates = OrderArgument.class,
      paramLabel = "ORDER",
      description =
          "Order of the hits: ${COMPLETION-CANDIDATES}, "
              + OrderArgument.OWN_FIELDS
              + ". Default: RELEVANCE, and OLDEST for an export with one entry per article.")
  private @Nullable Order sort;

  @Mixin private final DistinctOption distinct = new DistinctOption();

  @Option(
      names = "--context",
      converter = WholeNumber.Sentences.class,
      paramLabel = "N",
      description =
          "Print the sentences that contain each hit, and N more before and after them, 0 to "
              + Search.MAX_CONTEXT
              + ".")
  private @Nullable Integer context;

  Search.Builder apply(Search.Builder search) {
    return apply(search, SortOrder.RELEVANCE);
  }

  /** {@return the order of the hits, if one is given} */
  Optional<Order> sort() {
    return Optional.ofNullable(sort);
  }

  /**
   * {@return a search with these options}
   *
   * @param order the order of the hits, unless specified
   */
  Search.Builder apply(Search.Builder search, Order order) {
    if (context != null) {
      search.context(context);
    }
    return distinct.apply(search).sort(sort == null ? order : sort);
  }
}
