package onrecord.cli;

import java.io.IOException;
import onrecord.Archive;
import onrecord.model.Article;
import onrecord.query.ArticleReference;
import onrecord.text.CodePoints;
import org.jspecify.annotations.Nullable;

/**
 * The articles that hits stand in, of which often several in a row are the same. Not thread-safe.
 */
final class Articles {

  private final Archive archive;
  private @Nullable Printed last;

  /**
   * An article with its offsets. Immutable.
   *
   * @param text the text of the article, whose indices can be told in code points
   */
  record Printed(Article article, CodePoints text) {}

  Articles(Archive archive) {
    this.archive = archive;
  }

  Printed of(ArticleReference reference) throws IOException {
    Printed printed = last;
    if (printed == null || !printed.article().id().equals(reference.id())) {
      Article article =
          archive
              .article(reference.id())
              .orElseThrow(() ->
                  new IOException("the archive has no article " + reference.id() + " any more"));
      printed = new Printed(article, new CodePoints(article.text()));
      last = printed;
    }
    return printed;
  }
}
