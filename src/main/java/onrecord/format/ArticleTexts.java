package onrecord.format;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import onrecord.model.Article;
import onrecord.query.ArticleReference;
import onrecord.query.OwnField;
import onrecord.text.CodePoints;
import org.jspecify.annotations.Nullable;

/**
 * The articles that hits occur in. The last one is kept, since successive hits often share one. Not
 * thread-safe.
 */
final class ArticleTexts {

  private final ArticleLookup articles;
  private final List<OwnField> own;
  private @Nullable ArticleText last;

  /**
   * An article and its text. Immutable.
   *
   * @param text the text of the article, which converts offsets to code points
   */
  record ArticleText(Article article, CodePoints text) {}

  ArticleTexts(ArticleLookup articles) {
    this(articles, List.of());
  }

  /**
   * Finds articles.
   *
   * @param own the fields that tables have columns for
   */
  ArticleTexts(ArticleLookup articles, Collection<OwnField> own) {
    this.articles = requireNonNull(articles, "articles");
    this.own = List.copyOf(own);
  }

  /** {@return the fields of the owner of the archive that tables have columns for} */
  List<OwnField> own() {
    return own;
  }

  /**
   * {@return an article}
   *
   * @throws IOException if it cannot be read, or no longer exists
   */
  ArticleText of(ArticleReference reference) throws IOException {
    return of(reference.id());
  }

  /**
   * {@return the article with an id}
   *
   * @throws IOException if it cannot be read, or no longer exists
   */
  ArticleText of(String id) throws IOException {
    ArticleText text = last;
    if (text == null || !text.article().id().equals(id)) {
      Article article =
          articles
              .article(id)
              .orElseThrow(() -> new IOException("article " + id + " no longer exists"));
      text = new ArticleText(article, new CodePoints(article.text()));
      last = text;
    }
    return text;
  }
}
