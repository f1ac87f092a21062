package onrecord.text;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Tells a full stop that belongs to a word, such as "Mr." or "U.S.", from one that ends a sentence.
 * The English abbreviations are in {@code en/abbreviations.txt}. Stateless, thread-safe.
 */
public final class Abbreviations {

  /** Where a word is an abbreviation. A section of the resource bears the name of each constant. */
  enum Use {
    /** Wherever a full stop follows it. */
    ANY_CASE,
    /** Where it starts with a capital. */
    CAPITALIZED,
    /** Where it starts with a capital and a number follows. */
    BEFORE_NUMBER
  }

  private static final Map<String, Use> ENGLISH =
      read(WordList.load(Abbreviations.class, "en/abbreviations.txt"));

  private static final int LONGEST = longest(Set.of(Use.values()));

  /** The length of the longest word that is an abbreviation in lower case, too. */
  private static final int LONGEST_IN_LOWER_CASE = longest(Set.of(Use.ANY_CASE));

  /** Signs that join the parts of a word. */
  private static final String JOINING = "'\u2019-&";

  private Abbreviations() {}

  static Map<String, Use> read(WordList list) {
    Map<String, Use> uses = new HashMap<>();
    list.requireSections(Use.class);
    for (WordList.Entry entry : list.words()) {
      String word = entry.text();
      if (!word.chars().allMatch(Character::isLowerCase)) {
        throw list.malformed(
            entry.line(), "expected a word in lower case, but found '" + word + "'");
      }
      Use use = Use.valueOf(entry.section().toUpperCase(Locale.ROOT).replace('-', '_'));
      Use other = uses.putIfAbsent(word, use);
      if (other != null) {
        throw list.malformed(entry.line(), "'" + word + "' is " + other + " too");
      }
    }
    return Map.copyOf(uses);
  }

  private static int longest(Set<Use> uses) {
    return ENGLISH.entrySet().stream()
        .filter(entry -> uses.contains(entry.getValue()))
        .mapToInt(entry -> entry.getKey().length())
        .max()
        .orElse(1);
  }

  /**
   * {@return whether the full stop at an index belongs to the word before it: an initial, a word of
   * letters and full stops, or a known abbreviation}
   */
  public static boolean isAt(String text, int stop) {
    int start = stop;
    while (start > 0 && stop - start <= LONGEST && Character.isLetter(text.charAt(start - 1))) {
      start--;
    }
    int length = stop - start;
    if (length == 0 || length > LONGEST) {
      return false;
    }
    return length == 1 ? isLetterAlone(text, start, stop) : isListed(text, start, stop);
  }

  private static boolean isLetterAlone(String text, int start, int stop) {
    if (start > 1 && text.charAt(start - 1) == '.') {
      return Character.isLetter(text.charAt(start - 2));
    }
    if (isInsideWord(text, start) || isJoined(text, start)) {
      return false;
    }
    char letter = text.charAt(start);
    return Character.isUpperCase(letter) && letter != 'I' || isListed(text, start, stop);
  }

  private static boolean isListed(String text, int start, int stop) {
    boolean capital = Character.isUpperCase(text.charAt(start));
    if (!capital && stop - start > LONGEST_IN_LOWER_CASE) {
      return false;
    }
    Use use = ENGLISH.get(text.substring(start, stop).toLowerCase(Locale.ROOT));
    if (use == null || isInsideWord(text, start)) {
      return false;
    }
    return use == Use.ANY_CASE || capital && (use == Use.CAPITALIZED || isBeforeNumber(text, stop));
  }

  private static boolean isBeforeNumber(String text, int stop) {
    int last = Math.min(text.length(), stop + Sentences.REACH);
    int next = stop + 1;
    while (next < last && SentenceBoundary.isSpace(text.charAt(next))) {
      next++;
    }
    return next < last && Character.isDigit(text.charAt(next));
  }

  /** Whether the letters from an index on are not the first of their word: "4K", "don't", "@x". */
  private static boolean isInsideWord(String text, int start) {
    if (start == 0) {
      return false;
    }
    char before = text.charAt(start - 1);
    return Character.isDigit(before)
        || Character.isSurrogate(before)
        || Character.getType(before) == Character.NON_SPACING_MARK
        || "@#$".indexOf(before) >= 0
        || before != '-' && isJoined(text, start);
  }

  /** Whether a sign joins the letters from an index on to a word before them: "X-Y", "O'B". */
  private static boolean isJoined(String text, int start) {
    return start > 1
        && JOINING.indexOf(text.charAt(start - 1)) >= 0
        && Character.isLetterOrDigit(text.charAt(start - 2));
  }
}
