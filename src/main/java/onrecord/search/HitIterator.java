package onrecord.search;

import com.google.common.collect.AbstractIterator;
import java.io.IOException;
import java.io.UncheckedIOException;
import onrecord.query.Hit;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.ScoreDoc;
import org.jspecify.annotations.Nullable;

/**
 * All hits of a search in their order. The numbers of some thousand are held at a time, and one
 * hit. Not thread-safe.
 */
final class HitIterator extends AbstractIterator<Hit> {

  private static final int PART = 10_000;

  private final HitReader reader;
  private final Parts parts;
  private @Nullable FieldDoc last;
  private ScoreDoc[] part = {};
  private int next;
  private boolean isLastPart;

  /** Hits a part at a time. */
  @FunctionalInterface
  interface Parts {
    /** {@return the hits behind one, so many at most} */
    ScoreDoc[] after(@Nullable FieldDoc last, int size) throws IOException;
  }

  HitIterator(HitReader reader, Parts parts) {
    this.reader = reader;
    this.parts = parts;
  }

  @Override
  protected @Nullable Hit computeNext() {
    try {
      if (next == part.length && !isLastPart) {
        part = parts.after(last, PART);
        next = 0;
        isLastPart = part.length < PART;
        last = part.length == 0 ? last : (FieldDoc) part[part.length - 1];
      }
      return next < part.length ? reader.read(part[next++]) : endOfData();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
