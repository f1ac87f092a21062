package onrecord;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import onrecord.model.PartialDate;
import onrecord.query.ArrivalRange;
import onrecord.query.DateRange;
import onrecord.query.Facet;
import onrecord.query.OwnField;
import onrecord.query.Property;
import onrecord.query.Query;
import onrecord.query.Target;
import onrecord.query.TextPattern;
import onrecord.query.ValueRange;

/** Queries of every kind with texts that are hard to write down. */
final class RandomQueries {

  private static final List<String> PIECES =
      List.of(
          "a",
          "bridge",
          "AND",
          "OR",
          "NOT",
          "TO",
          "u0041",
          "2020",
          "3.5",
          " ",
          "  ",
          "\n",
          "\t",
          "\"",
          "\\",
          "*",
          "?",
          "~",
          "~2",
          "^",
          ":",
          "(",
          ")",
          "[",
          "]",
          "{",
          "}",
          "/",
          "+",
          "-",
          "!",
          "&&",
          "||",
          "<",
          ">=",
          "=",
          "@",
          "@1",
          "fn:",
          "#",
          "'",
          ".",
          ",",
          "\u00e9",
          "\u201c",
          "\u201d",
          "\u00ab",
          "\u3000",
          "\u00a0",
          "\u0301",
          "\ud83d\ude00",
          "\ud83d",
          "\ude00",
          "\u0000",
          "\uffff",
          "\u202e",
          "quote:",
          "*:*");

  private final Random random;
  private final RandomPatterns patterns;
  private final RandomArticles articles;

  RandomQueries(Random random) {
    this.random = random;
    this.patterns = new RandomPatterns(random);
    this.articles = new RandomArticles(random);
  }

  Query next(int depth) {
    return switch (random.nextInt(depth > 0 ? 20 : 14)) {
      case 0 -> Query.all();
      case 1, 2, 3, 4, 5, 6, 7 -> text(target());
      case 8, 9 -> named(random.nextInt(5) == 0 ? own() : some(Facet.values()));
      case 10 -> random.nextBoolean() ? exactly() : ranged();
      case 11 -> random.nextInt(3) == 0 ? arrived() : Query.published(range());
      case 12 -> Query.said(range());
      case 13 -> Query.confidence(random.nextBoolean() ? random.nextDouble() : random.nextInt(2));
      case 14, 15 -> new Query.And(queries(depth));
      case 16, 17 -> new Query.Or(queries(depth));
      case 18 -> Query.inArticle(next(depth - 1));
      default -> next(depth - 1).not();
    };
  }

  private Query text(Target target) {
    TextPattern pattern = pattern(target);
    return new Query.Text(
        target, RandomPatterns.available(target, patterns.form(pattern)), pattern);
  }

  private Target target() {
    return random.nextInt(6) == 0 ? own() : some(Target.values());
  }

  private OwnField own() {
    return new OwnField(
        some(OwnField.Owner.values()), List.of("a", "party", "\u00e9_2").get(random.nextInt(3)));
  }

  private Query arrived() {
    int from = 1 + random.nextInt(20);
    return random.nextBoolean()
        ? Query.added(range())
        : new Query.ArrivedIn(
            new ArrivalRange.Commits(
                from, random.nextBoolean() ? Integer.MAX_VALUE : from + random.nextInt(3)));
  }

  private Query exactly() {
    return new Query.Exactly(some(Property.values()), text());
  }

  private Query ranged() {
    return own().in(new ValueRange(bound(), bound()));
  }

  private String value() {
    return List.of("0", "-2.5", "1e-3", "+7", "2020-11", "0099-01-02", "1.0E15", "12345678.5")
        .get(random.nextInt(8));
  }

  private Optional<ValueRange.Bound> bound() {
    return random.nextInt(3) == 0
        ? Optional.empty()
        : Optional.of(new ValueRange.Bound(value(), random.nextBoolean()));
  }

  private TextPattern pattern(Target target) {
    TextPattern plain = patterns.next(target);
    if (random.nextBoolean()) {
      return plain;
    }
    return switch (plain) {
      case TextPattern.Words p -> new TextPattern.Words(text(), p.match());
      case TextPattern.Phrase p -> new TextPattern.Phrase(text(), p.slop());
      case TextPattern.Near p -> new TextPattern.Near(text(), p.within(), p.order());
      case TextPattern.Wildcard p -> {
        String wild = random.nextBoolean() ? "*" : "?";
        yield new TextPattern.Wildcard(escaped(text()) + wild + escaped(text()));
      }
      case TextPattern.Fuzzy p -> new TextPattern.Fuzzy(text(), p.edits());
      case TextPattern.Regex p ->
          new TextPattern.Regex(p.pattern() + "(\\\"| |\\*|[^\\\\(]+|\"a b\")?");
      case TextPattern.Tokens p ->
          new TextPattern.Tokens(new RandomTokens(random, this::tokenValue).next(3));
    };
  }

  /** A text as a regular expression. */
  private String tokenValue() {
    return text().replaceAll("[^\\p{L}\\p{N}]", "\\\\$0");
  }

  private static String escaped(String text) {
    return text.replaceAll("[\\\\*?]", "\\\\$0");
  }

  private Query named(Facet facet) {
    return Query.named(
        facet,
        switch (facet.kind()) {
          case DATES -> Facet.UNKNOWN;
          case CONSTANTS, BANDS -> {
            List<String> values = facet.closedValues().orElseThrow();
            yield values.get(random.nextInt(values.size()));
          }
          case NAMES, OWN -> text();
        });
  }

  /** A text with a letter, so that it is neither blank nor without a word. */
  String text() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(6); i >= 0; i--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.insert(random.nextInt(text.length() + 1), "x").toString();
  }

  private List<Query> queries(int depth) {
    return IntStream.rangeClosed(0, 1 + random.nextInt(3)).mapToObj(i -> next(depth - 1)).toList();
  }

  private DateRange range() {
    PartialDate date = articles.partialDate();
    return switch (random.nextInt(4)) {
      case 0 -> DateRange.of(date);
      case 1 -> DateRange.from(date);
      case 2 -> DateRange.to(date);
      default -> DateRange.between(date, PartialDate.ofYear(2021 + random.nextInt(3)));
    };
  }

  private <T> T some(T[] values) {
    return values[random.nextInt(values.length)];
  }
}
