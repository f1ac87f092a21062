package onrecord.model;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What the sentence of the cue tells of when the words were said. Immutable.
 *
 * @param expression where in the text it is told ("on Sunday", "in 2009")
 * @param date the date meant, as precise as the expression; absent if the expression is relative
 *     ("yesterday") and the article has no date of publication to count from
 */
public record Said(Span expression, Optional<PartialDate> date) {
  /** Checks that no part is null. */
  public Said {
    requireNonNull(expression, "expression");
    requireNonNull(date, "date");
  }
}
