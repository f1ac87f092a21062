package onrecord.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import onrecord.engine.Processors.Slot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How many threads use processors at the same time. */
class ProcessorsTest {

  private final AtomicInteger working = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();

  private Boolean work() {
    most.accumulateAndGet(working.incrementAndGet(), Math::max);
    for (int i = 0; i < 100; i++) {
      Thread.onSpinWait();
    }
    working.decrementAndGet();
    return true;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void asManyThreadsWorkAtTheSameTimeAsThereAreProcessors(int count)
      throws InterruptedException, ExecutionException {
    Processors processors = new Processors(count);
    List<Future<?>> threads = new ArrayList<>();
    try (ExecutorService executor = Executors.newCachedThreadPool()) {
      for (int thread = 0; thread < 6; thread++) {
        threads.add(executor.submit(() -> workAsEachDoes(processors)));
      }
    }

    for (Future<?> thread : threads) {
      thread.get();
    }
    assertThat(most.get()).isBetween(1, count);
    assertThat(processors.count()).isEqualTo(count);
  }

  private void workAsEachDoes(Processors processors) {
    for (int i = 0; i < 300; i++) {
      assertThat(processors.use(this::work)).isTrue();
      Slot reading = processors.acquireForReading();
      work();
      reading.release();
      reading.release();
      Slot merging = processors.giveWay(processors.acquire());
      work();
      merging.release();
    }
  }

  @Test
  void whatWaitsForAnotherThreadLetsItWork() throws InterruptedException, ExecutionException {
    Processors processors = new Processors(1);
    try (ExecutorService executor = Executors.newCachedThreadPool()) {
      Future<Boolean> outer =
          executor.submit(
              () -> processors.use(() -> executor.submit(() -> processors.use(this::work)).get()));

      assertThat(outer.get()).isTrue();
    }
    assertThat(processors.use(this::work)).isTrue();
  }

  @Test
  void whatReadsForLongLetsOthersWork() throws InterruptedException, ExecutionException {
    Processors processors = new Processors(1);
    CountDownLatch isReading = new CountDownLatch(1);
    AtomicBoolean hasInput = new AtomicBoolean();
    try (ExecutorService executor = Executors.newCachedThreadPool()) {
      Future<?> reader =
          executor.submit(() -> {
            Slot reading = processors.acquireForReading();
            isReading.countDown();
            while (!hasInput.get()) {
              Thread.onSpinWait();
            }
            reading.release();
          });
      isReading.await();
      Boolean input = processors.use(this::work);
      hasInput.set(input);
      reader.get();
    }
    assertThat(most.get()).isEqualTo(1);
  }

  @Test
  void whatGivesWayIsFollowedByWhatWaits() throws InterruptedException, ExecutionException {
    Processors processors = new Processors(1);
    Slot slot = processors.acquire();
    assertThat(processors.giveWay(slot)).isSameAs(slot);
    AtomicBoolean hasWorked = new AtomicBoolean();
    try (ExecutorService executor = Executors.newCachedThreadPool()) {
      Future<Boolean> other =
          executor.submit(() -> processors.use(() -> hasWorked.compareAndSet(false, true)));
      while (!hasWorked.get()) {
        slot = processors.giveWay(slot);
      }
      slot.release();
      assertThat(other.get()).isTrue();
    }
  }

  @Test
  void thereIsAtLeastOne() {
    assertThatThrownBy(() -> new Processors(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("processors must be 1 or more, but was 0");
  }
}
