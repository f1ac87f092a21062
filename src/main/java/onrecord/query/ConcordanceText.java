package onrecord.query;

/** The text that a {@link Concordance} shows around a match. */
public enum ConcordanceText {
  /** The quotation alone. */
  QUOTATION,
  /**
   * The article that contains it. If the match is interrupted, as by the words "he said", so is the
   * match that is shown.
   */
  ARTICLE
}
