package onrecord.model;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * When words were said, as stated in the sentence of the cue. Immutable.
 *
 * @param expression the span of the expression in the text ("on Sunday", "in 2009")
 * @param date the date it denotes, as precise as the expression; empty if the expression is
 *     relative ("yesterday") and the article has no date of publication to resolve it against
 */
public record Said(Span expression, Optional<PartialDate> date) {
  /** Validates that no component is null. */
  public Said {
    requireNonNull(expression, "expression");
    requireNonNull(date, "date");
  }
}
