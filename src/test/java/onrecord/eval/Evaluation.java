package onrecord.eval;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import onrecord.extract.Extractor;
import onrecord.model.Quotation;

/**
 * Runs the extractor on manually annotated articles and prints its accuracy.
 *
 * <pre>
 * mvn -q test-compile exec:exec@evaluate -Deval.gold=dev.jsonl -Deval.speakers=speakers_dev.jsonl
 *     [-Deval.articles=labelled] [-Deval.errors=20] [-Deval.only=WRONG_NAME]
 *     [-Deval.predictions=out.jsonl] [-Deval.passes=5]
 * </pre>
 *
 * <p>{@code eval.gold} contains one article per line: {@code {"id", "text", "date", "fragments":
 * [{"start", "end", "kind", "source": [[s, e]]}], "attributions": [{"content": [[s, e]], "source":
 * [[s, e]]}]}}, with offsets in code points. {@code eval.speakers} identifies the source of a
 * fragment: {@code {"id", "labels": {"START": {"name", "aliases", "doubt"}}, "ignore": [[s, e]]}};
 * without it, the figure for names is omitted. A fragment whose label has a {@code doubt} counts
 * neither as found nor as missed, and so do runs that are it or a span of {@code ignore}. With
 * {@code eval.articles=labelled}, only articles that have labels are read.
 *
 * <p>Quoted fragments. Each run of a DIRECT or MIXED quotation that has a known speaker or a
 * mention is an <em>asserted</em> run; each fragment with a source is a <em>gold</em> fragment. A
 * run and a fragment agree if at least 80 % of the letters and digits that are in either are in
 * both; the most similar pairs are matched first, and each run and fragment only once. Then
 *
 * <ul>
 *   <li><em>span</em> counts the pairs,
 *   <li><em>mention</em> those whose mention overlaps a span of the fragment's source,
 *   <li><em>name</em> those whose speaker's name is the label's name or one of its aliases,
 *       ignoring titles, case, accents and a possessive ending.
 * </ul>
 *
 * Precision is relative to the asserted runs, recall to the gold fragments. F1 has a 95 %
 * {@linkplain Interval interval}, and is given for the articles in odd and in even places apart: a
 * change that was made after reading the one half should help on the other. In the table by kind,
 * the gold column counts the annotated kind and the asserted column the kind that the extractor
 * found. Quotations in marks made of two apostrophes are not annotated in the known files: runs
 * asserted in them are extra, and reported as a separate outcome.
 *
 * <p>Indirect quotations. A predicted INDIRECT quotation is compared with the attributions that
 * have a source and whose content shares no letter with a quoted fragment. Two contents agree if
 * the Jaccard index of their letters is at least one half; the most similar pairs are matched
 * first, and each content only once: <em>content</em>. Pairs whose mention also overlaps the
 * source: <em>+source</em>. By words: the words in a predicted content (or mention) compared with
 * those in an annotated content (or source); a word in several attributions counts once.
 *
 * <p>Calibration. An asserted run is right if its name is correct or, for a fragment without a
 * label, its mention; an asserted run that is not annotated is wrong.
 */
public final class Evaluation {
  private Evaluation() {}

  /** Runs the evaluation; all settings are system properties. */
  public static void main(String[] args) throws IOException {
    AnnotatedArticles annotated =
        AnnotatedArticles.given()
            .orElseThrow(() ->
                new IllegalArgumentException("eval.gold must be a file of annotated articles"));
    List<GoldArticle> articles = annotated.all();
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    List<List<Quotation>> quotations = extract(articles, number("passes", 1), out);
    if (!setting("predictions").isEmpty()) {
      Predictions.write(Path.of(setting("predictions")), articles, quotations);
    }

    QuotedScore quoted = new QuotedScore();
    IndirectScore indirect = new IndirectScore();
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < articles.size(); i++) {
      findings.addAll(quoted.add(articles.get(i), quotations.get(i)));
      findings.addAll(indirect.add(articles.get(i), quotations.get(i)));
    }

    Report report = new Report(out, annotated.isLabelled());
    report.examples(findings, number("errors", 0), setting("only"));
    report.rules(findings);
    report.calibration(
        "quoted runs",
        findings,
        outcome -> !outcome.isIndirect() && outcome != Finding.Outcome.UNATTRIBUTED);
    report.calibration("indirect quotations", findings, Finding.Outcome::isIndirect);
    report.indirect(indirect);
    report.quoted(quoted);
  }

  /**
   * Extracts in the given number of passes, of which the first are a warm-up, and prints the speed
   * of the last.
   */
  private static List<List<Quotation>> extract(
      List<GoldArticle> articles, int passes, PrintStream out) {
    Extractor extractor = new Extractor();
    List<List<Quotation>> quotations = List.of();
    long bytes =
        articles.stream()
            .mapToLong(a -> a.article().text().getBytes(StandardCharsets.UTF_8).length)
            .sum();
    long nanos = 0;
    for (int pass = 0; pass < passes; pass++) {
      long start = System.nanoTime();
      quotations = articles.stream().map(a -> extractor.extract(a.article())).toList();
      nanos = System.nanoTime() - start;
    }
    out.printf(
        Locale.ROOT,
        "%d articles, %.1f MB, %.1f MB/s in pass %d%n",
        articles.size(),
        bytes / 1e6,
        bytes * 1e3 / nanos,
        passes);
    return quotations;
  }

  private static int number(String name, int defaultValue) {
    String value = setting(name);
    return value.isEmpty() ? defaultValue : Integer.parseInt(value);
  }

  static String setting(String name) {
    return System.getProperty("eval." + name, "").strip();
  }
}
