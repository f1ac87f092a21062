package onrecord.schema;

import static onrecord.schema.FieldValue.analyzed;
import static onrecord.schema.FieldValue.bytes;
import static onrecord.schema.FieldValue.days;
import static onrecord.schema.FieldValue.decimal;
import static onrecord.schema.FieldValue.integer;
import static onrecord.schema.FieldValue.optional;
import static onrecord.schema.FieldValue.optionalInteger;
import static onrecord.schema.FieldValue.several;
import static onrecord.schema.FieldValue.text;
import static onrecord.schema.Origin.articles;
import static onrecord.schema.Origin.everywhere;
import static onrecord.schema.Origin.quotations;

import java.util.Optional;
import onrecord.model.Said;
import onrecord.query.Facet;
import onrecord.query.SortOrder;
import onrecord.query.Target;
import onrecord.schema.Layout.Terms;
import onrecord.schema.Layout.Values;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.search.SortField;
import org.apache.lucene.util.BytesRef;

/**
 * The fields of an archive: each constant declares everything about one field, and the analyzers,
 * the documents, the counts and the check of an archive's format are derived from it.
 *
 * <p>A field that is searched by stems or by the words of names has a second field in the index,
 * see {@link #words()}. A page of the documentation lists all fields.
 */
public enum IndexField {
  TYPE("type", 1, Layout.NAME, everywhere(text(Indexed::type)), "quotation or article"),

  ARTICLE_ID(
      "article",
      1,
      Layout.NAME.with(Values.NAME),
      everywhere(text(d -> d.article().id())),
      "the id of the article"),

  TITLE(
      "title",
      1,
      Layout.TEXT.words(2),
      everywhere(text(d -> d.article().title())),
      "the headline of the article"),

  PUBLISHED(
      "published",
      1,
      Layout.STORED,
      everywhere(optional(d -> d.article().published().map(Object::toString))),
      "when the article was published, such as 2020-11-22T18:30Z"),

  DATE_NUMBER(
      "date_number",
      1,
      Layout.INTEGER.searched(Terms.INTEGER),
      everywhere(integer(d -> DateNumber.of(d.article().published()))),
      "the day of publication as 20201122; 0 if it is not known"),

  DATE(
      "date",
      1,
      Layout.NAME.countedIn(DATE_NUMBER),
      everywhere(optional(d -> d.article().published().map(p -> p.day().toString()))),
      "the day of publication, such as 2020-11-22"),

  DATE_ORDER(
      "date_order",
      1,
      Layout.INTEGER,
      everywhere(optionalInteger(d -> d.article().published().map(DateNumber::order))),
      "a number that increases with the time of publication"),

  OUTLET(
      "outlet",
      1,
      Layout.NAME.counted().words(2),
      everywhere(optional(d -> d.article().outlet())),
      "the outlet of the article"),

  SECTION(
      "section",
      1,
      Layout.NAME.counted().words(2),
      everywhere(optional(d -> d.article().section())),
      "the section of the outlet"),

  LANGUAGE(
      "language",
      1,
      Layout.NAME.counted().words(2),
      everywhere(optional(d -> d.article().language())),
      "the language of the article"),

  AUTHOR(
      "author",
      1,
      Layout.NAME.counted().words(2),
      everywhere(several(d -> d.article().authors())),
      "the authors of the article"),

  TAG(
      "tag",
      1,
      Layout.NAME.counted().words(2),
      everywhere(several(d -> d.article().tags())),
      "the tags that the owner of the archive has given to the article"),

  URL(
      "url",
      1,
      Layout.STORED,
      everywhere(optional(d -> d.article().url())),
      "the address of the article"),

  TEXT(
      "text",
      1,
      Layout.TEXT.unstored().with(Values.BYTES).words(2),
      articles(analyzed(IndexedArticle::terms)),
      "what hits show of the article, and its whole text"),

  EXTRACTOR(
      "extractor",
      1,
      Layout.STORED,
      articles(optional(d -> d.metadata().extractor())),
      "the version of the extractor that found the quotations, unless they were given"),

  FINGERPRINT(
      "fingerprint",
      2,
      Layout.BYTES,
      articles(bytes(d -> Optional.of(new BytesRef(d.metadata().fingerprint().asBytes())))),
      "a hash of all parts of the article and of the version of the extractor"),

  ID("id", 1, Layout.NAME, quotations(text(d -> d.quotation().id())), "the id of the quotation"),

  QUOTE(
      "quote",
      1,
      Layout.TEXT.words(1),
      quotations(analyzed(IndexedQuotation::terms)),
      "the words of the quotation"),

  SAME_WORDS(
      "same_words",
      2,
      Layout.BYTES.searched(Terms.NAME),
      quotations(bytes(d -> Optional.of(new BytesRef(d.sameWords())))),
      "a hash of the words of the quotation; equal words have equal hashes"),

  SENTENCE(
      "sentence",
      2,
      Layout.TEXT.unstored().words(2),
      quotations(optional(IndexedQuotation::ownSentenceText)),
      "the sentences that contain the quotation, if they cut a word of the article in two"),

  SENTENCE_WORDS(
      "sentence_words",
      5,
      Layout.BYTES,
      articles(bytes(d -> Optional.of(d.sentenceWords()))),
      "which of its words are those of the sentences that contain its quotations"),

  SENTENCE_RUNS(
      "sentence_runs",
      2,
      Layout.STORED,
      quotations(text(d -> Spans.write(d.sentences()))),
      "the spans of these sentences in the article"),

  KIND(
      "kind",
      1,
      Layout.NAME.counted(),
      quotations(text(d -> d.quotation().kind().name())),
      "DIRECT, MIXED or INDIRECT"),

  SPEAKER(
      "speaker",
      1,
      Layout.NAME.counted().unstored().words(1),
      quotations(text(d -> d.quotation().speaker().name())),
      "the name of the speaker in its fullest form"),

  SPEAKER_ID(
      "speaker_id",
      2,
      Layout.NAME.counted(),
      quotations(optional(d -> d.quotation().speaker().id())),
      "an identifier of the speaker, such as a Wikidata identifier"),

  SPEAKER_TYPE(
      "speaker_type",
      1,
      Layout.NAME.counted(),
      quotations(text(d -> d.quotation().speaker().type().name())),
      "PERSON, ORGANIZATION, UNNAMED or UNKNOWN"),

  SPEAKER_DESCRIPTION(
      "speaker_description",
      1,
      Layout.STORED,
      quotations(optional(d -> d.quotation().speaker().description())),
      "how the article describes the speaker"),

  SPEAKER_PRINTED(
      "speaker_printed",
      1,
      Layout.STORED,
      quotations(optional(d -> d.quotation().speaker().printed())),
      "the name of the speaker as the article prints it, if it differs"),

  SAID_SPAN(
      "said_span",
      1,
      Layout.STORED,
      quotations(optional(d -> d.quotation().said().map(s -> Spans.write(s.expression())))),
      "the span of the expression that specifies when the words were said"),

  SAID_NUMBER(
      "said_number",
      1,
      Layout.INTEGER,
      quotations(integer(d -> DateNumber.ofKnown(d.quotation().said().flatMap(Said::date)))),
      "the date on which the words were said as 20201122, 20201100 or 20200000; 0 if it is not"
          + " known"),

  SAID(
      "said",
      1,
      Layout.NAME.countedIn(SAID_NUMBER),
      quotations(optional(d -> d.quotation().said().flatMap(Said::date).map(Object::toString))),
      "the date on which the words were said, such as 2020-11-22, 2020-11 or 2020"),

  SAID_DAYS(
      "said_days",
      1,
      Layout.DAYS,
      quotations(days(d -> d.quotation().said().flatMap(Said::date))),
      "the first and the last day of that date, counted from 1970-01-01"),

  ABOUT(
      "about",
      1,
      Layout.NAME.counted().words(2),
      quotations(several(d -> d.quotation().about())),
      "the people and organizations that the quotation names"),

  CUE(
      "cue",
      1,
      Layout.NAME.counted().unstored().words(2),
      quotations(optional(IndexedQuotation::cueText)),
      "the words that signal speech, in lower case"),

  RULE(
      "rule",
      1,
      Layout.NAME.unstored().with(Values.NAME),
      quotations(text(d -> d.quotation().rule())),
      "the rule that attributed the quotation"),

  CONFIDENCE(
      "confidence",
      1,
      Layout.DECIMAL,
      quotations(decimal(d -> d.quotation().confidence())),
      "how likely the speaker is the right one, 0 to 1"),

  POSITION(
      "position",
      1,
      Layout.INTEGER,
      quotations(integer(d -> d.quotation().runs().getFirst().start())),
      "the index in the article at which the quotation starts"),

  RUNS(
      "runs",
      1,
      Layout.STORED,
      quotations(text(d -> Spans.write(d.quotation().runs()))),
      "the spans of the quotation in the article"),

  MENTION_SPAN(
      "mention_span",
      1,
      Layout.STORED,
      quotations(optional(d -> d.quotation().mention().map(Spans::write))),
      "the span that mentions the speaker"),

  CUE_SPAN(
      "cue_span",
      1,
      Layout.STORED,
      quotations(optional(d -> d.quotation().cue().map(Spans::write))),
      "the span of the cue"),

  PARTS(
      "parts",
      4,
      Layout.BYTES,
      quotations(bytes(d -> Optional.of(QuotationParts.write(d)))),
      "the values that are in the parts of the quotation, and all spans");

  /** The first format that has {@link #terms()} instead of stems and words in two fields. */
  static final int TERMS_SINCE = 3;

  private final String field;
  private final int since;
  private final Layout layout;

  // Immutable, as its functions are stateless.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Origin origin;

  private final String description;

  /**
   * Declares a field.
   *
   * @param field its name in the index
   * @param since the first format that has it
   * @param layout how it is indexed
   * @param origin which documents have it, and where its value comes from
   * @param description what it holds
   */
  IndexField(String field, int since, Layout layout, Origin origin, String description) {
    this.field = field;
    this.since = since;
    this.layout = layout;
    this.origin = origin;
    this.description = description;
  }

  /** {@return the field whose values are those of a facet} */
  public static IndexField of(Facet.Standard facet) {
    return switch (facet) {
      case SPEAKER -> SPEAKER;
      case SPEAKER_ID -> SPEAKER_ID;
      case SPEAKER_TYPE -> SPEAKER_TYPE;
      case ABOUT -> ABOUT;
      case OUTLET -> OUTLET;
      case SECTION -> SECTION;
      case AUTHOR -> AUTHOR;
      case LANGUAGE -> LANGUAGE;
      case KIND -> KIND;
      case CUE -> CUE;
      case RULE -> RULE;
      case TAG -> TAG;
      case PUBLISHED -> DATE;
      case SAID -> SAID;
      case CONFIDENCE -> CONFIDENCE;
    };
  }

  /** {@return the field that is searched for the words of a target} */
  public static IndexField of(Target.Standard target) {
    return switch (target) {
      case QUOTE -> QUOTE;
      case SENTENCE -> SENTENCE;
      case TITLE -> TITLE;
      case TEXT -> TEXT;
      case SPEAKER, ABOUT, OUTLET, SECTION, AUTHOR, LANGUAGE, CUE, TAG ->
          of((Facet.Standard) target.facet().orElseThrow());
      case DESCRIPTION -> SPEAKER_DESCRIPTION;
      case PRINTED -> SPEAKER_PRINTED;
    };
  }

  /** {@return the first criterion of an order of hits} */
  public static SortField of(SortOrder order) {
    return switch (order) {
      case RELEVANCE -> SortField.FIELD_SCORE;
      case NEWEST -> FieldOrder.descending(DATE_ORDER);
      case OLDEST -> FieldOrder.ascending(DATE_ORDER);
      case SPEAKER -> NameOrder.ofSpeakers();
      case CONFIDENCE -> FieldOrder.descending(CONFIDENCE);
    };
  }

  /** {@return the name of the field in the index} */
  public String field() {
    return field;
  }

  /**
   * {@return the name in the index of the field that holds the words of this field's values,
   * without regard to case and accents}
   *
   * @throws IllegalStateException if the words are not indexed
   */
  public String words() {
    if (!hasWords()) {
      throw new IllegalStateException("the words of field " + field + " are not indexed");
    }
    return field + (layout.terms() == Terms.STEMS ? "_exact" : "_words");
  }

  /**
   * {@return the name in the index of the field that holds the words and the stems of a text since
   * format 3}
   *
   * @throws IllegalStateException if this is not a text
   */
  public String terms() {
    if (!isText()) {
      throw new IllegalStateException("field " + field + " is not a text");
    }
    return field + "_terms";
  }

  /** {@return whether this is a text that is searched by words and by stems} */
  boolean isText() {
    return layout.terms() == Terms.STEMS;
  }

  /**
   * {@return whether only articles have the words of this text} Quotations repeat it until format
   * 2.
   */
  public boolean isSearchedInArticles(Stamp stamp) {
    return stamp.hasTerms() ? isOfArticles() : !isOfQuotations();
  }

  /** {@return whether the words of this field's values are indexed in a field of their own} */
  boolean hasWords() {
    return layout.words() > 0;
  }

  /** {@return the field with the doc values that this field is counted by} */
  public IndexField countedIn() {
    return layout.numbers().orElse(this);
  }

  /** {@return whether this field has names as doc values, which are counted by their ordinals} */
  boolean isCountedByName() {
    return layout.values() == Values.NAMES || this == RULE;
  }

  /** {@return whether the documents of articles have this field} */
  public boolean isOfArticles() {
    return !(origin instanceof Origin.Quotations);
  }

  /** {@return whether the documents of quotations have this field} */
  public boolean isOfQuotations() {
    return !(origin instanceof Origin.Articles);
  }

  /** {@return whether the values are stored in the document of the article} */
  boolean isStored() {
    return layout.store() == Store.YES && isOfArticles();
  }

  /** {@return whether the value is in the {@link #PARTS} of a quotation} */
  boolean isInParts() {
    return layout.store() == Store.YES && !isOfArticles();
  }

  /** {@return whether there is a field of the index with the values themselves} */
  boolean isIndexed() {
    return isStored() || isSearchedOrCounted();
  }

  /** {@return whether the values themselves are searched as a whole, or are doc values} */
  boolean isSearchedOrCounted() {
    return layout.values() != Values.NONE || layout.hasWholeTerms();
  }

  int since() {
    return since;
  }

  Layout layout() {
    return layout;
  }

  String description() {
    return description;
  }

  /** Adds this field to the document of an article, if such documents have it. */
  void add(IndexedArticle article, FieldWriter document) {
    origin.add(article, this, document);
  }

  /** Adds this field to the document of a quotation, if such documents have it. */
  void add(IndexedQuotation quotation, FieldWriter document) {
    origin.add(quotation, this, document);
  }
}
