package onrecord.report;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import onrecord.query.Facet;
import onrecord.query.FacetCount;

/**
 * How often the speaker of a quotation is the right one, by the confidence of the attribution: the
 * shares measured on 164 articles of American newspapers that people have annotated.
 *
 * @param counts the number of quotations in each band of confidence
 */
record Calibration(Map<String, Long> counts) {

  /** The bands, the lowest first. */
  static final List<Band> BANDS =
      List.of(
          new Band("below 0.5", 0, 5, 0.35),
          new Band("0.5", 5, 6, 0.55),
          new Band("0.6", 6, 7, 0.74),
          new Band("0.7", 7, 8, 0.80),
          new Band("0.8", 8, 9, 0.84),
          new Band("0.9 and more", 9, 10, 0.95));

  /**
   * A band of confidence.
   *
   * @param name its name
   * @param first the first tenth that it includes
   * @param end the first tenth after it
   * @param right the share of its quotations that have the right speaker, as measured
   */
  record Band(String name, int first, int end, double right) {}

  Calibration {
    counts = Map.copyOf(counts);
  }

  /** {@return the calibration of quotations, given their counts by confidence} */
  static Calibration of(List<FacetCount> counts) {
    return new Calibration(
        counts.stream().collect(Collectors.toMap(FacetCount::value, FacetCount::quotations)));
  }

  /** {@return the number of quotations in a band} */
  long count(Band band) {
    return Facet.CONFIDENCE_BANDS.subList(band.first(), band.end()).stream()
        .mapToLong(tenth -> counts.getOrDefault(tenth, 0L))
        .sum();
  }

  long total() {
    return BANDS.stream().mapToLong(this::count).sum();
  }

  /** {@return the share of the quotations that have the right speaker, as is to be expected} */
  double expected() {
    Function<Band, Double> right = band -> count(band) * band.right();
    return BANDS.stream().map(right).mapToDouble(Double::doubleValue).sum() / Math.max(1, total());
  }
}
