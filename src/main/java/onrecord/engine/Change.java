package onrecord.engine;

/** What storing an article did. */
public enum Change {
  /** There was no article with this id. */
  ADDED,
  /** It replaced the article with the same id. */
  REPLACED,
  /** The archive already held exactly this article. */
  UNCHANGED
}
