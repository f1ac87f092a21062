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

/** Compares quoted runs with annotated fragments, as defined by {@link Evaluation}. */
final class QuotedScore {

  /** The numbers of fragments (gold), of asserted runs (asserted) and of agreements. */
  static final class Counts {
    int gold;
    int asserted;
    int span;
    int mention;
    int name;

    void add(Counts other) {
      gold += other.gold;
      asserted += other.asserted;
      span += other.span;
      mention += other.mention;
      name += other.name;
    }

    /** Returns the F1 of a number of agreements. */
    double f1(int agreements) {
      return gold + asserted == 0 ? 0 : 2.0 * agreements / (gold + asserted);
    }
  }

  /** One run of a DIRECT or MIXED quotation. */
  record Entry(Quotation quotation, Span run) {
    /**
     * Returns whether somebody is named or mentioned, so that the words are asserted to be theirs.
     */
    boolean isAsserted() {
      return quotation.speaker().isKnown() || quotation.mention().isPresent();
    }
  }

  private record Pair(double similarity, int entry, int fragment) {}

  private static final double SAME_WORDS = 0.8;

  final Counts total = new Counts();

  /** The counts of each article, in the order in which they were added. */
  final List<Counts> byArticle = new ArrayList<>();

  final Map<String, Counts> byKind = new TreeMap<>();
  final Map<String, Counts> byPublisher = new TreeMap<>();

  static List<Entry> entries(List<Quotation> quotations) {
    return quotations.stream()
        .filter(q -> q.kind() != QuotationKind.INDIRECT)
        .flatMap(q -> q.runs().stream().map(run -> new Entry(q, run)))
        .toList();
  }

  /** Adds one article to the counts and returns the finding for each entry and fragment. */
  List<Finding> add(GoldArticle gold, List<Quotation> quotations) {
    byArticle.add(new Counts());
    Letters letters = new Letters(gold.article().text());
    List<Entry> asserted =
        entries(quotations).stream()
            .filter(Entry::isAsserted)
            .filter(e -> !isDoubted(letters, gold, e))
            .toList();
    List<Entry> unattributed = entries(quotations).stream().filter(e -> !e.isAsserted()).toList();
    List<Finding> findings = new ArrayList<>();
    Set<Integer> entriesUsed = new HashSet<>();
    Set<Integer> fragmentsUsed = new HashSet<>();
    for (Pair pair : pairs(letters, asserted, gold.fragments())) {
      if (!entriesUsed.contains(pair.entry) && !fragmentsUsed.contains(pair.fragment)) {
        entriesUsed.add(pair.entry);
        fragmentsUsed.add(pair.fragment);
        findings.add(found(gold, asserted.get(pair.entry), gold.fragments().get(pair.fragment)));
      }
    }
    for (int i = 0; i < gold.fragments().size(); i++) {
      GoldArticle.Fragment fragment = gold.fragments().get(i);
      countGold(gold, fragment);
      if (!fragmentsUsed.contains(i)) {
        findings.add(missed(gold, letters, unattributed, fragment));
      }
    }
    for (int i = 0; i < asserted.size(); i++) {
      countAsserted(gold, asserted.get(i));
      if (!entriesUsed.contains(i)) {
        findings.add(extra(gold, asserted.get(i)));
      }
    }
    return findings;
  }

  private static boolean isDoubted(Letters letters, GoldArticle gold, Entry entry) {
    BitSet words = letters.in(List.of(entry.run()));
    return gold.doubted().stream()
        .anyMatch(span -> Letters.jaccard(words, letters.in(List.of(span))) >= SAME_WORDS);
  }

  /**
   * Returns the pairs that share enough letters, the most similar first, with ties in the order of
   * the Python scorer.
   */
  private static List<Pair> pairs(
      Letters letters, List<Entry> entries, List<GoldArticle.Fragment> fragments) {
    List<BitSet> annotated = fragments.stream().map(f -> letters.in(List.of(f.words()))).toList();
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      BitSet words = letters.in(List.of(entries.get(i).run()));
      for (int j = 0; j < annotated.size(); j++) {
        double similarity = Letters.jaccard(words, annotated.get(j));
        if (similarity >= SAME_WORDS) {
          pairs.add(new Pair(similarity, i, j));
        }
      }
    }
    pairs.sort(
        Comparator.comparingDouble(Pair::similarity)
            .thenComparingInt(Pair::entry)
            .thenComparingInt(Pair::fragment)
            .reversed());
    return pairs;
  }

  private Finding found(GoldArticle gold, Entry entry, GoldArticle.Fragment fragment) {
    Quotation q = entry.quotation();
    boolean mention =
        q.mention().filter(m -> fragment.source().stream().anyMatch(m::overlaps)).isPresent();
    Optional<GoldArticle.Label> label =
        Optional.ofNullable(gold.speakers().get(fragment.words().start()));
    boolean name =
        q.speaker().isKnown()
            && label.filter(l -> NameForms.same(q.speaker().name(), l)).isPresent();
    for (Counts counts : countsOf(gold, fragment.kind())) {
      counts.span++;
      counts.mention += mention ? 1 : 0;
      counts.name += name ? 1 : 0;
    }
    boolean right = label.isPresent() ? name : mention;
    Outcome outcome =
        right
            ? mention ? Outcome.RIGHT : Outcome.WRONG_MENTION
            : mention ? Outcome.WRONG_NAME : Outcome.WRONG_SPEAKER;
    return new Finding(
        outcome,
        gold,
        fragment.words(),
        fragment.kind(),
        Optional.of(q),
        Optional.of(expected(gold, fragment)),
        right);
  }

  private static Finding missed(
      GoldArticle gold, Letters letters, List<Entry> unattributed, GoldArticle.Fragment fragment) {
    BitSet annotated = letters.in(List.of(fragment.words()));
    Optional<Quotation> without =
        unattributed.stream()
            .filter(e -> Letters.jaccard(letters.in(List.of(e.run())), annotated) >= SAME_WORDS)
            .findFirst()
            .map(Entry::quotation);
    return new Finding(
        without.isPresent() ? Outcome.UNATTRIBUTED : Outcome.MISSED,
        gold,
        fragment.words(),
        fragment.kind(),
        without,
        Optional.of(expected(gold, fragment)),
        false);
  }

  private static Finding extra(GoldArticle gold, Entry entry) {
    return new Finding(
        gold.article().text().startsWith("''", entry.run().start() - 2)
            ? Outcome.EXTRA_APOSTROPHES
            : Outcome.EXTRA,
        gold,
        entry.run(),
        entry.quotation().kind().name(),
        Optional.of(entry.quotation()),
        Optional.empty(),
        false);
  }

  private static String expected(GoldArticle gold, GoldArticle.Fragment fragment) {
    String source =
        fragment.source().stream()
            .map(s -> s.in(gold.article().text()))
            .collect(Collectors.joining(" ... "));
    GoldArticle.Label label = gold.speakers().get(fragment.words().start());
    return label == null ? source : label.name() + " [" + source + "]";
  }

  private void countGold(GoldArticle gold, GoldArticle.Fragment fragment) {
    countsOf(gold, fragment.kind()).forEach(counts -> counts.gold++);
  }

  private void countAsserted(GoldArticle gold, Entry entry) {
    countsOf(gold, entry.quotation().kind().name()).forEach(counts -> counts.asserted++);
  }

  private List<Counts> countsOf(GoldArticle gold, String kind) {
    return List.of(
        total,
        byArticle.getLast(),
        byKind.computeIfAbsent(kind, k -> new Counts()),
        byPublisher.computeIfAbsent(gold.publisher(), p -> new Counts()));
  }
}
