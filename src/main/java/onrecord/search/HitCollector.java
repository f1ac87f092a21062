package onrecord.search;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.List;
import onrecord.schema.Snapshot;
import org.apache.lucene.facet.FacetsCollector.MatchingDocs;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.DocIdStream;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.util.BitSet;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** Collects the hits of one segment after another for a {@link HitCounter}. Not thread-safe. */
final class HitCollector extends SimpleCollector {

  /** The number of documents that are taken from Lucene at once. */
  private static final int BUFFER = 256;

  private final Snapshot snapshot;
  private final Candidates candidates;
  private final @Nullable KeptDocuments kept;
  private final int[] buffer = new int[BUFFER];
  private @Nullable LeafReaderContext segment;
  private @Nullable BitSet ends;
  // The document of the article that contains the quotation last counted.
  private int article;
  private long quotations;
  private long articles;

  /**
   * Creates a collector.
   *
   * @param candidates obtains the hits that may be among the first ones
   * @param kept obtains all hits, or null if they are not kept
   */
  HitCollector(Snapshot snapshot, Candidates candidates, @Nullable KeptDocuments kept) {
    this.snapshot = snapshot;
    this.candidates = candidates;
    this.kept = kept;
  }

  /** {@return the number of hits} */
  long quotations() {
    return quotations;
  }

  /** {@return the number of articles that contain them} */
  long articles() {
    return articles;
  }

  /** {@return the hits that may be among the first ones} */
  Candidates candidates() {
    return candidates;
  }

  /** {@return all hits, if they are kept} */
  List<MatchingDocs> documents() {
    return kept == null ? List.of() : kept.parts();
  }

  @Override
  protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
    segment = leaf;
    ends = null;
    article = -1;
    candidates.begin(leaf);
    if (kept != null) {
      kept.begin(leaf);
    }
  }

  @Override
  public void collect(int doc) throws IOException {
    quotations++;
    if (doc > article) {
      if (ends == null) {
        ends = snapshot.articles(requireNonNull(segment));
      }
      article = ends.nextSetBit(doc);
      articles++;
      candidates.beginArticle(doc);
    }
    if (kept != null) {
      kept.add(doc);
    }
    if (candidates.isOpen()) {
      candidates.collect(doc);
    }
  }

  @Override
  public void collect(DocIdStream docs) throws IOException {
    for (int read = docs.intoArray(buffer); read > 0; read = docs.intoArray(buffer)) {
      for (int i = 0; i < read; i++) {
        collect(buffer[i]);
      }
    }
  }

  /**
   * Collects every quotation of a segment.
   *
   * @param leftOut the quotations that are no hits, in their order
   */
  void collectAll(LeafReaderContext leaf, DocIdSetIterator leftOut) throws IOException {
    BitSet all = snapshot.articles(leaf);
    LeafCollector collector = getLeafCollector(leaf);
    collector.setScorer(new NoScore());
    @Nullable Bits live = leaf.reader().getLiveDocs();
    int first = 0;
    while (first < all.length()) {
      int end = all.nextSetBit(first);
      if (end == DocIdSetIterator.NO_MORE_DOCS) {
        break;
      }
      if (end > first && (live == null || live.get(end))) {
        int found = collectBlock(first, end, leftOut);
        quotations += found;
        articles += found > 0 ? 1 : 0;
      }
      first = end + 1;
    }
    collector.finish();
  }

  /** Counts every quotation of a segment without deletions, of which none is requested or kept. */
  void countAll(FixedBitSet ends) {
    long[] words = ends.getBits();
    // An article at the first document, or right after another article, has no quotation.
    long before = 1;
    for (int i = 0; i < FixedBitSet.bits2words(ends.length()); i++) {
      articles += Long.bitCount(words[i] & ~(words[i] << 1 | before));
      before = words[i] >>> (Long.SIZE - 1);
    }
    quotations += ends.prevSetBit(ends.length() - 1) + 1 - ends.cardinality();
  }

  /** Collects the quotations of an article; returns how many there are. */
  private int collectBlock(int first, int end, DocIdSetIterator leftOut) throws IOException {
    int other = leftOut.docID() < first ? leftOut.advance(first) : leftOut.docID();
    candidates.beginArticle(first);
    if (candidates.isOpen() || other < end) {
      return collectEach(first, end, leftOut);
    }
    if (kept != null) {
      kept.addRange(first, end);
    }
    return end - first;
  }

  private int collectEach(int first, int end, DocIdSetIterator leftOut) throws IOException {
    int other = leftOut.docID();
    int found = 0;
    for (int doc = first; doc < end; doc++) {
      if (doc == other) {
        other = leftOut.nextDoc();
        continue;
      }
      found++;
      if (kept != null) {
        kept.add(doc);
      }
      if (candidates.isOpen()) {
        candidates.collect(doc);
      }
    }
    return found;
  }

  @Override
  public void setScorer(Scorable scorer) throws IOException {
    candidates.setScorer(scorer);
  }

  @Override
  public void finish() throws IOException {
    candidates.finish();
    if (kept != null) {
      kept.finish();
    }
  }

  @Override
  public ScoreMode scoreMode() {
    return candidates.needScores() ? ScoreMode.COMPLETE : ScoreMode.COMPLETE_NO_SCORES;
  }

  /** The scorer of a search that computes no scores. */
  static final class NoScore extends Scorable {
    @Override
    public float score() {
      return 0;
    }
  }
}
