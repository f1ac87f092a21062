package onrecord.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import onrecord.model.PartialDate;
import onrecord.model.QuotationKind;
import onrecord.query.DateRange;
import onrecord.query.Facet;
import onrecord.query.Query.Match;
import onrecord.schema.DateNumber;
import onrecord.schema.Schema;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.IntRange;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.QueryBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Says in Lucene's terms what a query asks. Only words count for the score; all else lets through
 * or not. Thread-safe.
 */
final class QueryTranslator {

  private final QueryBuilder words = new QueryBuilder(Schema.analyzer());

  /** {@return what finds the documents the query asks for, which may hold other than quotations} */
  Query translate(onrecord.query.Query query) {
    return switch (query) {
      case onrecord.query.Query.All q -> filter(MatchAllDocsQuery.INSTANCE);
      case onrecord.query.Query.Words q ->
          found(
              words.createBooleanQuery(
                  Schema.QUOTE, q.text(), q.match() == Match.ALL ? Occur.MUST : Occur.SHOULD),
              q.text());
      case onrecord.query.Query.Phrase q ->
          found(words.createPhraseQuery(Schema.QUOTE, q.text(), q.slop()), q.text());
      case onrecord.query.Query.SpeakerWords q ->
          filter(
              found(
                  words.createBooleanQuery(Schema.SPEAKER_WORDS, q.text(), Occur.MUST), q.text()));
      case onrecord.query.Query.SpeakerName q -> filter(name(Schema.SPEAKER, q.name()));
      case onrecord.query.Query.TypeOfSpeaker q ->
          filter(name(Schema.SPEAKER_TYPE, q.type().name()));
      case onrecord.query.Query.Outlet q -> filter(name(Schema.OUTLET, q.name()));
      case onrecord.query.Query.Section q -> filter(name(Schema.SECTION, q.name()));
      case onrecord.query.Query.Kind q -> filter(name(Schema.KIND, q.kind().name()));
      case onrecord.query.Query.ArticleId q -> filter(name(Schema.ARTICLE_ID, q.id()));
      case onrecord.query.Query.PublishedIn q -> filter(published(q.range()));
      case onrecord.query.Query.SaidIn q -> filter(said(q.range()));
      case onrecord.query.Query.And q -> join(q.queries(), Occur.MUST);
      case onrecord.query.Query.Or q -> join(q.queries(), Occur.SHOULD);
      case onrecord.query.Query.Not q ->
          new BooleanQuery.Builder()
              .add(filter(MatchAllDocsQuery.INSTANCE), Occur.MUST)
              .add(translate(q.query()), Occur.MUST_NOT)
              .build();
    };
  }

  /**
   * {@return what lets through the quotations that a search looks at}
   *
   * @param filters the values chosen of each facet
   * @param indirect whether indirect quotations are looked at
   */
  static List<Query> filters(Map<Facet, Set<String>> filters, boolean indirect) {
    List<Query> all = new ArrayList<>();
    all.add(name(Schema.TYPE, Schema.QUOTATION));
    if (!indirect) {
      all.add(
          new BooleanQuery.Builder()
              .add(MatchAllDocsQuery.INSTANCE, Occur.MUST)
              .add(name(Schema.KIND, QuotationKind.INDIRECT.name()), Occur.MUST_NOT)
              .build());
    }
    filters.forEach((facet, values) -> all.add(anyOf(facet, values)));
    return all;
  }

  private static Query anyOf(Facet facet, Set<String> values) {
    return switch (facet) {
      case SPEAKER -> names(Schema.SPEAKER, values);
      case SPEAKER_TYPE -> names(Schema.SPEAKER_TYPE, values);
      case OUTLET -> names(Schema.OUTLET, values);
      case SECTION -> names(Schema.SECTION, values);
      case KIND -> names(Schema.KIND, values);
      case PUBLISHED, SAID -> {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        values.forEach(value -> any.add(date(facet, value), Occur.SHOULD));
        yield any.build();
      }
    };
  }

  private static Query date(Facet facet, String value) {
    boolean published = facet == Facet.PUBLISHED;
    if (value.equals(Facet.UNKNOWN)) {
      return name(published ? Schema.DATE : Schema.SAID, Schema.UNKNOWN);
    }
    DateRange range = DateRange.of(PartialDate.parse(value));
    return published ? published(range) : said(range);
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

  private Query join(List<onrecord.query.Query> queries, Occur occur) {
    BooleanQuery.Builder joined = new BooleanQuery.Builder();
    queries.forEach(query -> joined.add(translate(query), occur));
    return joined.build();
  }

  private static Query name(String field, String name) {
    return new TermQuery(new Term(field, name));
  }

  private static Query names(String field, Collection<String> names) {
    return new TermInSetQuery(field, names.stream().map(BytesRef::new).toList());
  }

  private static Query filter(Query query) {
    return new BoostQuery(new ConstantScoreQuery(query), 0);
  }

  private static Query found(@Nullable Query query, String text) {
    if (query == null) {
      throw new IllegalArgumentException("there is no word to search for in '" + text + "'");
    }
    return query;
  }
}
