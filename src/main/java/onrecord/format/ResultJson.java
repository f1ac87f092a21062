package onrecord.format;

import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import onrecord.model.RecordedAnnotation;
import onrecord.query.AnswerCheck;
import onrecord.query.ArchiveInfo;
import onrecord.query.CitationChanges;
import onrecord.query.CitationCheck;
import onrecord.query.CoderAgreement;
import onrecord.query.Collocates;
import onrecord.query.Concordance;
import onrecord.query.CrossTable;
import onrecord.query.Dispersion;
import onrecord.query.Explanation;
import onrecord.query.Hint;
import onrecord.query.Hit;
import onrecord.query.Keywords;
import onrecord.query.Network;
import onrecord.query.PivotTable;
import onrecord.query.Sample;
import onrecord.query.SearchResult;
import onrecord.query.Suggestions;
import onrecord.query.Timeline;
import onrecord.query.WordList;
import onrecord.query.Wordings;

/**
 * Writes results as JSON, each as an object on one line without a line break. Stateless,
 * thread-safe. {@link ResultReader} and {@link HitResultReader} read them back.
 *
 * <p>A hit is
 *
 * <pre>{@code
 * {"quotation": {...},
 *  "article": {"id", "title", "published", "outlet", "section", "authors", "url", "language",
 *    "tags"},
 *  "score", "highlights": {"inQuotation": [{"start", "end"}], "inArticle": [{"start", "end"}]},
 *  "context": {"start", "end", "text"} or null,
 *  "occurrences": [{"quotation": {...}, "article": {...}}]}
 * }</pre>
 *
 * <p>where a quotation is as described at {@link QuotationJson}. A selection is <code>{"query":
 * {...}, "filters": {...}, "kinds": [...], "distinct"}</code>, with the query as in {@link
 * QueryJson}. All offsets are numbers of Unicode code points: those of highlights in the quotation
 * from the start of the quotation's text, all others from the start of the article's text. Unknown
 * values are null.
 *
 * <p>Every method throws {@link IllegalStateException} if Jackson is missing; the message says how
 * to add it. The methods that take an {@link ArticleLookup} throw {@link IOException} if an article
 * cannot be read.
 */
public final class ResultJson {

  private ResultJson() {}

  /**
   * {@return the result of a search: {@code {"selection": {...}, "total", "quotations", "articles",
   * "hits": [...], "facets": {"speaker": [{"value", "count", "articles"}]}, "facetRequests":
   * [{"facet", "limit", "prefix", "order", "quotations", "articles", "values"}], "cursor",
   * "partial"}}, where count is the number of quotations, and the request for a facet of dates has
   * "level" and "within" in place of "limit", "prefix" and "order"}
   *
   * <p>If a facet is counted more than once, the name of each further count has a suffix, as in
   * {@code "published_month"} or {@code "speaker_20"}.
   */
  public static String of(SearchResult result, ArticleLookup articles) throws IOException {
    ArticleTexts texts = new ArticleTexts(articles);
    return JsonWriter.line(json -> {
      SelectionJson.property(json, result.selection());
      json.property("total", result.total());
      totals(json, result);
      hits(json, result.hits(), texts);
      facets(json, result);
      json.objects("facetRequests", result.facets(), counts -> FacetsJson.request(json, counts));
      json.property("cursor", result.cursor());
      json.property("partial", result.partial());
    });
  }

  /**
   * {@return the counts of a search without its hits: {@code {"selection": {...}, "quotations",
   * "articles", "facets"}}, where facets are as in {@link #of(SearchResult, ArticleLookup)}}
   */
  public static String counts(SearchResult result) {
    return JsonWriter.line(json -> {
      SelectionJson.property(json, result.selection());
      totals(json, result);
      facets(json, result);
    });
  }

  /** {@return a sample: {@code {"selection": {...}, "quotations", "seed", "hits": [...]}}} */
  public static String of(Sample sample, ArticleLookup articles) throws IOException {
    ArticleTexts texts = new ArticleTexts(articles);
    return JsonWriter.line(json -> {
      SelectionJson.property(json, sample.selection());
      json.property("quotations", sample.quotations());
      json.property("seed", sample.seed());
      hits(json, sample.hits(), texts);
    });
  }

  /**
   * {@return the error rates of a coded sheet: {@code {"label", "blank", "all": {"value", "judged",
   * "wrong", "share", "lower", "upper"} or null, "confidence": [...], "rules": [...], "problems":
   * [{"line", "message"}]}}, where confidence and rules contain rates like all, and lower and upper
   * are the bounds of the interval of the share}
   */
  public static String errorRates(CodedSheet sheet) {
    return JsonWriter.line(json -> ErrorRatesJson.write(json, sheet));
  }

  /**
   * {@return the agreement of coders: {@code {"agreement": [{"field", "quotations", "coders",
   * "labels", "alpha"}]}}, where alpha is null if nothing can differ}
   */
  public static String agreement(List<CoderAgreement> agreement) {
    return JsonWriter.line(json -> AnnotationsJson.agreement(json, agreement));
  }

  /**
   * {@return annotations: {@code {"annotations": [{"quotation", "annotated", "article", "words",
   * "field" and "fields", or "speaker", "coder", "day", "standing", "replaced"}]}}}
   */
  public static String annotations(Iterable<RecordedAnnotation> annotations) {
    return JsonWriter.line(json -> AnnotationsJson.annotations(json, annotations));
  }

  /**
   * {@return wordings: {@code {"selection": {...}, "request": {"similarity", "minimum", "words",
   * "limit", "occurrences", "quotation"}, "quotations", "total", "found", "wordings":
   * [{"quotations", "articles", "speakers": [{"value", "count", "articles"}], "outlets", "days",
   * "first", "last", "occurrences": [{"quotation": {...}, "article": {...}}]}]}}, where outlets and
   * days are counts like those of speakers, and first and last are dates of publication}
   */
  public static String of(Wordings wordings, ArticleLookup articles) throws IOException {
    ArticleTexts texts = new ArticleTexts(articles);
    return JsonWriter.line(json -> WordingsJson.write(json, wordings, texts));
  }

  /**
   * {@return a concordance: {@code {"selection": {...}, "request": {"width", "order", "groupedBy",
   * "text", "limit"}, "quotations", "matches", "groups": [{"values": [...], "matches"}], "lines":
   * [{"left", "match", "right", "group": [...], "place": {"start", "end"}, "quotation": {...},
   * "article": {...}}]}}, where the order is the keys separated by commas, and a place is in code
   * points from the start of the quotation's text}
   */
  public static String of(Concordance concordance, ArticleLookup articles) throws IOException {
    ArticleTexts texts = new ArticleTexts(articles);
    return JsonWriter.line(json -> ConcordanceJson.write(json, concordance, texts));
  }

  /**
   * {@return a timeline: {@code {"selection": {...}, "request": {"date", "step", "split",
   * "series"}, "quotations", "undated", "imprecise", "parts": [{"name", "first", "quotations",
   * "all", "share"}], "values", "series": [{"value", "quotations", "undated", "imprecise",
   * "counts": [...], "shares": [...]}]}}, where counts and shares have one element per part}
   */
  public static String of(Timeline timeline) {
    return JsonWriter.line(json -> TimelineJson.write(json, timeline));
  }

  /**
   * {@return a table: {@code {"selection": {...}, "request": {"dimensions": [{"name", "facet",
   * "limit", "step", "bounds"}], "metrics": [...], "base": {"population", "within": [...]}},
   * "quotations", "rows": [{"values": [...], "quotations", "metrics": {"quotations", ...}, "base",
   * "share"}]}}, where limit, step, bounds, base and share are present if they were requested}
   */
  public static String of(CrossTable table) {
    return JsonWriter.line(json -> CrossTableJson.write(json, table));
  }

  /**
   * {@return a table in wide form: {@code {"selection": {...}, "request": {...}, "quotations",
   * "columns": [{"value", "total": {"quotations", "metrics": {"quotations", ...}, "base",
   * "share"}}], "rows": [{"values": [...], "cells": [...], "total": {...}}], "total": {...}}},
   * where the request is that of {@link #of(CrossTable)}, and each cell has the properties of a
   * total; the mean confidence of no quotations is null}
   */
  public static String of(PivotTable table) {
    return JsonWriter.line(json -> PivotTableJson.write(json, table));
  }

  /**
   * {@return a list of words: {@code {"selection": {...}, "request": {"size", "minimum",
   * "excluded": [...], "limit"}, "quotations", "words", "found", "entries": [{"text", "count",
   * "perMillion", "quotations", "articles"}]}}}
   */
  public static String of(WordList list) {
    return JsonWriter.line(json -> WordListJson.write(json, list));
  }

  /**
   * {@return collocates: {@code {"selection": {...}, "request": {"of": {...}, "window": {"left",
   * "right"}, "minimum", "measure", "limit"}, "quotations", "places", "windowWords", "words",
   * "found", "collocates": [{"word", "count", "total", "expected", "g2", "logRatio", "logDice"}]}}}
   */
  public static String of(Collocates collocates) {
    return JsonWriter.line(json -> CollocatesJson.write(json, collocates));
  }

  /**
   * {@return a dispersion: {@code {"selection": {...}, "request": {"of": {...}, "parts"},
   * "quotations", "words", "places", "range", "dp", "dpNorm", "parts": [{"name", "words", "places",
   * "perMillion"}]}}}
   */
  public static String of(Dispersion dispersion) {
    return JsonWriter.line(json -> DispersionJson.write(json, dispersion));
  }

  /**
   * {@return keywords: {@code {"selection": {...}, "request": {"against": {...}, "sign", "minimum",
   * "minimumG2", "limit"}, "quotations", "others", "words", "otherWords", "found", "keywords":
   * [{"word", "count", "otherCount", "g2", "perMillion", "otherPerMillion", "logRatio",
   * "percentDiff"}]}}}
   */
  public static String of(Keywords keywords) {
    return JsonWriter.line(json -> KeywordsJson.write(json, keywords));
  }

  /**
   * {@return a network: {@code {"selection": {...}, "quotations", "linked", "unattributed",
   * "namingNobody", "pairs", "edges": [{"speaker", "about", "quotations"}]}}}
   */
  public static String of(Network network) {
    return JsonWriter.line(json -> NetworkJson.write(json, network));
  }

  /**
   * {@return suggestions: {@code {"selection": {...}, "typed", "found", "speakers": [{"speaker",
   * "quotations", "exact"}]}}}
   */
  public static String of(Suggestions suggestions) {
    return JsonWriter.line(json -> {
      SelectionJson.property(json, suggestions.selection());
      json.property("typed", suggestions.typed());
      json.property("found", suggestions.found());
      json.objects(
          "speakers",
          suggestions.speakers(),
          speaker -> {
            json.property("speaker", speaker.speaker());
            json.property("quotations", speaker.quotations());
            json.property("exact", speaker.exact());
          });
    });
  }

  /**
   * {@return the summary of an archive: {@code {"articles", "quotations", "speakers", "indirect",
   * "firstPublished", "lastPublished", "format", "extractor", "fields": {"speaker.party":
   * "name"}}}}
   */
  public static String of(ArchiveInfo info) {
    return JsonWriter.line(json -> InfoJson.write(json, info));
  }

  /**
   * {@return the summary of an archive as {@link #of(ArchiveInfo)} does, with the number of
   * articles by extractor: {@code "extractors": {"7": 120}, "speakerLists": []}}
   */
  public static String of(ArchiveInfo info, SortedMap<String, Long> extractors) {
    return JsonWriter.line(json -> {
      InfoJson.write(json, info);
      InfoJson.write(json, extractors);
    });
  }

  /**
   * {@return the check of a citation: {@code {"same", "differences": [{"part", "cited", "now"}]}}}
   */
  public static String of(CitationCheck check) {
    return JsonWriter.line(json -> check(json, check));
  }

  /**
   * {@return a result as this class writes it, with the additional property {@code "explanations":
   * [{"value", "description", "parts": [...]}]}, where parts are explanations; the result itself if
   * there are none}
   *
   * @throws IllegalArgumentException if the result is not a JSON object with a property
   */
  public static String withExplanations(String result, List<Explanation> explanations) {
    return with(result, "explanations", explanations, ResultJson::explanation);
  }

  private static void explanation(JsonWriter json, Explanation explanation) {
    json.property("value", explanation.value());
    json.property("description", explanation.description());
    json.objects("parts", explanation.parts(), part -> explanation(json, part));
  }

  /**
   * {@return the check of a citation with the ids of the quotations that differ: {@code {"same",
   * "differences", "came": [...], "went": [...], "changed": [...]}}}
   */
  public static String of(CitationChanges changes) {
    return JsonWriter.line(json -> {
      check(json, changes.check());
      json.strings("came", changes.came());
      json.strings("went", changes.went());
      json.strings("changed", changes.changed());
    });
  }

  /**
   * {@return the check of the citation of an answer: {@code {"same", "differences": [{"part",
   * "cited", "now"}]}}}
   */
  public static String of(AnswerCheck check) {
    return JsonWriter.line(json -> check(json, check.matches(), check.differences()));
  }

  private static void check(JsonWriter json, CitationCheck check) {
    check(json, check.matches(), check.differences());
  }

  private static void check(
      JsonWriter json, boolean same, List<CitationCheck.Difference> differences) {
    json.property("same", same);
    json.objects(
        "differences",
        differences,
        difference -> {
          json.property("part", difference.part().name());
          json.property("cited", difference.cited());
          json.property("now", difference.now());
        });
  }

  /** {@return a failure: {@code {"error"}}} */
  public static String error(String message) {
    return JsonWriter.line(json -> json.property("error", message));
  }

  /**
   * {@return a result as this class writes it, with the additional property {@code "hints":
   * [{"part", "nearest": [...]}]}; the result itself if there are no hints}
   *
   * @throws IllegalArgumentException if the result is not a JSON object with a property
   */
  public static String withHints(String result, List<Hint> hints) {
    return with(
        result,
        "hints",
        hints,
        (json, hint) -> {
          json.property("part", hint.part());
          json.strings("nearest", hint.nearest());
        });
  }

  /** Writes the properties of an element of a list. */
  @FunctionalInterface
  private interface Element<T> {
    void write(JsonWriter json, T element);
  }

  private static <T> String with(
      String result, String property, List<T> elements, Element<T> writer) {
    if (elements.isEmpty()) {
      return result;
    }
    if (!result.startsWith("{\"") || !result.endsWith("}")) {
      throw new IllegalArgumentException("a result in JSON was expected, but was '" + result + "'");
    }
    String added =
        JsonWriter.line(
            json -> json.objects(property, elements, element -> writer.write(json, element)));
    return result.substring(0, result.length() - 1) + "," + added.substring(1);
  }

  private static void totals(JsonWriter json, SearchResult result) {
    json.property("quotations", result.quotations());
    json.property("articles", result.articles());
  }

  private static void hits(JsonWriter json, List<Hit> hits, ArticleTexts articles)
      throws IOException {
    json.objects("hits", hits, hit -> HitJson.write(json, hit, articles));
  }

  private static void facets(JsonWriter json, SearchResult result) {
    json.object("facets", result.facets(), facets -> FacetsJson.write(json, facets));
  }
}
