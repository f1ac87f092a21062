package onrecord;

import static java.util.Objects.requireNonNullElse;

import com.google.common.collect.EnumMultiset;
import com.google.common.collect.Multiset;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import onrecord.format.ArticleFormatException;
import onrecord.format.ArticleRecord;
import onrecord.index.Change;
import onrecord.model.Article;

/**
 * Adds many articles with several threads: one run. Articles are read, counted and committed in the
 * order of the input by the thread that calls; in between, a bounded number of them is in the hands
 * of the others. Not thread-safe.
 */
final class BulkAdder {

  private static final int ARTICLES_A_THREAD = 16;
  private static final long CHARACTERS_A_THREAD = 4_000_000;

  private final Adding adding;
  private final Committing committing;
  private final ArchiveOptions options;
  private final AddObserver observer;
  private final Deque<Pending> pending = new ArrayDeque<>();
  private final Set<String> pendingIds = new HashSet<>();
  private final List<Rejection> rejections = new ArrayList<>();
  private final Multiset<Change> changes = EnumMultiset.create(Change.class);
  private long pendingCharacters;
  private long rejected;
  private long sinceCommit;

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

  BulkAdder(Adding adding, Committing committing, ArchiveOptions options, AddObserver observer) {
    this.adding = adding;
    this.committing = committing;
    this.options = options;
    this.observer = observer;
  }

  AddReport addAll(Iterator<ArticleRecord> records) throws IOException {
    // Closing waits for what has been handed out, so that nothing is added after this returns.
    try (ExecutorService threads =
        Executors.newFixedThreadPool(
            options.extractionThreads(),
            Thread.ofPlatform().daemon().name("onrecord-add-", 0).factory())) {
      while (records.hasNext()) {
        hand(records.next(), threads);
      }
      while (!pending.isEmpty()) {
        settleFirst();
      }
    }
    return new AddReport(
        changes.count(Change.ADDED),
        changes.count(Change.REPLACED),
        changes.count(Change.UNCHANGED),
        rejected,
        rejections);
  }

  private void hand(ArticleRecord record, ExecutorService threads) throws IOException {
    Article article;
    try {
      article = record.article();
    } catch (ArticleFormatException e) {
      hand(new Pending(record, "", 0, CompletableFuture.failedFuture(e)));
      return;
    }
    // Of two articles with the same id, the later one is to stay.
    int length = article.text().length();
    while (!pending.isEmpty() && (isFull(length) || pendingIds.contains(article.id()))) {
      settleFirst();
    }
    hand(new Pending(record, article.id(), length, threads.submit(() -> adding.add(article))));
  }

  private void hand(Pending next) {
    pending.add(next);
    pendingIds.add(next.id());
    pendingCharacters += next.length();
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
      sinceCommit++;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw interrupted(e);
    } catch (ExecutionException e) {
      settleFailure(first.record(), requireNonNullElse(e.getCause(), e));
    }
    if (sinceCommit > 0 && sinceCommit == options.commitEveryArticles()) {
      committing.commit();
      sinceCommit = 0;
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

  private static InterruptedIOException interrupted(InterruptedException cause) {
    InterruptedIOException e = new InterruptedIOException("adding articles was interrupted");
    e.initCause(cause);
    return e;
  }
}
