package onrecord.query;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import onrecord.model.Fields;
import onrecord.model.Published;

/**
 * A reference to the article that contains a quotation. Immutable.
 *
 * @param id the article's id
 * @param title its headline; may be empty
 * @param published when it was published, if known
 * @param outlet the newspaper, agency or site that published it, if known
 * @param url the address where it can be read, if known
 * @param fields the fields that the owner of the archive has added
 */
public record ArticleReference(
    String id,
    String title,
    Optional<Published> published,
    Optional<String> outlet,
    Optional<String> url,
    Fields fields) {
  /** Validates that no component is null. */
  public ArticleReference {
    requireNonNull(id, "id");
    requireNonNull(title, "title");
    requireNonNull(published, "published");
    requireNonNull(outlet, "outlet");
    requireNonNull(url, "url");
    requireNonNull(fields, "fields");
  }

  /**
   * Creates a reference to an article without added fields.
   *
   * @param id the article's id
   * @param title its headline; may be empty
   * @param published when it was published, if known
   * @param outlet the newspaper, agency or site that published it, if known
   * @param url the address where it can be read, if known
   */
  public ArticleReference(
      String id,
      String title,
      Optional<Published> published,
      Optional<String> outlet,
      Optional<String> url) {
    this(id, title, published, outlet, url, Fields.NONE);
  }
}
