package onrecord.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads entries as BibTeX does, which counts braces also after a backslash, and then as TeX does.
 */
final class BibTexReader {

  private final String text;
  private int at;

  private BibTexReader(String text) {
    this.text = text;
  }

  /** {@return the fields of the entries, as TeX shows them, and "key"} */
  static List<Map<String, String>> entries(String text) {
    BibTexReader reader = new BibTexReader(text);
    List<Map<String, String>> entries = new ArrayList<>();
    while (!text.substring(reader.at).isBlank()) {
      entries.add(reader.entry());
    }
    List<String> keys = entries.stream().map(entry -> entry.get("key").toLowerCase()).toList();
    assertThat(keys).doesNotHaveDuplicates();
    return entries;
  }

  private Map<String, String> entry() {
    Map<String, String> fields = new LinkedHashMap<>();
    assertThat(upTo('{').strip()).isIn("@article", "@misc");
    fields.put("key", upTo(','));
    assertThat(fields.get("key")).matches("[A-Za-z0-9.:/_+-]+");
    while (text.charAt(at) == '\n' && text.charAt(at + 1) != '}') {
      String name = upTo('=').strip();
      at++;
      fields.put(name, text.charAt(at) == '{' ? shown(name, value()) : upTo(','));
      if (text.charAt(at) == ',') {
        at++;
      }
    }
    assertThat(upTo('}')).isBlank();
    return fields;
  }

  private String upTo(char end) {
    int from = at;
    at = text.indexOf(end, from) + 1;
    assertThat(at).isPositive();
    return text.substring(from, at - 1);
  }

  /** {@return what is between balanced braces} */
  private String value() {
    int from = at + 1;
    int depth = 0;
    do {
      depth += text.charAt(at) == '{' ? 1 : text.charAt(at) == '}' ? -1 : 0;
      at++;
    } while (depth > 0);
    return text.substring(from, at - 1);
  }

  private static String shown(String name, String value) {
    if (name.equals("url")) {
      return value;
    }
    StringBuilder shown = new StringBuilder();
    String left = value;
    while (!left.isEmpty()) {
      char c = left.charAt(0);
      if (c == '\\') {
        String command = left.replaceFirst("(?s)^(\\\\(?:[A-Za-z]+\\{\\}|.)).*", "$1");
        shown.append(
            switch (command) {
              case "\\textbackslash{}" -> "\\";
              case "\\textbraceleft{}" -> "{";
              case "\\textbraceright{}" -> "}";
              case "\\textasciitilde{}" -> "~";
              case "\\textasciicircum{}" -> "^";
              default -> {
                assertThat(command).hasSize(2);
                yield command.substring(1);
              }
            });
        left = left.substring(command.length());
      } else {
        assertThat("~^#$%&_").doesNotContain(String.valueOf(c));
        shown.append(c == '{' || c == '}' ? "" : c);
        left = left.substring(1);
      }
    }
    return shown.toString();
  }
}
