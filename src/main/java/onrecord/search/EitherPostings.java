package onrecord.search;

import java.io.IOException;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * The documents and positions that either of two terms has. Two terms that are never at the same
 * position are merged as they are read: nothing is collected or sorted. Not thread-safe.
 */
final class EitherPostings extends PostingsEnum {

  // As in PhraseQuery of Lucene: operations to look up the positions of a document, and for each.
  private static final int OPERATIONS_PER_DOCUMENT = 128;
  private static final int OPERATIONS_PER_POSITION = 7;

  private final PostingsEnum first;
  private final PostingsEnum second;
  private int doc = -1;
  // The only term of the document, or null if it has both.
  private @Nullable PostingsEnum only;
  // The positions of the document that are still to be read, and the next one of each term.
  private int firstLeft;
  private int secondLeft;
  private int firstNext;
  private int secondNext;
  private boolean isStarted;

  EitherPostings(PostingsEnum first, PostingsEnum second) {
    this.first = first;
    this.second = second;
  }

  /** {@return about how many operations it takes to read the positions of a term in a document} */
  static float costOfPositions(TermsEnum term) throws IOException {
    float positions = (float) term.totalTermFreq() / Math.max(1, term.docFreq());
    return OPERATIONS_PER_DOCUMENT + positions * OPERATIONS_PER_POSITION;
  }

  @Override
  public int docID() {
    return doc;
  }

  @Override
  public int nextDoc() throws IOException {
    if (first.docID() == doc) {
      first.nextDoc();
    }
    if (second.docID() == doc) {
      second.nextDoc();
    }
    return begin();
  }

  @Override
  public int advance(int target) throws IOException {
    if (first.docID() < target) {
      first.advance(target);
    }
    if (second.docID() < target) {
      second.advance(target);
    }
    return begin();
  }

  private int begin() {
    int ofFirst = first.docID();
    int ofSecond = second.docID();
    doc = Math.min(ofFirst, ofSecond);
    if (ofFirst == ofSecond) {
      only = null;
      isStarted = false;
    } else {
      only = ofFirst < ofSecond ? first : second;
    }
    return doc;
  }

  @Override
  public int freq() throws IOException {
    return only == null ? first.freq() + second.freq() : only.freq();
  }

  @Override
  public int nextPosition() throws IOException {
    return only == null ? nextOfBoth() : only.nextPosition();
  }

  private int nextOfBoth() throws IOException {
    if (!isStarted) {
      isStarted = true;
      firstLeft = first.freq();
      secondLeft = second.freq();
      firstNext = next(first, firstLeft--);
      secondNext = next(second, secondLeft--);
    }
    int position;
    if (firstNext <= secondNext) {
      position = firstNext;
      firstNext = next(first, firstLeft--);
    } else {
      position = secondNext;
      secondNext = next(second, secondLeft--);
    }
    return position;
  }

  private static int next(PostingsEnum term, int left) throws IOException {
    return left > 0 ? term.nextPosition() : Integer.MAX_VALUE;
  }

  /** {@return -1: the index has no offsets} */
  @Override
  public int startOffset() {
    return -1;
  }

  /** {@return -1: the index has no offsets} */
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
    return first.cost() + second.cost();
  }
}
