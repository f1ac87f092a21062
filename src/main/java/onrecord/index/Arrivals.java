package onrecord.index;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import onrecord.model.Arrival;
import onrecord.schema.ArrivalRecord;

/**
 * When articles come in, by a clock and by the number of the commit that will have them first.
 * Thread-safe.
 */
final class Arrivals {

  private final InstantSource clock;
  private volatile int commit;

  /**
   * Starts after a commit.
   *
   * @param clock returns the time
   * @param last the number of the last commit, 0 if none has one
   */
  Arrivals(InstantSource clock, int last) {
    this.clock = clock;
    this.commit = last + 1;
  }

  /** {@return the number of the commit that will have the changes that are now made} */
  int commit() {
    return commit;
  }

  /**
   * Ends the changes of one commit. No change may be made meanwhile.
   *
   * @return its number
   */
  int endCommit() {
    int ended = commit;
    commit = ended + 1;
    return ended;
  }

  /**
   * {@return when an article comes in that is now put into the index}
   *
   * @param content the hash of its content
   * @param before the state of the article with the same id that it replaces, if there is one
   */
  ArrivalRecord of(long content, Optional<ArticleStates.State> before) {
    Optional<ArrivalRecord> known = before.flatMap(ArticleStates.State::arrival);
    if (known.isPresent() && known.get().content() == content) {
      return known.get();
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Optional<Instant> added =
        before.isEmpty() ? Optional.of(now) : known.flatMap(record -> record.arrival().added());
    return new ArrivalRecord(new Arrival(added, now, commit), content);
  }
}
