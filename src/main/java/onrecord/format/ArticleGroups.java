package onrecord.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import onrecord.format.ArticleTexts.ArticleText;
import onrecord.model.Article;
import onrecord.model.Quotation;
import onrecord.query.Hit;
import onrecord.text.CodePoints;
import org.jspecify.annotations.Nullable;

/** Writes successive hits in the same article together. Not thread-safe. */
final class ArticleGroups implements HitWriter {

  private final ArticleTexts articles;
  private final Output output;
  private final List<Quotation> group = new ArrayList<>();
  private @Nullable ArticleText article;
  private boolean ended;

  /** The output of articles with their quotations. */
  interface Output {

    /** Writes an article. */
    void write(ArticleText article, List<Quotation> quotations) throws IOException;

    /** Writes the end. */
    default void end() throws IOException {}
  }

  ArticleGroups(ArticleTexts articles, Output output) {
    this.articles = articles;
    this.output = output;
  }

  @Override
  public void write(Hit hit) throws IOException {
    ArticleText next = articles.of(hit.article());
    if (!next.equals(article)) {
      writeGroup();
      article = next;
    }
    group.add(hit.quotation());
  }

  @Override
  public void write(Article without) throws IOException {
    writeGroup();
    output.write(new ArticleText(without, new CodePoints(without.text())), List.of());
  }

  private void writeGroup() throws IOException {
    if (article != null && !group.isEmpty()) {
      List<Quotation> quotations = List.copyOf(group);
      group.clear();
      output.write(article, quotations);
    }
  }

  @Override
  public void close() throws IOException {
    if (!ended) {
      ended = true;
      writeGroup();
      output.end();
    }
  }
}
