package onrecord.search;

import java.util.function.Function;
import onrecord.query.InvalidSearchException;
import onrecord.query.SearchLimitException;
import onrecord.query.SearchLimits;
import onrecord.query.TokenPattern;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.Operations;
import org.apache.lucene.util.automaton.RegExp;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;

/** Enforces the limits of a search while its query is translated. Not thread-safe. */
final class Limiter {

  private static final int FIRST_STATES = 1_000;

  private final SearchLimits limits;
  private final TimeLimit time;
  private long clauses;

  Limiter(SearchLimits limits, TimeLimit time) {
    this.limits = limits;
    this.time = time;
  }

  /** {@return the time limit of the search} */
  TimeLimit time() {
    return time;
  }

  /** Counts clauses of the query. */
  void countClauses(int more) {
    clauses += more;
    if (clauses > limits.maxClauses()) {
      throw tooManyClauses(limits);
    }
  }

  private static SearchLimitException tooManyClauses(SearchLimits limits) {
    return new SearchLimitException(
        SearchLimitException.Limit.CLAUSES,
        "query and filters must have at most "
            + limits.maxClauses()
            + " words and clauses; SearchLimits.maxClauses raises this");
  }

  /** {@return the exception for a query with too many clauses, including those of filters} */
  static SearchLimitException tooManyClauses(
      SearchLimits limits, IndexSearcher.TooManyClauses cause) {
    SearchLimitException tooMany = tooManyClauses(limits);
    tooMany.initCause(cause);
    return tooMany;
  }

  /** {@return a parsed regular expression, whose automaton does not exceed the limit} */
  RegExp regex(String pattern) {
    return regex(pattern, WordAutomata::regex);
  }

  /** {@return a parsed regular expression that distinguishes case, within the same limit} */
  RegExp casedRegex(String pattern) {
    return regex(pattern, WordAutomata::casedRegex);
  }

  private RegExp regex(String pattern, Function<String, RegExp> parse) {
    RegExp expression;
    try {
      expression = parse.apply(pattern);
    } catch (IllegalArgumentException e) {
      throw new InvalidSearchException(
          "regular expression '" + pattern + "' is not valid: " + e.getMessage(), e);
    }
    if (WordAutomata.size(expression) > limits.maxStates()) {
      throw tooLarge(pattern);
    }
    return expression;
  }

  /** {@return a deterministic form of an automaton, which does not exceed the limit} */
  Automaton determinize(Automaton automaton, String pattern) {
    // Lucene does not look at the clock, so it is given more and more work: in total, at most twice
    // the work of the last attempt.
    int states = time.isLimited() ? Math.min(FIRST_STATES, limits.maxStates()) : limits.maxStates();
    while (true) {
      try {
        Automaton deterministic = Operations.determinize(automaton, states);
        time.check();
        return deterministic;
      } catch (TooComplexToDeterminizeException e) {
        time.check();
        if (states == limits.maxStates()) {
          SearchLimitException tooLarge = tooLarge(pattern);
          tooLarge.initCause(e);
          throw tooLarge;
        }
        states = (int) Math.min(2L * states, limits.maxStates());
      }
    }
  }

  /** Checks the number of transitions of an automaton of words, of which each step is a word. */
  void requireFew(long transitions, TokenPattern pattern) {
    if (transitions > limits.maxStates()) {
      throw tooLarge(pattern.toString());
    }
  }

  private SearchLimitException tooLarge(String pattern) {
    String shown = pattern.length() > 50 ? pattern.substring(0, 50) + "..." : pattern;
    return new SearchLimitException(
        SearchLimitException.Limit.STATES,
        "pattern '"
            + shown
            + "' needs an automaton of more than "
            + limits.maxStates()
            + " states; SearchLimits.maxStates raises this");
  }
}
