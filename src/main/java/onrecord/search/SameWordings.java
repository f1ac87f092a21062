package onrecord.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import onrecord.schema.IndexField;
import onrecord.schema.SameWords;
import onrecord.schema.Snapshot;
import onrecord.schema.Stamp;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollector.MatchingDocs;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * The quotations found, grouped by their words. The earliest quotation represents its group: the
 * one published first, where those without a date come last; among these, the first by the id of
 * the article and the position in it. Memory is needed for each group. Not thread-safe.
 */
final class SameWordings {

  private final List<LeafReaderContext> leaves;
  private final Chronology order;
  private final Stamp stamp;
  private final Set<BytesRef> excluded;
  private final FixedBitSet found;
  private final FixedBitSet firsts;

  private SameWordings(Snapshot snapshot, Set<BytesRef> excluded) {
    stamp = snapshot.stamp();
    stamp.requireField(IndexField.SAME_WORDS.field());
    int size = Math.max(1, snapshot.reader().maxDoc());
    this.leaves = snapshot.reader().leaves();
    this.order = new Chronology(snapshot);
    this.excluded = excluded;
    this.found = new FixedBitSet(size);
    this.firsts = new FixedBitSet(size);
  }

  /** {@return the quotations found, grouped by their words} */
  static SameWordings of(Snapshot snapshot, FacetsCollector found) throws IOException {
    return of(snapshot, found, Set.of());
  }

  /** {@return the quotations found whose words no other quotation has, grouped by their words} */
  static SameWordings others(Snapshot snapshot, FacetsCollector found, FacetsCollector others)
      throws IOException {
    Map<BytesRef, Integer> excluded = new HashMap<>();
    SameWordings wordings = new SameWordings(snapshot, Set.of());
    for (MatchingDocs matching : others.getMatchingDocs()) {
      wordings.add(matching, excluded);
    }
    return of(snapshot, found, excluded.keySet());
  }

  private static SameWordings of(Snapshot snapshot, FacetsCollector found, Set<BytesRef> excluded)
      throws IOException {
    SameWordings wordings = new SameWordings(snapshot, excluded);
    Map<BytesRef, Integer> firsts = new HashMap<>();
    for (MatchingDocs matching : found.getMatchingDocs()) {
      wordings.add(matching, firsts);
    }
    firsts.values().forEach(wordings.firsts::set);
    return wordings;
  }

  private void add(MatchingDocs matching, Map<BytesRef, Integer> firsts) throws IOException {
    if (matching.totalHits() == 0) {
      return;
    }
    LeafReaderContext leaf = matching.context();
    BinaryDocValues words = leaf.reader().getBinaryDocValues(IndexField.SAME_WORDS.field());
    DocIdSetIterator docs = matching.bits().iterator();
    for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
      int globalDoc = leaf.docBase + doc;
      found.set(globalDoc);
      if (words != null && words.advanceExact(doc) && !excluded.contains(words.binaryValue())) {
        Integer before = firsts.get(words.binaryValue());
        if (before == null) {
          firsts.put(BytesRef.deepCopyOf(words.binaryValue()), globalDoc);
        } else if (order.isBefore(globalDoc, before)) {
          firsts.put(BytesRef.deepCopyOf(words.binaryValue()), globalDoc);
        }
      }
    }
  }

  private LeafReaderContext leaf(int doc) {
    return leaves.get(ReaderUtil.subIndex(doc, leaves));
  }

  /** {@return a query for the quotations that represent their groups} */
  Query firsts() {
    return new DocumentsQuery(firsts);
  }

  /** {@return the documents of all quotations in the group of one, the earliest first} */
  List<Integer> occurrences(int doc) throws IOException {
    LeafReaderContext leaf = leaf(doc);
    BinaryDocValues words = DocValues.getBinary(leaf.reader(), IndexField.SAME_WORDS.field());
    if (!words.advanceExact(doc - leaf.docBase)) {
      return List.of(doc);
    }
    BytesRef hash = BytesRef.deepCopyOf(words.binaryValue());
    Term same = new Term(IndexField.SAME_WORDS.field(), SameWords.term(hash, stamp));
    List<Integer> all = new ArrayList<>();
    for (LeafReaderContext part : leaves) {
      @Nullable PostingsEnum docs = part.reader().postings(same, PostingsEnum.NONE);
      BinaryDocValues others = DocValues.getBinary(part.reader(), IndexField.SAME_WORDS.field());
      while (docs != null && docs.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        if (found.get(part.docBase + docs.docID())
            && others.advanceExact(docs.docID())
            && others.binaryValue().equals(hash)) {
          all.add(part.docBase + docs.docID());
        }
      }
    }
    return order.ordered(all);
  }
}
