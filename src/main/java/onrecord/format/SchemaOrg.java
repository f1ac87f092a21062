package onrecord.format;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import onrecord.model.Article;
import onrecord.model.Quotation;
import onrecord.model.Said;
import onrecord.model.Speaker;
import onrecord.query.Hit;

/** Writes hits as quotations of schema.org. */
final class SchemaOrg {

  private static final String TYPE = "@type";

  private SchemaOrg() {}

  static HitWriter writer(Appendable out, ArticleTexts articles) throws IOException {
    return new JsonDocument(
        out,
        "{\"@context\":\"https://schema.org\",\"@graph\":[",
        "]}",
        hit -> element(hit, articles));
  }

  private static String element(Hit hit, ArticleTexts articles) throws IOException {
    Quotation quotation = hit.quotation();
    Article article = articles.of(hit.article()).article();
    return JsonWriter.line(json -> {
      json.property(TYPE, "Quotation");
      json.property("identifier", quotation.id());
      json.property("text", quotation.text());
      speaker(json, quotation.speaker());
      property(json, "dateCreated", quotation.said().flatMap(Said::date));
      property(json, "inLanguage", article.language());
      things(json, "about", "Thing", quotation.about());
      json.object("isBasedOn", article, source -> article(json, source));
    });
  }

  private static void speaker(JsonWriter json, Speaker speaker) {
    switch (speaker.type()) {
      case PERSON -> json.object("author", speaker, author -> named(json, "Person", author));
      case ORGANIZATION ->
          json.object("author", speaker, author -> named(json, "Organization", author));
      case UNNAMED -> json.property("creditText", speaker.name());
      case UNKNOWN -> {}
    }
  }

  private static void named(JsonWriter json, String type, Speaker speaker) {
    json.property(TYPE, type);
    json.property("name", speaker.name());
    property(json, "alternateName", speaker.printed());
    property(json, "description", speaker.description());
    property(json, "identifier", speaker.id());
  }

  private static void article(JsonWriter json, Article article) {
    json.property(TYPE, "NewsArticle");
    json.property("identifier", article.id());
    property(json, "headline", Optional.of(article.title()).filter(title -> !title.isBlank()));
    property(json, "datePublished", article.published());
    article
        .outlet()
        .ifPresent(outlet ->
            json.object(
                "publisher",
                outlet,
                name -> {
                  json.property(TYPE, "Organization");
                  json.property("name", name);
                }));
    property(json, "articleSection", article.section());
    things(json, "author", "Person", article.authors());
    property(json, "url", article.url());
    property(json, "inLanguage", article.language());
    if (!article.tags().isEmpty()) {
      json.strings("keywords", article.tags());
    }
  }

  private static void things(JsonWriter json, String property, String type, List<String> names) {
    if (!names.isEmpty()) {
      json.objects(
          property,
          names,
          name -> {
            json.property(TYPE, type);
            json.property("name", name);
          });
    }
  }

  private static void property(JsonWriter json, String name, Optional<?> value) {
    if (value.isPresent()) {
      json.property(name, value);
    }
  }
}
