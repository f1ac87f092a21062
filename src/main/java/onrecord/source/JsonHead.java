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
    return end < 0 || !isContinued(text.substring(start, end).strip(), nextAfterBlanks(text, end));
  }

  /**
   * {@return whether the object of a line goes on in the next line: unless a string is cut, which
   * no line break can be part of}
   *
   * @param next the first character of the next lines
   */
  private static boolean isContinued(String line, char next) {
    int open = countOpen(line);
    return open >= 0
        && ("{[,:".indexOf(line.charAt(line.length() - 1)) >= 0
            || (open > 0 && ",:]}".indexOf(next) >= 0));
  }

  /** {@return how many objects and lists are open at the end of a line; -1 if a string is} */
  private static int countOpen(String line) {
    int open = 0;
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (quoted && c == '\\') {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == '{' || c == '[')) {
        open++;
      } else if (!quoted && (c == '}' || c == ']')) {
        open--;
      }
    }
    return quoted ? -1 : Math.max(0, open);
  }

  private static char nextAfterBlanks(String text, int from) {
    int at = afterBlanks(text, from);
    return at < text.length() ? text.charAt(at) : ' ';
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
