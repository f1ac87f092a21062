package onrecord.model;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A published text. Immutable.
 *
 * @param id the identifier of the article, unique in an archive; not blank
 * @param title the headline; may be empty
 * @param text the whole text, with its paragraphs separated by line breaks; every {@link Span}
 *     refers to it. A headline that is to be searched for quotations is its first paragraph.
 * @param published when it was published, if known
 * @param outlet the newspaper, agency or site that published it, if known
 * @param section the section of the outlet, such as "World", if known
 * @param authors the authors, as printed
 * @param url the address where it can be read, if known
 * @param language its language as a BCP 47 tag ("en"), if known
 * @param tags labels assigned by the owner of the archive
 * @param fields the fields that the owner of the archive has added, such as a country
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
    List<String> tags,
    Fields fields) {

  /**
   * Validates the components.
   *
   * @throws IllegalArgumentException if the id or the text is blank, the id contains an unpaired
   *     surrogate, or an outlet, section, author, url, language or tag is blank
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
    requireNonNull(fields, "fields");
  }

  /** Rejects unpaired surrogates: an index cannot distinguish ids that differ only in these. */
  private static void requireWholeCharacters(String id) {
    if (id.codePoints()
        .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
      throw new IllegalArgumentException(
          "id of an article must not contain an unpaired surrogate, but was '" + id + "'");
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
   * Returns a builder for an article with the two required components. The others are empty until
   * set.
   *
   * @param id the identifier of the article, unique in an archive
   * @param text the whole text
   */
  public static Builder builder(String id, String text) {
    return new Builder(id, text);
  }

  /** A builder of an {@link Article}. Not thread-safe. */
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
    private Fields fields = Fields.NONE;

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

    /** Sets when the article was published. */
    @CanIgnoreReturnValue
    public Builder published(Published value) {
      published = value;
      return this;
    }

    /** Sets the day on which the article was published. */
    @CanIgnoreReturnValue
    public Builder published(LocalDate day) {
      return published(Published.on(day));
    }

    /** Sets the newspaper, agency or site that published it. */
    @CanIgnoreReturnValue
    public Builder outlet(String value) {
      outlet = value;
      return this;
    }

    /** Sets the section of the outlet. */
    @CanIgnoreReturnValue
    public Builder section(String value) {
      section = value;
      return this;
    }

    /** Sets the authors, as printed. */
    @CanIgnoreReturnValue
    public Builder authors(List<String> values) {
      authors = List.copyOf(values);
      return this;
    }

    /** Sets the address where it can be read. */
    @CanIgnoreReturnValue
    public Builder url(String value) {
      url = value;
      return this;
    }

    /** Sets the language, as a BCP 47 tag. */
    @CanIgnoreReturnValue
    public Builder language(String value) {
      language = value;
      return this;
    }

    /** Sets the labels assigned by the owner of the archive. */
    @CanIgnoreReturnValue
    public Builder tags(List<String> values) {
      tags = List.copyOf(values);
      return this;
    }

    /** Sets the fields that the owner of the archive has added. */
    @CanIgnoreReturnValue
    public Builder fields(Fields value) {
      fields = value;
      return this;
    }

    /**
     * {@return the article}
     *
     * @throws IllegalArgumentException if a component is not valid
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
          tags,
          fields);
    }
  }
}
