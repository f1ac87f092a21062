package onrecord.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.Operations;
import org.junit.jupiter.api.Test;

class TokenGrowthTest {

  private final Random random = new Random(7);

  @Test
  void noAutomatonHasMoreTransitionsThanForeseen() {
    for (int i = 0; i < 500; i++) {
      List<Automaton> parts = Stream.generate(() -> any(2)).limit(2 + random.nextInt(4)).toList();

      assertThat(Operations.concatenate(parts).getNumTransitions())
          .isLessThanOrEqualTo((int) TokenGrowth.ofSequence(parts));
      Automaton once = any(3);
      int min = random.nextInt(4);
      int max = Math.max(1, min + random.nextInt(3));
      assertThat(Operations.repeat(once, min, max).getNumTransitions())
          .isLessThanOrEqualTo((int) TokenGrowth.ofRepetition(once, min, OptionalInt.of(max)));
      assertThat(Operations.repeat(once, min).getNumTransitions())
          .isLessThanOrEqualTo((int) TokenGrowth.ofRepetition(once, min, OptionalInt.empty()));
    }
  }

  private Automaton any(int depth) {
    Automaton word = Automata.makeChar(random.nextInt(5));
    if (depth == 0) {
      return word;
    }
    return switch (random.nextInt(4)) {
      case 0 -> word;
      case 1 -> Operations.optional(any(depth - 1));
      case 2 -> Operations.union(List.of(any(depth - 1), any(depth - 1)));
      default -> Operations.concatenate(List.of(any(depth - 1), any(depth - 1)));
    };
  }

  @Test
  void wordsThatMayBeLeftOutAreWeighed() {
    Automaton optional = Operations.optional(Automata.makeChar(1));

    assertThat(TokenGrowth.ofSequence(Collections.nCopies(100, optional))).isGreaterThan(4_000);
    assertThat(TokenGrowth.ofRepetition(optional, 0, OptionalInt.of(100))).isLessThan(600);
  }
}
