package onrecord.query;

/** The precision to which dates are grouped. */
public enum DateLevel {
  /** By years. */
  YEAR,
  /** By months of a year. */
  MONTH,
  /** By days of a month. */
  DAY
}
