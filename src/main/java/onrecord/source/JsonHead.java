package onrecord.source;

/** Recognizes JSON by its first characters, without the library that parses it. */
final class JsonHead {

  private JsonHead() {}

  /** {@return whether a content is JSON whose first line is an object of its own} */
  static boolean isLines(Head head) {
    if (!isDocument(head) || !head.startsWithIgnoringBlanks("{")) {
      return false;
    }
    String text = head.text();
    int start = text.indexOf('{');
    int end = text.indexOf('\n', start);
    String first = text.substring(start, end < 0 ? text.length() : end).strip();
    return end < 0 || !(first.equals("{") || first.endsWith(",") || first.endsWith("["));
  }

  /**
   * {@return whether a content is JSON: it starts with a brace or a bracket, and the first token
   * after that may follow it}
   */
  static boolean isDocument(Head head) {
    String text = head.text();
    int at = afterBlanks(text, 0);
    if (at == text.length() || (text.charAt(at) != '{' && text.charAt(at) != '[')) {
      return false;
    }
    int next = afterBlanks(text, at + 1);
    if (next == text.length()) {
      return true;
    }
    char c = text.charAt(next);
    return text.charAt(at) == '{'
        ? c == '"' || c == '}'
        : c == '{' || c == '[' || c == ']' || c == '"';
  }

  private static int afterBlanks(String text, int from) {
    int at = from;
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }
}
