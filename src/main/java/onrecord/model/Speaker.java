package onrecord.model;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Who said the words of a quotation. Immutable.
 *
 * @param name the fullest form of the name that the article gives, or the one that a list of known
 *     speakers gives; for an {@link SpeakerType#UNNAMED} source the words that describe it; for
 *     {@link #UNKNOWN} "(unknown)"
 * @param type what sort of source it is
 * @param description how the article describes a named speaker ("the Russian president"), where it
 *     does
 * @param id what names a known speaker elsewhere, such as a Wikidata identifier ("Q42")
 * @param printed the fullest form of the name that the article gives, where {@code name} is another
 */
public record Speaker(
    String name,
    SpeakerType type,
    Optional<String> description,
    Optional<String> id,
    Optional<String> printed) {

  /** The speaker of a quotation that could not be attributed. */
  public static final Speaker UNKNOWN =
      new Speaker("(unknown)", SpeakerType.UNKNOWN, Optional.empty());

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if {@code name}, {@code id} or {@code printed} is blank
   */
  public Speaker {
    requireText("name", requireNonNull(name, "name"));
    requireNonNull(type, "type");
    requireNonNull(description, "description");
    id.ifPresent(text -> requireText("id", text));
    printed.ifPresent(text -> requireText("printed name", text));
  }

  private static void requireText(String field, String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException(
          field + " of a speaker must not be blank, but was '" + value + "'");
    }
  }

  /**
   * Makes a speaker of whom nothing is known but what the article tells.
   *
   * @param name the fullest form of the name
   * @param type what sort of source it is
   * @param description how the article describes it, where it does
   */
  public Speaker(String name, SpeakerType type, Optional<String> description) {
    this(name, type, description, Optional.empty(), Optional.empty());
  }

  /** {@return a speaker without a description} */
  public static Speaker of(String name, SpeakerType type) {
    return new Speaker(name, type, Optional.empty());
  }

  /** {@return whether somebody is named or described, so that the words are asserted as theirs} */
  public boolean isKnown() {
    return type != SpeakerType.UNKNOWN;
  }

  /** {@return the fullest form of the name that the article gives} */
  public String nameInArticle() {
    return printed.orElse(name);
  }
}
