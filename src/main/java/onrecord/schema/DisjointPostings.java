package onrecord.schema;

import java.io.IOException;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** The documents of two postings that have none in common. Not thread-safe. */
final class DisjointPostings extends PostingsEnum {

  private final PostingsEnum one;
  private final PostingsEnum other;
  private PostingsEnum current;

  DisjointPostings(PostingsEnum one, PostingsEnum other) {
    this.one = one;
    this.other = other;
    this.current = one;
  }

  @Override
  public int docID() {
    return current.docID();
  }

  @Override
  public int nextDoc() throws IOException {
    return advance(current.docID() + 1);
  }

  @Override
  public int advance(int target) throws IOException {
    if (one.docID() < target) {
      one.advance(target);
    }
    if (other.docID() < target) {
      other.advance(target);
    }
    current = one.docID() < other.docID() ? one : other;
    return current.docID();
  }

  @Override
  public int freq() throws IOException {
    return current.freq();
  }

  @Override
  public int nextPosition() throws IOException {
    return current.nextPosition();
  }

  @Override
  public int startOffset() throws IOException {
    return current.startOffset();
  }

  @Override
  public int endOffset() throws IOException {
    return current.endOffset();
  }

  @Override
  public @Nullable BytesRef getPayload() throws IOException {
    return current.getPayload();
  }

  @Override
  public long cost() {
    return one.cost() + other.cost();
  }
}
