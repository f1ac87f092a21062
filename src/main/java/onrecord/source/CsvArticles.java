package onrecord.source;

import java.io.IOException;
import java.io.Reader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a table with one article per row, one row at a time. Not thread-safe. */
final class CsvArticles implements RecordSource {

  private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

  private final SourceInput input;
  private final CsvHead head;
  private final FieldNames names;
  private final CsvRows rows;
  private final CsvQuotations quotations;
  private boolean ended;

  /**
   * Creates a reader.
   *
   * @throws ArticleFormatException if the table has no column with the texts of the articles
   * @throws IOException if it cannot be read
   */
  CsvArticles(SourceInput input) throws IOException {
    this.input = input;
    this.names = input.options().names();
    this.head =
        CsvHead.of(Head.of(input.in(), input.options()))
            .orElseThrow(() ->
                new ArticleFormatException(
                    input.source(),
                    1,
                    "the first line must name the columns, such as title, text and date"));
    requireColumns();
    this.quotations = new CsvQuotations(head.columns());
    Reader characters = input.reader();
    this.rows = new CsvRows(characters, head, input);
    if (head.headed()) {
      rows.next();
    }
  }

  private void requireColumns() throws ArticleFormatException {
    for (Map.Entry<String, String> field : input.options().fields().entrySet()) {
      String wanted = FieldNames.significant(field.getValue());
      if (head.columns().stream().map(FieldNames::significant).noneMatch(wanted::equals)) {
        throw new ArticleFormatException(
            input.source(), 1, "there is no column '" + field.getValue() + "'" + columns());
      }
    }
    if (head.columns().stream().noneMatch(column -> use(column, "text").isPresent())) {
      throw new ArticleFormatException(
          input.source(),
          1,
          "there is no column with the text of the articles"
              + columns()
              + ", of which one can be"
              + " specified as the text");
    }
  }

  private String columns() {
    return "; the columns are " + String.join(", ", head.columns());
  }

  private Optional<FieldNames.Use> use(String column, String component) {
    return names.uses(column).stream()
        .filter(use -> use.path().isEmpty() && use.component().equals(component))
        .findFirst();
  }

  @Override
  public @Nullable ArticleRecord next() throws IOException {
    if (ended) {
      return null;
    }
    try {
      CsvRows.Row row = rows.next();
      return row == null ? null : toRecord(row);
    } catch (ArticleFormatException e) {
      if (e.getCause() == null) {
        throw e;
      }
      ended = true;
      return ArticleRecord.failed(e);
    }
  }

  private ArticleRecord toRecord(CsvRows.Row row) {
    List<String> columns = head.columns();
    List<String> cells = row.cells();
    for (int i = columns.size(); i < cells.size(); i++) {
      if (!cells.get(i).isBlank()) {
        return ArticleRecord.failed(
            new ArticleFormatException(
                input.source(),
                row.line(),
                "must have "
                    + columns.size()
                    + " fields, like the first line, but has "
                    + cells.size()));
      }
    }
    ArticleFields fields = fields(columns, cells);
    return fields.has("text")
        ? fields.toRecord(input, row.line(), article -> quotations.in(article, cells))
        : ArticleRecord.skipped(input.source(), row.line(), "a row without a text");
  }

  private ArticleFields fields(List<String> columns, List<String> cells) {
    ArticleFields fields = new ArticleFields();
    Map<String, TreeMap<Integer, Integer>> ranked = new HashMap<>();
    for (int i = 0; i < Math.min(columns.size(), cells.size()); i++) {
      if (isMissing(cells.get(i)) || quotations.uses(i)) {
        continue;
      }
      List<FieldNames.Use> uses =
          names.uses(columns.get(i)).stream().filter(u -> u.path().isEmpty()).toList();
      boolean used = false;
      for (FieldNames.Use use : uses) {
        Integer other =
            ranked
                .computeIfAbsent(use.component(), key -> new TreeMap<>())
                .putIfAbsent(use.rank(), i);
        used |= other == null;
      }
      if (!used) {
        fields.unused(columns.get(i));
      }
    }
    ranked.forEach((component, found) -> {
      boolean first = true;
      for (int column : found.values()) {
        if (first) {
          setOrOwn(component, cells.get(column), fields);
        } else {
          fields.unused(columns.get(column));
        }
        first = false;
      }
    });
    return fields;
  }

  /** Sets a component of an article; a cell of Onrecord is a list of the values of an own field. */
  private void setOrOwn(String component, String cell, ArticleFields fields) {
    if (quotations.areGiven() && OwnColumn.isComponent(component)) {
      fields.add(component, PrintedList.ofOnrecord(cell));
    } else {
      set(component, cell, fields);
    }
  }

  private boolean isMissing(String cell) {
    return cell.isBlank() || !quotations.areGiven() && isMissingValue(cell);
  }

  private static boolean isMissingValue(String cell) {
    return cell.strip().equals("NA") || JsonArticle.isMissing(cell);
  }

  /** Sets a component of an article from a cell. */
  static void set(String component, String cell, ArticleFields fields) {
    switch (component) {
      case "text" -> fields.add("text", MarkupText.plain(cell));
      case "published" -> fields.addDate(cell);
      case "authors" -> fields.add("authors", PrintedList.ofAuthors(cell));
      case "tags" -> {
        List<String> tags = PrintedList.of(cell);
        fields.add("tags", tags.size() == 1 ? COMMA.splitAsStream(cell.strip()).toList() : tags);
      }
      case "language" -> fields.add("language", LanguageName.tag(cell).orElse(cell));
      default -> {
        if (OwnColumn.isComponent(component)) {
          fields.addCell(component, cell);
        } else {
          fields.add(component, cell);
        }
      }
    }
  }
}
