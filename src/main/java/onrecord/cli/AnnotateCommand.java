package onrecord.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import onrecord.Archive;
import onrecord.ArchiveOptions;
import onrecord.engine.AnnotationReport;
import onrecord.format.CodedSheet.Problem;
import onrecord.format.CodingSheet;
import onrecord.format.SheetAnnotations;
import onrecord.format.SheetAnnotations.Meaning;
import onrecord.model.Annotation;
import onrecord.model.FieldType;
import onrecord.model.FieldValue;
import onrecord.query.OwnField;
import onrecord.source.OwnColumn;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Adds what coders have found about quotations to an archive. */
@Command(
    name = "annotate",
    description = {
      "Reads a sheet that sample --labels has printed and people have filled in, and adds the labels to"
          + " the quotations of the archive: they are facets and fields of queries with the name"
          + " quotation.NAME. The column corrected_speaker, if there is one, is who really said the"
          + " words, or (unknown); corrected_speaker_type (person, organization or unnamed) and"
          + " corrected_speaker_id describe the speaker. The columns coder and day (such as 2024-05-06)"
          + " apply to their rows. Several values of a cell are separated by |.",
      "All annotations are kept with their coder and day, also when the article is indexed or extracted"
          + " again. Of those on one field of a quotation, the last one by day counts. Rows that cannot"
          + " be used are reported, and the exit code is then 1; the others are added.",
      "Fields of the JSON: {\"added\", \"unchanged\", \"blank\", \"problems\": [{\"line\","
          + " \"message\"}]}, where unchanged is the number of annotations that the archive had already,"
          + " and blank the number of rows without any."
    })
final class AnnotateCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private final ArchiveOption archive = new ArchiveOption();

  @Mixin private final SheetFile file = new SheetFile();

  @Option(
      names = "--coder",
      preprocessor = TextValue.class,
      converter = TextValue.class,
      paramLabel = "NAME",
      description = "Who coded the rows that do not name a coder.")
  private @Nullable String coder;

  @Option(
      names = "--day",
      paramLabel = "DATE",
      description = "Day of the rows that do not have one, such as 2024-05-06. Default: today.")
  private @Nullable String day;

  @Option(
      names = "--field",
      paramLabel = "NAME=TYPE",
      split = ",",
      description =
          "Types of labels, such as strength=number,memo=text. TYPE is text, name, number or day."
              + " Default: the type that the archive has for the field, else name.")
  private List<String> fields = List.of();

  @Option(
      names = "--withdraw",
      description =
          "Withdraw what the coder has said in the columns whose cells are not blank. It is kept, but"
              + " does not count.")
  private boolean withdraw;

  @Option(names = "--json", description = "Print one JSON object with the fields above.")
  private boolean json;

  AnnotateCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    CodingSheet sheet = file.read();
    if (!SheetAnnotations.areIn(sheet)) {
      throw new UsageException(file + " has no column for labels, nor corrected_speaker");
    }
    Map<String, FieldType> types = UsageException.reading(() -> types(sheet));
    SheetAnnotations read;
    AnnotationReport report;
    try (Archive open = archive.openPresent(ArchiveOptions.DEFAULT)) {
      read = SheetAnnotations.of(sheet, settings(open, types), open::unannotated);
      report = open.annotate(read.rows().stream().map(SheetAnnotations.Row::annotation).toList());
      open.commit();
    }
    List<Problem> problems = problems(read, report);
    print(read, report, problems);
    return file.report(problems, terminal);
  }

  /** {@return the types that the options give to columns} */
  private Map<String, FieldType> types(CodingSheet sheet) {
    Map<String, FieldType> types = new HashMap<>();
    for (OwnColumn column : fields.stream().map(OwnColumn::parse).toList()) {
      if (!column.source().equals(column.name()) || !sheet.labels().contains(column.name())) {
        throw new IllegalArgumentException(
            "--field must name a column for labels of the sheet, of "
                + sheet.labels()
                + ", but was '"
                + column.source()
                + "'");
      }
      types.put(column.name(), column.type());
    }
    return types;
  }

  private SheetAnnotations.Settings settings(Archive open, Map<String, FieldType> given)
      throws IOException {
    Map<String, FieldType> types = new HashMap<>();
    open.info()
        .ownFields()
        .forEach((field, type) -> {
          if (field.owner() == OwnField.Owner.QUOTATION) {
            types.put(field.name(), type);
          }
        });
    types.putAll(given);
    return new SheetAnnotations.Settings(
        Optional.ofNullable(coder),
        UsageException.reading(this::dayOfRows),
        types,
        withdraw ? Meaning.WITHDRAWALS : Meaning.LABELS);
  }

  private LocalDate dayOfRows() {
    return day == null
        ? LocalDate.now(ZoneId.systemDefault())
        : new FieldValue(FieldType.DAY, day).day();
  }

  /** {@return the problems of rows, with those of annotations that the archive has rejected} */
  private static List<Problem> problems(SheetAnnotations read, AnnotationReport report) {
    Map<Annotation, Long> lines = new HashMap<>();
    read.rows().forEach(row -> lines.putIfAbsent(row.annotation(), row.line()));
    List<Problem> problems = new ArrayList<>(read.problems());
    for (AnnotationReport.Rejected rejected : report.rejected()) {
      problems.add(new Problem(lines.getOrDefault(rejected.annotation(), 1L), rejected.reason()));
    }
    problems.sort(Comparator.comparingLong(Problem::line));
    return problems;
  }

  private void print(SheetAnnotations read, AnnotationReport report, List<Problem> problems)
      throws IOException {
    if (!json) {
      terminal.line(
          "Added "
              + Count.of(report.added(), "annotation")
              + "; "
              + report.unchanged()
              + " were there already, "
              + read.blank()
              + " rows are blank.");
      return;
    }
    terminal.line(
        Json.object(out -> {
          out.writeNumberProperty("added", report.added());
          out.writeNumberProperty("unchanged", report.unchanged());
          out.writeNumberProperty("blank", read.blank());
          out.writeArrayPropertyStart("problems");
          for (Problem problem : problems) {
            out.writeStartObject();
            out.writeNumberProperty("line", problem.line());
            out.writeStringProperty("message", problem.message());
            out.writeEndObject();
          }
          out.writeEndArray();
        }));
  }
}
