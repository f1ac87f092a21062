package onrecord.query;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What the quotations of each row of a {@link CrossTable} are a share of: the quotations that have
 * the row's values of some of its dimensions, and any values of the others. Immutable.
 *
 * @param population where the base is counted
 * @param within the dimensions whose values the base shares with the row; empty for the whole
 *     population
 */
public record ShareBase(Population population, List<Dimension> within) {

  /** The quotations among which a base is counted. */
  public enum Population {
    /** Those that the search finds. */
    SELECTION,
    /** All quotations of the archive of the kinds of the search, regardless of its query. */
    ARCHIVE
  }

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if it has a dimension twice
   */
  public ShareBase {
    requireNonNull(population, "population");
    within = List.copyOf(within);
    if (Set.copyOf(within).size() < within.size()) {
      throw new IllegalArgumentException(
          "dimensions of a base must be different, but were " + within);
    }
  }

  /** {@return the quotations found that have the same values of some dimensions} */
  public static ShareBase of(Dimension... within) {
    return new ShareBase(Population.SELECTION, List.of(within));
  }

  /** {@return the quotations of the archive that have the same values of some dimensions} */
  public static ShareBase ofArchive(Dimension... within) {
    return new ShareBase(Population.ARCHIVE, List.of(within));
  }

  /** {@return a share of a base; 0 if there is no base} */
  static double share(long quotations, OptionalLong base) {
    return base.orElse(0) == 0 ? 0 : (double) quotations / base.getAsLong();
  }
}
