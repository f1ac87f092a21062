package onrecord.text;

import com.google.common.base.Ascii;
import com.google.common.base.CharMatcher;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Set;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/**
 * Folds words and names to the form in which they are compared: without case and accents, however
 * these are encoded. Accents, vowel points and similar marks are removed from letters of the Latin,
 * Greek, Cyrillic, Hebrew, Arabic and Syriac scripts, and Latin letters are replaced by ASCII ones:
 * "Ёлка" becomes "елка", "Straße" becomes "strasse". In other scripts a mark can be a vowel or form
 * another letter, so it is kept. Typographic punctuation is replaced by ASCII. Stateless,
 * thread-safe.
 */
public final class Folding {

  /** The scripts of the marks that are removed; most marks inherit their script. */
  private static final Set<UnicodeScript> ACCENTS =
      Set.of(
          UnicodeScript.INHERITED,
          UnicodeScript.CYRILLIC,
          UnicodeScript.HEBREW,
          UnicodeScript.ARABIC,
          UnicodeScript.SYRIAC);

  /** Marks with an inherited script that change a Japanese syllable. */
  private static final CharMatcher VOICED = CharMatcher.inRange('\u3099', '\u309a');

  /**
   * Letters and symbols that are written for an apostrophe; quotation marks are replaced as well.
   */
  private static final CharMatcher APOSTROPHES = CharMatcher.anyOf("\u02bb\u02bc\u2032");

  private Folding() {}

  /** {@return the folded form of a text} */
  public static String fold(String text) {
    if (CharMatcher.ascii().matchesAllOf(text)) {
      return Ascii.toLowerCase(text);
    }
    String decomposed =
        APOSTROPHES.replaceFrom(Normalizer.normalize(text, Normalizer.Form.NFKD), '\'');
    StringBuilder letters = new StringBuilder(decomposed.length());
    for (int i = 0; i < decomposed.length(); i = decomposed.offsetByCodePoints(i, 1)) {
      int letter = decomposed.codePointAt(i);
      if (!isAccent(letter)) {
        // Via upper case, since several lower-case letters can share it, such as the two of sigma.
        letters.appendCodePoint(Character.toLowerCase(Character.toUpperCase(letter)));
      }
    }
    return Normalizer.normalize(plain(letters.toString()), Normalizer.Form.NFC);
  }

  private static boolean isAccent(int letter) {
    return Character.getType(letter) == Character.NON_SPACING_MARK
        && ACCENTS.contains(UnicodeScript.of(letter))
        && !(Character.isBmpCodePoint(letter) && VOICED.matches((char) letter));
  }

  private static String plain(String text) {
    char[] letters = text.toCharArray();
    // A letter is replaced by at most four, such as "⒇" by "(20)".
    char[] plain = new char[4 * letters.length];
    int length = ASCIIFoldingFilter.foldToASCII(letters, 0, plain, 0, letters.length);
    // A small capital is replaced by a capital.
    return Ascii.toLowerCase(new String(plain, 0, length));
  }
}
