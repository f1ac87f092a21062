package onrecord.format;

import java.util.function.Function;
import onrecord.query.Collocates;
import onrecord.query.CrossTable;
import onrecord.query.Dispersion;
import onrecord.query.Keywords;
import onrecord.query.Network;
import onrecord.query.PivotTable;
import onrecord.query.Timeline;
import onrecord.query.WordList;

/**
 * Reads statistics from the JSON that {@link ResultJson} writes and the command line prints, equal
 * to the original. Stateless, thread-safe.
 *
 * <p>Every property that is written must be present. Those that are computed from others, such as
 * shares, must have the value that is computed. Every method throws {@link
 * IllegalArgumentException} if the text is not JSON, or is not such a result, or has another
 * property; the message states what was expected. If Jackson is missing, it throws {@link
 * IllegalStateException}; the message says how to add it.
 */
public final class ResultReader {

  private ResultReader() {}

  /** {@return a timeline} */
  public static Timeline timeline(String json) {
    return read("timeline", json, TimelineJson::read, ResultJson::of);
  }

  /** {@return a table} */
  public static CrossTable table(String json) {
    return read("table", json, CrossTableJson::read, ResultJson::of);
  }

  /** {@return a table in wide form} */
  public static PivotTable pivot(String json) {
    return read("table in wide form", json, PivotTableJson::read, ResultJson::of);
  }

  /** {@return keywords} */
  public static Keywords keywords(String json) {
    return read("list of keywords", json, KeywordsJson::read, ResultJson::of);
  }

  /** {@return a list of words} */
  public static WordList words(String json) {
    return read("list of words", json, WordListJson::read, ResultJson::of);
  }

  /** {@return collocates} */
  public static Collocates collocates(String json) {
    return read("list of collocates", json, CollocatesJson::read, ResultJson::of);
  }

  /** {@return a dispersion} */
  public static Dispersion dispersion(String json) {
    return read("dispersion", json, DispersionJson::read, ResultJson::of);
  }

  /** {@return a network} */
  public static Network network(String json) {
    return read("network", json, NetworkJson::read, ResultJson::of);
  }

  private static <T> T read(
      String what, String json, Function<JsonObject, T> read, Function<T, String> write) {
    JsonObject given = JsonObject.parse(what, json);
    T result = read.apply(given);
    given.requireSame(JsonObject.parse(what, write.apply(result)));
    return result;
  }
}
