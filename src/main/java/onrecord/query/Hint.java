package onrecord.query;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A part of a search that no quotation matches by itself, with what may have been meant. Immutable.
 *
 * @param part the part, in the query syntax
 * @param nearest the values or words of the archive that are most like it, the nearest first; empty
 *     if there are none
 */
public record Hint(String part, List<String> nearest) {

  /** The maximum number of values or words. */
  public static final int MAX_NEAREST = 3;

  /** Copies the list. */
  public Hint {
    requireNonNull(part, "part");
    nearest = List.copyOf(nearest);
  }
}
