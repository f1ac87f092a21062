package onrecord.schema;

import static java.util.Objects.requireNonNull;

import onrecord.model.Arrival;

/**
 * What an index records of the arrival of an article. Immutable.
 *
 * @param arrival when the article came in
 * @param content the {@link Fingerprint#content} of this version of the article, by which the same
 *     version is recognized
 */
public record ArrivalRecord(Arrival arrival, long content) {
  /** Validates that no component is null. */
  public ArrivalRecord {
    requireNonNull(arrival, "arrival");
  }
}
