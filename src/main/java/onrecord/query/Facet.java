package onrecord.query;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import onrecord.model.PartialDate;
import onrecord.model.QuotationKind;
import onrecord.model.SpeakerType;

/**
 * What quotations are counted by. A quotation has one value of each facet, and of {@link #ABOUT},
 * {@link #AUTHOR} and {@link #TAG} one or more; where it is not known, the value is {@link
 * #UNKNOWN}.
 */
public enum Facet {
  /** The name of the speaker. */
  SPEAKER,
  /** What names the speaker elsewhere, such as a Wikidata identifier. */
  SPEAKER_ID,
  /** The sort of speaker: the name of a {@link SpeakerType}. */
  SPEAKER_TYPE,
  /** The people and bodies named in the quotation. */
  ABOUT,
  /** The newspaper, agency or site. */
  OUTLET,
  /** The part of the outlet. */
  SECTION,
  /** Who wrote the article. */
  AUTHOR,
  /** The language of the article. */
  LANGUAGE,
  /** How the words are reported: the name of a {@link QuotationKind}. */
  KIND,
  /** The words that signal speech, in lower case ("said", "according to"). */
  CUE,
  /** The owner's labels of the article. */
  TAG,
  /** When the article was published, by year, month and day. */
  PUBLISHED,
  /**
   * When the words were said, by year, month and day. A date that is less precise than asked for is
   * a value of its own: among the months of 2020, the value "2020" counts what was said in that
   * year in an untold month.
   */
  SAID,
  /**
   * How likely the speaker is the right one, in ten bands from "0.0-0.1" to "0.9-1.0". A band
   * includes its lower bound, and not its upper one, but for the last.
   */
  CONFIDENCE;

  /** The value of a facet where it is not known. */
  public static final String UNKNOWN = "(unknown)";

  /** The values of {@link #CONFIDENCE}, the lowest first. */
  public static final List<String> CONFIDENCE_BANDS =
      IntStream.range(0, 10)
          .mapToObj(i -> String.format(Locale.ROOT, "%.1f-%.1f", i / 10.0, (i + 1) / 10.0))
          .toList();

  /** {@return whether the values are dates, in the text form of {@link PartialDate}} */
  public boolean isDate() {
    return this == PUBLISHED || this == SAID;
  }

  /** {@return the name of this facet in the query syntax} */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** {@return the facet with a name in the query syntax} */
  static Optional<Facet> ofWord(String word) {
    return Stream.of(values()).filter(facet -> facet.word().equals(word)).findFirst();
  }

  /** Checks a value that quotations are to be filtered by. */
  void requireValue(String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException(
          "value of facet " + this + " must not be blank, but was '" + value + "'");
    }
    if (isDate() && !value.equals(UNKNOWN)) {
      requireDate(value);
    }
    closedValues()
        .filter(known -> !known.contains(value))
        .ifPresent(known -> {
          throw new IllegalArgumentException(
              "value of facet " + this + " must be one of " + known + ", but was " + value);
        });
  }

  private void requireDate(String value) {
    try {
      PartialDate.parse(value);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("value of facet " + this + ": " + e.getMessage(), e);
    }
  }

  /** {@return all values the facet can have, if they are few and known} */
  Optional<List<String>> closedValues() {
    return switch (this) {
      case SPEAKER_TYPE -> Optional.of(names(SpeakerType.values()));
      case KIND -> Optional.of(names(QuotationKind.values()));
      case CONFIDENCE -> Optional.of(CONFIDENCE_BANDS);
      default -> Optional.empty();
    };
  }

  private static List<String> names(Enum<?>[] values) {
    return Stream.of(values).map(Enum::name).toList();
  }
}
