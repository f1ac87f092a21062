package onrecord.cli;

import java.io.IOException;
import java.io.StringWriter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import onrecord.format.QuotationJson;
import onrecord.model.Article;
import onrecord.model.Quotation;
import onrecord.model.Span;
import onrecord.query.ArchiveInfo;
import onrecord.query.ArticleReference;
import onrecord.query.Facet;
import onrecord.query.FacetCount;
import onrecord.query.FacetCounts;
import onrecord.query.FacetRequest;
import onrecord.query.Hit;
import onrecord.query.Occurrence;
import onrecord.query.Passage;
import onrecord.query.SearchResult;
import onrecord.text.CodePoints;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Results as JSON, for programs. */
final class Json {

  private static final JsonFactory JSON = JsonFactory.builder().build();

  private Json() {}

  /** Writes the properties of an object. */
  @FunctionalInterface
  interface Properties {
    void write(JsonGenerator out) throws IOException;
  }

  /** {@return an object, as one line} */
  static String object(Properties properties) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      out.writeStartObject();
      properties.write(out);
      out.writeEndObject();
    }
    return text.toString();
  }

  static void text(JsonGenerator out, String name, Optional<?> value) {
    if (value.isPresent()) {
      out.writeStringProperty(name, value.get().toString());
    } else {
      out.writeNullProperty(name);
    }
  }

  static void counts(JsonGenerator out, ArchiveInfo info) {
    out.writeNumberProperty("articles", info.articles());
    out.writeNumberProperty("quotations", info.quotations());
    out.writeNumberProperty("speakers", info.speakers());
  }

  /** {@return the name of a facet as results have it, such as "speaker_type"} */
  static String name(Facet facet) {
    return facet.name().toLowerCase(Locale.ROOT);
  }

  /**
   * {@return the answer to a search, as one line}
   *
   * @param articles those the hits stand in, whose texts the offsets point into
   */
  static String result(SearchResult result, Articles articles) throws IOException {
    return object(out -> {
      out.writeNumberProperty("total", result.total());
      totals(out, result);
      hits(out, result.hits(), articles);
      facets(out, result);
      text(out, "cursor", result.cursor());
      out.writeBooleanProperty("partial", result.partial());
    });
  }

  private static void totals(JsonGenerator out, SearchResult result) {
    out.writeNumberProperty("quotations", result.quotations());
    out.writeNumberProperty("articles", result.articles());
  }

  /** {@return the counts of a search without its hits, as one line} */
  static String facets(SearchResult result) throws IOException {
    return object(out -> {
      totals(out, result);
      facets(out, result);
    });
  }

  private static void facets(JsonGenerator out, SearchResult result) {
    Set<String> written = new HashSet<>();
    out.writeObjectPropertyStart("facets");
    for (FacetCounts counts : result.facets()) {
      String name = name(counts.request().facet());
      facet(out, written.add(name) ? name : name + "_" + detail(counts.request()), counts);
    }
    out.writeEndObject();
  }

  /** Writes the property "hits". */
  static void hits(JsonGenerator out, List<Hit> hits, Articles articles) throws IOException {
    out.writeArrayPropertyStart("hits");
    for (Hit hit : hits) {
      out.writeStartObject();
      hit(out, hit, articles);
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  /** Writes the properties of a hit. */
  static void hit(JsonGenerator out, Hit hit, Articles articles) throws IOException {
    quotation(out, hit.quotation(), hit.article(), articles);
    out.writeNumberProperty("score", hit.score());
    CodePoints text = articles.of(hit.article()).text();
    out.writeObjectPropertyStart("highlights");
    spans(
        out, "inQuotation", new CodePoints(hit.quotation().text()), hit.highlights().inQuotation());
    spans(out, "inArticle", text, hit.highlights().inArticle());
    out.writeEndObject();
    if (hit.context().isPresent()) {
      Passage context = hit.context().get();
      out.writeObjectPropertyStart("context");
      bounds(out, text, context.place());
      out.writeStringProperty("text", context.text());
      out.writeEndObject();
    } else {
      out.writeNullProperty("context");
    }
    out.writeArrayPropertyStart("occurrences");
    for (Occurrence occurrence : hit.occurrences()) {
      out.writeStartObject();
      quotation(out, occurrence.quotation(), occurrence.article(), articles);
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  /** Writes the properties "quotation" and "article". */
  static void quotation(
      JsonGenerator out, Quotation quotation, ArticleReference reference, Articles articles)
      throws IOException {
    Articles.Printed printed = articles.of(reference);
    Article article = printed.article();
    out.writeName("quotation");
    out.writeRawValue(QuotationJson.of(quotation, printed.text()));
    out.writeObjectPropertyStart("article");
    out.writeStringProperty("id", article.id());
    out.writeStringProperty("title", article.title());
    text(out, "published", article.published());
    text(out, "outlet", article.outlet());
    text(out, "section", article.section());
    texts(out, "authors", article.authors());
    text(out, "url", article.url());
    text(out, "language", article.language());
    texts(out, "tags", article.tags());
    out.writeEndObject();
  }

  private static void texts(JsonGenerator out, String name, List<String> values) {
    out.writeArrayPropertyStart(name);
    values.forEach(out::writeString);
    out.writeEndArray();
  }

  private static void spans(JsonGenerator out, String name, CodePoints text, List<Span> spans) {
    out.writeArrayPropertyStart(name);
    spans.forEach(span -> span(out, text, span));
    out.writeEndArray();
  }

  /** Writes a place in a text, in code points. */
  static void span(JsonGenerator out, CodePoints text, Span span) {
    out.writeStartObject();
    bounds(out, text, span);
    out.writeEndObject();
  }

  private static void bounds(JsonGenerator out, CodePoints text, Span span) {
    out.writeNumberProperty("start", text.before(span.start()));
    out.writeNumberProperty("end", text.before(span.end()));
  }

  /** {@return what tells a request for a facet from another for the same one} */
  private static String detail(FacetRequest request) {
    return switch (request) {
      case FacetRequest.Labels labels -> String.valueOf(labels.limit());
      case FacetRequest.Dates dates -> dates.level().name().toLowerCase(Locale.ROOT);
    };
  }

  private static void facet(JsonGenerator out, String name, FacetCounts counts) {
    out.writeArrayPropertyStart(name);
    for (FacetCount count : counts.counts()) {
      out.writeStartObject();
      out.writeStringProperty("value", count.value());
      out.writeNumberProperty("count", count.quotations());
      out.writeNumberProperty("articles", count.articles());
      out.writeEndObject();
    }
    out.writeEndArray();
  }
}
