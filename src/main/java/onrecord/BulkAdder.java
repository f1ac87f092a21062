package onrecord;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.google.common.collect.AbstractIterator;
import com.google.common.collect.EnumMultiset;
import com.google.common.collect.Multiset;
import com.google.common.collect.Streams;
import com.google.common.primitives.Ints;
import com.google.common.util.concurrent.Uninterruptibles;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.Serial;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import onrecord.engine.Change;
import onrecord.engine.Processors;
import onrecord.engine.Processors.Slot;
import onrecord.model.Article;
import onrecord.model.Quotation;
import onrecord.source.ArticleFormatException;
import org.jspecify.annotations.Nullable;

/**
 * One run that adds many articles with several threads. The calling thread reads, counts and
 * commits the articles in the order of the input; between reading and counting, other threads
 * extract and store them, a bounded number at a time. As many threads as there are processors work
 * at the same time, the calling one included. Not thread-safe.
 */
final class BulkAdder {

  private static final int ARTICLES_PER_THREAD = 16;
  private static final long CHARACTERS_PER_THREAD = 4_000_000;

  /** Extracting and storing an article needs up to this many bytes for each of its characters. */
  private static final int BYTES_PER_CHARACTER = 128;

  /** What a value takes in addition to its characters, in characters. */
  private static final int CHARACTERS_PER_VALUE = 64;

  private static final String INTERRUPTED =
      "adding articles was interrupted; what was added before is kept";

  private final CommitPolicy commits;
  private final Processors processors;
  private final int threads;
  private final long characters;
  private final AddObserver observer;
  private final Deque<Pending> pending = new ArrayDeque<>();
  private final Set<String> pendingIds = new HashSet<>();
  private final List<Rejection> rejections = new ArrayList<>();
  private final Multiset<Outcome> outcomes = EnumMultiset.create(Outcome.class);
  private @Nullable Slot reading;
  private long pendingCharacters;
  private long rejected;
  private long otherLanguage;

  /**
   * An article to add or to delete. Immutable.
   *
   * @param source where it comes from
   * @param line where it begins in the source, from 1; 0 if that is not known
   * @param id the id of the article; empty if it could not be read
   * @param length the number of characters that it has in all
   * @param adding adds or deletes it, or throws the reason why it cannot be added; called by
   *     another thread
   */
  record Task(String source, long line, Optional<String> id, int length, Callable<Done> adding) {}

  /**
   * What was done with an article. Immutable.
   *
   * @param isOtherLanguage whether its quotations were extracted, and it is in a language for which
   *     the extractor is not made
   */
  record Done(Outcome outcome, boolean isOtherLanguage) {}

  /** What became of an article in the archive. */
  enum Outcome {
    ADDED,
    REPLACED,
    UNCHANGED,
    /** It was withdrawn, and deleted. */
    DELETED,
    /** It was withdrawn, and the archive did not hold it. */
    NOT_HELD,
    /** The archive holds a newer version of it, or that was withdrawn. */
    OUTDATED,
    /** It was withdrawn, but the archive holds a newer version of it. */
    OUTDATED_WITHDRAWAL;

    static Outcome of(Change change) {
      return switch (change) {
        case ADDED -> ADDED;
        case REPLACED -> REPLACED;
        case UNCHANGED -> UNCHANGED;
      };
    }
  }

  /** A task, with what a thread is doing for it. */
  private record Pending(Task task, Future<Done> done) {}

  /**
   * Begins a run.
   *
   * @param commits counts the changes and commits them
   * @param processors are shared by the threads that read and add
   */
  BulkAdder(CommitPolicy commits, Processors processors, AddObserver observer) {
    this.commits = commits;
    this.processors = processors;
    this.threads = processors.count();
    this.characters =
        Math.min(
            CHARACTERS_PER_THREAD * threads,
            Runtime.getRuntime().maxMemory() / BYTES_PER_CHARACTER);
    this.observer = observer;
  }

  /** {@return the number of characters of an article and of quotations that are given with it} */
  static int length(Article article, List<Quotation> given) {
    long length = article.text().length() + length(article.authors()) + length(article.tags());
    for (Quotation quotation : given) {
      length += quotation.text().length() + length(quotation.about()) + CHARACTERS_PER_VALUE;
    }
    return Ints.saturatedCast(length + article.title().length());
  }

  private static long length(List<String> values) {
    return values.stream().mapToLong(value -> value.length() + CHARACTERS_PER_VALUE).sum();
  }

  /**
   * Adds articles.
   *
   * @param tasks the articles; not closed
   * @throws IOException if one cannot be written
   */
  AddReport addAll(Stream<Task> tasks) throws IOException {
    ExecutorService executor =
        Executors.newFixedThreadPool(
            threads, Thread.ofPlatform().daemon().name("onrecord-add-", 0).factory());
    try {
      reading = processors.acquireForReading();
      // The iterator of a stream may buffer many of its elements before it returns the first.
      tasks
          .sequential()
          .takeWhile(task -> !observer.isStopRequested())
          .forEachOrdered(task -> submitUnchecked(task, executor));
      endReading();
      while (!pending.isEmpty()) {
        settleFirst();
      }
    } catch (Carried e) {
      throw requireNonNull(e.getCause());
    } finally {
      endReading();
      // Nothing is added after this returns. The threads are not interrupted, since that would
      // close the files that they write.
      executor.shutdown();
      Uninterruptibles.awaitTerminationUninterruptibly(executor);
      commits.count(addedAfterFailure());
    }
    return new AddReport(
        outcomes.count(Outcome.ADDED),
        outcomes.count(Outcome.REPLACED),
        outcomes.count(Outcome.UNCHANGED),
        rejected,
        otherLanguage,
        withdrawn(),
        outcomes.count(Outcome.DELETED),
        outcomes.count(Outcome.OUTDATED) + outcomes.count(Outcome.OUTDATED_WITHDRAWAL),
        rejections);
  }

  private int withdrawn() {
    return outcomes.count(Outcome.DELETED)
        + outcomes.count(Outcome.NOT_HELD)
        + outcomes.count(Outcome.OUTDATED_WITHDRAWAL);
  }

  /** {@return the number of articles that were added, but not settled because of a failure} */
  private long addedAfterFailure() {
    return pending.stream().filter(p -> p.done().state() == Future.State.SUCCESS).count();
  }

  private void endReading() {
    if (reading != null) {
      reading.release();
      reading = null;
    }
  }

  private void submitUnchecked(Task task, ExecutorService executor) {
    try {
      endReading();
      submit(task, executor);
      reading = processors.acquireForReading();
    } catch (IOException e) {
      throw new Carried(e);
    }
  }

  /** Carries a failure out of the stream; what an observer or the stream throws is passed on. */
  private static final class Carried extends UncheckedIOException {
    @Serial private static final long serialVersionUID = 1;

    Carried(IOException failure) {
      super(failure);
    }
  }

  /** {@return a stream whose failures to read {@link #addAll} throws as an IOException} */
  static <T> Stream<T> readingFrom(Stream<T> source) {
    Iterator<T> elements = source.iterator();
    return Streams.stream(
        new AbstractIterator<T>() {
          @Override
          protected @Nullable T computeNext() {
            try {
              return elements.hasNext() ? elements.next() : endOfData();
            } catch (UncheckedIOException e) {
              throw new Carried(requireNonNull(e.getCause()));
            }
          }
        });
  }

  private void submit(Task task, ExecutorService executor) throws IOException {
    if (Thread.currentThread().isInterrupted()) {
      throw new InterruptedIOException(INTERRUPTED);
    }
    // What is done is reported before waiting for more.
    while (!pending.isEmpty() && pending.getFirst().done().isDone()) {
      settleFirst();
    }
    makeRoom(task);
    pending.add(new Pending(task, executor.submit(task.adding())));
    pendingIds.addAll(task.id().stream().toList());
    pendingCharacters += task.length();
  }

  /** Waits until there is room; of two articles with the same id, the later one is kept. */
  private void makeRoom(Task task) throws IOException {
    while (!pending.isEmpty()
        && (isFull(task) || task.id().filter(pendingIds::contains).isPresent())) {
      settleFirst();
    }
  }

  private boolean isFull(Task task) {
    return pending.size() >= ARTICLES_PER_THREAD * threads
        || pendingCharacters + task.length() > characters;
  }

  private void settleFirst() throws IOException {
    Pending first = pending.removeFirst();
    pendingIds.removeAll(first.task().id().stream().toList());
    pendingCharacters -= first.task().length();
    try {
      Done done = first.done().get();
      outcomes.add(done.outcome());
      otherLanguage += done.isOtherLanguage() ? 1 : 0;
      if (commits.changed(1)) {
        observer.committed(outcomes.size() - withdrawn());
      }
    } catch (InterruptedException e) {
      pending.addFirst(first);
      Thread.currentThread().interrupt();
      InterruptedIOException interrupted = new InterruptedIOException(INTERRUPTED);
      interrupted.initCause(e);
      throw interrupted;
    } catch (ExecutionException e) {
      settleFailure(first.task(), requireNonNullElse(e.getCause(), e));
    }
    observer.processed(outcomes.size() + rejected);
  }

  private void settleFailure(Task task, Throwable failure) throws IOException {
    switch (failure) {
      case ArticleFormatException e -> reject(task, e.reason());
      case IllegalArgumentException e -> reject(task, String.valueOf(e.getMessage()));
      case IOException e -> throw e;
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      default -> throw new IllegalStateException(failure);
    }
  }

  private void reject(Task task, String reason) {
    Rejection rejection = new Rejection(task.source(), task.line(), reason);
    rejected++;
    if (rejections.size() < AddReport.REJECTIONS_KEPT) {
      rejections.add(rejection);
    }
    observer.rejected(rejection);
  }
}
