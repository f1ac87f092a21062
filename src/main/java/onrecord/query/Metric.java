package onrecord.query;

/** What a {@link CrossTable} states about the quotations of a row. */
public enum Metric {
  /** The number of quotations. */
  QUOTATIONS,
  /** The number of articles that contain them. */
  ARTICLES,
  /** The number of different wordings, ignoring case, accents and punctuation. */
  WORDINGS,
  /** The number of words of all of them. */
  WORDS,
  /** The number of different known speakers. */
  SPEAKERS,
  /** The mean of their {@linkplain onrecord.model.Quotation#confidence confidence}. */
  CONFIDENCE
}
