package onrecord.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import onrecord.schema.IndexField;
import onrecord.search.Words.Word;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.Transition;

/**
 * Finds the places of a pattern of consecutive words in a text: of those that begin at the first
 * possible word, the longest, and then the next after its end. The text is read once, from its end
 * to its start, in time that is proportional to its length and to the number of transitions, unless
 * the time limit of the search is exceeded. Immutable.
 */
final class TokenSequence implements Writing {

  /** The number of words after which the time is checked. */
  private static final int CHECKED = 1_024;

  private final TimeLimit time;
  private final Automaton pattern;
  private final List<Step> steps;
  private final List<Predicate<Token>> tests;

  /**
   * Creates a pattern.
   *
   * @param time the time limit of the search
   * @param pattern the pattern; its labels are the indexes of tests
   * @param tests the tests of words
   */
  TokenSequence(TimeLimit time, Automaton pattern, List<Predicate<Token>> tests) {
    this.time = time;
    this.pattern = pattern;
    this.steps = steps(pattern);
    this.tests = List.copyOf(tests);
  }

  /**
   * A word of a text in the forms that are compared.
   *
   * @param term the word without case and accents
   * @param stem its stem
   * @param written the word in its {@link Writing#normal} form
   */
  record Token(String term, String stem, String written) {}

  /** A transition between states by a word that satisfies a test. */
  private record Step(int from, int test, int to) {}

  private static List<Step> steps(Automaton pattern) {
    List<Step> steps = new ArrayList<>();
    Transition transition = new Transition();
    for (int state = 0; state < pattern.getNumStates(); state++) {
      int count = pattern.initTransition(state, transition);
      for (int i = 0; i < count; i++) {
        pattern.getNextTransition(transition);
        for (int test = transition.min; test <= transition.max; test++) {
          steps.add(new Step(state, test, transition.dest));
        }
      }
    }
    return steps;
  }

  @Override
  public List<Place> in(String text, List<Word> words) {
    int[] ends = ends(tokens(text, words));
    List<Place> places = new ArrayList<>();
    int first = 0;
    while (first < ends.length) {
      if (ends[first] > first) {
        places.add(new Place(first, ends[first] - 1));
      }
      first = Math.max(first + 1, ends[first]);
    }
    return places;
  }

  private static List<Token> tokens(String text, List<Word> words) {
    List<BytesRef> stems = Patterns.analyzed(IndexField.QUOTE.field(), text);
    List<Token> tokens = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      tokens.add(new Token(word.term(), stems.get(i).utf8ToString(), Writing.written(text, word)));
    }
    return tokens;
  }

  /** {@return for each word, the index after the longest match that begins there, or less} */
  private int[] ends(List<Token> tokens) {
    int[] ends = new int[tokens.size()];
    // For each state, the index after the last word of the longest match, or -1.
    int[] after = new int[pattern.getNumStates()];
    int[] here = new int[after.length];
    accept(after, tokens.size());
    boolean[] satisfied = new boolean[tests.size()];
    for (int i = tokens.size() - 1; i >= 0; i--) {
      if ((i + 1) % CHECKED == 0) {
        time.check();
      }
      for (int test = 0; test < satisfied.length; test++) {
        satisfied[test] = tests.get(test).test(tokens.get(i));
      }
      accept(here, i);
      for (Step step : steps) {
        if (satisfied[step.test()]) {
          here[step.from()] = Math.max(here[step.from()], after[step.to()]);
        }
      }
      ends[i] = here[0];
      int[] last = after;
      after = here;
      here = last;
    }
    return ends;
  }

  private void accept(int[] states, int index) {
    Arrays.fill(states, -1);
    for (int state = 0; state < states.length; state++) {
      if (pattern.isAccept(state)) {
        states[state] = index;
      }
    }
  }

  @Override
  public String toString() {
    return "a pattern of " + tests.size() + " different words";
  }
}
