package onrecord.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ArticleRunsTest {

  private static final int DOCUMENTS = 500;

  @RepeatedTest(20)
  void listsAndSetsOfHitsHaveTheSameArticles(RepetitionInfo repetition) throws IOException {
    Random random = new Random(repetition.getCurrentRepetition());
    FixedBitSet ends = new FixedBitSet(DOCUMENTS);
    ends.set(DOCUMENTS - 1);
    FixedBitSet hits = new FixedBitSet(DOCUMENTS);
    double density = random.nextDouble();
    for (int doc = 0; doc < DOCUMENTS - 1; doc++) {
      if (random.nextInt(12) == 0) {
        ends.set(doc);
      } else if (random.nextDouble() < density) {
        hits.set(doc);
      }
    }
    List<List<Integer>> expected = byArticle(hits, ends);
    int[] listed = IntStream.range(0, DOCUMENTS).filter(hits::get).toArray();

    assertThat(read(ArticleRuns.of(new BitSetIterator(hits, listed.length), ends)))
        .isEqualTo(expected);
    assertThat(read(ArticleRuns.of(new ListedDocuments(listed, listed.length).iterator(), ends)))
        .isEqualTo(expected);
  }

  @Test
  void theDocumentOfAnArticleIsCountedIfAForgedIndexFindsIt() throws IOException {
    FixedBitSet ends = bits(2, 3, 7);
    FixedBitSet hits = bits(1, 2, 3, 7, 9);
    int[] listed = {1, 2, 3, 7, 9};

    assertThat(read(ArticleRuns.of(new BitSetIterator(hits, 1), ends)))
        .isEqualTo(read(ArticleRuns.of(new ListedDocuments(listed, 5).iterator(), ends)))
        .containsExactly(List.of(1, 2), List.of(3, 1), List.of(7, 1), List.of(9, 1));
  }

  private static FixedBitSet bits(int... set) {
    FixedBitSet bits = new FixedBitSet(10);
    Arrays.stream(set).forEach(bits::set);
    return bits;
  }

  /** {@return the first hit of each article that has hits, and how many it has} */
  private static List<List<Integer>> byArticle(FixedBitSet hits, FixedBitSet ends) {
    List<List<Integer>> articles = new ArrayList<>();
    int first = -1;
    int count = 0;
    for (int doc = 0; doc < DOCUMENTS; doc++) {
      if (ends.get(doc)) {
        if (count > 0) {
          articles.add(List.of(first, count));
        }
        count = 0;
      } else if (hits.get(doc)) {
        first = count++ == 0 ? doc : first;
      }
    }
    return articles;
  }

  private static List<List<Integer>> read(ArticleRuns runs) {
    List<List<Integer>> articles = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      articles.add(List.of(runs.first(i), runs.quotations(i)));
    }
    return articles;
  }
}
