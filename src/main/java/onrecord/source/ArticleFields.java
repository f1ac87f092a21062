package onrecord.source;

import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onrecord.model.Article;
import onrecord.model.Published;

/** The named fields of one record, as read from a header or a JSON object. Not thread-safe. */
final class ArticleFields {

  /** The names of the fields, in the order in which messages list them. */
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

  private final Map<String, List<String>> values = new HashMap<>();

  /** Appends values to a field. */
  void add(String name, List<String> more) {
    values.computeIfAbsent(name, key -> new ArrayList<>()).addAll(more);
  }

  boolean has(String name) {
    return !values.getOrDefault(name, List.of()).isEmpty();
  }

  /**
   * {@return the article}
   *
   * @throws IllegalArgumentException if a field is missing or invalid, or the text is too long
   */
  Article toArticle(RecordLimits limits) {
    String id = one("id").orElseThrow(() -> new IllegalArgumentException("id is missing"));
    Article.Builder article = Article.builder(id, text(limits)).title(raw("title"));
    published("published").or(() -> published("date")).ifPresent(article::published);
    one("outlet").or(() -> one("publisher")).ifPresent(article::outlet);
    one("section").ifPresent(article::section);
    List<String> authors = all("authors");
    article.authors(authors.isEmpty() ? all("author") : authors);
    one("url").ifPresent(article::url);
    one("language").ifPresent(article::language);
    article.tags(all("tags"));
    return article.build();
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
    return all.stream().findFirst();
  }

  private List<String> all(String name) {
    return values.getOrDefault(name, List.of()).stream()
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .toList();
  }
}
