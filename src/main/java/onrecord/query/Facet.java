package onrecord.query;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import onrecord.model.PartialDate;
import onrecord.model.QuotationKind;
import onrecord.model.SpeakerType;

/**
 * What quotations are counted by. A quotation has one value of each facet; where it is not known,
 * the value is {@link #UNKNOWN}.
 */
public enum Facet {
  /** The name of the speaker. */
  SPEAKER,
  /** The sort of speaker: the name of a {@link SpeakerType}. */
  SPEAKER_TYPE,
  /** The newspaper, agency or site. */
  OUTLET,
  /** The part of the outlet. */
  SECTION,
  /** How the words are reported: the name of a {@link QuotationKind}. */
  KIND,
  /** When the article was published, by year, month and day. */
  PUBLISHED,
  /**
   * When the words were said, by year, month and day. A date that is less precise than asked for is
   * a value of its own: among the months of 2020, the value "2020" counts what was said in that
   * year in an untold month.
   */
  SAID;

  /** The value of a facet where it is not known. */
  public static final String UNKNOWN = "(unknown)";

  /** {@return whether the values are dates, in the text form of {@link PartialDate}} */
  public boolean isDate() {
    return this == PUBLISHED || this == SAID;
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

  private Optional<List<String>> closedValues() {
    return switch (this) {
      case SPEAKER_TYPE -> Optional.of(names(SpeakerType.values()));
      case KIND -> Optional.of(names(QuotationKind.values()));
      default -> Optional.empty();
    };
  }

  private static List<String> names(Enum<?>[] values) {
    return Stream.of(values).map(Enum::name).toList();
  }
}
