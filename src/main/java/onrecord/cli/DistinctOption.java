package onrecord.cli;

import onrecord.query.Search;
import picocli.CommandLine.Option;

/** The option for distinct wordings. */
final class DistinctOption {

  @Option(
      names = "--distinct",
      description =
          "Merge quotations with the same words in several articles into one: the first that was"
              + " published. Hits have a list of all occurrences; everything else counts it once.")
  private boolean distinct;

  /** {@return a search with this option} */
  Search.Builder apply(Search.Builder search) {
    return search.distinct(distinct);
  }
}
