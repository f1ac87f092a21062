package onrecord.schema;

import java.io.IOException;

/** Runs computations on the current snapshot of an archive. Thread-safe. */
@FunctionalInterface
public interface SnapshotSource {
  /**
   * Returns the result of a computation on the current snapshot, which stays open meanwhile.
   *
   * @throws IOException if the computation throws it
   */
  <T> T read(SnapshotFunction<T> computation) throws IOException;
}
