package onrecord.source;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import onrecord.model.Article;
import onrecord.model.Quotation;
import org.jspecify.annotations.Nullable;

/**
 * One record of a source: an article, or the reason why it could not be read. Immutable.
 *
 * <p>A record may carry the quotations of its article, if the source gives them; otherwise they are
 * to be extracted. {@link #article()} throws the reason for which a record could not be read, so
 * that a bad record is not skipped by mistake; {@link #failure()} returns it.
 */
public final class ArticleRecord {

  private final String source;
  private final long line;
  private final @Nullable Article article;
  private final @Nullable List<Quotation> quotations;
  private final @Nullable ArticleFormatException failure;

  private ArticleRecord(
      String source,
      long line,
      @Nullable Article article,
      @Nullable List<Quotation> quotations,
      @Nullable ArticleFormatException failure) {
    this.source = source;
    this.line = line;
    this.article = article;
    this.quotations = quotations;
    this.failure = failure;
  }

  /**
   * {@return a record of an article}
   *
   * @param source the file, folder or stream that contains the article, for messages
   * @param line the line of the source that it starts at, from 1; 0 for a whole source
   * @param article the article
   */
  public static ArticleRecord of(String source, long line, Article article) {
    return new ArticleRecord(source, line, requireNonNull(article, "article"), null, null);
  }

  /**
   * {@return a record of an article with the quotations that its source gives}
   *
   * @param source where the article comes from, for messages
   * @param line the line of the source it begins at, from 1; 0 for a whole source
   * @param article the article
   * @param quotations its quotations, in the order of the text; none if the list is empty
   */
  public static ArticleRecord of(
      String source, long line, Article article, List<Quotation> quotations) {
    return new ArticleRecord(
        source, line, requireNonNull(article, "article"), List.copyOf(quotations), null);
  }

  static ArticleRecord failed(ArticleFormatException failure) {
    return new ArticleRecord(failure.source(), failure.line(), null, null, failure);
  }

  /** {@return the file, folder or stream this record was read from} */
  public String source() {
    return source;
  }

  /** {@return the line that this record starts at or fails at, from 1; 0 for a whole source} */
  public long line() {
    return line;
  }

  /**
   * {@return the article}
   *
   * @throws ArticleFormatException if the record could not be read
   */
  public Article article() throws ArticleFormatException {
    if (article == null) {
      throw failure == null
          ? new ArticleFormatException(source, line, "there is no article")
          : failure;
    }
    return article;
  }

  /** {@return the quotations that the source gives; empty if they are to be extracted} */
  public Optional<List<Quotation>> quotations() {
    return Optional.ofNullable(quotations);
  }

  /** {@return the reason why the record could not be read; empty if it was read} */
  public Optional<ArticleFormatException> failure() {
    return Optional.ofNullable(failure);
  }

  /** {@return the article's id, or the failure's message} */
  @Override
  public String toString() {
    return article == null ? String.valueOf(failure) : source + ":" + line + ": " + article.id();
  }
}
