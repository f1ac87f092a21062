package onrecord.query;

import com.google.common.base.Splitter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The text form of a citation. */
final class CitationText {

  private static final Pattern LINE_BREAK = Pattern.compile("\r?\n");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
  private static final Pattern ESCAPED = Pattern.compile("\\\\(.?)", Pattern.DOTALL);

  private final Deque<String> lines;

  private CitationText(Iterable<String> lines) {
    this.lines = new ArrayDeque<>();
    lines.forEach(this.lines::add);
  }

  static String write(Citation citation) {
    StringBuilder text = new StringBuilder();
    line(text, "query", citation.query());
    citation
        .filters()
        .forEach((facet, values) ->
            values.forEach(value -> line(text, "filter", facet.word() + "=" + value)));
    line(text, "indirect", citation.indirect());
    line(text, "quotations", citation.quotations());
    line(text, "articles", citation.articles());
    line(text, "checksum", citation.checksum());
    line(text, "snapshot", citation.snapshot());
    line(text, "format", citation.format());
    line(text, "extractor", citation.extractor());
    return text.toString();
  }

  private static void line(StringBuilder text, String name, Object value) {
    String escaped =
        value.toString().replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    text.append(name).append(": ").append(escaped).append('\n');
  }

  static Citation read(String text) {
    CitationText lines = new CitationText(Splitter.on(LINE_BREAK).omitEmptyStrings().split(text));
    Query query = Query.parse(lines.value("query"));
    Map<Facet, Set<String>> filters = new EnumMap<>(Facet.class);
    for (Optional<String> filter = lines.next("filter");
        filter.isPresent();
        filter = lines.next("filter")) {
      filter(filters, filter.get());
    }
    Citation citation =
        new Citation(
            query,
            filters,
            lines.yes("indirect"),
            lines.number("quotations"),
            lines.number("articles"),
            lines.value("checksum"),
            lines.value("snapshot"),
            Math.toIntExact(lines.number("format")),
            lines.value("extractor"));
    if (!lines.lines.isEmpty()) {
      throw new IllegalArgumentException(
          "a citation must end with its extractor, but then came '" + lines.lines.getFirst() + "'");
    }
    return citation;
  }

  private static void filter(Map<Facet, Set<String>> filters, String filter) {
    int equals = filter.indexOf('=');
    Facet facet =
        Facet.ofWord(filter.substring(0, Math.max(0, equals)))
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "filter of a citation must be facet=value with the name of a facet, but was '"
                        + filter
                        + "'"));
    filters.computeIfAbsent(facet, f -> new TreeSet<>()).add(filter.substring(equals + 1));
  }

  /** {@return the value of the next line if it has the name} */
  private Optional<String> next(String name) {
    @Nullable String line = lines.peekFirst();
    if (line == null || !line.startsWith(name + ": ")) {
      return Optional.empty();
    }
    String value = lines.removeFirst().substring(name.length() + 2);
    return Optional.of(
        ESCAPED
            .matcher(value)
            .replaceAll(match ->
                switch (match.group(1)) {
                  case "n" -> "\n";
                  case "r" -> "\r";
                  case "\\" -> "\\\\";
                  default ->
                      throw new IllegalArgumentException(
                          "a backslash in a citation must be followed by n, r or another one, but"
                              + " was in '"
                              + value
                              + "'");
                }));
  }

  private String value(String name) {
    return next(name)
        .orElseThrow(() ->
            new IllegalArgumentException(
                "a citation must have a line '"
                    + name
                    + ": ...' here, but "
                    + Stream.ofNullable(lines.peekFirst())
                        .findFirst()
                        .map(line -> "there was '" + line + "'")
                        .orElse("it ends")));
  }

  private long number(String name) {
    String value = value(name);
    if (!NUMBER.matcher(value).matches()) {
      throw new IllegalArgumentException(
          name + " of a citation must be a number, but was '" + value + "'");
    }
    return Long.parseLong(value);
  }

  private boolean yes(String name) {
    String value = value(name);
    if (!value.equals("true") && !value.equals("false")) {
      throw new IllegalArgumentException(
          name + " of a citation must be true or false, but was '" + value + "'");
    }
    return value.equals("true");
  }
}
