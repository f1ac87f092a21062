package onrecord.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import onrecord.eval.AnnotatedArticles;
import onrecord.eval.AnnotatedArticles.Accuracy;
import onrecord.extract.Extractor;
import onrecord.model.Article;
import onrecord.model.Quotation;

/**
 * Compares the extractor with the quote annotator of Stanford CoreNLP on the same articles: the
 * speed of one thread, the memory and, where people have annotated the articles, the accuracy.
 *
 * <pre>
 * mvn -q -Pbenchmark,corenlp test-compile exec:exec@beside-corenlp [-Dcorenlp.count=20]
 *     [-Dbenchmark.rounds=3] [-Dbenchmark.articles=articles.jsonl]
 *     [-Deval.gold=annotated.jsonl] [-Deval.speakers=speakers.jsonl]
 * </pre>
 *
 * <p>The articles are generated ones, those of a file or folder, and those that are annotated as
 * {@code onrecord.eval.Evaluation} describes. The models of CoreNLP are downloaded when they are
 * first needed; they are not among the dependencies of the project otherwise.
 */
public final class BesideCoreNlp {

  /** The CPU time that each side takes before it is measured. */
  private static final double WARM_UP_MICROSECONDS = 4 * Settings.WARM_UP_MICROSECONDS;

  private static final List<String> NAMES = List.of("Onrecord", "CoreNLP");

  private final List<Function<Article, List<Quotation>>> sides = new ArrayList<>();

  private BesideCoreNlp() {}

  /** Runs the comparison; all settings are system properties. */
  public static void main(String[] args) throws IOException {
    List<Article> generated = new ArrayList<>();
    for (int i = 0; i < Settings.COUNT; i++) {
      generated.add(MadeArticles.article(i).article());
    }
    BesideCoreNlp comparison = new BesideCoreNlp();
    comparison.load(generated.getFirst());
    comparison.compare("generated articles", generated);
    String path = System.getProperty("benchmark.articles", "");
    if (!path.isEmpty()) {
      comparison.compare("articles given", Articles.read(path).list());
    }
    Optional<AnnotatedArticles> annotated = AnnotatedArticles.given();
    if (annotated.isPresent()) {
      printAccuracy(
          annotated.get(), comparison.compare("annotated articles", annotated.get().articles()));
    }
  }

  /** Loads each side, and extracts from one article. */
  private void load(Article article) throws IOException {
    double[] cpu = new double[NAMES.size()];
    double[] memory = new double[NAMES.size()];
    long before = Heap.used();
    for (int side = 0; side < cpu.length; side++) {
      int loaded = side;
      cpu[side] =
          Clock.spent(
                  () -> {
                    sides.add(side(loaded));
                    sides.get(loaded).apply(article);
                  })
              .cpu();
      long after = Heap.used();
      memory[side] = (after - before) / 1e6;
      before = after;
    }
    Table.head("Extracting with one thread", NAMES);
    Table.row("CPU s to the first article", "%.1f", cpu);
    Table.row("MB of heap", "%.0f", memory);
  }

  private static Function<Article, List<Quotation>> side(int side) {
    return side == 0 ? new Extractor()::extract : new CoreNlp()::extract;
  }

  /**
   * Prints the speed of each side.
   *
   * @return what each side has found in each article
   */
  private List<List<List<Quotation>>> compare(String title, List<Article> list) throws IOException {
    for (Function<Article, List<Quotation>> side : sides) {
      warmUp(side, list);
    }
    double[][] times = new double[sides.size()][Settings.ROUNDS];
    List<List<List<Quotation>>> found = new ArrayList<>();
    for (int round = 0; round < Settings.ROUNDS; round++) {
      found.clear();
      for (int side = 0; side < sides.size(); side++) {
        Function<Article, List<Quotation>> extracting = sides.get(side);
        times[side][round] =
            Clock.micros(() -> found.add(list.stream().map(extracting).toList()), 1);
      }
    }
    double bytes = new Articles(list).bytes();
    Table.row(
        "MB a CPU second, %d %s, %.2f MB".formatted(list.size(), title, bytes / 1e6),
        "%.4f",
        Arrays.stream(times).mapToDouble(each -> bytes / Clock.median(each)).toArray());
    return found;
  }

  private static void warmUp(Function<Article, List<Quotation>> side, List<Article> list)
      throws IOException {
    double spent = 0;
    for (int i = 0; spent < WARM_UP_MICROSECONDS; i++) {
      Article article = list.get(i % list.size());
      spent += Clock.micros(() -> side.apply(article), 1);
    }
  }

  private static void printAccuracy(
      AnnotatedArticles annotated, List<List<List<Quotation>>> found) {
    List<Accuracy> all = found.stream().map(annotated::accuracy).toList();
    Table.row("F1 of the words", "%.3f", all.stream().mapToDouble(Accuracy::span).toArray());
    Table.row("F1 of the mention", "%.3f", all.stream().mapToDouble(Accuracy::mention).toArray());
    if (annotated.isLabelled()) {
      Table.row("F1 of the name", "%.3f", all.stream().mapToDouble(Accuracy::name).toArray());
    }
  }
}
