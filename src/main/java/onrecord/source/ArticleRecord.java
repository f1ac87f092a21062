package onrecord.source;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
  private final @Nullable Content content;
  private final @Nullable ArticleFormatException failure;
  private final Notes notes;

  private ArticleRecord(
      String source,
      long line,
      @Nullable Content content,
      @Nullable ArticleFormatException failure,
      Notes notes) {
    this.source = source;
    this.line = line;
    this.content = content;
    this.failure = failure;
    this.notes = notes;
  }

  /** An article, with the quotations that its source gives, or null. */
  private record Content(Article article, @Nullable List<Quotation> quotations) {
    Content {
      requireNonNull(article, "article");
      quotations = quotations == null ? null : List.copyOf(quotations);
    }
  }

  /**
   * What a reader reports of a record, beside its article.
   *
   * @param unusedFields the fields of the source that the article does not hold
   * @param missing what the source lacks that the article would have taken from it
   * @param unreadDate the date of publication as printed, if it could not be read
   * @param skipped the reason why the record is not an article, if it is of another kind
   */
  record Notes(
      Set<String> unusedFields,
      Set<String> missing,
      Optional<String> unreadDate,
      Optional<String> skipped) {
    private static final Notes NONE = new Notes(Optional.empty());

    Notes {
      unusedFields = ImmutableSet.copyOf(unusedFields);
      missing = ImmutableSet.copyOf(missing);
    }

    Notes(Optional<String> skipped) {
      this(Set.of(), Set.of(), Optional.empty(), skipped);
    }
  }

  /**
   * {@return a record of an article}
   *
   * @param source the file, folder or stream that contains the article, for messages
   * @param line the line of the source that it starts at, from 1; 0 for a whole source
   * @param article the article
   */
  public static ArticleRecord of(String source, long line, Article article) {
    return new ArticleRecord(source, line, new Content(article, null), null, Notes.NONE);
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
        source, line, new Content(article, List.copyOf(quotations)), null, Notes.NONE);
  }

  /** {@return a record of an article as a reader returns it, with quotations or null} */
  static ArticleRecord read(
      String source,
      long line,
      Article article,
      @Nullable List<Quotation> quotations,
      Notes notes) {
    return new ArticleRecord(source, line, new Content(article, quotations), null, notes);
  }

  /** {@return a record that could not be read} */
  static ArticleRecord failed(ArticleFormatException failure) {
    return new ArticleRecord(failure.source(), failure.line(), null, failure, Notes.NONE);
  }

  /**
   * {@return a record of another kind than an article, which an {@link ArticleReader} counts and
   * does not return}
   *
   * @param reason the kind, such as "not HTML: image/png"; the records are counted by it
   */
  static ArticleRecord skipped(String source, long line, String reason) {
    return new ArticleRecord(source, line, null, null, new Notes(Optional.of(reason)));
  }

  /** {@return the article; empty if there is none} */
  Optional<Article> articleIfRead() {
    return Optional.ofNullable(content).map(Content::article);
  }

  /** {@return what the reader reports of this record} */
  Notes notes() {
    return notes;
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
    if (content == null) {
      throw failure == null
          ? new ArticleFormatException(source, line, "there is no article")
          : failure;
    }
    return content.article();
  }

  /** {@return the quotations that the source gives; empty if they are to be extracted} */
  public Optional<List<Quotation>> quotations() {
    return Optional.ofNullable(content).flatMap(c -> Optional.ofNullable(c.quotations()));
  }

  /** {@return the reason why the record could not be read; empty if it was read} */
  public Optional<ArticleFormatException> failure() {
    return Optional.ofNullable(failure);
  }

  /** {@return the article's id, or the failure's message} */
  @Override
  public String toString() {
    return content == null
        ? String.valueOf(failure)
        : source + ":" + line + ": " + content.article().id();
  }
}
