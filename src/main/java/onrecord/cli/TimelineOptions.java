package onrecord.cli;

import onrecord.query.Facet;
import onrecord.query.FacetRequest;
import onrecord.query.TimeStep;
import onrecord.query.TimelineRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that specify a timeline. */
final class TimelineOptions {

  private static final int SERIES = 5;

  @Option(
      names = "--by",
      paramLabel = "STEP",
      description = "Length of the periods: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private TimeStep step = TimeStep.MONTH;

  @Option(
      names = "--date",
      paramLabel = "DATE",
      description =
          "Date that counts: published, said if the text states it, or a field of days such as"
              + " article.filed. Default: ${DEFAULT-VALUE}.")
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
    TimelineRequest request = TimelineRequest.by(Facet.parse(date), step);
    if (split == null) {
      return request;
    }
    return switch (FacetRequest.parse(split, SERIES)) {
      case FacetRequest.Labels values -> request.splitBy(values.facet(), values.limit());
      case FacetRequest.Dates dates ->
          throw new IllegalArgumentException(
              "a timeline must not be split by a facet with dates for values, but was by "
                  + dates.facet().word());
    };
  }
}
