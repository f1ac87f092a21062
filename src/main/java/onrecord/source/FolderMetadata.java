package onrecord.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import onrecord.model.Article;
import onrecord.source.CsvRows.Row;
import org.jspecify.annotations.Nullable;

/**
 * A table that describes the plain texts of its folder, one per row, as programs of corpus
 * linguistics have it: {@code metadata.csv} or {@code metadata.tsv}, whose first column is the name
 * of a file, with or without its endings. Immutable.
 */
final class FolderMetadata {

  private static final List<String> NAMES = List.of("metadata.csv", "metadata.tsv");

  private final SourceInput input;
  private final CsvHead head;
  private final FieldNames names;
  private final Map<String, List<String>> rows;

  private FolderMetadata(SourceInput input, CsvHead head, Map<String, List<String>> rows) {
    this.input = input;
    this.head = head;
    this.names = input.options().names();
    this.rows = Map.copyOf(rows);
  }

  /**
   * {@return the metadata of a folder; empty if it has none}
   *
   * @throws IOException if the table cannot be read, or is not valid
   */
  static Optional<FolderMetadata> of(Path folder, ReadOptions options) throws IOException {
    for (String name : NAMES) {
      Path file = folder.resolve(name);
      if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        return read(file, options);
      }
    }
    return Optional.empty();
  }

  private static Optional<FolderMetadata> read(Path file, ReadOptions options) throws IOException {
    String source = file.toString();
    try (InputStream raw = Files.newInputStream(file);
        Content content = Content.of(raw, source)) {
      Optional<CsvHead> head = CsvHead.ofTable(Head.of(content.in(), options));
      SourceInput input =
          new SourceInput(
              content.in(),
              source,
              Optional.empty(),
              RecordLimits.ofProcess(),
              options,
              Optional.empty());
      if (head.isEmpty() || !isDescription(head.get(), input)) {
        return Optional.empty();
      }
      OptionalLibrary.FASTCSV.require(source, "read " + file.getFileName());
      return Optional.of(
          new FolderMetadata(
              input, head.get(), rows(new CsvRows(input.reader(), head.get(), input), input)));
    }
  }

  /** A table that has texts itself does not describe those of its folder. */
  private static boolean isDescription(CsvHead head, SourceInput input) {
    FieldNames names = input.options().names();
    return head.columns().stream()
        .skip(1)
        .flatMap(column -> names.uses(column).stream())
        .noneMatch(use -> use.component().equals("text"));
  }

  private static Map<String, List<String>> rows(CsvRows table, SourceInput input)
      throws IOException {
    Map<String, List<String>> rows = new HashMap<>();
    long size = 0;
    table.next();
    for (Row row = table.next(); row != null; row = table.next()) {
      for (String cell : row.cells()) {
        size += cell.length();
      }
      if (size > input.limits().bytes()) {
        throw new ArticleFormatException(
            input.source(), 0, input.limits().tooLong("a table of metadata"));
      }
      rows.put(key(row.cells().getFirst()), row.cells());
    }
    return rows;
  }

  private static String key(String fileName) {
    String name = fileName.strip();
    return new Origin(name, name, Optional.of(name), Origin.Choice.FOUND, 0, Optional.empty())
        .baseName()
        .orElse(name);
  }

  /** {@return whether a file is the table itself} */
  boolean isTable(Path file) {
    return input.source().equals(file.toString());
  }

  /** {@return the number of rows that describe none of some files} */
  long countWithout(Iterable<String> fileNames) {
    Set<String> keys = new HashSet<>();
    fileNames.forEach(name -> keys.add(key(name)));
    return rows.keySet().stream().filter(key -> !keys.contains(key)).count();
  }

  /** {@return the records of a file of the folder, with what the table says of it} */
  RecordSource describe(RecordSource records, Origin origin, ReadTally tally) {
    List<String> row = rows.get(origin.baseName().orElse(""));
    if (row == null) {
      tally.skipped("a text without a row in its folder's metadata", 1);
      return records;
    }
    return new Described(records, row);
  }

  /** The records of one file, with the values of its row. */
  private final class Described implements RecordSource {
    private final RecordSource records;
    private final List<String> row;

    Described(RecordSource records, List<String> row) {
      this.records = records;
      this.row = row;
    }

    @Override
    public @Nullable ArticleRecord next() throws IOException {
      ArticleRecord record = records.next();
      if (record == null || record.articleIfRead().isEmpty()) {
        return record;
      }
      return described(record, record.articleIfRead().get());
    }

    private ArticleRecord described(ArticleRecord record, Article article) {
      ArticleFields fields = new ArticleFields();
      for (int i = 1; i < Math.min(row.size(), head.columns().size()); i++) {
        String column = head.columns().get(i);
        Optional<FieldNames.Use> use = names.uses(column).stream().findFirst();
        if (row.get(i).isBlank() || JsonArticle.isMissing(row.get(i))) {
          continue;
        }
        if (use.isEmpty() || fields.has(use.get().component())) {
          fields.unused(column);
        } else {
          CsvArticles.set(use.get().component(), row.get(i), fields);
        }
      }
      fields.addMissing(article);
      return fields.toRecord(
          new SourceInput(
              input.in(),
              record.source(),
              Optional.empty(),
              input.limits(),
              input.options(),
              Optional.empty()),
          record.line());
    }

    @Override
    public void close() throws IOException {
      records.close();
    }
  }
}
