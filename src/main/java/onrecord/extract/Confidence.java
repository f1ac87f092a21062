package onrecord.extract;

import onrecord.model.Speaker;

/** How likely an attribution is right, by the rule that made it and the way its speaker is told. */
final class Confidence {
  private Confidence() {}

  static double of(Rule rule, Phrase mention, Speaker speaker) {
    double told = speaker.isKnown() ? (mention.isName() ? 1 : 0.85) : 0.5;
    return rule.reliability() * told;
  }
}
