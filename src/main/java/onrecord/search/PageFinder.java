package onrecord.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import onrecord.query.Order;
import onrecord.query.Search;
import onrecord.query.SortOrder;
import onrecord.schema.QuotationCounts;
import onrecord.schema.Snapshot;
import onrecord.search.HitCounter.Kept;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TopFieldCollector;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Finds the first hits of a search in its order, or those after another hit. Hits that all have the
 * same score are not sorted by it. Immutable.
 */
final class PageFinder {

  /** If fewer documents than this have a word, computing all scores is faster than two passes. */
  static final long FREQUENT = 30_000;

  private final SegmentSearch segments;
  private final Snapshot snapshot;
  private final Order order;
  private final Sort sort;
  // The score of every hit, if hits are in the order of scores.
  private final Optional<Float> sameScore;
  // Without the score, if it is the same for every hit.
  private final Sort compared;
  private final boolean isByPhrase;
  // The word that the query consists of, if hits are in the order of its scores.
  private final Optional<WordQuery> word;
  private final long frequent;
  private final Optional<UnscoredHits> unscored;
  private final boolean isEveryQuotation;
  private final Optional<Term> leftOut;

  /**
   * What is requested of the hits.
   *
   * @param size the number of hits on a page
   * @param after the hit that the page comes after, or null for the first page
   * @param kept what is kept of all hits
   */
  record Requested(int size, @Nullable FieldDoc after, Kept kept) {}

  /**
   * Creates a finder for a search, the order of its hits, and its translation.
   *
   * @param segments searches the snapshot
   * @param frequent the number of documents with a word from which on two passes are made, usually
   *     {@link #FREQUENT}
   */
  PageFinder(
      SegmentSearch segments,
      Search search,
      HitOrder hitOrder,
      QueryTranslator query,
      long frequent) {
    this.segments = segments;
    this.snapshot = segments.snapshot();
    this.order = search.sort();
    this.sort = hitOrder.sort();
    this.sameScore = order == SortOrder.RELEVANCE ? query.sameScore() : Optional.empty();
    this.isEveryQuotation = query.isEveryQuotation();
    this.unscored =
        (isEveryQuotation ? Optional.<Query>empty() : query.single())
            .map(single -> new UnscoredHits(segments, single, query.kindsLeftOut()));
    this.isByPhrase = order == SortOrder.RELEVANCE && query.isPhrase();
    this.word =
        order == SortOrder.RELEVANCE && unscored.isPresent() ? query.word() : Optional.empty();
    this.frequent = frequent;
    this.leftOut = query.leftOut();
    this.compared =
        sameScore.isPresent()
            ? new Sort(Arrays.copyOfRange(sort.getSort(), 1, sort.getSort().length))
            : sort;
  }

  private boolean isByFrequentWord() throws IOException {
    return word.isPresent() && word.get().estimate(snapshot.reader()) >= frequent;
  }

  /** {@return a collector of a page with all criteria of the order} */
  TopFieldCollectorManager collector(int size, @Nullable FieldDoc after) {
    return new TopFieldCollectorManager(sort, room(size), after, Integer.MAX_VALUE);
  }

  private TopFieldCollectorManager comparing(int size, @Nullable FieldDoc after) {
    return new TopFieldCollectorManager(
        compared,
        room(size),
        after == null || sameScore.isEmpty() ? after : withoutScore(after),
        isByPhrase ? room(size) : Integer.MAX_VALUE);
  }

  /** The collector needs room for at least one document, and for no more than there are. */
  private int room(int size) {
    return Math.max(1, Math.min(size, snapshot.reader().maxDoc()));
  }

  /** {@return the number of all hits of a query, with the first ones after another hit} */
  HitCounter.Counted count(Query query, Requested requested) throws IOException {
    if (requested.size() > 0 && isByPhrase) {
      // One match in a document is found first, and then all matches in those hits alone that may
      // be among the first ones, by how often they have the words.
      HitCounter.Counted all = all(query, Kept.DOCUMENTS);
      Query hits =
          new BooleanQuery.Builder()
              .add(query, Occur.MUST)
              .add(new HitsQuery(all.documents()), Occur.FILTER)
              .build();
      return all.with(best(hits, requested));
    }
    if (requested.size() > 0 && isByFrequentWord()) {
      // Documents that cannot be among the first hits are passed over.
      TopFieldDocs first = best(query, requested);
      return all(query, requested.kept()).with(first);
    }
    if (unscored.isPresent() && (requested.size() == 0 || sameScore.isPresent())) {
      HitCounter.Counted counted = unscored.get().find();
      return counted.with(scored(firstOf(counted, requested)));
    }
    Optional<TopFieldDocs> least = leastIds(requested);
    if (least.isPresent()) {
      return counted(query, FirstHits.NONE, requested.kept()).with(scored(least.get()));
    }
    HitCounter.Counted counted = counted(query, first(requested), requested.kept());
    return counted.with(scored(counted.first()));
  }

  private TopFieldDocs best(Query query, Requested requested) throws IOException {
    return segments.search(
        query, new BestCollector.Best(room(requested.size()), requested.after()));
  }

  private HitCounter.Counted all(Query query, Kept kept) throws IOException {
    return unscored.isPresent() ? unscored.get().find() : counted(query, FirstHits.NONE, kept);
  }

  /** {@return the first of hits that all have the same score} */
  private TopFieldDocs firstOf(HitCounter.Counted hits, Requested requested) throws IOException {
    if (requested.size() == 0) {
      return FirstHits.NO_HITS;
    }
    @Nullable FieldDoc after = requested.after();
    int room = room(requested.size());
    Optional<TopFieldDocs> least =
        LeastIds.among(snapshot.reader(), new KnownHits(hits.documents()), hits.quotations(), room)
            .first(room, after == null ? null : withoutScore(after));
    return least.isPresent() ? least.get() : first(requested).among(hits.documents(), snapshot);
  }

  /** {@return the first of all quotations, if it is faster to find them by ids} */
  private Optional<TopFieldDocs> leastIds(Requested requested) throws IOException {
    if (!isEveryQuotation || sameScore.isEmpty() || requested.size() == 0) {
      return Optional.empty();
    }
    @Nullable FieldDoc after = requested.after();
    return LeastIds.of(snapshot.reader(), new SearchedQuotations(snapshot, leftOut))
        .first(room(requested.size()), after == null ? null : withoutScore(after));
  }

  private FirstHits first(Requested requested) {
    if (requested.size() == 0) {
      return FirstHits.NONE;
    }
    @Nullable FieldDoc after = requested.after();
    int room = room(requested.size());
    TopFieldCollectorManager compared = comparing(room, after);
    if (sameScore.isPresent()) {
      // The score comes before the id.
      @Nullable BytesRef from = after == null ? null : (BytesRef) after.fields[1];
      return FirstHits.of(compared, first -> new FirstArticles(first, room, from));
    }
    if (order != SortOrder.RELEVANCE) {
      return FirstHits.of(compared, EveryCandidate::new);
    }
    return FirstHits.best(room, after);
  }

  private HitCounter.Counted counted(Query query, FirstHits first, Kept kept) throws IOException {
    HitCounter counter = new HitCounter(snapshot, first, kept);
    if (!isEveryQuotation) {
      return segments.search(query, counter);
    }
    return first == FirstHits.NONE && kept == Kept.NOTHING
        ? countedOnce(counter)
        : counter.countAll(leftOut);
  }

  /** {@return the number of all quotations, which a snapshot knows after the first time} */
  private HitCounter.Counted countedOnce(HitCounter counter) throws IOException {
    QuotationCounts.Count all =
        snapshot
            .counts()
            .except(
                leftOut,
                () -> {
                  HitCounter.Counted counted = counter.countAll(leftOut);
                  return new QuotationCounts.Count(counted.quotations(), counted.articles());
                });
    return new HitCounter.Counted(all.quotations(), all.articles(), FirstHits.NO_HITS, List.of());
  }

  /** {@return the first hits of a query after another hit, with their scores} */
  TopFieldDocs find(Query query, int size, @Nullable FieldDoc after) throws IOException {
    TopFieldDocs top = scored(snapshot.searcher().search(query, comparing(size, after)));
    score(query, top.scoreDocs);
    return top;
  }

  /** {@return hits with the values of all criteria of the order} */
  private TopFieldDocs scored(TopFieldDocs top) {
    return sameScore
        .map(score ->
            new TopFieldDocs(
                top.totalHits,
                Stream.of(top.scoreDocs)
                    .map(hit -> withScore((FieldDoc) hit, score))
                    .toArray(ScoreDoc[]::new),
                sort.getSort()))
        .orElse(top);
  }

  private static FieldDoc withoutScore(FieldDoc hit) {
    return new FieldDoc(hit.doc, hit.score, Arrays.copyOfRange(hit.fields, 1, hit.fields.length));
  }

  private static FieldDoc withScore(FieldDoc hit, Float score) {
    return new FieldDoc(
        hit.doc, score, Stream.concat(Stream.of(score), Stream.of(hit.fields)).toArray());
  }

  /**
   * Sets the scores of hits.
   *
   * @throws CorruptIndexException if the query finds a document that it does not match
   */
  void score(Query query, ScoreDoc[] hits) throws IOException {
    if (order == SortOrder.RELEVANCE) {
      for (ScoreDoc hit : hits) {
        hit.score = (Float) ((FieldDoc) hit).fields[0];
      }
    } else {
      try {
        TopFieldCollector.populateScores(hits, snapshot.searcher(), query);
      } catch (IllegalArgumentException e) {
        throw new CorruptIndexException(
            "a document that a query has found cannot be scored",
            snapshot.reader().directory().toString(),
            e);
      }
    }
  }
}
