package onrecord.format;

import java.io.IOException;
import onrecord.format.ArticleTexts.ArticleText;
import onrecord.model.Article;
import onrecord.model.Quotation;
import onrecord.query.ArticleReference;
import onrecord.query.Hit;
import onrecord.text.CodePoints;

/** Writes the properties of hits in JSON. */
final class HitJson {
  private HitJson() {}

  static void write(JsonWriter json, Hit hit, ArticleTexts articles) throws IOException {
    quotation(json, hit.quotation(), hit.article(), articles);
    json.property("score", hit.score());
    CodePoints quotation = new CodePoints(hit.quotation().text());
    CodePoints article = articles.of(hit.article()).text();
    json.object(
        "highlights",
        hit.highlights(),
        highlights -> {
          json.objects(
              "inQuotation",
              highlights.inQuotation(),
              span -> QuotationJson.bounds(json, span, quotation));
          json.objects(
              "inArticle",
              highlights.inArticle(),
              span -> QuotationJson.bounds(json, span, article));
        });
    json.optionalObject(
        "context",
        hit.context(),
        context -> {
          QuotationJson.bounds(json, context.place(), article);
          json.property("text", context.text());
        });
    json.objects(
        "occurrences",
        hit.occurrences(),
        occurrence -> quotation(json, occurrence.quotation(), occurrence.article(), articles));
  }

  /** Writes the properties "quotation" and "article". */
  static void quotation(
      JsonWriter json, Quotation quotation, ArticleReference reference, ArticleTexts articles)
      throws IOException {
    ArticleText found = articles.of(reference);
    json.object("quotation", quotation, q -> QuotationJson.write(json, q, found.text()));
    json.object("article", found.article(), article -> article(json, article));
  }

  /** Writes the properties of an article without its text. */
  static void article(JsonWriter json, Article article) {
    json.property("id", article.id());
    json.property("title", article.title());
    json.property("published", article.published());
    json.property("outlet", article.outlet());
    json.property("section", article.section());
    json.strings("authors", article.authors());
    json.property("url", article.url());
    json.property("language", article.language());
    json.strings("tags", article.tags());
    QuotationJson.fields(json, article.fields());
  }
}
