package onrecord.index;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** Counts the calls to disks, and lets one of them fail. Thread-safe. */
final class NthCall {

  /** How a call fails. */
  enum Failure {
    /** With an exception; the following calls succeed. */
    ONCE,
    /** With an exception, and so do all calls after it. */
    FOR_GOOD,
    /** Because memory cannot be allocated; the following calls succeed. */
    OUT_OF_MEMORY
  }

  private final long failing;
  private final Failure failure;
  private final Map<String, Integer> faults = new TreeMap<>();
  private long calls;
  private boolean mended;

  /** Creates a counter that lets the call with a number fail, counted from 1. */
  NthCall(long failing, Failure failure) {
    this.failing = failing;
    this.failure = failure;
  }

  /** Counts a call, which fails if it is the chosen one. */
  synchronized void next(String kind) throws IOException {
    calls++;
    if (mended || calls < failing || (calls > failing && failure != Failure.FOR_GOOD)) {
      return;
    }
    faults.merge(kind, 1, Integer::sum);
    if (failure == Failure.OUT_OF_MEMORY) {
      throw new OutOfMemoryError("injected fault: " + kind);
    }
    throw new IOException("injected fault: " + kind);
  }

  /** Lets all further calls succeed. */
  synchronized void mend() {
    mended = true;
  }

  /** {@return the number of faults of each kind} */
  synchronized Map<String, Integer> faults() {
    return Map.copyOf(faults);
  }
}
