package onrecord.format;

import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import onrecord.model.Article;
import onrecord.model.Published;
import onrecord.model.Quotation;
import onrecord.model.Said;
import onrecord.model.Span;
import onrecord.model.Speaker;
import onrecord.text.CodePoints;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes quotations as JSON, each result one line without a line break. Offsets are counts of
 * Unicode code points from the start of the article's text, as string indices are in Python.
 * Stateless, thread-safe.
 *
 * <p>A quotation is
 *
 * <pre>{@code
 * {"id": "...", "text": "...", "kind": "DIRECT", "runs": [{"start": 0, "end": 9}],
 *  "speaker": {"name": "..." or null, "type": "PERSON",
 *    and where there is one: "description": "...", "id": "Q42", "printed": "..."},
 *  "mention": {"start": 0, "end": 9} or null, "cue": {"start": 0, "end": 9} or null,
 *  "said": {"date": "2020-11" or null, "text": "in November", "start": 0, "end": 9} or null,
 *  "confidence": 0.9, "rule": "...", "about": ["..."]}
 * }</pre>
 */
public final class QuotationJson {

  private static final JsonFactory JSON = JsonFactory.builder().build();
  private static final Pattern LONE_SURROGATE =
      Pattern.compile(
          "[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])|(?<![\\uD800-\\uDBFF])[\\uDC00-\\uDFFF]");

  private QuotationJson() {}

  /**
   * {@return an article's quotations as one object: {@code {"id", "title", "published",
   * "quotations": [...]}}; published is null where it is not known}
   *
   * @param article the article
   * @param quotations quotations of this article
   * @throws IndexOutOfBoundsException if a quotation reaches behind the article's text
   */
  public static String of(Article article, List<Quotation> quotations) {
    CodePoints text = new CodePoints(article.text());
    return write(json -> {
      json.writeStartObject();
      json.writeStringProperty("id", article.id());
      json.writeStringProperty("title", article.title());
      text(json, "published", article.published().map(Published::toString));
      json.writeArrayPropertyStart("quotations");
      quotations.forEach(quotation -> quotation(json, quotation, text));
      json.writeEndArray();
      json.writeEndObject();
    });
  }

  /**
   * {@return a quotation as an object}
   *
   * @param quotation the quotation
   * @param text the text of its article
   * @throws IndexOutOfBoundsException if the quotation reaches behind the text
   */
  public static String of(Quotation quotation, CodePoints text) {
    return write(json -> quotation(json, quotation, text));
  }

  /** {@return one value on one line} */
  static String write(Consumer<JsonGenerator> content) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
      content.accept(json);
    }
    // Half a character can be told in JSON as an escape, but not in UTF-8.
    return LONE_SURROGATE
        .matcher(out.toString())
        .replaceAll(half -> "\\\\u" + Integer.toHexString(half.group().charAt(0)));
  }

  private static void quotation(JsonGenerator json, Quotation quotation, CodePoints text) {
    json.writeStartObject();
    json.writeStringProperty("id", quotation.id());
    json.writeStringProperty("text", quotation.text());
    json.writeStringProperty("kind", quotation.kind().name());
    json.writeArrayPropertyStart("runs");
    for (Span run : quotation.runs()) {
      json.writeStartObject();
      bounds(json, run, text);
      json.writeEndObject();
    }
    json.writeEndArray();
    speaker(json, quotation.speaker());
    span(json, "mention", quotation.mention(), text);
    span(json, "cue", quotation.cue(), text);
    said(json, quotation.said(), text);
    json.writeNumberProperty("confidence", quotation.confidence());
    json.writeStringProperty("rule", quotation.rule());
    json.writeArrayPropertyStart("about");
    quotation.about().forEach(json::writeString);
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void speaker(JsonGenerator json, Speaker speaker) {
    json.writeObjectPropertyStart("speaker");
    text(json, "name", Optional.of(speaker).filter(Speaker::isKnown).map(Speaker::name));
    json.writeStringProperty("type", speaker.type().name());
    speaker.description().ifPresent(words -> json.writeStringProperty("description", words));
    speaker.id().ifPresent(id -> json.writeStringProperty("id", id));
    speaker.printed().ifPresent(words -> json.writeStringProperty("printed", words));
    json.writeEndObject();
  }

  private static void said(JsonGenerator json, Optional<Said> said, CodePoints text) {
    if (said.isEmpty()) {
      json.writeNullProperty("said");
      return;
    }
    Span expression = said.get().expression();
    json.writeObjectPropertyStart("said");
    text(json, "date", said.get().date().map(Object::toString));
    json.writeStringProperty("text", expression.in(text.text()));
    bounds(json, expression, text);
    json.writeEndObject();
  }

  private static void span(JsonGenerator json, String name, Optional<Span> span, CodePoints text) {
    if (span.isEmpty()) {
      json.writeNullProperty(name);
      return;
    }
    json.writeObjectPropertyStart(name);
    bounds(json, span.get(), text);
    json.writeEndObject();
  }

  private static void bounds(JsonGenerator json, Span span, CodePoints text) {
    json.writeNumberProperty("start", text.before(span.start()));
    json.writeNumberProperty("end", text.before(span.end()));
  }

  static void text(JsonGenerator json, String name, Optional<String> value) {
    if (value.isPresent()) {
      json.writeStringProperty(name, value.get());
    } else {
      json.writeNullProperty(name);
    }
  }
}
