package onrecord.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Operations;
import org.apache.lucene.util.automaton.RegExp;

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

  /** {@return the characters that an expression holds as they are} */
  static String letters(RegExp expression) {
    return (expression.exp1 == null ? "" : letters(expression.exp1))
        + (expression.exp2 == null ? "" : letters(expression.exp2))
        + switch (expression.kind) {
          case REGEXP_CHAR -> Character.toString(expression.c);
          case REGEXP_STRING -> expression.s;
          default -> "";
        };
  }

  /** {@return an automaton of all words without some characters} */
  static Automaton without(String characters) {
    Automaton words = new Automaton();
    int state = words.createState();
    words.setAccept(state, true);
    int from = 0;
    for (int c : characters.codePoints().sorted().distinct().toArray()) {
      if (from < c) {
        words.addTransition(state, state, from, c - 1);
      }
      from = c + 1;
    }
    words.addTransition(state, state, from, Character.MAX_CODE_POINT);
    words.finishState();
    return words;
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
