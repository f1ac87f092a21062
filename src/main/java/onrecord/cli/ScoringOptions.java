package onrecord.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import onrecord.Archive;
import onrecord.query.Order;
import onrecord.query.Scoring;
import onrecord.query.Search;
import onrecord.query.SortOrder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options for what counts for the relevance of hits. */
final class ScoringOptions {

  @Option(
      names = "--half-life",
      converter = WholeNumber.Positive.class,
      paramLabel = "DAYS",
      description =
          "Halve the score of a quotation for each DAYS between its publication and the last day of"
              + " the archive.")
  private @Nullable Integer halfLife;

  @Option(
      names = "--weigh-confidence",
      paramLabel = "N",
      description =
          "Multiply the score by the confidence in the speaker, raised to the power of N, 0 to "
              + Scoring.MAX_EXPONENT
              + ". Default: ${DEFAULT-VALUE}.")
  private double confidence;

  @Option(
      names = "--weigh-length",
      paramLabel = "N",
      description =
          "Multiply the score by the length of the quotation, as a proportion of "
              + Scoring.FULL_WORDS
              + " words and at most 1, raised to the power of N, 0 to "
              + Scoring.MAX_EXPONENT
              + ". Default: ${DEFAULT-VALUE}.")
  private double length;

  /**
   * Checks that the options have an effect on the order of the hits.
   *
   * @throws IllegalArgumentException if the hits are not sorted by their scores
   */
  void requireScores(Optional<Order> sort) {
    boolean isGiven = halfLife != null || confidence != 0 || length != 0;
    if (isGiven && sort.isPresent() && sort.get() != SortOrder.RELEVANCE) {
      throw new IllegalArgumentException(
          "--half-life, --weigh-confidence and --weigh-length change the order by relevance, but"
              + " --sort is "
              + sort.get().word());
    }
  }

  Search.Builder apply(Search.Builder search) {
    return search.scoring(Scoring.WORDS.withConfidence(confidence).withLength(length));
  }

  /** {@return a search with the weight of the day, which is that of an archive} */
  Search of(Archive open, Search search) throws IOException {
    Optional<LocalDate> last = halfLife == null ? Optional.empty() : open.info().lastPublished();
    return last.isEmpty() || halfLife == null
        ? search
        : Search.builder(search)
            .scoring(search.scoring().withRecency(last.get(), halfLife))
            .build();
  }
}
