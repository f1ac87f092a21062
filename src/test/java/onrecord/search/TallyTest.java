package onrecord.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class TallyTest {

  private static final int ORDINALS = 2_000;

  @RepeatedTest(20)
  void sparseCountsAreThoseOfArrays(RepetitionInfo repetition) throws IOException {
    Random random = new Random(repetition.getCurrentRepetition());
    Tally sparse = new SparseTally();
    Tally dense = new DenseTally(ORDINALS);
    for (int article = 0; article < 200; article++) {
      for (int i = random.nextInt(12); i > 0; i--) {
        int ordinal = (int) (ORDINALS * Math.pow(random.nextDouble(), 3));
        sparse.count(ordinal, article);
        dense.count(ordinal, article);
      }
      int ordinal = random.nextInt(ORDINALS);
      int quotations = 2 + random.nextInt(5);
      sparse.add(ordinal, quotations, 2);
      dense.add(ordinal, quotations, 2);
    }

    assertThat(sparse.ordinals().toArray()).isEqualTo(dense.ordinals().toArray()).isNotEmpty();
    assertThat(visited(sparse)).containsExactlyInAnyOrder(sparse.ordinals().toArray());
    assertThat(visited(dense)).containsExactly(dense.ordinals().toArray());
    assertThat(sparse.size()).isEqualTo(dense.size()).isEqualTo(visited(sparse).length);
    for (int ordinal = 0; ordinal < ORDINALS; ordinal++) {
      assertThat(sparse.quotations(ordinal)).isEqualTo(dense.quotations(ordinal));
      assertThat(sparse.articles(ordinal)).isEqualTo(dense.articles(ordinal));
    }
  }

  private static int[] visited(Tally tally) throws IOException {
    IntStream.Builder visited = IntStream.builder();
    tally.forEach(visited::add);
    return visited.build().toArray();
  }

  @Test
  void onlyFewQuotationsAmongManyValuesAreCountedSparsely() {
    assertThat(Tally.of(100_000, 10)).isInstanceOf(SparseTally.class);
    assertThat(Tally.of(100_000, 50_000)).isInstanceOf(DenseTally.class);
    assertThat(Tally.of(3, 10)).isInstanceOf(DenseTally.class);
  }
}
