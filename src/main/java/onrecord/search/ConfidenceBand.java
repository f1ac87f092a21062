package onrecord.search;

import onrecord.query.Facet;

/** The bands of {@link Facet#CONFIDENCE}, numbered from 0 to 9. */
final class ConfidenceBand {

  private static final int LAST = Facet.CONFIDENCE_BANDS.size() - 1;

  private ConfidenceBand() {}

  /** {@return the least confidence of a band} */
  static double from(int band) {
    return band / 10.0;
  }

  /** {@return the greatest confidence of a band} */
  static double to(int band) {
    return band == LAST ? 1 : Math.nextDown(from(band + 1));
  }

  /** {@return the band that contains a confidence} */
  static int of(double confidence) {
    int band = LAST;
    while (band > 0 && confidence < from(band)) {
      band--;
    }
    return band;
  }
}
