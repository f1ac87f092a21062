package onrecord.cli;

import java.util.Optional;
import onrecord.query.Order;
import onrecord.query.Search;
import onrecord.query.SortOrder;
import onrecord.query.TimeStep;
import onrecord.report.Report;
import onrecord.report.ReportRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes a report on what a search finds. */
@Command(
    name = "report",
    description = {
      "Writes a report on the matching quotations as one web page that needs nothing else: totals, how"
          + " sure the speakers are, timelines, speakers and outlets, who speaks about whom,"
          + " distinctive words, a concordance, and quotations in their context.",
      "Example: report --archive DIR --output report.html \"old mill\""
    })
final class ReportCommand extends AskingCommand {

  @Mixin private final DistinctOption distinct = new DistinctOption();

  @Option(
      names = "--title",
      preprocessor = TextValue.class,
      converter = TextValue.class,
      paramLabel = "TEXT",
      description = "Title of the report. Default: the query.")
  private @Nullable String title;

  @Mixin private final AgainstOption against = new AgainstOption();

  @Option(
      names = "--by",
      paramLabel = "STEP",
      description =
          "Length of the periods of the timelines: ${COMPLETION-CANDIDATES}. Default: one that fits.")
  private @Nullable TimeStep step;

  @Option(
      names = "--sort",
      converter = OrderArgument.class,
      completionCandidates = OrderArgument.class,
      paramLabel = "ORDER",
      description =
          "Order of the quotations: ${COMPLETION-CANDIDATES}, "
              + OrderArgument.OWN_FIELDS
              + ". Default: ${DEFAULT-VALUE}.")
  private Order sort = SortOrder.RELEVANCE;

  @Option(
      names = "--limit",
      converter = WholeNumber.Reported.class,
      paramLabel = "N",
      description =
          "Maximum number of quotations shown, 0 to "
              + ReportRequest.MAX_QUOTATIONS
              + ". Default: ${DEFAULT-VALUE}.")
  private int limit = ReportRequest.DEFAULT_QUOTATIONS;

  ReportCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  Answer answer(Search.Builder builder) {
    ReportRequest request =
        new ReportRequest(
            distinct.apply(builder).sort(sort).build(),
            Optional.ofNullable(title),
            against.query(),
            Optional.ofNullable(step),
            limit);
    return (open, out) -> out.terminal().text().append(Report.of(open, request).html());
  }
}
