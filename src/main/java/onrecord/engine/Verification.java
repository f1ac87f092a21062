package onrecord.engine;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * The result of verifying an archive. Immutable.
 *
 * @param articles the number of articles that were verified
 * @param quotations the number of quotations that were verified
 * @param problems what is wrong, at most {@value #MAX_PROBLEMS} problems; empty if the archive is
 *     sound
 * @param firstBroken the id of the first article with a problem, if it is known
 */
public record Verification(
    long articles, long quotations, List<String> problems, Optional<String> firstBroken) {

  /** The maximum number of problems that are reported. */
  public static final int MAX_PROBLEMS = 100;

  /** Copies the list. */
  public Verification {
    problems = List.copyOf(problems);
    requireNonNull(firstBroken, "firstBroken");
  }

  /** {@return whether no problem was found} */
  public boolean isSound() {
    return problems.isEmpty();
  }
}
