package onrecord.cli;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import onrecord.Archive;
import onrecord.format.ResultJson;
import onrecord.format.ResultTable;
import onrecord.model.RecordedAnnotation;
import onrecord.model.RecordedAnnotation.Standing;
import onrecord.query.CoderAgreement;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the annotations of an archive. */
@Command(
    name = "annotations",
    description = {
      "Prints the labels and the corrections of speakers that annotate has added, with their coders and"
          + " days: CURRENT ones count; SUPERSEDED ones do not, as a later one counts or the coder has"
          + " withdrawn them; DETACHED ones are on a quotation that the article does not have now, and"
          + " count again when it is found again.",
      "With --agreement, prints how far coders agree on each field instead, by Krippendorff's alpha for"
          + " nominal values: 1 if they always do, 0 if they do as often as by chance. Quotations with labels of two"
          + " coders or more are compared; {\"agreement\": [{\"field\", \"quotations\", \"coders\","
          + " \"labels\", \"alpha\"}]} is the JSON.",
      "Fields of the JSON: {\"annotations\": [{\"quotation\", \"annotated\", \"article\", \"words\","
          + " \"field\", \"fields\", \"speaker\", \"coder\", \"day\", \"standing\", \"replaced\"}]},"
          + " where quotation is the id of the quotation now, annotated its id and words its words when"
          + " it was annotated, and replaced the speaker that was found otherwise. A label has field"
          + " and, unless it withdraws what was said before, fields with its values; a correction has"
          + " speaker, which is then null."
    })
final class AnnotationsCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private final ArchiveOption archive = new ArchiveOption();
  @Mixin private final FormatOptions format = new FormatOptions();
  @Mixin private final OutputOptions output = new OutputOptions();

  @Option(
      names = "--standing",
      paramLabel = "STANDING",
      split = ",",
      description = "Only annotations that are ${COMPLETION-CANDIDATES}. Default: all.")
  private List<Standing> standings = List.of(Standing.values());

  @Option(
      names = "--agreement",
      description = "Print the agreement of the coders, in place of the annotations.")
  private boolean agreement;

  AnnotationsCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    ResultFormat chosen =
        UsageException.reading(() -> format.chosen(ResultFormat.ofTables(), output));
    output.write(
        terminal,
        out -> {
          List<RecordedAnnotation> all = annotations();
          format.print(chosen, out, agreement ? agreement(all) : list(all));
        });
    return 0;
  }

  private static Result list(List<RecordedAnnotation> all) {
    ResultTable table = ResultTable.annotations(all);
    return new Result(text -> print(text, table), () -> ResultJson.annotations(all), table::write);
  }

  private static Result agreement(List<RecordedAnnotation> all) {
    List<CoderAgreement> fields = CoderAgreement.of(all);
    return new Result(
        text -> printAgreement(text, fields),
        () -> ResultJson.agreement(fields),
        ResultTable.agreement(fields)::write);
  }

  private static void printAgreement(Terminal out, List<CoderAgreement> fields) {
    Table table =
        new Table(
            Table.Align.LEFT,
            Table.Align.RIGHT,
            Table.Align.RIGHT,
            Table.Align.RIGHT,
            Table.Align.RIGHT);
    table.line("field", "quotations", "coders", "labels", "alpha");
    for (CoderAgreement field : fields) {
      table.line(
          "quotation." + field.field(),
          String.valueOf(field.quotations()),
          String.valueOf(field.coders()),
          String.valueOf(field.labels()),
          field.alpha().isPresent()
              ? String.format(Locale.ROOT, "%.3f", field.alpha().getAsDouble())
              : "");
    }
    table.print(out);
    if (fields.stream().allMatch(field -> field.quotations() == 0)) {
      out.line("no quotation has labels of two coders or more");
    }
  }

  private List<RecordedAnnotation> annotations() throws IOException {
    try (Archive open = archive.openReadOnly();
        Stream<RecordedAnnotation> all = open.annotations()) {
      return all.filter(annotation -> standings.contains(annotation.standing())).toList();
    }
  }

  private static void print(Terminal out, ResultTable annotations) {
    out.line(Count.of(annotations.rows().size(), "annotation"));
    if (annotations.rows().isEmpty()) {
      return;
    }
    out.line("");
    List<String> columns = List.of("annotated", "field", "value", "coder", "day", "standing");
    List<Integer> places = columns.stream().map(annotations.columns()::indexOf).toList();
    Table table = new Table(Collections.nCopies(columns.size(), Table.Align.LEFT));
    table.line(columns);
    for (List<String> row : annotations.rows()) {
      table.line(places.stream().map(row::get).toList());
    }
    table.print(out);
  }
}
