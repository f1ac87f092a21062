package onrecord.source;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import onrecord.source.CsvLines.Line;

/**
 * Recognizes tables of articles by their first lines, without the library that reads them: the
 * separator, and the names of the columns.
 *
 * @param separator the character between the fields
 * @param columns the names of the columns, as printed
 * @param headed whether the first line of the table has the names
 */
record CsvHead(char separator, List<String> columns, boolean headed) {

  /** The columns of the tables that trafilatura writes, which have no line of names. */
  private static final List<String> TRAFILATURA =
      List.of(
          "url",
          "id",
          "fingerprint",
          "hostname",
          "title",
          "image",
          "date",
          "text",
          "comments",
          "license",
          "pagetype");

  private static final String SEPARATORS = "\t;,|";
  private static final int LONGEST_NAME = 60;
  private static final int SHORT_NAME = 40;
  private static final Pattern NAME =
      Pattern.compile("[\\p{L}\\p{N}_.()/#%@-]*+(?: [\\p{L}\\p{N}_()/#%@-]++){0,3}");
  private static final int DATE = 6;
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}.*|null|");

  /** Copies the list. */
  CsvHead {
    columns = List.copyOf(columns);
  }

  /** {@return the head of a table of articles; empty if a content is none} */
  static Optional<CsvHead> of(Head head) {
    FieldNames names = head.options().names();
    return first(head, lines -> isOfArticles(lines, names))
        .or(() -> withoutNames(head))
        .or(() -> first(head, CsvHead::isTableByForm));
  }

  /** {@return the head of a content that is known to be a table; empty if it has one column} */
  static Optional<CsvHead> ofTable(Head head) {
    return of(head).or(() -> first(head, CsvHead::isAligned));
  }

  /** {@return whether a content is a table of articles, whether or not it has their texts} */
  static boolean isRecognized(Head head) {
    return of(head).isPresent();
  }

  private static Optional<CsvHead> first(Head head, Predicate<List<Line>> isTable) {
    for (int i = 0; i < SEPARATORS.length(); i++) {
      char separator = SEPARATORS.charAt(i);
      List<Line> lines = CsvLines.of(head, separator);
      if (!lines.isEmpty() && isTable.test(lines)) {
        return Optional.of(new CsvHead(separator, lines.getFirst().cells(), true));
      }
    }
    return Optional.empty();
  }

  private static Optional<CsvHead> withoutNames(Head head) {
    List<Line> lines = CsvLines.of(head, '\t');
    return !lines.isEmpty() && isTrafilatura(lines.getFirst().cells())
        ? Optional.of(new CsvHead('\t', TRAFILATURA, false))
        : Optional.empty();
  }

  /**
   * Two columns or more have the names of components of articles, or one that was specified, and
   * the next line has as many fields. Where it has not, as where final fields are left out, more of
   * the names must be known, or a field be quoted.
   */
  private static boolean isOfArticles(List<Line> lines, FieldNames names) {
    Set<String> components = new HashSet<>();
    for (String cell : lines.getFirst().cells()) {
      if (cell.length() > LONGEST_NAME) {
        return false;
      }
      for (FieldNames.Use use : names.uses(cell)) {
        if (use.path().isEmpty()) {
          components.add(use.component());
          if (use.rank() == 0 && use.component().equals("text")) {
            return true;
          }
        }
      }
    }
    if (components.size() < 2 || lines.size() < 2 || isAligned(lines)) {
      return components.size() >= 2;
    }
    Line next = lines.get(1);
    return next.cells().size() >= 2 && (components.size() >= 3 || next.quoted());
  }

  private static boolean isAligned(List<Line> lines) {
    int cells = lines.getFirst().cells().size();
    return cells >= 2 && lines.size() >= 2 && lines.get(1).cells().size() == cells;
  }

  /**
   * A line of short names is followed by one with as many fields, of which one is in quotation
   * marks as only tables have them. Whether it holds articles is for its columns to say.
   */
  private static boolean isTableByForm(List<Line> lines) {
    return isAligned(lines)
        && lines.get(1).quoted()
        && !lines.getFirst().quoted()
        && lines.getFirst().cells().stream()
            .allMatch(cell -> cell.length() <= SHORT_NAME && NAME.matcher(cell).matches());
  }

  private static boolean isTrafilatura(List<String> cells) {
    return cells.size() == TRAFILATURA.size()
        && (cells.getFirst().startsWith("http://") || cells.getFirst().startsWith("https://"))
        && DAY.matcher(cells.get(DATE)).matches();
  }
}
