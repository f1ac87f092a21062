package onrecord.source;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import onrecord.model.Published;

/**
 * Whether a newsroom lets an item be used: its status, and the embargo on it. Immutable.
 *
 * @param status the status, such as "usable" or "canceled"; empty if the item has none
 * @param embargo the time until which the item is embargoed, in any form, or an empty text for an
 *     embargo without an end; empty if there is no embargo
 */
record Release(String status, Optional<String> embargo) {

  private static final String EMBARGOED = "embargoed";
  private static final String NO_END = "further notice";
  private static final Set<String> CANCELED = Set.of("canceled", "cancelled");
  private static final Set<String> USABLE = Set.of("", "usable", EMBARGOED);

  /** Keeps the status in lower case. */
  Release {
    status = status.strip().toLowerCase(Locale.ROOT);
    embargo = embargo.map(String::strip);
  }

  /** {@return whether the item is withdrawn} */
  boolean isCanceled() {
    return CANCELED.contains(status);
  }

  /**
   * {@return the record that takes the place of the article; empty if the article may be used}
   *
   * @param id the id of the article; empty if it has none, so that it cannot be withdrawn
   * @param item what the item is called in a report, such as "a news item"
   */
  Optional<ArticleRecord> refusal(SourceInput input, long line, Optional<String> id, String item) {
    if (isCanceled() && id.isPresent()) {
      return Optional.of(ArticleRecord.withdrawn(input.source(), line, id.get()));
    }
    if (!USABLE.contains(status)) {
      return Optional.of(
          ArticleRecord.skipped(input.source(), line, item + " whose status is " + status));
    }
    return input
        .options()
        .embargoTime()
        .flatMap(now -> until(now, input.options().dates()))
        .map(until -> ArticleRecord.embargoed(input.source(), line, until));
  }

  /** An embargo whose time cannot be read has not ended. */
  private Optional<String> until(Instant now, DateOrder order) {
    if (embargo.isEmpty()) {
      return status.equals(EMBARGOED) ? Optional.of(NO_END) : Optional.empty();
    }
    Optional<Published> end = PublishedText.read(embargo.get(), order);
    return end.isPresent()
        ? end.filter(time -> time.instant().isAfter(now)).map(time -> time.day().toString())
        : Optional.of(NO_END);
  }
}
