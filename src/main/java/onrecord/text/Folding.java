package onrecord.text;

import com.google.common.base.Ascii;
import com.google.common.base.CharMatcher;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Set;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/**
 * Brings words and names to the form in which they are compared: without case and accents, however
 * these are encoded. Accents, vowel points and the like are dropped from letters of the Latin,
 * Greek, Cyrillic, Hebrew, Arabic and Syriac scripts, and Latin letters become plain ones: "Ёлка"
 * becomes "елка", "Straße" "strasse". In other scripts a mark can be a vowel or make another
 * letter, so it stays. Typographic marks become plain ones.
 */
public final class Folding {

  /** The scripts of the marks that are dropped; most belong to no script of their own. */
  private static final Set<UnicodeScript> ACCENTS =
      Set.of(
          UnicodeScript.INHERITED,
          UnicodeScript.CYRILLIC,
          UnicodeScript.HEBREW,
          UnicodeScript.ARABIC,
          UnicodeScript.SYRIAC);

  /** Marks of no script of their own that make another syllable of a Japanese one. */
  private static final CharMatcher VOICED = CharMatcher.inRange('\u3099', '\u309a');

  private Folding() {}

  /** {@return a text in lower case and plain letters} */
  public static String fold(String text) {
    if (CharMatcher.ascii().matchesAllOf(text)) {
      return Ascii.toLowerCase(text);
    }
    String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
    StringBuilder letters = new StringBuilder(decomposed.length());
    for (int i = 0; i < decomposed.length(); i = decomposed.offsetByCodePoints(i, 1)) {
      int letter = decomposed.codePointAt(i);
      if (!isAccent(letter)) {
        // To a capital first: two small letters can have the same, such as those for sigma.
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
    // One letter becomes four at most, such as "⒇", which becomes "(20)".
    char[] plain = new char[4 * letters.length];
    int length = ASCIIFoldingFilter.foldToASCII(letters, 0, plain, 0, letters.length);
    // Of a small capital it makes a capital.
    return Ascii.toLowerCase(new String(plain, 0, length));
  }
}
