package onrecord.format;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import onrecord.model.Article;
import onrecord.query.Hit;

/** Writes each article of the hits once. Not thread-safe. */
final class ArticleEntries implements HitWriter {

  private final ArticleTexts articles;
  private final Entry entry;
  private final Set<String> written = new HashSet<>();

  /** Writes the entry of an article. */
  @FunctionalInterface
  interface Entry {
    void write(Article article) throws IOException;
  }

  ArticleEntries(ArticleTexts articles, Entry entry) {
    this.articles = articles;
    this.entry = entry;
  }

  @Override
  public void write(Hit hit) throws IOException {
    if (!written.contains(hit.article().id())) {
      entry.write(articles.of(hit.article()).article());
      written.add(hit.article().id());
    }
  }

  @Override
  public void close() {}
}
