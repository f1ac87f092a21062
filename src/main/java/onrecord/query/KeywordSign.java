package onrecord.query;

/** Which words distinguish the quotations found from others. */
public enum KeywordSign {
  /** Words that are more frequent in the quotations found. */
  POSITIVE,
  /** Words that are less frequent in the quotations found; they may be absent there. */
  NEGATIVE
}
