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
   * {@return an automaton of the words that match a wildcard pattern}
   *
   * @param normal normalizes letters as those of the words in the index
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

  /** {@return an automaton of the words that are at most {@code edits} edits away from a word} */
  static Automaton fuzzy(String word, int edits) {
    return new LevenshteinAutomata(word, true).toAutomaton(edits);
  }

  /** {@return a parsed regular expression} */
  static RegExp regex(String pattern) {
    return new RegExp(pattern, RegExp.NONE, RegExp.CASE_INSENSITIVE);
  }

  /** {@return a parsed regular expression, whose letters match in their case alone} */
  static RegExp casedRegex(String pattern) {
    return new RegExp(pattern, RegExp.NONE);
  }

  /** {@return whether a deterministic automaton accepts any string of letters of words} */
  static boolean acceptsAWord(Automaton automaton) {
    BitSet seen = new BitSet();
    Deque<Integer> states = new ArrayDeque<>();
    states.add(0);
    Transition transition = new Transition();
    while (!states.isEmpty()) {
      int count = automaton.initTransition(states.remove(), transition);
      for (int i = 0; i < count; i++) {
        automaton.getNextTransition(transition);
        if (!seen.get(transition.dest) && WordLetters.hasAny(transition.min, transition.max)) {
          if (automaton.isAccept(transition.dest)) {
            return true;
          }
          seen.set(transition.dest);
          states.add(transition.dest);
        }
      }
    }
    return false;
  }

  /** {@return the single characters of an automaton's transitions that no word contains} */
  static Set<String> strangeLetters(Automaton automaton) {
    Set<String> strange = new TreeSet<>();
    for (Transition[] transitions : automaton.getSortedTransitions()) {
      for (Transition each : transitions) {
        boolean isSmall = each.min == each.max && Character.toLowerCase(each.min) == each.min;
        if (isSmall && !WordLetters.hasAny(each.min, each.max)) {
          strange.add(Character.toString(each.min));
        }
      }
    }
    return strange;
  }

  /** {@return an estimate of the number of states of an expression's automaton} */
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
