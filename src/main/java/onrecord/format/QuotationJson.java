package onrecord.format;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import onrecord.model.Arrival;
import onrecord.model.Article;
import onrecord.model.FieldType;
import onrecord.model.FieldValue;
import onrecord.model.Fields;
import onrecord.model.Quotation;
import onrecord.model.Said;
import onrecord.model.Span;
import onrecord.model.Speaker;
import onrecord.text.CodePoints;

/**
 * Writes quotations as JSON, each result on one line without a line break. Offsets are numbers of
 * Unicode code points from the start of the article's text, like the indices of strings in Python.
 * Stateless, thread-safe.
 *
 * <p>A quotation is
 *
 * <pre>{@code
 * {"id": "...", "text": "...", "kind": "DIRECT", "runs": [{"start": 0, "end": 9}],
 *  "speaker": {"name": "..." or null, "type": "PERSON",
 *    and if present: "description": "...", "id": "Q42", "printed": "...",
 *    "fields": {"party": ["Greens"], "age": [52]}},
 *  "mention": {"start": 0, "end": 9} or null, "cue": {"start": 0, "end": 9} or null,
 *  "said": {"date": "2020-11" or null, "text": "in November", "start": 0, "end": 9} or null,
 *  "confidence": 0.9, "rule": "...", "about": ["..."],
 *    and if there are any: "fields": {"stance": ["for"]}}
 * }</pre>
 */
public final class QuotationJson {

  private QuotationJson() {}

  /**
   * {@return the quotations of an article as one object: {@code {"id", "title", "published",
   * "quotations": [...]}}, where published is null if it is unknown}
   *
   * @param article the article
   * @param quotations quotations of this article
   * @throws IndexOutOfBoundsException if a quotation extends beyond the article's text
   */
  public static String of(Article article, List<Quotation> quotations) {
    CodePoints text = new CodePoints(article.text());
    return JsonWriter.line(json -> {
      json.property("id", article.id());
      json.property("title", article.title());
      json.property("published", article.published());
      json.objects("quotations", quotations, quotation -> write(json, quotation, text));
    });
  }

  /**
   * {@return the quotations of an article as one object, as {@link #of(Article, List)} does, and
   * when it came into an archive: {@code "added", "changed", "commit"}, which are null if that is
   * not known}
   *
   * @param article the article
   * @param quotations quotations of this article
   * @param arrival when the article came in, if known
   * @throws IndexOutOfBoundsException if a quotation extends beyond the article's text
   */
  public static String of(Article article, List<Quotation> quotations, Optional<Arrival> arrival) {
    CodePoints text = new CodePoints(article.text());
    return JsonWriter.line(json -> {
      json.property("id", article.id());
      json.property("title", article.title());
      json.property("published", article.published());
      json.property("added", arrival.flatMap(Arrival::added));
      json.property("changed", arrival.map(Arrival::changed));
      arrival.ifPresentOrElse(
          time -> json.property("commit", time.commit()),
          () -> json.property("commit", Optional.empty()));
      json.objects("quotations", quotations, quotation -> write(json, quotation, text));
    });
  }

  /**
   * {@return a quotation as an object}
   *
   * @param quotation the quotation
   * @param text the text of its article
   * @throws IndexOutOfBoundsException if the quotation extends beyond the text
   */
  public static String of(Quotation quotation, CodePoints text) {
    return JsonWriter.line(json -> write(json, quotation, text));
  }

  /** Writes the properties of a quotation. */
  static void write(JsonWriter json, Quotation quotation, CodePoints text) {
    json.property("id", quotation.id());
    json.property("text", quotation.text());
    json.property("kind", quotation.kind().name());
    json.objects("runs", quotation.runs(), run -> bounds(json, run, text));
    json.object("speaker", quotation.speaker(), speaker -> speaker(json, speaker));
    json.optionalObject("mention", quotation.mention(), span -> bounds(json, span, text));
    json.optionalObject("cue", quotation.cue(), span -> bounds(json, span, text));
    json.optionalObject("said", quotation.said(), said -> said(json, said, text));
    json.property("confidence", quotation.confidence());
    json.property("rule", quotation.rule());
    json.strings("about", quotation.about());
    fields(json, quotation.fields());
  }

  /** Writes the properties of a speaker. */
  static void speaker(JsonWriter json, Speaker speaker) {
    json.property("name", Optional.of(speaker).filter(Speaker::isKnown).map(Speaker::name));
    json.property("type", speaker.type().name());
    speaker.description().ifPresent(words -> json.property("description", words));
    speaker.id().ifPresent(id -> json.property("id", id));
    speaker.printed().ifPresent(words -> json.property("printed", words));
    fields(json, speaker.fields());
  }

  /**
   * Writes the fields that the owner of the archive has added as the property "fields", if there
   * are any: a list for each, of numbers or strings.
   */
  static void fields(JsonWriter json, Fields fields) {
    if (!fields.isEmpty()) {
      json.object(
          "fields",
          fields,
          all ->
              all.values()
                  .forEach((name, values) -> {
                    if (values.getFirst().type() == FieldType.NUMBER) {
                      json.decimals(
                          name,
                          values.stream().map(FieldValue::text).map(BigDecimal::new).toList());
                    } else {
                      json.strings(name, values.stream().map(FieldValue::text).toList());
                    }
                  }));
    }
  }

  private static void said(JsonWriter json, Said said, CodePoints text) {
    json.property("date", said.date());
    json.property("text", said.expression().in(text.text()));
    bounds(json, said.expression(), text);
  }

  /** Writes the start and the end of a span, in code points. */
  static void bounds(JsonWriter json, Span span, CodePoints text) {
    json.property("start", text.before(span.start()));
    json.property("end", text.before(span.end()));
  }
}
