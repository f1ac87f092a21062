package onrecord.format;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import onrecord.model.Fields;
import onrecord.model.Published;
import onrecord.query.Hit;

/**
 * A table in which people code quotations: a row for each quotation, with its id, speaker and words
 * in their context, and an empty column for each label. It is written by {@link #of}, filled in
 * with a spreadsheet, and read back by {@link #read}. Immutable.
 *
 * {@snippet file="onrecord/format/SnippetsTest.java" region="coding"}
 *
 * <p>A sheet may be saved as CSV, with commas or semicolons, or as text with tabs, in UTF-8 or
 * UTF-16, with a byte order mark or without. Its rows may be in any order, and columns other than
 * the id may be missing or added. Needs FastCSV.
 *
 * @param labels the names of the columns that are not those that {@link #of} fills
 * @param rows the rows
 */
public record CodingSheet(List<String> labels, List<Row> rows) {

  /** The maximum number of bytes of a sheet that is read. */
  public static final int MAX_BYTES = 1 << 26;

  /** The maximum number of labels of a sheet that is written. */
  public static final int MAX_LABELS = 100;

  private static final String ID = "quotation";
  private static final String SPEAKER = "speaker";
  private static final String TEXT = "text";

  private static final List<String> COLUMNS =
      List.of(ID, "article", "published", "outlet", "title", SPEAKER, TEXT, "context");

  /** Copies the lists. */
  public CodingSheet {
    labels = List.copyOf(labels);
    rows = List.copyOf(rows);
  }

  /**
   * A row of a sheet. Immutable.
   *
   * @param line the line of the file that it starts at, from 1
   * @param quotation the id of the quotation; may be blank
   * @param speaker the name of the speaker that was to be judged; empty if the sheet has no such
   *     column
   * @param text the words of the quotation; empty if the sheet has no such column
   * @param values the cells in the columns of labels that are not blank, by the names of the labels
   * @param excess the number of cells after those of the columns that the first line names
   */
  public record Row(
      long line,
      String quotation,
      Optional<String> speaker,
      Optional<String> text,
      Map<String, String> values,
      int excess) {
    /** Copies the values. */
    public Row {
      requireNonNull(quotation, "quotation");
      requireNonNull(speaker, "speaker");
      requireNonNull(text, "text");
      values = Map.copyOf(values);
    }
  }

  /**
   * {@return a sheet for coding, which is a table with the columns quotation, article, published,
   * outlet, title, speaker, text and context, and an empty one for each label}
   *
   * @param hits the quotations, with their context if they have one
   * @param labels the names of the labels, which are names of {@link Fields}
   * @throws IllegalArgumentException if there is no label or there are too many, or the name of one
   *     is not valid, that of another column, or given twice
   */
  public static ResultTable of(List<Hit> hits, List<String> labels) {
    requireLabels(labels);
    List<String> columns = new ArrayList<>(COLUMNS);
    columns.addAll(labels);
    return new ResultTable(columns, hits.stream().map(hit -> row(hit, labels.size())).toList());
  }

  /**
   * Checks that a sheet can have labels.
   *
   * @throws IllegalArgumentException if it cannot, as {@link #of} does
   */
  public static void requireLabels(List<String> labels) {
    Set<String> columns = new HashSet<>(COLUMNS);
    if (labels.isEmpty() || labels.size() > MAX_LABELS) {
      throw new IllegalArgumentException(
          "a sheet must have 1 to " + MAX_LABELS + " labels, but had " + labels.size());
    }
    for (String label : labels) {
      Fields.requireName(label);
      if (!columns.add(label)) {
        throw new IllegalArgumentException("a sheet must not have two columns '" + label + "'");
      }
    }
  }

  private static List<String> row(Hit hit, int labels) {
    List<String> cells = new ArrayList<>();
    cells.add(hit.quotation().id());
    cells.add(hit.article().id());
    cells.add(hit.article().published().map(Published::toString).orElse(""));
    cells.add(hit.article().outlet().orElse(""));
    cells.add(hit.article().title());
    cells.add(HitTable.name(hit.quotation().speaker()));
    cells.add(hit.quotation().text());
    cells.add(hit.context().map(context -> context.text()).orElse(""));
    for (int i = 0; i < labels; i++) {
      cells.add("");
    }
    return cells;
  }

  /**
   * Reads a sheet that was filled in.
   *
   * @throws IOException if the file cannot be read, is too long, has no column of the ids or two
   *     columns of one name, or is no valid table; the message says where
   * @throws IllegalStateException if FastCSV is missing; the message says how to add it
   */
  public static CodingSheet read(Path file) throws IOException {
    OptionalLibrary.FASTCSV.require("read CSV");
    try (InputStream in = Files.newInputStream(file)) {
      return read(in, file.toString());
    }
  }

  /**
   * Reads a sheet that was filled in.
   *
   * @param in the bytes of the sheet; not closed
   * @param name what the sheet is called in messages
   * @throws IOException as {@link #read(Path)} does
   * @throws IllegalStateException if FastCSV is missing; the message says how to add it
   */
  public static CodingSheet read(InputStream in, String name) throws IOException {
    OptionalLibrary.FASTCSV.require("read CSV");
    return read(decoded(in, name), name);
  }

  private static CodingSheet read(String text, String source) throws IOException {
    List<SheetRows.Row> rows = SheetRows.read(text, source, ID).rows();
    List<String> columns = SheetRows.names(rows.getFirst().cells());
    Set<String> named = new HashSet<>();
    for (String column : columns) {
      if (!column.isEmpty() && !named.add(column)) {
        throw new IOException(
            source + ", line 1: column '" + column + "' must not occur twice, but does");
      }
    }
    return new CodingSheet(
        columns.stream().filter(column -> !column.isEmpty() && !COLUMNS.contains(column)).toList(),
        rows.stream().skip(1).map(row -> row(row, columns)).toList());
  }

  private static Row row(SheetRows.Row row, List<String> columns) {
    Map<String, String> cells = new LinkedHashMap<>();
    int excess = 0;
    for (int i = 0; i < row.cells().size(); i++) {
      String cell = row.cells().get(i).strip();
      String column = i < columns.size() ? columns.get(i) : "";
      if (!column.isEmpty()) {
        cells.put(column, cell);
      } else if (!cell.isEmpty()) {
        excess++;
      }
    }
    Map<String, String> values = new LinkedHashMap<>(cells);
    values.keySet().removeAll(COLUMNS);
    values.values().removeIf(String::isEmpty);
    return new Row(
        row.line(),
        cells.getOrDefault(ID, ""),
        Optional.ofNullable(cells.get(SPEAKER)),
        Optional.ofNullable(cells.get(TEXT)),
        values,
        excess);
  }

  private static String decoded(InputStream in, String name) throws IOException {
    byte[] bytes = in.readNBytes(MAX_BYTES + 1);
    if (bytes.length > MAX_BYTES) {
      throw new IOException(
          name + ": a sheet must not be longer than " + MAX_BYTES + " bytes, but is");
    }
    Charset charset = startsWith(bytes, 0xff, 0xfe) ? StandardCharsets.UTF_16LE : null;
    charset = startsWith(bytes, 0xfe, 0xff) ? StandardCharsets.UTF_16BE : charset;
    try {
      String text =
          (charset == null ? StandardCharsets.UTF_8 : charset)
              .newDecoder()
              .decode(ByteBuffer.wrap(bytes))
              .toString();
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new IOException(
          name + ": is not UTF-8; save it from the spreadsheet as CSV in UTF-8", e);
    }
  }

  private static boolean startsWith(byte[] bytes, int first, int second) {
    return bytes.length >= 2 && (bytes[0] & 0xff) == first && (bytes[1] & 0xff) == second;
  }
}
