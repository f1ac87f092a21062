package onrecord.eval;

import java.util.Optional;
import onrecord.model.Quotation;
import onrecord.model.Span;

/**
 * What became of one predicted or marked stretch of words.
 *
 * @param outcome how prediction and mark compare
 * @param gold the article
 * @param words where the words stand
 * @param kind the kind: the marked one if there is a mark, else the predicted one
 * @param quotation the prediction, absent if there is none
 * @param expected whose words they are, in words; absent if nobody marked them
 * @param right whether the attribution is right, by name if there is a label, else by mention
 */
record Finding(
    Outcome outcome,
    GoldArticle gold,
    Span words,
    String kind,
    Optional<Quotation> quotation,
    Optional<String> expected,
    boolean right) {

  /** How a prediction and a mark compare. */
  enum Outcome {
    /** Found, and the speaker is the right one. */
    RIGHT,
    /** Found; the mention lies in the source, but the name is not the labelled one. */
    WRONG_NAME,
    /** Found, with the right name, but the mention lies outside the source. */
    WRONG_MENTION,
    /** Found, but mention and (where it is labelled) name are wrong. */
    WRONG_SPEAKER,
    /** Found as quoted words, but with no speaker, so that nothing is asserted. */
    UNATTRIBUTED,
    /** Marked, and not found. */
    MISSED,
    /** Asserted, and not marked (or the runs differ too much from the marked ones). */
    EXTRA,
    /** As EXTRA, but between marks made of two apostrophes, which nobody marked up as quoted. */
    EXTRA_APOSTROPHES,
    /** Indirect speech found, with the right source. */
    INDIRECT_RIGHT,
    /** Indirect speech found, with another source. */
    INDIRECT_WRONG_SOURCE,
    /** Marked indirect speech, and not found. */
    INDIRECT_MISSED,
    /** Asserted indirect speech, and not marked. */
    INDIRECT_EXTRA;

    boolean isIndirect() {
      return name().startsWith("INDIRECT");
    }
  }

  /** The rule that made the prediction; "-" if there is none. */
  String rule() {
    return quotation.map(Quotation::rule).orElse("-");
  }
}
