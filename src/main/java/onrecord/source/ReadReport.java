package onrecord.source;

import com.google.common.collect.ImmutableMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a reader read, and what it did not: nothing that was found is passed over in silence.
 * Immutable.
 *
 * <p>Of names that come from the source, at most 1000 are counted by themselves; all others are
 * counted under the name "others".
 *
 * @param articles the number of articles that were read
 * @param failures the number of records and files that could not be read
 * @param withdrawn the number of records that withdraw an article
 * @param files the number of files, streams and members of archives that were opened, by their
 *     format
 * @param notRead the number of files that were found in folders and archives but are of another
 *     kind, by that kind
 * @param skipped the number of records that are not articles, or lack something, by the reason
 * @param embargoed the number of articles that must not be used yet, by the day until which they
 *     must not, or "further notice"; see {@link ReadOptions.Builder#embargoTime}
 * @param unusedFields the number of articles that have a field that Onrecord does not hold, by the
 *     name of the field in the source
 * @param missing the number of articles without a component, by the component: published, title,
 *     outlet or a field of the owner of the archive; and of those with speakers that no list has,
 *     by the words "list of all speakers"
 * @param unreadDates the number of articles whose date of publication is in a form that is not
 *     read; these have no date
 * @param unreadDate the first of these dates, as printed
 */
public record ReadReport(
    long articles,
    long failures,
    long withdrawn,
    Map<ArticleFormat, Long> files,
    Map<String, Long> notRead,
    Map<String, Long> skipped,
    Map<String, Long> embargoed,
    Map<String, Long> unusedFields,
    Map<String, Long> missing,
    long unreadDates,
    Optional<String> unreadDate) {

  /** Copies the maps. */
  public ReadReport {
    files = ImmutableMap.copyOf(files);
    notRead = ImmutableMap.copyOf(notRead);
    skipped = ImmutableMap.copyOf(skipped);
    embargoed = ImmutableMap.copyOf(embargoed);
    unusedFields = ImmutableMap.copyOf(unusedFields);
    missing = ImmutableMap.copyOf(missing);
  }

  /**
   * {@return whether nothing was read: no article, no withdrawal, and no record or file that
   * failed}
   */
  public boolean isEmpty() {
    return articles == 0 && failures == 0 && withdrawn == 0;
  }
}
