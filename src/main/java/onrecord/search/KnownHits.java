package onrecord.search;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.facet.FacetsCollector.MatchingDocs;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BitSet;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** Hits that have been found. Immutable. */
final class KnownHits implements LeastIds.Hits {

  private final Map<Integer, Bits> segments = new HashMap<>();

  KnownHits(List<MatchingDocs> hits) throws IOException {
    for (MatchingDocs segment : hits) {
      int size = segment.context().reader().maxDoc();
      DocIdSetIterator docs = segment.bits().iterator();
      @Nullable FixedBitSet bits = BitSetIterator.getFixedBitSetOrNull(docs);
      segments.put(segment.context().ord, bits != null ? bits : BitSet.of(docs, size));
    }
  }

  @Override
  public boolean has(LeafReaderContext leaf, int doc) {
    @Nullable Bits hits = segments.get(leaf.ord);
    return hits != null && doc < hits.length() && hits.get(doc);
  }
}
