package onrecord.query;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import onrecord.model.PartialDate;
import onrecord.model.QuotationKind;
import onrecord.model.SpeakerType;

/**
 * A property by whose values quotations are counted and filtered: one of the constants, or an
 * {@link OwnField} of articles or speakers. A quotation has one value of each facet, and one or
 * more of {@link #ABOUT}, {@link #AUTHOR}, {@link #TAG} and of the archive's own fields; an unknown
 * value is {@link #UNKNOWN}. Names that differ only in case, accents or the kind of apostrophe are
 * one value: that of them which most quotations of the archive have.
 */
@Immutable
public sealed interface Facet permits Facet.Standard, OwnField {
  /** The name of the speaker. */
  Facet SPEAKER = Standard.SPEAKER;

  /** An identifier of the speaker, such as a Wikidata identifier. */
  Facet SPEAKER_ID = Standard.SPEAKER_ID;

  /** The type of the speaker: the name of a {@link SpeakerType}. */
  Facet SPEAKER_TYPE = Standard.SPEAKER_TYPE;

  /** The people and organizations that the quotation names. */
  Facet ABOUT = Standard.ABOUT;

  /** The outlet: a newspaper, agency or site. */
  Facet OUTLET = Standard.OUTLET;

  /** The section of the outlet. */
  Facet SECTION = Standard.SECTION;

  /** The authors of the article. */
  Facet AUTHOR = Standard.AUTHOR;

  /** The language of the article. */
  Facet LANGUAGE = Standard.LANGUAGE;

  /** How the words are reported: the name of a {@link QuotationKind}. */
  Facet KIND = Standard.KIND;

  /** The words that signal speech, in lower case ("said", "according to"). */
  Facet CUE = Standard.CUE;

  /** The rule that attributed the quotation, as in {@link onrecord.model.Quotation#rule}. */
  Facet RULE = Standard.RULE;

  /** The tags that the owner of the archive has given to the article. */
  Facet TAG = Standard.TAG;

  /** The day of publication, counted by year, month or day. */
  Facet PUBLISHED = Standard.PUBLISHED;

  /**
   * The date on which the words were said, counted by year, month or day. A date that is less
   * precise than requested is a value of its own: among the months of 2020, the value "2020" counts
   * the quotations of that year whose month is unknown.
   */
  Facet SAID = Standard.SAID;

  /**
   * How likely the speaker is the right one, in ten bands from "0.0-0.1" to "0.9-1.0". A band
   * includes its lower bound and excludes its upper bound, except for the last, which includes
   * both.
   */
  Facet CONFIDENCE = Standard.CONFIDENCE;

  /** The value of a facet that is unknown. */
  String UNKNOWN = "(unknown)";

  /** The values of {@link #CONFIDENCE}, the lowest first. */
  List<String> CONFIDENCE_BANDS = Standard.CONFIDENCE.closedValues;

  /** The order of facets: the constants as they are declared, then own fields by their names. */
  Comparator<Facet> ORDER =
      (a, b) ->
          a instanceof Standard first && b instanceof Standard second
              ? first.compareTo(second)
              : a instanceof Standard
                  ? -1
                  : b instanceof Standard ? 1 : a.word().compareTo(b.word());

  /** {@return what the values are} */
  FacetKind kind();

  /** {@return whether the values are dates, in the text form of {@link PartialDate}} */
  boolean isDate();

  /**
   * {@return whether the values are dates, or may be: a field of one's own may be one of days, by
   * whose periods quotations are counted}
   */
  boolean mayBeDate();

  /** {@return all values in their order if they are constants or bands; empty otherwise} */
  Optional<List<String>> closedValues();

  /**
   * {@return a query for the quotations whose date lies within a range}
   *
   * @throws IllegalArgumentException if the values are not dates
   */
  Query within(DateRange range);

  /** {@return the name of this facet in the query syntax, such as "speaker_type"} */
  String word();

  /**
   * {@return a value that quotations can be filtered by, in the form that it has in an archive}
   *
   * @param value the value; constants may be in any case
   * @throws IllegalArgumentException if this facet cannot have the value
   */
  String value(String value);

  /** {@return the constants, in their order} */
  static Facet[] values() {
    return Standard.values();
  }

  /**
   * {@return the facet with a name in the query syntax, in any case and with hyphens or
   * underscores}
   *
   * @throws IllegalArgumentException if there can be none; the message lists the facets
   */
  static Facet parse(String name) {
    String word = name.toLowerCase(Locale.ROOT);
    return of(word)
        .or(() -> of(word.replace('-', '_')))
        .orElseThrow(() -> new IllegalArgumentException(expected(name)));
  }

  private static String expected(String name) {
    List<String> names = Stream.of(values()).map(facet -> facet.word().replace('_', '-')).toList();
    int comma = name.indexOf(',');
    String first =
        (comma < 0 ? name : name.substring(0, comma)).toLowerCase(Locale.ROOT).replace('_', '-');
    return "a facet must be one of "
        + String.join(", ", names)
        + ", or a field of the archive such as article.country or speaker.party, but was '"
        + name
        + "'"
        + QueryField.mistyped(first, names)
            .map(nearest -> "; the nearest is '" + nearest + "'")
            .orElse("")
        + (comma >= 0 ? "; each facet is given by itself" : "");
  }

  /** {@return the facet with a name in the query syntax; empty if there is none} */
  static Optional<Facet> of(String word) {
    return Stream.of(values())
        .filter(facet -> facet.word().equals(word))
        .findFirst()
        .or(() -> OwnField.of(word));
  }

  /** The facets that every archive has. */
  enum Standard implements Facet {
    /** See {@link Facet#SPEAKER}. */
    SPEAKER,
    /** See {@link Facet#SPEAKER_ID}. */
    SPEAKER_ID,
    /** See {@link Facet#SPEAKER_TYPE}. */
    SPEAKER_TYPE(names(SpeakerType.values())),
    /** See {@link Facet#ABOUT}. */
    ABOUT,
    /** See {@link Facet#OUTLET}. */
    OUTLET,
    /** See {@link Facet#SECTION}. */
    SECTION,
    /** See {@link Facet#AUTHOR}. */
    AUTHOR,
    /** See {@link Facet#LANGUAGE}. */
    LANGUAGE,
    /** See {@link Facet#KIND}. */
    KIND(names(QuotationKind.values())),
    /** See {@link Facet#CUE}. */
    CUE,
    /** See {@link Facet#RULE}. */
    RULE,
    /** See {@link Facet#TAG}. */
    TAG,
    /** See {@link Facet#PUBLISHED}. */
    PUBLISHED(Query::published),
    /** See {@link Facet#SAID}. */
    SAID(Query::said),
    /** See {@link Facet#CONFIDENCE}. */
    CONFIDENCE(FacetKind.BANDS, bands(), Optional.empty());

    private final FacetKind kind;
    private final ImmutableList<String> closedValues;
    private final Optional<DateQuery> dateQuery;

    /** Creates a query for the quotations whose date lies within a range. */
    @Immutable
    private interface DateQuery {
      Query of(DateRange range);
    }

    /** Declares a facet whose values are names. */
    Standard() {
      this(FacetKind.NAMES, List.of(), Optional.empty());
    }

    /** Declares a facet whose values are constants. */
    Standard(List<String> constants) {
      this(FacetKind.CONSTANTS, constants, Optional.empty());
    }

    /** Declares a facet whose values are dates, which a query finds by range. */
    Standard(DateQuery dateQuery) {
      this(FacetKind.DATES, List.of(), Optional.of(dateQuery));
    }

    Standard(FacetKind kind, List<String> closedValues, Optional<DateQuery> dateQuery) {
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

    @Override
    public FacetKind kind() {
      return kind;
    }

    @Override
    public boolean isDate() {
      return kind == FacetKind.DATES;
    }

    @Override
    public boolean mayBeDate() {
      return isDate();
    }

    @Override
    public Optional<List<String>> closedValues() {
      return closedValues.isEmpty() ? Optional.empty() : Optional.of(closedValues);
    }

    @Override
    public Query within(DateRange range) {
      return dateQuery
          .orElseThrow(
              () -> new IllegalArgumentException("values of facet " + word() + " are no dates"))
          .of(range);
    }

    @Override
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String value(String value) {
      if (value.isBlank()) {
        throw new IllegalArgumentException(
            "value of facet " + word() + " must not be blank, but was '" + value + "'");
      }
      if (isDate() && !value.equals(UNKNOWN)) {
        requireDate(value);
      }
      if (closedValues.isEmpty()) {
        return value;
      }
      return closedValues.stream()
          .filter(value::equalsIgnoreCase)
          .findFirst()
          .orElseThrow(() ->
              new IllegalArgumentException(
                  "value of facet "
                      + word()
                      + " must be one of "
                      + closedValues
                      + ", but was "
                      + value));
    }

    private void requireDate(String value) {
      try {
        PartialDate.parse(value);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("value of facet " + word() + ": " + e.getMessage(), e);
      }
    }
  }
}
