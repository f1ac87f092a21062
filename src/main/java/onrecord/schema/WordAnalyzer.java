package onrecord.schema;

import java.io.Reader;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * Splits a text into words without case and accents, or into their English stems, or both. There
 * are no stop words, so that phrases match exactly.
 */
final class WordAnalyzer extends Analyzer {

  /** The distance between the words of two names, so that no phrase matches across names. */
  private static final int GAP = 100_000;

  /** What is returned of each word. */
  enum Form {
    /** The word without case and accents. */
    WORD,
    /** Its English stem. */
    STEM,
    /** Both, as {@link WordMark} defines. */
    BOTH
  }

  private final Form form;

  WordAnalyzer(Form form) {
    this.form = form;
  }

  /** {@return the English stems of words without case and accents} */
  static TokenStream stems(TokenStream words) {
    return new KStemFilter(new EnglishPossessiveFilter(words));
  }

  @Override
  protected TokenStreamComponents createComponents(String field) {
    Tokenizer words = new StandardTokenizer();
    // Folding comes first, because it also replaces curly apostrophes by straight ones.
    TokenStream folded = new FoldingFilter(words);
    return new TokenStreamComponents(
        words,
        switch (form) {
          case WORD -> folded;
          case STEM -> stems(folded);
          case BOTH -> MarkedStems.of(folded);
        });
  }

  @Override
  protected Reader initReader(String field, Reader text) {
    return new PairedSurrogates(text);
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
