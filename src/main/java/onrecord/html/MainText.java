package onrecord.html;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the text of the article in a page.
 *
 * <p>The article is in the region that has the most sentences, and little else beside them: the
 * region for which the number of characters in sentences, times their share of all characters, is
 * greatest. Furniture is left out, unless it contains most of the sentences of the page, which
 * means that its name does not describe it. Within the region, blocks are kept that are sentences
 * or are between sentences.
 */
final class MainText {

  private static final double CLEARED_SHARE = 0.6;
  private static final double CLEARED_SHARE_WITH_HEADLINE = 0.4;
  private static final double CLEARED_SHARE_WITHOUT_OTHERS = 0.3;
  private static final int FEWEST_LETTERS = 140;
  private static final int FEWEST_PARAGRAPHS = 3;
  private static final int MANY_TIMES = 4;
  private static final double BONUS_OF_ARTICLE = 1.25;

  private final List<Region> regions;
  private final List<Block> blocks;
  private final DeclaredText declared;

  /** Prepares to find the text in a page that was divided. */
  MainText(PageScan page, DeclaredText declared) {
    this.regions = page.regions();
    this.blocks = page.blocks();
    this.declared = declared;
  }

  /** {@return the paragraphs of the text, in order; none if there are but a few sentences} */
  List<String> paragraphs() {
    List<Block> selected = blocks();
    if (declared.isEmpty() && prose(selected) < FEWEST_LETTERS) {
      return List.of();
    }
    if (!declared.isEmpty()) {
      int found = selected.stream().mapToInt(declared::lettersOf).sum();
      if (declared.isAbsentWith(found, length(selected))) {
        return declared.paragraphs();
      }
      if (declared.isCompleteWith(found)) {
        selected = selected.stream().filter(this::isDeclaredOrShort).toList();
      }
    }
    return selected.stream().map(Block::text).toList();
  }

  /**
   * {@return the paragraphs of the text of a page that does not declare that it has an article:
   * none if the page seems to lead to others, or has but a few paragraphs}
   */
  List<String> paragraphsUnlessIndex() {
    List<Block> selected = blocks();
    long sentences = selected.stream().filter(Block::isProse).count();
    long links = selected.isEmpty() ? 0 : linkedHeadings(selected);
    boolean isIndex = links >= FEWEST_PARAGRAPHS && links * 2 >= sentences;
    return isIndex || sentences < FEWEST_PARAGRAPHS
        ? List.of()
        : selected.stream().map(Block::text).toList();
  }

  /** {@return the number of headings beside the blocks that lead to other pages} */
  private long linkedHeadings(List<Block> selected) {
    int first = selected.get(0).home().number();
    int last = selected.get(selected.size() - 1).region().number();
    return blocks.stream()
        .filter(b -> b.kind() == Block.Kind.HEADING && b.linkShare() >= Selection.LINK)
        .filter(b -> b.region().number() >= first && b.region().number() <= last)
        .count();
  }

  private static int prose(List<Block> blocks) {
    return blocks.stream().mapToInt(Block::prose).sum();
  }

  private static int length(List<Block> blocks) {
    return blocks.stream().mapToInt(block -> block.text().length()).sum();
  }

  /** Headings are usually not in the declared text, and short lines cannot be recognized in it. */
  private boolean isDeclaredOrShort(Block block) {
    return !block.isProse() || declared.lettersOf(block) > 0;
  }

  List<Block> blocks() {
    if (regions.isEmpty()) {
      return List.of();
    }
    countDeclared();
    clearMisnamed();
    countOpen();
    Region main = densest();
    return main == null ? List.of() : new Selection(blocks, firstArticle(main)).blocks();
  }

  /**
   * {@return the first article of a region that has several, one after the other, as pages have
   * that load further articles while they are read; otherwise the region}
   */
  private Region firstArticle(Region main) {
    List<Region> articles = new ArrayList<>();
    for (Region region : regions) {
      boolean outermost = articles.isEmpty() || !articles.getLast().contains(region);
      if (region != main
          && main.contains(region)
          && outermost
          && region.element().normalName().equals("article")) {
        articles.add(region);
      }
    }
    boolean several =
        articles.size() > 1
            && articles.getFirst().hasHeadline()
            && articles.getFirst().open() >= 2 * FEWEST_LETTERS
            && articles.stream().allMatch(a -> a.open() <= 2 * articles.getFirst().open());
    return several ? articles.getFirst() : main;
  }

  private void countDeclared() {
    if (!declared.isEmpty()) {
      for (Block block : blocks) {
        int letters = declared.lettersOf(block);
        for (Region r = block.region(); letters > 0 && r != null; r = r.parent()) {
          r.countDeclared(letters);
        }
      }
    }
  }

  /**
   * Clears furniture that must contain the article: that has most of the sentences of the page, or
   * most of the declared text, or many times the sentences that are outside of furniture.
   */
  private void clearMisnamed() {
    int all = regions.get(0).prose();
    int open = openProse();
    for (Region region : regions) {
      if (region.isFurniture() && isMisnamed(region, all, open)) {
        region.clear();
      }
    }
  }

  private boolean isMisnamed(Region region, int all, int open) {
    double share = region.prose() / (double) Math.max(1, all);
    boolean most = region.hasHeadline() && share >= CLEARED_SHARE_WITH_HEADLINE;
    if (region.role() == Region.Role.COMMENTS) {
      return most;
    }
    return most
        || share >= CLEARED_SHARE
        || (region.declared() > 0 && region.declared() * 2 > regions.get(0).declared())
        || (region.prose() > MANY_TIMES * open && share >= CLEARED_SHARE_WITHOUT_OTHERS);
  }

  private int openProse() {
    return blocks.stream()
        .filter(block -> block.isProse() && !block.region().isFurnitureWithin(null))
        .mapToInt(Block::prose)
        .sum();
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
