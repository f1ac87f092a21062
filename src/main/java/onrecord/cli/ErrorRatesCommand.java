package onrecord.cli;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import onrecord.Archive;
import onrecord.format.CodedSheet;
import onrecord.format.CodingSheet;
import onrecord.format.ResultJson;
import onrecord.format.ResultTable;
import onrecord.query.ErrorRates;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints error rates that people have found by coding a sample. */
@Command(
    name = "error-rates",
    description = {
      "Reads a sheet that sample --labels has printed and people have filled in, and prints how many"
          + " quotations they judged as wrong: in all, by the confidence of the attribution, and by"
          + " the rule that made it, with 95 %% confidence intervals (Wilson 1927).",
      "A judgement is yes, y, true, 1, correct or right; or no, n, false, 0 or wrong; in any case. It"
          + " is used if the archive has the quotation, with the words and the speaker that the sheet"
          + " shows; a speaker whom annotate has corrected is judged as it was found."
          + " Rows that cannot be used are reported, and the exit code is then 1.",
      "Fields of the JSON: {\"label\", \"blank\", \"all\": {\"value\", \"judged\", \"wrong\","
          + " \"share\", \"lower\", \"upper\"}, \"confidence\": [...], \"rules\": [...],"
          + " \"problems\": [{\"line\", \"message\"}]}, where confidence and rules contain rates like"
          + " all, and blank is the number of rows without a judgement."
    })
final class ErrorRatesCommand implements Callable<Integer>, CitableCommand {

  private final Terminal terminal;

  @Mixin private final ReadArchiveOption archive = new ReadArchiveOption();
  @Mixin private final FormatOptions format = new FormatOptions();
  @Mixin private final OutputOptions output = new OutputOptions();
  @Mixin private final CiteOption cite = new CiteOption();

  @Spec private @Nullable CommandSpec command;

  @Mixin private final SheetFile file = new SheetFile();

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
    ResultFormat chosen =
        UsageException.reading(() -> format.chosen(ResultFormat.ofTables(), output));
    CodingSheet coding = read();
    List<CodedSheet.Problem> problems = new ArrayList<>();
    output.write(
        terminal,
        out -> {
          try (Archive open = archive.openReadOnly()) {
            CodedSheet sheet = CodedSheet.of(coding, label, open::unannotated);
            Result result = result(sheet);
            cite.print(open, this, result, () -> format.print(chosen, out, result), terminal);
            problems.addAll(sheet.problems());
          }
        });
    return file.report(problems, terminal);
  }

  @Override
  public String ask(Archive open) throws IOException {
    return result(CodedSheet.of(read(), label, open::unannotated)).json().get();
  }

  @Override
  public List<String> parameters() {
    return CitedCommand.of(requireNonNull(command), Optional.empty());
  }

  private static Result result(CodedSheet sheet) {
    ErrorRates rates = ErrorRates.of(sheet.judgements());
    return new Result(
        text -> print(text, sheet, rates),
        () -> ResultJson.errorRates(sheet),
        ResultTable.of(rates)::write);
  }

  private CodingSheet read() throws IOException {
    CodingSheet sheet = file.read();
    if (!sheet.labels().contains(label)) {
      throw new UsageException(
          "--label must be a column for labels of the sheet, of "
              + sheet.labels()
              + ", but was '"
              + label
              + "'");
    }
    return sheet;
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
