package onrecord.schema;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.Term;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of the quotations of a snapshot and of the articles that contain them, each counted
 * when it is first requested. Thread-safe.
 */
public final class QuotationCounts {

  private final Map<Optional<Term>, Count> known = new ConcurrentHashMap<>();

  /** Creates an instance without counts. */
  QuotationCounts() {}

  /**
   * What was counted.
   *
   * @param quotations the number of quotations
   * @param articles the number of articles that contain them
   */
  public record Count(long quotations, long articles) {}

  /** Counts quotations. */
  @FunctionalInterface
  public interface Counting {
    /**
     * {@return the count}
     *
     * @throws IOException if the index cannot be read
     */
    Count count() throws IOException;
  }

  /**
   * {@return the count of all quotations except those with a term}
   *
   * @param leftOut the term, if there is one
   * @param counting counts them, if that has not been done yet
   * @throws IOException if the index cannot be read; the next call tries again
   */
  public Count except(Optional<Term> leftOut, Counting counting) throws IOException {
    @Nullable Count found = known.get(leftOut);
    if (found == null) {
      found = counting.count();
      known.put(leftOut, found);
    }
    return found;
  }
}
