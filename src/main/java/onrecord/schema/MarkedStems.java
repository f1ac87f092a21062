package onrecord.schema;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Returns words and their stems as {@link WordMark} defines them. Not thread-safe. */
final class MarkedStems extends TokenFilter {

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
  private final Kept kept;
  private boolean isWordNext;

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
    if (isWordNext) {
      isWordNext = false;
      term.setEmpty().append(WordMark.WORD.mark()).append(kept.word);
      step.setPositionIncrement(0);
      return true;
    }
    if (!input.incrementToken()) {
      return false;
    }
    isWordNext = CharSequence.compare(term, kept.word) != 0;
    if (isWordNext) {
      String stem = term.toString();
      term.setEmpty().append(WordMark.STEM.mark()).append(stem);
    }
    return true;
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    isWordNext = false;
  }

  /** Keeps each word before it is reduced to its stem. */
  private static final class Kept extends TokenFilter {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final StringBuilder word = new StringBuilder();

    Kept(TokenStream words) {
      super(words);
    }

    @Override
    public boolean incrementToken() throws IOException {
      boolean next = input.incrementToken();
      if (next) {
        word.setLength(0);
        word.append(term.buffer(), 0, term.length());
      }
      return next;
    }
  }
}
