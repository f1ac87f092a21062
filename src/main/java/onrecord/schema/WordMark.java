package onrecord.schema;

/**
 * What a term of a text is: since format 3, the words of a text and their English stems are terms
 * of one field. A word that is its own stem is one term without a mark. Any other word is two terms
 * at the same position: its stem and the word itself, each after its mark.
 */
public enum WordMark {
  /** A stem that differs from the word. */
  STEM('\u0001'),
  /** A word that differs from its stem. */
  WORD('\u0002');

  private final char mark;

  WordMark(char mark) {
    this.mark = mark;
  }

  /** {@return the character before the word or stem, which occurs in no word} */
  public char mark() {
    return mark;
  }

  /** {@return whether a character is one of the marks} */
  public static boolean isMark(int character) {
    return character == STEM.mark || character == WORD.mark;
  }
}
