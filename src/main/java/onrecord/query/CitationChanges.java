package onrecord.query;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What has changed since a search was cited, quotation by quotation. Immutable.
 *
 * @param check the comparison of the citations
 * @param came the ids of the quotations that are found now, but were not when the search was cited
 * @param went the ids of those that were found then, but are not now
 * @param changed the ids of those that are found, but whose content has changed
 */
public record CitationChanges(
    CitationCheck check, List<String> came, List<String> went, List<String> changed) {
  /** Copies the lists. */
  public CitationChanges {
    requireNonNull(check, "check");
    came = List.copyOf(came);
    went = List.copyOf(went);
    changed = List.copyOf(changed);
  }
}
