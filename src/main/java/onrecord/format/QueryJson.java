package onrecord.format;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import onrecord.model.PartialDate;
import onrecord.query.ArrivalRange;
import onrecord.query.DateRange;
import onrecord.query.Facet;
import onrecord.query.Form;
import onrecord.query.OwnField;
import onrecord.query.Property;
import onrecord.query.Query;
import onrecord.query.Target;
import onrecord.query.TextPattern;
import onrecord.query.TextPattern.Match;
import onrecord.query.TextPattern.Order;
import onrecord.query.TokenPattern;
import onrecord.query.ValueRange;

/**
 * Writes queries as JSON and reads them back, equal to the original. Stateless, thread-safe.
 *
 * <p>A query is an object with a property {@code "type"}. The names of facets, targets and so on
 * are those of their constants, in lower case, or of the archive's own fields. Some properties have
 * a default and may be omitted: {@code "in"} ({@code "quote"}), {@code "form"} ({@code "stem"}), or
 * {@code "exact"} for {@code "tokens"}, {@code "match"} ({@code "all"}), {@code "slop"} (0), {@code
 * "order"} ({@code "any"}), and {@code "from"} and {@code "to"} (null):
 *
 * <pre>{@code
 * {"type": "all"}
 * {"type": "words", "text": "old bridge", "match": "all", "in": "quote", "form": "stem"}
 * {"type": "phrase", "text": "old bridge", "slop": 2, "in": "title", "form": "exact"}
 * {"type": "near", "text": "bridge toll", "within": 5, "order": "given", "in": "text",
 *  "form": "stem"}
 * {"type": "words", "text": "US", "in": "quote", "form": "case"}
 * {"type": "wildcard", "pattern": "bridg*", "in": "quote"}
 * {"type": "fuzzy", "word": "brigde", "edits": 1, "in": "quote"}
 * {"type": "regex", "pattern": "bridges?", "in": "quote"}
 * {"type": "tokens", "pattern": "'old' []{0,2} [stem='bridge']", "in": "quote", "form": "exact"}
 * {"type": "named", "facet": "outlet", "name": "The Courier"}
 * {"type": "named", "facet": "speaker.party", "name": "Greens"}
 * {"type": "range", "field": "article.reach", "from": {"value": "1000", "included": true}, "to": null}
 * {"type": "article", "id": "north-7"}
 * {"type": "quotation", "id": "north-7#12"}
 * {"type": "named", "facet": "rule", "name": "cue-after"}
 * {"type": "published", "from": "2020-11", "to": null}
 * {"type": "said", "from": "2020", "to": "2020"}
 * {"type": "added", "from": "2020-11", "to": null}
 * {"type": "commit", "from": 3, "to": 5}
 * {"type": "confidence", "atLeast": 0.9}
 * {"type": "inArticle", "query": {...}}
 * {"type": "and", "queries": [{...}, {...}]}
 * {"type": "or", "queries": [{...}, {...}]}
 * {"type": "not", "query": {...}}
 * }</pre>
 */
public final class QueryJson {

  private QueryJson() {}

  /** {@return a query as an object on one line} */
  public static String write(Query query) {
    return JsonWriter.line(json -> write(json, query));
  }

  /**
   * Reads a query.
   *
   * @throws IllegalArgumentException if the text is not JSON, or not a query; the message states
   *     what was expected
   */
  public static Query read(String json) {
    return read(JsonObject.parse("query", json));
  }

  /** Writes the properties of a query. */
  static void write(JsonWriter json, Query query) {
    switch (query) {
      case Query.All q -> type(json, "all");
      case Query.Text q -> text(json, q);
      case Query.Named q -> {
        type(json, "named");
        json.property("facet", q.facet().word());
        json.property("name", q.name());
      }
      case Query.Exactly q -> {
        type(json, q.property() == Property.ID ? "quotation" : "article");
        json.property("id", q.value());
      }
      case Query.Ranged q -> {
        type(json, "range");
        json.property("field", q.field().word());
        json.optionalObject("from", q.range().from(), bound -> bound(json, bound));
        json.optionalObject("to", q.range().to(), bound -> bound(json, bound));
      }
      case Query.PublishedIn q -> range(json, "published", q.range());
      case Query.ArrivedIn q -> arrival(json, q.range());
      case Query.SaidIn q -> range(json, "said", q.range());
      case Query.MinConfidence q -> {
        type(json, "confidence");
        json.property("atLeast", q.atLeast());
      }
      case Query.InArticle q -> inner(json, "inArticle", q.query());
      case Query.And q -> join(json, "and", q.queries());
      case Query.Or q -> join(json, "or", q.queries());
      case Query.Not q -> inner(json, "not", q.query());
    }
  }

  private static void type(JsonWriter json, String type) {
    json.property("type", type);
  }

  private static void inner(JsonWriter json, String type, Query query) {
    type(json, type);
    json.object("query", query, q -> write(json, q));
  }

  private static void join(JsonWriter json, String type, Iterable<Query> queries) {
    type(json, type);
    json.objects("queries", queries, query -> write(json, query));
  }

  private static void range(JsonWriter json, String type, DateRange range) {
    type(json, type);
    json.property("from", range.from());
    json.property("to", range.to());
  }

  private static void arrival(JsonWriter json, ArrivalRange range) {
    switch (range) {
      case ArrivalRange.Days r -> range(json, "added", r.days());
      case ArrivalRange.Commits r -> {
        type(json, "commit");
        json.property("from", r.from());
        if (r.to() < Integer.MAX_VALUE) {
          json.property("to", r.to());
        }
      }
    }
  }

  private static void bound(JsonWriter json, ValueRange.Bound bound) {
    json.property("value", bound.value());
    json.property("included", bound.included());
  }

  private static void text(JsonWriter json, Query.Text text) {
    switch (text.pattern()) {
      case TextPattern.Words p -> {
        type(json, "words");
        json.property("text", p.text());
        json.property("match", JsonObject.name(p.match()));
      }
      case TextPattern.Phrase p -> {
        type(json, "phrase");
        json.property("text", p.text());
        json.property("slop", p.slop());
      }
      case TextPattern.Near p -> {
        type(json, "near");
        json.property("text", p.text());
        json.property("within", p.within());
        json.property("order", JsonObject.name(p.order()));
      }
      case TextPattern.Wildcard p -> {
        type(json, "wildcard");
        json.property("pattern", p.pattern());
      }
      case TextPattern.Fuzzy p -> {
        type(json, "fuzzy");
        json.property("word", p.word());
        json.property("edits", p.edits());
      }
      case TextPattern.Regex p -> {
        type(json, "regex");
        json.property("pattern", p.pattern());
      }
      case TextPattern.Tokens p -> {
        type(json, "tokens");
        json.property("pattern", p.pattern().toString());
      }
    }
    json.property("in", text.target().word());
    json.property("form", JsonObject.name(text.form()));
  }

  static Query read(JsonObject json) {
    Query query =
        switch (json.string("type")) {
          case "all" -> Query.all();
          case "words", "phrase", "near", "wildcard", "fuzzy", "regex" ->
              text(json, pattern(json), Form.STEM);
          case "tokens" ->
              text(
                  json,
                  new TextPattern.Tokens(TokenPattern.parse(json.string("pattern"))),
                  Form.EXACT);
          case "named" -> Query.named(facet(json), json.string("name"));
          case "range" -> field(json).in(new ValueRange(bound(json, "from"), bound(json, "to")));
          case "article" -> Query.article(json.string("id"));
          case "quotation" -> Query.quotation(json.string("id"));
          case "published" -> Query.published(range(json));
          case "added" -> Query.added(range(json));
          case "commit" ->
              new Query.ArrivedIn(
                  new ArrivalRange.Commits(
                      json.integer("from"), json.integer("to", Integer.MAX_VALUE)));
          case "said" -> Query.said(range(json));
          case "confidence" -> Query.confidence(json.number("atLeast"));
          case "inArticle" -> Query.inArticle(read(json.object("query")));
          case "and" -> new Query.And(json.objects("queries").map(QueryJson::read).toList());
          case "or" -> new Query.Or(json.objects("queries").map(QueryJson::read).toList());
          case "not" -> read(json.object("query")).not();
          default ->
              throw json.wrong(
                  "type",
                  "one of all, words, phrase, near, wildcard, fuzzy, regex, tokens, named,"
                      + " range, article, quotation, published, said, added, commit,"
                      + " confidence, inArticle, and, or, not");
        };
    json.requireAllRead();
    return query;
  }

  private static TextPattern pattern(JsonObject json) {
    return switch (json.string("type")) {
      case "words" ->
          new TextPattern.Words(
              json.string("text"), json.constant("match", Match.class, Match.ALL));
      case "phrase" -> new TextPattern.Phrase(json.string("text"), json.integer("slop", 0));
      case "near" ->
          new TextPattern.Near(
              json.string("text"),
              json.integer("within"),
              json.constant("order", Order.class, Order.ANY));
      case "wildcard" -> new TextPattern.Wildcard(json.string("pattern"));
      case "fuzzy" -> new TextPattern.Fuzzy(json.string("word"), json.integer("edits"));
      default -> new TextPattern.Regex(json.string("pattern"));
    };
  }

  private static Query text(JsonObject json, TextPattern pattern, Form otherwise) {
    Target target =
        json.optionalString("in")
            .map(name ->
                Target.of(name)
                    .orElseThrow(() ->
                        json.wrong(
                            "in", "one of " + words(Stream.of(Target.values()).map(Target::word)))))
            .orElse(Target.QUOTE);
    Form form = json.constant("form", Form.class, otherwise);
    return new Query.Text(target, form, pattern);
  }

  private static Facet facet(JsonObject json) {
    return Facet.of(json.string("facet"))
        .orElseThrow(() ->
            json.wrong("facet", "one of " + words(Stream.of(Facet.values()).map(Facet::word))));
  }

  private static String words(Stream<String> words) {
    return words.collect(Collectors.joining(", ")) + ", or a field such as speaker.party";
  }

  private static OwnField field(JsonObject json) {
    return Facet.of(json.string("field"))
        .filter(OwnField.class::isInstance)
        .map(OwnField.class::cast)
        .orElseThrow(() -> json.wrong("field", "a field such as speaker.party"));
  }

  private static Optional<ValueRange.Bound> bound(JsonObject json, String name) {
    return json.optionalObject("bound", name)
        .map(bound -> {
          ValueRange.Bound read =
              new ValueRange.Bound(bound.string("value"), bound.bool("included"));
          bound.requireAllRead();
          return read;
        });
  }

  private static DateRange range(JsonObject json) {
    return new DateRange(date(json, "from"), date(json, "to"));
  }

  private static Optional<PartialDate> date(JsonObject json, String name) {
    return json.optionalString(name).map(PartialDate::parse);
  }
}
