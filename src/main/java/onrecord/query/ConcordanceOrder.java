package onrecord.query;

/**
 * The order of the lines of a {@link Concordance}. Ties are broken by further keys, then by article
 * id and then by position in the article's text.
 */
public enum ConcordanceOrder implements ConcordanceKey {
  /**
   * By the words before the match, ignoring case and accents; the nearest word is compared first.
   */
  LEFT,
  /**
   * By the words after the match, ignoring case and accents; the nearest word is compared first.
   */
  RIGHT,
  /** By the words that matched, ignoring case and accents. */
  MATCH,
  /** By date of publication, the earliest first; those without a date last. */
  DATE,
  /** By the speaker's name, as in {@link SortOrder#SPEAKER}; {@link Facet#UNKNOWN} last. */
  SPEAKER,
  /** By the outlet's name, ignoring case and accents; {@link Facet#UNKNOWN} last. */
  OUTLET
}
