package onrecord.schema;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * Parts a text into words without case and accents, and brings them to their English stem where
 * that is wanted. No word is left out, so that phrases hold to the letter.
 */
final class WordAnalyzer extends Analyzer {

  /** How far apart the words of two names stand, so that no phrase goes from one to the next. */
  private static final int GAP = 100_000;

  private final boolean stem;

  WordAnalyzer(boolean stem) {
    this.stem = stem;
  }

  @Override
  protected TokenStreamComponents createComponents(String field) {
    Tokenizer words = new StandardTokenizer();
    // Folding first: it also makes a curly apostrophe a straight one.
    TokenStream folded = new FoldingFilter(words);
    return new TokenStreamComponents(
        words, stem ? new KStemFilter(new EnglishPossessiveFilter(folded)) : folded);
  }

  @Override
  public int getPositionIncrementGap(String field) {
    return GAP;
  }

  @Override
  protected TokenStream normalize(String field, TokenStream in) {
    return new FoldingFilter(in);
  }
}
