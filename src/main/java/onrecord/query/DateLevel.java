package onrecord.query;

/** How finely dates are told apart. */
public enum DateLevel {
  /** By years. */
  YEAR,
  /** By months of a year. */
  MONTH,
  /** By days of a month. */
  DAY
}
