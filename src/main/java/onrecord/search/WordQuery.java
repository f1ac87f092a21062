package onrecord.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.lucene.index.ImpactsEnum;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BulkScorer;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.Weight;
import org.apache.lucene.search.similarities.Similarity.SimScorer;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.IOSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds a word that is indexed as any of several terms, with the scores of a {@link SynonymQuery}:
 * the frequencies of the terms in a document are added. If all scores are needed, they are computed
 * for many documents at once. Immutable.
 */
final class WordQuery extends Query {

  private final String field;
  private final List<Term> terms;
  private final Query synonyms;

  /**
   * Creates a query.
   *
   * @param field the field of all terms
   * @param terms two or more terms
   */
  WordQuery(String field, List<Term> terms) {
    SynonymQuery.Builder any = new SynonymQuery.Builder(field);
    terms.forEach(any::addTerm);
    this.field = field;
    this.terms = List.copyOf(terms);
    this.synonyms = any.build();
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost)
      throws IOException {
    return mode == ScoreMode.COMPLETE || mode == ScoreMode.TOP_SCORES
        ? new Scored(searcher, mode, boost)
        : synonyms.createWeight(searcher, mode, boost);
  }

  /**
   * {@return about how many documents have the word: as many of each hundred as of the largest
   * segment}
   */
  long estimate(IndexReader reader) throws IOException {
    Optional<LeafReaderContext> largest = SegmentSearch.largest(reader);
    if (largest.isEmpty()) {
      return 0;
    }
    LeafReader segment = largest.get().reader();
    long found = 0;
    for (Term term : terms) {
      found += segment.docFreq(term);
    }
    return found * reader.maxDoc() / segment.maxDoc();
  }

  /** The weight of a search that needs the scores of all documents or of the best. Thread-safe. */
  private final class Scored extends Weight {
    private final IndexSearcher searcher;
    private final ScoreMode mode;
    private final float boost;
    private final AtomicReference<@Nullable Weight> ofSynonyms = new AtomicReference<>();
    private final List<KnownTerm> known;
    // Null if no document has the word.
    private final @Nullable SimScorer similarity;

    Scored(IndexSearcher searcher, ScoreMode mode, float boost) throws IOException {
      super(WordQuery.this);
      this.searcher = searcher;
      this.mode = mode;
      this.boost = boost;
      this.known = KnownTerm.of(searcher, terms, mode);
      this.similarity = similarity();
    }

    private @Nullable SimScorer similarity() throws IOException {
      long documents = 0;
      long occurrences = 0;
      for (KnownTerm each : known) {
        @Nullable TermStatistics statistics = each.statistics(searcher);
        if (statistics != null) {
          documents = Math.max(documents, statistics.docFreq());
          occurrences += statistics.totalTermFreq();
        }
      }
      return documents == 0
          ? null
          : searcher
              .getSimilarity()
              .scorer(
                  boost,
                  searcher.collectionStatistics(field),
                  new TermStatistics(new BytesRef("word"), documents, occurrences));
    }

    @Override
    public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
      @Nullable SimScorer scorer = similarity;
      @Nullable Terms all = leaf.reader().terms(field);
      if (scorer == null || all == null) {
        return null;
      }
      List<PostingsEnum> found = new ArrayList<>();
      TermsEnum place = all.iterator();
      for (KnownTerm each : known) {
        if (each.seek(leaf, place)) {
          found.add(
              mode == ScoreMode.TOP_SCORES
                  ? place.impacts(PostingsEnum.FREQS)
                  : place.postings(null, PostingsEnum.FREQS));
        }
      }
      if (found.isEmpty()) {
        return null;
      }
      Supplier every = new Supplier(found, scorer, leaf.reader().getNormValues(field));
      if (mode == ScoreMode.COMPLETE) {
        return every;
      }
      return new BestSupplier(every, () -> ofSynonyms().scorer(leaf));
    }

    @Override
    public @Nullable Matches matches(LeafReaderContext leaf, int doc) throws IOException {
      return ofSynonyms().matches(leaf, doc);
    }

    @Override
    public Explanation explain(LeafReaderContext leaf, int doc) throws IOException {
      return ofSynonyms().explain(leaf, doc);
    }

    private Weight ofSynonyms() throws IOException {
      @Nullable Weight known = ofSynonyms.get();
      if (known == null) {
        known = synonyms.createWeight(searcher, mode, boost);
        ofSynonyms.set(known);
      }
      return known;
    }

    @Override
    public boolean isCacheable(LeafReaderContext leaf) {
      return true;
    }
  }

  /** Supplies the scores of a segment, in one of two ways. Not thread-safe. */
  private static final class Supplier extends ScorerSupplier {
    private final List<PostingsEnum> found;
    private final SimScorer similarity;
    private final @Nullable NumericDocValues norms;

    Supplier(List<PostingsEnum> found, SimScorer similarity, @Nullable NumericDocValues norms) {
      this.found = found;
      this.similarity = similarity;
      this.norms = norms;
    }

    @Override
    public Scorer get(long leadCost) {
      PostingsEnum all = found.stream().reduce(EitherPostings::new).orElseThrow();
      return new OneByOne(all, similarity, norms);
    }

    @Override
    public BulkScorer bulkScorer() {
      return new WordBulkScorer(found, similarity, norms, new RequiredScore(similarity));
    }

    /** {@return a scorer that passes over documents with low scores} */
    BulkScorer best() {
      List<PostingsEnum> others = new ArrayList<>(found);
      others.sort(Comparator.comparingLong(PostingsEnum::cost));
      ImpactsEnum lead = (ImpactsEnum) others.removeLast();
      @Nullable PostingsEnum either = others.stream().reduce(EitherPostings::new).orElse(null);
      return new BestWordScorer(lead, either, similarity, norms);
    }

    @Override
    public long cost() {
      return found.stream().mapToLong(PostingsEnum::cost).sum();
    }
  }

  /** Supplies the best scores of a segment. Not thread-safe. */
  private static final class BestSupplier extends ScorerSupplier {
    private final Supplier every;
    // Creates a scorer that knows the greatest scores of blocks of documents.
    private final IOSupplier<Scorer> synonyms;

    BestSupplier(Supplier every, IOSupplier<Scorer> synonyms) {
      this.every = every;
      this.synonyms = synonyms;
    }

    @Override
    public Scorer get(long leadCost) throws IOException {
      return synonyms.get();
    }

    @Override
    public BulkScorer bulkScorer() {
      return every.best();
    }

    @Override
    public long cost() {
      return every.cost();
    }
  }

  /** Computes scores when they are requested. Not thread-safe. */
  private static final class OneByOne extends Scorer {
    private final PostingsEnum documents;
    private final SimScorer similarity;
    private final @Nullable NumericDocValues norms;

    OneByOne(PostingsEnum documents, SimScorer similarity, @Nullable NumericDocValues norms) {
      this.documents = documents;
      this.similarity = similarity;
      this.norms = norms;
    }

    @Override
    public int docID() {
      return documents.docID();
    }

    @Override
    public PostingsEnum iterator() {
      return documents;
    }

    @Override
    public float score() throws IOException {
      boolean hasNorm = norms != null && norms.advanceExact(docID());
      return similarity.score(documents.freq(), hasNorm && norms != null ? norms.longValue() : 1);
    }

    @Override
    public float getMaxScore(int upTo) {
      return similarity.score(Float.MAX_VALUE, 1);
    }
  }

  @Override
  public void visit(QueryVisitor visitor) {
    synonyms.visit(visitor);
  }

  @Override
  public String toString(String ofField) {
    return synonyms.toString(ofField);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof WordQuery query && synonyms.equals(query.synonyms);
  }

  @Override
  public int hashCode() {
    return 31 * classHash() + synonyms.hashCode();
  }
}
