package onrecord.search;

import java.util.Arrays;
import org.apache.lucene.search.DocIdSet;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.RamUsageEstimator;

/** A few documents of a segment, in their order. Immutable. */
final class ListedDocuments extends DocIdSet {

  private final int[] docs;

  /** Creates a set of the first {@code size} documents of an array in ascending order. */
  ListedDocuments(int[] docs, int size) {
    this.docs = Arrays.copyOf(docs, size);
  }

  @Override
  public DocIdSetIterator iterator() {
    return new Iterator(docs);
  }

  @Override
  public long ramBytesUsed() {
    return RamUsageEstimator.sizeOf(docs);
  }

  private static final class Iterator extends DocIdSetIterator {
    private final int[] docs;
    private int next;
    private int doc = -1;

    Iterator(int[] docs) {
      this.docs = docs;
    }

    @Override
    public int docID() {
      return doc;
    }

    @Override
    public int nextDoc() {
      doc = next < docs.length ? docs[next++] : NO_MORE_DOCS;
      return doc;
    }

    @Override
    public int advance(int target) {
      // The target is often one of the next documents.
      int step = 1;
      while (next + step < docs.length && docs[next + step] < target) {
        step *= 2;
      }
      int found =
          next < docs.length
              ? Arrays.binarySearch(docs, next, Math.min(docs.length, next + step + 1), target)
              : -next - 1;
      next = found < 0 ? -found - 1 : found;
      return nextDoc();
    }

    @Override
    public long cost() {
      return docs.length;
    }
  }
}
