package onrecord.query;

/** A measure by which collocates are ordered. {@link Collocation} defines each. */
public enum CollocationMeasure {
  /** The log-likelihood ratio G², for the evidence of an association. */
  G2,
  /** The log ratio, for its strength. */
  LOG_RATIO,
  /** logDice, for its strength without regard to the size of the corpus. */
  LOG_DICE,
  /** The observed frequency. */
  COUNT
}
