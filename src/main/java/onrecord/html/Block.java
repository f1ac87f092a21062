package onrecord.html;

import java.util.Optional;

/**
 * A paragraph of a page: a run of text that no block element or empty line interrupts. Immutable.
 *
 * @param text the text, without surplus blanks
 * @param kind what element the text is in
 * @param region the innermost block element around the text
 * @param linked the number of characters that are in links
 * @param prose the number of characters, if the text reads like sentences, or else 0
 * @param isNote whether elements within the block say that it is a caption or the like
 */
record Block(String text, Kind kind, Region region, int linked, int prose, boolean isNote) {

  private static final int PROSE_WORDS = 8;
  private static final int FEWEST_LONG_WORDS = 5;
  private static final int LONG_WORDS = 50;
  private static final int LONG_PROSE = 160;
  private static final int LETTERS_OF_LONGEST_WORDS = 20;
  private static final String SENTENCE_ENDS = ".!?…:。！？।۔؟։";
  private static final String CLOSING_MARKS = "\"'”’»“‘)]）」』›*";

  /** The kind of element that a block is in. */
  enum Kind {
    PARAGRAPH,
    HEADLINE,
    HEADING,
    ITEM,
    QUOTE,
    CELL,
    OTHER;

    /** {@return the kind of block that an element contains, by its name in lower case} */
    static Kind of(String tag) {
      return switch (tag) {
        case "p" -> PARAGRAPH;
        case "h1" -> HEADLINE;
        case "h2", "h3", "h4", "h5", "h6" -> HEADING;
        case "li", "dd", "dt" -> ITEM;
        case "blockquote" -> QUOTE;
        case "td", "th", "caption" -> CELL;
        default -> OTHER;
      };
    }

    private boolean isHeading() {
      return this == HEADLINE || this == HEADING;
    }
  }

  /** {@return a block} */
  static Block of(BlockText collected, Region region) {
    String text = collected.toString();
    Kind kind = Kind.of(region.element().normalName());
    boolean isNote = collected.noted() * 10 >= text.length() * 9;
    boolean prose =
        !isNote && !kind.isHeading() && collected.linked() * 2 < text.length() && isProse(text);
    return new Block(text, kind, region, collected.linked(), prose ? text.length() : 0, isNote);
  }

  /** {@return the share of the text that is in links, from 0 to 1} */
  double linkShare() {
    return (double) linked / text.length();
  }

  boolean isProse() {
    return prose > 0;
  }

  boolean endsSentence() {
    return endsSentence(text);
  }

  /**
   * {@return the innermost region that contains other blocks too; of an item, that around its list}
   */
  Region home() {
    Region home = list().orElse(region);
    int own = Math.max(1, kind == Kind.ITEM ? home.blocks() : 1);
    for (Region outer = home.parent(); home.blocks() <= own && outer != null; ) {
      home = outer;
      outer = home.parent();
    }
    return home;
  }

  /** {@return the list that an item is in} */
  Optional<Region> list() {
    return kind == Kind.ITEM ? Optional.ofNullable(region.parent()) : Optional.empty();
  }

  private static boolean isProse(String text) {
    int words = words(text);
    boolean withoutBlanks =
        words * LETTERS_OF_LONGEST_WORDS <= text.length() && text.length() > 2 * PROSE_WORDS;
    return endsSentence(text)
        ? words >= PROSE_WORDS || isOfLongWords(text, words) || withoutBlanks
        : text.length() >= LONG_PROSE;
  }

  /** Some languages say in five words what takes eight in others. */
  private static boolean isOfLongWords(String text, int words) {
    return words >= FEWEST_LONG_WORDS && text.length() >= LONG_WORDS;
  }

  /** {@return the number of words, which are separated by blanks} */
  private static int words(String text) {
    int words = 1;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == ' ') {
        words++;
      }
    }
    return words;
  }

  /** {@return whether a text ends like a sentence, perhaps within quotation marks or brackets} */
  static boolean endsSentence(CharSequence text) {
    for (int i = text.length() - 1; i >= 0; i--) {
      char c = text.charAt(i);
      if (SENTENCE_ENDS.indexOf(c) >= 0) {
        return true;
      }
      if (CLOSING_MARKS.indexOf(c) < 0 && c != ' ') {
        return false;
      }
    }
    return false;
  }
}
