package onrecord.engine;

import com.google.common.util.concurrent.Uninterruptibles;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A number of processors that the threads of an archive share: as many of them work at the same
 * time, and the others wait. A thread acquires a {@link Slot} before some work, and releases it
 * before it waits for other threads. Thread-safe.
 *
 * <p>A thread that waits all the same, for example because an extractor searches the archive that
 * it extracts for, uses no processor: after a tenth of a second its slot is given to the next
 * thread, so that nothing waits forever. A thread that reads input is taken to wait for it after
 * that time.
 */
public final class Processors {

  private static final Duration PATIENCE = Duration.ofMillis(100);

  /** How often in a row a thread may go before those that wait, which have to be woken up. */
  private static final int MOST_OVERTAKING = 16;

  private final int count;
  private final Duration patience;
  private final Semaphore free;
  private final Set<Slot> used = ConcurrentHashMap.newKeySet();
  private final AtomicInteger overtaking = new AtomicInteger();

  /** Work that may fail. */
  @FunctionalInterface
  public interface Work<T extends @Nullable Object, E extends Exception> {
    /** Does the work. */
    T run() throws E;
  }

  /** The use of one processor by the thread that has acquired it. Thread-safe. */
  public final class Slot {
    private final Thread thread = Thread.currentThread();
    private final long since = System.nanoTime();
    private final boolean readsInput;
    private final AtomicBoolean held = new AtomicBoolean(true);

    private Slot(boolean readsInput) {
      this.readsInput = readsInput;
    }

    /** Ends the use. Has no effect if it has ended. */
    public void release() {
      if (held.compareAndSet(true, false)) {
        used.remove(this);
        free.release();
      }
    }

    private boolean isWaiting() {
      return System.nanoTime() - since >= patience.toNanos()
          && (readsInput || thread.getState() != Thread.State.RUNNABLE);
    }
  }

  /**
   * Creates an instance.
   *
   * @param count the number of processors, 1 or more
   */
  public Processors(int count) {
    this(count, PATIENCE);
  }

  /**
   * Creates an instance.
   *
   * @param count the number of processors, 1 or more
   * @param patience the time after which another thread may take the place of one that waits
   */
  public Processors(int count, Duration patience) {
    if (count < 1) {
      throw new IllegalArgumentException("processors must be 1 or more, but was " + count);
    }
    this.count = count;
    this.patience = patience;
    this.free = new Semaphore(count, true);
  }

  /** Returns the number of processors. */
  public int count() {
    return count;
  }

  /** Acquires a processor for the calling thread, which need not be able to use it at once. */
  public Slot acquire() {
    return acquire(false);
  }

  /** Acquires a processor for reading input, which may have to be waited for. */
  public Slot acquireForReading() {
    return acquire(true);
  }

  private Slot acquire(boolean readsInput) {
    if (overtaking.incrementAndGet() > MOST_OVERTAKING || !free.tryAcquire()) {
      awaitFree();
      overtaking.set(0);
    }
    Slot slot = new Slot(readsInput);
    used.add(slot);
    return slot;
  }

  private void awaitFree() {
    while (!Uninterruptibles.tryAcquireUninterruptibly(
        free, patience.toNanos(), TimeUnit.NANOSECONDS)) {
      used.stream().filter(Slot::isWaiting).findAny().ifPresent(Slot::release);
    }
  }

  /**
   * Lets the threads that wait for a processor go first, if there are any.
   *
   * @param slot the use of a processor that ends if there are
   * @return the use of a processor after that
   */
  public Slot giveWay(Slot slot) {
    if (!free.hasQueuedThreads()) {
      return slot;
    }
    slot.release();
    awaitFree();
    Slot next = new Slot(false);
    used.add(next);
    return next;
  }

  /**
   * Does work with a processor.
   *
   * @return the result of the work
   * @throws E if the work throws it
   */
  public <T extends @Nullable Object, E extends Exception> T use(Work<T, E> work) throws E {
    Slot slot = acquire();
    try {
      return work.run();
    } finally {
      slot.release();
    }
  }
}
