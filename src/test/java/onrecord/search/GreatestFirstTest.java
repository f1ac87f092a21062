package onrecord.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

class GreatestFirstTest {

  @RepeatedTest(20)
  void keepsTheLeastNumbers(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    int size = 1 + random.nextInt(30);
    GreatestFirst kept = new GreatestFirst(size);
    List<Long> all = new ArrayList<>();
    kept.add(-1);
    kept.clear();
    for (int i = random.nextInt(200); i >= 0; i--) {
      long number = random.nextInt(60) - 30;
      boolean isAmongFirst = all.stream().filter(other -> other < number).count() < size;

      assertThat(kept.admits(number)).isEqualTo(isAmongFirst);

      kept.add(number);
      all.add(number);
      Collections.sort(all);
      assertThat(kept.inOrder())
          .containsExactly(all.stream().limit(size).mapToLong(Long::longValue).toArray());
    }
  }
}
