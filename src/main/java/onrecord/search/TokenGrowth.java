package onrecord.search;

import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.apache.lucene.util.automaton.Automaton;

/**
 * The maximum numbers of transitions of automata that are made of others. They are known before an
 * automaton is made, which takes time and memory in proportion to them.
 */
final class TokenGrowth {

  private TokenGrowth() {}

  /** {@return the number of transitions of automata one after the other} */
  static long ofSequence(List<Automaton> parts) {
    long transitions = 0;
    // The number of states from which the next part can begin.
    long open = 0;
    for (Automaton part : parts) {
      transitions += part.getNumTransitions() + open * part.getNumTransitions(0);
      open = accepting(part) + (part.isAccept(0) ? open : 0);
    }
    return transitions;
  }

  /** {@return the number of transitions of a repeated automaton} */
  static long ofRepetition(Automaton once, int min, OptionalInt max) {
    long begins = (accepting(once) + 1) * once.getNumTransitions(0);
    long optional = max.orElse(min + 1) - (long) min;
    return ofSequence(Collections.nCopies(min, once))
        + optional * (once.getNumTransitions() + begins)
        + (once.isAccept(0) ? min : 1) * begins;
  }

  private static long accepting(Automaton automaton) {
    return IntStream.range(0, automaton.getNumStates()).filter(automaton::isAccept).count();
  }
}
