package onrecord.eval;

import java.util.Optional;
import onrecord.model.Quotation;
import onrecord.model.Span;

/**
 * The evaluation of one predicted or annotated span of words.
 *
 * @param outcome the result of comparing prediction and annotation
 * @param gold the article
 * @param words the span of the words
 * @param kind the annotated kind if there is an annotation, otherwise the predicted kind
 * @param quotation the prediction; empty if there is none
 * @param expected a description of the annotated source; empty if there is no annotation
 * @param right whether the attribution is correct, by name if there is a label, otherwise by
 *     mention
 */
record Finding(
    Outcome outcome,
    GoldArticle gold,
    Span words,
    String kind,
    Optional<Quotation> quotation,
    Optional<String> expected,
    boolean right) {

  /** The result of comparing a prediction and an annotation. */
  enum Outcome {
    /** Found, with the correct speaker. */
    RIGHT,
    /** Found, with the mention in the source, but not with the name of the label. */
    WRONG_NAME,
    /** Found, with the correct name, but with the mention outside the source. */
    WRONG_MENTION,
    /** Found, but the mention and the name (if there is a label) are wrong. */
    WRONG_SPEAKER,
    /** Found as quoted words, but without a speaker, so that nothing is asserted. */
    UNATTRIBUTED,
    /** Annotated, but not found. */
    MISSED,
    /** Asserted, but not annotated (or the runs differ too much from the annotated ones). */
    EXTRA,
    /**
     * Like EXTRA, but in quotation marks made of two apostrophes, which are never annotated as
     * quoted.
     */
    EXTRA_APOSTROPHES,
    /** Indirect speech, found with the correct source. */
    INDIRECT_RIGHT,
    /** Indirect speech, found with another source. */
    INDIRECT_WRONG_SOURCE,
    /** Indirect speech that is annotated, but not found. */
    INDIRECT_MISSED,
    /** Indirect speech that is asserted, but not annotated. */
    INDIRECT_EXTRA;

    boolean isIndirect() {
      return name().startsWith("INDIRECT");
    }
  }

  /** Returns the rule that made the prediction; "-" if there is none. */
  String rule() {
    return quotation.map(Quotation::rule).orElse("-");
  }
}
