package onrecord.query;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;

/**
 * The number of quotations in each part of a period. All counts are exact and count quotations. The
 * parts are contiguous, from the first to the last that contains a quotation; {@code quotations} is
 * the sum of their counts, {@code undated} and {@code imprecise}. Immutable.
 *
 * @param selection the quotations that this answer covers
 * @param request the request that this timeline answers
 * @param quotations the number of quotations that match
 * @param undated the number of them without a date
 * @param imprecise the number of them whose date spans several parts, such as "2020" if the parts
 *     are months
 * @param parts the parts, the earliest first
 * @param values the number of values of the facet of the split, of which {@code series} may contain
 *     only the first; 0 without a split
 * @param series one series for each value of the split, by descending number of quotations and then
 *     by value
 */
public record Timeline(
    Selection selection,
    TimelineRequest request,
    long quotations,
    long undated,
    long imprecise,
    List<Part> parts,
    int values,
    List<Series> series) {

  /** The maximum number of parts of a timeline. */
  public static final int MAX_PARTS = 100_000;

  /** Copies the lists. */
  public Timeline {
    requireNonNull(selection, "selection");
    requireNonNull(request, "request");
    parts = List.copyOf(parts);
    series = List.copyOf(series);
  }

  /**
   * Returns the number of parts from one day to another.
   *
   * @throws InvalidSearchException if there are more than {@value #MAX_PARTS}
   */
  public static int parts(TimeStep step, LocalDate from, LocalDate to) {
    long parts = step.distance(step.first(from), step.first(to)) + 1;
    if (parts > MAX_PARTS) {
      throw new InvalidSearchException(
          "a timeline by "
              + step
              + " from "
              + from
              + " to "
              + to
              + " would have "
              + parts
              + " parts, but can have at most "
              + MAX_PARTS
              + "; request a longer step or a shorter period");
    }
    return (int) parts;
  }

  /**
   * One day, week, month or year. Immutable.
   *
   * @param name its name, as in {@link TimeStep}
   * @param first its first day
   * @param quotations the number of matching quotations in it
   * @param all the number of all quotations of the archive in it, regardless of the query and the
   *     filters of the search, of the kinds of the selection
   */
  public record Part(String name, LocalDate first, long quotations, long all) {
    /** Validates that no component is null. */
    public Part {
      requireNonNull(name, "name");
      requireNonNull(first, "first");
    }

    /** {@return the proportion of matching quotations among all quotations in this part, 0 to 1} */
    public double share() {
      return shareOf(quotations);
    }

    /**
     * {@return the proportion of a count among all quotations in this part; 0 if there are none}
     */
    public double shareOf(long count) {
      return all == 0 ? 0 : (double) count / all;
    }
  }

  /**
   * The timeline of the quotations with one value of the facet of the split. Immutable.
   *
   * @param value the value
   * @param quotations the number of matching quotations that have it
   * @param undated the number of them without a date
   * @param imprecise the number of them whose date spans several parts
   * @param counts the number of them in each part
   */
  public record Series(
      String value, long quotations, long undated, long imprecise, List<Long> counts) {
    /** Copies the list. */
    public Series {
      requireNonNull(value, "value");
      counts = List.copyOf(counts);
    }
  }
}
