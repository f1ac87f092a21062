package onrecord.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class WriterThreadsTest {

  @Test
  void runsOnTheCallingThreadIfNoThreadCanBeCreated() throws IOException {
    try (WriterThreads threads = new WriterThreads(WriterThreadsTest::none)) {
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
    try (WriterThreads threads = new WriterThreads()) {
      assertThat(threads.run(Thread::currentThread)).isNotSameAs(Thread.currentThread());
    }
  }

  @Test
  void runsOnTheCallingThreadAfterClosing() throws IOException {
    WriterThreads threads = new WriterThreads();
    threads.close();

    assertThat(threads.run(Thread::currentThread)).isSameAs(Thread.currentThread());
  }

  /** Fails as the virtual machine does if the process may have no more threads. */
  private static Thread none(Runnable work) {
    throw new OutOfMemoryError("unable to create native thread");
  }
}
