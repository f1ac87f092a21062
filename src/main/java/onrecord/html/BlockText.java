package onrecord.html;

/** The text of a block while it is collected, without surplus blanks. Not thread-safe. */
final class BlockText {

  private static final char ZERO_WIDTH_SPACE = '\u200B';
  private static final char SOFT_HYPHEN = '\u00AD';
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final StringBuilder text = new StringBuilder();
  private int linked;
  private int noted;
  private boolean letters;
  private boolean blank;

  /**
   * Appends characters.
   *
   * @param links the number of links that the characters are in
   * @param notes the number of elements for captions and the like that the characters are in
   * @return whether there was more than white space among them
   */
  boolean append(String characters, int links, int notes) {
    int before = text.length();
    for (int i = 0; i < characters.length(); i++) {
      char c = characters.charAt(i);
      if (c <= ' ' || Character.isSpaceChar(c)) {
        blank = !text.isEmpty();
      } else if (c != ZERO_WIDTH_SPACE && c != SOFT_HYPHEN && c != BYTE_ORDER_MARK) {
        if (blank) {
          text.append(' ');
          blank = false;
        }
        text.append(c);
        letters = letters || Character.isLetter(c) || Character.isSurrogate(c);
      }
    }
    int added = text.length() - before;
    linked += links > 0 ? added : 0;
    noted += notes > 0 ? added : 0;
    return added > 0;
  }

  boolean endsSentence() {
    return Block.endsSentence(text);
  }

  boolean hasLetters() {
    return letters;
  }

  /** {@return the number of characters that are in links} */
  int linked() {
    return linked;
  }

  /** {@return the number of characters that are in elements for captions and the like} */
  int noted() {
    return noted;
  }

  void clear() {
    text.setLength(0);
    linked = 0;
    noted = 0;
    letters = false;
    blank = false;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
