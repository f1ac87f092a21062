package onrecord.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The text of the article that the linked data of a page contains. It often has no paragraphs, or
 * lacks parts, so that it serves to recognize the paragraphs of the page. Immutable.
 */
final class DeclaredText {

  private static final long MOST_COMPARISONS = 1_000_000_000L;
  private static final int RECOGNIZABLE = 20;
  private static final double COMPLETE = 0.85;
  private static final double ABSENT = 0.3;
  private static final Pattern END_OF_PARAGRAPH =
      Pattern.compile("\\s*\\R\\s*|\\s*</p>\\s*|\\s*<br\\s*/?>\\s*", Pattern.CASE_INSENSITIVE);
  private static final Pattern TAG = Pattern.compile("<[^<>]*+>");

  private final String text;
  private final String letters;

  /**
   * Creates a declared text, which may be empty.
   *
   * @param blocks the number of blocks of the page; the text of a page with extremely many is not
   *     compared with them
   */
  DeclaredText(String text, int blocks) {
    String plain = letters(TAG.matcher(text).replaceAll(" "));
    boolean comparable = (long) plain.length() * blocks <= MOST_COMPARISONS;
    this.text = comparable ? text : "";
    this.letters = comparable ? plain : "";
  }

  boolean isEmpty() {
    return letters.isEmpty();
  }

  /** {@return the number of letters of a block, if the block is in this text, or else 0} */
  int lettersOf(Block block) {
    String sought = letters(block.text());
    return sought.length() >= RECOGNIZABLE && letters.contains(sought) ? sought.length() : 0;
  }

  /** {@return whether some letters of this text are nearly all of it} */
  boolean isCompleteWith(int found) {
    return found >= COMPLETE * letters.length();
  }

  /** {@return whether the page, apart from linked data, does not contain the article} */
  boolean isAbsentWith(int found, int selected) {
    return found < ABSENT * letters.length() && selected < letters.length();
  }

  /** {@return the paragraphs of this text itself} */
  List<String> paragraphs() {
    List<String> paragraphs = new ArrayList<>();
    for (String paragraph : END_OF_PARAGRAPH.split(text, -1)) {
      BlockText plain = new BlockText();
      plain.append(TAG.matcher(paragraph).replaceAll(""), 0, 0);
      if (plain.hasLetters()) {
        paragraphs.add(plain.toString());
      }
    }
    return paragraphs;
  }

  private static String letters(String text) {
    StringBuilder letters = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
        letters.append(c);
      }
    }
    return letters.toString().toLowerCase(Locale.ROOT);
  }
}
