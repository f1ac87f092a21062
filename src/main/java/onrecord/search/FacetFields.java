package onrecord.search;

import onrecord.query.Facet;
import onrecord.schema.Schema;

/** Where the values of facets are kept. */
final class FacetFields {

  private FacetFields() {}

  /** {@return the field that holds the values of a facet} */
  static String of(Facet facet) {
    return switch (facet) {
      case SPEAKER -> Schema.SPEAKER;
      case SPEAKER_ID -> Schema.SPEAKER_ID;
      case SPEAKER_TYPE -> Schema.SPEAKER_TYPE;
      case ABOUT -> Schema.ABOUT;
      case OUTLET -> Schema.OUTLET;
      case SECTION -> Schema.SECTION;
      case AUTHOR -> Schema.AUTHOR;
      case LANGUAGE -> Schema.LANGUAGE;
      case KIND -> Schema.KIND;
      case CUE -> Schema.CUE;
      case TAG -> Schema.TAG;
      case PUBLISHED -> Schema.DATE_NUMBER;
      case SAID -> Schema.SAID_NUMBER;
      case CONFIDENCE -> Schema.CONFIDENCE;
    };
  }

  /** {@return the least confidence of a band, 0 to 9} */
  static double lowerBound(int band) {
    return band / 10.0;
  }

  /** {@return the band, 0 to 9, that a confidence lies in} */
  static int band(double confidence) {
    int band = 9;
    while (band > 0 && confidence < lowerBound(band)) {
      band--;
    }
    return band;
  }
}
