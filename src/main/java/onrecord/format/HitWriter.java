package onrecord.format;

import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;
import java.util.stream.Stream;
import onrecord.model.Article;
import onrecord.query.Hit;

/**
 * Writes hits one after the other in a {@link HitFormat}. A writer holds at most the hits of one
 * article in memory, unless its format is documented otherwise. Not thread-safe.
 *
 * <p>A writer must be closed, since some formats end with something. It neither flushes nor closes
 * the output that it was given.
 */
public interface HitWriter extends Closeable {

  /**
   * Writes a hit.
   *
   * @throws IOException if the output cannot be written, or the article of the hit cannot be read
   */
  void write(Hit hit) throws IOException;

  /**
   * Writes the remaining hits of a stream, which is not closed.
   *
   * @throws IOException if the output cannot be written, or an article cannot be read
   */
  default void writeAll(Stream<Hit> hits) throws IOException {
    for (Iterator<Hit> all = hits.iterator(); all.hasNext(); ) {
      write(all.next());
    }
  }

  /**
   * Writes an article without a hit, in a format that {@linkplain HitFormat#groupsByArticle has an
   * entry for each article}.
   *
   * @throws UnsupportedOperationException if the format has entries for hits only
   * @throws IOException if the output cannot be written
   */
  default void write(Article article) throws IOException {
    throw new UnsupportedOperationException("this format has no entry for an article without hits");
  }

  /** Writes the end of the format. May be called twice. */
  @Override
  void close() throws IOException;
}
