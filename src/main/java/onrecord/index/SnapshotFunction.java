package onrecord.index;

import java.io.IOException;
import onrecord.schema.Snapshot;

/**
 * Work on a snapshot.
 *
 * @param <T> what it results in
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
