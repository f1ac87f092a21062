package onrecord.extract;

import com.google.common.collect.ImmutableList;
import onrecord.text.WordList;

/**
 * An ending that shows what form of a word, or of a number, is in a text. The English ones are in
 * {@code en/endings.txt}, in a section for each of these names.
 */
enum Ending {
  PAST,
  GERUND,
  ADVERB,
  PLURAL,
  AGENT,
  AGENTS,
  COMPOUND,
  MODIFIER,
  QUALITY,
  AGE,
  ORDINAL;

  private final ImmutableList<String> endings;

  /** A bit for the last five bits of each last letter: most other words are excluded by it. */
  private final int lastLetters;

  Ending() {
    this.endings = ImmutableList.copyOf(English.LIST.section(name()));
    int letters = 0;
    for (String ending : endings) {
      letters |= 1 << ending.charAt(ending.length() - 1);
    }
    this.lastLetters = letters;
  }

  static {
    English.LIST.requireSections(Ending.class);
  }

  /** {@return the length of the ending with which a stretch of a text ends, in lower case, or 0} */
  int length(char[] text, int start, int end) {
    if (end == start || (lastLetters >>> text[end - 1] & 1) == 0) {
      return 0;
    }
    for (int i = 0; i < endings.size(); i++) {
      if (ends(endings.get(i), text, start, end)) {
        return endings.get(i).length();
      }
    }
    return 0;
  }

  private static boolean ends(String ending, char[] text, int start, int end) {
    int first = end - ending.length();
    int at = end;
    while (at > first && at > start && text[at - 1] == ending.charAt(at - 1 - first)) {
      at--;
    }
    return at == first;
  }

  private static final class English {
    private static final WordList LIST = WordList.load(Ending.class, "en/endings.txt");
  }
}
