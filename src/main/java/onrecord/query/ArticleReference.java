package onrecord.query;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import onrecord.model.Article;
import onrecord.model.Fields;
import onrecord.model.Published;

/**
 * A reference to the article that contains a quotation: all that is known of the article except its
 * text. Immutable.
 *
 * @param id the article's id
 * @param title its headline; may be empty
 * @param published when it was published, if known
 * @param outlet the newspaper, agency or site that published it, if known
 * @param section the section of the outlet, if known
 * @param authors its authors, as printed
 * @param url the address where it can be read, if known
 * @param language its language as a BCP 47 tag, if known
 * @param tags the tags that the owner of the archive has given to it
 * @param fields the fields that the owner of the archive has added
 */
public record ArticleReference(
    String id,
    String title,
    Optional<Published> published,
    Optional<String> outlet,
    Optional<String> section,
    List<String> authors,
    Optional<String> url,
    Optional<String> language,
    List<String> tags,
    Fields fields) {
  /** Copies the lists. */
  public ArticleReference {
    requireNonNull(id, "id");
    requireNonNull(title, "title");
    requireNonNull(published, "published");
    requireNonNull(outlet, "outlet");
    requireNonNull(section, "section");
    authors = List.copyOf(authors);
    requireNonNull(url, "url");
    requireNonNull(language, "language");
    tags = List.copyOf(tags);
    requireNonNull(fields, "fields");
  }

  /** {@return a reference to an article} */
  public static ArticleReference of(Article article) {
    return new ArticleReference(
        article.id(),
        article.title(),
        article.published(),
        article.outlet(),
        article.section(),
        article.authors(),
        article.url(),
        article.language(),
        article.tags(),
        article.fields());
  }
}
