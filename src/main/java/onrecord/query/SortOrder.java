package onrecord.query;

/**
 * In which order hits come. Hits that are equal in it are in the order of their articles' ids, and
 * within an article in the order of the text.
 */
public enum SortOrder {
  /** The best match first. */
  RELEVANCE,
  /** The last published first; without a date of publication last. */
  NEWEST,
  /** The first published first; without a date of publication last. */
  OLDEST,
  /**
   * By the name of the speaker without case and accents, in the order of Unicode code points; names
   * that are equal so are in the order of their code points. The unknown one comes last.
   */
  SPEAKER,
  /** The surest attribution first. */
  CONFIDENCE
}
