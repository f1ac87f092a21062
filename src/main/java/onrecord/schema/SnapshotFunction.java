package onrecord.schema;

import java.io.IOException;

/**
 * A computation on a snapshot.
 *
 * @param <T> the type of its result
 */
@FunctionalInterface
public interface SnapshotFunction<T> {
  /**
   * {@return the result}
   *
   * @throws IOException if the index cannot be read
   */
  T apply(Snapshot snapshot) throws IOException;
}
