package onrecord.schema;

import java.io.IOException;
import org.apache.lucene.index.BaseTermsEnum;
import org.apache.lucene.index.ImpactsEnum;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SlowImpactsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.jspecify.annotations.Nullable;

/**
 * The terms of the sentences that contain quotations, found by those of the texts of articles and
 * by {@link SentenceWords}. They are exactly the terms that an index of the sentences would have,
 * in the same documents and at the same positions; but how many documents have a term is estimated,
 * since it would have to be counted. Thread-safe, except for its enumerations.
 */
final class SentenceTerms extends Terms {

  /** The number of words of the sentences of a quotation for each of its own, as a guess. */
  private static final double WORDS_OF_SENTENCE = 1.6;

  private final SentenceWords sentences;
  private final Terms texts;
  // The terms of the sentences that begin or end within a word of their article.
  private final @Nullable Terms own;
  private final long sumTotalTermFreq;
  private final int quotations;
  // The share of the words of the texts that are in sentences with a quotation.
  private final double share;

  private SentenceTerms(LeafReader segment, Terms texts, @Nullable Terms own) throws IOException {
    this.sentences = SentenceWords.of(segment);
    this.texts = texts;
    this.own = own;
    @Nullable Terms quotes = segment.terms(IndexField.QUOTE.terms());
    this.quotations = quotes == null ? 0 : quotes.getDocCount();
    long words = quotes == null ? 0 : quotes.getSumTotalTermFreq();
    this.sumTotalTermFreq = Math.max(quotations + 1L, (long) (words * WORDS_OF_SENTENCE));
    this.share = Math.min(1, (double) sumTotalTermFreq / texts.getSumTotalTermFreq());
  }

  /** {@return the terms of the sentences of a segment, or null if it has none} */
  static @Nullable Terms of(LeafReader segment) throws IOException {
    @Nullable Terms texts = segment.terms(IndexField.TEXT.terms());
    @Nullable Terms own = segment.terms(IndexField.SENTENCE.terms());
    return texts == null ? own : new SentenceTerms(segment, texts, own);
  }

  @Override
  public TermsEnum iterator() throws IOException {
    return new Each(texts.iterator(), own == null ? TermsEnum.EMPTY : own.iterator());
  }

  @Override
  public TermsEnum intersect(CompiledAutomaton terms, @Nullable BytesRef after) throws IOException {
    return new Each(
        texts.intersect(terms, after), own == null ? TermsEnum.EMPTY : own.intersect(terms, after));
  }

  @Override
  public long size() {
    return -1;
  }

  @Override
  public long getSumTotalTermFreq() {
    return sumTotalTermFreq;
  }

  @Override
  public long getSumDocFreq() {
    return sumTotalTermFreq;
  }

  /** One more than there are, so that no term seems to be in all of them. */
  @Override
  public int getDocCount() {
    return quotations + 1;
  }

  @Override
  public boolean hasFreqs() {
    return true;
  }

  @Override
  public boolean hasOffsets() {
    return false;
  }

  @Override
  public boolean hasPositions() {
    return true;
  }

  @Override
  public boolean hasPayloads() {
    return false;
  }

  /** The terms in order. Not thread-safe. */
  private final class Each extends BaseTermsEnum {
    private final TermsEnum ofTexts;
    private final TermsEnum ofOwn;
    // The next term of each, or the current one; null after the last one.
    private @Nullable BytesRef inTexts;
    private @Nullable BytesRef inOwn;
    private @Nullable BytesRef current;
    // Of the current term of texts, if they have not been used.
    private @Nullable SentencePostings looked;

    Each(TermsEnum ofTexts, TermsEnum ofOwn) {
      this.ofTexts = ofTexts;
      this.ofOwn = ofOwn;
    }

    @Override
    public @Nullable BytesRef next() throws IOException {
      @Nullable BytesRef last = current;
      // The bytes of a term are overwritten by those of the next one.
      boolean isInTexts = last == null || last.equals(inTexts);
      boolean isInOwn = last == null || last.equals(inOwn);
      if (isInTexts) {
        nextOfTexts();
      }
      if (isInOwn) {
        inOwn = ofOwn.next();
      }
      return first();
    }

    /** {@return the first of both terms that is in a sentence, or one after it that is} */
    private @Nullable BytesRef first() throws IOException {
      while (true) {
        if (inTexts == null || (inOwn != null && inOwn.compareTo(inTexts) <= 0)) {
          current = inOwn;
          return current;
        }
        if (isInSentence()) {
          current = inTexts;
          return current;
        }
        nextOfTexts();
      }
    }

    private void nextOfTexts() throws IOException {
      inTexts = ofTexts.next();
      looked = null;
    }

    private boolean isInSentence() throws IOException {
      SentencePostings postings = ofArticles();
      looked = postings;
      return postings.isAny();
    }

    private SentencePostings ofArticles() throws IOException {
      return new SentencePostings(ofTexts.postings(null, PostingsEnum.POSITIONS), sentences);
    }

    /** {@return what was opened to see whether the term is in a sentence, or the same anew} */
    private SentencePostings unread() throws IOException {
      @Nullable SentencePostings opened = looked;
      looked = null;
      return opened == null ? ofArticles() : opened;
    }

    @Override
    public SeekStatus seekCeil(BytesRef term) throws IOException {
      looked = null;
      inTexts = ofTexts.seekCeil(term) == SeekStatus.END ? null : ofTexts.term();
      inOwn = ofOwn.seekCeil(term) == SeekStatus.END ? null : ofOwn.term();
      @Nullable BytesRef found = first();
      if (found == null) {
        return SeekStatus.END;
      }
      return found.equals(term) ? SeekStatus.FOUND : SeekStatus.NOT_FOUND;
    }

    @Override
    public boolean seekExact(BytesRef term) throws IOException {
      looked = null;
      inTexts = ofTexts.seekExact(term) ? ofTexts.term() : null;
      inOwn = ofOwn.seekExact(term) ? ofOwn.term() : null;
      if (inTexts != null && inOwn == null && !isInSentence()) {
        inTexts = null;
      }
      current = inTexts == null ? inOwn : inTexts;
      return current != null;
    }

    @Override
    public void seekExact(long ordinal) {
      throw new UnsupportedOperationException("terms of sentences have no numbers");
    }

    @Override
    public BytesRef term() {
      return requireCurrent();
    }

    private BytesRef requireCurrent() {
      if (current == null) {
        throw new IllegalStateException("there is no current term");
      }
      return current;
    }

    @Override
    public long ord() {
      throw new UnsupportedOperationException("terms of sentences have no numbers");
    }

    @Override
    public int docFreq() throws IOException {
      return Math.clamp(totalTermFreq(), 1, Math.max(1, quotations));
    }

    @Override
    public long totalTermFreq() throws IOException {
      BytesRef term = requireCurrent();
      long occurrences = term.equals(inOwn) ? ofOwn.totalTermFreq() : 0;
      if (term.equals(inTexts)) {
        occurrences += (long) (ofTexts.totalTermFreq() * share);
      }
      return Math.max(1, occurrences);
    }

    @Override
    public PostingsEnum postings(@Nullable PostingsEnum reuse, int flags) throws IOException {
      BytesRef term = requireCurrent();
      if (!term.equals(inTexts)) {
        return ofOwn.postings(null, flags);
      }
      PostingsEnum articles = unread();
      return term.equals(inOwn)
          ? new DisjointPostings(articles, ofOwn.postings(null, flags))
          : articles;
    }

    @Override
    public ImpactsEnum impacts(int flags) throws IOException {
      return new SlowImpactsEnum(postings(null, flags));
    }
  }
}
