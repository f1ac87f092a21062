package onrecord.search;

import onrecord.query.InvalidSearchException;
import onrecord.query.SearchLimitException;
import onrecord.query.SearchLimits;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.Operations;
import org.apache.lucene.util.automaton.RegExp;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;

/** Holds the translation of one query to its limits. Not thread-safe. */
final class Limiter {

  private final SearchLimits limits;
  private long clauses;

  Limiter(SearchLimits limits) {
    this.limits = limits;
  }

  /** Counts words and parts of the query. */
  void countClauses(int more) {
    clauses += more;
    if (clauses > limits.maxClauses()) {
      throw tooManyClauses(limits);
    }
  }

  private static SearchLimitException tooManyClauses(SearchLimits limits) {
    return new SearchLimitException(
        SearchLimitException.Limit.CLAUSES,
        "query and filters have too many words or parts: at most "
            + limits.maxClauses()
            + " are taken; SearchLimits.maxClauses raises this");
  }

  /** {@return what to throw when Lucene finds too many parts, those of filters included} */
  static SearchLimitException tooManyClauses(
      SearchLimits limits, IndexSearcher.TooManyClauses cause) {
    SearchLimitException tooMany = tooManyClauses(limits);
    tooMany.initCause(cause);
    return tooMany;
  }

  /** {@return a parsed regular expression, if its automaton is not too large} */
  RegExp regex(String pattern) {
    RegExp expression;
    try {
      expression = WordAutomata.regex(pattern);
    } catch (IllegalArgumentException e) {
      throw new InvalidSearchException(
          "regular expression '" + pattern + "' is not valid: " + e.getMessage(), e);
    }
    if (WordAutomata.size(expression) > limits.maxStates()) {
      throw tooLarge(pattern);
    }
    return expression;
  }

  /** {@return the same automaton with one way for each word, if it is not too large} */
  Automaton determinize(Automaton automaton, String pattern) {
    try {
      return Operations.determinize(automaton, limits.maxStates());
    } catch (TooComplexToDeterminizeException e) {
      SearchLimitException tooLarge = tooLarge(pattern);
      tooLarge.initCause(e);
      throw tooLarge;
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
