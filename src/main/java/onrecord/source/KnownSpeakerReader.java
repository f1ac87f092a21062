package onrecord.source;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipException;
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
 * <p>Only the name is required; other columns and fields are ignored. A file is JSON Lines if it
 * starts with an opening brace. A list that has, uncompressed, more bytes than 64 MiB or 1/32 of
 * the maximum heap is rejected.
 */
public final class KnownSpeakerReader {

  static final Set<String> NAMES = Set.of("name", "aliases", "id", "description", "type");
  static final Set<String> LISTS = Set.of("aliases");

  private KnownSpeakerReader() {}

  /**
   * {@return the known speakers of a file, in the order of the file}
   *
   * @throws ArticleFormatException if the file, or a line of it, is not as described above, if two
   *     lines have the same id, or if the optional library that the format needs is missing
   * @throws IOException if the file cannot be read
   */
  public static List<KnownSpeaker> read(Path file) throws IOException {
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
      Speakers speakers = new Speakers(source);
      if (json) {
        OptionalLibrary.JACKSON.require(source, "read JSON Lines");
        readJsonLines(text, speakers);
      } else {
        OptionalLibrary.FASTCSV.require(source, "read CSV");
        CsvTable.read(text, speakers);
      }
      return speakers.list();
    } catch (ZipException | EOFException e) {
      throw new ArticleFormatException(source, 0, "is damaged or cut short: " + e.getMessage(), e);
    }
  }

  private static void readJsonLines(String text, Speakers speakers) throws ArticleFormatException {
    JsonRecord json = new JsonRecord(NAMES, LISTS);
    Iterator<String> lines = text.lines().iterator();
    for (long number = 1; lines.hasNext(); number++) {
      String line = lines.next();
      if (!line.isBlank()) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        speakers.add(number, fields -> json.read(bytes, bytes.length, fields::put));
      }
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

  /** The known speakers read from a file so far. Not thread-safe. */
  static final class Speakers {
    private final String source;
    private final List<KnownSpeaker> list = new ArrayList<>();
    private final Map<String, Long> linesOfIds = new HashMap<>();

    Speakers(String source) {
      this.source = source;
    }

    /** Reads the fields of one known speaker. */
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
