package onrecord.schema;

import java.io.IOException;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * The quotations whose sentences have a term, with its positions in them, by those in the texts of
 * their articles. Not thread-safe.
 */
final class SentencePostings extends PostingsEnum {

  /** Quotations of an article with a term, as a guess. */
  private static final int QUOTATIONS = 4;

  /** A document that is found, but not yet reported, so that the current one is none. */
  private static final int NONE_YET = -1;

  // The articles whose texts have the term.
  private final PostingsEnum articles;
  private final SentenceWords sentences;
  // The current quotation, and the same one unless it has not been reported.
  private int doc = NONE_YET;
  private int found = NONE_YET;
  // The positions in the current article.
  private int[] places = {};
  private int size;
  // The positions in the sentences of the current quotation, once they are requested.
  private int[] inSentences = {};
  private int frequency = -1;
  private int next;

  SentencePostings(PostingsEnum articles, SentenceWords sentences) {
    this.articles = articles;
    this.sentences = sentences;
  }

  /** {@return whether a quotation has the term} No document may have been requested before. */
  boolean isAny() throws IOException {
    findIn(articles.nextDoc());
    return found != NO_MORE_DOCS;
  }

  @Override
  public int docID() {
    return doc;
  }

  @Override
  public int nextDoc() throws IOException {
    return advance(doc + 1);
  }

  @Override
  public int advance(int target) throws IOException {
    if (found < target) {
      int article = articles.docID();
      if (article < target) {
        findIn(articles.advance(target), target);
      } else if (!findFrom(target, article)) {
        // All quotations of the current article are before the target.
        findIn(articles.nextDoc());
      }
    }
    doc = found;
    return doc;
  }

  private void findIn(int first) throws IOException {
    findIn(first, 0);
  }

  /** Goes to the first quotation with the term in an article or a later one, from a document on. */
  private void findIn(int first, int least) throws IOException {
    int article = first;
    while (article != NO_MORE_DOCS) {
      int quotation = Math.max(least, sentences.firstQuotation(article));
      if (quotation < article) {
        readPlaces();
        if (findFrom(quotation, article)) {
          return;
        }
      }
      article = articles.nextDoc();
    }
    found = NO_MORE_DOCS;
  }

  private void readPlaces() throws IOException {
    size = articles.freq();
    places = ArrayUtil.growNoCopy(places, size);
    for (int i = 0; i < size; i++) {
      places[i] = articles.nextPosition();
    }
  }

  /** Goes to the first quotation of the current article, from one on, that has the term. */
  private boolean findFrom(int first, int article) {
    int near = 0;
    for (int quotation = first; quotation < article; quotation++) {
      for (int range = 0; range < sentences.ranges(quotation); range++) {
        int start = sentences.start(quotation, range);
        near = firstPlace(start, near);
        if (near < size && places[near] - start < sentences.length(quotation, range)) {
          found = quotation;
          frequency = -1;
          return true;
        }
      }
    }
    return false;
  }

  /**
   * {@return the first of the positions in the article that is not before a word}
   *
   * @param near the place where it is looked for first
   */
  private int firstPlace(int word, int near) {
    int place = near;
    while (place > 0 && places[place - 1] >= word) {
      place--;
    }
    while (place < size && places[place] < word) {
      place++;
    }
    return place;
  }

  @Override
  public int freq() {
    if (frequency < 0) {
      frequency = 0;
      next = 0;
      int before = 0;
      for (int range = 0; range < sentences.ranges(doc); range++) {
        int start = sentences.start(doc, range);
        int end = start + sentences.length(doc, range);
        for (int p = firstPlace(start, 0); p < size && places[p] < end; p++) {
          inSentences = ArrayUtil.grow(inSentences, frequency + 1);
          inSentences[frequency++] = places[p] - start + before;
        }
        before += end - start;
      }
    }
    return frequency;
  }

  @Override
  public int nextPosition() {
    return next < freq() ? inSentences[next++] : -1;
  }

  @Override
  public int startOffset() {
    return -1;
  }

  @Override
  public int endOffset() {
    return -1;
  }

  @Override
  public @Nullable BytesRef getPayload() {
    return null;
  }

  @Override
  public long cost() {
    return articles.cost() * QUOTATIONS;
  }
}
