package onrecord.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import onrecord.format.ArticleTexts.ArticleText;
import onrecord.model.Article;
import onrecord.model.Quotation;
import onrecord.model.Span;
import onrecord.query.Hit;

/** Writes hits as annotations of the Web Annotation Data Model. */
final class WebAnnotations {

  private static final int AROUND = 32;

  private WebAnnotations() {}

  static HitWriter writer(Appendable out, ArticleTexts articles) throws IOException {
    return new JsonDocument(out, "[", "]", hit -> element(hit, articles));
  }

  /**
   * A body or a selector.
   *
   * @param type its type
   * @param properties its other properties, as names and values
   */
  private record Part(String type, JsonWriter.Properties<JsonWriter, RuntimeException> properties) {

    void write(JsonWriter json) {
      json.property("type", type);
      properties.write(json);
    }
  }

  private static String element(Hit hit, ArticleTexts articles) throws IOException {
    Quotation quotation = hit.quotation();
    ArticleText in = articles.of(hit.article());
    return JsonWriter.line(json -> {
      json.property("@context", "http://www.w3.org/ns/anno.jsonld");
      json.property("id", urn("quotation", quotation.id()));
      json.property("type", "Annotation");
      json.property("motivation", "tagging");
      json.objects("body", bodies(quotation), body -> body.write(json));
      String source = source(in.article());
      json.objects(
          "target",
          quotation.runs(),
          run -> {
            json.property("source", source);
            json.objects("selector", selectors(run, in), selector -> selector.write(json));
          });
    });
  }

  private static List<Part> bodies(Quotation quotation) {
    List<Part> bodies = new ArrayList<>();
    if (quotation.speaker().isKnown()) {
      bodies.add(body("tagging", quotation.speaker().name()));
    }
    bodies.add(body("classifying", quotation.kind().name()));
    return bodies;
  }

  private static Part body(String purpose, String value) {
    return new Part(
        "TextualBody",
        json -> {
          json.property("purpose", purpose);
          json.property("value", value);
        });
  }

  private static List<Part> selectors(Span run, ArticleText in) {
    String text = in.text().text();
    String prefix = text.substring(before(text, run.start()), run.start());
    String suffix = text.substring(run.end(), after(text, run.end()));
    return List.of(
        new Part("TextPositionSelector", json -> QuotationJson.bounds(json, run, in.text())),
        new Part(
            "TextQuoteSelector",
            json -> {
              json.property("exact", run.in(text));
              json.property("prefix", prefix);
              json.property("suffix", suffix);
            }));
  }

  /** {@return the index up to 32 code points before another} */
  private static int before(String text, int end) {
    int start = end;
    for (int i = 0; i < AROUND && start > 0; i++) {
      start -= Character.charCount(text.codePointBefore(start));
    }
    return start;
  }

  /** {@return the index up to 32 code points after another} */
  private static int after(String text, int start) {
    int end = start;
    for (int i = 0; i < AROUND && end < text.length(); i++) {
      end += Character.charCount(text.codePointAt(end));
    }
    return end;
  }

  /** {@return the address of an article if it is an IRI, and otherwise a name for its id} */
  private static String source(Article article) {
    return article.url().filter(WebAnnotations::isIri).orElse(urn("article", article.id()));
  }

  private static boolean isIri(String address) {
    try {
      return new URI(address).isAbsolute();
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static String urn(String kind, String id) {
    return "urn:uuid:" + UUID.nameUUIDFromBytes((kind + " " + id).getBytes(UTF_8));
  }
}
