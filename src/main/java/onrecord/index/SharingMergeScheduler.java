package onrecord.index;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import onrecord.engine.Processors;
import onrecord.engine.Processors.Slot;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.MergePolicy.OneMerge;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.store.RateLimitedIndexOutput;
import org.apache.lucene.store.RateLimiter;
import org.apache.lucene.util.ThreadInterruptedException;

/**
 * A merge scheduler whose threads share the processors of an archive with those that add. At most
 * half of the processors merge at the same time, at least one and at most four; of more merges, the
 * smallest go first. A merge gives way to other threads whenever it has written some of its result.
 *
 * <p>It does not print a failed merge on the console. The failure closes the writer, and the next
 * call of the writer throws it. Thread-safe.
 */
final class SharingMergeScheduler extends ConcurrentMergeScheduler {

  private static final int MOST_AT_ONCE = 4;

  /** The number of merges beyond those that run at which the threads that add wait. */
  private static final int MOST_WAITING = 5;

  /** How many bytes a merge writes before it gives way. */
  private static final long BYTES = 1 << 16;

  /** The time after which a merge that waits is checked for being aborted, in milliseconds. */
  private static final long PERIOD = 100;

  private final Processors processors;
  private final int atOnce;
  private final Map<OneMerge, Turn> turns = new HashMap<>();

  SharingMergeScheduler(Processors processors) {
    this.processors = processors;
    this.atOnce = Math.clamp(processors.count() / 2, 1, MOST_AT_ONCE);
    setMaxMergesAndThreads(atOnce + MOST_WAITING, atOnce);
  }

  /**
   * Waits until merges have caught up with what is added, which a thread has to do before it
   * acquires the processor that it writes with.
   */
  synchronized void awaitMerges() {
    while (mergeThreadCount() >= getMaxMergeCount()) {
      doStall();
    }
  }

  /** Returns whether another merge may be started; the calling thread uses a processor. */
  @Override
  protected synchronized boolean maybeStall(MergeSource source) {
    return mergeThreadCount() < getMaxMergeCount();
  }

  @Override
  protected void handleMergeException(Throwable failure) {}

  /** Returns an executor of the calling thread, which has acquired one processor. */
  @Override
  public Executor getIntraMergeExecutor(OneMerge merge) {
    return Runnable::run;
  }

  @Override
  protected void doMerge(MergeSource source, OneMerge merge) throws IOException {
    Turn turn = new Turn(merge);
    synchronized (turns) {
      turns.put(merge, turn);
    }
    try {
      super.doMerge(source, merge);
    } finally {
      synchronized (turns) {
        turns.remove(merge);
        turns.notifyAll();
      }
      turn.slot.release();
    }
  }

  @Override
  public Directory wrapForMerge(OneMerge merge, Directory directory) {
    Turn turn;
    synchronized (turns) {
      turn = turns.get(merge);
    }
    return turn == null ? super.wrapForMerge(merge, directory) : new Pausing(directory, turn);
  }

  /** The directory that a merge writes to. Thread-safe. */
  private static final class Pausing extends FilterDirectory {
    private final Turn turn;

    Pausing(Directory directory, Turn turn) {
      super(directory);
      this.turn = turn;
    }

    @Override
    public IndexOutput createOutput(String name, IOContext context) throws IOException {
      return new RateLimitedIndexOutput(turn, super.createOutput(name, context));
    }
  }

  /** Limits a merge to its turns. Used by the thread of the merge alone. */
  private final class Turn extends RateLimiter {
    private final OneMerge merge;
    private Slot slot = processors.acquire();

    Turn(OneMerge merge) {
      this.merge = merge;
    }

    @Override
    public long pause(long bytes) throws IOException {
      merge.checkAborted();
      if (isNext()) {
        slot = processors.giveWay(slot);
      } else {
        slot.release();
        awaitTurn();
        slot = processors.acquire();
      }
      return 0;
    }

    private void awaitTurn() throws IOException {
      synchronized (turns) {
        while (!isNext()) {
          try {
            turns.wait(PERIOD);
          } catch (InterruptedException e) {
            throw new ThreadInterruptedException(e);
          }
          merge.checkAborted();
        }
      }
    }

    /** Returns whether fewer merges are smaller than may run at the same time. */
    private boolean isNext() {
      synchronized (turns) {
        return turns.keySet().stream()
                .filter(other -> other.estimatedMergeBytes < merge.estimatedMergeBytes)
                .count()
            < atOnce;
      }
    }

    @Override
    public long getMinPauseCheckBytes() {
      return BYTES;
    }

    @Override
    public void setMBPerSec(double rate) {}

    @Override
    public double getMBPerSec() {
      return Double.POSITIVE_INFINITY;
    }
  }
}
