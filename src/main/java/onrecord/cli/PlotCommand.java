package onrecord.cli;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSortedMap;
import java.io.IOException;
import java.util.Locale;
import onrecord.Archive;
import onrecord.query.FacetRequest;
import onrecord.query.KeywordsRequest;
import onrecord.query.Search;
import onrecord.query.TimelineRequest;
import onrecord.report.Chart;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

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

  /** The options that only one statistic has. */
  private static final ImmutableSortedMap<String, Statistic> OF_CHARTS =
      ImmutableSortedMap.of(
          "--against",
          Statistic.KEYWORDS,
          "--by",
          Statistic.TIMELINE,
          "--date",
          Statistic.TIMELINE,
          "--facet",
          Statistic.FACET,
          "--split",
          Statistic.TIMELINE);

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

  @Mixin private final AgainstOption against = new AgainstOption();

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

  @Spec private @Nullable CommandSpec command;

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

  /** Checks that each option applies to the chart, so that none is silently without effect. */
  private void requireOptionsOfChart() {
    ParseResult given = requireNonNull(command).commandLine().getParseResult();
    OF_CHARTS.forEach((option, of) -> {
      if (chart != of && given.hasMatchedOption(option)) {
        throw new IllegalArgumentException(
            option + " applies to --chart " + name(of) + ", not to " + name(chart));
      }
    });
  }

  private static String name(Statistic statistic) {
    return statistic.name().toLowerCase(Locale.ROOT);
  }

  private Plot plot(Search.Builder builder) {
    requireOptionsOfChart();
    return switch (chart) {
      case TIMELINE -> {
        Search search = builder.build();
        TimelineRequest request = timeline.request();
        yield open -> Chart.of(open.statistics().timeline(search, request));
      }
      case FACET -> {
        Search search = builder.facet(FacetRequest.parse(facet, VALUES)).pageSize(0).build();
        yield open -> Chart.of(open.search(search).facets().get(0));
      }
      case KEYWORDS -> {
        Search search = builder.build();
        KeywordsRequest request =
            new KeywordsRequest(against.query(), 2, KeywordsRequest.DEFAULT_LIMIT);
        yield open -> Chart.of(open.statistics().keywords(search, request));
      }
      case NETWORK -> {
        Search search = builder.build();
        yield open -> Chart.of(open.statistics().network(search, PAIRS));
      }
    };
  }
}
