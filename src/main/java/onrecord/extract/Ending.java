package onrecord.extract;

import java.util.List;
import java.util.Map;
import onrecord.text.WordList;

/**
 * An ending that shows what form of a word, or of a number, stands in a text. The English ones
 * stand in {@code en/endings.txt}, in a section for each of these names.
 */
enum Ending {
  PAST,
  GERUND,
  ADVERB,
  PLURAL,
  ORDINAL;

  /** {@return the length of the ending with which a stretch of a text ends, in lower case, or 0} */
  int length(String text, int start, int end) {
    for (String ending : English.WORDS[ordinal()]) {
      if (ending.length() <= end - start && text.startsWith(ending, end - ending.length())) {
        return ending.length();
      }
    }
    return 0;
  }

  /** The English words, read with their first use. */
  private static final class English {
    private static final String[][] WORDS = new String[values().length][];

    static {
      Map<Ending, List<String>> sections =
          WordList.load(Ending.class, "en/endings.txt").sections(Ending.class);
      sections.forEach((name, words) -> WORDS[name.ordinal()] = words.toArray(String[]::new));
    }
  }
}
