package onrecord.extract;

import com.google.common.collect.ImmutableList;
import java.util.List;
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
  AGENT,
  AGENTS,
  COMPOUND,
  ORDINAL;

  private final String ending;
  private final ImmutableList<String> others;

  Ending() {
    List<String> endings = English.LIST.section(name());
    this.ending = endings.getFirst();
    this.others = ImmutableList.copyOf(endings.subList(1, endings.size()));
  }

  static {
    English.LIST.requireSections(Ending.class);
  }

  /** {@return the length of the ending with which a stretch of a text ends, in lower case, or 0} */
  int length(String text, int start, int end) {
    if (ends(ending, text, start, end)) {
      return ending.length();
    }
    for (int i = 0; i < others.size(); i++) {
      if (ends(others.get(i), text, start, end)) {
        return others.get(i).length();
      }
    }
    return 0;
  }

  private static boolean ends(String ending, String text, int start, int end) {
    return ending.length() <= end - start
        && text.charAt(end - 1) == ending.charAt(ending.length() - 1)
        && text.startsWith(ending, end - ending.length());
  }

  private static final class English {
    private static final WordList LIST = WordList.load(Ending.class, "en/endings.txt");
  }
}
