package onrecord.query;

/** The unit of a count. */
public enum CountedBy {
  /** Quotations. */
  QUOTATIONS,
  /** Articles that contain at least one of the quotations. */
  ARTICLES
}
