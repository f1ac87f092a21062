package onrecord.query;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import onrecord.model.FieldType;

/**
 * A summary of the content of an archive. Immutable.
 *
 * @param articles the number of articles
 * @param quotations the number of quotations of every kind
 * @param indirect the number of them that are indirect, which a search excludes by default
 * @param speakers the number of distinct names of speakers, without the unknown speaker
 * @param firstPublished the earliest day of publication, if any is known
 * @param lastPublished the latest day of publication, if any is known
 * @param format the number of the format on disk
 * @param extractor the version of the extractor that wrote to the archive last, which names the
 *     list of known speakers by a hash of it
 * @param ownFields the types of the fields that the owner has added, in the order of their names
 */
public record ArchiveInfo(
    long articles,
    long quotations,
    long indirect,
    long speakers,
    Optional<LocalDate> firstPublished,
    Optional<LocalDate> lastPublished,
    int format,
    String extractor,
    Map<OwnField, FieldType> ownFields) {
  /** Validates that no component is null. */
  public ArchiveInfo {
    requireNonNull(firstPublished, "firstPublished");
    requireNonNull(lastPublished, "lastPublished");
    requireNonNull(extractor, "extractor");
    ownFields = ImmutableMap.copyOf(ownFields);
  }
}
