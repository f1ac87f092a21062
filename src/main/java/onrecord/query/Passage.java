package onrecord.query;

import static java.util.Objects.requireNonNull;

import onrecord.model.Span;

/**
 * A passage of an article's text. Immutable.
 *
 * @param place its span in the text
 * @param text its characters
 */
public record Passage(Span place, String text) {
  /** Validates that no component is null. */
  public Passage {
    requireNonNull(place, "place");
    requireNonNull(text, "text");
  }
}
