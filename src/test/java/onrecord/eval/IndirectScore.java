package onrecord.eval;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import onrecord.eval.Finding.Outcome;
import onrecord.model.Quotation;
import onrecord.model.QuotationKind;
import onrecord.model.Span;
import org.jspecify.annotations.Nullable;

/** Compares indirect quotations with annotated attributions, as defined by {@link Evaluation}. */
final class IndirectScore {
  private record Pair(double similarity, int quotation, int attribution) {}

  /** The attributions of quotations, matched by content only and by content and source. */
  private record Matches(Map<Integer, Integer> byContent, Map<Integer, Integer> byBoth) {}

  private static final double SAME_CONTENT = 0.5;

  int gold;
  int predicted;
  int content;
  int contentAndSource;
  int goldContentWords;
  int predictedContentWords;
  int commonContentWords;
  int goldSourceWords;
  int predictedSourceWords;
  int commonSourceWords;

  /** Adds one article to the counts and returns the finding for each quotation and attribution. */
  List<Finding> add(GoldArticle article, List<Quotation> quotations) {
    String text = article.article().text();
    Letters letters = new Letters(text);
    List<Quotation> indirect =
        quotations.stream().filter(q -> q.kind() == QuotationKind.INDIRECT).toList();
    BitSet quoted = letters.in(article.quoted());
    List<GoldArticle.Attribution> annotated =
        article.attributions().stream()
            .filter(a -> !a.source().isEmpty())
            .filter(a -> !letters.in(a.content()).isEmpty())
            .filter(a -> Letters.common(letters.in(a.content()), quoted) == 0)
            .filter(a -> a.content().stream().noneMatch(c -> c.in(text).contains("''")))
            .toList();
    gold += annotated.size();
    predicted += indirect.size();
    countWords(letters, indirect, annotated);

    List<Pair> pairs = pairs(letters, indirect, annotated);
    Map<Integer, Integer> byContent = match(pairs);
    Map<Integer, Integer> byBoth =
        match(
            pairs.stream()
                .filter(p -> sourceAgrees(indirect.get(p.quotation), annotated.get(p.attribution)))
                .toList());
    content += byContent.size();
    contentAndSource += byBoth.size();
    return findings(article, indirect, annotated, new Matches(byContent, byBoth));
  }

  private void countWords(
      Letters letters, List<Quotation> indirect, List<GoldArticle.Attribution> annotated) {
    BitSet goldContent =
        letters.wordsIn(annotated.stream().flatMap(a -> a.content().stream()).toList());
    BitSet goldSource =
        letters.wordsIn(annotated.stream().flatMap(a -> a.source().stream()).toList());
    BitSet ourContent = letters.wordsIn(indirect.stream().flatMap(q -> q.runs().stream()).toList());
    BitSet ourSource =
        letters.wordsIn(indirect.stream().flatMap(q -> q.mention().stream()).toList());
    goldContentWords += goldContent.cardinality();
    predictedContentWords += ourContent.cardinality();
    commonContentWords += Letters.common(goldContent, ourContent);
    goldSourceWords += goldSource.cardinality();
    predictedSourceWords += ourSource.cardinality();
    commonSourceWords += Letters.common(goldSource, ourSource);
  }

  private static List<Pair> pairs(
      Letters letters, List<Quotation> indirect, List<GoldArticle.Attribution> annotated) {
    List<BitSet> contents = annotated.stream().map(a -> letters.in(a.content())).toList();
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < indirect.size(); i++) {
      BitSet words = letters.in(indirect.get(i).runs());
      for (int j = 0; j < contents.size(); j++) {
        double similarity = Letters.jaccard(words, contents.get(j));
        if (similarity >= SAME_CONTENT) {
          pairs.add(new Pair(similarity, i, j));
        }
      }
    }
    pairs.sort(Comparator.comparingDouble(Pair::similarity).reversed());
    return pairs;
  }

  /**
   * Maps quotations to attributions: takes the pairs in order, skipping those with a side already
   * matched.
   */
  private static Map<Integer, Integer> match(List<Pair> pairs) {
    Map<Integer, Integer> matches = new TreeMap<>();
    Set<Integer> attributionsUsed = new HashSet<>();
    for (Pair pair : pairs) {
      if (!matches.containsKey(pair.quotation) && attributionsUsed.add(pair.attribution)) {
        matches.put(pair.quotation, pair.attribution);
      }
    }
    return matches;
  }

  private static boolean sourceAgrees(Quotation quotation, GoldArticle.Attribution attribution) {
    return quotation
        .mention()
        .filter(mention -> attribution.source().stream().anyMatch(mention::overlaps))
        .isPresent();
  }

  /** Returns the finding for each quotation and attribution. */
  private static List<Finding> findings(
      GoldArticle article,
      List<Quotation> indirect,
      List<GoldArticle.Attribution> annotated,
      Matches matches) {
    Set<Integer> found = new HashSet<>(matches.byBoth.values());
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < indirect.size(); i++) {
      Integer both = matches.byBoth.get(i);
      Integer content = matches.byContent.get(i);
      if (both != null) {
        findings.add(
            predicted(Outcome.INDIRECT_RIGHT, article, indirect.get(i), annotated.get(both)));
      } else if (content != null && found.add(content)) {
        findings.add(
            predicted(
                Outcome.INDIRECT_WRONG_SOURCE, article, indirect.get(i), annotated.get(content)));
      } else {
        findings.add(predicted(Outcome.INDIRECT_EXTRA, article, indirect.get(i), null));
      }
    }
    for (int j = 0; j < annotated.size(); j++) {
      if (!found.contains(j)) {
        findings.add(missed(article, annotated.get(j)));
      }
    }
    return findings;
  }

  private static Finding predicted(
      Outcome outcome,
      GoldArticle article,
      Quotation quotation,
      GoldArticle.@Nullable Attribution attribution) {
    return new Finding(
        outcome,
        article,
        hull(quotation.runs()),
        quotation.kind().name(),
        Optional.of(quotation),
        Optional.ofNullable(attribution).map(a -> source(article, a)),
        outcome == Outcome.INDIRECT_RIGHT);
  }

  private static Finding missed(GoldArticle article, GoldArticle.Attribution attribution) {
    return new Finding(
        Outcome.INDIRECT_MISSED,
        article,
        hull(attribution.content()),
        QuotationKind.INDIRECT.name(),
        Optional.empty(),
        Optional.of(source(article, attribution)),
        false);
  }

  private static Span hull(List<Span> spans) {
    return new Span(
        spans.stream().mapToInt(Span::start).min().orElseThrow(),
        spans.stream().mapToInt(Span::end).max().orElseThrow());
  }

  private static String source(GoldArticle article, GoldArticle.Attribution attribution) {
    return attribution.source().stream()
        .map(span -> span.in(article.article().text()))
        .collect(Collectors.joining(" ... "));
  }
}
