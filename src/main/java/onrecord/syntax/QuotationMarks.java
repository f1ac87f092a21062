package onrecord.syntax;

/**
 * The marks that enclose a text in a query: straight ones, and the curly ones of several languages.
 * Stateless.
 *
 * <p>A text that a curly mark begins ends at the next mark of any kind. One that a straight mark
 * begins ends at the next straight mark, or at a curly one that ends a word and has no partner in
 * the text, as in <code>"old mill”</code>. A mark after a backslash is part of the text.
 */
public final class QuotationMarks {

  private static final String CURLY = "\u201c\u201d\u201e\u201f\u00ab\u00bb";

  private QuotationMarks() {}

  /** {@return whether a character is a quotation mark} */
  public static boolean isMark(char c) {
    return c == '"' || isCurly(c);
  }

  private static boolean isCurly(char c) {
    return CURLY.indexOf(c) >= 0;
  }

  /**
   * {@return the position of the mark that ends a text in quotation marks; -1 if there is none}
   *
   * @param opening the position of the mark that begins it
   */
  public static int end(String query, int opening) {
    boolean isCurlyPair = isCurly(query.charAt(opening));
    int pairs = 0;
    for (int i = opening + 1; i < query.length(); i++) {
      char c = query.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '"' || (isCurlyPair && isCurly(c))) {
        return i;
      } else if (isCurly(c)) {
        boolean isBeforeWord = i + 1 < query.length() && isOfWord(query.charAt(i + 1));
        if (isBeforeWord) {
          pairs += isOfWord(query.charAt(i - 1)) ? 0 : 1;
        } else if (pairs == 0) {
          return i;
        } else {
          pairs--;
        }
      }
    }
    return -1;
  }

  private static boolean isOfWord(char c) {
    return Character.isLetterOrDigit(c) || Character.isSurrogate(c);
  }
}
