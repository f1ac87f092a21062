package onrecord.engine;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * What a check of an archive found. Immutable.
 *
 * @param articles how many articles were checked
 * @param quotations how many quotations were checked
 * @param problems what is wrong, the first hundred things; none if the archive is sound
 * @param firstBroken the id of the first article with which something is wrong, where one is known
 */
public record Verification(
    long articles, long quotations, List<String> problems, Optional<String> firstBroken) {
  /** Copies the list. */
  public Verification {
    problems = List.copyOf(problems);
    requireNonNull(firstBroken, "firstBroken");
  }

  /** {@return whether nothing is wrong} */
  public boolean isSound() {
    return problems.isEmpty();
  }
}
