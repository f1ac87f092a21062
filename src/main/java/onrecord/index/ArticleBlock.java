package onrecord.index;

import com.google.common.hash.HashCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import onrecord.model.Article;
import onrecord.model.FieldValue;
import onrecord.model.Quotation;
import onrecord.model.Said;
import onrecord.model.Span;
import onrecord.schema.AnnotationLog;
import onrecord.schema.ArrivalRecord;
import onrecord.schema.ArticleDocument;
import onrecord.schema.ArticleMetadata;
import onrecord.schema.BlockDocuments;
import onrecord.schema.Fingerprint;
import onrecord.schema.SegmentDocuments;
import org.apache.lucene.document.Document;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.UnicodeUtil;

/**
 * An article with its quotations, which form a block of documents in an index. Immutable.
 *
 * @param article the article
 * @param quotations its quotations, in the order of the text
 * @param extractor the version of the extractor that found them, if one did
 * @param fingerprint the fingerprint of the article and the extractor
 * @param arrival when the article came in, if known
 * @param annotations the annotations on the quotations, with what they have replaced
 */
record ArticleBlock(
    Article article,
    List<Quotation> quotations,
    Optional<String> extractor,
    HashCode fingerprint,
    Optional<ArrivalRecord> arrival,
    AnnotationLog annotations) {

  /** The maximum number of quotations of an article: limits memory, far above any real article. */
  static final int MAX_QUOTATIONS = 200_000;

  /**
   * The maximum number of bytes of ids and of the fields that an article shares with its
   * quotations, which are stored once for each quotation: limits memory and disk, far above any
   * real article.
   */
  static final long MAX_SHARED_BYTES = 100_000_000;

  /**
   * The maximum number of authors and of tags of an article that is added: an index holds somewhat
   * more. An archive may hold articles that were added before there was this limit.
   */
  static final int MAX_VALUES = 20_000;

  /** The number of bytes that an index needs for a value in addition to those of the value. */
  private static final int BYTES_PER_VALUE = 30;

  ArticleBlock {
    quotations = List.copyOf(quotations);
  }

  /** {@return a block, whose fingerprint is computed} */
  static ArticleBlock of(Article article, List<Quotation> quotations, Optional<String> extractor) {
    return new ArticleBlock(
        article,
        quotations,
        extractor,
        Fingerprint.of(article, extractor),
        Optional.empty(),
        AnnotationLog.NONE);
  }

  /** {@return the same block with the time at which the article came in} */
  ArticleBlock arrived(Optional<ArrivalRecord> time) {
    return new ArticleBlock(article, quotations, extractor, fingerprint, time, annotations);
  }

  /**
   * {@return a block that is read from an index}
   *
   * @param documents the documents of the segment
   * @param first the document of the first quotation
   * @param last the document of the article
   */
  static ArticleBlock read(SegmentDocuments documents, int first, int last) throws IOException {
    List<Quotation> quotations = new ArrayList<>(last - first);
    for (int doc = first; doc < last; doc++) {
      quotations.add(documents.quotation(doc, last).quotation());
    }
    Article article = documents.article(last);
    Optional<String> extractor = ArticleDocument.extractor(documents.values(last));
    return new ArticleBlock(
        article,
        quotations,
        extractor,
        Fingerprint.of(article, extractor),
        documents.arrival(last),
        documents.annotations(last));
  }

  /** {@return the quotations as they were found, without what annotations say} */
  List<Quotation> found() {
    return new AnnotatedQuotations(quotations, annotations).found();
  }

  /** {@return this block with annotations in the place of those that it has} */
  ArticleBlock with(AnnotationLog log) {
    AnnotatedQuotations annotated = AnnotatedQuotations.of(article, found(), log);
    return new ArticleBlock(
        article, annotated.quotations(), extractor, fingerprint, arrival, annotated.log());
  }

  /** {@return the documents: one for each quotation, each created on demand, then the article's} */
  Iterable<Document> documents() {
    ArticleMetadata metadata = new ArticleMetadata(extractor, fingerprint, arrival, annotations);
    return () -> new BlockDocuments(article, quotations, metadata);
  }

  /**
   * Validates that the article and its quotations can be stored.
   *
   * @throws IllegalArgumentException if the shared fields are too long, there are too many
   *     quotations, one does not fit the text, or two have the same id
   */
  void requireStorable() {
    if (quotations.size() > MAX_QUOTATIONS) {
      throw new IllegalArgumentException(
          "article "
              + article.id()
              + " must have at most "
              + MAX_QUOTATIONS
              + " quotations, but has "
              + quotations.size());
    }
    long shared =
        sharedBytes() * (1 + quotations.size()) + bytes(quotations.stream().map(Quotation::id));
    if (shared > MAX_SHARED_BYTES) {
      throw new IllegalArgumentException(
          "id, title, outlet, section, authors, url, language, tags and own fields of article "
              + shortened(article.id())
              + " must have at most "
              + MAX_SHARED_BYTES
              + " bytes in UTF-8 and "
              + BYTES_PER_VALUE
              + " more for each value, counted once for each quotation, but have "
              + shared);
    }
    requireConsistent();
  }

  private long sharedBytes() {
    return bytes(
        Stream.of(
                Stream.of(article.id(), article.title()),
                article.outlet().stream(),
                article.section().stream(),
                article.authors().stream(),
                article.url().stream(),
                article.language().stream(),
                article.tags().stream(),
                article.fields().values().values().stream()
                    .flatMap(values -> values.stream().map(FieldValue::text)))
            .flatMap(texts -> texts));
  }

  private static long bytes(Stream<String> values) {
    return values
        .mapToLong(
            value -> BYTES_PER_VALUE + UnicodeUtil.calcUTF16toUTF8Length(value, 0, value.length()))
        .sum();
  }

  private static String shortened(String id) {
    return id.length() > 50 ? id.substring(0, 50) + "..." : id;
  }

  /**
   * Validates the size of an article that is to be added.
   *
   * @throws IllegalArgumentException if it is too long, or has too many authors, tags or values of
   *     a field
   */
  static void requireSize(Article article, int articleBytes) {
    requireAtMost("authors", article.authors(), article);
    requireAtMost("tags", article.tags(), article);
    article
        .fields()
        .values()
        .forEach((name, values) -> requireAtMost("values of the field " + name, values, article));
    int bytes = UnicodeUtil.calcUTF16toUTF8Length(article.text(), 0, article.text().length());
    if (bytes > articleBytes) {
      throw new IllegalArgumentException(
          "text of article "
              + article.id()
              + " must have at most "
              + articleBytes
              + " bytes in UTF-8, but has "
              + bytes
              + "; the limit can be raised when the archive is opened");
    }
  }

  private static void requireAtMost(String what, List<?> values, Article article) {
    if (values.size() > MAX_VALUES) {
      throw new IllegalArgumentException(
          "article "
              + shortened(article.id())
              + " must have at most "
              + MAX_VALUES
              + " "
              + what
              + ", but has "
              + values.size());
    }
  }

  /**
   * Validates that the quotations belong to the article.
   *
   * @throws IllegalArgumentException if one does not fit the text, or two have the same id
   */
  void requireConsistent() {
    Set<String> ids = new HashSet<>();
    for (Quotation quotation : quotations) {
      if (!ids.add(quotation.id())) {
        throw misfit(quotation, "has the same id as another quotation of it");
      }
      Stream.of(
              quotation.runs().stream(),
              quotation.mention().stream(),
              quotation.cue().stream(),
              quotation.said().map(Said::expression).stream())
          .flatMap(spans -> spans)
          .filter(span -> span.end() > article.text().length())
          .findFirst()
          .ifPresent(span -> {
            throw misfit(
                quotation,
                "points to " + span + ", but the text ends at " + article.text().length());
          });
      if (!isSame(quotation.text(), joined(quotation.runs()))) {
        throw misfit(quotation, "has a text other than its runs joined by a space");
      }
    }
  }

  /**
   * An index stores U+FFFD for an unpaired surrogate, also for one separated by the end of a run.
   */
  private static boolean isSame(String text, String other) {
    return text.equals(other) || new BytesRef(text).equals(new BytesRef(other));
  }

  private String joined(List<Span> runs) {
    return runs.stream().map(run -> run.in(article.text())).collect(Collectors.joining(" "));
  }

  private IllegalArgumentException misfit(Quotation quotation, String what) {
    return new IllegalArgumentException(
        "quotation " + quotation.id() + " of article " + article.id() + " " + what);
  }
}
