package onrecord.schema;

import java.io.IOException;
import onrecord.text.Folding;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Folds words as {@link Folding} does. Their offsets are unchanged. Not thread-safe. */
final class FoldingFilter extends TokenFilter {

  private final CharTermAttribute word = addAttribute(CharTermAttribute.class);

  FoldingFilter(TokenStream words) {
    super(words);
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!input.incrementToken()) {
      return false;
    }
    if (!foldAscii(word.buffer(), word.length())) {
      String folded = Folding.fold(word.toString());
      word.setEmpty().append(folded);
    }
    return true;
  }

  /** Folds a word of ASCII letters in place; returns false if it has any other letter. */
  private static boolean foldAscii(char[] letters, int length) {
    for (int i = 0; i < length; i++) {
      char letter = letters[i];
      if (letter >= 0x80) {
        return false;
      }
      if (letter >= 'A' && letter <= 'Z') {
        letters[i] = (char) (letter | 0x20);
      }
    }
    return true;
  }
}
