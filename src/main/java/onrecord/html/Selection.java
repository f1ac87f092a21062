package onrecord.html;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import onrecord.text.WordList;
import org.jspecify.annotations.Nullable;

/** Selects the blocks of the article among those of a region. Not thread-safe. */
final class Selection {

  private static final ImmutableList<String> LEADING_ELSEWHERE =
      ImmutableList.copyOf(
          WordList.load(Selection.class, "phrases.txt").lines().stream()
              .map(WordList.Line::text)
              .toList());

  /** The share of a text in links from which on it is a link. */
  static final double LINK = 0.8;

  private static final double MAIN_SHARE = 0.2;
  private static final double EDGE_SHARE = 0.6;
  private static final double LINKS_OF_LIST = 0.4;
  private static final int LINKED_SENTENCE = 60;
  private static final int LONG_LINE = 120;
  private static final int REPEATABLE = 40;
  private static final int MOST_CAPTIONS = 200;
  private static final int MOST_HEADLINES = 50;
  private static final int FIRST_ARTICLE = 300;

  private final List<Block> blocks;
  private final Region main;
  private final Map<Region, Home> homes = new HashMap<>();
  private final List<Block> selected = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();
  private final List<String> captions = new ArrayList<>();
  private @Nullable Block heading;

  /** Prepares to select among the blocks of a page that are in a region. */
  Selection(List<Block> blocks, Region main) {
    this.blocks = blocks;
    this.main = main;
  }

  /** What is known of the blocks that are listed with a region. */
  private static final class Home {
    int paragraphs;
    int prose;
    int letters;
    int linked;
    boolean linkedHeading;
  }

  /** {@return the blocks of the article, in order} */
  List<Block> blocks() {
    List<Block> inside = inside();
    for (Block block : blocks) {
      if (captions.size() < MOST_CAPTIONS && isInFigure(block)) {
        captions.add(block.text());
      }
    }
    for (Block block : inside) {
      Home home = homeOf(block);
      home.paragraphs += block.isProse() ? 1 : 0;
      home.prose += block.prose();
      home.linkedHeading |= isHeading(block) && block.linkShare() >= LINK;
      block
          .list()
          .map(this::homeOf)
          .ifPresent(list -> {
            list.letters += block.text().length();
            list.linked += block.linked();
          });
    }
    for (Block block : inside) {
      if (isHeading(block)) {
        heading = isSubhead(block) ? block : null;
      } else if (isOfArticle(block) && isNew(block)) {
        if (heading != null && belongTogether(heading, block) && isNew(heading)) {
          selected.add(heading);
        }
        heading = null;
        selected.add(block);
      }
    }
    return withoutEdges();
  }

  /**
   * {@return the selected blocks without those before the first, and after the last, that is among
   * sentences, unless most are not}
   */
  private List<Block> withoutEdges() {
    int first = -1;
    int last = -1;
    int among = 0;
    int all = 0;
    for (int i = 0; i < selected.size(); i++) {
      Block block = selected.get(i);
      all += block.prose();
      boolean isAmong = isAmongSentences(block);
      if (first < 0 && (isAmong || isLead(block))) {
        first = i;
      }
      if (isAmong) {
        last = i;
        among += block.prose();
      }
    }
    return last >= 0 && among >= EDGE_SHARE * all ? selected.subList(first, last + 1) : selected;
  }

  /** {@return whether a block may be a first paragraph that is set apart from the others} */
  private static boolean isLead(Block block) {
    return block.kind() == Block.Kind.PARAGRAPH && block.isProse();
  }

  private boolean isAmongSentences(Block block) {
    Home home = homeOf(block);
    return home.paragraphs >= 2 || home.prose >= MAIN_SHARE * main.open();
  }

  private boolean isListOfLinks(Block item) {
    Home list = item.list().map(this::homeOf).orElseGet(Home::new);
    return list.linked > LINKS_OF_LIST * list.letters;
  }

  private Home homeOf(Block block) {
    return homeOf(block.home());
  }

  private Home homeOf(Region region) {
    return homes.computeIfAbsent(region, r -> new Home());
  }

  /** {@return the blocks in the region, without furniture, up to the next article of the page} */
  private List<Block> inside() {
    List<Block> inside = new ArrayList<>();
    Block headline = null;
    int headlines = 0;
    int prose = 0;
    for (Block block : blocks) {
      if (!main.contains(block.region())) {
        continue;
      }
      if (block.kind() == Block.Kind.HEADLINE) {
        if (headline != null
            && ++headlines < MOST_HEADLINES
            && prose >= FIRST_ARTICLE
            && !headline.text().equals(block.text())
            && startsArticle(block, inside)) {
          break;
        }
        headline = headline == null ? block : headline;
      }
      if (!block.region().isFurnitureWithin(main)) {
        inside.add(block);
        prose += block.prose();
      }
    }
    return inside;
  }

  /** {@return whether no sentences precede a headline in its region, so that it is no subhead} */
  private static boolean startsArticle(Block headline, List<Block> before) {
    return before.stream().noneMatch(b -> b.isProse() && headline.home().contains(b.region()));
  }

  /** Captions are sometimes repeated outside of their figure. */
  private static boolean isInFigure(Block block) {
    String tag = block.region().element().normalName();
    return tag.equals("figcaption") || tag.equals("figure");
  }

  private static boolean isHeading(Block block) {
    return block.kind() == Block.Kind.HEADING || block.kind() == Block.Kind.HEADLINE;
  }

  private static boolean isSubhead(Block heading) {
    return heading.kind() == Block.Kind.HEADING
        && heading.linkShare() < LINK
        && !leadsElsewhere(heading);
  }

  private boolean isOfArticle(Block block) {
    if (block.isNote() || leadsElsewhere(block) || block.kind() == Block.Kind.CELL) {
      return false;
    }
    boolean amongSentences = isAmongSentences(block);
    if (block.linkShare() >= LINK) {
      return amongSentences
          && block.kind() == Block.Kind.PARAGRAPH
          && block.endsSentence()
          && block.text().length() >= LINKED_SENTENCE;
    }
    if (block.isProse()) {
      return amongSentences || !homeOf(block).linkedHeading;
    }
    return switch (block.kind()) {
      case PARAGRAPH -> amongSentences;
      case QUOTE -> true;
      case ITEM -> amongSentences && !isListOfLinks(block);
      case OTHER -> amongSentences && block.endsSentence();
      default -> false;
    };
  }

  private static boolean leadsElsewhere(Block block) {
    if (block.linked() == 0 && block.endsSentence() && block.text().length() >= LONG_LINE) {
      return false;
    }
    String text = block.text().toLowerCase(Locale.ROOT).replace('’', '\'');
    return LEADING_ELSEWHERE.stream().anyMatch(text::startsWith);
  }

  private static boolean belongTogether(Block heading, Block next) {
    return heading.home().contains(next.region()) || next.home().contains(heading.region());
  }

  private boolean isNew(Block block) {
    String text = block.text();
    return text.length() < REPEATABLE
        || (captions.stream().noneMatch(caption -> caption.startsWith(text)) && seen.add(text));
  }
}
