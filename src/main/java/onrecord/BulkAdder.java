package onrecord;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.google.common.collect.EnumMultiset;
import com.google.common.collect.Multiset;
import com.google.common.util.concurrent.Uninterruptibles;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.Serial;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import onrecord.engine.Change;
import onrecord.model.Article;
import onrecord.source.ArticleFormatException;
import onrecord.source.ArticleRecord;

/**
 * Adds many articles with several threads: one run. Articles are read, counted and committed in the
 * order of the input by the thread that calls; in between, a bounded number of them is in the hands
 * of the others. Not thread-safe.
 */
final class BulkAdder {

  private static final int ARTICLES_A_THREAD = 16;
  private static final long CHARACTERS_A_THREAD = 4_000_000;
  private static final String INTERRUPTED =
      "adding articles was interrupted; what was taken before stays";

  private final Adding adding;
  private final Committing committing;
  private final ArchiveOptions options;
  private final AddObserver observer;
  private final AtomicLong sinceCommit;
  private final Deque<Pending> pending = new ArrayDeque<>();
  private final Set<String> pendingIds = new HashSet<>();
  private final List<Rejection> rejections = new ArrayList<>();
  private final Multiset<Change> changes = EnumMultiset.create(Change.class);
  private long pendingCharacters;
  private long rejected;

  /** Adds one article; called by several threads. */
  @FunctionalInterface
  interface Adding {
    /**
     * {@return what it did}
     *
     * @throws IllegalArgumentException if this article cannot be added
     */
    Change add(Article article) throws IOException;
  }

  /** Makes a commit. */
  @FunctionalInterface
  interface Committing {
    void commit() throws IOException;
  }

  /** A record whose article, if it has one, a thread is adding. */
  private record Pending(ArticleRecord record, String id, int length, Future<Change> change) {}

  /**
   * Begins a run.
   *
   * @param sinceCommit how many articles were changed since the last commit, whoever changed them
   */
  BulkAdder(
      Adding adding,
      Committing committing,
      AtomicLong sinceCommit,
      ArchiveOptions options,
      AddObserver observer) {
    this.adding = adding;
    this.committing = committing;
    this.sinceCommit = sinceCommit;
    this.options = options;
    this.observer = observer;
  }

  AddReport addAll(Stream<ArticleRecord> records) throws IOException {
    ExecutorService threads =
        Executors.newFixedThreadPool(
            options.extractionThreads(),
            Thread.ofPlatform().daemon().name("onrecord-add-", 0).factory());
    try {
      // The iterator of a stream may draw many of its records before it gives the first.
      records.sequential().forEachOrdered(record -> handUnchecked(record, threads));
      while (!pending.isEmpty()) {
        settleFirst();
      }
    } catch (Carried e) {
      throw requireNonNull(e.getCause());
    } finally {
      // Nothing is added after this returns. The threads are not interrupted, which would close the
      // files under them.
      threads.shutdown();
      Uninterruptibles.awaitTerminationUninterruptibly(threads);
      sinceCommit.addAndGet(addedAfterFailure());
    }
    return new AddReport(
        changes.count(Change.ADDED),
        changes.count(Change.REPLACED),
        changes.count(Change.UNCHANGED),
        rejected,
        rejections);
  }

  /** {@return how many articles were added that nobody settled, since something failed before} */
  private long addedAfterFailure() {
    return pending.stream().filter(p -> p.change().state() == Future.State.SUCCESS).count();
  }

  private void handUnchecked(ArticleRecord record, ExecutorService threads) {
    try {
      hand(record, threads);
    } catch (IOException e) {
      throw new Carried(e);
    }
  }

  /** Carries a failure out of the stream, unlike what an observer or a stranger's stream throws. */
  static final class Carried extends UncheckedIOException {
    @Serial private static final long serialVersionUID = 1;

    Carried(IOException failure) {
      super(failure);
    }
  }

  private void hand(ArticleRecord record, ExecutorService threads) throws IOException {
    if (Thread.currentThread().isInterrupted()) {
      throw new InterruptedIOException(INTERRUPTED);
    }
    // What is done is told before more is waited for.
    while (!pending.isEmpty() && pending.getFirst().change().isDone()) {
      settleFirst();
    }
    Pending next = pending(record, threads);
    pending.add(next);
    pendingCharacters += next.length();
  }

  private Pending pending(ArticleRecord record, ExecutorService threads) throws IOException {
    Article article;
    try {
      article = record.article();
    } catch (ArticleFormatException e) {
      makeRoom(0, "");
      return new Pending(record, "", 0, CompletableFuture.failedFuture(e));
    }
    int length = article.text().length();
    makeRoom(length, article.id());
    pendingIds.add(article.id());
    return new Pending(record, article.id(), length, threads.submit(() -> adding.add(article)));
  }

  /** Waits until there is room; of two articles with the same id, the later one is to stay. */
  private void makeRoom(int length, String id) throws IOException {
    while (!pending.isEmpty() && (isFull(length) || pendingIds.contains(id))) {
      settleFirst();
    }
  }

  private boolean isFull(int length) {
    return pending.size() >= ARTICLES_A_THREAD * options.extractionThreads()
        || pendingCharacters + length > CHARACTERS_A_THREAD * options.extractionThreads();
  }

  private void settleFirst() throws IOException {
    Pending first = pending.removeFirst();
    pendingIds.remove(first.id());
    pendingCharacters -= first.length();
    try {
      changes.add(first.change().get());
      commitIfDue();
    } catch (InterruptedException e) {
      pending.addFirst(first);
      Thread.currentThread().interrupt();
      InterruptedIOException interrupted = new InterruptedIOException(INTERRUPTED);
      interrupted.initCause(e);
      throw interrupted;
    } catch (ExecutionException e) {
      settleFailure(first.record(), requireNonNullElse(e.getCause(), e));
    }
  }

  private void commitIfDue() throws IOException {
    if (options.isCommitDue(sinceCommit.incrementAndGet())) {
      committing.commit();
      observer.committed(changes.size());
    }
  }

  private void settleFailure(ArticleRecord record, Throwable failure) throws IOException {
    switch (failure) {
      case ArticleFormatException e -> reject(record, e.reason());
      case IllegalArgumentException e -> reject(record, String.valueOf(e.getMessage()));
      case IOException e -> throw e;
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      default -> throw new IllegalStateException(failure);
    }
  }

  private void reject(ArticleRecord record, String reason) {
    Rejection rejection = new Rejection(record.source(), record.line(), reason);
    rejected++;
    if (rejections.size() < AddReport.REJECTIONS_KEPT) {
      rejections.add(rejection);
    }
    observer.rejected(rejection);
  }
}
