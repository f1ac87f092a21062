package onrecord;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import onrecord.engine.Engine;
import onrecord.engine.EngineSettings;
import onrecord.extract.QuotationExtractor;
import onrecord.lucene.LuceneEngine;
import onrecord.model.Article;
import onrecord.model.FieldType;
import onrecord.model.FieldValue;
import onrecord.model.Fields;
import onrecord.model.Quotation;
import onrecord.model.Span;
import onrecord.model.Speaker;
import onrecord.model.SpeakerType;
import onrecord.query.Hit;
import onrecord.query.InvalidSearchException;
import onrecord.query.OwnField;
import onrecord.query.OwnField.Owner;
import onrecord.query.Query;
import onrecord.query.Search;
import onrecord.query.SearchLimitException;

/**
 * Finds the quotations of one article that searches match, without an archive: for alerts on
 * articles as they come. Thread-safe.
 *
 * {@snippet file="onrecord/SnippetsTest.java" region="matcher"}
 *
 * <p>A search finds what it would find of the article in an archive, since the article is indexed
 * in memory in the same way. What depends on the other articles of an archive differs: scores, and
 * in a distinct search, in which an archive may have the same words in an earlier article. The
 * article has no {@linkplain onrecord.model.Arrival arrival}. Creating a matcher costs more than a
 * search, so one matcher should be used for all searches on an article. The caller closes it.
 */
public final class ArticleMatcher implements AutoCloseable {

  private final Engine engine;
  private final String article;

  private ArticleMatcher(Engine engine, String article) {
    this.engine = engine;
    this.article = article;
  }

  /**
   * {@return a matcher of the quotations that an extractor finds in an article}
   *
   * @throws IllegalArgumentException if the article or a name in it is too long
   * @throws IOException if there is not enough memory for it
   */
  public static ArticleMatcher of(Article article, QuotationExtractor extractor)
      throws IOException {
    return of(article, extractor.extract(article), Map.of());
  }

  /**
   * {@return a matcher of quotations of an article}
   *
   * @param article the article
   * @param quotations its quotations
   * @param fields the types of fields of the owner that articles, quotations or speakers may have,
   *     see {@link onrecord.query.ArchiveInfo#ownFields}; a search for a field is rejected if it is
   *     not among them, and nothing in the article has it
   * @throws IllegalArgumentException if a quotation does not fit the text, two have the same id,
   *     the article or a name in it is too long, or a field has another type
   * @throws IOException if there is not enough memory for it
   */
  public static ArticleMatcher of(
      Article article, List<Quotation> quotations, Map<OwnField, FieldType> fields)
      throws IOException {
    List<Quotation> given = List.copyOf(quotations);
    Engine engine = LuceneEngine.inMemory("none", EngineSettings.DEFAULT, System::nanoTime);
    try {
      if (!fields.isEmpty()) {
        put(engine, withFields(article.id().equals("x") ? "y" : "x", fields), fields);
      }
      engine.put(article, Optional.empty(), () -> given);
      engine.refresh();
      return new ArticleMatcher(engine, article.id());
    } catch (IOException | RuntimeException e) {
      try (engine) {
        throw e;
      }
    }
  }

  /** An index has the fields, with their types, that some article or speaker in it has. */
  private static void put(Engine engine, Article article, Map<OwnField, FieldType> fields)
      throws IOException {
    Speaker speaker = Speaker.of("x", SpeakerType.PERSON).with(fields(Owner.SPEAKER, fields));
    Quotation quotation =
        Quotation.builder(article, List.of(new Span(0, 1)))
            .speaker(speaker)
            .fields(fields(Owner.QUOTATION, fields))
            .build();
    engine.put(article, Optional.empty(), () -> List.of(quotation));
  }

  private static Article withFields(String id, Map<OwnField, FieldType> fields) {
    return Article.builder(id, "x").fields(fields(Owner.ARTICLE, fields)).build();
  }

  private static Fields fields(Owner owner, Map<OwnField, FieldType> types) {
    Fields.Builder fields = Fields.builder();
    types.forEach((field, type) -> {
      if (field.owner() == owner) {
        fields.add(field.name(), example(type));
      }
    });
    return fields.build();
  }

  private static FieldValue example(FieldType type) {
    return switch (type) {
      case TEXT -> FieldValue.text("x");
      case NAME -> FieldValue.name("x");
      case NUMBER -> FieldValue.number(0);
      case DAY -> FieldValue.day(LocalDate.EPOCH);
    };
  }

  /**
   * {@return the quotations of the article that a search finds, in its order, regardless of its
   * page size and facets}
   *
   * @throws InvalidSearchException as {@link Archive#search} does, and if the search has a cursor
   * @throws SearchLimitException if the search exceeds one of its limits
   * @throws IOException if there is not enough memory
   * @throws IllegalStateException if the matcher is closed
   */
  public List<Hit> hits(Search search) throws IOException {
    requireNonNull(search, "search");
    // The article that has all fields is not searched, nor is it the first with the same words.
    try (Stream<Hit> hits = engine.hits(search.and(Query.article(article)))) {
      return hits.toList();
    }
  }

  /**
   * {@return whether a query matches a quotation with quoted words of the article}
   *
   * @throws InvalidSearchException as {@link Archive#search} does
   * @throws SearchLimitException if the query exceeds a limit
   * @throws IOException if there is not enough memory
   * @throws IllegalStateException if the matcher is closed
   */
  public boolean matches(Query query) throws IOException {
    return !hits(Search.builder(query).highlight(false).build()).isEmpty();
  }

  /** Discards the article. Has no effect if this matcher is closed. */
  @Override
  public void close() throws IOException {
    engine.close();
  }
}
