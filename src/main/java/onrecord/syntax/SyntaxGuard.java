package onrecord.syntax;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.queryparser.flexible.core.QueryNodeParseException;
import org.apache.lucene.queryparser.flexible.standard.parser.ParseException;
import org.apache.lucene.queryparser.flexible.standard.parser.Token;

/**
 * Detects syntax errors that Lucene's parser reports poorly or does not survive, and describes the
 * errors it does report in plain words.
 */
final class SyntaxGuard {

  private static final int MAX_LENGTH = 1_000_000;
  private static final int MAX_DEPTH = 50;

  private static final Map<String, String> PLAIN =
      Map.of(
          "<EOF>", "the end",
          "<QUOTED>", "a text in quotation marks",
          "<NUMBER>", "a number",
          "<TERM>", "a word",
          "<REGEXPTERM>", "a regular expression",
          "<RANGE_QUOTED>", "a bound",
          "<RANGE_GOOP>", "a bound");

  private final String query;
  private final Deque<Integer> brackets = new ArrayDeque<>();
  private int colon = -1;

  // The outermost open bracket that follows a field, or -1.
  private int fieldBracket = -1;

  private SyntaxGuard(String query) {
    this.query = query;
  }

  /** Checks that a query is not too long. */
  static void checkLength(String query) throws SyntaxException {
    if (query.length() > MAX_LENGTH) {
      throw new SyntaxException(
          "at most " + MAX_LENGTH + " characters were expected, but there were " + query.length(),
          MAX_LENGTH);
    }
  }

  /**
   * Checks that every bracket and quotation mark is closed, and that the query is not too deeply
   * nested.
   */
  static void check(String query) throws SyntaxException {
    if (query.isBlank()) {
      throw new SyntaxException("a word was expected, but the query is empty", 0);
    }
    new SyntaxGuard(query).check();
  }

  private void check() throws SyntaxException {
    int i = 0;
    while (i < query.length()) {
      i = next(i);
    }
    if (!brackets.isEmpty()) {
      throw new SyntaxException("a closing bracket ) was expected for this one", brackets.peek());
    }
  }

  /** {@return the position after the element that begins at {@code at}} */
  private int next(int at) throws SyntaxException {
    switch (query.charAt(at)) {
      case '(' -> open(at);
      case ')' -> close(at);
      case ':', '<', '>', '=' -> {
        if (fieldBracket >= 0) {
          throw new SyntaxException(
              "no other field was expected in brackets that follow a field", at);
        }
        colon = at;
      }
      case '\\' -> {
        if (at + 1 == query.length()) {
          throw new SyntaxException("a character was expected after the backslash", at);
        }
        return at + 2;
      }
      case '"' -> {
        return end(at, "\"", "a closing quotation mark was expected for this one");
      }
      case '/' -> {
        return regex(at);
      }
      case '[', '{' -> {
        return end(at, "]}", "a closing ] or } was expected for this range");
      }
      default -> {}
    }
    return at + 1;
  }

  private void open(int at) throws SyntaxException {
    brackets.push(at);
    if (brackets.size() > MAX_DEPTH) {
      throw new SyntaxException("at most " + MAX_DEPTH + " open brackets were expected", at);
    }
    if (fieldBracket < 0 && followsColon(at)) {
      fieldBracket = at;
    }
  }

  private void close(int at) throws SyntaxException {
    if (brackets.isEmpty()) {
      throw new SyntaxException("an opening bracket ( was expected before this )", at);
    }
    if (brackets.pop() == fieldBracket) {
      fieldBracket = -1;
    }
  }

  private boolean followsColon(int at) {
    int before = at - 1;
    while (before >= 0 && Character.isWhitespace(query.charAt(before))) {
      before--;
    }
    return before >= 0 && before == colon;
  }

  private int regex(int at) throws SyntaxException {
    int end =
        end(
            at,
            "/",
            "a closing / was expected for this one; to search for /, put a backslash before it");
    if (end < query.length() && Character.isLetterOrDigit(query.charAt(end))) {
      throw new SyntaxException("a space was expected after a regular expression", end);
    }
    return end;
  }

  private int end(int at, String closing, String expected) throws SyntaxException {
    for (int i = at + 1; i < query.length(); i++) {
      if (query.charAt(i) == '\\') {
        i++;
      } else if (closing.indexOf(query.charAt(i)) >= 0) {
        return i + 1;
      }
    }
    throw new SyntaxException(expected, at);
  }

  /**
   * {@return the index of the first occurrence of a character that is neither quoted nor escaped,
   * or -1}
   */
  static int indexOutsideQuotes(String query, char c) throws SyntaxException {
    SyntaxGuard guard = new SyntaxGuard(query);
    int i = 0;
    while (i < query.length()) {
      if (query.charAt(i) == c) {
        return i;
      }
      i = guard.next(i);
    }
    return -1;
  }

  /** {@return an error in plain words} */
  static SyntaxException explain(PlainSyntax plain, QueryNodeParseException error) {
    String query = plain.text();
    if (error instanceof ParseException e && e.currentToken != null) {
      Token found = e.currentToken.next;
      String image = shortened(plain.restore(found.image));
      String what = found.kind == 0 ? "the query ends" : "found '" + image + "'";
      return new SyntaxException(
          expected(e) + " expected, but " + what, Math.min(found.beginColumn, query.length()));
    }
    return new SyntaxException(
        "this was not expected; to search for a special character, put a backslash before it", 0);
  }

  private static String expected(ParseException error) {
    Set<String> names = new LinkedHashSet<>();
    for (int[] sequence : error.expectedTokenSequences) {
      String image = error.tokenImage[sequence[0]];
      names.add(PLAIN.getOrDefault(image, image.replace("\"", "")));
    }
    if (names.contains("a word")) {
      return "a word, a text in quotation marks or an opening bracket was";
    }
    return String.join(" or ", List.copyOf(names)) + " was";
  }

  private static String shortened(String text) {
    return text.length() > 30 ? text.substring(0, 30) + "..." : text;
  }
}
