package onrecord.extract;

import onrecord.model.QuotationKind;
import onrecord.model.Speaker;

/**
 * How likely an attribution is right, by the rule that made it, the kind of the quotation and the
 * way its speaker is mentioned. The figures are shares of right attributions on marked articles.
 */
final class Confidence {
  private static final double UNRESOLVED = 0.3;

  /** From where on the second best is as good as the one that a pronoun was taken to stand for. */
  private static final double CLOSE_RIVAL = 0.6;

  private Confidence() {}

  /**
   * {@return how likely an attribution is right}
   *
   * @param rivalry how near the second best came to the one that a pronoun stands for, from 0 to 1
   */
  static double of(Rule rule, QuotationKind kind, Phrase mention, Speaker speaker, double rivalry) {
    if (!speaker.isKnown()) {
      return rounded(UNRESOLVED * rule.reliability());
    }
    boolean close =
        switch (rule) {
          case CUE_AFTER, INVERTED, TRAILING -> true;
          default -> false;
        };
    double told =
        switch (mention.kind()) {
          case NAME -> 1;
          case PRONOUN -> rivalry < CLOSE_RIVAL ? 0.97 : 0.8;
          case NOMINAL -> close || kind == QuotationKind.INDIRECT ? 0.98 : 0.81;
          case RELATIVE -> 0.8;
        };
    double mixed = close && kind == QuotationKind.MIXED ? 0.92 : 1;
    return rounded(rule.reliability() * told * mixed);
  }

  private static double rounded(double share) {
    return Math.round(share * 100) / 100.0;
  }
}
