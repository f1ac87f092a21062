package onrecord.format;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import onrecord.format.ArticleTexts.ArticleText;
import onrecord.model.FieldValue;
import onrecord.model.Fields;
import onrecord.model.Quotation;
import onrecord.model.Said;
import onrecord.model.Span;
import onrecord.model.Speaker;
import onrecord.query.Hit;
import onrecord.query.OwnField;
import onrecord.text.CodePoints;

/** Writes hits as the lines of a table. */
final class HitTable implements HitWriter {

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

  private final TableWriter table;
  private final ArticleTexts articles;
  private final List<Column> columns;

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

  private HitTable(Appendable out, ArticleTexts articles, TableFormat format) throws IOException {
    this.table = new TableWriter(out, format);
    this.articles = articles;
    this.columns =
        Stream.concat(COLUMNS.stream(), articles.own().stream().map(HitTable::column)).toList();
    table.line(columns.stream().map(Column::name).toList());
  }

  /** {@return the column of a field of the owner of the archive, such as "speaker.party"} */
  private static Column column(OwnField field) {
    return new Column(
        field.word(),
        (hit, in) ->
            ListCell.of(
                fields(field.owner(), hit, in).of(field.name()).stream()
                    .map(FieldValue::text)
                    .toList()));
  }

  private static Fields fields(OwnField.Owner owner, Hit hit, ArticleText in) {
    return switch (owner) {
      case ARTICLE -> in.article().fields();
      case SPEAKER -> hit.quotation().speaker().fields();
      case QUOTATION -> hit.quotation().fields();
    };
  }

  static HitWriter csv(Appendable out, ArticleTexts articles) throws IOException {
    return new HitTable(out, articles, TableFormat.CSV);
  }

  static HitWriter rawCsv(Appendable out, ArticleTexts articles) throws IOException {
    return new HitTable(out, articles, TableFormat.RAW_CSV);
  }

  static HitWriter tsv(Appendable out, ArticleTexts articles) throws IOException {
    return new HitTable(out, articles, TableFormat.TSV);
  }

  static HitWriter rawTsv(Appendable out, ArticleTexts articles) throws IOException {
    return new HitTable(out, articles, TableFormat.RAW_TSV);
  }

  @Override
  public void write(Hit hit) throws IOException {
    ArticleText article = articles.of(hit.article());
    table.line(columns.stream().map(column -> column.value().of(hit, article)).toList());
  }

  @Override
  public void close() {}

  private static String text(Optional<?> value) {
    return value.map(Object::toString).orElse("");
  }

  private static String text(List<String> values) {
    return ListCell.of(values);
  }

  /** {@return the name of a speaker; empty if it is unknown} */
  static String name(Speaker speaker) {
    return speaker.isKnown() ? speaker.name() : "";
  }

  private static String words(Optional<Span> span, ArticleText in) {
    return text(span.map(words -> words.in(in.article().text())));
  }

  private static String runs(Quotation quotation, CodePoints text) {
    return ListCell.of(
        quotation.runs().stream()
            .map(run -> text.before(run.start()) + "-" + text.before(run.end()))
            .toList());
  }

  private static String occurrences(Hit hit) {
    return ListCell.of(
        hit.occurrences().stream().map(occurrence -> occurrence.quotation().id()).toList());
  }
}
