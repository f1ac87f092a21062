package onrecord.extract;

import onrecord.model.QuotationKind;
import onrecord.model.Speaker;

/**
 * How likely an attribution is right, by the rule that made it, the kind of the quotation and the
 * way its speaker is mentioned. The figures are shares of right attributions on marked articles.
 */
final class Confidence {
  private static final double UNRESOLVED = 0.3;

  private Confidence() {}

  static double of(Rule rule, QuotationKind kind, Phrase mention, Speaker speaker) {
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
          case PRONOUN -> 0.91;
          case NOMINAL -> close ? 0.93 : kind == QuotationKind.INDIRECT ? 0.98 : 0.68;
          case RELATIVE -> 0.8;
        };
    double mixed = close && kind == QuotationKind.MIXED ? 0.92 : 1;
    return rounded(rule.reliability() * told * mixed);
  }

  private static double rounded(double share) {
    return Math.round(share * 100) / 100.0;
  }
}
