package onrecord.format;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a {@link ResearchPackage} says of itself. Immutable.
 *
 * @param title the title
 * @param creators who made the package, in their order; at least one
 * @param license how the package may be used: the address of a license, which begins with {@code
 *     https://} or {@code http://}, or words
 * @param publisher who makes the package available; if empty, {@code :tba}, by which DataCite
 *     denotes what is to be announced later
 * @param description what the package is about; if empty, the footnote of the citation
 * @param issued the day on which the package is published; if empty, the day of the citation
 * @param doi the DOI that is registered for the package; if empty, it is not known yet
 */
public record PackageDescription(
    String title,
    List<Creator> creators,
    String license,
    Optional<String> publisher,
    Optional<String> description,
    Optional<LocalDate> issued,
    Optional<Doi> doi) {

  /**
   * Copies the list of creators.
   *
   * @throws IllegalArgumentException if a text is blank, there is no creator, two have the same
   *     ORCID iD, or the year of the day does not have four digits
   */
  public PackageDescription {
    requireText("title", title);
    creators = List.copyOf(creators);
    if (creators.isEmpty()) {
      throw new IllegalArgumentException("a package must have a creator");
    }
    List<Orcid> orcids = creators.stream().map(Creator::orcid).flatMap(Optional::stream).toList();
    if (orcids.stream().distinct().count() < orcids.size()) {
      throw new IllegalArgumentException("creators of a package must have different ORCID iDs");
    }
    requireText("license", license);
    publisher.ifPresent(name -> requireText("publisher", name));
    description.ifPresent(text -> requireText("description", text));
    issued.ifPresent(PackageDescription::requireYear);
    requireNonNull(doi, "doi");
  }

  /** Creates a description with what is mandatory. */
  public PackageDescription(String title, List<Creator> creators, String license) {
    this(
        title,
        creators,
        license,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /**
   * A person or organization that made a package. Immutable.
   *
   * @param name the name; that of a person as in {@code Holm, Ada}, so that the family name is
   *     known
   * @param kind what it is the name of
   * @param orcid the ORCID iD of the person, if known
   */
  public record Creator(String name, Kind kind, Optional<Orcid> orcid) {

    /**
     * Validates the components.
     *
     * @throws IllegalArgumentException if the name is blank, or an organization has an ORCID iD
     */
    public Creator {
      requireText("name of a creator", name);
      requireNonNull(kind, "kind");
      if (orcid.isPresent() && kind != Kind.PERSON) {
        throw new IllegalArgumentException(
            "an ORCID iD must be that of a person, but " + name + " is an organization");
      }
    }

    /** Creates a creator whose ORCID iD is not known. */
    public Creator(String name, Kind kind) {
      this(name, kind, Optional.empty());
    }

    /** What a creator is. */
    public enum Kind {
      /** A person. */
      PERSON,
      /** An organization. */
      ORGANIZATION
    }
  }

  private static void requireText(String what, String text) {
    if (requireNonNull(text, what).isBlank()) {
      throw new IllegalArgumentException("the " + what + " of a package must not be blank");
    }
  }

  private static void requireYear(LocalDate day) {
    if (day.getYear() < 1000 || day.getYear() > 9999) {
      throw new IllegalArgumentException(
          "the year in which a package is issued must have four digits, but was " + day.getYear());
    }
  }
}
