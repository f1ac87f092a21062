package onrecord.query;

/** How words are compared; case and accents never count. */
public enum Form {
  /** By their English stem: "election" finds "Elections". */
  STEM,
  /** As they are written: "election" finds "Election" alone. */
  EXACT
}
