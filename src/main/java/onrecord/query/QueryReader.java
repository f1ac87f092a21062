package onrecord.query;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import onrecord.model.PartialDate;
import onrecord.query.TextPattern.Match;
import onrecord.syntax.SyntaxException;
import onrecord.syntax.SyntaxNode;
import onrecord.syntax.SyntaxParser;

/** Parses queries in the query syntax, which the page of this package describes. Immutable. */
final class QueryReader {

  private static final QueryField QUOTE =
      new QueryField.Words(Target.QUOTE, Form.STEM, Optional.empty());

  private static final Pattern WITH_SLASHES = Pattern.compile("\\d{4}/\\d{1,2}(/\\d{1,2})?");

  private static final Pattern COMMIT = Pattern.compile("[1-9][0-9]{0,9}");

  private final String text;

  private QueryReader(String text) {
    this.text = text;
  }

  /** {@return the query that a text denotes} */
  static Query read(String text) {
    try {
      return new QueryReader(text).read(SyntaxParser.parse(text));
    } catch (SearchLimitException e) {
      throw error(String.valueOf(e.getMessage()), 0, e);
    } catch (SyntaxException e) {
      throw error(String.valueOf(e.getMessage()), e.position(), e);
    }
  }

  private Query read(SyntaxNode node) {
    return switch (node) {
      case SyntaxNode.Leaf n -> leaf(n);
      case SyntaxNode.Group n -> unknown(n).orElseGet(() -> read(n.node()));
      case SyntaxNode.AtLeast n -> anyWord(n);
      case SyntaxNode.Not n -> read(n.node()).not();
      case SyntaxNode.And n -> new Query.And(n.nodes().stream().map(this::read).toList());
      case SyntaxNode.Or n -> new Query.Or(n.nodes().stream().map(this::read).toList());
      case SyntaxNode.Sequence n -> sequence(n.nodes());
    };
  }

  /** {@return the query for a missing value, which is written outlet:(unknown)} */
  private Optional<Query> unknown(SyntaxNode.Group group) {
    if (!(group.node() instanceof SyntaxNode.Word word)
        || word.field().isEmpty()
        || !word.text().equalsIgnoreCase("unknown")) {
      return Optional.empty();
    }
    return facet(field(word))
        .map(facet -> checked(word.at(), () -> Query.named(facet, Facet.UNKNOWN)));
  }

  private static Optional<Facet> facet(QueryField field) {
    return switch (field) {
      case QueryField.Words words -> words.near().isPresent() ? Optional.empty() : words.facet();
      case QueryField.Value value ->
          value.facet().closedValues().isPresent() ? Optional.empty() : Optional.of(value.facet());
      case QueryField.Tokens tokens -> Optional.empty();
      case QueryField.Exact exact -> Optional.empty();
      case QueryField.Added added -> Optional.empty();
      case QueryField.Commit commit -> Optional.empty();
      case QueryField.Other other -> Optional.empty();
    };
  }

  /** Combines adjacent clauses by "and", and adjacent words of one field into one query. */
  private Query sequence(List<SyntaxNode> nodes) {
    List<Query> parts = new ArrayList<>();
    int i = 0;
    while (i < nodes.size()) {
      int end = i + 1;
      if (nodes.get(i) instanceof SyntaxNode.Word word && isOfWords(word)) {
        while (end < nodes.size()
            && nodes.get(end) instanceof SyntaxNode.Word next
            && next.field().equals(word.field())
            && (!isOfName(word) || !followsColon(next))) {
          end++;
        }
        parts.add(words(word, nodes.subList(i, end), Match.ALL));
      } else {
        parts.add(read(nodes.get(i)));
      }
      i = end;
    }
    return Query.allOf(parts);
  }

  private boolean isOfName(SyntaxNode.Word word) {
    return field(word) instanceof QueryField.Words field && field.facet().isPresent();
  }

  /** {@return whether the field of a word is written directly before it} */
  private boolean followsColon(SyntaxNode.Word word) {
    String before = text.substring(0, word.at()).stripTrailing();
    int end = before.length() - 1;
    int backslashes = 0;
    while (end - 1 - backslashes >= 0 && before.charAt(end - 1 - backslashes) == '\\') {
      backslashes++;
    }
    return before.endsWith(":") && backslashes % 2 == 0;
  }

  private boolean isOfWords(SyntaxNode.Word word) {
    return field(word) instanceof QueryField.Words field && field.near().isEmpty();
  }

  private Query anyWord(SyntaxNode.AtLeast node) {
    List<SyntaxNode> nodes =
        node.node() instanceof SyntaxNode.Sequence sequence
            ? sequence.nodes()
            : List.of(node.node());
    if (node.count() == 1
        && nodes.get(0) instanceof SyntaxNode.Word first
        && isOfWords(first)
        && nodes.stream()
            .allMatch(n -> n instanceof SyntaxNode.Word w && w.field().equals(first.field()))) {
      return words(first, nodes, Match.ANY);
    }
    throw new QuerySyntaxException(
        "@1 was expected after words in brackets, which requires at least one of them, but was @"
            + node.count(),
        Math.max(0, text.indexOf(")@") + 1));
  }

  private Query words(SyntaxNode.Word first, List<SyntaxNode> nodes, Match match) {
    List<String> words = nodes.stream().map(node -> ((SyntaxNode.Word) node).text()).toList();
    return checked(
        first.at(),
        () ->
            ((QueryField.Words) field(first))
                .query(new TextPattern.Words(String.join(" ", words), match)));
  }

  private QueryField field(SyntaxNode.Leaf leaf) {
    if (leaf.field().isEmpty()) {
      return QUOTE;
    }
    String name = leaf.field().get();
    return QueryField.of(name.toLowerCase(Locale.ROOT))
        .orElseThrow(() ->
            new QuerySyntaxException(
                "field '"
                    + name
                    + "' is not known; the nearest is '"
                    + QueryField.nearest(name.toLowerCase(Locale.ROOT))
                    + "', and all are "
                    + String.join(", ", QueryField.names()),
                Math.max(0, text.lastIndexOf(name + ":", leaf.at()))));
  }

  private Query leaf(SyntaxNode.Leaf leaf) {
    if (leaf instanceof SyntaxNode.Pattern all
        && all.field().equals(Optional.of("*"))
        && all.pattern().equals("*")) {
      return Query.all();
    }
    return switch (field(leaf)) {
      case QueryField.Words field -> checked(leaf.at(), () -> words(field, leaf));
      case QueryField.Tokens field -> tokens(field.target(), leaf);
      case QueryField.Value field -> checked(leaf.at(), () -> value(field.facet(), leaf));
      case QueryField.Exact field ->
          checked(leaf.at(), () -> new Query.Exactly(field.property(), name(leaf)));
      case QueryField.Added field -> checked(leaf.at(), () -> Query.added(range(leaf)));
      case QueryField.Commit field -> checked(leaf.at(), () -> new Query.ArrivedIn(commits(leaf)));
      case QueryField.Other field -> other(leaf);
    };
  }

  private static Query words(QueryField.Words field, SyntaxNode.Leaf leaf) {
    if (field.near().isPresent()) {
      if (leaf instanceof SyntaxNode.Quoted quoted && quoted.slop().isPresent()) {
        return field.query(
            new TextPattern.Near(quoted.text(), quoted.slop().getAsInt(), field.near().get()));
      }
      throw new IllegalArgumentException(
          "words near one another were expected in quotation marks, followed by ~ and a number");
    }
    return switch (leaf) {
      case SyntaxNode.Word word -> field.query(new TextPattern.Words(word.text(), Match.ALL));
      case SyntaxNode.Pattern pattern -> field.query(new TextPattern.Wildcard(pattern.pattern()));
      case SyntaxNode.Fuzzy fuzzy -> field.query(new TextPattern.Fuzzy(fuzzy.text(), edits(fuzzy)));
      case SyntaxNode.Regex regex -> field.query(new TextPattern.Regex(regex.pattern()));
      case SyntaxNode.Quoted quoted ->
          isOfWholeNames(field) && quoted.slop().isEmpty()
              ? Query.named(field.facet().get(), quoted.text())
              : field.query(new TextPattern.Phrase(quoted.pattern(), quoted.slop().orElse(0)));
      case SyntaxNode.Range range -> ranged(field.target(), range);
    };
  }

  /** {@return whether quotation marks denote a whole value, not words in a form of their own} */
  private static boolean isOfWholeNames(QueryField.Words field) {
    return field.facet().isPresent()
        && !(field.target() instanceof OwnField && field.form() != Form.STEM);
  }

  private static Query ranged(Target target, SyntaxNode.Range range) {
    if (target instanceof OwnField field) {
      return field.in(new ValueRange(valueBound(range.from()), valueBound(range.to())));
    }
    throw new IllegalArgumentException(
        "words were expected; ranges are for published, said, added, commit, confidence and own"
            + " fields");
  }

  private static Optional<ValueRange.Bound> valueBound(SyntaxNode.Bound bound) {
    return bound.text().equals("*")
        ? Optional.empty()
        : Optional.of(
            checked(bound.at(), () -> new ValueRange.Bound(bound.text(), bound.included())));
  }

  private static int edits(SyntaxNode.Fuzzy fuzzy) {
    if (fuzzy.edits() != 1 && fuzzy.edits() != 2) {
      String edits = new BigDecimal(Float.toString((float) fuzzy.edits())).toPlainString();
      throw new IllegalArgumentException(
          "1 or 2 was expected after ~, but was " + edits.replaceFirst("\\.0$", ""));
    }
    return (int) fuzzy.edits();
  }

  private static Query value(Facet facet, SyntaxNode.Leaf leaf) {
    return switch (facet.kind()) {
      case NAMES, CONSTANTS, OWN -> Query.named(facet, name(leaf));
      case DATES ->
          leaf instanceof SyntaxNode.Range range
              ? facet.within(days(range))
              : date(facet, name(leaf));
      case BANDS ->
          leaf instanceof SyntaxNode.Range range
              ? confidence(range)
              : Query.named(facet, name(leaf));
    };
  }

  private static Query confidence(SyntaxNode.Range range) {
    if (!range.to().text().equals("*") || !range.from().included()) {
      throw new IllegalArgumentException(
          "a minimum confidence was expected, such as confidence:[0.9 TO *]");
    }
    try {
      return Query.confidence(Double.parseDouble(range.from().text()));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "a number from 0 to 1 was expected, but was '" + range.from().text() + "'", e);
    }
  }

  /** {@return the days that a date or a range of dates denotes} */
  private static DateRange range(SyntaxNode.Leaf leaf) {
    return leaf instanceof SyntaxNode.Range range ? days(range) : DateRange.of(date(name(leaf)));
  }

  private static ArrivalRange commits(SyntaxNode.Leaf leaf) {
    if (leaf instanceof SyntaxNode.Range range) {
      return new ArrivalRange.Commits(
          commit(range.from(), 1, 1), commit(range.to(), Integer.MAX_VALUE, -1));
    }
    int number = commit(name(leaf), 0);
    return new ArrivalRange.Commits(number, number);
  }

  /**
   * {@return the first or the last commit of a range}
   *
   * @param open the commit that is meant if there is no bound, whatever the bracket
   * @param step the distance from a bound that is not included
   */
  private static int commit(SyntaxNode.Bound bound, int open, int step) {
    return bound.text().equals("*") ? open : commit(bound.text(), bound.included() ? 0 : step);
  }

  private static int commit(String number, int step) {
    if (!COMMIT.matcher(number).matches() || Long.parseLong(number) + step > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "the number of a commit, 1 to "
              + Integer.MAX_VALUE
              + ", was expected, but was '"
              + number
              + "'");
    }
    return Integer.parseInt(number) + step;
  }

  private static Query date(Facet facet, String date) {
    return date.equals(Facet.UNKNOWN)
        ? Query.named(facet, date)
        : facet.within(DateRange.of(date(date)));
  }

  /** {@return a date, which may be written with slashes, such as 2024/1/5} */
  private static PartialDate date(String date) {
    Matcher slashes = WITH_SLASHES.matcher(date);
    return PartialDate.parse(
        slashes.matches()
            ? Stream.of(date.split("/"))
                .map(part -> part.length() == 1 ? "0" + part : part)
                .collect(Collectors.joining("-"))
            : date);
  }

  private static DateRange days(SyntaxNode.Range range) {
    Optional<PartialDate> from =
        bound(range.from())
            .map(date ->
                range.from().included() ? date : PartialDate.ofDay(date.last().plusDays(1)));
    Optional<PartialDate> to =
        bound(range.to())
            .map(date ->
                range.to().included() ? date : PartialDate.ofDay(date.first().minusDays(1)));
    if (from.isPresent() && to.isPresent() && from.get().first().isAfter(to.get().last())) {
      throw new IllegalArgumentException(
          "a range of dates that contains a day was expected, but was "
              + (range.from().included() ? "[" : "{")
              + range.from().text()
              + " TO "
              + range.to().text()
              + (range.to().included() ? "]" : "}"));
    }
    return new DateRange(from, to);
  }

  private static Optional<PartialDate> bound(SyntaxNode.Bound bound) {
    return bound.text().equals("*")
        ? Optional.empty()
        : Optional.of(checked(bound.at(), () -> date(bound.text())));
  }

  /** {@return a name, quoted or not} */
  private static String name(SyntaxNode.Leaf leaf) {
    return switch (leaf) {
      case SyntaxNode.Word word -> word.text();
      case SyntaxNode.Quoted quoted when quoted.slop().isEmpty() -> quoted.text();
      default ->
          throw new IllegalArgumentException(
              "a name was expected, with or without quotation marks, and nothing after it");
    };
  }

  private Query tokens(Target target, SyntaxNode.Leaf leaf) {
    TokenPattern pattern =
        quoted(
            leaf,
            "a pattern in quotation marks was expected, such as tokens:\"'old' []{0,2} 'bridge'\"",
            "in the pattern in quotation marks: ",
            TokenPattern::parse);
    return checked(
        leaf.at(), () -> new Query.Text(target, Form.EXACT, new TextPattern.Tokens(pattern)));
  }

  private Query other(SyntaxNode.Leaf leaf) {
    return quoted(
        leaf,
        "a query in quotation marks was expected, such as in_article:\"speaker:smith\"",
        "in the query in quotation marks: ",
        quoted -> Query.inArticle(read(quoted)));
  }

  /** {@return what is read of a text in quotation marks; errors have their place in the query} */
  private <T> T quoted(
      SyntaxNode.Leaf leaf, String expected, String where, Function<String, T> read) {
    if (!(leaf instanceof SyntaxNode.Quoted quoted) || quoted.slop().isPresent()) {
      throw new QuerySyntaxException(expected, leaf.at());
    }
    try {
      return read.apply(quoted.text());
    } catch (QuerySyntaxException e) {
      throw error(where + e.getMessage(), positionOf(quoted.at(), e.position()), e);
    }
  }

  /** {@return the position in the query of a character of a quoted text with escapes} */
  private int positionOf(int start, int characters) {
    int position = start;
    for (int i = 0; i < characters && position < text.length(); i++) {
      position += text.charAt(position) != '\\' ? 1 : text.startsWith("\\u", position) ? 6 : 2;
    }
    return Math.min(position, text.length());
  }

  /** Returns a part of a query, or reports the position of the part if it is not valid. */
  private static <T> T checked(int at, Supplier<T> part) {
    try {
      return part.get();
    } catch (QuerySyntaxException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw error(String.valueOf(e.getMessage()), at, e);
    }
  }

  private static QuerySyntaxException error(String message, int at, Exception cause) {
    QuerySyntaxException error = new QuerySyntaxException(message, at);
    error.initCause(cause);
    return error;
  }
}
