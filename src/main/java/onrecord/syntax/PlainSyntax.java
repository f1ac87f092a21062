package onrecord.syntax;

/**
 * A query in characters that Lucene's parser understands: with straight quotation marks in place of
 * curly ones, and with stand-ins for characters that are part of a word where they are, but which
 * the parser would take for an operator. It is as long as the original, so that positions agree.
 * Immutable.
 *
 * <p>A slash or an exclamation mark that follows a letter, a digit or another character of a word
 * is part of that word, as in {@code 24/7} and {@code Help! Now}; so is an at sign unless it
 * follows a bracket. Marks between slashes and after a backslash are kept.
 *
 * @param text the query in these characters
 * @param slash the stand-in for a slash
 * @param exclamation the stand-in for an exclamation mark
 * @param at the stand-in for an at sign
 */
record PlainSyntax(String text, char slash, char exclamation, char at) {

  private static final String OPERATORS = "\\/!@():+-\"[]{}<>=~^&|";
  // The characters of the private use area, none of which a stand-in may share with the query.
  private static final char FIRST = '\ue000';
  private static final char LAST = '\uf8ff';

  /** {@return a query in these characters} */
  static PlainSyntax of(String query) {
    char slash = unused(query, FIRST, '/');
    char exclamation = slash == '/' ? '!' : unused(query, (char) (slash + 1), '!');
    char at = exclamation == '!' ? '@' : unused(query, (char) (exclamation + 1), '@');
    return new Conversion(query, slash, exclamation, at).convert();
  }

  /** {@return the first character that a query lacks; the given one if there is none} */
  private static char unused(String query, char first, char otherwise) {
    for (char c = first; c <= LAST; c++) {
      if (query.indexOf(c) < 0) {
        return c;
      }
    }
    return otherwise;
  }

  /** {@return a part of the text with the characters of the original} */
  String restore(String part) {
    return part.replace(slash, '/').replace(exclamation, '!').replace(at, '@');
  }

  /** Converts one query. Not thread-safe. */
  private static final class Conversion {
    private final String query;
    private final StringBuilder plain;
    private final char slash;
    private final char exclamation;
    private final char at;

    Conversion(String query, char slash, char exclamation, char at) {
      this.query = query;
      this.plain = new StringBuilder(query);
      this.slash = slash;
      this.exclamation = exclamation;
      this.at = at;
    }

    PlainSyntax convert() {
      int i = 0;
      while (i < query.length()) {
        i = next(i) + 1;
      }
      return new PlainSyntax(plain.toString(), slash, exclamation, at);
    }

    /** Converts what begins at a position, and returns its last position. */
    private int next(int i) {
      char c = query.charAt(i);
      if (c == '\\') {
        return i + 1;
      }
      if (QuotationMarks.isMark(c)) {
        return quotation(i);
      }
      if (c == '/' && !isWithinWord(i)) {
        return endOfRegex(i);
      }
      if (c == '/' || (c == '!' && isWithinWord(i))) {
        plain.setCharAt(i, c == '/' ? slash : exclamation);
      } else if (c == '@' && (i == 0 || query.charAt(i - 1) != ')')) {
        plain.setCharAt(i, at);
      }
      return i;
    }

    private int quotation(int opening) {
      plain.setCharAt(opening, '"');
      int end = QuotationMarks.end(query, opening);
      if (end < 0) {
        return query.length();
      }
      plain.setCharAt(end, '"');
      return end;
    }

    private int endOfRegex(int start) {
      int i = start + 1;
      while (i < query.length() && query.charAt(i) != '/') {
        i += query.charAt(i) == '\\' ? 2 : 1;
      }
      return i;
    }

    /** {@return whether a character follows another one of the same word} */
    private boolean isWithinWord(int i) {
      if (i == 0) {
        return false;
      }
      char before = plain.charAt(i - 1);
      return OPERATORS.indexOf(before) < 0 && !Character.isWhitespace(before);
    }
  }
}
