package onrecord.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import onrecord.Archive;
import onrecord.format.CodedSheet;
import onrecord.format.CodingSheet;
import onrecord.format.ResultJson;
import onrecord.format.ResultTable;
import onrecord.query.ErrorRates;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints error rates that people have found by coding a sample. */
@Command(
    name = "error-rates",
    description = {
      "Reads a sheet that sample --labels has printed and people have filled in, and prints how many"
          + " quotations they judged as wrong: in all, by the confidence of the attribution, and by"
          + " the rule that made it, with 95 %% confidence intervals (Wilson 1927).",
      "A judgement is yes, y, true, 1, correct or right; or no, n, false, 0 or wrong; in any case. It"
          + " is used if the archive has the quotation, with the words and the speaker that the sheet"
          + " shows. Rows that cannot be used are reported, and the exit code is then 1.",
      "Fields of the JSON: {\"label\", \"blank\", \"all\": {\"value\", \"judged\", \"wrong\","
          + " \"share\", \"lower\", \"upper\"}, \"confidence\": [...], \"rules\": [...],"
          + " \"problems\": [{\"line\", \"message\"}]}, where confidence and rules contain rates like"
          + " all, and blank is the number of rows without a judgement."
    })
final class ErrorRatesCommand implements Callable<Integer> {

  private static final int REPORTED = 20;

  private final Terminal terminal;

  @Mixin private final ArchiveOption archive = new ArchiveOption();
  @Mixin private final FormatOptions format = new FormatOptions();
  @Mixin private final OutputOptions output = new OutputOptions();

  @Parameters(
      paramLabel = "FILE",
      description = "Sheet as CSV, with commas or semicolons, or as text with tabs.")
  private Path file = Path.of("");

  @Option(
      names = "--label",
      preprocessor = TextValue.class,
      converter = TextValue.class,
      paramLabel = "LABEL",
      description = "Column that contains the judgements. Default: ${DEFAULT-VALUE}.")
  private String label = "correct";

  ErrorRatesCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    ResultFormat chosen = UsageException.reading(() -> format.chosen(ResultFormat.ofTables()));
    CodedSheet sheet = coded();
    ErrorRates rates = ErrorRates.of(sheet.judgements());
    output.write(
        terminal,
        out ->
            format.print(
                chosen,
                out,
                new Result(
                    text -> print(text, sheet, rates),
                    () -> ResultJson.errorRates(sheet),
                    ResultTable.of(rates)::write)));
    List<CodedSheet.Problem> problems = sheet.problems();
    problems.stream()
        .limit(REPORTED)
        .forEach(problem ->
            terminal.complain(file + ", line " + problem.line() + ": " + problem.message()));
    if (problems.size() > REPORTED) {
      terminal.complain("and " + (problems.size() - REPORTED) + " more lines cannot be used");
    }
    return problems.isEmpty() ? 0 : 1;
  }

  private CodedSheet coded() throws IOException {
    CodingSheet sheet = CodingSheet.read(file);
    if (!sheet.labels().contains(label)) {
      throw new UsageException(
          "--label must be a column for labels of the sheet, of "
              + sheet.labels()
              + ", but was '"
              + label
              + "'");
    }
    try (Archive open = archive.openReadOnly()) {
      return CodedSheet.of(sheet, label, open::quotation);
    }
  }

  private static void print(Terminal out, CodedSheet sheet, ErrorRates rates) {
    out.line(
        Count.of(sheet.judgements().size(), "quotation")
            + " judged as "
            + sheet.label()
            + ", "
            + sheet.blank()
            + " blank");
    if (rates.all().isEmpty()) {
      return;
    }
    out.line("");
    Table table =
        new Table(
            Table.Align.LEFT,
            Table.Align.LEFT,
            Table.Align.RIGHT,
            Table.Align.RIGHT,
            Table.Align.RIGHT,
            Table.Align.RIGHT);
    table.line("", "", "judged", "wrong", "share", "interval");
    rates.all().ifPresent(rate -> line(table, "all", "", rate));
    rates.confidence().forEach(rate -> line(table, "confidence", rate.value(), rate));
    rates.rules().forEach(rate -> line(table, "rule", rate.value(), rate));
    table.print(out);
  }

  private static void line(Table table, String by, String value, ErrorRates.Rate rate) {
    table.line(
        by,
        value,
        String.valueOf(rate.judged()),
        String.valueOf(rate.wrong()),
        percent(rate.share()),
        percent(rate.interval().lower()) + " to " + percent(rate.interval().upper()));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f%%", share * 100);
  }
}
