package onrecord.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.facet.FacetsCollector.MatchingDocs;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BitSet;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds all hits of a query without their scores. Where there are many in a segment, they are a set
 * of bits, of which Lucene sets many at once, and from which those of articles, of kinds that are
 * not searched and of deleted documents are removed 64 at a time. Immutable.
 *
 * @param segments searches the snapshot
 * @param query matches the quotations, and may also match documents of articles
 * @param leftOut the terms of the quotations that are no hits
 */
record UnscoredHits(SegmentSearch segments, Query query, List<Term> leftOut) {

  UnscoredHits {
    leftOut = List.copyOf(leftOut);
  }

  /** What was found in a segment. */
  private record Found(MatchingDocs documents, long articles) {}

  /** {@return the hits, of which none is chosen as one of the first} */
  HitCounter.Counted find() throws IOException {
    Weight weight = segments.weight(query, ScoreMode.COMPLETE_NO_SCORES);
    List<Found> found = new ArrayList<>();
    for (List<Found> part :
        segments.each(weight, ArrayList<Found>::new, (own, leaf) -> find(weight, leaf, own))) {
      found.addAll(part);
    }
    found.sort(Comparator.comparingInt(segment -> segment.documents().context().ord));
    return new HitCounter.Counted(
        found.stream().mapToLong(segment -> segment.documents().totalHits()).sum(),
        found.stream().mapToLong(Found::articles).sum(),
        FirstHits.NO_HITS,
        found.stream().map(Found::documents).toList());
  }

  private void find(Weight weight, LeafReaderContext leaf, List<Found> found) throws IOException {
    @Nullable ScorerSupplier supplier = weight.scorerSupplier(leaf);
    if (supplier != null) {
      for (MatchingDocs documents : find(leaf, supplier)) {
        BitSet articles = segments.snapshot().articles(leaf);
        found.add(new Found(documents, ArticleCount.of(documents.bits().iterator(), articles)));
      }
    }
  }

  /** {@return the hits of a segment, if there are any} */
  private List<MatchingDocs> find(LeafReaderContext leaf, ScorerSupplier supplier)
      throws IOException {
    KeptDocuments kept = new KeptDocuments();
    kept.begin(leaf);
    DocIdSetIterator docs = supplier.get(Long.MAX_VALUE).iterator();
    if (KeptDocuments.areMany(supplier.cost(), leaf)) {
      kept.addAll(bits(leaf, docs));
    } else {
      addEach(leaf, docs, kept);
    }
    kept.finish();
    return kept.parts();
  }

  private FixedBitSet bits(LeafReaderContext leaf, DocIdSetIterator docs) throws IOException {
    int size = leaf.reader().maxDoc();
    FixedBitSet bits = bits(docs, size);
    @Nullable Bits live = leaf.reader().getLiveDocs();
    if (live != null) {
      live.applyMask(bits, 0);
    }
    BitSet articles = segments.snapshot().articles(leaf);
    bits.andNot(new BitSetIterator(articles, articles.approximateCardinality()));
    for (Term term : leftOut) {
      @Nullable PostingsEnum others = leaf.reader().postings(term, PostingsEnum.NONE);
      if (others != null) {
        bits.andNot(bits(others, size));
      }
    }
    return bits;
  }

  /** {@return a new set of documents, which are read} */
  private static FixedBitSet bits(DocIdSetIterator docs, int size) throws IOException {
    @Nullable FixedBitSet known = BitSetIterator.getFixedBitSetOrNull(docs);
    if (known != null && known.length() == size) {
      return known.clone();
    }
    FixedBitSet bits = new FixedBitSet(size);
    if (docs.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      docs.intoBitSet(DocIdSetIterator.NO_MORE_DOCS, bits, 0);
    }
    return bits;
  }

  private void addEach(LeafReaderContext leaf, DocIdSetIterator docs, KeptDocuments kept)
      throws IOException {
    @Nullable Bits live = leaf.reader().getLiveDocs();
    BitSet articles = segments.snapshot().articles(leaf);
    List<PostingsEnum> others = new ArrayList<>();
    for (Term term : leftOut) {
      @Nullable PostingsEnum of = leaf.reader().postings(term, PostingsEnum.NONE);
      if (of != null) {
        others.add(of);
      }
    }
    for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
      if ((live == null || live.get(doc)) && !articles.get(doc) && !isAmong(others, doc)) {
        kept.add(doc);
      }
    }
  }

  private static boolean isAmong(List<PostingsEnum> others, int doc) throws IOException {
    for (PostingsEnum each : others) {
      if ((each.docID() < doc ? each.advance(doc) : each.docID()) == doc) {
        return true;
      }
    }
    return false;
  }
}
