package onrecord.format;

import java.io.IOException;
import java.util.Optional;
import onrecord.model.Article;

/**
 * Finds the articles of hits, whose texts are needed to write offsets in Unicode code points. A
 * reference to the method {@code article} of an archive is one.
 */
@FunctionalInterface
public interface ArticleLookup {

  /**
   * {@return the article with an id; empty if there is none}
   *
   * @throws IOException if the article cannot be read
   */
  Optional<Article> article(String id) throws IOException;
}
