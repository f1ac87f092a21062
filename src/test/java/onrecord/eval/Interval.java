package onrecord.eval;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToIntFunction;
import onrecord.eval.QuotedScore.Counts;

/**
 * A 95 % confidence interval of F1, by bootstrap over the articles: as many articles as there are
 * are drawn with replacement, {@value #DRAWS} times. Immutable.
 *
 * @param low the value below which 2.5 % of the draws lie
 * @param high the value above which 2.5 % of the draws lie
 */
record Interval(double low, double high) {

  private static final int DRAWS = 2000;
  private static final long SEED = 1;

  /**
   * Returns the interval of a figure.
   *
   * @param articles the counts of each article
   * @param figure returns the number of agreements of an article
   */
  static Interval ofF1(List<Counts> articles, ToIntFunction<Counts> figure) {
    Random random = new Random(SEED);
    double[] draws = new double[DRAWS];
    for (int draw = 0; draw < DRAWS; draw++) {
      int common = 0;
      int all = 0;
      for (int i = 0; i < articles.size(); i++) {
        Counts article = articles.get(random.nextInt(articles.size()));
        common += figure.applyAsInt(article);
        all += article.asserted + article.gold;
      }
      draws[draw] = all == 0 ? 0 : 2.0 * common / all;
    }
    Arrays.sort(draws);
    return new Interval(draws[DRAWS / 40], draws[DRAWS - 1 - DRAWS / 40]);
  }
}
