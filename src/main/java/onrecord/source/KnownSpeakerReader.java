package onrecord.source;

import com.google.common.collect.Sets;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import onrecord.model.FieldValue;
import onrecord.model.Fields;
import onrecord.model.KnownSpeaker;
import onrecord.model.SpeakerType;

/**
 * Reads lists of known speakers. Stateless, thread-safe.
 *
 * <p>There are two formats, both in UTF-8 with or without a byte order mark, uncompressed or
 * compressed by gzip:
 *
 * <ul>
 *   <li>CSV, separated by commas, with double quotation marks around fields that need them. The
 *       first line names the columns: {@code name}, {@code aliases} (separated by {@code |} or
 *       {@code ;}), {@code id}, {@code description} and {@code type} ({@code PERSON} or {@code
 *       ORGANIZATION}).
 *   <li>JSON Lines: one object per line, with fields of the same names; {@code aliases} is a string
 *       or a list of strings.
 * </ul>
 *
 * <p>Only the name is required. Other columns and fields become those of the speakers if they are
 * specified as {@link OwnColumn}s, or else are reported as not used. A file is JSON Lines if it
 * starts with an opening brace. A list that has, uncompressed, more bytes than 64 MiB or 1/32 of
 * the maximum heap is rejected.
 */
public final class KnownSpeakerReader {

  static final Set<String> NAMES = Set.of("name", "aliases", "id", "description", "type");
  static final Set<String> LISTS = Set.of("aliases");

  private static final int UNUSED_KEPT = 200;

  private KnownSpeakerReader() {}

  /**
   * {@return the known speakers of a file, in the order of the file, without fields of the owner}
   *
   * @throws ArticleFormatException if the file, or a line of it, is not as described above, if two
   *     lines have the same id, or if the optional library that the format needs is missing
   * @throws IOException if the file cannot be read
   */
  public static List<KnownSpeaker> read(Path file) throws IOException {
    return read(file, List.of()).speakers();
  }

  /**
   * {@return the known speakers of a file, and what was not used of it}
   *
   * @param file the file
   * @param own the columns or fields whose values become those of fields of the speakers; several
   *     values in a cell are separated as aliases are
   * @throws ArticleFormatException if the file, or a line of it, is not as described above, if a
   *     value does not have the type of its field, if two lines have the same id, or if the
   *     optional library that the format needs is missing
   * @throws IOException if the file cannot be read
   */
  public static KnownSpeakerList read(Path file, List<OwnColumn> own) throws IOException {
    String source = file.toString();
    RecordLimits limits = RecordLimits.ofProcess();
    try (InputStream raw = Files.newInputStream(file);
        Content content = Content.of(raw, source)) {
      content.requireNotUtf16(source);
      InputStream in = content.in();
      Head head = Head.of(in, ReadOptions.DEFAULT);
      boolean json = head.startsWithIgnoringBlanks("{") || head.startsWithIgnoringBlanks("[");
      byte[] bytes = in.readNBytes(limits.bytes() + 1);
      if (bytes.length > limits.bytes()) {
        throw new ArticleFormatException(source, 0, limits.tooLong("a list of known speakers"));
      }
      content.requireNothingAfter(source);
      String text = Utf8.decode(bytes, bytes.length, source, 1);
      Speakers speakers = new Speakers(source, own);
      if (json) {
        OptionalLibrary.JACKSON.require(source, "read JSON Lines");
        readJsonLines(text, speakers);
      } else {
        OptionalLibrary.FASTCSV.require(source, "read CSV");
        CsvTable.read(text, speakers);
      }
      return new KnownSpeakerList(speakers.list(), speakers.unused);
    } catch (ZipException | EOFException e) {
      throw new ArticleFormatException(source, 0, "is damaged or cut short: " + e.getMessage(), e);
    }
  }

  private static void readJsonLines(String text, Speakers speakers) throws ArticleFormatException {
    Set<String> own = speakers.own.stream().map(OwnColumn::source).collect(Collectors.toSet());
    JsonRecord json =
        new JsonRecord(
            Sets.union(NAMES, own), Sets.union(LISTS, own), Sets.union(Set.of("id"), own));
    Iterator<String> lines = text.lines().iterator();
    for (long number = 1; lines.hasNext(); number++) {
      String line = lines.next();
      if (!line.isBlank()) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        speakers.add(
            number, fields -> json.read(bytes, bytes.length, fields::put, speakers::unused));
      }
    }
  }

  private static KnownSpeaker toKnownSpeaker(
      Map<String, List<String>> fields, List<OwnColumn> columns) {
    KnownSpeaker.Builder speaker =
        KnownSpeaker.builder(
            one(fields, "name").orElseThrow(() -> new IllegalArgumentException("name is missing")));
    speaker.aliases(fields.getOrDefault("aliases", List.of()));
    one(fields, "id").ifPresent(speaker::id);
    one(fields, "description").ifPresent(speaker::description);
    one(fields, "type").map(KnownSpeakerReader::type).ifPresent(speaker::type);
    speaker.fields(own(fields, columns));
    return speaker.build();
  }

  private static Fields own(Map<String, List<String>> fields, List<OwnColumn> columns) {
    Fields.Builder own = Fields.builder();
    for (OwnColumn column : columns) {
      for (String value : fields.getOrDefault(column.source(), List.of())) {
        try {
          own.add(column.name(), new FieldValue(column.type(), value));
        } catch (IllegalArgumentException e) {
          throw new IllegalArgumentException(column.source() + ": " + e.getMessage(), e);
        }
      }
    }
    return own.build();
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

  /** The known speakers read from a file so far. Not thread-safe. */
  static final class Speakers {
    private final String source;
    private final List<OwnColumn> own;
    private final Set<String> unused = new LinkedHashSet<>();
    private final List<KnownSpeaker> list = new ArrayList<>();
    private final Map<String, Long> linesOfIds = new HashMap<>();

    Speakers(String source, List<OwnColumn> own) {
      this.source = source;
      this.own = List.copyOf(own);
    }

    /** Records a column or field with a value that is not used. */
    void unused(String field) {
      if (unused.size() < UNUSED_KEPT) {
        unused.add(ReadTally.shortened(field));
      }
    }

    /** {@return the column of a field of the owner with a name in a table} */
    Optional<OwnColumn> own(String column) {
      String wanted = FieldNames.significant(column);
      return own.stream()
          .filter(each -> FieldNames.significant(each.source()).equals(wanted))
          .findFirst();
    }

    /** Reads the fields of one known speaker. */
    @FunctionalInterface
    interface RowReader {
      void read(Map<String, List<String>> fields);
    }

    void add(long line, RowReader reader) throws ArticleFormatException {
      try {
        Map<String, List<String>> fields = new HashMap<>();
        reader.read(fields);
        fields.replaceAll((name, values) ->
            values.stream().map(String::strip).filter(value -> !value.isEmpty()).toList());
        KnownSpeaker speaker = toKnownSpeaker(fields, own);
        if (speaker.id().isPresent()) {
          Long other = linesOfIds.putIfAbsent(speaker.id().get(), line);
          if (other != null) {
            throw new IllegalArgumentException(
                "id must be unique, with all aliases on one line, but '"
                    + speaker.id().get()
                    + "' is also the id of line "
                    + other);
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
        throw wrong(0, "must contain known speakers, but is empty");
      }
      return List.copyOf(list);
    }
  }
}
