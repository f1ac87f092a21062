package onrecord.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import onrecord.model.PartialDate;
import onrecord.model.QuotationKind;
import onrecord.query.ArrivalRange;
import onrecord.query.DateRange;
import onrecord.query.Facet;
import onrecord.query.InvalidSearchException;
import onrecord.query.OwnField;
import onrecord.query.Property;
import onrecord.query.Scoring;
import onrecord.query.Search;
import onrecord.query.SearchLimitException;
import onrecord.query.Target;
import onrecord.schema.ArrivalFields;
import onrecord.schema.DateNumber;
import onrecord.schema.IndexField;
import onrecord.schema.Schema;
import onrecord.schema.Snapshot;
import onrecord.schema.Stamp;
import org.apache.lucene.document.DoubleField;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.IntRange;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.AutomatonQuery;
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
 * Translates a search into Lucene queries. Only words contribute to the score; everything else
 * filters. Not thread-safe.
 */
final class QueryTranslator {

  private final Search search;
  private final BitSetProducer articles;
  private final String type;
  private final Snapshot snapshot;
  private final Stamp stamp;
  private final Limiter limiter;
  private final Patterns patterns;
  private final StoredPatterns stored;
  private final OwnQueries own;
  private final List<Term> kindsLeftOut;
  private final Query unfiltered;

  private QueryTranslator(Snapshot snapshot, Search search, TimeLimit time, String type) {
    this.search = search;
    this.type = type;
    this.snapshot = snapshot;
    this.stamp = snapshot.stamp();
    this.articles = snapshot.articles();
    this.limiter = new Limiter(search.limits(), time);
    this.patterns = new Patterns(snapshot, limiter, time);
    this.stored = new StoredPatterns(snapshot, limiter, time);
    this.own = new OwnQueries(snapshot, patterns);
    this.kindsLeftOut = kindsLeftOut(search);
    this.unfiltered = translate(search.query());
  }

  /**
   * {@return the translation of a search for quotations, to be run on the snapshot}
   *
   * @throws SearchLimitException if the query exceeds a limit
   * @throws InvalidSearchException if a regular expression is invalid, or there is no word where
   *     one is required
   */
  static QueryTranslator of(Snapshot snapshot, Search search, TimeLimit time) {
    return of(snapshot, search, time, Schema.QUOTATION);
  }

  /**
   * {@return the translation of a search for articles, whose query must be on properties of
   * articles only}
   *
   * @throws SearchLimitException if the query exceeds a limit
   * @throws InvalidSearchException if a regular expression is invalid, or there is no word where
   *     one is required
   */
  static QueryTranslator ofArticles(Snapshot snapshot, Search search) {
    return of(snapshot, search, TimeLimit.NONE, Schema.ARTICLE);
  }

  private static QueryTranslator of(Snapshot snapshot, Search search, TimeLimit time, String type) {
    // Lucene has one limit for the whole program; it must not be lower than that of the search.
    if (search.limits().maxClauses() > IndexSearcher.getMaxClauseCount()) {
      IndexSearcher.setMaxClauseCount(search.limits().maxClauses());
    }
    return new QueryTranslator(snapshot, search, time, type);
  }

  /** {@return the query without filters, which may also match documents of articles} */
  Query unfiltered() {
    return unfiltered;
  }

  /** {@return a query for the documents that match the query and all filters} */
  Query filtered() {
    return filtered(search.filters());
  }

  /** {@return {@link #filtered} with the scores that the search requests} */
  Query scored() {
    Query filtered = filtered();
    return isUnscored() ? filtered : Weights.apply(search.scoring(), stamp, filtered);
  }

  /** {@return a query for the documents that match the query and the filters on other facets} */
  Query filteredExcept(Facet facet) {
    Map<Facet, Set<String>> others = new HashMap<>(search.filters());
    others.remove(facet);
    return filtered(others);
  }

  private Query filtered(Map<Facet, Set<String>> filters) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    if (isUnscored()) {
      query.add(((BoostQuery) unfiltered).getQuery(), Occur.FILTER);
    } else {
      query.add(unfiltered, Occur.MUST);
    }
    if (type.equals(Schema.QUOTATION) && OfQuotations.areFoundBy(search.query())) {
      addKinds(query);
    } else {
      addTypeFilters(query);
    }
    filters.forEach((facet, values) -> query.add(anyOf(facet, values), Occur.FILTER));
    return query.build();
  }

  /** {@return whether the query only filters, so that every hit has a score of 0} */
  boolean isUnscored() {
    return isFilter(unfiltered);
  }

  /** {@return the score of every hit, if it does not depend on the hit} */
  Optional<Float> sameScore() {
    if (isUnscored()) {
      return Optional.of(0f);
    }
    boolean isSame =
        unfiltered instanceof ConstantScoreQuery || unfiltered instanceof AutomatonQuery;
    return isSame && search.scoring().equals(Scoring.WORDS) ? Optional.of(1f) : Optional.empty();
  }

  /**
   * {@return whether every quotation of the archive matches, except those of one kind at most,
   * which a term {@linkplain #leftOut leaves out}}
   */
  boolean isEveryQuotation() {
    return search.query() instanceof onrecord.query.Query.All
        && search.filters().isEmpty()
        && kindsLeftOut.size() <= 1;
  }

  /**
   * {@return a query for the hits without scores, if it has no clauses} It may also match documents
   * of articles, and quotations of {@linkplain #kindsLeftOut kinds that are left out}.
   */
  Optional<Query> single() {
    Query single = isUnscored() ? ((BoostQuery) unfiltered).getQuery() : unfiltered;
    return search.filters().isEmpty() && !(single instanceof BooleanQuery)
        ? Optional.of(single)
        : Optional.empty();
  }

  /** {@return the terms of the kinds of quotations that are not searched} */
  List<Term> kindsLeftOut() {
    return kindsLeftOut;
  }

  /**
   * {@return the word that the query consists of, if scores depend on it alone and it is indexed as
   * several terms}
   */
  Optional<WordQuery> word() {
    return unfiltered instanceof WordQuery word && search.scoring().equals(Scoring.WORDS)
        ? Optional.of(word)
        : Optional.empty();
  }

  /** {@return the term of the first kind of quotations that is not searched, if there is one} */
  Optional<Term> leftOut() {
    return kindsLeftOut.stream().findFirst();
  }

  private static List<Term> kindsLeftOut(Search search) {
    return Stream.of(QuotationKind.values())
        .filter(kind -> !search.kinds().contains(kind))
        .map(kind -> new Term(IndexField.KIND.field(), kind.name()))
        .toList();
  }

  /** {@return whether the query is a phrase, of which each match costs more than its score} */
  boolean isPhrase() {
    return unfiltered instanceof WordPhraseQuery;
  }

  /** Adds filters for the type and the kinds of the documents that are searched. */
  private void addTypeFilters(BooleanQuery.Builder query) {
    query.add(name(IndexField.TYPE, type), Occur.FILTER);
    addKinds(query);
  }

  private void addKinds(BooleanQuery.Builder query) {
    kindsLeftOut.forEach(kind -> query.add(new TermQuery(kind), Occur.MUST_NOT));
  }

  private Query translate(onrecord.query.Query query) {
    limiter.countClauses(1);
    return translated(query);
  }

  private Query translated(onrecord.query.Query query) {
    return switch (query) {
      case onrecord.query.Query.All q -> filter(MatchAllDocsQuery.INSTANCE);
      case onrecord.query.Query.Text q -> text(q);
      case onrecord.query.Query.Named q -> filter(anyOf(q.facet(), Set.of(q.name())));
      case onrecord.query.Query.Ranged q -> filter(own.ranged(q.field(), q.range()));
      case onrecord.query.Query.Exactly q -> filter(exactly(q.property(), List.of(q.value())));
      case onrecord.query.Query.PublishedIn q -> filter(published(q.range()));
      case onrecord.query.Query.ArrivedIn q -> filter(arrived(q.range()));
      case onrecord.query.Query.SaidIn q -> filter(said(q.range()));
      case onrecord.query.Query.MinConfidence q ->
          filter(range(IndexField.CONFIDENCE, q.atLeast(), 1));
      case onrecord.query.Query.InArticle q -> filter(inArticle(translate(q.query())));
      case onrecord.query.Query.And q -> join(q.queries(), Occur.MUST);
      case onrecord.query.Query.Or q -> either(q.queries());
      case onrecord.query.Query.Not q -> filter(not(translate(q.query())));
    };
  }

  private Query text(onrecord.query.Query.Text text) {
    return switch (text.target()) {
      case OwnField field ->
          filter(whereIndexed(field, own.text(field, text.form(), text.pattern())));
      case Target.Standard target when StoredPatterns.areOf(target) ->
          filter(stored.translate(target, text.form(), text.pattern()));
      case Target.Standard target -> {
        Query words = patterns.translate(target, text.form(), text.pattern());
        if (target.isName()) {
          yield filter(words);
        }
        boolean isInArticles = IndexField.of(target).isSearchedInArticles(stamp);
        yield isInArticles && type.equals(Schema.QUOTATION) ? ofArticles(words) : words;
      }
    };
  }

  /** {@return a query for the documents that are searched, by what is indexed of a field} */
  private Query whereIndexed(OwnField field, Query query) {
    return own.require(field).isSearchedInArticles() && type.equals(Schema.QUOTATION)
        ? ofArticles(query)
        : query;
  }

  /** {@return a query for the quotations of the articles that a query matches} */
  private Query ofArticles(Query query) {
    return quotationsOf(
        new BooleanQuery.Builder()
            .add(query, Occur.MUST)
            .add(name(IndexField.TYPE, Schema.ARTICLE), Occur.FILTER)
            .build());
  }

  /** {@return a query for the quotations of the articles with a quotation that a query matches} */
  private Query inArticle(Query query) {
    BooleanQuery.Builder quotations = new BooleanQuery.Builder().add(query, Occur.FILTER);
    addTypeFilters(quotations);
    return quotationsOf(new ToParentBlockJoinQuery(quotations.build(), articles, ScoreMode.None));
  }

  private Query quotationsOf(Query foundArticles) {
    return new PositionlessQuery(new ToChildBlockJoinQuery(foundArticles, articles));
  }

  private static Query exactly(Property property, List<String> values) {
    IndexField field =
        switch (property) {
          case ARTICLE -> IndexField.ARTICLE_ID;
          case ID -> IndexField.ID;
        };
    return new TermInSetQuery(field.field(), values.stream().map(BytesRef::new).toList());
  }

  /** {@return a query for what any of several queries finds; those for ids are one query} */
  private Query either(List<onrecord.query.Query> queries) {
    Map<Property, List<String>> values = new EnumMap<>(Property.class);
    List<onrecord.query.Query> others = new ArrayList<>();
    for (onrecord.query.Query query : queries) {
      if (query instanceof onrecord.query.Query.Exactly exactly) {
        values.computeIfAbsent(exactly.property(), p -> new ArrayList<>()).add(exactly.value());
      } else {
        others.add(query);
      }
    }
    if (values.isEmpty()) {
      return join(queries, Occur.SHOULD);
    }
    limiter.countClauses(values.size());
    List<Query> sets = new ArrayList<>();
    values.forEach((property, of) -> sets.add(filter(exactly(property, of))));
    if (!others.isEmpty()) {
      sets.add(join(others, Occur.SHOULD));
    }
    return sets.size() == 1 ? sets.getFirst() : joined(sets, Occur.SHOULD);
  }

  private Query join(List<onrecord.query.Query> queries, Occur occur) {
    return joined(queries.stream().map(this::translate).toList(), occur);
  }

  private static Query joined(List<Query> queries, Occur occur) {
    BooleanQuery.Builder joined = new BooleanQuery.Builder();
    queries.forEach(query -> joined.add(query, occur));
    BooleanQuery all = joined.build();
    return all.clauses().stream().allMatch(clause -> isFilter(clause.query())) ? filter(all) : all;
  }

  private static boolean isFilter(Query query) {
    return query instanceof BoostQuery boost && boost.getBoost() == 0;
  }

  private Query anyOf(Facet facet, Set<String> values) {
    return switch (facet) {
      case OwnField field -> whereIndexed(field, own.anyOf(field, values));
      case Facet.Standard standard -> anyOf(standard, values);
    };
  }

  private Query anyOf(Facet.Standard facet, Set<String> values) {
    IndexField field = IndexField.of(facet);
    return switch (facet.kind()) {
      case NAMES -> new TermInSetQuery(field.field(), likeNames(field, values));
      case CONSTANTS ->
          new TermInSetQuery(field.field(), values.stream().map(BytesRef::new).toList());
      case DATES -> anyOf(values.stream().map(value -> date(facet, value)));
      case OWN -> throw new IllegalArgumentException(facet + " is a facet of every archive");
      case BANDS ->
          anyOf(
              values.stream()
                  .map(facet.closedValues().orElseThrow()::indexOf)
                  .map(band -> range(field, ConfidenceBand.from(band), ConfidenceBand.to(band))));
    };
  }

  /**
   * {@return the names in the archive that are the same as the given ones but for case and so on}
   */
  private List<BytesRef> likeNames(IndexField field, Set<String> names) {
    List<BytesRef> like = new ArrayList<>();
    try {
      for (String name : names) {
        snapshot.like(field, name).forEach(same -> like.add(new BytesRef(same)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return like;
  }

  private static Query anyOf(Stream<Query> queries) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    queries.forEach(query -> any.add(query, Occur.SHOULD));
    return any.build();
  }

  private Query date(Facet.Standard facet, String value) {
    return value.equals(Facet.UNKNOWN)
        ? name(IndexField.of(facet), Schema.UNKNOWN)
        : translated(facet.within(DateRange.of(PartialDate.parse(value))));
  }

  private static Query range(IndexField field, double from, double to) {
    return DoubleField.newRangeQuery(field.field(), from, to);
  }

  private static Query published(DateRange range) {
    return IntPoint.newRangeQuery(
        IndexField.DATE_NUMBER.field(),
        range.from().map(DateNumber::of).orElse(DateNumber.UNKNOWN + 1),
        range.to().map(DateNumber::last).orElse(Integer.MAX_VALUE));
  }

  private Query arrived(ArrivalRange range) {
    return switch (range) {
      case ArrivalRange.Days r -> ArrivalFields.added(stamp, r.days());
      case ArrivalRange.Commits r -> ArrivalFields.commits(stamp, r.from(), r.to());
    };
  }

  private static Query said(DateRange range) {
    return IntRange.newWithinQuery(
        IndexField.SAID_DAYS.field(),
        new int[] {day(range.from().map(PartialDate::first), Integer.MIN_VALUE)},
        new int[] {day(range.to().map(PartialDate::last), Integer.MAX_VALUE)});
  }

  private static int day(Optional<LocalDate> date, int otherwise) {
    return date.map(d -> (int) d.toEpochDay()).orElse(otherwise);
  }

  private static Query name(IndexField field, String name) {
    return new TermQuery(new Term(field.field(), name));
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
