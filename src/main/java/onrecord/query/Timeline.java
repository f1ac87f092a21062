package onrecord.query;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;

/**
 * How many quotations fall into each part of a time. All counts are exact and count quotations. The
 * parts follow one another without a gap, from the first to the last into which a quotation falls;
 * {@code quotations} is the sum of their counts, {@code undated} and {@code imprecise}. Immutable.
 *
 * @param request what was asked for
 * @param quotations how many quotations match
 * @param undated how many of them have no date
 * @param imprecise how many of them have a date that may lie in several parts, such as "2020" where
 *     the parts are months
 * @param parts the parts, the earliest first
 * @param values how many values the facet of the split has, of which {@code series} may hold only
 *     the first; 0 without a split
 * @param series one for each value of the split, the one with the most quotations first, equal ones
 *     by value
 */
public record Timeline(
    TimelineRequest request,
    long quotations,
    long undated,
    long imprecise,
    List<Part> parts,
    int values,
    List<Series> series) {

  /** How many parts a timeline can have. */
  public static final int MAX_PARTS = 100_000;

  /** Copies the lists. */
  public Timeline {
    requireNonNull(request, "request");
    parts = List.copyOf(parts);
    series = List.copyOf(series);
  }

  /**
   * How many parts there are from one day to another.
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
              + "; ask for a longer step or a shorter time");
    }
    return (int) parts;
  }

  /**
   * One day, week, month or year. Immutable.
   *
   * @param name its name, see {@link TimeStep}
   * @param first its first day
   * @param quotations how many quotations that match fall into it
   * @param all how many quotations of the archive fall into it, of those that the search looks at:
   *     whatever its query and filters, but indirect ones only if it asks for them
   */
  public record Part(String name, LocalDate first, long quotations, long all) {
    /** Checks that no part is null. */
    public Part {
      requireNonNull(name, "name");
      requireNonNull(first, "first");
    }

    /** {@return the share of the quotations that match among all of this time, 0 to 1} */
    public double share() {
      return shareOf(quotations);
    }

    /** {@return the share of a count among all quotations of this time, 0 if there are none} */
    public double shareOf(long count) {
      return all == 0 ? 0 : (double) count / all;
    }
  }

  /**
   * The timeline of the quotations with one value of the facet of the split. Immutable.
   *
   * @param value the value
   * @param quotations how many quotations that match have it
   * @param undated how many of them have no date
   * @param imprecise how many of them have a date that may lie in several parts
   * @param counts how many of them fall into each part
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
