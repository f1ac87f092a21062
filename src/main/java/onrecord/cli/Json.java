package onrecord.cli;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import onrecord.Archive;
import onrecord.format.QuotationJson;
import onrecord.model.Article;
import onrecord.model.Quotation;
import onrecord.model.Span;
import onrecord.query.ArchiveInfo;
import onrecord.query.ArticleReference;
import onrecord.query.Facet;
import onrecord.query.FacetCount;
import onrecord.query.FacetCounts;
import onrecord.query.Hit;
import onrecord.query.SearchResult;
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
   * @param archive where the articles of the hits are, whose texts the offsets point into
   */
  static String result(SearchResult result, Archive archive) throws IOException {
    return object(out -> {
      out.writeNumberProperty("total", result.total());
      hits(out, result.hits(), archive);
      facets(out, result);
      text(out, "cursor", result.cursor());
    });
  }

  /** {@return the counts of a search without its hits, as one line} */
  static String facets(SearchResult result) throws IOException {
    return object(out -> {
      out.writeNumberProperty("quotations", result.quotations());
      out.writeNumberProperty("articles", result.articles());
      facets(out, result);
    });
  }

  private static void facets(JsonGenerator out, SearchResult result) {
    out.writeObjectPropertyStart("facets");
    for (FacetCounts counts : result.facets()) {
      facet(out, counts);
    }
    out.writeEndObject();
  }

  /** Writes the property "hits". */
  static void hits(JsonGenerator out, List<Hit> hits, Archive archive) throws IOException {
    out.writeArrayPropertyStart("hits");
    for (Hit hit : hits) {
      hit(out, hit, archive);
    }
    out.writeEndArray();
  }

  private static void hit(JsonGenerator out, Hit hit, Archive archive) throws IOException {
    out.writeStartObject();
    quotation(out, hit.quotation(), hit.article(), archive);
    out.writeNumberProperty("score", hit.score());
    out.writeArrayPropertyStart("highlights");
    for (Span span : hit.highlights().inQuotation()) {
      span(out, hit.quotation().text(), span);
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  /** Writes the properties "quotation" and "article". */
  static void quotation(
      JsonGenerator out, Quotation quotation, ArticleReference reference, Archive archive)
      throws IOException {
    Article article =
        archive
            .article(reference.id())
            .orElseThrow(() ->
                new IOException("the archive has no article " + reference.id() + " any more"));
    out.writeName("quotation");
    out.writeRawValue(QuotationJson.of(quotation, article.text()));
    out.writeObjectPropertyStart("article");
    out.writeStringProperty("id", reference.id());
    out.writeStringProperty("title", reference.title());
    text(out, "published", reference.published());
    text(out, "outlet", reference.outlet());
    text(out, "url", reference.url());
    out.writeEndObject();
  }

  /** Writes a place in a text, in code points. */
  static void span(JsonGenerator out, String text, Span span) {
    out.writeStartObject();
    out.writeNumberProperty("start", text.codePointCount(0, span.start()));
    out.writeNumberProperty("end", text.codePointCount(0, span.end()));
    out.writeEndObject();
  }

  private static void facet(JsonGenerator out, FacetCounts counts) {
    out.writeArrayPropertyStart(name(counts.request().facet()));
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
