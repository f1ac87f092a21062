package onrecord.eval;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import onrecord.eval.Finding.Outcome;
import onrecord.model.Quotation;
import onrecord.model.Span;

/** Prints the figures, the outcomes and examples of them. */
final class Report {
  private final PrintStream out;
  private final boolean labelled;

  Report(PrintStream out, boolean labelled) {
    this.out = out;
    this.labelled = labelled;
  }

  void quoted(QuotedScore score) {
    QuotedScore.Counts c = score.total;
    line("Quoted fragments: gold %d, asserted runs %d", c.gold, c.asserted);
    figure("span", score, counts -> counts.span);
    figure("mention", score, counts -> counts.mention);
    if (labelled) {
      figure("name", score, counts -> counts.name);
    }
    line("");
    score.byKind.forEach((kind, k) ->
        line(
            "  %-8s gold %d, found %d, right mention %d%s; asserted as such %d",
            kind, k.gold, k.span, k.mention, labelled ? ", right name " + k.name : "", k.asserted));
    table("publisher", score.byPublisher);
  }

  /** Prints a figure with its interval, and F1 of the articles in odd and in even places. */
  private void figure(String name, QuotedScore score, ToIntFunction<QuotedScore.Counts> figure) {
    QuotedScore.Counts[] halves = {new QuotedScore.Counts(), new QuotedScore.Counts()};
    for (int i = 0; i < score.byArticle.size(); i++) {
      halves[i % 2].add(score.byArticle.get(i));
    }
    QuotedScore.Counts c = score.total;
    int common = figure.applyAsInt(c);
    Interval interval = Interval.ofF1(score.byArticle, figure);
    line(
        "  %-8s P %.3f  R %.3f  F1 %.3f (%.3f to %.3f), halves %.3f %.3f",
        name,
        ratio(common, c.asserted),
        ratio(common, c.gold),
        c.f1(common),
        interval.low(),
        interval.high(),
        halves[0].f1(figure.applyAsInt(halves[0])),
        halves[1].f1(figure.applyAsInt(halves[1])));
  }

  private void table(String title, Map<String, QuotedScore.Counts> rows) {
    line("");
    line(
        "  %-14s %6s %8s %6s %7s %6s | %s",
        title, "gold", "asserted", "span", "mention", "name", "F1 span, mention, name");
    rows.forEach((key, c) ->
        line(
            "  %-14s %6d %8d %6d %7d %6s | %.3f  %.3f  %s",
            key,
            c.gold,
            c.asserted,
            c.span,
            c.mention,
            labelled ? Integer.toString(c.name) : "-",
            c.f1(c.span),
            c.f1(c.mention),
            labelled ? format("%.3f", c.f1(c.name)) : "-"));
  }

  void indirect(IndirectScore s) {
    line("");
    line("Indirect quotations: gold %d, predicted %d", s.gold, s.predicted);
    prf("content", s.content, s.predicted, s.gold);
    prf("+source", s.contentAndSource, s.predicted, s.gold);
    line("  by words:");
    prf("content", s.commonContentWords, s.predictedContentWords, s.goldContentWords);
    prf("source", s.commonSourceWords, s.predictedSourceWords, s.goldSourceWords);
    prf(
        "both",
        s.commonContentWords + s.commonSourceWords,
        s.predictedContentWords + s.predictedSourceWords,
        s.goldContentWords + s.goldSourceWords);
  }

  void rules(List<Finding> findings) {
    Map<String, Map<Outcome, Integer>> byRule = new TreeMap<>();
    for (Finding f : findings) {
      byRule
          .computeIfAbsent(f.rule(), r -> new EnumMap<>(Outcome.class))
          .merge(f.outcome(), 1, Integer::sum);
    }
    line("");
    line("Outcomes by rule (no rule: not found)");
    byRule.forEach((rule, counts) -> line("  %-28s %s", rule, counts));
  }

  void calibration(String title, List<Finding> findings, Predicate<Outcome> wanted) {
    int[] count = new int[10];
    int[] right = new int[10];
    for (Finding f : findings) {
      if (f.quotation().isPresent() && wanted.test(f.outcome())) {
        int band = Math.min(9, (int) (f.quotation().get().confidence() * 10));
        count[band]++;
        right[band] += f.right() ? 1 : 0;
      }
    }
    line("");
    double[] confidence = new double[10];
    for (Finding f : findings) {
      if (f.quotation().isPresent() && wanted.test(f.outcome())) {
        confidence[Math.min(9, (int) (f.quotation().get().confidence() * 10))] +=
            f.quotation().get().confidence();
      }
    }
    int all = Arrays.stream(count).sum();
    double error = 0;
    for (int band = 0; band < 10; band++) {
      error += Math.abs(confidence[band] - right[band]);
    }
    line("Calibration, %s (%d): expected error %.3f", title, all, all == 0 ? 0 : error / all);
    for (int band = 0; band < 10; band++) {
      if (count[band] > 0) {
        line(
            "  %.1f to %.1f  %6d  right %.3f",
            band / 10.0, (band + 1) / 10.0, count[band], (double) right[band] / count[band]);
      }
    }
  }

  /** Prints up to {@code limit} examples of each outcome, sampled evenly from the articles. */
  void examples(List<Finding> findings, int limit, String only) {
    for (Outcome outcome : Outcome.values()) {
      boolean wanted =
          only.isEmpty()
              ? outcome != Outcome.RIGHT && outcome != Outcome.INDIRECT_RIGHT
              : outcome.name().equals(only);
      List<Finding> all = findings.stream().filter(f -> f.outcome() == outcome).toList();
      if (!wanted || all.isEmpty() || limit == 0) {
        continue;
      }
      int shown = Math.min(limit, all.size());
      line("");
      line("%s: %d, shown %d", outcome, all.size(), shown);
      for (int i = 0; i < shown; i++) {
        example(all.get((int) ((long) i * all.size() / shown)));
      }
    }
  }

  private void example(Finding f) {
    String text = f.gold().article().text();
    line("  %s at %d, %s, rule %s", f.gold().article().id(), f.words().start(), f.kind(), f.rule());
    line("    text     %s", context(text, f.words()));
    f.expected().ifPresent(expected -> line("    expected %s", expected));
    f.quotation().ifPresent(q -> line("    got      %s", attribution(q, text)));
  }

  private static String attribution(Quotation q, String text) {
    return format(
        "%s (%s), mention %s, cue %s, confidence %.2f",
        q.speaker().name(),
        q.speaker().type(),
        in(q.mention(), text),
        in(q.cue(), text),
        q.confidence());
  }

  private static String in(Optional<Span> span, String text) {
    return span.map(s -> "'" + s.in(text) + "'").orElse("none");
  }

  private static String context(String text, Span words) {
    int from = Math.max(0, words.start() - 160);
    int to = Math.min(text.length(), words.end() + 160);
    return (text.substring(from, words.start())
            + "[[["
            + words.in(text)
            + "]]]"
            + text.substring(words.end(), to))
        .replaceAll("\\R", "¶");
  }

  private void prf(String name, int common, int predicted, int gold) {
    line(
        "  %-8s P %.3f  R %.3f  F1 %.3f",
        name, ratio(common, predicted), ratio(common, gold), f1(common, predicted, gold));
  }

  private static double ratio(int part, int whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }

  private static double f1(int common, int predicted, int gold) {
    return ratio(2 * common, predicted + gold);
  }

  private static String format(String format, Object... args) {
    return String.format(Locale.ROOT, format, args);
  }

  private void line(String format, Object... args) {
    out.println(args.length == 0 ? format : format(format, args));
  }
}
