package onrecord.search;

import java.io.IOException;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BitSet;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Counts the articles of hits: the quotations of an article come right before its own document,
 * which is no hit. Stateless.
 */
final class ArticleCount {

  private ArticleCount() {}

  /**
   * {@return the number of articles with hits}
   *
   * @param docs the hits of a segment, in their order
   * @param ends the documents of the articles
   */
  static long of(DocIdSetIterator docs, BitSet ends) throws IOException {
    @Nullable FixedBitSet hits = BitSetIterator.getFixedBitSetOrNull(docs);
    return hits != null && ends instanceof FixedBitSet all ? ofBits(hits, all) : ofEach(docs, ends);
  }

  private static long ofEach(DocIdSetIterator docs, BitSet ends) throws IOException {
    long count = 0;
    int doc = docs.nextDoc();
    while (doc != DocIdSetIterator.NO_MORE_DOCS) {
      count++;
      // In a forged index, the document of an article can be a hit.
      int end = ends.nextSetBit(doc);
      doc =
          end < DocIdSetIterator.NO_MORE_DOCS
              ? docs.advance(end + 1)
              : DocIdSetIterator.NO_MORE_DOCS;
    }
    return count;
  }

  /**
   * Counts 64 documents at once. To the hits as one long number, a number is added that has a 1 for
   * every document but those of articles: if one of the quotations of an article is a hit, there is
   * a carry, which ends up in the place of the article and goes no further.
   */
  private static long ofBits(FixedBitSet hits, FixedBitSet ends) {
    long[] hitWords = hits.getBits();
    long[] endWords = ends.getBits();
    int words = FixedBitSet.bits2words(Math.min(hits.length(), ends.length()));
    long count = 0;
    long carry = 0;
    for (int i = 0; i < words; i++) {
      if ((hitWords[i] | carry) == 0) {
        continue;
      }
      long others = ~endWords[i];
      long sum = hitWords[i] + others;
      long carried = Long.compareUnsigned(sum, others) < 0 ? 1 : 0;
      sum += carry;
      carry = sum == 0 ? carry | carried : carried;
      count += Long.bitCount(sum & endWords[i]);
    }
    return count;
  }
}
