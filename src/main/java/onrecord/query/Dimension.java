package onrecord.query;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A property that distinguishes the rows of a {@link CrossTable}. A quotation with several values
 * of a dimension counts in the row of each. A missing value or date is {@link Facet#UNKNOWN}.
 * Immutable.
 */
public sealed interface Dimension {

  /** What follows the colon in the text form of the days of the week. */
  String WEEKDAY = "weekday";

  /** {@return the facet that has the values} */
  Facet facet();

  /** {@return the name of the column with the values, such as "speaker" or "published_month"} */
  default String name() {
    return switch (this) {
      case Values values -> facet().word();
      case Periods periods -> facet().word() + "_" + periods.step().name().toLowerCase(Locale.ROOT);
      case Weekdays weekdays -> facet().word() + "_" + WEEKDAY;
      case Bounds bounds -> facet().word() + "_period";
    };
  }

  /**
   * {@return the dimension that a text such as "speaker", "speaker:20", "published:month",
   * "published:weekday", "published:2016-11-08,2017-01-20" or "article.filed:month" denotes; dates
   * are counted by years unless something else follows the colon, and the days of a field of one's
   * own by value}
   *
   * @param text the text
   * @param limit the number of values if the text has none
   * @throws IllegalArgumentException if the text denotes none
   */
  static Dimension parse(String text, int limit) {
    FacetText parts = FacetText.parse(text);
    Facet facet = parts.facet();
    if (!facet.isDate()
        && (!facet.mayBeDate() || parts.detail().isEmpty() || isNumber(parts.detail().get()))
        && FacetRequest.parse(text, limit) instanceof FacetRequest.Labels values) {
      return new Values(facet, values.limit());
    }
    String detail = parts.detail().filter(given -> !given.isEmpty()).orElse("year");
    if (detail.equalsIgnoreCase(WEEKDAY)) {
      return new Weekdays(facet);
    }
    return TimeStep.of(detail)
        .<Dimension>map(step -> new Periods(facet, step))
        .orElseGet(() -> new Bounds(facet, days(text, detail)));
  }

  private static boolean isNumber(String detail) {
    return detail.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static List<LocalDate> days(String text, String detail) {
    try {
      return Stream.of(detail.split(",", -1)).map(LocalDate::parse).toList();
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "a dimension must have day, week, month, quarter, year, decade, weekday or days such as"
              + " 2016-11-08,2017-01-20 after the colon, but was '"
              + text
              + (detail.contains(",") ? "'; each dimension is given by itself" : "'"),
          e);
    }
  }

  /**
   * The most frequent values of a facet, in the descending order of their quotations and then by
   * value.
   *
   * @param facet a facet whose values are not dates
   * @param limit the maximum number of values, 1 or more; the others have no rows
   */
  record Values(Facet facet, int limit) implements Dimension {
    /**
     * Validates the components.
     *
     * @throws IllegalArgumentException if the values of the facet are dates, or the limit is not
     *     positive
     */
    public Values {
      if (facet.isDate()) {
        throw new IllegalArgumentException(
            "values of facet " + facet.word() + " are dates; request periods instead");
      }
      if (limit < 1) {
        throw new IllegalArgumentException(
            "limit of facet " + facet.word() + " must be 1 or more, but was " + limit);
      }
    }
  }

  /**
   * The periods that contain quotations, the earliest first. A date that spans several periods,
   * such as "2020" if they are months, is a value of its own, before the periods within it.
   *
   * @param facet a facet whose values are dates, or a field of one's own, of days
   * @param step the length of the periods
   */
  record Periods(Facet facet, TimeStep step) implements Dimension {
    /**
     * Validates the components.
     *
     * @throws IllegalArgumentException if the values of the facet are not dates
     */
    public Periods {
      requireDates(facet);
      requireNonNull(step, "step");
    }
  }

  /**
   * The days of the week, from Monday to Sunday, by their English names. A date that is only known
   * to the month or the year counts as {@link Facet#UNKNOWN}.
   *
   * @param facet a facet whose values are dates, or a field of one's own, of days
   */
  record Weekdays(Facet facet) implements Dimension {
    /**
     * Validates the facet.
     *
     * @throws IllegalArgumentException if its values are not dates
     */
    public Weekdays {
      requireDates(facet);
    }
  }

  /**
   * Periods with bounds of one's own, named by their first and last day, such as {@code
   * 2016-11-08..2017-01-19}. The period before the first bound and the one after the last are open.
   * A date that spans several periods is a value of its own.
   *
   * @param facet a facet whose values are dates, or a field of one's own, of days
   * @param firsts the first days of the periods, in ascending order: one to {@value #MAX_BOUNDS}
   */
  record Bounds(Facet facet, List<LocalDate> firsts) implements Dimension {

    /** The maximum number of bounds. */
    public static final int MAX_BOUNDS = 10_000;

    /**
     * Validates the components.
     *
     * @throws IllegalArgumentException if the values of the facet are not dates, there are too few
     *     or too many bounds, or they do not ascend
     */
    public Bounds {
      requireDates(facet);
      firsts = List.copyOf(firsts);
      if (firsts.isEmpty() || firsts.size() > MAX_BOUNDS) {
        throw new IllegalArgumentException(
            "there must be 1 to " + MAX_BOUNDS + " bounds, but were " + firsts.size());
      }
      for (int i = 1; i < firsts.size(); i++) {
        if (!firsts.get(i).isAfter(firsts.get(i - 1))) {
          throw new IllegalArgumentException("bounds must ascend, but were " + firsts);
        }
      }
    }
  }

  private static void requireDates(Facet facet) {
    if (!facet.mayBeDate()) {
      throw new IllegalArgumentException(
          "values of facet " + facet.word() + " must be dates to be counted by periods");
    }
  }
}
