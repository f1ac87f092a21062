package onrecord.source;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import onrecord.model.Article;
import onrecord.model.ArticleVersion;
import onrecord.model.Quotation;
import org.jspecify.annotations.Nullable;

/**
 * One record of a source: an article, the reason why it could not be read, or the withdrawal of an
 * article. Immutable.
 *
 * <p>A record may carry the quotations of its article, if the source gives them; otherwise they are
 * to be extracted. {@link #article()} throws the reason for which there is no article, so that a
 * bad record is not skipped by mistake; {@link #failure()} and {@link #withdrawn()} return it.
 */
public final class ArticleRecord {

  private final String source;
  private final long line;
  private final Content content;
  private final Notes notes;

  private ArticleRecord(String source, long line, Content content, Notes notes) {
    this.source = source;
    this.line = line;
    this.content = content;
    this.notes = notes;
  }

  private sealed interface Content {}

  /** An article, with the quotations that its source gives, or null. */
  private record Read(Article article, @Nullable List<Quotation> quotations) implements Content {
    Read {
      requireNonNull(article, "article");
      quotations = quotations == null ? null : List.copyOf(quotations);
    }
  }

  private record Failed(ArticleFormatException failure) implements Content {}

  private record Withdrawn(String id) implements Content {
    Withdrawn {
      if (id.isBlank()) {
        throw new IllegalArgumentException("id of a withdrawn article must not be blank");
      }
    }
  }

  /** Something else than an article. */
  private record Other() implements Content {}

  /**
   * What a reader reports of a record, beside its article.
   *
   * @param unusedFields the fields of the source that the article does not hold
   * @param missing what the source lacks that the article would have taken from it
   * @param unreadDate the date of publication as printed, if it could not be read
   * @param skipped the reason why the record is not an article, if it is of another kind
   * @param embargoed the day until which the article must not be used, or the words "further
   *     notice", if that is why there is none
   * @param version the version of the article that the record has or withdraws, if its source
   *     counts versions
   */
  record Notes(
      Set<String> unusedFields,
      Set<String> missing,
      Optional<String> unreadDate,
      Optional<String> skipped,
      Optional<String> embargoed,
      Optional<ArticleVersion> version) {
    private static final Notes NONE = new Notes(Set.of(), Set.of(), Optional.empty());

    Notes {
      unusedFields = ImmutableSet.copyOf(unusedFields);
      missing = ImmutableSet.copyOf(missing);
    }

    Notes(Set<String> unusedFields, Set<String> missing, Optional<String> unreadDate) {
      this(unusedFields, missing, unreadDate, Optional.empty(), Optional.empty(), Optional.empty());
    }

    Notes with(ArticleVersion other) {
      return new Notes(unusedFields, missing, unreadDate, skipped, embargoed, Optional.of(other));
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
    return new ArticleRecord(source, line, new Read(article, null), Notes.NONE);
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
    return new ArticleRecord(source, line, new Read(article, List.copyOf(quotations)), Notes.NONE);
  }

  /**
   * {@return a record that withdraws an article, as a newsroom does that cancels it}
   *
   * @param source where the withdrawal comes from, for messages
   * @param line the line of the source it begins at, from 1; 0 for a whole source
   * @param id the id of the article
   * @throws IllegalArgumentException if the id is blank
   */
  public static ArticleRecord withdrawn(String source, long line, String id) {
    return new ArticleRecord(source, line, new Withdrawn(id), Notes.NONE);
  }

  /** {@return a record of an article as a reader returns it, with quotations or null} */
  static ArticleRecord read(
      String source,
      long line,
      Article article,
      @Nullable List<Quotation> quotations,
      Notes notes) {
    return new ArticleRecord(source, line, new Read(article, quotations), notes);
  }

  /** {@return a record that could not be read} */
  static ArticleRecord failed(ArticleFormatException failure) {
    return new ArticleRecord(failure.source(), failure.line(), new Failed(failure), Notes.NONE);
  }

  /**
   * {@return a record of another kind than an article, which an {@link ArticleReader} counts and
   * does not return}
   *
   * @param reason the kind, such as "not HTML: image/png"; the records are counted by it
   */
  static ArticleRecord skipped(String source, long line, String reason) {
    return other(source, line, Optional.of(reason), Optional.empty());
  }

  /**
   * {@return a record of an article that must not be used yet, which an {@link ArticleReader}
   * counts and does not return}
   *
   * @param until the day until which it must not, or the words "further notice"
   */
  static ArticleRecord embargoed(String source, long line, String until) {
    return other(source, line, Optional.empty(), Optional.of(until));
  }

  private static ArticleRecord other(
      String source, long line, Optional<String> skipped, Optional<String> embargoed) {
    Notes notes =
        new Notes(Set.of(), Set.of(), Optional.empty(), skipped, embargoed, Optional.empty());
    return new ArticleRecord(source, line, new Other(), notes);
  }

  /**
   * {@return this record with the version of the article that it has or withdraws} The fields of
   * the article state the version, unless they have other values under these names.
   */
  public ArticleRecord withVersion(ArticleVersion version) {
    Content versioned =
        content instanceof Read read
            ? new Read(withVersion(read.article(), version), read.quotations())
            : content;
    return new ArticleRecord(source, line, versioned, notes.with(version));
  }

  private static Article withVersion(Article article, ArticleVersion version) {
    return new Article(
        article.id(),
        article.title(),
        article.text(),
        article.published(),
        article.outlet(),
        article.section(),
        article.authors(),
        article.url(),
        article.language(),
        article.tags(),
        version.fields().with(article.fields()));
  }

  /** {@return the article; empty if there is none} */
  Optional<Article> articleIfRead() {
    return content instanceof Read read ? Optional.of(read.article()) : Optional.empty();
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
   * @throws ArticleFormatException if the record could not be read, or withdraws an article
   */
  public Article article() throws ArticleFormatException {
    if (content instanceof Read read) {
      return read.article();
    }
    if (content instanceof Failed failed) {
      throw failed.failure();
    }
    throw new ArticleFormatException(
        source,
        line,
        content instanceof Withdrawn withdrawn
            ? "withdraws the article " + withdrawn.id() + ", and is not one"
            : "there is no article");
  }

  /** {@return the quotations that the source gives; empty if they are to be extracted} */
  public Optional<List<Quotation>> quotations() {
    return content instanceof Read read ? Optional.ofNullable(read.quotations()) : Optional.empty();
  }

  /** {@return the reason why the record could not be read; empty if it was read} */
  public Optional<ArticleFormatException> failure() {
    return content instanceof Failed failed ? Optional.of(failed.failure()) : Optional.empty();
  }

  /**
   * {@return the id of the article that the record withdraws; empty if it does not withdraw any}
   */
  public Optional<String> withdrawn() {
    return content instanceof Withdrawn withdrawn ? Optional.of(withdrawn.id()) : Optional.empty();
  }

  /**
   * {@return the version of the article that the record has or withdraws, by which an older one is
   * told from a newer one; empty if the source does not count versions}
   */
  public Optional<ArticleVersion> version() {
    return notes.version();
  }

  /** {@return the article's id, the failure's message, or what else the record is} */
  @Override
  public String toString() {
    return switch (content) {
      case Read read -> source + ":" + line + ": " + read.article().id();
      case Failed failed -> String.valueOf(failed.failure());
      case Withdrawn withdrawn -> source + ":" + line + ": withdraws " + withdrawn.id();
      case Other other -> source + ":" + line + ": no article";
    };
  }
}
