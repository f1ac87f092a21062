package onrecord.model;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A published text. Immutable.
 *
 * @param id what names the article in an archive; not blank
 * @param title the headline; may be empty
 * @param text the whole text, its paragraphs parted by line breaks; every {@link Span} points into
 *     it. A headline that is to be searched for quotations stands in it as the first paragraph.
 * @param published when it was published, where that is known
 * @param outlet the newspaper, agency or site that published it, where that is known
 * @param section the part of the outlet, such as "World", where that is known
 * @param authors who wrote it, as printed
 * @param url where it can be read
 * @param language its language as a BCP 47 tag ("en"), where that is known
 * @param tags the archive owner's own labels
 */
public record Article(
    String id,
    String title,
    String text,
    Optional<Published> published,
    Optional<String> outlet,
    Optional<String> section,
    List<String> authors,
    Optional<String> url,
    Optional<String> language,
    List<String> tags) {

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if the id or the text is blank, the id holds an unpaired
   *     surrogate, or an outlet, section, author, url, language or tag is given and blank
   */
  public Article {
    requireText("id", id);
    requireWholeCharacters(id);
    requireNonNull(title, "title");
    requireText("text", text);
    requireNonNull(published, "published");
    requireTexts("outlet", outlet.stream().toList());
    requireTexts("section", section.stream().toList());
    authors = requireTexts("author", authors);
    requireTexts("url", url.stream().toList());
    requireTexts("language", language.stream().toList());
    tags = requireTexts("tag", tags);
  }

  /** An index cannot tell apart ids that have unpaired surrogates at the same places. */
  private static void requireWholeCharacters(String id) {
    if (id.codePoints()
        .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
      throw new IllegalArgumentException(
          "id of an article must hold no unpaired surrogate, but was '" + id + "'");
    }
  }

  private static void requireText(String field, String value) {
    if (requireNonNull(value, field).isBlank()) {
      throw new IllegalArgumentException(
          field + " of an article must not be blank, but was '" + value + "'");
    }
  }

  private static List<String> requireTexts(String field, List<String> values) {
    List<String> copy = List.copyOf(values);
    copy.forEach(value -> requireText(field, value));
    return copy;
  }

  /**
   * Starts an article with the two parts that each must have. The other parts are empty until set.
   *
   * @param id what names the article in an archive
   * @param text the whole text
   */
  public static Builder builder(String id, String text) {
    return new Builder(id, text);
  }

  /** Gathers the parts of an {@link Article}. Not thread-safe. */
  public static final class Builder {
    private final String id;
    private final String text;
    private String title = "";
    private @Nullable Published published;
    private @Nullable String outlet;
    private @Nullable String section;
    private List<String> authors = List.of();
    private @Nullable String url;
    private @Nullable String language;
    private List<String> tags = List.of();

    private Builder(String id, String text) {
      this.id = id;
      this.text = text;
    }

    /** Sets the headline. */
    @CanIgnoreReturnValue
    public Builder title(String value) {
      title = value;
      return this;
    }

    /** Sets when it was published. */
    @CanIgnoreReturnValue
    public Builder published(Published value) {
      published = value;
      return this;
    }

    /** Sets who published it. */
    @CanIgnoreReturnValue
    public Builder outlet(String value) {
      outlet = value;
      return this;
    }

    /** Sets the part of the outlet. */
    @CanIgnoreReturnValue
    public Builder section(String value) {
      section = value;
      return this;
    }

    /** Sets who wrote it. */
    @CanIgnoreReturnValue
    public Builder authors(List<String> values) {
      authors = List.copyOf(values);
      return this;
    }

    /** Sets where it can be read. */
    @CanIgnoreReturnValue
    public Builder url(String value) {
      url = value;
      return this;
    }

    /** Sets the language, a BCP 47 tag. */
    @CanIgnoreReturnValue
    public Builder language(String value) {
      language = value;
      return this;
    }

    /** Sets the archive owner's own labels. */
    @CanIgnoreReturnValue
    public Builder tags(List<String> values) {
      tags = List.copyOf(values);
      return this;
    }

    /**
     * {@return the article}
     *
     * @throws IllegalArgumentException if a part is not valid
     */
    public Article build() {
      return new Article(
          id,
          title,
          text,
          Optional.ofNullable(published),
          Optional.ofNullable(outlet),
          Optional.ofNullable(section),
          authors,
          Optional.ofNullable(url),
          Optional.ofNullable(language),
          tags);
    }
  }
}
