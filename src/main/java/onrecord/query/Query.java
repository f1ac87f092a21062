package onrecord.query;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.Stream;
import onrecord.model.QuotationKind;
import onrecord.model.SpeakerType;
import onrecord.query.TextPattern.Match;
import onrecord.query.TextPattern.Order;

/**
 * What quotations are asked for. A query is a value: it can be kept, compared and put together with
 * others. Immutable.
 *
 * {@snippet :
 * Query query =
 *     Query.phrase("legal way")
 *         .and(Query.words("putin").in(Target.SPEAKER))
 *         .and(Query.published(DateRange.parse("2020-11..2020-12")))
 *         .and(Query.outlet("The Sun").not());
 * }
 *
 * <p>Words are compared without regard to case and accents, and by their English stem, so that
 * "election" finds "Elections", unless they are asked for {@linkplain Text#exact exactly}. Names of
 * speakers, outlets, sections and so on are compared as they are printed; {@code
 * Query.words("sun").in(Target.OUTLET)} asks for a word of a name. What is not known has the name
 * {@link Facet#UNKNOWN}: {@code Query.outlet(Facet.UNKNOWN)} finds the quotations of articles
 * without an outlet.
 *
 * <p>{@code toString} gives the query in the syntax that {@link #parse} reads. The methods here
 * throw {@link IllegalArgumentException} for what cannot be asked: no word where one is needed, a
 * blank name, a number out of bounds.
 */
public sealed interface Query {

  /** Every quotation. */
  record All() implements Query {
    @Override
    public String toString() {
      return QueryWriter.write(this);
    }
  }

  /**
   * Quotations by words, of themselves or of what belongs to them.
   *
   * @param target where the words are looked for
   * @param form how they are compared; names, and patterns that are not made of whole words, are
   *     always compared {@link Form#EXACT}
   * @param pattern the words
   */
  record Text(Target target, Form form, TextPattern pattern) implements Query {
    /** Checks that no part is null. */
    public Text {
      requireNonNull(target, "target");
      requireNonNull(form, "form");
      requireNonNull(pattern, "pattern");
      form = target.isName() || !pattern.isOfWords() ? Form.EXACT : form;
    }

    /** {@return the same words looked for elsewhere} */
    public Text in(Target place) {
      return new Text(place, form, pattern);
    }

    /** {@return the same words, compared as they are written} */
    public Text exact() {
      return new Text(target, Form.EXACT, pattern);
    }

    @Override
    public String toString() {
      return QueryWriter.write(this);
    }
  }

  /**
   * Quotations with a name.
   *
   * @param facet what the name is of; of {@link Facet#PUBLISHED} and {@link Facet#SAID}, whose
   *     values are dates, only {@link Facet#UNKNOWN} can be asked for in this way
   * @param name the whole name as the archive has it
   */
  record Named(Facet facet, String name) implements Query {
    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException if it is blank, or none that the facet can have
     */
    public Named {
      requireNonNull(facet, "facet").requireValue(requireNonNull(name, "name"));
      if (facet.isDate() && !name.equals(Facet.UNKNOWN)) {
        throw new IllegalArgumentException(
            "dates of facet " + facet + " are asked for as a range, but was the name " + name);
      }
    }

    @Override
    public String toString() {
      return QueryWriter.write(this);
    }
  }

  /**
   * Quotations of one article.
   *
   * @param id the article's id
   */
  record ArticleId(String id) implements Query {
    /**
     * Checks the id.
     *
     * @throws IllegalArgumentException if it is blank
     */
    public ArticleId {
      if (requireNonNull(id, "id").isBlank()) {
        throw new IllegalArgumentException(
            "article of a query must not be blank, but was '" + id + "'");
      }
    }

    @Override
    public String toString() {
      return QueryWriter.write(this);
    }
  }

  /**
   * Quotations in articles published in a time.
   *
   * @param range the time
   */
  record PublishedIn(DateRange range) implements Query {
    /** Checks that the range is not null. */
    public PublishedIn {
      requireNonNull(range, "range");
    }

    @Override
    public String toString() {
      return QueryWriter.write(this);
    }
  }

  /**
   * Quotations said in a time. One that is only known to a month or a year is found if all of that
   * month or year lies in the range.
   *
   * @param range the time
   */
  record SaidIn(DateRange range) implements Query {
    /** Checks that the range is not null. */
    public SaidIn {
      requireNonNull(range, "range");
    }

    @Override
    public String toString() {
      return QueryWriter.write(this);
    }
  }

  /**
   * Quotations whose speaker is likely enough the right one.
   *
   * @param atLeast the least confidence, 0 to 1
   */
  record Confident(double atLeast) implements Query {
    /**
     * Checks the bound.
     *
     * @throws IllegalArgumentException if it is not within 0 to 1
     */
    public Confident {
      if (!(atLeast >= 0 && atLeast <= 1)) {
        throw new IllegalArgumentException("confidence must be 0 to 1, but was " + atLeast);
      }
      // There is one zero.
      atLeast += 0.0;
    }

    @Override
    public String toString() {
      return QueryWriter.write(this);
    }
  }

  /**
   * Quotations in articles that have a quotation, the same or another, that a query finds.
   *
   * @param query the query
   */
  record InArticle(Query query) implements Query {
    /**
     * Checks the query.
     *
     * @throws SearchLimitException if too many stand within one another
     */
    public InArticle {
      QueryDepth.requireRoomInArticle(requireNonNull(query, "query"));
    }

    @Override
    public String toString() {
      return QueryWriter.write(this);
    }
  }

  /**
   * Quotations that every one of some queries finds.
   *
   * @param queries the queries, at least two
   */
  record And(List<Query> queries) implements Query {
    /**
     * Checks the queries.
     *
     * @throws IllegalArgumentException if there are fewer than two
     */
    public And {
      queries = requireTwo("and", queries);
    }

    @Override
    public String toString() {
      return QueryWriter.write(this);
    }
  }

  /**
   * Quotations that one or more of some queries find.
   *
   * @param queries the queries, at least two
   */
  record Or(List<Query> queries) implements Query {
    /**
     * Checks the queries.
     *
     * @throws IllegalArgumentException if there are fewer than two
     */
    public Or {
      queries = requireTwo("or", queries);
    }

    @Override
    public String toString() {
      return QueryWriter.write(this);
    }
  }

  /**
   * Quotations that a query does not find.
   *
   * @param query the query
   */
  record Not(Query query) implements Query {
    /**
     * Checks the query.
     *
     * @throws SearchLimitException if too many stand within one another
     */
    public Not {
      QueryDepth.requireRoomAround(List.of(requireNonNull(query, "query")));
    }

    @Override
    public String toString() {
      return QueryWriter.write(this);
    }
  }

  /**
   * {@return the query that a text in the query syntax tells}
   *
   * {@snippet :
   * Query.parse("speaker:putin \"legal way\"~3 published:[2020-11 TO 2020-12] -outlet:sun")
   * }
   *
   * <p>The page of {@linkplain onrecord.query this package} tells the syntax.
   *
   * @throws QuerySyntaxException if it cannot be read
   */
  static Query parse(String text) {
    return QueryReader.read(requireNonNull(text, "text"));
  }

  /** {@return a query for every quotation} */
  static Query all() {
    return new All();
  }

  /** {@return a query for quotations that hold each of the words} */
  static Text words(String text) {
    return quote(new TextPattern.Words(text, Match.ALL));
  }

  /** {@return a query for quotations that hold one or more of the words} */
  static Text anyWord(String text) {
    return quote(new TextPattern.Words(text, Match.ANY));
  }

  /** {@return a query for quotations that hold the words side by side, in this order} */
  static Text phrase(String text) {
    return phrase(text, 0);
  }

  /**
   * {@return a query for quotations that hold the words nearly side by side}
   *
   * @param slop how far, in words, they may be moved altogether to stand as asked
   */
  static Text phrase(String text, int slop) {
    return quote(new TextPattern.Phrase(text, slop));
  }

  /**
   * {@return a query for quotations that hold the words near one another, in any order}
   *
   * @param within how many other words may stand between them altogether
   */
  static Text near(String text, int within) {
    return quote(new TextPattern.Near(text, within, Order.ANY));
  }

  /**
   * {@return a query for quotations that hold the words near one another, in this order}
   *
   * @param within how many other words may stand between them altogether
   */
  static Text nearInOrder(String text, int within) {
    return quote(new TextPattern.Near(text, within, Order.GIVEN));
  }

  /** {@return a query for quotations that hold a word that begins so} */
  static Text prefix(String start) {
    return quote(TextPattern.Wildcard.prefix(start));
  }

  /**
   * {@return a query for quotations that hold a word of which only parts are given}
   *
   * @param pattern see {@link TextPattern.Wildcard}
   */
  static Text wildcard(String pattern) {
    return quote(new TextPattern.Wildcard(pattern));
  }

  /**
   * {@return a query for quotations that hold a word or one that is spelt nearly so}
   *
   * @param edits how many letters may differ, 1 or 2
   */
  static Text fuzzy(String word, int edits) {
    return quote(new TextPattern.Fuzzy(word, edits));
  }

  /**
   * {@return a query for quotations that hold a word of which all is described}
   *
   * @param pattern see {@link TextPattern.Regex}
   */
  static Text regex(String pattern) {
    return quote(new TextPattern.Regex(pattern));
  }

  private static Text quote(TextPattern pattern) {
    return new Text(Target.QUOTE, Form.STEM, pattern);
  }

  /** {@return a query for the quotations with a name, which must be one that the facet can have} */
  static Query named(Facet facet, String name) {
    return new Named(facet, name);
  }

  /** {@return a query for the quotations of one speaker, by the whole name} */
  static Query speaker(String name) {
    return named(Facet.SPEAKER, name);
  }

  /** {@return a query for the quotations of speakers whose name holds each of the words} */
  static Text speakerWords(String text) {
    return words(text).in(Target.SPEAKER);
  }

  /** {@return a query for the quotations of one sort of speakers} */
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
   * {@return a query for the quotations reported in one way}
   *
   * @param kind the way; a search for {@link QuotationKind#INDIRECT} must be told to look at those
   *     with {@link Search.Builder#indirect}
   */
  static Query kind(QuotationKind kind) {
    return named(Facet.KIND, kind.name());
  }

  /** {@return a query for the quotations of one article, by its id} */
  static Query article(String id) {
    return new ArticleId(id);
  }

  /** {@return a query for the quotations in articles published in the range} */
  static Query published(DateRange range) {
    return new PublishedIn(range);
  }

  /** {@return a query for the quotations said in the range} */
  static Query said(DateRange range) {
    return new SaidIn(range);
  }

  /**
   * {@return a query for the quotations whose speaker is likely enough the right one}
   *
   * @param atLeast the least confidence, 0 to 1
   */
  static Query confidence(double atLeast) {
    return new Confident(atLeast);
  }

  /**
   * {@return a query for the quotations in articles that have a quotation, the same or another,
   * that a query finds}
   */
  static Query inArticle(Query query) {
    return new InArticle(query);
  }

  /**
   * {@return a query for what each of some queries finds; of a single one, itself}
   *
   * @throws IllegalArgumentException if there is none
   */
  static Query allOf(List<Query> queries) {
    return queries.size() == 1 ? queries.get(0) : new And(queries);
  }

  /**
   * {@return a query for what one or more of some queries find; of a single one, itself}
   *
   * @throws IllegalArgumentException if there is none
   */
  static Query anyOf(List<Query> queries) {
    return queries.size() == 1 ? queries.get(0) : new Or(queries);
  }

  /** {@return a query for what both this query and another find} */
  default Query and(Query other) {
    return new And(append(this instanceof And and ? and.queries() : List.of(this), other));
  }

  /** {@return a query for what this query or another finds} */
  default Query or(Query other) {
    return new Or(append(this instanceof Or or ? or.queries() : List.of(this), other));
  }

  /** {@return a query for what this query does not find} */
  default Query not() {
    return new Not(this);
  }

  private static List<Query> append(List<Query> queries, Query last) {
    return Stream.concat(queries.stream(), Stream.of(last)).toList();
  }

  private static List<Query> requireTwo(String name, List<Query> queries) {
    List<Query> copy = List.copyOf(queries);
    if (copy.size() < 2) {
      throw new IllegalArgumentException(
          "'" + name + "' must have at least two queries, but had " + copy.size());
    }
    QueryDepth.requireRoomAround(copy);
    return copy;
  }
}
