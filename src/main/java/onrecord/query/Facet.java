package onrecord.query;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import onrecord.model.PartialDate;
import onrecord.model.QuotationKind;
import onrecord.model.SpeakerType;

/**
 * A property by whose values quotations are counted and filtered. A quotation has one value of each
 * facet, and one or more of {@link #ABOUT}, {@link #AUTHOR} and {@link #TAG}; an unknown value is
 * {@link #UNKNOWN}. Names that differ only in case, accents or the kind of apostrophe are one
 * value: that of them which most quotations of the archive have.
 */
public enum Facet {
  /** The name of the speaker. */
  SPEAKER,
  /** An identifier of the speaker, such as a Wikidata identifier. */
  SPEAKER_ID,
  /** The type of the speaker: the name of a {@link SpeakerType}. */
  SPEAKER_TYPE(names(SpeakerType.values())),
  /** The people and organizations that the quotation names. */
  ABOUT,
  /** The outlet: a newspaper, agency or site. */
  OUTLET,
  /** The section of the outlet. */
  SECTION,
  /** The authors of the article. */
  AUTHOR,
  /** The language of the article. */
  LANGUAGE,
  /** How the words are reported: the name of a {@link QuotationKind}. */
  KIND(names(QuotationKind.values())),
  /** The words that signal speech, in lower case ("said", "according to"). */
  CUE,
  /** The tags that the owner of the archive has given to the article. */
  TAG,
  /** The day of publication, counted by year, month or day. */
  PUBLISHED(Query::published),
  /**
   * The date on which the words were said, counted by year, month or day. A date that is less
   * precise than requested is a value of its own: among the months of 2020, the value "2020" counts
   * the quotations of that year whose month is unknown.
   */
  SAID(Query::said),
  /**
   * How likely the speaker is the right one, in ten bands from "0.0-0.1" to "0.9-1.0". A band
   * includes its lower bound and excludes its upper bound, except for the last, which includes
   * both.
   */
  CONFIDENCE(FacetKind.BANDS, bands(), Optional.empty());

  /** The value of a facet that is unknown. */
  public static final String UNKNOWN = "(unknown)";

  /** The values of {@link #CONFIDENCE}, the lowest first. */
  public static final List<String> CONFIDENCE_BANDS = CONFIDENCE.closedValues;

  private final FacetKind kind;
  private final ImmutableList<String> closedValues;
  private final Optional<DateQuery> dateQuery;

  /** Creates a query for the quotations whose date lies within a range. */
  @Immutable
  private interface DateQuery {
    Query of(DateRange range);
  }

  /** Declares a facet whose values are names. */
  Facet() {
    this(FacetKind.NAMES, List.of(), Optional.empty());
  }

  /** Declares a facet whose values are constants. */
  Facet(List<String> constants) {
    this(FacetKind.CONSTANTS, constants, Optional.empty());
  }

  /** Declares a facet whose values are dates, which a query finds by range. */
  Facet(DateQuery dateQuery) {
    this(FacetKind.DATES, List.of(), Optional.of(dateQuery));
  }

  Facet(FacetKind kind, List<String> closedValues, Optional<DateQuery> dateQuery) {
    this.kind = kind;
    this.closedValues = ImmutableList.copyOf(closedValues);
    this.dateQuery = dateQuery;
  }

  private static List<String> names(Enum<?>[] values) {
    return Stream.of(values).map(Enum::name).toList();
  }

  private static List<String> bands() {
    return IntStream.range(0, 10)
        .mapToObj(i -> String.format(Locale.ROOT, "%.1f-%.1f", i / 10.0, (i + 1) / 10.0))
        .toList();
  }

  /** {@return what the values are} */
  public FacetKind kind() {
    return kind;
  }

  /** {@return whether the values are dates, in the text form of {@link PartialDate}} */
  public boolean isDate() {
    return kind == FacetKind.DATES;
  }

  /** {@return all values in their order if they are constants or bands; empty otherwise} */
  public Optional<List<String>> closedValues() {
    return closedValues.isEmpty() ? Optional.empty() : Optional.of(closedValues);
  }

  /**
   * {@return a query for the quotations whose date lies within a range}
   *
   * @throws IllegalArgumentException if the values are not dates
   */
  public Query within(DateRange range) {
    return dateQuery
        .orElseThrow(
            () -> new IllegalArgumentException("values of facet " + this + " are no dates"))
        .of(range);
  }

  /** {@return the name of this facet in the query syntax} */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** {@return the facet with a name in the query syntax} */
  static Optional<Facet> ofWord(String word) {
    return Stream.of(values()).filter(facet -> facet.word().equals(word)).findFirst();
  }

  /** {@return the constant with a name in any case; the name itself if there is none} */
  String constant(String name) {
    return closedValues.stream().filter(name::equalsIgnoreCase).findFirst().orElse(name);
  }

  /** Checks a value that quotations are filtered by. */
  void requireValue(String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException(
          "value of facet " + this + " must not be blank, but was '" + value + "'");
    }
    if (isDate() && !value.equals(UNKNOWN)) {
      requireDate(value);
    }
    if (!closedValues.isEmpty() && !closedValues.contains(value)) {
      throw new IllegalArgumentException(
          "value of facet " + this + " must be one of " + closedValues + ", but was " + value);
    }
  }

  private void requireDate(String value) {
    try {
      PartialDate.parse(value);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("value of facet " + this + ": " + e.getMessage(), e);
    }
  }
}
