package onrecord.query;

/** The way in which words are compared; case and accents are always ignored. */
public enum Form {
  /**
   * By their English stem: "election" finds "Elections". A pattern matches a word as it is written
   * or its stem, so that "*lection" finds all that "election" finds.
   */
  STEM,
  /** As they are written: "election" finds only "Election". */
  EXACT
}
