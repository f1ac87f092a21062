package onrecord.query;

/** The way in which words are compared; case and accents are always ignored. */
public enum Form {
  /** By their English stem: "election" finds "Elections". */
  STEM,
  /** As they are written: "election" finds only "Election". */
  EXACT
}
