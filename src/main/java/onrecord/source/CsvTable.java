package onrecord.source;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads known speakers from CSV. Needs FastCSV, which no other class of this package names. */
final class CsvTable {

  private static final Pattern ALIAS_SEPARATOR = Pattern.compile("[|;]");

  private CsvTable() {}

  /** Adds the known speakers of a text. */
  static void read(String text, KnownSpeakerReader.Speakers speakers) throws IOException {
    long last = 0;
    try (CsvReader<CsvRecord> records =
        CsvReader.builder()
            .allowUnclosedQuote(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .skipEmptyLines(true)
            .ofCsvRecord(text)) {
      List<String> columns = List.of();
      for (CsvRecord record : records) {
        last = record.getStartingLineNumber();
        if (columns.isEmpty()) {
          columns = columns(record, speakers);
        } else {
          List<String> named = columns;
          speakers.add(last, fields -> readRecord(record, named, speakers, fields));
        }
      }
    } catch (CsvParseException e) {
      throw speakers.wrong(last, "is followed by invalid CSV: " + reason(e));
    }
  }

  private static String reason(CsvParseException e) {
    Throwable cause = e.getCause();
    return String.valueOf(cause == null ? e.getMessage() : cause.getMessage());
  }

  private static List<String> columns(CsvRecord header, KnownSpeakerReader.Speakers speakers)
      throws ArticleFormatException {
    List<String> columns =
        header.getFields().stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
    if (!columns.contains("name")) {
      throw speakers.wrong(
          header.getStartingLineNumber(),
          "the first line must name the columns, separated by commas and including 'name', but was"
              + " '"
              + String.join(",", header.getFields())
              + "'");
    }
    for (String name : KnownSpeakerReader.NAMES) {
      if (columns.indexOf(name) != columns.lastIndexOf(name)) {
        throw speakers.wrong(
            header.getStartingLineNumber(), "column '" + name + "' must not occur twice");
      }
    }
    return columns;
  }

  private static void readRecord(
      CsvRecord record,
      List<String> columns,
      KnownSpeakerReader.Speakers speakers,
      Map<String, List<String>> fields) {
    if (record.getFieldCount() != columns.size()) {
      throw new IllegalArgumentException(
          "must have "
              + columns.size()
              + " fields, like the first line, but has "
              + record.getFieldCount());
    }
    for (int i = 0; i < columns.size(); i++) {
      String column = columns.get(i);
      String value = record.getField(i);
      Optional<OwnColumn> own = speakers.own(column);
      if (own.isPresent()) {
        fields.put(own.get().source(), own.get().split(value));
      } else if (KnownSpeakerReader.NAMES.contains(column)) {
        fields.put(
            column,
            KnownSpeakerReader.LISTS.contains(column)
                ? ALIAS_SEPARATOR.splitAsStream(value).toList()
                : List.of(value));
      } else if (!value.isBlank()) {
        speakers.unused(column);
      }
    }
  }
}
