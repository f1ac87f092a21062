package onrecord.query;

import java.util.Locale;

/**
 * A standard {@link Order} of hits. Equal hits are ordered by the ids of their articles, and within
 * an article by their position in the text.
 */
public enum SortOrder implements Order {
  /** The best match first. */
  RELEVANCE,
  /** The most recently published first; undated articles last. */
  NEWEST,
  /** The earliest published first; undated articles last. */
  OLDEST,
  /**
   * By the name of the speaker without case and accents, in the order of Unicode code points; names
   * that are equal in this respect, by their code points. Unknown speakers come last.
   */
  SPEAKER,
  /** The most confident attribution first. */
  CONFIDENCE;

  @Override
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
