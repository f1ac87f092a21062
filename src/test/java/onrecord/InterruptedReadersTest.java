package onrecord;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import onrecord.model.Article;
import onrecord.query.Facet;
import onrecord.query.Hit;
import onrecord.query.Query;
import onrecord.query.Search;
import onrecord.query.SearchResult;
import onrecord.query.Selection;
import onrecord.query.TimeStep;
import onrecord.query.TimelineRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Threads that read an archive are interrupted and cancelled while another thread writes to it.
 * Nothing that a reader does may harm the writer. {@code -Dinterrupts=N} sets how many articles are
 * added meanwhile.
 */
class InterruptedReadersTest {

  private static final int ARTICLES = Integer.getInteger("interrupts", 1500);
  private static final int READERS = 3;
  private static final Search ALL = Search.builder(Query.all()).facet(Facet.SPEAKER).build();

  @TempDir Path folder;

  private final AtomicLong reads = new AtomicLong();
  private final AtomicLong cancelled = new AtomicLong();

  @Test
  void interruptedThreadThatClosesAStreamOfASupersededSnapshotLeavesTheWriterOpen()
      throws Exception {
    try (Archive archive = Archive.open(folder)) {
      archive.add(article(1));
      archive.add(article(2));
      archive.commit();
      Stream<Hit> stream = archive.stream(ALL);
      archive.add(article(1, "Another text. “It is open now,” said Ann Lee."));
      archive.delete("article-2");
      archive.commit();

      Thread reader =
          new Thread(() -> {
            Thread.currentThread().interrupt();
            stream.close();
          });
      reader.start();
      reader.join();

      archive.add(article(3));
      archive.commit();
    }
    assertThat(ids()).containsExactlyInAnyOrder("article-1", "article-3");
  }

  @Test
  void interruptedThreadThatRequestsAnotherSnapshotLeavesTheWriterOpen() throws Exception {
    try (Archive archive = Archive.open(folder)) {
      archive.add(article(1));
      archive.add(article(2));
      archive.commit();
      Search firstPage = Search.builder(Query.all()).pageSize(1).build();
      SearchResult page = archive.search(firstPage);
      archive.delete("article-2");
      archive.commit();

      Thread reader =
          new Thread(() -> {
            Thread.currentThread().interrupt();
            try {
              archive.search(
                  Search.builder(Query.all()).pageSize(1).cursor(page.cursor().get()).build());
              archive.refresh();
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
      reader.start();
      reader.join();

      archive.add(article(3));
    }
    assertThat(ids()).containsExactlyInAnyOrder("article-1", "article-3");
  }

  @Test
  void cancelledReadersLeaveTheWriterOpenAndLoseNothing() throws Exception {
    Random random = new Random(7);
    Set<String> expected = ConcurrentHashMap.newKeySet();
    AtomicBoolean done = new AtomicBoolean();
    ExecutorService readers = Executors.newFixedThreadPool(READERS);
    try (Archive archive = Archive.open(folder)) {
      Thread canceller = new Thread(() -> readAndCancel(archive, readers, done, 11));
      canceller.start();
      for (int i = 0; i < ARTICLES; i++) {
        archive.add(article(i % 200, "Round " + i + ". “It will open in May,” said Ann Lee."));
        expected.add("article-" + i % 200);
        if (random.nextInt(20) == 0) {
          String id = "article-" + random.nextInt(200);
          archive.delete(id);
          expected.remove(id);
        }
        if (random.nextInt(5) == 0) {
          archive.refresh();
        }
        if (random.nextInt(25) == 0) {
          archive.commit();
        }
      }
      done.set(true);
      canceller.join();
      readers.shutdownNow();
    }

    assertThat(cancelled.get()).as("cancelled of %d reads", reads.get()).isPositive();
    assertThat(ids()).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(Archive.verify(folder).problems()).isEmpty();
    System.out.printf(
        "Interrupts: %d reads, %d cancelled, %d articles added%n",
        reads.get(), cancelled.get(), ARTICLES);
  }

  private void readAndCancel(
      Archive archive, ExecutorService readers, AtomicBoolean done, long seed) {
    Random random = new Random(seed);
    List<Future<?>> running = new ArrayList<>();
    while (!done.get()) {
      long kind = random.nextLong();
      running.add(
          readers.submit(() -> {
            read(archive, new Random(kind));
            return null;
          }));
      reads.incrementAndGet();
      if (running.size() > READERS) {
        Future<?> oldest = running.remove(0);
        if (random.nextInt(3) > 0 && oldest.cancel(true)) {
          cancelled.incrementAndGet();
        } else {
          await(oldest);
        }
      }
    }
    running.forEach(InterruptedReadersTest::await);
  }

  /** A read may fail because it was interrupted, but with an IOException only. */
  private static void await(Future<?> read) {
    try {
      read.get();
    } catch (ExecutionException e) {
      assertThat(e.getCause()).isInstanceOfAny(IOException.class, UncheckedIOException.class);
    } catch (InterruptedException | CancellationException e) {
      throw new AssertionError(e);
    }
  }

  private void read(Archive archive, Random random) throws IOException {
    switch (random.nextInt(6)) {
      case 0 -> archive.search(ALL);
      case 1 -> {
        SearchResult page = archive.search(Search.builder(Query.all()).pageSize(3).build());
        if (page.cursor().isPresent()) {
          archive.search(
              Search.builder(Query.all()).pageSize(3).cursor(page.cursor().get()).build());
        }
      }
      case 2 -> {
        try (Stream<Hit> hits = archive.stream(ALL)) {
          Iterator<Hit> some = hits.iterator();
          for (int i = random.nextInt(30); i >= 0 && some.hasNext(); i--) {
            some.next();
          }
        }
      }
      case 3 -> archive.statistics().timeline(ALL, TimelineRequest.of(TimeStep.YEAR));
      case 4 -> {
        if (random.nextInt(10) == 0) {
          archive.backUp(folder.resolveSibling("backup"));
        } else {
          archive.refresh();
        }
      }
      default -> archive.cite(ALL);
    }
  }

  private Set<String> ids() throws IOException {
    Set<String> ids = ConcurrentHashMap.newKeySet();
    try (Archive archive = Archive.openReadOnly(folder);
        Stream<Article> articles =
            archive.articles(Search.builder(Query.all()).kinds(Selection.ALL_KINDS).build())) {
      articles.forEach(article -> ids.add(article.id()));
    }
    return ids;
  }

  private static Article article(int number) {
    return article(number, "“It will open in May,” said Ann Lee. “It must,” she added.");
  }

  private static Article article(int number, String text) {
    return Article.builder("article-" + number, text).title("Number " + number).build();
  }
}
