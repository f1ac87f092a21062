package onrecord.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import onrecord.engine.Processors;
import org.junit.jupiter.api.Test;

class WriterThreadsTest {

  @Test
  void runsOnTheCallingThreadIfNoThreadCanBeCreated() throws IOException {
    try (WriterThreads threads = new WriterThreads(new Processors(1), WriterThreadsTest::none)) {
      assertThat(threads.run(Thread::currentThread)).isSameAs(Thread.currentThread());
      IOException thrown = new IOException("the disk is full");
      assertThatThrownBy(
              () -> {
                threads.run(() -> {
                  throw thrown;
                });
              })
          .isSameAs(thrown);
    }
  }

  @Test
  void runsOnAnotherThread() throws IOException {
    try (WriterThreads threads = new WriterThreads(new Processors(1))) {
      assertThat(threads.run(Thread::currentThread)).isNotSameAs(Thread.currentThread());
    }
  }

  @Test
  void runsOnTheCallingThreadAfterClosing() throws IOException {
    WriterThreads threads = new WriterThreads(new Processors(1));
    threads.close();

    assertThat(threads.run(Thread::currentThread)).isSameAs(Thread.currentThread());
  }

  @Test
  void sharesOfWorkAreDoneAtTheSameTime() throws IOException {
    CyclicBarrier all = new CyclicBarrier(3);
    Set<Thread> workers = ConcurrentHashMap.newKeySet();
    try (WriterThreads threads = new WriterThreads(new Processors(3))) {
      threads.share(() -> {
        await(all);
        return workers.add(Thread.currentThread());
      });
    }

    assertThat(workers).hasSize(3).contains(Thread.currentThread());
  }

  @Test
  void aShareThatFailsEndsTheWorkWhenTheOthersAreDone() {
    AtomicInteger done = new AtomicInteger();
    IOException thrown = new IOException("the disk is full");
    try (WriterThreads threads = new WriterThreads(new Processors(4))) {
      assertThatThrownBy(() ->
              threads.share(() -> {
                if (done.incrementAndGet() == 2) {
                  throw thrown;
                }
                return Boolean.TRUE;
              }))
          .isSameAs(thrown);
    }

    assertThat(done).hasValue(4);
  }

  @Test
  void oneThreadDoesAllSharesIfNoOtherCanBeCreated() throws IOException {
    AtomicInteger done = new AtomicInteger();
    try (WriterThreads threads = new WriterThreads(new Processors(3), WriterThreadsTest::none)) {
      threads.share(done::incrementAndGet);
    }

    assertThat(done).hasValue(3);
  }

  private static void await(CyclicBarrier barrier) throws IOException {
    try {
      barrier.await(60, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new IOException(e);
    }
  }

  /** Fails as the virtual machine does if the process may have no more threads. */
  private static Thread none(Runnable work) {
    throw new OutOfMemoryError("unable to create native thread");
  }
}
