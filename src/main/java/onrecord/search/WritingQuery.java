package onrecord.search;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import onrecord.schema.Snapshot;
import onrecord.search.Writing.Place;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.MatchesUtils;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * Finds the documents with words as they are {@linkplain Writing written}, by reading their texts.
 * In a conjunction, it reads only the texts of the documents that all other clauses match. Not
 * thread-safe, as it checks the time limit of one search.
 */
final class WritingQuery extends Query {

  // Reading and splitting a text costs more than anything else that a query does for a document.
  private static final float COST = 100_000;

  private static final Words WORDS = new Words();

  private final Snapshot snapshot;
  private final TimeLimit time;
  private final WrittenText field;
  private final Writing writing;

  /** Creates a query for words of a text. */
  WritingQuery(Snapshot snapshot, TimeLimit time, WrittenText field, Writing writing) {
    this.snapshot = snapshot;
    this.time = time;
    this.field = field;
    this.writing = writing;
  }

  private List<Place> places(WrittenText.Reader texts, int doc) throws IOException {
    @Nullable String text = texts.read(doc);
    return text == null ? List.of() : writing.in(text, WORDS.of(text));
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
    return new ConstantScoreWeight(this, boost) {
      @Override
      public ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
        WrittenText.Reader texts = field.reader(snapshot, leaf);
        DocIdSetIterator all = DocIdSetIterator.all(leaf.reader().maxDoc());
        TwoPhaseIterator found =
            new TwoPhaseIterator(all) {
              @Override
              public boolean matches() throws IOException {
                time.check();
                return !places(texts, approximation.docID()).isEmpty();
              }

              @Override
              public float matchCost() {
                return COST;
              }
            };
        return new DefaultScorerSupplier(new ConstantScoreScorer(score(), mode, found));
      }

      @Override
      public @Nullable Matches matches(LeafReaderContext leaf, int doc) throws IOException {
        List<Place> places = places(field.reader(snapshot, leaf), doc);
        return places.isEmpty()
            ? null
            : MatchesUtils.forField(field.terms(), () -> new Places(places.iterator()));
      }

      @Override
      public boolean isCacheable(LeafReaderContext leaf) {
        // To fill a cache, the texts of all documents would be read.
        return false;
      }
    };
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(String ofField) {
    return field.name() + ":" + writing;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof WritingQuery same
        && snapshot == same.snapshot
        && time == same.time
        && field.equals(same.field)
        && writing.equals(same.writing);
  }

  @Override
  public int hashCode() {
    return Objects.hash(field, writing);
  }

  /** The places in one document. Not thread-safe. */
  private final class Places implements MatchesIterator {
    private final Iterator<Place> rest;
    private Place place = new Place(-1, -1);

    Places(Iterator<Place> rest) {
      this.rest = rest;
    }

    @Override
    public boolean next() {
      boolean next = rest.hasNext();
      if (next) {
        place = rest.next();
      }
      return next;
    }

    @Override
    public int startPosition() {
      return place.first();
    }

    @Override
    public int endPosition() {
      return place.last();
    }

    @Override
    public int startOffset() {
      return -1;
    }

    @Override
    public int endOffset() {
      return -1;
    }

    @Override
    public @Nullable MatchesIterator getSubMatches() {
      return null;
    }

    @Override
    public Query getQuery() {
      return WritingQuery.this;
    }
  }
}
