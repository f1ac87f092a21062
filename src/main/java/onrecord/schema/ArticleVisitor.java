package onrecord.schema;

import java.io.IOException;

/** Receives the ids of articles one by one. */
@FunctionalInterface
public interface ArticleVisitor {
  /**
   * Receives the id of an article.
   *
   * @throws IOException if what is done with it cannot be done
   */
  void visit(String id) throws IOException;
}
