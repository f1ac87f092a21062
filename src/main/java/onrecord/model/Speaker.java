package onrecord.model;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * The person or other source that said the words of a quotation. Immutable.
 *
 * @param name the fullest form of the name in the article, or the preferred name in a list of known
 *     speakers; for an {@link SpeakerType#UNNAMED} source, the words that describe it; for {@link
 *     #UNKNOWN}, "(unknown)"
 * @param type the type of source
 * @param description how the article describes a named speaker ("the Russian president"), if it
 *     does
 * @param id the identifier of a known speaker in another source, such as Wikidata ("Q42")
 * @param printed the fullest form of the name in the article, if it differs from {@code name}
 * @param fields the fields that a list of known speakers or a source has added, such as a party
 */
public record Speaker(
    String name,
    SpeakerType type,
    Optional<String> description,
    Optional<String> id,
    Optional<String> printed,
    Fields fields) {

  /** The speaker of a quotation that could not be attributed. */
  public static final Speaker UNKNOWN =
      new Speaker("(unknown)", SpeakerType.UNKNOWN, Optional.empty());

  /**
   * Validates the components.
   *
   * @throws IllegalArgumentException if {@code name}, {@code id} or {@code printed} is blank
   */
  public Speaker {
    requireText("name", requireNonNull(name, "name"));
    requireNonNull(type, "type");
    requireNonNull(description, "description");
    id.ifPresent(text -> requireText("id", text));
    printed.ifPresent(text -> requireText("printed name", text));
    requireNonNull(fields, "fields");
  }

  private static void requireText(String field, String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException(
          field + " of a speaker must not be blank, but was '" + value + "'");
    }
  }

  /**
   * Creates a speaker of whom nothing is known beyond the article.
   *
   * @param name the fullest form of the name in the article
   * @param type the type of source
   * @param description how the article describes the speaker, if it does
   */
  public Speaker(String name, SpeakerType type, Optional<String> description) {
    this(name, type, description, Optional.empty(), Optional.empty());
  }

  /**
   * Creates a speaker without fields.
   *
   * @param name the fullest form of the name in the article, or the preferred name in a list
   * @param type the type of source
   * @param description how the article describes the speaker, if it does
   * @param id the identifier in another source
   * @param printed the fullest form of the name in the article, if it differs
   */
  public Speaker(
      String name,
      SpeakerType type,
      Optional<String> description,
      Optional<String> id,
      Optional<String> printed) {
    this(name, type, description, id, printed, Fields.NONE);
  }

  /** {@return a speaker without a description} */
  public static Speaker of(String name, SpeakerType type) {
    return new Speaker(name, type, Optional.empty());
  }

  /** {@return this speaker with other fields} */
  public Speaker with(Fields others) {
    return new Speaker(name, type, description, id, printed, others);
  }

  /** {@return whether the quotation is attributed to somebody, named or described} */
  public boolean isKnown() {
    return type != SpeakerType.UNKNOWN;
  }

  /** {@return the fullest form of the name in the article} */
  public String nameInArticle() {
    return printed.orElse(name);
  }
}
