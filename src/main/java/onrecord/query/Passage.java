package onrecord.query;

import static java.util.Objects.requireNonNull;

import onrecord.model.Span;

/**
 * A stretch of an article's text. Immutable.
 *
 * @param place where it stands in the text
 * @param text its characters
 */
public record Passage(Span place, String text) {
  /** Checks that no part is null. */
  public Passage {
    requireNonNull(place, "place");
    requireNonNull(text, "text");
  }
}
