package onrecord.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableSet;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import onrecord.model.Article;
import onrecord.model.Fields;
import onrecord.model.Published;
import onrecord.model.Quotation;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one record, from which its article is built. Not thread-safe.
 *
 * <p>The id of an article is that of the record, or else its address, or else a hash of its
 * content.
 */
final class ArticleFields {

  /** The components of an article, in the order in which messages list them. */
  static final ImmutableSet<String> COMPONENTS =
      ImmutableSet.of(
          "id",
          "title",
          "text",
          "published",
          "outlet",
          "section",
          "authors",
          "url",
          "language",
          "tags");

  /**
   * The names of the fields of Onrecord's own formats, in the order in which messages list them.
   */
  static final ImmutableSet<String> NAMES =
      ImmutableSet.of(
          "id",
          "title",
          "text",
          "published",
          "date",
          "outlet",
          "publisher",
          "section",
          "author",
          "authors",
          "url",
          "language",
          "tags");

  private static final int UNUSED_KEPT = 200;
  private static final int HASH_LENGTH = 16;

  private final Map<String, List<String>> values = new HashMap<>();
  private final Map<String, List<String>> cells = new HashMap<>();
  private final Set<String> unused = new LinkedHashSet<>();
  private final Set<String> missing = new LinkedHashSet<>();
  private Fields given = Fields.NONE;
  private @Nullable String printedDate;

  /** Appends values to a field. */
  void add(String name, List<String> more) {
    values.computeIfAbsent(name, key -> new ArrayList<>()).addAll(more);
  }

  /** Appends a value to a field, unless it is blank. */
  void add(String name, String value) {
    if (!value.isBlank()) {
      add(name, List.of(value));
    }
  }

  /** Appends the values in the cell of a table to a field of the owner of the archive. */
  void addCell(String name, String cell) {
    cells.computeIfAbsent(name, key -> new ArrayList<>()).add(cell);
  }

  /**
   * Sets the date of publication in any of the forms that {@link PublishedText} reads. An article
   * whose date is in another form is kept without a date, and the date is reported.
   */
  void addDate(String printed) {
    if (!printed.isBlank()) {
      printedDate = printed.strip();
    }
  }

  /** Sets the date of publication as {@link #addDate} does, unless it is set. */
  void addDateIfMissing(String printed) {
    if (printedDate == null) {
      addDate(printed);
    }
  }

  /** Takes each component that has no value from an article. */
  void addMissing(Article article) {
    addIfMissing("id", List.of(article.id()));
    addIfMissing("title", List.of(article.title()));
    addIfMissing("text", List.of(article.text()));
    if (printedDate == null) {
      article.published().ifPresent(published -> add("published", published.toString()));
    }
    addIfMissing("outlet", article.outlet().stream().toList());
    addIfMissing("section", article.section().stream().toList());
    addIfMissing("authors", article.authors());
    addIfMissing("url", article.url().stream().toList());
    addIfMissing("language", article.language().stream().toList());
    addIfMissing("tags", article.tags());
    given = article.fields();
  }

  private void addIfMissing(String name, List<String> more) {
    if (!has(name)) {
      add(name, more);
    }
  }

  /**
   * Records that a field of the source has a value that the article does not hold.
   *
   * @param field the name of the field in the source
   */
  void unused(String field) {
    if (unused.size() < UNUSED_KEPT) {
      unused.add(ReadTally.shortened(field));
    }
  }

  /**
   * Records that the source lacks something that the article would have taken from it.
   *
   * @param what what is missing, in a few words
   */
  void missing(String what) {
    missing.add(what);
  }

  boolean has(String name) {
    return !values.getOrDefault(name, List.of()).isEmpty();
  }

  /**
   * {@return the record: the article, or the reason why there is none}
   *
   * @param line the line of the source that the record starts at, from 1; 0 for a whole source
   */
  ArticleRecord toRecord(SourceInput input, long line) {
    return toRecord(input, line, article -> null);
  }

  /** Returns the quotations of an article. */
  @FunctionalInterface
  interface QuotationsOf {
    /** {@return the quotations that the source gives; null if they are to be extracted} */
    @Nullable List<Quotation> of(Article article);
  }

  /**
   * {@return the record: the article with the quotations that the source gives, or the reason why
   * there is no article}
   *
   * @param line the line of the source that the record starts at, from 1; 0 for a whole source
   * @param quotations returns the quotations of the article
   */
  ArticleRecord toRecord(SourceInput input, long line, QuotationsOf quotations) {
    try {
      Optional<Published> date =
          Optional.ofNullable(printedDate)
              .flatMap(printed -> PublishedText.read(printed, input.options().dates()));
      Article article = toArticle(input, date);
      Optional<String> unread =
          date.isPresent() ? Optional.empty() : Optional.ofNullable(printedDate);
      return ArticleRecord.read(
          input.source(),
          line,
          article,
          quotations.of(article),
          new ArticleRecord.Notes(unused, missing, unread));
    } catch (IllegalArgumentException e) {
      return ArticleRecord.failed(new ArticleFormatException(input.source(), line, e));
    }
  }

  /** {@return the id, or else the address, by which the source refers to the article} */
  Optional<String> id() {
    return one("id").or(() -> one("url"));
  }

  private Article toArticle(SourceInput input, Optional<Published> date) {
    String text = text(input.limits());
    String id = id().orElseGet(() -> hash(text));
    Article.Builder article = Article.builder(id, text).title(raw("title"));
    published("published").or(() -> published("date")).or(() -> date).ifPresent(article::published);
    one("outlet").or(() -> one("publisher")).ifPresent(article::outlet);
    one("section").ifPresent(article::section);
    List<String> authors = all("authors");
    article.authors(authors.isEmpty() ? all("author") : authors);
    one("url").ifPresent(article::url);
    one("language").ifPresent(article::language);
    article.tags(all("tags"));
    article.fields(given.with(own(input.options().own())));
    return article.build();
  }

  /** {@return the fields of the owner of the archive; what is not of their types is not used} */
  private Fields own(List<OwnColumn> columns) {
    Fields.Builder fields = Fields.builder();
    for (OwnColumn column : columns) {
      Stream.concat(
              values.getOrDefault(column.component(), List.of()).stream(),
              cells.getOrDefault(column.component(), List.of()).stream()
                  .flatMap(cell -> column.split(cell).stream()))
          .forEach(text ->
              column
                  .value(text)
                  .ifPresentOrElse(
                      value -> fields.add(column.name(), value),
                      () -> unused(column.source() + " (not a " + column.type().word() + ")")));
    }
    return fields.build();
  }

  /** {@return an id that follows from what distinguishes the article from others} */
  private String hash(String text) {
    Hasher hasher = Hashing.sha256().newHasher();
    for (String part :
        List.of(
            text,
            raw("title"),
            one("outlet").or(() -> one("publisher")).orElse(""),
            one("published").or(() -> one("date")).orElse(""),
            printedDate == null ? "" : printedDate)) {
      hasher.putInt(part.length()).putString(part, UTF_8);
    }
    return "content-" + hasher.hash().toString().substring(0, HASH_LENGTH);
  }

  private String text(RecordLimits limits) {
    if (!has("text")) {
      throw new IllegalArgumentException("text is missing");
    }
    String text = raw("text");
    if (text.isBlank()) {
      throw new IllegalArgumentException("text is empty");
    }
    limits.requireText(text);
    return text;
  }

  private Optional<Published> published(String name) {
    return one(name)
        .map(value -> {
          try {
            return Published.parse(value);
          } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
          }
        });
  }

  /** Title and text are not stripped: offsets point into the text as it was read. */
  private String raw(String name) {
    return single(name).orElse("");
  }

  private Optional<String> one(String name) {
    return single(name).map(String::strip).filter(value -> !value.isEmpty());
  }

  private Optional<String> single(String name) {
    List<String> all = values.getOrDefault(name, List.of());
    if (all.size() > 1) {
      throw new IllegalArgumentException(
          name + " must occur once, but occurs " + all.size() + " times");
    }
    return all.isEmpty() ? Optional.empty() : Optional.of(all.getFirst());
  }

  private List<String> all(String name) {
    return values.getOrDefault(name, List.of()).stream()
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .toList();
  }
}
