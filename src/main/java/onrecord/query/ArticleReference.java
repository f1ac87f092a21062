package onrecord.query;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import onrecord.model.Published;

/**
 * Which article a quotation stands in. Immutable.
 *
 * @param id the article's id
 * @param title its headline; may be empty
 * @param published when it was published, where that is known
 * @param outlet who published it, where that is known
 * @param url where it can be read, where that is known
 */
public record ArticleReference(
    String id,
    String title,
    Optional<Published> published,
    Optional<String> outlet,
    Optional<String> url) {
  /** Checks that no part is null. */
  public ArticleReference {
    requireNonNull(id, "id");
    requireNonNull(title, "title");
    requireNonNull(published, "published");
    requireNonNull(outlet, "outlet");
    requireNonNull(url, "url");
  }
}
