package onrecord.search;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.queries.intervals.IntervalIterator;
import org.apache.lucene.queries.intervals.IntervalMatchesIterator;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.QueryVisitor;
import org.jspecify.annotations.Nullable;

/**
 * The places of a word that is indexed as any of several terms. They are those of {@link
 * Intervals#or}, which orders the terms of each document by queues. Immutable.
 */
final class WordPlaces extends IntervalsSource {

  private final List<Term> terms;
  private final IntervalsSource any;

  /**
   * Creates the places.
   *
   * @param terms two or more terms of one field, of which no two are at the same position
   */
  WordPlaces(List<Term> terms) {
    this.terms = List.copyOf(terms);
    this.any =
        Intervals.or(
            false,
            terms.stream()
                .map(term -> Intervals.term(term.bytes()))
                .toArray(IntervalsSource[]::new));
  }

  @Override
  public @Nullable IntervalIterator intervals(String field, LeafReaderContext leaf)
      throws IOException {
    @Nullable Terms all = leaf.reader().terms(field);
    if (all == null || !all.hasPositions()) {
      return any.intervals(field, leaf);
    }
    TermsEnum place = all.iterator();
    @Nullable PostingsEnum found = null;
    float cost = 0;
    for (Term term : terms) {
      if (place.seekExact(term.bytes())) {
        PostingsEnum postings = place.postings(null, PostingsEnum.POSITIONS);
        found = found == null ? postings : new EitherPostings(found, postings);
        cost += EitherPostings.costOfPositions(place);
      }
    }
    return found == null ? null : new Places(found, cost);
  }

  /** The places of the terms in the documents of a segment. Not thread-safe. */
  private static final class Places extends IntervalIterator {
    private static final int UNREAD = -1;

    private final PostingsEnum postings;
    private final float cost;
    private int place = -1;
    // The number of positions of the document that are still to be read, or UNREAD: most documents
    // lack another word that is searched for, so that no position is needed.
    private int left;

    Places(PostingsEnum postings, float cost) {
      this.postings = postings;
      this.cost = cost;
    }

    @Override
    public int docID() {
      return postings.docID();
    }

    @Override
    public int nextDoc() throws IOException {
      return begin(postings.nextDoc());
    }

    @Override
    public int advance(int target) throws IOException {
      return begin(postings.advance(target));
    }

    private int begin(int doc) {
      place = doc == NO_MORE_DOCS ? NO_MORE_INTERVALS : -1;
      left = doc == NO_MORE_DOCS ? 0 : UNREAD;
      return doc;
    }

    @Override
    public int nextInterval() throws IOException {
      if (left == UNREAD) {
        left = postings.freq();
      }
      if (left == 0) {
        place = NO_MORE_INTERVALS;
      } else {
        left--;
        place = postings.nextPosition();
      }
      return place;
    }

    @Override
    public int start() {
      return place;
    }

    @Override
    public int end() {
      return place;
    }

    @Override
    public int gaps() {
      return 0;
    }

    @Override
    public float matchCost() {
      return cost;
    }

    @Override
    public long cost() {
      return postings.cost();
    }
  }

  @Override
  public @Nullable IntervalMatchesIterator matches(String field, LeafReaderContext leaf, int doc)
      throws IOException {
    return any.matches(field, leaf, doc);
  }

  @Override
  public void visit(String field, QueryVisitor visitor) {
    any.visit(field, visitor);
  }

  @Override
  public int minExtent() {
    return any.minExtent();
  }

  @Override
  public Collection<IntervalsSource> pullUpDisjunctions() {
    return List.of(this);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof WordPlaces places && any.equals(places.any);
  }

  @Override
  public int hashCode() {
    return any.hashCode();
  }

  @Override
  public String toString() {
    return any.toString();
  }
}
