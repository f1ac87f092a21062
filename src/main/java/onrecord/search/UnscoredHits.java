package onrecord.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import onrecord.schema.Snapshot;
import org.apache.lucene.facet.FacetsCollector.MatchingDocs;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
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
 * @param snapshot what is searched
 * @param query matches the quotations, and may also match documents of articles
 * @param leftOut the terms of the quotations that are no hits
 */
record UnscoredHits(Snapshot snapshot, Query query, List<Term> leftOut) {

  UnscoredHits {
    leftOut = List.copyOf(leftOut);
  }

  /** {@return the hits, of which none is chosen as one of the first} */
  HitCounter.Counted find() throws IOException {
    IndexSearcher searcher = snapshot.searcher();
    Weight weight =
        searcher.createWeight(
            searcher.rewrite(new ConstantScoreQuery(query)), ScoreMode.COMPLETE_NO_SCORES, 1);
    List<MatchingDocs> documents = new ArrayList<>();
    long quotations = 0;
    long articles = 0;
    for (LeafReaderContext leaf : snapshot.reader().leaves()) {
      @Nullable ScorerSupplier supplier = weight.scorerSupplier(leaf);
      for (MatchingDocs found : supplier == null ? List.<MatchingDocs>of() : find(leaf, supplier)) {
        documents.add(found);
        quotations += found.totalHits();
        articles += ArticleCount.of(found.bits().iterator(), snapshot.articles(leaf));
      }
    }
    return new HitCounter.Counted(quotations, articles, FirstHits.NO_HITS, documents);
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
    BitSet articles = snapshot.articles(leaf);
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
    BitSet articles = snapshot.articles(leaf);
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
