package onrecord.extract;

import java.util.HashMap;
import java.util.Map;
import onrecord.text.WordList;

/** Words for the same office, so that "Sen. Smith" is "the senator". Immutable, thread-safe. */
final class Offices {

  /** The English offices. */
  static final Offices ENGLISH = new Offices(WordList.load(Offices.class, "en/offices.txt"));

  private final Map<String, String> offices;

  Offices(WordList list) {
    Map<String, String> read = new HashMap<>();
    for (WordList.Entry word : list.words()) {
      String other = read.putIfAbsent(word.text(), word.section());
      if (other != null) {
        throw list.malformed(word.line(), "'" + word.text() + "' stands for '" + other + "' too");
      }
    }
    this.offices = Map.copyOf(read);
  }

  /** {@return the word that stands for all words of an office, given one in lower case} */
  String of(String word) {
    return offices.getOrDefault(word, word);
  }
}
