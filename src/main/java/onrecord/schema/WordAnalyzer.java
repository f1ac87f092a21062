package onrecord.schema;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * Splits a text into words without case and accents and, optionally, reduces them to their English
 * stems. There are no stop words, so that phrases match exactly.
 */
final class WordAnalyzer extends Analyzer {

  /** The distance between the words of two names, so that no phrase matches across names. */
  private static final int GAP = 100_000;

  private final boolean stem;

  WordAnalyzer(boolean stem) {
    this.stem = stem;
  }

  @Override
  protected TokenStreamComponents createComponents(String field) {
    Tokenizer words = new StandardTokenizer();
    // Folding comes first, because it also replaces curly apostrophes by straight ones.
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
