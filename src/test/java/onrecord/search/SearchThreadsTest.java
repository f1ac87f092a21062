package onrecord.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SearchThreadsTest {

  private static final List<Integer> PARTS = IntStream.range(0, 40).boxed().toList();

  private static void await(CountDownLatch latch) throws IOException {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  @Test
  void eachPartIsDoneOnceByOneOfSeveralThreads() throws IOException {
    try (SearchThreads threads = new SearchThreads(3)) {
      CountDownLatch all = new CountDownLatch(3);
      Set<Thread> used = ConcurrentHashMap.newKeySet();

      List<List<Integer>> done =
          threads.each(
              PARTS,
              () -> {
                // No thread goes on before all of them have begun.
                all.countDown();
                await(all);
                used.add(Thread.currentThread());
                return new ArrayList<>();
              },
              List::add);

      assertThat(done).hasSize(3);
      assertThat(done.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(PARTS);
      assertThat(used).hasSize(3).contains(Thread.currentThread());
    }
  }

  @Test
  void failureOfAnotherThreadIsThrownToTheCaller() {
    try (SearchThreads threads = new SearchThreads(2)) {
      Thread caller = Thread.currentThread();
      CountDownLatch failed = new CountDownLatch(1);
      AtomicInteger begun = new AtomicInteger();
      IOException failure = new IOException("a segment cannot be read");

      assertThatThrownBy(() ->
              threads.each(
                  PARTS,
                  () -> caller,
                  (own, part) -> {
                    begun.incrementAndGet();
                    if (Thread.currentThread() != caller) {
                      failed.countDown();
                      throw failure;
                    }
                    await(failed);
                  }))
          .isSameAs(failure);
      assertThat(begun).hasValueLessThanOrEqualTo(PARTS.size());
    }
  }

  @Test
  void errorAndRuntimeExceptionAreThrownAsTheyAre() {
    for (Throwable failure : List.of(new StackOverflowError(), new IllegalStateException("bad"))) {
      assertThatThrownBy(() ->
              SearchThreads.NONE.each(
                  PARTS,
                  ArrayList<Integer>::new,
                  (own, part) -> {
                    if (failure instanceof Error error) {
                      throw error;
                    }
                    throw (RuntimeException) failure;
                  }))
          .isSameAs(failure);
    }
  }

  @Test
  void interruptedCallerWaitsForTheOthers() throws IOException {
    try (SearchThreads threads = new SearchThreads(2)) {
      Thread caller = Thread.currentThread();
      CountDownLatch both = new CountDownLatch(2);
      AtomicInteger done = new AtomicInteger();
      caller.interrupt();

      threads.each(
          PARTS.subList(0, 2),
          () -> caller,
          (own, part) -> {
            both.countDown();
            if (Thread.currentThread() != caller) {
              await(both);
            }
            done.incrementAndGet();
          });

      assertThat(Thread.interrupted()).isTrue();
      assertThat(done).hasValue(2);
    }
  }

  @Test
  void callerWorksAloneIfNoThreadIsFree() throws IOException {
    try (SearchThreads threads = new SearchThreads(2)) {
      CountDownLatch both = new CountDownLatch(2);
      CountDownLatch asked = new CountDownLatch(2);
      threads.each(
          List.of(1, 2),
          () -> {
            both.countDown();
            await(both);
            return new ArrayList<Integer>();
          },
          (own, part) -> {
            Thread outer = Thread.currentThread();
            // Both threads are at work, so that none is free for what they ask for.
            List<Thread> used = threads.each(PARTS, Thread::currentThread, (thread, inner) -> {});
            asked.countDown();
            await(asked);
            assertThat(used).containsExactly(outer);
          });
    }
  }

  @Test
  void callerWorksAloneAfterClosing() throws IOException {
    SearchThreads threads = new SearchThreads(4);
    threads.close();

    List<List<Integer>> done = threads.each(PARTS, ArrayList::new, List::add);

    assertThat(done).containsExactly(PARTS);
  }
}
