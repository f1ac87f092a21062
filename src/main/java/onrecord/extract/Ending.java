package onrecord.extract;

import com.google.common.collect.ImmutableList;
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

  private final ImmutableList<String> words;

  Ending() {
    this.words = ImmutableList.copyOf(English.LIST.section(name()));
  }

  static {
    English.LIST.requireSections(Ending.class);
  }

  /** {@return the length of the ending with which a stretch of a text ends, in lower case, or 0} */
  int length(String text, int start, int end) {
    for (int i = 0; i < words.size(); i++) {
      String ending = words.get(i);
      if (ending.length() <= end - start && text.startsWith(ending, end - ending.length())) {
        return ending.length();
      }
    }
    return 0;
  }

  private static final class English {
    private static final WordList LIST = WordList.load(Ending.class, "en/endings.txt");
  }
}
