package onrecord.search;

import com.google.common.collect.AbstractIterator;
import java.io.IOException;
import java.io.UncheckedIOException;
import onrecord.query.Hit;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.ScoreDoc;
import org.jspecify.annotations.Nullable;

/**
 * Iterates over all hits of a search in their order. They are found in batches and read one by one.
 * Not thread-safe.
 */
final class HitIterator extends AbstractIterator<Hit> {

  private static final int BATCH_SIZE = 10_000;

  private final HitReader reader;
  private final Batches batches;
  private @Nullable FieldDoc last;
  private ScoreDoc[] batch = {};
  private int next;
  private boolean isLastBatch;

  /** Finds hits in batches. */
  @FunctionalInterface
  interface Batches {
    /** {@return at most {@code size} hits after a hit, or the first ones if it is null} */
    ScoreDoc[] after(@Nullable FieldDoc last, int size) throws IOException;
  }

  HitIterator(HitReader reader, Batches batches) {
    this.reader = reader;
    this.batches = batches;
  }

  @Override
  protected @Nullable Hit computeNext() {
    try {
      if (next == batch.length && !isLastBatch) {
        batch = batches.after(last, BATCH_SIZE);
        next = 0;
        isLastBatch = batch.length < BATCH_SIZE;
        last = batch.length == 0 ? last : (FieldDoc) batch[batch.length - 1];
      }
      return next < batch.length ? reader.read(batch[next++]) : endOfData();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
