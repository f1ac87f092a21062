package onrecord.format;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import onrecord.query.AnswerCitation;
import onrecord.query.Citation;
import onrecord.query.CitedArchive;

/**
 * Writes citations as JSON and reads them back, equal to the original. Stateless, thread-safe.
 *
 * <p>The citation of a search is
 *
 * <pre>{@code
 * {"query": {"type": "words", "text": "old bridge", ...},
 *  "filters": {"speaker": ["Ada Holm"], "outlet": ["The Courier", "The Echo"]},
 *  "kinds": ["DIRECT", "MIXED"], "distinct": false, "quotations": 12, "articles": 7, "checksum": "...", "content": "...",
 *  "snapshot": "...", "format": 2, "extractor": "1",
 *  "archive": {"day": "2024-05-31", "version": "0.2.0", "name": "courier", "state": null,
 *    "articles": 120, "quotations": 904, "extractors": {"1": 120}, "speakerLists": []}}
 * }</pre>
 *
 * <p>where the query is as in {@link QueryJson}, the names of the filters are those of facets in
 * the query syntax, the extractors are the numbers of articles by the version of the extractor, and
 * the archive is absent from citations made by Onrecord 0.1. That of another answer is
 *
 * <pre>{@code
 * {"command": ["timeline", "--query=bridge", ...], "checksum": "...", "snapshot": "...", "format": 4,
 *  "archive": {...}}
 * }</pre>
 */
public final class CitationJson {

  private static final String CITATION = "citation";

  private CitationJson() {}

  /** {@return a citation as an object on one line} */
  public static String write(Citation citation) {
    return JsonWriter.line(json -> write(json, citation));
  }

  /** {@return a citation as an object on one line} */
  public static String write(AnswerCitation citation) {
    return JsonWriter.line(json -> {
      json.strings("command", citation.command());
      json.property("checksum", citation.checksum());
      json.property("snapshot", citation.snapshot());
      json.property("format", citation.format());
      json.object("archive", citation.archive(), archive -> write(json, archive));
    });
  }

  /**
   * Reads the citation of a search.
   *
   * @throws IllegalArgumentException if the text is not JSON, or not a citation; the message states
   *     what was expected
   */
  public static Citation read(String json) {
    return read(JsonObject.parse(CITATION, json));
  }

  /**
   * Reads the citation of another answer.
   *
   * @throws IllegalArgumentException if the text is not JSON, or not a citation; the message states
   *     what was expected
   */
  public static AnswerCitation readAnswer(String text) {
    JsonObject json = JsonObject.parse(CITATION, text);
    List<String> command =
        json.optionalStrings("command")
            .orElseThrow(() -> json.wrong("command", "a list of strings"));
    AnswerCitation citation =
        new AnswerCitation(
            command,
            json.string("checksum"),
            json.string("snapshot"),
            json.integer("format"),
            archive(json.object("cited archive", "archive")));
    json.requireAllRead();
    return citation;
  }

  /**
   * {@return whether a text is the citation of an answer other than what a search finds}
   *
   * @throws IllegalArgumentException if it is not JSON
   */
  public static boolean isOfAnswer(String json) {
    return JsonObject.parse(CITATION, json).names().contains("command");
  }

  private static void write(JsonWriter json, Citation citation) {
    SelectionJson.write(json, citation.selection());
    json.property("quotations", citation.quotations());
    json.property("articles", citation.articles());
    json.property("checksum", citation.checksum());
    json.property("content", citation.content());
    json.property("snapshot", citation.snapshot());
    json.property("format", citation.format());
    json.property("extractor", citation.extractor());
    citation
        .archive()
        .ifPresent(cited -> json.object("archive", cited, archive -> write(json, archive)));
  }

  private static void write(JsonWriter json, CitedArchive archive) {
    json.property("day", archive.day().toString());
    json.property("version", archive.version());
    json.property("name", archive.name());
    json.property("state", archive.state());
    json.property("articles", archive.articles());
    json.property("quotations", archive.quotations());
    InfoJson.write(json, archive.extractors());
  }

  private static Citation read(JsonObject json) {
    Citation citation =
        new Citation(
            SelectionJson.read(json),
            json.longInteger("quotations"),
            json.longInteger("articles"),
            json.string("checksum"),
            json.string("content"),
            json.string("snapshot"),
            json.integer("format"),
            json.string("extractor"),
            Optional.empty());
    Citation complete =
        json.optionalObject("cited archive", "archive")
            .map(archive -> citation.from(archive(archive)))
            .orElse(citation);
    json.requireAllRead();
    return complete;
  }

  private static CitedArchive archive(JsonObject json) {
    JsonObject counts = json.object("list of extractors", "extractors");
    SortedMap<String, Long> extractors = new TreeMap<>();
    counts.names().forEach(version -> extractors.put(version, counts.longInteger(version)));
    CitedArchive archive =
        new CitedArchive(
            day(json),
            json.string("version"),
            json.string("name"),
            json.optionalString("state"),
            json.longInteger("articles"),
            json.longInteger("quotations"),
            extractors);
    if (!json.optionalStrings("speakerLists")
        .orElse(List.of())
        .equals(List.copyOf(archive.speakerLists()))) {
      throw json.wrong("speakerLists", "those that the extractors name");
    }
    json.requireAllRead();
    return archive;
  }

  private static LocalDate day(JsonObject json) {
    try {
      return LocalDate.parse(json.string("day"));
    } catch (DateTimeException e) {
      throw json.wrong("day", "a day such as 2024-05-31");
    }
  }
}
