package onrecord.search;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BitSet;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * The hits of a segment by article: the quotations of an article come right before its own
 * document. What all quotations of an article have in common is read once for its hits. Immutable.
 */
final class ArticleRuns {

  /** More room than this is made as it is needed. */
  private static final int FIRST_SIZE = 64;

  private int[] firsts = new int[FIRST_SIZE];
  private int[] quotations = new int[FIRST_SIZE];
  private int size;

  private ArticleRuns() {}

  /**
   * {@return the hits of a segment by article}
   *
   * @param docs the hits, in their order
   * @param ends the documents of the articles
   */
  static ArticleRuns of(DocIdSetIterator docs, BitSet ends) throws IOException {
    ArticleRuns runs = new ArticleRuns();
    @Nullable FixedBitSet set = BitSetIterator.getFixedBitSetOrNull(docs);
    if (set == null) {
      runs.addEach(docs, ends);
    } else {
      runs.addAll(set, ends);
    }
    return runs;
  }

  private void addEach(DocIdSetIterator docs, BitSet ends) throws IOException {
    int end = -1;
    for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
      if (doc > end) {
        end = ends.nextSetBit(doc);
        add(doc, 1);
      } else {
        quotations[size - 1]++;
      }
    }
  }

  private void addAll(FixedBitSet hits, BitSet ends) {
    int doc = hits.nextSetBit(0);
    while (doc != DocIdSetIterator.NO_MORE_DOCS) {
      // An article ends with its own document, which is a hit in a forged index only.
      int end = Math.min(ends.nextSetBit(doc), hits.length() - 1) + 1;
      add(doc, hits.cardinality(doc, end));
      doc = end < hits.length() ? hits.nextSetBit(end) : DocIdSetIterator.NO_MORE_DOCS;
    }
  }

  private void add(int first, int count) {
    if (size == firsts.length) {
      firsts = Arrays.copyOf(firsts, 2 * size);
      quotations = Arrays.copyOf(quotations, 2 * size);
    }
    firsts[size] = first;
    quotations[size++] = count;
  }

  /** {@return the number of articles with hits} */
  int size() {
    return size;
  }

  /** {@return the first hit of an article} */
  int first(int article) {
    return firsts[article];
  }

  /** {@return the number of hits of an article} */
  int quotations(int article) {
    return quotations[article];
  }
}
