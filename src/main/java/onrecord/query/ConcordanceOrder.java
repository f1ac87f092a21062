package onrecord.query;

/**
 * In which order the lines of a {@link Concordance} come. Lines that are equal in it are in the
 * order of their articles' ids, and within an article in the order of the text.
 */
public enum ConcordanceOrder {
  /** By the words before the match without case and accents, the nearest compared first. */
  LEFT,
  /** By the words behind the match without case and accents, the nearest compared first. */
  RIGHT,
  /** The first published first; without a date of publication last. */
  DATE,
  /** By the name of the speaker as {@link SortOrder#SPEAKER}; {@link Facet#UNKNOWN} last. */
  SPEAKER
}
