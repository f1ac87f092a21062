package onrecord.html;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the text of the article in a page.
 *
 * <p>The article is in the region that has the most sentences, and little else beside them: the
 * region for which the number of characters in sentences, times their share of all characters, is
 * greatest. Furniture is left out, unless it contains most of the sentences of the page, which
 * means that its name does not describe it. Within the region, blocks are kept that are sentences
 * or stand between sentences.
 */
final class MainText {

  private static final double CLEARED_SHARE = 0.6;
  private static final double CLEARED_SHARE_WITH_HEADLINE = 0.4;
  private static final double BONUS_OF_ARTICLE = 1.25;

  private final List<Region> regions;
  private final List<Block> blocks;

  /** Prepares to find the text in a page that was divided. */
  MainText(PageScan page) {
    regions = page.regions();
    blocks = page.blocks();
  }

  /** {@return the blocks of the text, in order; none if the page has no sentences} */
  List<Block> blocks() {
    if (regions.isEmpty()) {
      return List.of();
    }
    clearMisnamed();
    countOpen();
    Region main = densest();
    return main == null ? List.of() : new Selection(blocks, main).blocks();
  }

  private void clearMisnamed() {
    int all = regions.get(0).prose();
    for (Region region : regions) {
      double share = region.prose() / (double) Math.max(1, all);
      if (region.role() == Region.Role.COMMENTS
          ? region.hasHeadline() && share >= CLEARED_SHARE
          : share >= (region.hasHeadline() ? CLEARED_SHARE_WITH_HEADLINE : CLEARED_SHARE)) {
        region.clear();
      }
    }
  }

  private void countOpen() {
    for (Block block : blocks) {
      if (block.isProse() && !block.region().isFurnitureWithin(null)) {
        for (Region r = block.region(); r != null; r = r.parent()) {
          r.countOpen(block.prose());
        }
      }
    }
  }

  private @Nullable Region densest() {
    Region best = null;
    double most = 0;
    for (Region region : regions) {
      double score = score(region);
      if (score > most) {
        most = score;
        best = region;
      }
    }
    return best;
  }

  private static double score(Region region) {
    double open = region.open();
    double score = open * open / Math.max(1, region.letters());
    return region.role() == Region.Role.ARTICLE ? score * BONUS_OF_ARTICLE : score;
  }
}
