package onrecord.format;

import com.google.common.io.CharStreams;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import onrecord.format.ArticleTexts.ArticleText;
import onrecord.model.Quotation;
import onrecord.model.Said;
import onrecord.model.Span;
import onrecord.model.Speaker;
import onrecord.query.Hit;
import onrecord.text.CodePoints;

/** Writes hits as CSV. This is the only class of this package that uses FastCSV. */
final class HitCsv implements HitWriter {

  private static final String SEPARATOR = "|";

  private static final CsvWriter.CsvWriterBuilder LINES =
      CsvWriter.builder().lineDelimiter(LineDelimiter.LF);

  private static final List<Column> COLUMNS =
      List.of(
          new Column("id", (hit, in) -> hit.quotation().id()),
          new Column("article", (hit, in) -> in.article().id()),
          new Column("title", (hit, in) -> in.article().title()),
          new Column("published", (hit, in) -> text(in.article().published())),
          new Column("outlet", (hit, in) -> text(in.article().outlet())),
          new Column("section", (hit, in) -> text(in.article().section())),
          new Column("authors", (hit, in) -> text(in.article().authors())),
          new Column("url", (hit, in) -> text(in.article().url())),
          new Column("language", (hit, in) -> text(in.article().language())),
          new Column("tags", (hit, in) -> text(in.article().tags())),
          new Column("speaker", (hit, in) -> name(hit.quotation().speaker())),
          new Column("speaker_type", (hit, in) -> hit.quotation().speaker().type().name()),
          new Column("speaker_id", (hit, in) -> text(hit.quotation().speaker().id())),
          new Column("speaker_printed", (hit, in) -> text(hit.quotation().speaker().printed())),
          new Column(
              "speaker_description", (hit, in) -> text(hit.quotation().speaker().description())),
          new Column("text", (hit, in) -> hit.quotation().text()),
          new Column("kind", (hit, in) -> hit.quotation().kind().name()),
          new Column("runs", (hit, in) -> runs(hit.quotation(), in.text())),
          new Column("mention", (hit, in) -> words(hit.quotation().mention(), in)),
          new Column("cue", (hit, in) -> words(hit.quotation().cue(), in)),
          new Column("said", (hit, in) -> text(hit.quotation().said().flatMap(Said::date))),
          new Column("confidence", (hit, in) -> String.valueOf(hit.quotation().confidence())),
          new Column("rule", (hit, in) -> hit.quotation().rule()),
          new Column("about", (hit, in) -> text(hit.quotation().about())),
          new Column("context", (hit, in) -> text(hit.context().map(context -> context.text()))),
          new Column("occurrences", (hit, in) -> occurrences(hit)));

  private final Appendable out;
  private final ArticleTexts articles;
  private final UnaryOperator<String> cell;

  /**
   * A column.
   *
   * @param name its name on the first line
   * @param value its value on the line of a hit
   */
  private record Column(String name, Value value) {}

  /** Returns the value of a column. */
  @FunctionalInterface
  private interface Value {
    String of(Hit hit, ArticleText in);
  }

  private HitCsv(Appendable out, ArticleTexts articles, UnaryOperator<String> cell)
      throws IOException {
    this.out = out;
    this.articles = articles;
    this.cell = cell;
    line(COLUMNS.stream().map(Column::name).toList());
  }

  /** {@return a writer of cells that a spreadsheet shows as text} */
  static HitWriter forSpreadsheets(Appendable out, ArticleTexts articles) throws IOException {
    return new HitCsv(out, articles, SpreadsheetCell::of);
  }

  /** {@return a writer of cells that are the values themselves} */
  static HitWriter raw(Appendable out, ArticleTexts articles) throws IOException {
    return new HitCsv(out, articles, UnaryOperator.identity());
  }

  @Override
  public void write(Hit hit) throws IOException {
    ArticleText article = articles.of(hit.article());
    line(COLUMNS.stream().map(column -> column.value().of(hit, article)).map(cell).toList());
  }

  @Override
  public void close() {}

  private void line(List<String> values) throws IOException {
    StringBuilder line = new StringBuilder();
    try (CsvWriter csv = LINES.build(CharStreams.asWriter(line))) {
      csv.writeRecord(values);
    }
    out.append(line);
  }

  private static String text(Optional<?> value) {
    return value.map(Object::toString).orElse("");
  }

  private static String text(List<String> values) {
    return String.join(SEPARATOR, values);
  }

  private static String name(Speaker speaker) {
    return speaker.isKnown() ? speaker.name() : "";
  }

  private static String words(Optional<Span> span, ArticleText in) {
    return text(span.map(words -> words.in(in.article().text())));
  }

  private static String runs(Quotation quotation, CodePoints text) {
    return quotation.runs().stream()
        .map(run -> text.before(run.start()) + "-" + text.before(run.end()))
        .collect(Collectors.joining(SEPARATOR));
  }

  private static String occurrences(Hit hit) {
    return hit.occurrences().stream()
        .map(occurrence -> occurrence.quotation().id())
        .collect(Collectors.joining(SEPARATOR));
  }
}
