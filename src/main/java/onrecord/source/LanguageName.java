package onrecord.source;

import com.google.common.collect.ImmutableMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import onrecord.text.Folding;
import onrecord.text.WordList;

/**
 * The names of languages as press databases print them, in the language of their interface: English
 * is "Englisch", "anglais" or "Engels".
 */
final class LanguageName {

  private static final Pattern TAG = Pattern.compile("[a-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*");
  private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}]+");
  private static final ImmutableMap<String, String> TAGS = load();

  private LanguageName() {}

  private static ImmutableMap<String, String> load() {
    Map<String, String> tags = new HashMap<>();
    for (WordList.Entry name : WordList.load(LanguageName.class, "languages.txt").words()) {
      tags.put(name.text(), name.section());
    }
    return ImmutableMap.copyOf(tags);
  }

  /**
   * {@return the BCP 47 tag of a language; empty if the name is not known}
   *
   * @param name the name of a language, or its tag; of several, the first counts
   */
  static Optional<String> tag(String name) {
    String stripped = name.strip();
    String folded = Folding.fold(NO_LETTER.matcher(stripped).replaceAll(" ").strip());
    String first = folded.toLowerCase(Locale.ROOT);
    int end = first.indexOf(' ');
    String tag = TAGS.get(end < 0 ? first : first.substring(0, end));
    if (tag != null) {
      return Optional.of(tag);
    }
    return TAG.matcher(stripped).matches()
        ? Optional.of(stripped.replace('_', '-'))
        : Optional.empty();
  }
}
