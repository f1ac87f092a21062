package onrecord.cli;

import onrecord.query.TimeStep;
import onrecord.query.TimelineRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that specify a timeline. */
final class TimelineOptions {

  @Option(
      names = "--by",
      paramLabel = "STEP",
      description = "Length of the periods: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private TimeStep step = TimeStep.MONTH;

  @Option(
      names = "--date",
      paramLabel = "DATE",
      description =
          "Date that counts: published, or said if the text states it. Default: ${DEFAULT-VALUE}.")
  private String date = "published";

  @Option(
      names = "--split",
      paramLabel = "FACET",
      description =
          "Count the most frequent values of this facet separately: five, or two for speaker:2.")
  private @Nullable String split;

  /**
   * {@return the request}
   *
   * @throws IllegalArgumentException if an option is invalid
   */
  TimelineRequest request() {
    TimelineRequest request = TimelineRequest.by(FacetArgument.facet(date), step);
    if (split == null) {
      return request;
    }
    int colon = split.indexOf(':');
    return colon < 0
        ? request.splitBy(FacetArgument.facet(split), 5)
        : request.splitBy(
            FacetArgument.facet(split.substring(0, colon)),
            FacetArgument.number("--split", split, split.substring(colon + 1)));
  }
}
