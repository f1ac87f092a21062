package onrecord.search;

import java.util.Locale;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/** Brings names to the form in which they are compared without case and accents. */
final class NameForm {

  private NameForm() {}

  /** {@return a name in lower case and plain letters} */
  static String fold(String name) {
    char[] letters = name.toCharArray();
    // One letter becomes four at most, such as "⒇", which becomes "(20)".
    char[] folded = new char[4 * letters.length];
    int length = ASCIIFoldingFilter.foldToASCII(letters, 0, folded, 0, letters.length);
    return new String(folded, 0, length).toLowerCase(Locale.ROOT);
  }
}
