package onrecord.index;

import com.google.common.hash.HashCode;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import onrecord.engine.AnnotationReport;
import onrecord.engine.BackupReport;
import onrecord.engine.Change;
import onrecord.engine.EngineSettings;
import onrecord.engine.Processors;
import onrecord.engine.ProgressObserver;
import onrecord.engine.StoredArticle;
import onrecord.engine.Verification;
import onrecord.index.WritableIndex.CommitFunction;
import onrecord.index.WriterThreads.Work;
import onrecord.model.Annotation;
import onrecord.model.Article;
import onrecord.model.Quotation;
import onrecord.schema.AnnotationLog;
import onrecord.schema.ArticleVisitor;
import onrecord.schema.FieldTypes;
import onrecord.schema.Fingerprint;
import onrecord.schema.IndexField;
import onrecord.schema.Snapshot;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;

/** Writes articles and their quotations to an index. Thread-safe. */
public final class ArchiveWriter implements Closeable {

  private static final int DELETIONS_TO_REFRESH = 1_000;

  private final WritableIndex index;
  private final EngineSettings settings;
  private final ArticleStates states;
  private final FieldTypes types;
  private final Arrivals arrivals;
  private final Annotations annotations;
  private final ChangeLocks locks = new ChangeLocks();
  private final AtomicLong changes = new AtomicLong();
  private volatile long committedChanges;
  private volatile long refreshedChanges;
  // Held while the last commit is being made, whose number must not be changed meanwhile.
  private final Lock committing = new ReentrantLock();
  private long numberedChanges;
  private int committed;

  private ArchiveWriter(WritableIndex index, EngineSettings settings, FieldTypes types) {
    this.index = index;
    this.settings = settings;
    this.states = index.snapshots().articleStates();
    this.arrivals = new Arrivals(settings.clock(), index.commits());
    this.types = types;
    this.committed = index.commits();
    this.annotations = new Annotations(index.snapshots(), states, types);
  }

  private static ArchiveWriter of(WritableIndex index, EngineSettings settings) throws IOException {
    return new ArchiveWriter(
        index, settings, new FieldTypes(index.snapshots().use(Snapshot::ownFields)));
  }

  /**
   * Opens the archive in a folder. If the folder is missing or empty, a new archive is created.
   *
   * @param extractor the version of the extractor whose quotations will be added
   * @throws IOException if the folder holds something else or an archive of an older format,
   *     another writer has it open, or it cannot be read or written
   */
  public static ArchiveWriter open(Path folder, String extractor, EngineSettings settings)
      throws IOException {
    return open(folder.toString(), () -> ArchiveFolder.forWriting(folder), extractor, settings);
  }

  /**
   * Creates an archive in memory, which is discarded when the writer is closed.
   *
   * @param extractor the version of the extractor whose quotations will be added
   * @throws IOException if the archive cannot be created
   */
  public static ArchiveWriter inMemory(String extractor, EngineSettings settings)
      throws IOException {
    return open("(in memory)", new ByteBuffersDirectory(), extractor, settings);
  }

  /** Opens the archive in a directory, which is closed with the writer. */
  static ArchiveWriter open(
      String name, Directory directory, String extractor, EngineSettings settings)
      throws IOException {
    return open(name, () -> directory, extractor, settings);
  }

  private static ArchiveWriter open(
      String name, Work<Directory> opening, String extractor, EngineSettings settings)
      throws IOException {
    Processors processors = WriterConfig.processors(settings);
    IndexWriterConfig config = WriterConfig.of(settings, processors);
    return of(WritableIndex.open(name, opening, extractor, config, processors), settings);
  }

  static ArchiveWriter open(
      String name,
      Directory directory,
      String extractor,
      EngineSettings settings,
      IndexWriterConfig config)
      throws IOException {
    return of(
        WritableIndex.open(
            name, () -> directory, extractor, config, WriterConfig.processors(settings)),
        settings);
  }

  /** {@return the processors that are shared by the threads that add, write and merge} */
  public Processors processors() {
    return index.processors();
  }

  /** {@return the snapshots of the archive, which are closed with this writer} */
  public Snapshots snapshots() {
    return index.snapshots();
  }

  /**
   * Stores an article, or replaces the article with the same id, atomically: a reader sees all of
   * it or nothing. If the index holds exactly this article, with quotations of the same extractor,
   * nothing is changed, and the quotations are not requested.
   *
   * @param article the article
   * @param extractor the version of the extractor that finds the quotations, if one does
   * @param quotations returns the quotations, in the order of the text; called by this thread
   * @return what was done
   * @throws IllegalArgumentException if a quotation does not fit the text, two have the same id, a
   *     name is too long for the index, or the article is too long
   * @throws IOException if the index cannot be read or written
   */
  public Change put(
      Article article, Optional<String> extractor, Supplier<List<Quotation>> quotations)
      throws IOException {
    Optional<Addition> given =
        processors()
            .use(() -> {
              ArticleBlock.requireSize(article, settings.articleBytes());
              HashCode fingerprint = Fingerprint.of(article, extractor);
              return extractor.isPresent() && has(article.id(), fingerprint)
                  ? Optional.empty()
                  : Optional.of(addition(article, extractor, quotations.get(), fingerprint));
            });
    return given.isEmpty() ? Change.UNCHANGED : change(article.id(), () -> put(given.get()));
  }

  /**
   * An article that is added, for any time of arrival.
   *
   * @param content identifies what it contains
   */
  private record Addition(ArticleBlock block, long content) {}

  private Addition addition(
      Article article,
      Optional<String> extractor,
      List<Quotation> quotations,
      HashCode fingerprint) {
    ArticleBlock block =
        new ArticleBlock(
            article, quotations, extractor, fingerprint, Optional.empty(), AnnotationLog.NONE);
    block.requireStorable();
    types.add(block.article(), block.quotations());
    long content =
        Fingerprint.content(
            extractor.isPresent() ? Fingerprint.of(article, Optional.empty()) : fingerprint,
            extractor.isPresent() ? Optional.empty() : Optional.of(block.quotations()));
    return new Addition(block, content);
  }

  private Change put(Addition given) throws IOException {
    Optional<ArticleStates.State> before = states.get(given.block().article().id());
    Change change = before.isEmpty() ? Change.ADDED : Change.REPLACED;
    ArticleBlock arrived = given.block().arrived(Optional.of(arrivals.of(given.content(), before)));
    put(change == Change.ADDED ? arrived : annotations.keptBy(arrived), change);
    return change;
  }

  /**
   * Replaces the quotations of an article, unless the article was changed or deleted since it was
   * read.
   *
   * @param stored the article as it was read
   * @param quotations its quotations, in the order of the text
   * @param extractor the version of the extractor that found them
   * @return whether they were replaced
   * @throws IllegalArgumentException as {@link #put} does
   * @throws IOException if the index cannot be read or written
   */
  public boolean renew(StoredArticle stored, List<Quotation> quotations, String extractor)
      throws IOException {
    Article article = stored.article();
    HashCode before = Fingerprint.of(article, Optional.of(stored.extractor()));
    ArticleBlock block =
        processors().use(() -> ArticleBlock.of(article, quotations, Optional.of(extractor)));
    block.requireStorable();
    types.add(block.article(), block.quotations());
    return change(
        article.id(),
        () -> {
          Optional<ArticleStates.State> state =
              states.get(article.id()).filter(known -> known.has(before));
          if (state.isPresent()) {
            put(annotations.keptBy(block.arrived(state.get().arrival())), Change.REPLACED);
          }
          return state.isPresent();
        });
  }

  private boolean has(String id, HashCode fingerprint) throws IOException {
    return states.get(id).filter(state -> state.has(fingerprint)).isPresent();
  }

  /**
   * Adds annotations on quotations. What is added to one article becomes visible and durable at
   * once. Annotations are kept when the article is replaced or its quotations are renewed.
   *
   * @param given the annotations, in the order in which they were made
   * @return what was done
   * @throws IOException if the index cannot be read or written
   */
  public AnnotationReport annotate(List<Annotation> given) throws IOException {
    refresh();
    AnnotationTally tally = new AnnotationTally();
    for (Map.Entry<String, List<Annotation>> of : annotations.byArticle(given, tally).entrySet()) {
      change(
          of.getKey(),
          () -> {
            Optional<ArticleBlock> block = annotations.annotated(of.getKey(), of.getValue(), tally);
            if (block.isPresent()) {
              put(block.get(), Change.REPLACED);
            }
            return Boolean.TRUE;
          });
    }
    return tally.report();
  }

  private void put(ArticleBlock block, Change change) throws IOException {
    String id = block.article().id();
    if (change == Change.ADDED) {
      index.writer().addDocuments(block.documents());
    } else {
      index
          .writer()
          .updateDocuments(new Term(IndexField.ARTICLE_ID.field(), id), block.documents());
    }
    states.put(id, new ArticleStates.State(block.fingerprint(), block.arrival()));
    changes.incrementAndGet();
    index.flushIfNearlyFull();
  }

  /**
   * Deletes an article with its quotations, atomically.
   *
   * @return whether there was one with this id
   * @throws IOException if the index cannot be written
   */
  public boolean delete(String id) throws IOException {
    return change(
        id,
        () -> {
          boolean present = states.get(id).isPresent();
          remove(id);
          return present;
        });
  }

  /** Chooses articles. */
  @FunctionalInterface
  public interface Choice {
    /**
     * Passes on the ids of the articles that are chosen from a snapshot.
     *
     * @return their number
     * @throws IOException if the index cannot be read, or the visitor throws it
     */
    long forEach(Snapshot snapshot, ArticleVisitor visitor) throws IOException;
  }

  /**
   * Deletes articles with their quotations. No other change is made between choosing the articles
   * and deleting them.
   *
   * @param choice chooses the articles to delete from a snapshot with all changes, twice
   * @return the number of articles that were deleted
   * @throws IOException if the index cannot be read or written
   */
  public long delete(Choice choice) throws IOException {
    return locks.exclusively(() ->
        index.runBusily(() -> {
          snapshots().refresh();
          // Reads everything once before, so that nothing is deleted if that fails.
          return snapshots()
              .use(snapshot -> {
                choice.forEach(snapshot, id -> {});
                return choice.forEach(snapshot, this::removeOneOfMany);
              });
        }));
  }

  private void removeOneOfMany(String id) throws IOException {
    remove(id);
    if (changes.get() % DELETIONS_TO_REFRESH == 0) {
      // Until then, the ids of deleted articles are kept in memory.
      snapshots().refresh();
    }
  }

  private void remove(String id) throws IOException {
    index.writer().deleteDocuments(new Term(IndexField.ARTICLE_ID.field(), id));
    states.remove(id);
    changes.incrementAndGet();
  }

  private <T> T change(String id, Work<T> work) throws IOException {
    return locks.onArticle(id, () -> index.change(work));
  }

  /**
   * Makes all changes visible to searches.
   *
   * @throws IOException if the index cannot be read or written
   */
  public void refresh() throws IOException {
    long before = changes.get();
    index.runBusily(() -> {
      snapshots().refresh();
      return Boolean.TRUE;
    });
    refreshedChanges = before;
  }

  /** {@return the number of changes since the last refresh} */
  public long changesSinceRefresh() {
    return changes.get() - refreshedChanges;
  }

  /** {@return whether there are changes that are not committed} */
  public boolean hasUncommittedChanges() {
    return changes.get() != committedChanges;
  }

  /**
   * Makes all changes durable. When this method returns, they are on disk.
   *
   * @throws IOException if the index cannot be written; the last commit is then still intact. If
   *     files could not be flushed to the disk, all changes since the last commit are discarded,
   *     and the archive must be opened again
   */
  public void commit() throws IOException {
    committing.lock();
    try {
      // No change is being made meanwhile, so that the commit has all changes with its number.
      int number = locks.exclusively(() -> index.run(this::numberCommit));
      locks.shared(() -> {
        index.commit();
        return Boolean.TRUE;
      });
      committedChanges = numberedChanges;
      committed = number;
    } finally {
      committing.unlock();
    }
  }

  /** Numbers the next commit, if there are changes; returns its number, or that of the last one. */
  private int numberCommit() {
    if (changes.get() != numberedChanges) {
      numberedChanges = changes.get();
      index.number(arrivals.endCommit());
    }
    return arrivals.commit() - 1;
  }

  /** {@return the number of the last commit, after one that is being made is complete} */
  public int committed() {
    committing.lock();
    try {
      return committed;
    } finally {
      committing.unlock();
    }
  }

  /**
   * Makes all changes durable, and keeps this state under a name.
   *
   * @param state the name of the state
   * @param day the day
   * @throws IllegalArgumentException if the name is not valid
   * @throws IOException if there is a state with this name, or the index cannot be written
   */
  public void freeze(String state, LocalDate day) throws IOException {
    var unused =
        exclusively(() -> {
          index.freeze(state, day);
          return Boolean.TRUE;
        });
  }

  /**
   * Makes all changes durable, and deletes a state that is kept under a name.
   *
   * @return whether there was a state with this name
   * @throws IOException if the index cannot be written
   */
  public boolean unfreeze(String state) throws IOException {
    return exclusively(() -> index.unfreeze(state));
  }

  /** Does work that commits all changes, while no change and no other commit is made. */
  private <T> T exclusively(Work<T> work) throws IOException {
    committing.lock();
    try {
      return locks.exclusively(() -> {
        int number = index.run(this::numberCommit);
        T result = work.run();
        committedChanges = numberedChanges;
        committed = number;
        return result;
      });
    } finally {
      committing.unlock();
    }
  }

  /**
   * Copies the last commit to a folder, while writing continues.
   *
   * @param target an earlier backup of this archive, an empty folder or a new one
   * @param observer is notified of the progress
   * @throws IOException if the target holds something else or cannot be written, or the archive is
   *     damaged
   */
  public BackupReport backUp(Path target, ProgressObserver observer) throws IOException {
    return withLastCommit(commit -> Backup.write(commit, target, observer));
  }

  /** Returns the result of a computation on the last commit, whose files are kept meanwhile. */
  <T> T withLastCommit(CommitFunction<T> computation) throws IOException {
    return index.withLastCommit(computation);
  }

  /**
   * Verifies the last commit.
   *
   * @param observer is notified of the progress
   * @throws IOException if there is none
   */
  public Verification verify(ProgressObserver observer) throws IOException {
    return withLastCommit(commit -> Verifier.verify(index.name(), commit, observer));
  }

  /**
   * Discards all changes since the last commit and closes this writer, after changes that are being
   * made.
   *
   * @throws IOException if the index cannot be closed
   */
  public void rollback() throws IOException {
    locks.exclusively(() -> {
      index.rollback();
      return Boolean.TRUE;
    });
  }

  /**
   * Commits and closes this writer, after changes that are being made. Has no effect if it is
   * closed.
   *
   * @throws IOException if the changes since the last commit could not be written
   */
  @Override
  public void close() throws IOException {
    locks.exclusively(() -> {
      numberCommit();
      index.close();
      return Boolean.TRUE;
    });
  }
}
