package onrecord.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import onrecord.model.PartialDate;
import onrecord.model.QuotationKind;
import onrecord.query.DateRange;
import onrecord.query.Facet;
import onrecord.query.InvalidSearchException;
import onrecord.query.Search;
import onrecord.query.SearchLimitException;
import onrecord.query.Target;
import onrecord.schema.DateNumber;
import onrecord.schema.Schema;
import onrecord.schema.Snapshot;
import org.apache.lucene.document.DoubleField;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.IntRange;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.join.BitSetProducer;
import org.apache.lucene.search.join.ScoreMode;
import org.apache.lucene.search.join.ToChildBlockJoinQuery;
import org.apache.lucene.search.join.ToParentBlockJoinQuery;
import org.apache.lucene.util.BytesRef;

/**
 * Says in Lucene's terms what a search asks for. Only words count for the score; all else lets
 * through or not. Not thread-safe.
 */
final class QueryTranslator {

  private final Search search;
  private final BitSetProducer articles;
  private final String type;
  private final Limiter limiter;
  private final Patterns patterns;
  private final Query asked;

  private QueryTranslator(Snapshot snapshot, Search search, String type) {
    this.search = search;
    this.type = type;
    this.articles = snapshot.articles();
    this.limiter = new Limiter(search.limits());
    this.patterns = new Patterns(limiter);
    this.asked = translate(search.query());
  }

  /**
   * {@return a search in Lucene's terms, to be run on the snapshot}
   *
   * @throws SearchLimitException if the query is over a limit
   * @throws InvalidSearchException if a regular expression is none, or there is no word where one
   *     is needed
   */
  static QueryTranslator of(Snapshot snapshot, Search search) {
    return of(snapshot, search, Schema.QUOTATION);
  }

  /**
   * {@return a search for articles in Lucene's terms; its query must be about articles alone}
   *
   * @throws SearchLimitException if the query is over a limit
   * @throws InvalidSearchException if a regular expression is none, or there is no word where one
   *     is needed
   */
  static QueryTranslator ofArticles(Snapshot snapshot, Search search) {
    return of(snapshot, search, Schema.ARTICLE);
  }

  private static QueryTranslator of(Snapshot snapshot, Search search, String type) {
    // Lucene has one bound for the whole program; it must not be lower than what is asked for.
    if (search.limits().maxClauses() > IndexSearcher.getMaxClauseCount()) {
      IndexSearcher.setMaxClauseCount(search.limits().maxClauses());
    }
    return new QueryTranslator(snapshot, search, type);
  }

  /** {@return the query without filters, which may find other documents than quotations} */
  Query asked() {
    return asked;
  }

  /** {@return what finds the quotations that the query and all filters let through} */
  Query filtered() {
    return filtered(search.filters());
  }

  /**
   * {@return what finds the quotations that the query and the filters on other facets let through}
   */
  Query filteredBeside(Facet facet) {
    Map<Facet, Set<String>> others = new EnumMap<>(Facet.class);
    others.putAll(search.filters());
    others.remove(facet);
    return filtered(others);
  }

  private Query filtered(Map<Facet, Set<String>> filters) {
    BooleanQuery.Builder query = new BooleanQuery.Builder().add(asked, Occur.MUST);
    lookedAt().forEach(filter -> query.add(filter, Occur.FILTER));
    filters.forEach((facet, values) -> query.add(anyOf(facet, values), Occur.FILTER));
    return query.build();
  }

  /** {@return what lets through what the search looks at} */
  private List<Query> lookedAt() {
    List<Query> all = new ArrayList<>();
    all.add(name(Schema.TYPE, type));
    if (!search.indirect()) {
      all.add(not(name(Schema.KIND, QuotationKind.INDIRECT.name())));
    }
    return all;
  }

  private Query translate(onrecord.query.Query query) {
    limiter.countClauses(1);
    return switch (query) {
      case onrecord.query.Query.All q -> filter(MatchAllDocsQuery.INSTANCE);
      case onrecord.query.Query.Text q -> text(q);
      case onrecord.query.Query.Named q -> filter(anyOf(q.facet(), Set.of(q.name())));
      case onrecord.query.Query.ArticleId q -> filter(name(Schema.ARTICLE_ID, q.id()));
      case onrecord.query.Query.PublishedIn q -> filter(published(q.range()));
      case onrecord.query.Query.SaidIn q -> filter(said(q.range()));
      case onrecord.query.Query.Confident q -> filter(confidence(q.atLeast(), 1));
      case onrecord.query.Query.InArticle q -> filter(inArticle(translate(q.query())));
      case onrecord.query.Query.And q -> join(q.queries(), Occur.MUST);
      case onrecord.query.Query.Or q -> join(q.queries(), Occur.SHOULD);
      case onrecord.query.Query.Not q -> filter(not(translate(q.query())));
    };
  }

  private Query text(onrecord.query.Query.Text text) {
    Query words = patterns.translate(Patterns.field(text.target(), text.form()), text.pattern());
    if (text.target().isName()) {
      return filter(words);
    }
    boolean isOfQuotation = type.equals(Schema.QUOTATION);
    return text.target() == Target.TEXT && isOfQuotation ? ofArticles(words) : words;
  }

  /** {@return what finds the quotations of the articles that a query finds} */
  private Query ofArticles(Query query) {
    return quotationsOf(
        new BooleanQuery.Builder()
            .add(query, Occur.MUST)
            .add(name(Schema.TYPE, Schema.ARTICLE), Occur.FILTER)
            .build());
  }

  /** {@return what finds the quotations of the articles that have a quotation a query finds} */
  private Query inArticle(Query query) {
    BooleanQuery.Builder quotations = new BooleanQuery.Builder().add(query, Occur.FILTER);
    lookedAt().forEach(filter -> quotations.add(filter, Occur.FILTER));
    return quotationsOf(new ToParentBlockJoinQuery(quotations.build(), articles, ScoreMode.None));
  }

  private Query quotationsOf(Query foundArticles) {
    return new UnplacedQuery(new ToChildBlockJoinQuery(foundArticles, articles));
  }

  private Query join(List<onrecord.query.Query> queries, Occur occur) {
    BooleanQuery.Builder joined = new BooleanQuery.Builder();
    queries.forEach(query -> joined.add(translate(query), occur));
    return joined.build();
  }

  private static Query anyOf(Facet facet, Set<String> values) {
    return switch (facet) {
      case PUBLISHED, SAID, CONFIDENCE -> {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        values.forEach(value -> any.add(range(facet, value), Occur.SHOULD));
        yield any.build();
      }
      default ->
          new TermInSetQuery(FacetFields.of(facet), values.stream().map(BytesRef::new).toList());
    };
  }

  private static Query range(Facet facet, String value) {
    if (facet == Facet.CONFIDENCE) {
      int band = Facet.CONFIDENCE_BANDS.indexOf(value);
      return confidence(
          FacetFields.lowerBound(band),
          band == 9 ? 1 : Math.nextDown(FacetFields.lowerBound(band + 1)));
    }
    boolean published = facet == Facet.PUBLISHED;
    if (value.equals(Facet.UNKNOWN)) {
      return name(published ? Schema.DATE : Schema.SAID, Schema.UNKNOWN);
    }
    DateRange range = DateRange.of(PartialDate.parse(value));
    return published ? published(range) : said(range);
  }

  private static Query confidence(double from, double to) {
    return DoubleField.newRangeQuery(Schema.CONFIDENCE, from, to);
  }

  private static Query published(DateRange range) {
    return IntPoint.newRangeQuery(
        Schema.DATE_NUMBER,
        range.from().map(DateNumber::of).orElse(DateNumber.UNKNOWN + 1),
        range.to().map(DateNumber::last).orElse(Integer.MAX_VALUE));
  }

  private static Query said(DateRange range) {
    return IntRange.newWithinQuery(
        Schema.SAID_DAYS,
        new int[] {day(range.from().map(PartialDate::first), Integer.MIN_VALUE)},
        new int[] {day(range.to().map(PartialDate::last), Integer.MAX_VALUE)});
  }

  private static int day(Optional<LocalDate> date, int otherwise) {
    return date.map(d -> (int) d.toEpochDay()).orElse(otherwise);
  }

  private static Query name(String field, String name) {
    return new TermQuery(new Term(field, name));
  }

  private static Query not(Query query) {
    return new BooleanQuery.Builder()
        .add(MatchAllDocsQuery.INSTANCE, Occur.MUST)
        .add(query, Occur.MUST_NOT)
        .build();
  }

  private static Query filter(Query query) {
    return new BoostQuery(new ConstantScoreQuery(query), 0);
  }
}
