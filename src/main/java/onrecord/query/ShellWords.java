package onrecord.query;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The arguments of a command on one line, as a shell such as Bash reads them. Not thread-safe.
 *
 * <p>An argument with other characters than letters, digits and a few signs is enclosed in single
 * quotation marks; what these cannot contain on one line is written as in {@code $'\n'}.
 */
final class ShellWords {

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=@%+,-]+");
  private static final String ANSI = "$'";

  private final String line;
  private int at;

  private ShellWords(String line) {
    this.line = line;
  }

  /** {@return arguments on one line} */
  static String write(List<String> arguments) {
    return arguments.stream().map(ShellWords::quoted).collect(Collectors.joining(" "));
  }

  private static String quoted(String argument) {
    if (PLAIN.matcher(argument).matches()) {
      return argument;
    }
    StringBuilder text = new StringBuilder("'");
    argument
        .codePoints()
        .forEach(c -> {
          if (c == '\'') {
            text.append("'\\''");
          } else if (c == '\n' || c == '\r' || Character.getType(c) == Character.SURROGATE) {
            text.append("'").append(ANSI).append(escaped(c)).append("''");
          } else {
            text.appendCodePoint(c);
          }
        });
    return text.append('\'').toString();
  }

  private static String escaped(int c) {
    return switch (c) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      default -> "\\u" + HexFormat.of().toHexDigits((char) c);
    };
  }

  /**
   * {@return the arguments on a line that {@link #write} has written}
   *
   * @throws IllegalArgumentException if the line is not of this form
   */
  static List<String> read(String line) {
    return new ShellWords(line).words();
  }

  private List<String> words() {
    List<String> words = new ArrayList<>();
    while (at < line.length()) {
      if (line.charAt(at) == ' ') {
        at++;
      } else {
        words.add(word());
      }
    }
    return words;
  }

  private String word() {
    StringBuilder word = new StringBuilder();
    while (at < line.length() && line.charAt(at) != ' ') {
      char c = line.charAt(at);
      if (c == '\'') {
        at++;
        int end = end();
        word.append(line, at, end);
        at = end + 1;
      } else if (line.startsWith(ANSI, at)) {
        at += ANSI.length();
        int end = end();
        word.append(CitationText.unescaped(line.substring(at, end)));
        at = end + 1;
      } else if (c == '\\' && at + 1 < line.length()) {
        word.append(line.charAt(at + 1));
        at += 2;
      } else if (PLAIN.matcher(String.valueOf(c)).matches()) {
        word.append(c);
        at++;
      } else {
        throw new IllegalArgumentException(
            "a command must have the sign '" + c + "' in single quotation marks only");
      }
    }
    return word.toString();
  }

  /** {@return the position of the next quotation mark} */
  private int end() {
    int end = line.indexOf('\'', at);
    if (end < 0) {
      throw new IllegalArgumentException(
          "a command must have an even number of single quotation marks");
    }
    return end;
  }
}
