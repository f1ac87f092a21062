package onrecord.source;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import onrecord.model.KnownSpeaker;
import onrecord.model.SpeakerType;

/**
 * Reads lists of known speakers. Stateless, thread-safe.
 *
 * <p>Two formats are read, as UTF-8, with or without a byte order mark, plain or gzipped:
 *
 * <ul>
 *   <li>CSV, parted by commas, fields in double quotation marks where needed. The first line names
 *       the columns: {@code name}, {@code aliases} (parted by {@code |} or {@code ;}), {@code id},
 *       {@code description} and {@code type} ({@code PERSON} or {@code ORGANIZATION}).
 *   <li>JSON Lines: one object a line, with fields of the same names; {@code aliases} is a text or
 *       a list of texts.
 * </ul>
 *
 * <p>All but the name may be missing, and other columns and fields are passed over. A file is JSON
 * Lines if its name ends in {@code .jsonl} or {@code .ndjson}, with or without {@code .gz} behind,
 * or if it starts with an opening brace.
 */
public final class KnownSpeakerReader {

  private static final Set<String> LISTS = Set.of("aliases");
  private static final Set<String> NAMES = Set.of("name", "aliases", "id", "description", "type");
  private static final JsonRecord JSON = new JsonRecord(NAMES, LISTS);
  private static final Pattern BETWEEN_ALIASES = Pattern.compile("[|;]");

  private KnownSpeakerReader() {}

  /**
   * {@return the known speakers of a file, in its order}
   *
   * @param file the file
   * @throws ArticleFormatException if the file, or a line of it, is not as described above, or two
   *     lines have the same id
   * @throws IOException if the file cannot be read
   */
  public static List<KnownSpeaker> read(Path file) throws IOException {
    String source = file.toString();
    try (InputStream raw = Files.newInputStream(file);
        InputStream in = new BufferedInputStream(ArticleReader.unzipped(raw), 1 << 16)) {
      boolean json =
          ArticleReader.JSON_NAME.matcher(ArticleReader.name(file)).matches()
              || ArticleReader.startsWithBrace(in);
      byte[] bytes = in.readAllBytes();
      String text = Utf8.decode(bytes, bytes.length, source, 1);
      Speakers speakers = new Speakers(source);
      if (json) {
        readJsonLines(text, speakers);
      } else {
        readCsv(text, speakers);
      }
      return speakers.list();
    } catch (ZipException | EOFException e) {
      throw new ArticleFormatException(source, 0, "is no whole gzip file: " + e.getMessage(), e);
    }
  }

  private static void readJsonLines(String text, Speakers speakers) throws ArticleFormatException {
    Iterator<String> lines = text.lines().iterator();
    for (long number = 1; lines.hasNext(); number++) {
      String line = lines.next();
      if (!line.isBlank()) {
        speakers.add(number, fields -> JSON.read(line, fields::put));
      }
    }
  }

  private static void readCsv(String text, Speakers speakers) throws IOException {
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
          speakers.add(last, fields -> readRecord(record, named, fields));
        }
      }
    } catch (CsvParseException e) {
      throw speakers.wrong(last, "what follows is not valid CSV: " + reason(e));
    }
  }

  private static String reason(CsvParseException e) {
    Throwable cause = e.getCause();
    return String.valueOf(cause == null ? e.getMessage() : cause.getMessage());
  }

  private static List<String> columns(CsvRecord header, Speakers speakers)
      throws ArticleFormatException {
    List<String> columns =
        header.getFields().stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
    if (!columns.contains("name")) {
      throw speakers.wrong(
          header.getStartingLineNumber(),
          "the first line must name the columns, parted by commas, 'name' among them, but was '"
              + String.join(",", header.getFields())
              + "'");
    }
    for (String name : NAMES) {
      if (columns.indexOf(name) != columns.lastIndexOf(name)) {
        throw speakers.wrong(
            header.getStartingLineNumber(),
            "column '" + name + "' must be there once, but is twice");
      }
    }
    return columns;
  }

  private static void readRecord(
      CsvRecord record, List<String> columns, Map<String, List<String>> fields) {
    if (record.getFieldCount() != columns.size()) {
      throw new IllegalArgumentException(
          "must have "
              + columns.size()
              + " fields, as the first line has, but has "
              + record.getFieldCount());
    }
    for (int i = 0; i < columns.size(); i++) {
      String value = record.getField(i);
      fields.put(
          columns.get(i),
          LISTS.contains(columns.get(i))
              ? BETWEEN_ALIASES.splitAsStream(value).toList()
              : List.of(value));
    }
  }

  private static KnownSpeaker toKnownSpeaker(Map<String, List<String>> fields) {
    KnownSpeaker.Builder speaker =
        KnownSpeaker.builder(
            one(fields, "name").orElseThrow(() -> new IllegalArgumentException("name is missing")));
    speaker.aliases(fields.getOrDefault("aliases", List.of()));
    one(fields, "id").ifPresent(speaker::id);
    one(fields, "description").ifPresent(speaker::description);
    one(fields, "type").map(KnownSpeakerReader::type).ifPresent(speaker::type);
    return speaker.build();
  }

  private static Optional<String> one(Map<String, List<String>> fields, String name) {
    return fields.getOrDefault(name, List.of()).stream().findFirst();
  }

  private static SpeakerType type(String word) {
    return Stream.of(SpeakerType.PERSON, SpeakerType.ORGANIZATION)
        .filter(type -> type.name().equalsIgnoreCase(word))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "type must be PERSON or ORGANIZATION, but was '" + word + "'"));
  }

  /** The known speakers of a file so far. */
  private static final class Speakers {
    private final String source;
    private final List<KnownSpeaker> list = new ArrayList<>();
    private final Map<String, Long> linesOfIds = new HashMap<>();

    Speakers(String source) {
      this.source = source;
    }

    /** What reads the fields of one known speaker. */
    @FunctionalInterface
    interface Fields {
      void read(Map<String, List<String>> fields);
    }

    void add(long line, Fields reader) throws ArticleFormatException {
      try {
        Map<String, List<String>> fields = new HashMap<>();
        reader.read(fields);
        fields.replaceAll((name, values) ->
            values.stream().map(String::strip).filter(value -> !value.isEmpty()).toList());
        KnownSpeaker speaker = toKnownSpeaker(fields);
        if (speaker.id().isPresent()) {
          Long other = linesOfIds.putIfAbsent(speaker.id().get(), line);
          if (other != null) {
            throw new IllegalArgumentException(
                "id must be that of one line, with all its aliases, but '"
                    + speaker.id().get()
                    + "' is that of line "
                    + other
                    + " too");
          }
        }
        list.add(speaker);
      } catch (IllegalArgumentException e) {
        throw new ArticleFormatException(source, line, e);
      }
    }

    ArticleFormatException wrong(long line, String reason) {
      return new ArticleFormatException(source, line, reason);
    }

    List<KnownSpeaker> list() throws ArticleFormatException {
      if (list.isEmpty()) {
        throw wrong(0, "must hold known speakers, but has none");
      }
      return List.copyOf(list);
    }
  }
}
