package onrecord.query;

import static java.util.Objects.requireNonNull;

/**
 * A range by which quotations are found whose article came into the archive in it, see {@link
 * onrecord.model.Arrival}. An article whose arrival is not known is in no range. Immutable.
 */
public sealed interface ArrivalRange {

  /**
   * The articles that were added on some days.
   *
   * @param days the days, in Universal Time
   */
  record Days(DateRange days) implements ArrivalRange {
    /** Validates that the days are not null. */
    public Days {
      requireNonNull(days, "days");
    }
  }

  /**
   * The articles of which some commits contained the present version first.
   *
   * @param from the number of the first commit, 1 or more
   * @param to the number of the last commit; {@link Integer#MAX_VALUE} for no bound
   */
  record Commits(int from, int to) implements ArrivalRange {
    /**
     * Validates the numbers.
     *
     * @throws IllegalArgumentException if the first is not positive or the last is less
     */
    public Commits {
      if (from < 1 || to < from) {
        throw new IllegalArgumentException(
            "numbers of commits must be 1 or more, the last not less than the first, but were "
                + from
                + " and "
                + to);
      }
    }

    /** {@return the range of all commits after one} */
    static Commits after(int commit) {
      return new Commits(commit + 1, Integer.MAX_VALUE);
    }
  }
}
