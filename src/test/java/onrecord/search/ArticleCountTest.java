package onrecord.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Random;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.SparseFixedBitSet;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ArticleCountTest {

  private static final int DOCUMENTS = 1_500;

  @RepeatedTest(10)
  void articlesAreThoseWithAHit(RepetitionInfo repetition) throws IOException {
    Random random = new Random(repetition.getCurrentRepetition());
    // Articles of 1 to 700 documents, of which none to all are hits.
    int length = 1 << repetition.getCurrentRepetition();
    FixedBitSet ends = new FixedBitSet(DOCUMENTS);
    SparseFixedBitSet sparse = new SparseFixedBitSet(DOCUMENTS);
    FixedBitSet hits = new FixedBitSet(DOCUMENTS);
    int expected = 0;
    int start = 0;
    while (start < DOCUMENTS) {
      int end = Math.min(DOCUMENTS - 1, start + random.nextInt(length));
      ends.set(end);
      sparse.set(end);
      int rarity = 1 + random.nextInt(2 * length);
      for (int doc = start; doc < end; doc++) {
        if (random.nextInt(rarity) == 0) {
          hits.set(doc);
        }
      }
      expected += hits.cardinality(start, end) > 0 ? 1 : 0;
      start = end + 1;
    }

    assertThat(ArticleCount.of(new BitSetIterator(hits, 1), ends)).isEqualTo(expected);
    assertThat(ArticleCount.of(new BitSetIterator(hits, 1), sparse)).isEqualTo(expected);
  }

  @Test
  void theDocumentOfAnArticleIsCountedIfAForgedIndexFindsIt() throws IOException {
    SparseFixedBitSet ends = new SparseFixedBitSet(10);
    FixedBitSet hits = new FixedBitSet(10);
    for (int end : new int[] {2, 3, 7}) {
      ends.set(end);
      hits.set(end);
    }
    hits.set(1);
    hits.set(9);

    assertThat(ArticleCount.of(new BitSetIterator(hits, 1), ends)).isEqualTo(4);
  }
}
