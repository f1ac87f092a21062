package onrecord.format;

import onrecord.query.SavedSearch;
import onrecord.query.Selection;
import onrecord.query.Watermark;

/**
 * Writes saved searches as JSON and reads them back, equal to the original. Stateless, thread-safe.
 *
 * <p>A saved search is
 *
 * <pre>{@code
 * {"selection": {"query": {...}, "filters": {...}, "kinds": [...], "distinct": false},
 *  "watermark": {"archive": "0b5e8e5c-4d3a-4c61-9d0f-1a2b3c4d5e6f", "commit": 17}}
 * }</pre>
 *
 * <p>where the selection is as in {@link ResultJson}.
 */
public final class SavedSearchJson {

  private SavedSearchJson() {}

  /** {@return a saved search as an object on one line} */
  public static String write(SavedSearch search) {
    return JsonWriter.line(json -> {
      SelectionJson.property(json, search.selection());
      json.object(
          "watermark",
          search.watermark(),
          watermark -> {
            json.property("archive", watermark.archive());
            json.property("commit", watermark.commit());
          });
    });
  }

  /**
   * Reads a saved search.
   *
   * @throws IllegalArgumentException if the text is not JSON, or not a saved search; the message
   *     states what was expected
   */
  public static SavedSearch read(String json) {
    JsonObject saved = JsonObject.parse("saved search", json);
    JsonObject written = saved.object("selection", "selection");
    Selection selection = SelectionJson.read(written);
    written.requireAllRead();
    JsonObject point = saved.object("watermark", "watermark");
    Watermark watermark = new Watermark(point.string("archive"), point.integer("commit"));
    point.requireAllRead();
    saved.requireAllRead();
    return new SavedSearch(selection, watermark);
  }
}
