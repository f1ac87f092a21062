package onrecord.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * When an article came into an archive. Immutable.
 *
 * @param added when the article was added, to the millisecond; empty if it was added before
 *     archives kept these times. An article that is deleted and added again comes in again.
 * @param changed when it was last replaced by another version of itself, or added; adding it again
 *     as it is, and extracting its quotations again, is no change
 * @param commit the number of the commit that contained this version of the article first, 1 or
 *     more. Numbers increase with each commit that has changes. A number greater than that of the
 *     last commit means that the version is not yet committed.
 */
public record Arrival(Optional<Instant> added, Instant changed, int commit) {

  /**
   * Validates the components.
   *
   * @throws IllegalArgumentException if the number of the commit is not positive
   */
  public Arrival {
    requireNonNull(added, "added");
    requireNonNull(changed, "changed");
    if (commit < 1) {
      throw new IllegalArgumentException("commit must be 1 or more, but was " + commit);
    }
  }
}
