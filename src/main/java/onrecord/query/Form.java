package onrecord.query;

/** The way in which words are compared. */
public enum Form {
  /**
   * By their English stem, ignoring case and accents: "election" finds "Elections". A pattern
   * matches a word as it is written or its stem, so that "*lection" finds all that "election"
   * finds.
   */
  STEM,
  /** As they are written but for case and accents: "election" finds only "Election". */
  EXACT,
  /**
   * As they are written, with their case and accents: "US" does not find "us". Words, phrases,
   * words near one another, and words with wildcards can be compared so, and only in texts.
   */
  CASE;

  /** {@return whether words of a pattern can be compared in this way} */
  public boolean allows(TextPattern pattern) {
    return this != CASE
        || switch (pattern) {
          case TextPattern.Words p -> true;
          case TextPattern.Wildcard p -> true;
          case TextPattern.Phrase p -> true;
          case TextPattern.Near p -> true;
          case TextPattern.Fuzzy p -> false;
          case TextPattern.Regex p -> false;
        };
  }

  /** Rejects a pattern whose words cannot be compared in this way. */
  void requireAllowed(TextPattern pattern) {
    if (!allows(pattern)) {
      throw new IllegalArgumentException(
          "words in their case must be words, a phrase, words near one another, or a word with"
              + " wildcards, but were "
              + pattern);
    }
  }
}
