package onrecord;

import java.util.List;

/**
 * What became of many articles. Immutable.
 *
 * @param added how many have come into the archive under a new id
 * @param replaced how many have taken the place of an article with the same id
 * @param unchanged how many the archive held already, just as they are
 * @param rejected how many were not taken
 * @param rejections the first {@value #REJECTIONS_KEPT} of those; an {@link AddObserver} is told
 *     all
 */
public record AddReport(
    long added, long replaced, long unchanged, long rejected, List<Rejection> rejections) {

  /** How many rejections are kept, so that memory has a bound. */
  public static final int REJECTIONS_KEPT = 1000;

  /** Copies the list. */
  public AddReport {
    rejections = List.copyOf(rejections);
  }

  /** {@return how many of the articles the archive holds now} */
  public long taken() {
    return added + replaced + unchanged;
  }
}
