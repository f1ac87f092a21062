package onrecord.search;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Operations;
import org.apache.lucene.util.automaton.RegExp;
import org.apache.lucene.util.automaton.Transition;

/** Automata that accept words. */
final class WordAutomata {

  private WordAutomata() {}

  /**
   * {@return an automaton of the words of which a pattern gives parts}
   *
   * @param normal brings letters to the form that the words have
   */
  static Automaton wildcard(String pattern, UnaryOperator<String> normal) {
    List<Automaton> parts = new ArrayList<>();
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '*' || c == '?') {
        parts.add(Automata.makeString(normal.apply(letters.toString())));
        letters.setLength(0);
        parts.add(c == '*' ? Automata.makeAnyString() : Automata.makeAnyChar());
      } else {
        letters.append(c == '\\' ? pattern.charAt(++i) : c);
      }
    }
    parts.add(Automata.makeString(normal.apply(letters.toString())));
    return Operations.concatenate(parts);
  }

  /** {@return an automaton of the words that differ in at most so many letters} */
  static Automaton fuzzy(String word, int edits) {
    return new LevenshteinAutomata(word, true).toAutomaton(edits);
  }

  /** {@return a parsed regular expression} */
  static RegExp regex(String pattern) {
    return new RegExp(pattern, RegExp.NONE, RegExp.CASE_INSENSITIVE);
  }

  /**
   * {@return whether a deterministic automaton accepts anything that is made of letters of words}
   */
  static boolean acceptsAWord(Automaton automaton) {
    BitSet seen = new BitSet();
    Deque<Integer> states = new ArrayDeque<>();
    states.add(0);
    Transition way = new Transition();
    while (!states.isEmpty()) {
      int ways = automaton.initTransition(states.remove(), way);
      for (int i = 0; i < ways; i++) {
        automaton.getNextTransition(way);
        if (!seen.get(way.dest) && WordLetters.hasAny(way.min, way.max)) {
          if (automaton.isAccept(way.dest)) {
            return true;
          }
          seen.set(way.dest);
          states.add(way.dest);
        }
      }
    }
    return false;
  }

  /** {@return the single characters on the ways of an automaton that no word has} */
  static Set<String> strangeLetters(Automaton automaton) {
    Set<String> strange = new TreeSet<>();
    for (Transition[] ways : automaton.getSortedTransitions()) {
      for (Transition way : ways) {
        boolean isSmall = way.min == way.max && Character.toLowerCase(way.min) == way.min;
        if (isSmall && !WordLetters.hasAny(way.min, way.max)) {
          strange.add(Character.toString(way.min));
        }
      }
    }
    return strange;
  }

  /** {@return about how many states the automaton of an expression has before it is simplified} */
  static double size(RegExp expression) {
    double inner =
        (expression.exp1 == null ? 0 : size(expression.exp1))
            + (expression.exp2 == null ? 0 : size(expression.exp2));
    return switch (expression.kind) {
      case REGEXP_REPEAT_MIN -> inner * (expression.min + 1.0);
      case REGEXP_REPEAT_MINMAX -> inner * Math.max(1, expression.max);
      case REGEXP_STRING -> expression.s.length();
      default -> inner + 1;
    };
  }
}
