package onrecord.cli;

import java.io.IOException;
import java.util.Optional;
import onrecord.Archive;
import onrecord.query.KeywordsRequest;
import onrecord.query.Query;
import onrecord.query.Search;
import onrecord.query.TimelineRequest;
import onrecord.report.Chart;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Draws a statistic. */
@Command(
    name = "plot",
    description = {
      "Draws a statistic of the matching quotations as an SVG image: the timeline, the counts of a"
          + " facet, the keywords, or the network of who speaks about whom.",
      "Example: plot --chart timeline --split speaker --archive DIR --output timeline.svg"
    })
final class PlotCommand extends AskingCommand {

  private static final int VALUES = 15;
  private static final int PAIRS = 200;

  /** A statistic that can be drawn. */
  enum Statistic {
    TIMELINE,
    FACET,
    KEYWORDS,
    NETWORK
  }

  @Mixin private final DistinctOption distinct = new DistinctOption();

  @Option(
      names = "--chart",
      required = true,
      paramLabel = "STATISTIC",
      description = "The statistic: ${COMPLETION-CANDIDATES}.")
  private Statistic chart = Statistic.TIMELINE;

  @Mixin private final TimelineOptions timeline = new TimelineOptions();

  @Option(
      names = "--facet",
      paramLabel = "FACET",
      completionCandidates = FacetArgument.Names.class,
      description =
          "Facet of --chart facet: one of ${COMPLETION-CANDIDATES}. speaker:20 draws 20 values"
              + " instead of 15; published:month draws months. Default: ${DEFAULT-VALUE}.")
  private String facet = "speaker:" + VALUES;

  @Option(
      names = "--against",
      preprocessor = TextValue.class,
      converter = TextValue.class,
      paramLabel = "QUERY",
      description =
          "With --chart keywords: compare with the quotations that match this query instead of all"
              + " others.")
  private @Nullable String against;

  @Option(
      names = "--width",
      converter = WholeNumber.Pixels.class,
      paramLabel = "PIXELS",
      description =
          "Width of the image, "
              + Chart.MIN_WIDTH
              + " to "
              + Chart.MAX_WIDTH
              + ". Default: ${DEFAULT-VALUE}.")
  private int width = Chart.DEFAULT_WIDTH;

  PlotCommand(Terminal terminal) {
    super(terminal);
  }

  /** Returns the chart of a statistic of an archive. */
  @FunctionalInterface
  private interface Plot {
    Chart of(Archive open) throws IOException;
  }

  @Override
  Answer answer(Search.Builder builder) {
    Plot plot = plot(distinct.apply(builder));
    return (open, out) -> out.terminal().text().append(plot.of(open).svg(width));
  }

  private Plot plot(Search.Builder builder) {
    return switch (chart) {
      case TIMELINE -> {
        Search search = builder.build();
        TimelineRequest request = timeline.request();
        yield open -> Chart.of(open.statistics().timeline(search, request));
      }
      case FACET -> {
        Search search = builder.facet(FacetArgument.request(facet)).pageSize(0).build();
        yield open -> Chart.of(open.search(search).facets().get(0));
      }
      case KEYWORDS -> {
        Search search = builder.build();
        KeywordsRequest request =
            new KeywordsRequest(
                Optional.ofNullable(against).map(Query::parse), 2, KeywordsRequest.DEFAULT_LIMIT);
        yield open -> Chart.of(open.statistics().keywords(search, request));
      }
      case NETWORK -> {
        Search search = builder.build();
        yield open -> Chart.of(open.statistics().network(search, PAIRS));
      }
    };
  }
}
