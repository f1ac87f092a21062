package onrecord.query;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.Immutable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import onrecord.model.Fields;

/**
 * A field that the owner of an archive has added to articles, to quotations or to their speakers.
 * It is counted and filtered like any other facet, searched like any other name or text, and hits
 * are sorted by it. Days are also counted by year, month and day, in tables by any period and in
 * timelines, as the day of publication is. Immutable.
 *
 * {@snippet file="onrecord/query/SnippetsTest.java" region="own"}
 *
 * <p>In the query syntax, its name is that of its owner and its own: {@code article.country},
 * {@code speaker.party}, {@code quotation.stance}. Each archive has one type for a field, which
 * decides what a query with it means; a search is rejected if the archive does not have the field,
 * or the query does not fit the type.
 *
 * @param owner what has the field
 * @param name the name of the field, as in {@link Fields}
 */
@Immutable
public record OwnField(Owner owner, String name) implements Facet, Target {

  /** What has a field. */
  public enum Owner {
    /** The article that contains the quotation. */
    ARTICLE,
    /** The speaker of the quotation. */
    SPEAKER,
    /** The quotation itself, as coders have labelled it. */
    QUOTATION;

    /** {@return the word for the owner in the query syntax} */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Validates the name.
   *
   * @throws IllegalArgumentException if it cannot be the name of a field
   */
  public OwnField {
    requireNonNull(owner, "owner");
    Fields.requireName(name);
  }

  /** {@return a field of articles} */
  public static OwnField ofArticle(String name) {
    return new OwnField(Owner.ARTICLE, name);
  }

  /** {@return a field of speakers} */
  public static OwnField ofSpeaker(String name) {
    return new OwnField(Owner.SPEAKER, name);
  }

  /** {@return a field of quotations} */
  public static OwnField ofQuotation(String name) {
    return new OwnField(Owner.QUOTATION, name);
  }

  /** {@return the order of hits from the least value of this field to the greatest} */
  public Order ascending() {
    return new OwnOrder(this, OwnOrder.Direction.ASCENDING);
  }

  /** {@return the order of hits from the greatest value of this field to the least} */
  public Order descending() {
    return new OwnOrder(this, OwnOrder.Direction.DESCENDING);
  }

  /** {@return the field with a name such as "speaker.party"; empty if there can be none} */
  static Optional<OwnField> of(String word) {
    return Stream.of(Owner.values())
        .filter(owner -> word.startsWith(owner.word() + "."))
        .map(owner -> new Candidate(owner, word.substring(owner.word().length() + 1)))
        .filter(candidate -> Fields.isName(candidate.name()))
        .map(candidate -> new OwnField(candidate.owner(), candidate.name()))
        .findFirst();
  }

  private record Candidate(Owner owner, String name) {}

  @Override
  public FacetKind kind() {
    return FacetKind.OWN;
  }

  @Override
  public boolean isDate() {
    return false;
  }

  @Override
  public boolean mayBeDate() {
    return true;
  }

  @Override
  public Optional<List<String>> closedValues() {
    return Optional.empty();
  }

  @Override
  public Query within(DateRange range) {
    return in(ValueRange.of(range));
  }

  /**
   * {@return a query for the quotations with a value within a range}
   *
   * @param range a range of numbers or days
   */
  public Query in(ValueRange range) {
    return new Query.Ranged(this, range);
  }

  @Override
  public String word() {
    return owner.word() + "." + name;
  }

  @Override
  public String value(String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException(
          "value of field " + this + " must not be blank, but was '" + value + "'");
    }
    return value;
  }

  @Override
  public Optional<Facet> facet() {
    return Optional.of(this);
  }

  @Override
  public boolean isName() {
    return false;
  }

  /** {@return the name in the query syntax} */
  @Override
  public String toString() {
    return word();
  }
}
