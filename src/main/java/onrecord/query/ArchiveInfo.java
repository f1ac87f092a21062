package onrecord.query;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What an archive holds. Immutable.
 *
 * @param articles how many articles
 * @param quotations how many quotations of every kind
 * @param indirect how many of them are indirect, which a search leaves out if it is not told
 *     otherwise
 * @param speakers how many different names of speakers, without the unknown one
 * @param firstPublished the earliest day of publication, where one is known
 * @param lastPublished the latest day of publication, where one is known
 * @param format the number of the format on disk
 * @param extractor the version of the extractor that wrote to the archive last
 */
public record ArchiveInfo(
    long articles,
    long quotations,
    long indirect,
    long speakers,
    Optional<LocalDate> firstPublished,
    Optional<LocalDate> lastPublished,
    int format,
    String extractor) {
  /** Checks that no part is null. */
  public ArchiveInfo {
    requireNonNull(firstPublished, "firstPublished");
    requireNonNull(lastPublished, "lastPublished");
    requireNonNull(extractor, "extractor");
  }
}
