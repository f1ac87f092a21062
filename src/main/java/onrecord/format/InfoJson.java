package onrecord.format;

import java.util.SortedMap;
import onrecord.query.ArchiveInfo;
import onrecord.query.CitedArchive;

/** Writes what an archive contains as properties of JSON objects. */
final class InfoJson {

  private InfoJson() {}

  /** Writes the properties of a summary. */
  static void write(JsonWriter json, ArchiveInfo info) {
    json.property("articles", info.articles());
    json.property("quotations", info.quotations());
    json.property("speakers", info.speakers());
    json.property("indirect", info.indirect());
    json.property("firstPublished", info.firstPublished());
    json.property("lastPublished", info.lastPublished());
    json.property("format", info.format());
    json.property("extractor", info.extractor());
    json.object(
        "fields",
        info.ownFields(),
        fields -> fields.forEach((field, type) -> json.property(field.word(), type.word())));
  }

  /** Writes the number of articles by the version of the extractor, and their lists of speakers. */
  static void write(JsonWriter json, SortedMap<String, Long> extractors) {
    json.object("extractors", extractors, counts -> counts.forEach(json::property));
    json.strings("speakerLists", CitedArchive.speakerLists(extractors));
  }
}
