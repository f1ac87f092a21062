package onrecord.format;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.Map;
import onrecord.model.FieldType;
import onrecord.query.Concordance;
import onrecord.query.OwnField;
import onrecord.query.Sample;
import onrecord.query.SearchResult;
import onrecord.query.Wordings;

/**
 * Reads results that contain quotations from the JSON that {@link ResultJson} writes and the
 * command line prints, equal to the original. Offsets in JSON are Unicode code points, so the texts
 * of the articles are needed. Thread-safe if the lookup of articles is.
 *
 * {@snippet file="onrecord/format/HitResultReaderTest.java" region="read"}
 *
 * <p>Every property that is written must be present; those that are computed from others or are
 * properties of the article must have the value that is computed, or that the archive has. Every
 * method throws {@link IllegalArgumentException} if the text is not JSON, or is not such a result,
 * or has another property; the message states what was expected. It throws {@link IOException} if
 * an article cannot be read, or no longer exists, and {@link IllegalStateException} if Jackson is
 * missing; the message says how to add it.
 */
public final class HitResultReader {

  private final ArticleLookup articles;
  private final Map<OwnField, FieldType> fields;

  /**
   * Creates a reader.
   *
   * @param articles the articles of the archive that returned the results
   * @param fields the types of its own fields, as {@link onrecord.query.ArchiveInfo#ownFields}
   *     returns them
   */
  public HitResultReader(ArticleLookup articles, Map<OwnField, FieldType> fields) {
    this.articles = requireNonNull(articles, "articles");
    this.fields = Map.copyOf(fields);
  }

  /** {@return the result of a search} */
  public SearchResult result(String json) throws IOException {
    return read(
        "result",
        json,
        (given, hits) ->
            new SearchResult(
                SelectionJson.read(given.object("selection")),
                given.longInteger("total"),
                given.longInteger("quotations"),
                given.longInteger("articles"),
                hits.hits(given),
                FacetsJson.read(given),
                given.optionalString("cursor"),
                given.bool("partial")),
        ResultJson::of);
  }

  /** {@return a sample} */
  public Sample sample(String json) throws IOException {
    return read(
        "sample",
        json,
        (given, hits) ->
            new Sample(
                SelectionJson.read(given.object("selection")),
                given.longInteger("quotations"),
                given.longInteger("seed"),
                hits.hits(given)),
        ResultJson::of);
  }

  /** {@return a concordance} */
  public Concordance concordance(String json) throws IOException {
    return read("concordance", json, ConcordanceJson::read, ResultJson::of);
  }

  /** {@return wordings} */
  public Wordings wordings(String json) throws IOException {
    return read("list of wordings", json, WordingsJson::read, ResultJson::of);
  }

  /** Reads a result. */
  @FunctionalInterface
  private interface Reading<T> {
    T read(JsonObject json, HitReading hits) throws IOException;
  }

  /** Writes a result. */
  @FunctionalInterface
  private interface Writing<T> {
    String write(T result, ArticleLookup articles) throws IOException;
  }

  private <T> T read(String what, String json, Reading<T> reading, Writing<T> writing)
      throws IOException {
    JsonObject given = JsonObject.parse(what, json);
    T result = reading.read(given, new HitReading(new ArticleTexts(articles), fields));
    given.requireSame(JsonObject.parse(what, writing.write(result, articles)));
    return result;
  }
}
