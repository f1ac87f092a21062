package onrecord.schema;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.jspecify.annotations.Nullable;

/** Returns words and their stems as {@link WordMark} defines them. Not thread-safe. */
final class MarkedStems extends TokenFilter {

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
  private final Kept kept;
  private @Nullable String next;

  private MarkedStems(TokenStream stems, Kept kept) {
    super(stems);
    this.kept = kept;
  }

  /** {@return a stream of words and stems} */
  static TokenStream of(TokenStream words) {
    Kept kept = new Kept(words);
    return new MarkedStems(WordAnalyzer.stems(kept), kept);
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (next != null) {
      term.setEmpty().append(next);
      next = null;
      step.setPositionIncrement(0);
      return true;
    }
    if (!input.incrementToken()) {
      return false;
    }
    RecentWords.Terms terms = kept.terms(term);
    next = terms.second();
    term.setEmpty().append(terms.first());
    return true;
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    next = null;
  }

  /**
   * Keeps each word before it is reduced to its stem, and the terms of recent words, which are not
   * reduced again.
   */
  private static final class Kept extends TokenFilter {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final KeywordAttribute isStem = addAttribute(KeywordAttribute.class);
    private final RecentWords recent = new RecentWords();
    private RecentWords.@Nullable Terms known;
    private char[] word = {};

    Kept(TokenStream words) {
      super(words);
    }

    @Override
    public boolean incrementToken() throws IOException {
      boolean next = input.incrementToken();
      if (next) {
        known = recent.get(term.buffer(), term.length());
        isStem.setKeyword(known != null);
        if (known == null) {
          word = Arrays.copyOf(term.buffer(), term.length());
        }
      }
      return next;
    }

    /** {@return the terms of the current word, whose stem is given unless it is known} */
    RecentWords.Terms terms(CharSequence stem) {
      return known != null ? known : recent.add(word, stem);
    }
  }
}
