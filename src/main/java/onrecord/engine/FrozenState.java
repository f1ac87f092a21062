package onrecord.engine;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * A state of an archive that is kept under a name. Immutable.
 *
 * @param name the name
 * @param day the day on which it was frozen, in UTC
 * @param format the number of its format on disk
 * @param bytes the number of bytes on disk that only this state needs, which are freed if it is
 *     deleted
 */
public record FrozenState(String name, LocalDate day, int format, long bytes) {
  /** Validates that no component is null. */
  public FrozenState {
    requireNonNull(name, "name");
    requireNonNull(day, "day");
  }
}
