package onrecord.eval;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import onrecord.eval.GoldArticle.Choice;
import onrecord.model.Article;
import onrecord.model.Quotation;
import org.jspecify.annotations.Nullable;

/**
 * Manually annotated articles, on which any way of finding quotations can be scored as {@link
 * Evaluation} defines it. Immutable.
 */
public final class AnnotatedArticles {

  private final List<GoldArticle> all;
  private final boolean labelled;

  private AnnotatedArticles(List<GoldArticle> all, boolean labelled) {
    this.all = all;
    this.labelled = labelled;
  }

  /**
   * The F1 of quoted fragments.
   *
   * @param span of the words
   * @param mention of the words with the mention of their source
   * @param name of the words with the name of their speaker; 0 without labels
   */
  public record Accuracy(double span, double mention, double name) {}

  /**
   * {@return the articles that the system properties of {@link Evaluation} specify, if they do}
   *
   * @throws IOException if a file cannot be read
   */
  public static Optional<AnnotatedArticles> given() throws IOException {
    String gold = Evaluation.setting("gold");
    if (gold.isEmpty()) {
      return Optional.empty();
    }
    String speakers = Evaluation.setting("speakers");
    return Optional.of(
        read(
            Path.of(gold),
            speakers.isEmpty() ? null : Path.of(speakers),
            Evaluation.setting("articles").equals("labelled") ? Choice.LABELLED : Choice.ALL));
  }

  /** Reads a file of articles; {@code speakers} may be null for articles without labels. */
  static AnnotatedArticles read(Path gold, @Nullable Path speakers, Choice choice)
      throws IOException {
    return new AnnotatedArticles(GoldArticle.read(gold, speakers, choice), speakers != null);
  }

  List<GoldArticle> all() {
    return all;
  }

  /** {@return the articles without their annotations} */
  public List<Article> articles() {
    return all.stream().map(GoldArticle::article).toList();
  }

  /** {@return whether the sources are identified by names} */
  public boolean isLabelled() {
    return labelled;
  }

  /**
   * {@return the accuracy of quotations}
   *
   * @param quotations those of each article, in the order of {@link #articles}
   */
  public Accuracy accuracy(List<List<Quotation>> quotations) {
    QuotedScore score = new QuotedScore();
    for (int i = 0; i < all.size(); i++) {
      score.add(all.get(i), quotations.get(i));
    }
    QuotedScore.Counts total = score.total;
    return new Accuracy(total.f1(total.span), total.f1(total.mention), total.f1(total.name));
  }
}
