package onrecord.query;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.Stream;
import onrecord.model.QuotationKind;
import onrecord.model.SpeakerType;

/**
 * What quotations are asked for. A query is a value: it can be kept, compared and put together with
 * others. Immutable.
 *
 * {@snippet :
 * Query query =
 *     Query.phrase("legal way")
 *         .and(Query.speakerWords("putin"))
 *         .and(Query.published(DateRange.parse("2020-11..2020-12")))
 *         .and(Query.outlet("The Sun").not());
 * }
 *
 * <p>Words are compared without regard to case and accents, and in a quotation by their English
 * stem, so that "election" finds "Elections". Names of speakers, outlets, sections and articles are
 * compared as they are printed. What is not known has the name {@link Facet#UNKNOWN}: {@code
 * Query.outlet(Facet.UNKNOWN)} finds the quotations of articles without an outlet.
 */
public sealed interface Query {

  /** How many of several words must be there. */
  enum Match {
    /** Each of them. */
    ALL,
    /** One of them or more. */
    ANY
  }

  /** Every quotation. */
  record All() implements Query {}

  /**
   * Quotations that hold words, in any order and place.
   *
   * @param text the words
   * @param match how many of them must be there
   */
  record Words(String text, Match match) implements Query {
    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if {@code text} holds no word
     */
    public Words {
      requireWord("words", text);
      requireNonNull(match, "match");
    }
  }

  /**
   * Quotations that hold words side by side.
   *
   * @param text the words, in their order
   * @param slop how far, in words, they may be moved altogether to stand as asked: 0 or more; two
   *     words that have changed places are 2 apart
   */
  record Phrase(String text, int slop) implements Query {
    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if {@code text} holds no word or {@code slop} is negative
     */
    public Phrase {
      requireWord("phrase", text);
      if (slop < 0) {
        throw new IllegalArgumentException("slop of a phrase must be 0 or more, but was " + slop);
      }
    }
  }

  /**
   * Quotations of one speaker.
   *
   * @param name the whole name as the archive has it
   */
  record SpeakerName(String name) implements Query {
    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException if it is blank
     */
    public SpeakerName {
      requireText("speaker", name);
    }
  }

  /**
   * Quotations of speakers whose name holds each of some words.
   *
   * @param text the words, in any order
   */
  record SpeakerWords(String text) implements Query {
    /**
     * Checks the words.
     *
     * @throws IllegalArgumentException if there is none
     */
    public SpeakerWords {
      requireWord("speaker words", text);
    }
  }

  /**
   * Quotations of one sort of speakers.
   *
   * @param type the sort
   */
  record TypeOfSpeaker(SpeakerType type) implements Query {
    /** Checks that the type is not null. */
    public TypeOfSpeaker {
      requireNonNull(type, "type");
    }
  }

  /**
   * Quotations in one newspaper, agency or site.
   *
   * @param name the outlet as the archive has it
   */
  record Outlet(String name) implements Query {
    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException if it is blank
     */
    public Outlet {
      requireText("outlet", name);
    }
  }

  /**
   * Quotations in one section of the outlets.
   *
   * @param name the section as the archive has it
   */
  record Section(String name) implements Query {
    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException if it is blank
     */
    public Section {
      requireText("section", name);
    }
  }

  /**
   * Quotations reported in one way.
   *
   * @param kind the way; a search for {@link QuotationKind#INDIRECT} must be told to look at those
   *     with {@link Search.Builder#indirect}
   */
  record Kind(QuotationKind kind) implements Query {
    /** Checks that the kind is not null. */
    public Kind {
      requireNonNull(kind, "kind");
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
      requireText("article", id);
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
  }

  /**
   * Quotations that every one of some queries finds.
   *
   * @param queries the queries, at least one
   */
  record And(List<Query> queries) implements Query {
    /**
     * Checks the queries.
     *
     * @throws IllegalArgumentException if there is none
     */
    public And {
      queries = requireSome("and", queries);
    }
  }

  /**
   * Quotations that one or more of some queries find.
   *
   * @param queries the queries, at least one
   */
  record Or(List<Query> queries) implements Query {
    /**
     * Checks the queries.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Or {
      queries = requireSome("or", queries);
    }
  }

  /**
   * Quotations that a query does not find.
   *
   * @param query the query
   */
  record Not(Query query) implements Query {
    /** Checks that the query is not null. */
    public Not {
      requireNonNull(query, "query");
    }
  }

  /** {@return a query for every quotation} */
  static Query all() {
    return new All();
  }

  /**
   * {@return a query for quotations that hold each of the words}
   *
   * @throws IllegalArgumentException if there is no word
   */
  static Query words(String text) {
    return new Words(text, Match.ALL);
  }

  /**
   * {@return a query for quotations that hold one or more of the words}
   *
   * @throws IllegalArgumentException if there is no word
   */
  static Query anyWord(String text) {
    return new Words(text, Match.ANY);
  }

  /**
   * {@return a query for quotations that hold the words side by side, in this order}
   *
   * @throws IllegalArgumentException if there is no word
   */
  static Query phrase(String text) {
    return new Phrase(text, 0);
  }

  /**
   * {@return a query for quotations that hold the words near one another}
   *
   * @param slop how far, in words, they may be moved altogether to stand as asked
   * @throws IllegalArgumentException if there is no word or {@code slop} is negative
   */
  static Query phrase(String text, int slop) {
    return new Phrase(text, slop);
  }

  /**
   * {@return a query for the quotations of one speaker, by the whole name}
   *
   * @throws IllegalArgumentException if the name is blank
   */
  static Query speaker(String name) {
    return new SpeakerName(name);
  }

  /**
   * {@return a query for the quotations of speakers whose name holds each of the words}
   *
   * @throws IllegalArgumentException if there is no word
   */
  static Query speakerWords(String text) {
    return new SpeakerWords(text);
  }

  /** {@return a query for the quotations of one sort of speakers} */
  static Query speakerType(SpeakerType type) {
    return new TypeOfSpeaker(type);
  }

  /**
   * {@return a query for the quotations in one outlet}
   *
   * @throws IllegalArgumentException if the name is blank
   */
  static Query outlet(String name) {
    return new Outlet(name);
  }

  /**
   * {@return a query for the quotations in one section}
   *
   * @throws IllegalArgumentException if the name is blank
   */
  static Query section(String name) {
    return new Section(name);
  }

  /** {@return a query for the quotations reported in one way} */
  static Query kind(QuotationKind kind) {
    return new Kind(kind);
  }

  /**
   * {@return a query for the quotations of one article}
   *
   * @throws IllegalArgumentException if the id is blank
   */
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

  private static List<Query> requireSome(String name, List<Query> queries) {
    List<Query> copy = List.copyOf(queries);
    if (copy.isEmpty()) {
      throw new IllegalArgumentException(
          "'" + name + "' must have at least one query, but had none");
    }
    return copy;
  }

  private static void requireText(String name, String text) {
    if (requireNonNull(text, name).isBlank()) {
      throw new IllegalArgumentException(
          name + " of a query must not be blank, but was '" + text + "'");
    }
  }

  private static void requireWord(String name, String text) {
    if (requireNonNull(text, name).codePoints().noneMatch(Character::isLetterOrDigit)) {
      throw new IllegalArgumentException(
          name + " of a query must hold a letter or a digit, but was '" + text + "'");
    }
  }
}
