package onrecord.extract;

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

  private final String[] words;

  Ending() {
    this.words = English.LIST.section(name()).toArray(String[]::new);
  }

  static {
    English.LIST.requireSections(Ending.class);
  }

  /** {@return the length of the ending with which a stretch of a text ends, in lower case, or 0} */
  int length(String text, int start, int end) {
    for (String ending : words) {
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
