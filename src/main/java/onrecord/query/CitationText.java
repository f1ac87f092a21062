package onrecord.query;

import com.google.common.base.Splitter;
import com.google.common.hash.Hashing;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text forms of citations. Not thread-safe. */
final class CitationText {

  private static final Pattern LINE_BREAK = Pattern.compile("\r?\n");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,19}");
  private static final Pattern ESCAPED =
      Pattern.compile("\\\\(u[0-9a-fA-F]{4}|.?)", Pattern.DOTALL);
  private static final int SHORT = 50;
  private static final String STATE = "archive state";
  private static final String ARTICLES = "archive articles";
  private static final String QUOTATIONS = "archive quotations";
  private static final String EXTRACTOR = "archive extractor";

  private final List<String> lines;
  // The number of lines that have been read.
  private int read;

  private record Filter(Facet facet, String value) {}

  private record Extractor(String version, long articles) {}

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
    citation.archive().ifPresent(archive -> write(text, archive));
    return text.toString();
  }

  static String write(AnswerCitation citation) {
    StringBuilder text = new StringBuilder();
    // The form of a shell has its own escape sequences.
    text.append("command: ").append(citation.commandLine()).append('\n');
    line(text, "checksum", citation.checksum());
    line(text, "snapshot", citation.snapshot());
    line(text, "format", citation.format());
    write(text, citation.archive());
    return text.toString();
  }

  private static void write(StringBuilder text, CitedArchive archive) {
    line(text, "day", archive.day());
    line(text, "version", archive.version());
    line(text, "archive", archive.name());
    archive.state().ifPresent(state -> line(text, STATE, state));
    line(text, ARTICLES, archive.articles());
    line(text, QUOTATIONS, archive.quotations());
    archive
        .extractors()
        .forEach((version, articles) -> line(text, EXTRACTOR, version + "=" + articles));
  }

  /** {@return the short id of a citation} */
  static String id(String text) {
    return Hashing.sha256().hashString(text, StandardCharsets.UTF_8).toString().substring(0, 12);
  }

  static String footnote(Citation citation) {
    Selection selection = citation.selection();
    StringBuilder text = new StringBuilder(selection.query().toString());
    selection
        .filters()
        .forEach((facet, values) ->
            values.forEach(
                value -> text.append(", ").append(facet.word()).append('=').append(value)));
    text.append(" (").append(Selection.write(selection.kinds()));
    if (selection.distinct()) {
      text.append(", distinct");
    }
    text.append("): ")
        .append(CitedArchive.counted(citation.quotations(), "quotation"))
        .append(" in ")
        .append(CitedArchive.counted(citation.articles(), "article"));
    citation.archive().ifPresent(archive -> text.append("; ").append(archive.inWords()));
    return escaped(text.append(" [").append(citation.id()).append(']').toString());
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
            lines.value("extractor", value -> value),
            Optional.empty());
    if (!lines.isNext("day")) {
      lines.requireEnd();
      return citation;
    }
    return citation.from(lines.archive());
  }

  static AnswerCitation readAnswer(String text) {
    CitationText lines = new CitationText(Splitter.on(LINE_BREAK).splitToList(text));
    return new AnswerCitation(
        lines.rawValue("command", ShellWords::read),
        lines.value("checksum", value -> value),
        lines.value("snapshot", value -> value),
        lines.value("format", value -> Math.toIntExact(number(value, Integer.MAX_VALUE))),
        lines.archive());
  }

  /** {@return the archive, which a citation ends with} */
  private CitedArchive archive() {
    LocalDate day = value("day", CitationText::day);
    String version = value("version", value -> value);
    String name = value("archive", value -> value);
    Optional<String> state =
        isNext(STATE) ? Optional.of(value(STATE, value -> value)) : Optional.empty();
    long articles = value(ARTICLES, value -> number(value, Long.MAX_VALUE));
    long quotations = value(QUOTATIONS, value -> number(value, Long.MAX_VALUE));
    SortedMap<String, Long> extractors = new TreeMap<>();
    while (isNext(EXTRACTOR)) {
      Extractor extractor = value(EXTRACTOR, CitationText::extractor);
      extractors.put(extractor.version(), extractor.articles());
    }
    requireEnd();
    return new CitedArchive(day, version, name, state, articles, quotations, extractors);
  }

  private static LocalDate day(String value) {
    try {
      return LocalDate.parse(value);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "must be a day such as 2024-05-31, but was '" + shortened(value) + "'", e);
    }
  }

  private static Extractor extractor(String value) {
    int equals = value.lastIndexOf('=');
    if (equals < 0) {
      throw new IllegalArgumentException(
          "must be a version and a number of articles such as 7=120, but was '"
              + shortened(value)
              + "'");
    }
    return new Extractor(
        value.substring(0, equals), number(value.substring(equals + 1), Long.MAX_VALUE));
  }

  private void requireEnd() {
    if (hasNext()) {
      throw wrong(
          "was not expected, since a citation ends with its "
              + (lines.stream().anyMatch(line -> line.startsWith("day: "))
                  ? "archive"
                  : "extractor"));
    }
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
    return rawValue(name, value -> form.apply(unescaped(value)));
  }

  /** {@return the value of the next line, in a form with escape sequences of its own} */
  private <T> T rawValue(String name, Function<String, T> form) {
    if (!hasNext()) {
      throw new IllegalArgumentException(
          "a citation must have a line '" + name + ": ...', but ends before it");
    }
    if (!isNext(name)) {
      throw wrong("must be '" + name + ": ...'");
    }
    try {
      T value = form.apply(lines.get(read).substring(name.length() + 2));
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
