package onrecord.search;

import java.util.List;

/**
 * Determines which characters the words of the index can contain, except those that result only
 * from folding other characters, such as the marks of "‼". Thread-safe.
 */
final class WordLetters {

  private static final Words WORDS = new Words();

  // Some characters belong to a word only beside others: a point in "1.5", a quotation mark between
  // Hebrew letters, half of a flag, the joiner of two emoji, and a character with a keycap.
  private static final List<String> CONTEXTS =
      List.of("?", "x?x", "1?1", "\u05d0?\u05d0", "??", "\ud83d\udc69?\ud83d\udc69", "?\u20e3");

  private static final byte YES = 1;
  private static final byte NO = 2;

  // The results so far. A thread that does not see a result yet computes the same.
  private static final byte[] KNOWN = new byte[Character.MAX_CODE_POINT + 1];

  private WordLetters() {}

  /** {@return whether a word can contain any of the characters from the first to the last} */
  static boolean hasAny(int first, int last) {
    for (int letter = first; letter <= last; letter++) {
      if (has(letter)) {
        return true;
      }
    }
    return false;
  }

  private static boolean has(int letter) {
    byte known = KNOWN[letter];
    if (known == 0) {
      known = isInWords(letter) ? YES : NO;
      KNOWN[letter] = known;
    }
    return known == YES;
  }

  private static boolean isInWords(int letter) {
    String text = Character.toString(letter);
    return !isNever(letter)
        && CONTEXTS.stream()
            .map(context -> WORDS.terms(context.replace("?", text)))
            .anyMatch(words -> words.size() == 1 && words.getFirst().contains(text));
  }

  /** {@return whether the category of a character excludes it from words} */
  private static boolean isNever(int letter) {
    return switch (Character.getType(letter)) {
      case Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.CONTROL,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      // Unicode reserves this range for emoji, which the tokenizer accepts already.
      case Character.UNASSIGNED -> letter < 0x1f000 || letter > 0x1ffff;
      default -> false;
    };
  }
}
