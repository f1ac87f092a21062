package onrecord.query;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import onrecord.model.PartialDate;
import onrecord.query.TextPattern.Match;

/**
 * Converts queries to the query syntax, so that {@link QueryReader} parses them to equal queries.
 */
final class QueryWriter {

  private static final Set<String> OPERATORS = Set.of("AND", "OR", "NOT");

  private QueryWriter() {}

  /** {@return a query in the query syntax} */
  static String write(Query query) {
    return switch (query) {
      case Query.All q -> "*:*";
      case Query.Text q -> text(q);
      case Query.Named q -> q.facet().word() + ":" + quoted(q.name());
      case Query.Ranged q -> q.field().word() + ":" + range(q.range());
      case Query.Exactly q -> q.property().word() + ":" + quoted(q.value());
      case Query.PublishedIn q -> Facet.PUBLISHED.word() + ":" + range(q.range());
      case Query.ArrivedIn q -> arrival(q.range());
      case Query.SaidIn q -> Facet.SAID.word() + ":" + range(q.range());
      case Query.MinConfidence q -> Facet.CONFIDENCE.word() + ":[" + q.atLeast() + " TO *]";
      case Query.InArticle q -> QueryField.IN_ARTICLE + ":" + quoted(write(q.query()));
      case Query.And q -> join(q.queries(), " AND ");
      case Query.Or q -> join(q.queries(), " OR ");
      case Query.Not q ->
          "NOT "
              + (q.query() instanceof Query.Not ? "(" + write(q.query()) + ")" : part(q.query()));
    };
  }

  private static String join(List<Query> queries, String between) {
    return queries.stream().map(QueryWriter::part).collect(Collectors.joining(between));
  }

  /**
   * {@return a query as an operand of another, in brackets if its operator would not take
   * precedence}
   */
  private static String part(Query query) {
    String written = write(query);
    boolean isLoose =
        query instanceof Query.And
            || query instanceof Query.Or
            || (query instanceof Query.Text text && isSequence(text));
    return isLoose ? "(" + written + ")" : written;
  }

  /** {@return whether a query is written as several words without a field} */
  private static boolean isSequence(Query.Text text) {
    return field(text).isEmpty()
        && text.pattern() instanceof TextPattern.Words words
        && words.match() == Match.ALL
        && isSequence(words.text());
  }

  private static boolean isSequence(String words) {
    return words.indexOf(' ') >= 0
        && List.of(words.split(" ", -1)).stream().noneMatch(String::isEmpty);
  }

  private static String field(Query.Text text) {
    if (text.pattern() instanceof TextPattern.Tokens) {
      return QueryField.nameOfTokens(text.target()) + ":";
    }
    String name =
        QueryField.name(
            text.target(),
            text.form(),
            text.pattern() instanceof TextPattern.Near near
                ? Optional.of(near.order())
                : Optional.empty());
    return name.isEmpty() ? "" : name + ":";
  }

  private static String text(Query.Text text) {
    return field(text)
        + switch (text.pattern()) {
          case TextPattern.Words p -> words(p, !field(text).isEmpty());
          case TextPattern.Phrase p ->
              quoted(p.text())
                  + (p.slop() > 0 || text.target().facet().isPresent() ? "~" + p.slop() : "");
          case TextPattern.Near p -> quoted(p.text()) + "~" + p.within();
          case TextPattern.Wildcard p -> wildcard(p.pattern());
          case TextPattern.Fuzzy p -> escaped(p.word()) + "~" + p.edits();
          case TextPattern.Regex p -> "/" + p.pattern() + "/";
          case TextPattern.Tokens p -> quoted(p.pattern().toString());
        };
  }

  private static String words(TextPattern.Words pattern, boolean hasField) {
    String words =
        isSequence(pattern.text())
            ? List.of(pattern.text().split(" ")).stream()
                .map(QueryWriter::escaped)
                .collect(Collectors.joining(" "))
            : escaped(pattern.text());
    if (pattern.match() == Match.ANY) {
      return "(" + words + ")@1";
    }
    return hasField && isSequence(pattern.text()) ? "(" + words + ")" : words;
  }

  private static String wildcard(String pattern) {
    StringBuilder written = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '*' || c == '?') {
        written.append(c);
      } else {
        append(written, c == '\\' ? pattern.charAt(++i) : c);
      }
    }
    return written.toString();
  }

  private static String range(DateRange range) {
    return range.from().equals(range.to())
        ? bound(range.from())
        : "[" + bound(range.from()) + " TO " + bound(range.to()) + "]";
  }

  private static String arrival(ArrivalRange range) {
    return switch (range) {
      case ArrivalRange.Days r -> QueryField.ADDED + ":" + range(r.days());
      case ArrivalRange.Commits r ->
          QueryField.COMMIT
              + ":["
              + r.from()
              + " TO "
              + (r.to() == Integer.MAX_VALUE ? "*" : r.to())
              + "]";
    };
  }

  private static String range(ValueRange range) {
    return (range.from().map(ValueRange.Bound::included).orElse(true) ? "[" : "{")
        + valueBound(range.from())
        + " TO "
        + valueBound(range.to())
        + (range.to().map(ValueRange.Bound::included).orElse(true) ? "]" : "}");
  }

  private static String valueBound(Optional<ValueRange.Bound> bound) {
    return bound.map(ValueRange.Bound::value).orElse("*");
  }

  private static String bound(Optional<PartialDate> date) {
    return date.map(PartialDate::toString).orElse("*");
  }

  private static String quoted(String text) {
    // A curly mark may end a text in straight ones.
    return "\"" + text.replaceAll("[\\\\\"\u201c-\u201f\u00ab\u00bb]", "\\\\$0") + "\"";
  }

  private static String escaped(String word) {
    StringBuilder written = new StringBuilder(OPERATORS.contains(word) ? "\\" : "");
    word.chars().forEach(c -> append(written, (char) c));
    return written.toString();
  }

  private static void append(StringBuilder written, char c) {
    boolean isPlain = Character.isLetterOrDigit(c) || Character.isSurrogate(c);
    written.append(isPlain ? "" : "\\").append(c);
  }
}
