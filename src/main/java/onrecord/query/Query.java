package onrecord.query;

import static java.util.Objects.requireNonNull;

import java.util.List;
import onrecord.model.QuotationKind;
import onrecord.model.SpeakerType;
import onrecord.query.TextPattern.Match;
import onrecord.query.TextPattern.Order;

/**
 * A description of the quotations to find. A query is a value: it can be stored, compared and
 * combined with others. Immutable.
 *
 * {@snippet file="onrecord/query/SnippetsTest.java" region="query"}
 *
 * <p>Words are compared ignoring case and accents, and by their English stem, so that "election"
 * finds "Elections", unless {@linkplain Text#exact exact} words or words {@linkplain Text#inCase in
 * their case} are requested. Names of speakers, outlets and so on are compared as a whole, ignoring
 * case, accents and the kind of apostrophe; {@code Query.words("sun").in(Target.OUTLET)} finds a
 * word of a name. The name {@link Facet#UNKNOWN} represents a missing value: {@code
 * Query.outlet(Facet.UNKNOWN)} finds the quotations of articles without one.
 *
 * <p>{@code toString} returns the query in the syntax that {@link #parse} accepts. Words that are
 * missing, blank names and numbers out of bounds cause an {@link IllegalArgumentException}.
 */
public sealed interface Query {

  /** Finds every quotation. */
  record All() implements Query {
    @Override
    public String toString() {
      return QueryWriter.write(this);
    }
  }

  /**
   * Finds quotations by words: their own, those of their context, or those of names.
   *
   * @param target the text in which to search for the words
   * @param form how they are compared; names are always compared as {@link Form#EXACT}
   * @param pattern the pattern of words
   */
  record Text(Target target, Form form, TextPattern pattern) implements Query {
    /** Validates that the words of the pattern can be compared in this form. */
    public Text {
      requireNonNull(target, "target");
      requireNonNull(form, "form");
      requireNonNull(pattern, "pattern");
      form = target.isName() ? Form.EXACT : form;
      form.requireAllowed(target, pattern);
    }

    /** {@return a query for the same words in another target} */
    public Text in(Target other) {
      return new Text(other, form, pattern);
    }

    /** {@return a query for the same words, compared as they are written but for case} */
    public Text exact() {
      return new Text(target, Form.EXACT, pattern);
    }

    /** {@return a query for the same words, compared with their case, if the pattern permits it} */
    public Text inCase() {
      return new Text(target, Form.CASE, pattern);
    }

    @Override
    public String toString() {
      return QueryWriter.write(this);
    }
  }

  /**
   * Finds quotations by a name.
   *
   * @param facet the facet that has the name as a value; for {@link Facet#PUBLISHED} and {@link
   *     Facet#SAID}, whose values are dates, the name must be {@link Facet#UNKNOWN}
   * @param name the whole name, in any case
   */
  record Named(Facet facet, String name) implements Query {
    /** Validates the name, which must not be blank and must be a valid value of the facet. */
    public Named {
      name = QueryParts.name(requireNonNull(facet, "facet"), requireNonNull(name, "name"));
    }

    @Override
    public String toString() {
      return QueryWriter.write(this);
    }
  }

  /**
   * Finds quotations by a range of the values of an own field.
   *
   * @param field the field, whose values are numbers or days
   * @param range the range
   */
  record Ranged(OwnField field, ValueRange range) implements Query {
    /** Validates that no component is null. */
    public Ranged {
      requireNonNull(field, "field");
      requireNonNull(range, "range");
    }

    @Override
    public String toString() {
      return QueryWriter.write(this);
    }
  }

  /**
   * Finds quotations by the exact value of a property.
   *
   * @param property the property
   * @param value the whole value
   */
  record Exactly(Property property, String value) implements Query {
    /** Validates the value, which must not be blank. */
    public Exactly {
      QueryParts.requireValue(requireNonNull(property, "property"), requireNonNull(value, "value"));
    }

    @Override
    public String toString() {
      return QueryWriter.write(this);
    }
  }

  /**
   * Finds quotations in articles published in a period.
   *
   * @param range the period
   */
  record PublishedIn(DateRange range) implements Query {
    /** Validates that the range is not null. */
    public PublishedIn {
      requireNonNull(range, "range");
    }

    @Override
    public String toString() {
      return QueryWriter.write(this);
    }
  }

  /**
   * Finds quotations said in a period. A quotation whose date is known only to the month or the
   * year is found if the range contains all of that month or year.
   *
   * @param range the period
   */
  record SaidIn(DateRange range) implements Query {
    /** Validates that the range is not null. */
    public SaidIn {
      requireNonNull(range, "range");
    }

    @Override
    public String toString() {
      return QueryWriter.write(this);
    }
  }

  /**
   * Finds quotations in articles that came into the archive in a range.
   *
   * @param range the range
   */
  record ArrivedIn(ArrivalRange range) implements Query {
    /** Validates that the range is not null. */
    public ArrivedIn {
      requireNonNull(range, "range");
    }

    @Override
    public String toString() {
      return QueryWriter.write(this);
    }
  }

  /**
   * Finds quotations with a minimum confidence in their speaker.
   *
   * @param atLeast the minimum confidence, 0 to 1
   */
  record MinConfidence(double atLeast) implements Query {
    /** Validates the bound, which must be between 0 and 1. */
    public MinConfidence {
      atLeast = QueryParts.confidence(atLeast);
    }

    @Override
    public String toString() {
      return QueryWriter.write(this);
    }
  }

  /**
   * Finds quotations in articles that contain a quotation, the same or another, that a query finds.
   *
   * @param query the query
   */
  record InArticle(Query query) implements Query {
    /** Validates that not too many queries are nested, see {@link SearchLimitException}. */
    public InArticle {
      QueryDepth.requireRoomForInArticle(requireNonNull(query, "query"));
    }

    @Override
    public String toString() {
      return QueryWriter.write(this);
    }
  }

  /**
   * Finds quotations that all of several queries find.
   *
   * @param queries the queries, at least two
   */
  record And(List<Query> queries) implements Query {
    /** Validates that there are at least two queries. */
    public And {
      queries = QueryParts.requireTwo("and", queries);
    }

    @Override
    public String toString() {
      return QueryWriter.write(this);
    }
  }

  /**
   * Finds quotations that at least one of several queries finds.
   *
   * @param queries the queries, at least two
   */
  record Or(List<Query> queries) implements Query {
    /** Validates that there are at least two queries. */
    public Or {
      queries = QueryParts.requireTwo("or", queries);
    }

    @Override
    public String toString() {
      return QueryWriter.write(this);
    }
  }

  /**
   * Finds quotations that a query does not find.
   *
   * @param query the query
   */
  record Not(Query query) implements Query {
    /** Validates that not too many queries are nested, see {@link SearchLimitException}. */
    public Not {
      QueryDepth.requireRoomAround(List.of(requireNonNull(query, "query")));
    }

    @Override
    public String toString() {
      return QueryWriter.write(this);
    }
  }

  /**
   * {@return the query that a text in the query syntax denotes}
   *
   * {@snippet file="onrecord/query/SnippetsTest.java" region="parse"}
   *
   * <p>The page of {@linkplain onrecord.query this package} describes the syntax.
   *
   * @throws QuerySyntaxException if the text cannot be parsed
   */
  static Query parse(String text) {
    return QueryReader.read(requireNonNull(text, "text"));
  }

  /**
   * Returns the query that a text denotes which somebody has typed into a search box. Every text
   * denotes a query: what {@link #parse} would reject, such as {@code 7:30}, {@code @jack}, an
   * address or a single bracket, is searched for as words; {@link LenientQuery} has the rules.
   *
   * {@snippet file="onrecord/query/SnippetsTest.java" region="lenient"}
   */
  static LenientQuery parseLenient(String text) {
    return BoxReader.read(requireNonNull(text, "text"));
  }

  /** {@return a query for every quotation} */
  static Query all() {
    return new All();
  }

  /** {@return a query for quotations that contain all of the words} */
  static Text words(String text) {
    return quote(new TextPattern.Words(text, Match.ALL));
  }

  /** {@return a query for quotations that contain at least one of the words} */
  static Text anyWord(String text) {
    return quote(new TextPattern.Words(text, Match.ANY));
  }

  /** {@return a query for quotations that contain the words next to each other, in this order} */
  static Text phrase(String text) {
    return phrase(text, 0);
  }

  /**
   * {@return a query for quotations that contain the words, approximately next to each other}
   *
   * @param slop the maximum total distance, in words, by which they may have to be moved to match
   *     the phrase
   */
  static Text phrase(String text, int slop) {
    return quote(new TextPattern.Phrase(text, slop));
  }

  /**
   * {@return a query for quotations that contain the words near each other, in any order}
   *
   * @param within the maximum total number of other words between them
   */
  static Text near(String text, int within) {
    return quote(new TextPattern.Near(text, within, Order.ANY));
  }

  /**
   * {@return a query for quotations that contain the words near each other, in this order}
   *
   * @param within the maximum total number of other words between them
   */
  static Text nearInOrder(String text, int within) {
    return quote(new TextPattern.Near(text, within, Order.GIVEN));
  }

  /** {@return a query for quotations that contain a word with a prefix} */
  static Text prefix(String start) {
    return quote(TextPattern.Wildcard.prefix(start));
  }

  /**
   * {@return a query for quotations that contain a word that matches a pattern with wildcards}
   *
   * @param pattern see {@link TextPattern.Wildcard}
   */
  static Text wildcard(String pattern) {
    return quote(new TextPattern.Wildcard(pattern));
  }

  /**
   * {@return a query for quotations that contain a word or one with a similar spelling}
   *
   * @param edits the maximum number of letters that differ, 1 or 2
   */
  static Text fuzzy(String word, int edits) {
    return quote(new TextPattern.Fuzzy(word, edits));
  }

  /**
   * {@return a query for quotations that contain a word that matches a regular expression}
   *
   * @param pattern see {@link TextPattern.Regex}
   */
  static Text regex(String pattern) {
    return quote(new TextPattern.Regex(pattern));
  }

  /** {@return a query for quotations with {@linkplain TokenPattern#parse a pattern of words}} */
  static Text tokens(String pattern) {
    return new Text(Target.QUOTE, Form.EXACT, new TextPattern.Tokens(TokenPattern.parse(pattern)));
  }

  private static Text quote(TextPattern pattern) {
    return new Text(Target.QUOTE, Form.STEM, pattern);
  }

  /** {@return a query for the quotations with a name, which must be a valid value of the facet} */
  static Query named(Facet facet, String name) {
    return new Named(facet, name);
  }

  /** {@return a query for the quotations of one speaker, by the whole name} */
  static Query speaker(String name) {
    return named(Facet.SPEAKER, name);
  }

  /** {@return a query for the quotations of speakers whose name contains all of the words} */
  static Text speakerWords(String text) {
    return words(text).in(Target.SPEAKER);
  }

  /** {@return a query for the quotations of speakers of one type} */
  static Query speakerType(SpeakerType type) {
    return named(Facet.SPEAKER_TYPE, type.name());
  }

  /** {@return a query for the quotations that name somebody} */
  static Query about(String name) {
    return named(Facet.ABOUT, name);
  }

  /** {@return a query for the quotations in one outlet} */
  static Query outlet(String name) {
    return named(Facet.OUTLET, name);
  }

  /** {@return a query for the quotations in one section} */
  static Query section(String name) {
    return named(Facet.SECTION, name);
  }

  /**
   * {@return a query for the quotations of one kind} The search must {@linkplain
   * Search.Builder#kinds include} this kind; {@link QuotationKind#INDIRECT} is not a default.
   */
  static Query kind(QuotationKind kind) {
    return named(Facet.KIND, kind.name());
  }

  /** {@return a query for the quotations of one article, by its id} */
  static Query article(String id) {
    return new Exactly(Property.ARTICLE, id);
  }

  /** {@return a query for one quotation, by its id} Of many, use {@link #anyOf}. */
  static Query quotation(String id) {
    return new Exactly(Property.ID, id);
  }

  /** {@return a query for the quotations that a rule attributed} */
  static Query rule(String name) {
    return named(Facet.RULE, name);
  }

  /** {@return a query for the quotations in articles published in the range} */
  static Query published(DateRange range) {
    return new PublishedIn(range);
  }

  /** {@return a query for the quotations in articles that were added on the days of the range} */
  static Query added(DateRange range) {
    return new ArrivedIn(new ArrivalRange.Days(range));
  }

  /** {@return a query for the quotations said in the range} */
  static Query said(DateRange range) {
    return new SaidIn(range);
  }

  /** {@return a query for the quotations with a minimum confidence, 0 to 1, in their speaker} */
  static Query confidence(double atLeast) {
    return new MinConfidence(atLeast);
  }

  /** {@return a query for the quotations in articles with a quotation that a query finds} */
  static Query inArticle(Query query) {
    return new InArticle(query);
  }

  /**
   * {@return a query for what all of several queries find; for a single query, the query itself}
   *
   * @throws IllegalArgumentException if there is none
   */
  static Query allOf(List<Query> queries) {
    return queries.size() == 1 ? queries.get(0) : new And(queries);
  }

  /**
   * {@return a query for what at least one of several queries finds; for a single query, the query
   * itself}
   *
   * @throws IllegalArgumentException if there is none
   */
  static Query anyOf(List<Query> queries) {
    return queries.size() == 1 ? queries.get(0) : new Or(queries);
  }

  /** {@return a query for what both this query and another find} Of many, use {@link #allOf}. */
  default Query and(Query other) {
    return new And(
        QueryParts.append(this instanceof And and ? and.queries() : List.of(this), other));
  }

  /** {@return a query for what this query or another finds} Of many, use {@link #anyOf}. */
  default Query or(Query other) {
    return new Or(QueryParts.append(this instanceof Or or ? or.queries() : List.of(this), other));
  }

  /** {@return a query for what this query does not find} */
  default Query not() {
    return new Not(this);
  }
}
