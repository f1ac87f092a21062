package onrecord.query;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import onrecord.query.Judgement.Verdict;

/**
 * How many of the quotations that people have judged are wrong: in all, by the confidence of their
 * attribution, and by the rule that made it. Immutable.
 *
 * {@snippet file="onrecord/format/SnippetsTest.java" region="coding"}
 *
 * <p>If the quotations are a random {@link Sample} of a selection, the rates are estimates for the
 * selection, and the intervals of all of them state how exact these are.
 *
 * @param all the rate of all quotations; empty if there are none
 * @param confidence the rate in each of the {@link Facet#CONFIDENCE_BANDS} that has quotations, the
 *     lowest first
 * @param rules the rate of each rule that has quotations, those of the most quotations first
 */
public record ErrorRates(Optional<Rate> all, List<Rate> confidence, List<Rate> rules) {

  private static final double BANDS = 10;

  /** Copies the lists. */
  public ErrorRates {
    requireNonNull(all, "all");
    confidence = List.copyOf(confidence);
    rules = List.copyOf(rules);
  }

  /**
   * The error rate of some quotations. Immutable.
   *
   * @param value the value that they have in common
   * @param judged their number, 1 or more
   * @param wrong how many of them are wrong
   */
  public record Rate(String value, long judged, long wrong) {

    /**
     * Validates the numbers.
     *
     * @throws IllegalArgumentException if none is judged, or more are wrong than were judged
     */
    public Rate {
      requireNonNull(value, "value");
      if (judged < 1 || wrong < 0 || wrong > judged) {
        throw new IllegalArgumentException(
            "a rate must be of 1 quotation or more, but was of " + wrong + " of " + judged);
      }
    }

    /** {@return the wrong ones as a proportion of those that were judged} */
    public double share() {
      return (double) wrong / judged;
    }

    /** {@return the interval of the proportion, by Wilson (1927)} */
    public Interval interval() {
      return Interval.wilson(wrong, judged);
    }
  }

  /** {@return the error rates of quotations} */
  public static ErrorRates of(Collection<Judgement> judgements) {
    Counts all = new Counts();
    Map<String, Counts> confidence = new TreeMap<>();
    Map<String, Counts> rules = new TreeMap<>();
    for (Judgement judgement : judgements) {
      all.add(judgement);
      confidence
          .computeIfAbsent(band(judgement.quotation().confidence()), band -> new Counts())
          .add(judgement);
      rules.computeIfAbsent(judgement.quotation().rule(), rule -> new Counts()).add(judgement);
    }
    return new ErrorRates(
        all.judged == 0 ? Optional.empty() : Optional.of(all.rate("all")),
        rates(confidence),
        rates(rules).stream()
            .sorted(Comparator.comparingLong((Rate rate) -> -rate.judged()))
            .toList());
  }

  private static List<Rate> rates(Map<String, Counts> counts) {
    return counts.entrySet().stream().map(e -> e.getValue().rate(e.getKey())).toList();
  }

  /** {@return the band of {@link Facet#CONFIDENCE} that contains a confidence} */
  private static String band(double confidence) {
    int band = Facet.CONFIDENCE_BANDS.size() - 1;
    while (band > 0 && confidence < band / BANDS) {
      band--;
    }
    return Facet.CONFIDENCE_BANDS.get(band);
  }

  private static final class Counts {
    private long judged;
    private long wrong;

    void add(Judgement judgement) {
      judged++;
      wrong += judgement.verdict() == Verdict.WRONG ? 1 : 0;
    }

    Rate rate(String value) {
      return new Rate(value, judged, wrong);
    }
  }
}
