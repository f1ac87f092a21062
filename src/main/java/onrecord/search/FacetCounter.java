package onrecord.search;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import onrecord.query.DateLevel;
import onrecord.query.Facet;
import onrecord.query.FacetCount;
import onrecord.query.FacetCounts;
import onrecord.query.FacetRequest;
import onrecord.query.OwnField;
import onrecord.schema.IndexField;
import onrecord.schema.Snapshot;
import onrecord.text.Folding;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollector.MatchingDocs;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BitSet;
import org.apache.lucene.util.FixedBitSet;

/**
 * Counts the values of a facet among the quotations found, and the articles that contain them. Not
 * thread-safe, except that several facets of hits that are counted already may be counted at the
 * same time.
 */
final class FacetCounter {

  private static final int VALUES_BETWEEN_CHECKS = 1_000;

  /** If no more documents than this are searched for a hit, values are read from memory. */
  private static final int DOCUMENTS_OF_A_HIT = 64;

  private final Snapshot snapshot;
  private final List<MatchingDocs> found;
  private final TimeLimit time;
  private final Optional<EveryTally> every;
  // By segment, as soon as they are needed.
  private final Map<MatchingDocs, ArticleRuns> runs = new ConcurrentHashMap<>();
  private final long quotations;
  // Negative until they are counted.
  private long articles = -1;

  FacetCounter(Snapshot snapshot, FacetsCollector found) {
    this(snapshot, found, TimeLimit.NONE);
  }

  /**
   * Counts hits that are counted already.
   *
   * @param every the counts of all of them by facets that are kept, if they are every quotation;
   *     the hits themselves are needed for the others
   */
  FacetCounter(Snapshot snapshot, HitCounter.Counted counted, Optional<EveryTally> every) {
    this.snapshot = snapshot;
    this.time = TimeLimit.NONE;
    this.found = counted.documents();
    this.every = every;
    this.quotations = counted.quotations();
    this.articles = counted.articles();
  }

  /** Counts within a time limit, which is also that of the snapshot's reader. */
  FacetCounter(Snapshot snapshot, FacetsCollector found, TimeLimit time) {
    this.snapshot = snapshot;
    this.time = time;
    this.found =
        found.getMatchingDocs().stream().filter(matching -> matching.totalHits() > 0).toList();
    this.every = Optional.empty();
    this.quotations = this.found.stream().mapToLong(MatchingDocs::totalHits).sum();
  }

  /** Visits quotations one by one: all of an article, then all of the next. */
  private interface Visitor {
    /**
     * Visits a quotation.
     *
     * @param doc its document in the segment
     * @param article the document of its article in the whole index
     */
    void visit(int doc, int article) throws IOException;
  }

  private void visit(MatchingDocs matching, Visitor visitor) throws IOException {
    BitSet articles = snapshot.articles(matching.context());
    int base = matching.context().docBase;
    int article = -1;
    DocIdSetIterator docs = matching.bits().iterator();
    for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
      if (doc > article) {
        article = articles.nextSetBit(doc);
      }
      visitor.visit(doc, base + article);
    }
  }

  private ArticleRuns runs(MatchingDocs matching) throws IOException {
    ArticleRuns known = runs.get(matching);
    if (known == null) {
      known = ArticleRuns.of(matching.bits().iterator(), snapshot.articles(matching.context()));
      runs.put(matching, known);
    }
    return known;
  }

  /** {@return the number of quotations found} */
  long quotations() {
    return quotations;
  }

  /** {@return the number of articles that contain them} */
  long articles() throws IOException {
    if (articles < 0) {
      long count = 0;
      for (MatchingDocs matching : found) {
        count += ArticleCount.of(matching.bits().iterator(), snapshot.articles(matching.context()));
      }
      articles = count;
    }
    return articles;
  }

  /** {@return the documents of these articles} */
  FixedBitSet articleDocs() throws IOException {
    FixedBitSet docs = new FixedBitSet(Math.max(1, snapshot.reader().maxDoc()));
    for (MatchingDocs matching : found) {
      visit(matching, (doc, article) -> docs.set(article));
    }
    return docs;
  }

  /** {@return all values of a facet that occur, in their order; dates by day} */
  Iterator<FacetCount> all(Facet facet) throws IOException {
    if (facet.isDate()) {
      return count(FacetRequest.by(facet, DateLevel.DAY)).counts().iterator();
    }
    FacetValues values = FacetValues.of(snapshot, facet);
    Tally tally = tally(values);
    return tally.ordinals().mapToObj(ordinal -> count(values, tally, ordinal)).iterator();
  }

  private static FacetCount count(FacetValues values, Tally tally, int ordinal) {
    try {
      return new FacetCount(
          values.name(ordinal), tally.quotations(ordinal), tally.articles(ordinal));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * {@return the counts by several facets of hits that are counted already}
   *
   * @param threads count the facets of quotations, and those of articles, which share what is read
   *     of their hits
   */
  List<FacetCounts> count(List<FacetRequest> requests, SearchThreads threads) throws IOException {
    List<List<FacetRequest>> parts = new ArrayList<>();
    List<FacetRequest> ofArticles = new ArrayList<>();
    for (FacetRequest request : requests) {
      if (isOfQuotations(request)) {
        parts.add(List.of(request));
      } else {
        ofArticles.add(request);
      }
    }
    if (!ofArticles.isEmpty()) {
      parts.add(ofArticles);
    }
    Map<FacetRequest, FacetCounts> counts = new ConcurrentHashMap<>();
    threads.each(
        parts,
        () -> counts,
        (all, part) -> {
          for (FacetRequest request : part) {
            all.put(request, count(request));
          }
        });
    return requests.stream().map(request -> requireNonNull(counts.get(request))).toList();
  }

  private static boolean isOfQuotations(FacetRequest request) {
    return request.facet() instanceof Facet.Standard facet && !IndexField.of(facet).isOfArticles();
  }

  FacetCounts count(FacetRequest request) throws IOException {
    return switch (request) {
      case FacetRequest.Labels labels -> labels(labels);
      case FacetRequest.Dates dates -> dates(dates);
    };
  }

  private FacetCounts labels(FacetRequest.Labels request) throws IOException {
    FacetValues facet = FacetValues.of(snapshot, request.facet());
    Tally tally = kept(request.facet(), () -> tally(facet));
    TopValues top = new TopValues(tally, request.order(), request.limit());
    if (request.prefix().isEmpty()) {
      tally.forEach(top::offer);
    } else {
      offer(facet, tally, Folding.fold(request.prefix()), top);
    }
    List<FacetCount> values = new ArrayList<>();
    for (int ordinal : top.ordinals()) {
      values.add(count(facet, tally, ordinal));
    }
    return new FacetCounts(request, quotations(), articles(), top.offered(), values);
  }

  /** Offers the values that start with a prefix. */
  private void offer(FacetValues facet, Tally tally, String start, TopValues top)
      throws IOException {
    int[] read = {0};
    tally.forEach(ordinal -> {
      if (read[0]++ % VALUES_BETWEEN_CHECKS == 0) {
        time.check();
      }
      if (Folding.fold(facet.name(ordinal)).startsWith(start)) {
        top.offer(ordinal);
      }
    });
  }

  /** {@return the counts of the values of a facet by their ordinals} */
  Tally tally(FacetValues facet) throws IOException {
    Tally tally = Tally.of(facet.size(), quotations());
    try {
      for (MatchingDocs matching : found) {
        if (facet.areOfArticles()) {
          facet.segment(matching.context()).count(runs(matching), tally);
        } else {
          values(facet, matching)
              .count(
                  matching.bits().iterator(),
                  snapshot.articles(matching.context()),
                  matching.context().docBase,
                  tally);
        }
      }
    } catch (IndexOutOfBoundsException e) {
      throw new CorruptIndexException("a value is not among those of its field", "doc values", e);
    }
    return tally;
  }

  /** Counts hits. */
  @FunctionalInterface
  private interface Counting {
    Tally count() throws IOException;
  }

  /** {@return the counts by the values of a facet: those that are kept, else computed ones} */
  private Tally kept(Facet facet, Counting counting) throws IOException {
    Optional<Tally> known = every.flatMap(counts -> counts.get(facet));
    if (known.isPresent()) {
      return known.get();
    }
    Tally tally = counting.count();
    every.ifPresent(counts -> counts.add(facet, tally));
    return tally;
  }

  private FacetValues.Segment values(FacetValues facet, MatchingDocs matching) throws IOException {
    LeafReaderContext segment = matching.context();
    boolean areMany = (long) matching.totalHits() * DOCUMENTS_OF_A_HIT >= segment.reader().maxDoc();
    // To read all values may take longer than there is time.
    return areMany && !time.isLimited() ? facet.keptSegment(segment) : facet.segment(segment);
  }

  private FacetCounts dates(FacetRequest.Dates request) throws IOException {
    Facet facet = request.facet();
    if (facet instanceof OwnField) {
      return ownDates(request);
    }
    if (every.isEmpty() || !DateValues.areOfArticles(facet)) {
      return count(request).result();
    }
    DateTallies counts = new DateTallies(request);
    Tally days =
        kept(
            facet,
            () -> count(new FacetRequest.Dates(facet, DateLevel.DAY, Optional.empty())).tally());
    days.forEach(day -> counts.add(day, days.quotations(day), days.articles(day)));
    return counts.result();
  }

  private DateTallies count(FacetRequest.Dates request) throws IOException {
    DateTallies counts = new DateTallies(request);
    boolean areOfArticles = DateValues.areOfArticles(request.facet());
    for (MatchingDocs matching : found) {
      DateValues values = DateValues.of(matching.context(), request.facet());
      if (areOfArticles) {
        ArticleRuns runs = runs(matching);
        for (int i = 0; i < runs.size(); i++) {
          counts.add(values.of(runs.first(i)), runs.quotations(i), 1);
        }
      } else {
        visit(matching, (doc, article) -> counts.count(values.of(doc), article));
      }
    }
    return counts;
  }

  private FacetCounts ownDates(FacetRequest.Dates request) throws IOException {
    DocumentDates.require(snapshot, request.facet());
    DateTallies counts = new DateTallies(request);
    for (MatchingDocs matching : found) {
      DocumentDates days = DocumentDates.of(snapshot, matching.context(), request.facet());
      visit(matching, (doc, article) -> counts.count(days, doc, article));
    }
    return counts.result();
  }
}
