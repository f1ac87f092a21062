package onrecord.engine;

/** What adding an article did. */
public enum Change {
  /** There was no article with this id. */
  ADDED,
  /** It took the place of an article with the same id. */
  REPLACED,
  /** The archive held the same already. */
  UNCHANGED
}
