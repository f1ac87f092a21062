package onrecord;

import java.util.List;

/**
 * The result of adding many articles. Immutable.
 *
 * @param added the number of articles that were added under a new id
 * @param replaced the number of articles that replaced one with the same id
 * @param unchanged the number of articles that the archive already held as they are
 * @param rejected the number of articles that were not added
 * @param otherLanguage the number of articles among those taken that are in a language for which
 *     the {@linkplain onrecord.extract.QuotationExtractor#isForLanguageOf extractor} is not made
 * @param withdrawn the number of records that withdraw an article
 * @param deleted the number of articles that the archive held and that were withdrawn, and have
 *     therefore been deleted
 * @param outdated the number of records that have or withdraw a version of an article that is older
 *     than the one that the archive holds, or that was withdrawn in the same run; they changed
 *     nothing
 * @param rejections the first {@value #REJECTIONS_KEPT} rejections; an {@link AddObserver} is
 *     notified of all
 */
public record AddReport(
    long added,
    long replaced,
    long unchanged,
    long rejected,
    long otherLanguage,
    long withdrawn,
    long deleted,
    long outdated,
    List<Rejection> rejections) {

  /** The maximum number of rejections that are kept, which bounds the memory. */
  public static final int REJECTIONS_KEPT = 1000;

  /** Copies the list. */
  public AddReport {
    rejections = List.copyOf(rejections);
  }

  /**
   * {@return the number of articles that were not rejected, all of which the archive now holds,
   * unless they were withdrawn later}
   */
  public long taken() {
    return added + replaced + unchanged;
  }
}
