package onrecord.search;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import onrecord.schema.Snapshot;
import org.apache.lucene.facet.FacetsCollector.MatchingDocs;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollector;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.TotalHits;
import org.apache.lucene.util.BitSet;
import org.jspecify.annotations.Nullable;

/** The first hits of a search, which are found as all are counted. Immutable. */
final class FirstHits {

  /** No hit. */
  static final FirstHits NONE = new FirstHits(NoCandidates::new, parts -> FirstHits.NO_HITS);

  /** The result if no hit is requested. */
  static final TopFieldDocs NO_HITS =
      new TopFieldDocs(
          new TotalHits(0, TotalHits.Relation.EQUAL_TO), new ScoreDoc[0], new SortField[0]);

  private final Supplier<Candidates> begin;
  private final Merge merge;

  /** Merges the hits of several parts of an index. */
  @FunctionalInterface
  private interface Merge {
    TopFieldDocs of(Collection<Candidates> parts) throws IOException;
  }

  private FirstHits(Supplier<Candidates> begin, Merge merge) {
    this.begin = begin;
    this.merge = merge;
  }

  /**
   * Returns the first hits that a collector finds.
   *
   * @param choice chooses the hits that the collector compares
   */
  static FirstHits of(
      TopFieldCollectorManager manager, Function<TopFieldCollector, Candidates> choice) {
    return new FirstHits(
        () -> choice.apply(manager.newCollector()),
        parts ->
            manager.reduce(
                parts.stream().map(Candidates::collector).flatMap(Optional::stream).toList()));
  }

  /**
   * {@return the hits with the best scores; of those of the same score, the first ones by the ids
   * of their articles and by their positions}
   *
   * @param size the number of hits
   * @param after the hit that they come after, or null
   */
  static FirstHits best(int size, @Nullable FieldDoc after) {
    return new FirstHits(() -> new BestHits(size, after), parts -> BestHits.first(parts, size));
  }

  /** {@return the first of hits whose scores are not needed} */
  TopFieldDocs among(List<MatchingDocs> hits, Snapshot snapshot) throws IOException {
    Candidates candidates = candidates();
    for (MatchingDocs segment : hits) {
      BitSet ends = snapshot.articles(segment.context());
      candidates.begin(segment.context());
      candidates.setScorer(new HitCollector.NoScore());
      DocIdSetIterator docs = segment.bits().iterator();
      int end = -1;
      int doc = docs.nextDoc();
      while (doc != DocIdSetIterator.NO_MORE_DOCS) {
        if (doc > end) {
          end = ends.nextSetBit(doc);
          candidates.beginArticle(doc);
        }
        boolean isOpen = candidates.isOpen();
        if (isOpen) {
          candidates.collect(doc);
        }
        doc = isOpen ? docs.nextDoc() : docs.advance(end);
      }
      candidates.finish();
    }
    return of(List.of(candidates));
  }

  /** {@return new candidates, which have no hit} */
  Candidates candidates() {
    return begin.get();
  }

  /** {@return the first hits of candidates} */
  TopFieldDocs of(Collection<Candidates> parts) throws IOException {
    return merge.of(parts);
  }
}
