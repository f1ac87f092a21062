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
    return switch (pattern) {
      case TextPattern.Words p -> true;
      case TextPattern.Wildcard p -> true;
      case TextPattern.Phrase p -> true;
      case TextPattern.Near p -> true;
      case TextPattern.Fuzzy p -> this != CASE;
      case TextPattern.Regex p -> this != CASE;
      case TextPattern.Tokens p -> this == EXACT;
    };
  }

  /** Rejects a pattern whose words cannot be compared in this way, or not in a target. */
  void requireAllowed(Target target, TextPattern pattern) {
    if (pattern instanceof TextPattern.Tokens && target.facet().isPresent()) {
      throw new IllegalArgumentException(
          "a pattern of consecutive words must be searched for in a text, such as quote, sentence,"
              + " title or text, but was in "
              + target.word());
    }
    if (!allows(pattern) && pattern instanceof TextPattern.Tokens) {
      throw new IllegalArgumentException(
          "a pattern of consecutive words states for each word how it is compared, so its form"
              + " must be EXACT, but was "
              + this);
    }
    if (!allows(pattern)) {
      throw new IllegalArgumentException(
          "words in their case must be words, a phrase, words near one another, or a word with"
              + " wildcards, but were "
              + pattern);
    }
  }
}
