package onrecord.model;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A person or organization that is known in advance, under any of its names. Immutable.
 *
 * @param name the preferred name
 * @param aliases its other names; a surname alone among them refers to this speaker only
 * @param id its identifier in another source, such as Wikidata ("Q42")
 * @param description a description that distinguishes it from others of the same name
 * @param type {@link SpeakerType#PERSON} or {@link SpeakerType#ORGANIZATION}; if empty, the type is
 *     inferred from the article
 * @param fields the fields that the owner of the list has added, such as a party
 */
public record KnownSpeaker(
    String name,
    List<String> aliases,
    Optional<String> id,
    Optional<String> description,
    Optional<SpeakerType> type,
    Fields fields) {

  /**
   * Validates the components.
   *
   * @throws IllegalArgumentException if a text is blank, or the type is neither of the two
   */
  public KnownSpeaker {
    requireText("name", requireNonNull(name, "name"));
    aliases = List.copyOf(aliases);
    aliases.forEach(alias -> requireText("alias", alias));
    id.ifPresent(text -> requireText("id", text));
    description.ifPresent(text -> requireText("description", text));
    type.ifPresent(KnownSpeaker::requireNamed);
    requireNonNull(fields, "fields");
  }

  private static void requireText(String field, String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException(
          field + " of a known speaker must not be blank, but was '" + value + "'");
    }
  }

  private static void requireNamed(SpeakerType type) {
    if (type != SpeakerType.PERSON && type != SpeakerType.ORGANIZATION) {
      throw new IllegalArgumentException(
          "type of a known speaker must be PERSON or ORGANIZATION, but was " + type);
    }
  }

  /** {@return all its names, the preferred one first} */
  public Stream<String> names() {
    return Stream.concat(Stream.of(name), aliases.stream());
  }

  /**
   * Returns a builder for a known speaker. The other components are empty until set.
   *
   * @param name the preferred name
   */
  public static Builder builder(String name) {
    return new Builder(name);
  }

  /** A builder of a {@link KnownSpeaker}. Not thread-safe. */
  public static final class Builder {
    private final String name;
    private List<String> aliases = List.of();
    private @Nullable String id;
    private @Nullable String description;
    private @Nullable SpeakerType type;
    private Fields fields = Fields.NONE;

    private Builder(String name) {
      this.name = name;
    }

    /** Sets the other names. */
    @CanIgnoreReturnValue
    public Builder aliases(List<String> values) {
      aliases = List.copyOf(values);
      return this;
    }

    /** Sets its identifier in another source. */
    @CanIgnoreReturnValue
    public Builder id(String value) {
      id = value;
      return this;
    }

    /** Sets the description that distinguishes it from others of the same name. */
    @CanIgnoreReturnValue
    public Builder description(String value) {
      description = value;
      return this;
    }

    /** Sets whether it is a person or an organization. */
    @CanIgnoreReturnValue
    public Builder type(SpeakerType value) {
      type = value;
      return this;
    }

    /** Sets the fields that the owner of the list has added. */
    @CanIgnoreReturnValue
    public Builder fields(Fields value) {
      fields = value;
      return this;
    }

    /**
     * {@return the known speaker}
     *
     * @throws IllegalArgumentException if a component is not valid
     */
    public KnownSpeaker build() {
      return new KnownSpeaker(
          name,
          aliases,
          Optional.ofNullable(id),
          Optional.ofNullable(description),
          Optional.ofNullable(type),
          fields);
    }
  }
}
