package onrecord.search;

import java.util.List;

/**
 * Tells which characters the words of the index can have; not counted is what folding alone makes
 * of others, such as the marks of "‼". Thread-safe.
 */
final class WordLetters {

  private static final Words WORDS = new Words();

  // Some characters are part of a word only beside others, as a point is in "1.5", a quotation mark
  // between Hebrew letters, half a flag beside the other, what joins two pictures, and the sign on
  // a picture of a key.
  private static final List<String> PLACES =
      List.of("?", "x?x", "1?1", "\u05d0?\u05d0", "??", "\ud83d\udc69?\ud83d\udc69", "?\u20e3");

  private static final byte YES = 1;
  private static final byte NO = 2;

  // What was found out before. Threads that do not see it yet find out the same.
  private static final byte[] KNOWN = new byte[Character.MAX_CODE_POINT + 1];

  private WordLetters() {}

  /** {@return whether a word can have one of the characters from the first to the last} */
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
      known = isOfWords(letter) ? YES : NO;
      KNOWN[letter] = known;
    }
    return known == YES;
  }

  private static boolean isOfWords(int letter) {
    String text = Character.toString(letter);
    return !isNever(letter)
        && PLACES.stream()
            .map(place -> WORDS.terms(place.replace("?", text)))
            .anyMatch(words -> words.size() == 1 && words.getFirst().contains(text));
  }

  /** {@return whether a character need not be looked at any further, as most of all need not} */
  private static boolean isNever(int letter) {
    return switch (Character.getType(letter)) {
      case Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.CONTROL,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      // Pictures that are to come have their places already.
      case Character.UNASSIGNED -> letter < 0x1f000 || letter > 0x1ffff;
      default -> false;
    };
  }
}
