package onrecord.query;

/** What is counted. */
public enum CountedBy {
  /** Quotations. */
  QUOTATIONS,
  /** Articles that have one or more of the quotations. */
  ARTICLES
}
