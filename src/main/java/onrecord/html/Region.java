package onrecord.html;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * An element of a page that may contain text, with the amount of text in it. Not thread-safe.
 *
 * <p>Regions are created in the order of their start tags, so that the regions within a region have
 * numbers that follow it without a gap.
 */
final class Region {

  private final Element element;
  private final @Nullable Region parent;
  private final int number;
  private final Role role;
  private int last;
  private int blocks;
  private int letters;
  private int prose;
  private int open;
  private int declared;
  private boolean headline;
  private boolean cleared;

  /** Creates a region without text. */
  Region(Element element, @Nullable Region parent, int number, Role role) {
    this.element = element;
    this.parent = parent;
    this.number = number;
    this.role = role;
    this.last = number;
  }

  /** What an element is for, by its name and its attributes. */
  enum Role {
    /** Its attributes say nothing. */
    PLAIN,
    /** It is declared to contain the text of the article, or the article. */
    ARTICLE,
    /** Its name or attributes are those of navigation, advertisements, captions and the like. */
    FURNITURE,
    /** It contains comments of readers. */
    COMMENTS
  }

  Element element() {
    return element;
  }

  @Nullable Region parent() {
    return parent;
  }

  /** {@return the position of the start tag among those of all regions, from 0} */
  int number() {
    return number;
  }

  Role role() {
    return role;
  }

  /** {@return whether another region is this one, or within it} */
  boolean contains(Region other) {
    return number <= other.number && other.number <= last;
  }

  /** {@return whether there is furniture from this region up to one that contains it, or null} */
  boolean isFurnitureWithin(@Nullable Region outer) {
    for (Region r = this; r != null && r != outer; r = r.parent) {
      if (r.isFurniture()) {
        return true;
      }
    }
    return false;
  }

  /** {@return whether this region is in an element beside or below the content of the page} */
  boolean isInMargin() {
    for (Region r = this; r != null; r = r.parent) {
      String tag = r.element.normalName();
      if (r.isFurniture() && (tag.equals("aside") || tag.equals("nav") || tag.equals("footer"))) {
        return true;
      }
    }
    return false;
  }

  /** {@return whether the region is furniture, and was not found to contain the article} */
  boolean isFurniture() {
    return !cleared && (role == Role.FURNITURE || role == Role.COMMENTS);
  }

  /** {@return the number of blocks in this region} */
  int blocks() {
    return blocks;
  }

  /** {@return the number of characters of text in this region} */
  int letters() {
    return letters;
  }

  /** {@return the number of characters in sentences that are not links, furniture or not} */
  int prose() {
    return prose;
  }

  /** {@return the number of characters in sentences outside of furniture} */
  int open() {
    return open;
  }

  /** {@return the number of characters that are in the text that the page declares} */
  int declared() {
    return declared;
  }

  /** {@return whether a main heading is in this region} */
  boolean hasHeadline() {
    return headline;
  }

  /** Ends this region after the last region within it. */
  void end(int lastNumber) {
    last = lastNumber;
  }

  /** Adds the amounts of text of a block in this region. */
  void count(Block block) {
    blocks++;
    letters += block.text().length();
    prose += block.prose();
    headline |= block.kind() == Block.Kind.HEADLINE;
  }

  /** Adds characters that are in the text that the page declares. */
  void countDeclared(int characters) {
    declared += characters;
  }

  /** Adds sentences outside of furniture. */
  void countOpen(int characters) {
    open += characters;
  }

  /** Records that this region is not furniture, whatever its attributes say. */
  void clear() {
    cleared = true;
  }
}
