package onrecord.query;

import com.google.common.base.Splitter;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text form of a citation. Not thread-safe. */
final class CitationText {

  private static final Pattern LINE_BREAK = Pattern.compile("\r?\n");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,19}");
  private static final Pattern ESCAPED =
      Pattern.compile("\\\\(u[0-9a-fA-F]{4}|.?)", Pattern.DOTALL);
  private static final int SHORT = 50;

  private final List<String> lines;
  // The number of lines that have been read.
  private int read;

  private record Filter(Facet facet, String value) {}

  private CitationText(List<String> lines) {
    this.lines = lines;
  }

  static String write(Citation citation) {
    StringBuilder text = new StringBuilder();
    Selection selection = citation.selection();
    line(text, "query", selection.query());
    selection
        .filters()
        .forEach((facet, values) ->
            values.forEach(value -> line(text, "filter", facet.word() + "=" + value)));
    line(text, "kinds", Selection.write(selection.kinds()));
    line(text, "distinct", selection.distinct());
    line(text, "quotations", citation.quotations());
    line(text, "articles", citation.articles());
    line(text, "checksum", citation.checksum());
    line(text, "content", citation.content());
    line(text, "snapshot", citation.snapshot());
    line(text, "format", citation.format());
    line(text, "extractor", citation.extractor());
    return text.toString();
  }

  private static void line(StringBuilder text, String name, Object value) {
    text.append(name).append(": ").append(escaped(value.toString())).append('\n');
  }

  /** {@return a value as it is written on a line} */
  static String escaped(String value) {
    StringBuilder text = new StringBuilder(value.length());
    value.codePoints().forEach(c -> escape(text, c));
    return text.toString();
  }

  private static void escape(StringBuilder text, int c) {
    switch (c) {
      case '\\' -> text.append("\\\\");
      case '\n' -> text.append("\\n");
      case '\r' -> text.append("\\r");
      default -> {
        if (Character.getType(c) == Character.SURROGATE) {
          text.append("\\u").append(HexFormat.of().toHexDigits((char) c));
        } else {
          text.appendCodePoint(c);
        }
      }
    }
  }

  static Citation read(String text) {
    CitationText lines = new CitationText(Splitter.on(LINE_BREAK).splitToList(text));
    Query query = lines.value("query", Query::parse);
    Map<Facet, Set<String>> filters = new TreeMap<>(Facet.ORDER);
    while (lines.isNext("filter")) {
      Filter filter = lines.value("filter", CitationText::filter);
      filters.computeIfAbsent(filter.facet(), f -> new TreeSet<>()).add(filter.value());
    }
    Citation citation =
        new Citation(
            new Selection(
                query,
                filters,
                lines.value("kinds", Selection::parseKinds),
                lines.value("distinct", CitationText::parseBoolean)),
            lines.value("quotations", value -> number(value, Long.MAX_VALUE)),
            lines.value("articles", value -> number(value, Long.MAX_VALUE)),
            lines.value("checksum", value -> value),
            lines.value("content", value -> value),
            lines.value("snapshot", value -> value),
            lines.value("format", value -> Math.toIntExact(number(value, Integer.MAX_VALUE))),
            lines.value("extractor", value -> value));
    if (lines.hasNext()) {
      throw lines.wrong("was not expected, since a citation ends with its extractor");
    }
    return citation;
  }

  /** {@return whether there is another line; blank lines are skipped} */
  private boolean hasNext() {
    while (read < lines.size() && lines.get(read).isBlank()) {
      read++;
    }
    return read < lines.size();
  }

  private boolean isNext(String name) {
    return hasNext() && lines.get(read).startsWith(name + ": ");
  }

  /** {@return the value of the next line, which must have the given name} */
  private <T> T value(String name, Function<String, T> form) {
    if (!hasNext()) {
      throw new IllegalArgumentException(
          "a citation must have a line '" + name + ": ...', but ends before it");
    }
    if (!isNext(name)) {
      throw wrong("must be '" + name + ": ...'");
    }
    try {
      T value = form.apply(unescaped(lines.get(read).substring(name.length() + 2)));
      read++;
      return value;
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "line " + (read + 1) + " of a citation, " + name + ": " + e.getMessage(), e);
    }
  }

  private IllegalArgumentException wrong(String expected) {
    return new IllegalArgumentException(
        "line "
            + (read + 1)
            + " of a citation "
            + expected
            + ", but was '"
            + shortened(lines.get(read))
            + "'");
  }

  /**
   * {@return the value that {@link #escaped} has written}
   *
   * @throws IllegalArgumentException if a backslash is followed by another sign than it writes
   */
  static String unescaped(String value) {
    return ESCAPED
        .matcher(value)
        .replaceAll(escaped -> Matcher.quoteReplacement(unescaped(escaped)));
  }

  private static String unescaped(MatchResult escaped) {
    String sign = escaped.group(1);
    return switch (sign) {
      case "n" -> "\n";
      case "r" -> "\r";
      case "\\" -> "\\";
      default -> {
        if (sign.length() < 2) {
          throw new IllegalArgumentException(
              "a backslash must be followed by n, r, u with four hexadecimal digits, or another"
                  + " one, but was by '"
                  + sign
                  + "'");
        }
        yield String.valueOf((char) HexFormat.fromHexDigits(sign, 1, 5));
      }
    };
  }

  private static Filter filter(String filter) {
    int equals = filter.indexOf('=');
    Facet facet =
        Facet.of(filter.substring(0, Math.max(0, equals)))
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "must be facet=value with the name of a facet, but was '"
                        + shortened(filter)
                        + "'"));
    return new Filter(facet, facet.value(filter.substring(equals + 1)));
  }

  private static boolean parseBoolean(String value) {
    if (!value.equals("true") && !value.equals("false")) {
      throw new IllegalArgumentException(
          "must be true or false, but was '" + shortened(value) + "'");
    }
    return value.equals("true");
  }

  private static long number(String value, long maximum) {
    if (!NUMBER.matcher(value).matches()
        || new BigInteger(value).compareTo(BigInteger.valueOf(maximum)) > 0) {
      throw new IllegalArgumentException(
          "must be a whole number of at most " + maximum + ", but was '" + shortened(value) + "'");
    }
    return Long.parseLong(value);
  }

  /** {@return a text as it appears in messages} */
  static String shortened(String text) {
    return text.length() > SHORT ? text.substring(0, SHORT) + "..." : text;
  }
}
