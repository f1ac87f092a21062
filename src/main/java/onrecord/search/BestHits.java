package onrecord.search;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.stream.Stream;
import onrecord.schema.IndexField;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollector;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.TotalHits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the first hits in the order of their scores, of the ids of their articles and of their
 * positions. Each score is computed once, and ids are compared only of hits with the same score, by
 * their ordinals in the segment. Not thread-safe.
 */
final class BestHits implements Candidates {

  /** An ordinal that is not computed yet. */
  private static final int UNKNOWN = -2;

  private final int size;
  private final @Nullable FieldDoc after;
  // The score of that hit, or infinity.
  private final float last;
  // The last of the hits that are kept comes first.
  private final PriorityQueue<RankedHit> best;

  private @Nullable LeafReaderContext segment;
  private @Nullable Scorable scorer;
  // The ids of the articles of the segment, once one is needed.
  private @Nullable SortedDocValues ids;
  // The ordinal of the id of the current article, or -1 if it is not known yet.
  private int id = -1;
  // The last ordinals of the segment with which a hit of the same score is not after the last hit
  // that is kept, and not after the hit that all come after; they are computed when first needed.
  private int lastKept = UNKNOWN;
  private int lastBefore = UNKNOWN;

  /**
   * Creates an instance.
   *
   * @param size the number of hits that are kept, at least 1
   * @param after the hit that they come after, with its score, id and position, or null
   */
  BestHits(int size, @Nullable FieldDoc after) {
    this.size = size;
    this.after = after;
    this.last = after == null ? Float.POSITIVE_INFINITY : (Float) after.fields[0];
    this.best = new PriorityQueue<>(Collections.reverseOrder());
  }

  @Override
  public void begin(LeafReaderContext leaf) {
    segment = leaf;
    ids = null;
    lastKept = UNKNOWN;
    lastBefore = UNKNOWN;
  }

  @Override
  public void setScorer(Scorable scorable) {
    scorer = scorable;
  }

  @Override
  public void beginArticle(int doc) {
    id = -1;
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public void collect(int doc) throws IOException {
    float score = requireNonNull(scorer).score();
    @Nullable RankedHit worst = best.size() < size ? null : best.peek();
    if (score > last || (worst != null && score < worst.score())) {
      return;
    }
    SortedDocValues all = ids();
    if (id < 0) {
      id = all.advanceExact(doc) ? all.ordValue() : 0;
    }
    if (worst != null && score == worst.score() && id > lastKept(worst, all)) {
      return;
    }
    RankedHit hit = new RankedHit(requireNonNull(segment), doc, score, all, id);
    if (isAfter(hit, all) && (worst == null || hit.compareTo(worst) < 0)) {
      if (worst != null) {
        best.remove();
      }
      best.add(hit);
      lastKept = UNKNOWN;
    }
  }

  /** {@return the least score of a hit that may be kept, 0 if any may} */
  float leastScore() {
    @Nullable RankedHit worst = best.size() < size ? null : best.peek();
    return worst == null ? 0 : worst.score();
  }

  private SortedDocValues ids() throws IOException {
    SortedDocValues open = ids;
    if (open == null) {
      open = DocValues.getSorted(requireNonNull(segment).reader(), IndexField.ARTICLE_ID.field());
      ids = open;
    }
    return open;
  }

  private int lastKept(RankedHit worst, SortedDocValues all) throws IOException {
    if (lastKept == UNKNOWN) {
      lastKept = worst.lastOrdinal(requireNonNull(segment), all);
    }
    return lastKept;
  }

  private boolean isAfter(RankedHit hit, SortedDocValues all) throws IOException {
    if (after == null || hit.score() < last) {
      return true;
    }
    if (lastBefore == UNKNOWN) {
      lastBefore = RankedHit.lastOrdinal(all, (BytesRef) after.fields[1]);
    }
    return id >= lastBefore && hit.isAfter(after);
  }

  @Override
  public void finish() {}

  @Override
  public boolean needScores() {
    return true;
  }

  @Override
  public Optional<TopFieldCollector> collector() {
    return Optional.empty();
  }

  /**
   * {@return the first of the hits that are kept in several parts} The last of them has the values
   * that it is ranked by, the others have their scores alone.
   */
  static TopFieldDocs first(Collection<Candidates> parts, int size) {
    RankedHit[] ordered =
        parts.stream()
            .flatMap(part -> part instanceof BestHits hits ? hits.best.stream() : Stream.of())
            .sorted()
            .limit(size)
            .toArray(RankedHit[]::new);
    ScoreDoc[] hits = new ScoreDoc[ordered.length];
    for (int i = 0; i < hits.length; i++) {
      hits[i] = i == hits.length - 1 ? ordered[i].withValues() : ordered[i].withScore();
    }
    return new TopFieldDocs(
        new TotalHits(hits.length, TotalHits.Relation.GREATER_THAN_OR_EQUAL_TO),
        hits,
        new SortField[0]);
  }
}
