package onrecord.query;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A search restricted to what is new: to the articles that have been added to an archive, or
 * replaced by another version, between two of its commits. Immutable.
 *
 * <p>However many times an archive is asked, each time from the watermark of the time before, every
 * version of an article that is committed, and is not replaced or deleted before the next time, is
 * answered once: none is missed and none is repeated, whatever is written meanwhile. What is not
 * yet committed is not new yet.
 *
 * @param search the search, which finds nothing but what is new
 * @param watermark the point up to which it does; the next answer begins after it
 */
public record NewSince(Search search, Watermark watermark) {

  /** Validates that no component is null. */
  public NewSince {
    requireNonNull(search, "search");
    requireNonNull(watermark, "watermark");
  }

  /**
   * Restricts a search.
   *
   * @param search the search
   * @param before the point up to which it was answered; empty if it was not, so that everything is
   *     new, including the articles that were added before archives numbered their commits
   * @param now the last commit of the archive
   * @throws InvalidSearchException if the points are of different archives, or the archive is at an
   *     earlier point than before
   */
  public static NewSince of(Search search, Optional<Watermark> before, Watermark now) {
    if (before.isEmpty()) {
      Query later = new Query.ArrivedIn(ArrivalRange.Commits.after(now.commit()));
      return new NewSince(search.and(later.not()), now);
    }
    Watermark last = before.get();
    if (!last.archive().equals(now.archive())) {
      throw new InvalidSearchException(
          "the search was answered by the archive "
              + last.archive()
              + ", but this is the archive "
              + now.archive()
              + "; begin anew");
    }
    if (last.commit() > now.commit()) {
      throw new InvalidSearchException(
          "the search was answered up to the commit "
              + last.commit()
              + ", but the archive is at its commit "
              + now.commit()
              + ": an earlier state of it has been restored; begin anew");
    }
    Query query =
        last.commit() == now.commit()
            ? Query.all().not()
            : new Query.ArrivedIn(new ArrivalRange.Commits(last.commit() + 1, now.commit()));
    return new NewSince(search.and(query), now);
  }
}
