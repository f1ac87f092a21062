package onrecord.search;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import onrecord.query.InvalidSearchException;
import onrecord.query.SearchLimitException;
import onrecord.schema.MissingFieldException;
import onrecord.schema.ReadErrors;
import onrecord.schema.Snapshot;
import onrecord.schema.SnapshotFunction;

/** Runs computations on snapshots, and translates the exceptions that they throw. */
public final class SnapshotReads {

  private SnapshotReads() {}

  /**
   * Returns the result of a computation on a snapshot, which must stay open meanwhile.
   *
   * @throws InvalidSearchException if the archive's format lacks a requested field, or if the
   *     computation throws it
   * @throws SearchLimitException if the computation throws it
   * @throws IOException if the computation throws it or encounters a damaged file, or takes more
   *     memory than there is
   */
  public static <T> T read(Snapshot snapshot, SnapshotFunction<T> computation) throws IOException {
    try {
      return computation.apply(snapshot);
    } catch (InvalidSearchException | SearchLimitException e) {
      throw e;
    } catch (MissingFieldException e) {
      throw new InvalidSearchException(String.valueOf(e.getMessage()), e);
    } catch (UncheckedIOException e) {
      throw requireNonNull(e.getCause());
    } catch (RuntimeException e) {
      throw snapshot.unlessDamaged(e);
    } catch (InternalError | OutOfMemoryError e) {
      throw ReadErrors.toIOException(e);
    }
  }
}
