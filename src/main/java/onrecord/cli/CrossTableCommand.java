package onrecord.cli;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import onrecord.format.ResultJson;
import onrecord.format.ResultTable;
import onrecord.query.CrossTable;
import onrecord.query.CrossTableRequest;
import onrecord.query.Dimension;
import onrecord.query.FacetRequest;
import onrecord.query.Metric;
import onrecord.query.PivotTable;
import onrecord.query.Search;
import onrecord.query.Selection;
import onrecord.query.ShareBase;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Counts quotations by several dimensions at once. */
@Command(
    name = "table",
    description = {
      "Counts the matching quotations by the values of one facet or several at once, such as"
          + " speaker, outlet and month: one line for each combination that occurs.",
      "Fields of the JSON: {\"selection\", \"request\": {\"dimensions\": [{\"name\", \"facet\","
          + " \"limit\", \"step\", \"bounds\"}], \"metrics\", \"base\": {\"population\","
          + " \"within\"}}, \"quotations\", \"rows\": [{\"values\", \"quotations\","
          + " \"metrics\": {\"quotations\", \"articles\", \"wordings\", \"words\", \"speakers\","
          + " \"confidence\"}, \"base\", \"share\"}]}.",
      "With --pivot, in place of the rows: \"columns\": [{\"value\", \"total\": {\"quotations\","
          + " \"metrics\", \"base\", \"share\"}}], \"rows\": [{\"values\", \"cells\":"
          + " [{\"quotations\", \"metrics\", \"base\", \"share\"}], \"total\"}], \"total\"."
    })
final class CrossTableCommand extends StatisticCommand {

  @Mixin private final DistinctOption distinct = new DistinctOption();

  @Option(
      names = "--by",
      required = true,
      paramLabel = "FACET",
      description =
          "What to count by; repeat it for more dimensions. speaker:20 counts 20 values instead of"
              + " 10; published:month counts by months, others are day, week, quarter, year, decade"
              + " and weekday; published:2016-11-08,2017-01-20 by periods that begin on these days.")
  private List<String> by = List.of();

  @Option(
      names = "--metric",
      split = ",",
      paramLabel = "METRIC",
      description =
          "What to state of each line: ${COMPLETION-CANDIDATES}. WORDINGS counts the same words"
              + " once, SPEAKERS known ones, and CONFIDENCE is a mean. Default: QUOTATIONS.")
  private List<Metric> metrics = List.of(Metric.QUOTATIONS);

  @Option(
      names = "--of",
      paramLabel = "BASE",
      description =
          "Print the share of the quotations in a base: ${COMPLETION-CANDIDATES}. SELECTION is all"
              + " matching quotations, ARCHIVE all of the archive of the same kinds.")
  private ShareBase.@Nullable Population of;

  @Option(
      names = "--within",
      paramLabel = "FACET",
      description =
          "Count the base of --of for each value of this facet of --by separately; may be repeated.")
  private List<String> within = List.of();

  @Option(
      names = "--pivot",
      description = {
        "Print one column for each value of the last facet of --by, with totals, instead of one"
            + " line for each combination. A cell without quotations is 0. A total is what is"
            + " counted without the other facets, not a sum: a quotation with several values"
            + " counts once, and so does one whose value has no column.",
        "In CSV and TSV, the last row has the totals, and its first columns are empty."
      })
  private boolean pivot;

  CrossTableCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  Question question(Search.Builder builder) {
    Search search = distinct.apply(builder).build();
    CrossTableRequest request = request();
    if (pivot) {
      return pivoted(search, request);
    }
    return open -> {
      CrossTable table = open.statistics().table(search, request);
      return new Result(
          out -> print(out, table), () -> ResultJson.of(table), ResultTable.of(table)::write);
    };
  }

  private static Question pivoted(Search search, CrossTableRequest request) {
    if (request.dimensions().size() < 2) {
      throw new IllegalArgumentException("--pivot requires --by to be given twice or more");
    }
    return open -> {
      PivotTable table = open.statistics().pivot(search, request);
      return new Result(
          out -> {
            out.line(heading(table.quotations(), table.selection(), request));
            if (!table.rows().isEmpty()) {
              out.line("");
              new PivotPrinter(out).print(table);
            }
          },
          () -> ResultJson.of(table),
          ResultTable.of(table)::write);
    };
  }

  private CrossTableRequest request() {
    List<Dimension> dimensions =
        by.stream().map(text -> Dimension.parse(text, FacetRequest.DEFAULT_LIMIT)).toList();
    Set<Metric> chosen = EnumSet.noneOf(Metric.class);
    chosen.addAll(metrics);
    return new CrossTableRequest(dimensions, chosen, base(dimensions));
  }

  private Optional<ShareBase> base(List<Dimension> dimensions) {
    if (of == null) {
      if (!within.isEmpty()) {
        throw new IllegalArgumentException("--within requires --of");
      }
      return Optional.empty();
    }
    List<Dimension> same = new ArrayList<>();
    for (String text : within) {
      List<Integer> found =
          Stream.iterate(0, i -> i < by.size(), i -> i + 1)
              .filter(i ->
                  by.get(i).equalsIgnoreCase(text)
                      || by.get(i)
                          .toLowerCase(Locale.ROOT)
                          .startsWith(text.toLowerCase(Locale.ROOT) + ":"))
              .toList();
      if (found.size() != 1) {
        throw new IllegalArgumentException(
            "--within must name one facet of --by, which are "
                + String.join(", ", by)
                + ", but was '"
                + text
                + "'");
      }
      same.add(dimensions.get(found.getFirst()));
    }
    return Optional.of(new ShareBase(of, same));
  }

  private static void print(Terminal out, CrossTable table) {
    out.line(heading(table.quotations(), table.selection(), table.request()));
    if (table.rows().isEmpty()) {
      return;
    }
    out.line("");
    ResultTable cells = ResultTable.of(table);
    int dimensions = table.request().dimensions().size();
    List<Table.Align> columns = new ArrayList<>();
    for (int i = 0; i < cells.columns().size(); i++) {
      columns.add(i < dimensions ? Table.Align.LEFT : Table.Align.RIGHT);
    }
    Table lines = new Table(columns);
    lines.line(cells.columns());
    for (int i = 0; i < cells.rows().size(); i++) {
      lines.line(shown(cells.rows().get(i), table.rows().get(i), table.request()));
    }
    lines.print(out);
  }

  private static String heading(long quotations, Selection selection, CrossTableRequest request) {
    return Count.of(quotations, "quotation")
        + Base.of(selection)
        + request.base().map(CrossTableCommand::shares).orElse("");
  }

  private static String shares(ShareBase base) {
    String population =
        switch (base.population()) {
          case SELECTION -> "the quotations found";
          case ARCHIVE -> "all quotations of the archive";
        };
    return "; shares of "
        + population
        + (base.within().isEmpty()
            ? ""
            : " with the same "
                + String.join(" and ", base.within().stream().map(Dimension::name).toList()));
  }

  /** {@return the cells of a line, with rounded numbers} */
  private static List<String> shown(
      List<String> cells, CrossTable.Row row, CrossTableRequest request) {
    List<String> shown = new ArrayList<>(cells);
    if (request.base().isPresent()) {
      shown.set(shown.size() - 1, PivotPrinter.share(row.share()));
    }
    if (request.metrics().contains(Metric.CONFIDENCE)) {
      int at = request.dimensions().size() + request.metrics().size() - 1;
      shown.set(
          at,
          PivotPrinter.metric(
              Metric.CONFIDENCE, row.metrics().getOrDefault(Metric.CONFIDENCE, 0.0)));
    }
    return shown;
  }
}
