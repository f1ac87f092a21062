package onrecord.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import onrecord.model.FieldType;
import onrecord.model.FieldValue;
import onrecord.model.Fields;
import onrecord.model.PartialDate;
import onrecord.model.Quotation;
import onrecord.model.QuotationKind;
import onrecord.model.Said;
import onrecord.model.Span;
import onrecord.model.Speaker;
import onrecord.model.SpeakerType;
import onrecord.query.ArticleReference;
import onrecord.query.Highlights;
import onrecord.query.Hit;
import onrecord.query.Occurrence;
import onrecord.query.OwnField;
import onrecord.query.Passage;
import onrecord.text.CodePoints;

/** Reads hits, and the quotations of other results, as {@link HitJson} writes them. */
final class HitReading {

  private final ArticleTexts articles;
  private final Map<OwnField, FieldType> fields;

  /**
   * Creates a reader.
   *
   * @param articles the articles, whose texts convert code points to offsets
   * @param fields the types of the fields that the owner of the archive has added
   */
  HitReading(ArticleTexts articles, Map<OwnField, FieldType> fields) {
    this.articles = articles;
    this.fields = fields;
  }

  /** Reads the property "hits" of a result. */
  List<Hit> hits(JsonObject json) throws IOException {
    List<Hit> hits = new ArrayList<>();
    for (JsonObject hit : json.objects("hits").toList()) {
      hits.add(hit(hit));
    }
    return hits;
  }

  private Hit hit(JsonObject json) throws IOException {
    Quotation quotation = quotation(json);
    CodePoints article = text(json);
    JsonObject highlights = json.object("highlights");
    return new Hit(
        quotation,
        article(json),
        json.number("score"),
        new Highlights(
            spans(highlights, "inQuotation", new CodePoints(quotation.text())),
            spans(highlights, "inArticle", article)),
        json.optionalObject("context", "context")
            .map(context -> new Passage(span(context, article), context.string("text"))),
        occurrences(json));
  }

  /** Reads the property "occurrences". */
  List<Occurrence> occurrences(JsonObject json) throws IOException {
    List<Occurrence> occurrences = new ArrayList<>();
    for (JsonObject occurrence : json.objects("occurrences").toList()) {
      occurrences.add(new Occurrence(quotation(occurrence), article(occurrence)));
    }
    return occurrences;
  }

  /** Reads the property "article", of which the archive has everything but the id. */
  ArticleReference article(JsonObject json) throws IOException {
    return ArticleReference.of(articles.of(json.object("article").string("id")).article());
  }

  private CodePoints text(JsonObject json) throws IOException {
    return articles.of(json.object("article").string("id")).text();
  }

  /** Reads the property "quotation". */
  Quotation quotation(JsonObject parent) throws IOException {
    CodePoints text = text(parent);
    JsonObject json = parent.object("quotation", "quotation");
    return new Quotation(
        json.string("id"),
        json.string("text"),
        json.named("kind", QuotationKind.class),
        spans(json, "runs", text),
        speaker(json.object("speaker", "speaker")),
        json.optionalObject("span", "mention").map(span -> span(span, text)),
        json.optionalObject("span", "cue").map(span -> span(span, text)),
        json.optionalObject("said", "said").map(said -> said(said, text)),
        json.number("confidence"),
        json.string("rule"),
        json.strings("about"),
        fields(json, OwnField.Owner.QUOTATION));
  }

  private static Said said(JsonObject json, CodePoints text) {
    return new Said(span(json, text), json.optionalString("date").map(PartialDate::parse));
  }

  private Speaker speaker(JsonObject json) {
    return new Speaker(
        json.optionalString("name").orElse(Speaker.UNKNOWN.name()),
        json.named("type", SpeakerType.class),
        json.optionalString("description"),
        json.optionalString("id"),
        json.optionalString("printed"),
        fields(json, OwnField.Owner.SPEAKER));
  }

  /** Reads the property "fields" of a speaker or a quotation, which may be missing. */
  private Fields fields(JsonObject parent, OwnField.Owner owner) {
    Optional<JsonObject> json = parent.optionalObject("field", "fields");
    Fields.Builder read = Fields.builder();
    for (String name : json.map(JsonObject::names).orElse(Set.of())) {
      FieldType type =
          Optional.of(name)
              .filter(Fields::isName)
              .map(known -> fields.get(new OwnField(owner, known)))
              .orElseThrow(
                  () -> json.get().wrong(name, "missing, as the archive has no such field"));
      for (String value : json.get().texts(name)) {
        read.add(name, new FieldValue(type, value));
      }
    }
    return read.build();
  }

  private static List<Span> spans(JsonObject json, String name, CodePoints text) {
    return json.objects(name).map(span -> span(span, text)).toList();
  }

  /** Reads the properties "start" and "end", in code points of a text. */
  static Span span(JsonObject json, CodePoints text) {
    return new Span(index(json, "start", text), index(json, "end", text));
  }

  private static int index(JsonObject json, String name, CodePoints text) {
    try {
      return text.index(json.integer(name));
    } catch (IndexOutOfBoundsException e) {
      IllegalArgumentException wrong = json.wrong(name, "a position in the text");
      wrong.initCause(e);
      throw wrong;
    }
  }
}
