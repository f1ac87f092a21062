package onrecord.cli;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import onrecord.Archive;
import onrecord.format.ResultJson;
import onrecord.format.ResultTable;
import onrecord.model.RecordedAnnotation;
import onrecord.model.RecordedAnnotation.Standing;
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

  AnnotationsCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    ResultFormat chosen = UsageException.reading(() -> format.chosen(ResultFormat.ofTables()));
    output.write(
        terminal,
        out -> {
          List<RecordedAnnotation> all = annotations();
          ResultTable table = ResultTable.annotations(all);
          format.print(
              chosen,
              out,
              new Result(
                  text -> print(text, table), () -> ResultJson.annotations(all), table::write));
        });
    return 0;
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
