package onrecord.query;

/** Determines whether a text contains words. Stateless. */
final class WordText {

  private WordText() {}

  /** {@return whether a text contains a letter, a digit or an emoji} */
  static boolean hasWord(String text) {
    return text.codePoints()
        .anyMatch(c -> Character.isLetterOrDigit(c) || Character.isExtendedPictographic(c));
  }
}
