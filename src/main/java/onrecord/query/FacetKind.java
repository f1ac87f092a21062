package onrecord.query;

/** What the values of a {@link Facet} are. */
public enum FacetKind {
  /** Names as printed, of which there may be any number. */
  NAMES,
  /** Constants, of which there are few. */
  CONSTANTS,
  /** Dates, in the text form of {@link onrecord.model.PartialDate}. */
  DATES,
  /** Bands of a number from 0 to 1. */
  BANDS,
  /** Names, numbers or days, as each archive declares its own field. */
  OWN
}
