package onrecord.extract;

import com.google.common.base.CharMatcher;
import java.text.Normalizer;
import java.util.Locale;

/**
 * Brings names that are to count as the same to one form: without case, accents, full stops, and
 * with one kind of apostrophe, hyphen and blank. Stateless, thread-safe.
 */
final class NameKey {

  private static final CharMatcher MARK =
      CharMatcher.forPredicate(c ->
          Character.getType(c) == Character.NON_SPACING_MARK
              || Character.getType(c) == Character.FORMAT);
  private static final CharMatcher APOSTROPHE = CharMatcher.anyOf("\u2018\u2019\u02bc`\u00b4");
  private static final CharMatcher HYPHEN = CharMatcher.anyOf("\u2010\u2011\u2012\u2013");
  private static final CharMatcher PAUSE = CharMatcher.anyOf(".,");

  private NameKey() {}

  /** {@return the form of a name; empty if it has no letters} */
  static String of(String name) {
    String text = APOSTROPHE.replaceFrom(HYPHEN.replaceFrom(name, '-'), '\'');
    text = PAUSE.replaceFrom(Normalizer.normalize(text, Normalizer.Form.NFKD), ' ');
    text =
        MARK.removeFrom(Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD));
    return CharMatcher.whitespace().trimAndCollapseFrom(latin(text), ' ');
  }

  /** Letters that no decomposition knows as a plain one with a mark. */
  private static String latin(String text) {
    if (CharMatcher.ascii().matchesAllOf(text)) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text.length() + 4);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case 'ł' -> plain.append('l');
        case 'ø' -> plain.append('o');
        case 'đ', 'ð' -> plain.append('d');
        case 'ħ' -> plain.append('h');
        case 'ı' -> plain.append('i');
        case 'ß' -> plain.append("ss");
        case 'æ' -> plain.append("ae");
        case 'œ' -> plain.append("oe");
        case 'þ' -> plain.append("th");
        default -> plain.append(c);
      }
    }
    return plain.toString();
  }

  /** {@return the form of a name without the titles before it; all of it if it is titles alone} */
  static String withoutTitles(String key) {
    int start = 0;
    int space = key.indexOf(' ');
    while (space >= 0 && (Lexicon.ENGLISH.flags(key, start, space) & Lexicon.TITLE) != 0) {
      start = space + 1;
      space = key.indexOf(' ', start);
    }
    return key.substring(start);
  }
}
