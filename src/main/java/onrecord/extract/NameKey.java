package onrecord.extract;

import com.google.common.base.CharMatcher;
import onrecord.text.Folding;

/**
 * Brings names that are to count as the same to one form: {@linkplain Folding folded}, without full
 * stops, and with one kind of apostrophe, hyphen and blank. Stateless, thread-safe.
 */
final class NameKey {

  private static final CharMatcher FORMAT =
      CharMatcher.forPredicate(c -> Character.getType(c) == Character.FORMAT);
  private static final CharMatcher APOSTROPHE = CharMatcher.anyOf("\u2018\u2019\u02bc`\u00b4");
  private static final CharMatcher HYPHEN = CharMatcher.anyOf("\u2010\u2011\u2012\u2013");
  private static final CharMatcher PAUSE = CharMatcher.anyOf(".,");

  private NameKey() {}

  /** {@return the form of a name; empty if it has no letters} */
  static String of(String name) {
    // Folding can make signs of letters, such as an apostrophe and a letter of one.
    String folded = withPlainSigns(Folding.fold(withPlainSigns(name)));
    return CharMatcher.whitespace().trimAndCollapseFrom(PAUSE.replaceFrom(folded, ' '), ' ');
  }

  private static String withPlainSigns(String text) {
    return APOSTROPHE.replaceFrom(HYPHEN.replaceFrom(FORMAT.removeFrom(text), '-'), '\'');
  }

  /** {@return the form of a name without the titles before it; all of it if it is titles alone} */
  static String withoutTitles(String key) {
    int start = 0;
    int space = key.indexOf(' ');
    while (space >= 0
        && (Lexicon.ENGLISH.flags(key.substring(start, space)) & Lexicon.TITLE) != 0) {
      start = space + 1;
      space = key.indexOf(' ', start);
    }
    return key.substring(start);
  }
}
