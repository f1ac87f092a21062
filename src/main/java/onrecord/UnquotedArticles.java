package onrecord;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import onrecord.engine.Engine;
import onrecord.model.Article;
import onrecord.query.Query;
import onrecord.query.Search;

/** The articles that match a search, but have no quotation that it finds. Thread-safe. */
final class UnquotedArticles {

  private final Engine engine;
  private final Search search;

  /**
   * Specifies the articles.
   *
   * @throws IllegalArgumentException if the search has filters or is for distinct quotations
   */
  UnquotedArticles(Engine engine, Search search) {
    if (search.distinct() || !search.filters().isEmpty()) {
      throw new IllegalArgumentException(
          "articles without quotations are found by a query alone, but the search "
              + (search.distinct() ? "is for distinct quotations" : "has filters"));
    }
    this.engine = engine;
    this.search = search;
  }

  /** Passes on the articles, one by one, and returns their number. */
  long forEach(Consumer<Article> visitor) throws IOException {
    AtomicLong others = new AtomicLong();
    try {
      long all =
          engine.listForDeletion(
              search.query(),
              id -> withoutQuotation(id).ifPresentOrElse(visitor, others::incrementAndGet));
      return all - others.get();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private Optional<Article> withoutQuotation(String id) {
    try {
      Search inArticle =
          Search.builder(search.query().and(Query.article(id)))
              .kinds(search.kinds())
              .limits(search.limits())
              .highlight(false)
              .pageSize(0)
              .build();
      return engine.search(inArticle).total() > 0 ? Optional.empty() : engine.article(id);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
