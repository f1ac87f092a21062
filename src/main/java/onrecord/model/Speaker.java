package onrecord.model;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Who said the words of a quotation. Immutable.
 *
 * @param name the fullest form of the name that the article gives; for an {@link
 *     SpeakerType#UNNAMED} source the words that describe it; for {@link #UNKNOWN} "(unknown)"
 * @param type what sort of source it is
 * @param description how the article describes a named speaker ("the Russian president"), where it
 *     does
 */
public record Speaker(String name, SpeakerType type, Optional<String> description) {

  /** The speaker of a quotation that could not be attributed. */
  public static final Speaker UNKNOWN =
      new Speaker("(unknown)", SpeakerType.UNKNOWN, Optional.empty());

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if {@code name} is blank
   */
  public Speaker {
    requireNonNull(name, "name");
    requireNonNull(type, "type");
    requireNonNull(description, "description");
    if (name.isBlank()) {
      throw new IllegalArgumentException(
          "name of a speaker must not be blank, but was '" + name + "'");
    }
  }

  /** {@return a speaker without a description} */
  public static Speaker of(String name, SpeakerType type) {
    return new Speaker(name, type, Optional.empty());
  }

  /** {@return whether somebody is named or described, so that the words are asserted as theirs} */
  public boolean isKnown() {
    return type != SpeakerType.UNKNOWN;
  }
}
