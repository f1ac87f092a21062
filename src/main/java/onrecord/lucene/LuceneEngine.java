package onrecord.lucene;

import static java.util.Objects.requireNonNull;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import onrecord.engine.AnnotationReport;
import onrecord.engine.BackupReport;
import onrecord.engine.Change;
import onrecord.engine.Engine;
import onrecord.engine.EngineSettings;
import onrecord.engine.FrozenState;
import onrecord.engine.Processors;
import onrecord.engine.ProgressObserver;
import onrecord.engine.Statistics;
import onrecord.engine.StoredArticle;
import onrecord.engine.UpgradeReport;
import onrecord.engine.Verification;
import onrecord.index.ArchiveWriter;
import onrecord.index.Snapshots;
import onrecord.index.StoredAnnotations;
import onrecord.index.StoredArticles;
import onrecord.index.Upgrade;
import onrecord.index.Verifier;
import onrecord.model.Annotation;
import onrecord.model.Arrival;
import onrecord.model.Article;
import onrecord.model.Quotation;
import onrecord.model.RecordedAnnotation;
import onrecord.query.AnswerCitation;
import onrecord.query.ArchiveInfo;
import onrecord.query.Citation;
import onrecord.query.CitedQuotation;
import onrecord.query.Explanation;
import onrecord.query.Facet;
import onrecord.query.FacetCount;
import onrecord.query.Hit;
import onrecord.query.Identified;
import onrecord.query.Query;
import onrecord.query.Search;
import onrecord.query.SearchResult;
import onrecord.query.Suggestions;
import onrecord.query.Watermark;
import onrecord.schema.Snapshot;
import onrecord.schema.SnapshotFunction;
import onrecord.search.ArticleChoice;
import onrecord.search.CitedArchives;
import onrecord.search.IdFinder;
import onrecord.search.LuceneStatistics;
import onrecord.search.Searcher;
import onrecord.search.SnapshotReads;
import org.jspecify.annotations.Nullable;

/**
 * An engine on an Apache Lucene index in a folder or in memory. An archive can be open for writing
 * in one engine and for reading in any number of others, in any processes. Thread-safe.
 *
 * <p>A writer keeps its lock file and the files that it writes open. The files that are read are
 * mapped into memory: some tens, since segments of similar size are merged, and some hundreds while
 * cursors keep snapshots open.
 */
public final class LuceneEngine implements Engine {

  private final String name;
  // Null if the engine is read-only.
  private final @Nullable ArchiveWriter writer;
  private final @Nullable DeferredRefresh deferred;
  private final Snapshots snapshots;
  private final Searcher searcher;
  private final SnapshotReading reading;
  private final LuceneStatistics statistics;
  private final ArticleChoice choice = new ArticleChoice();
  private final AtomicBoolean closed = new AtomicBoolean();

  private LuceneEngine(
      String name,
      @Nullable ArchiveWriter writer,
      Snapshots snapshots,
      EngineSettings settings,
      LongSupplier nanos) {
    this.name = name;
    this.writer = writer;
    this.deferred = writer == null ? null : new DeferredRefresh(writer);
    this.snapshots = snapshots;
    this.searcher = new Searcher(nanos, settings.processors());
    this.reading = new SnapshotReading(snapshots, searcher, settings, nanos);
    this.statistics = new LuceneStatistics(this::read, nanos);
  }

  /**
   * Opens the archive in a folder for reading and writing. If the folder is missing or empty, a new
   * archive is created in it. The caller closes the engine.
   *
   * @param extractor the version of the extractor whose quotations will be added
   * @throws IOException if the folder holds something other than an archive, which is left as it
   *     is, or an archive of an older format; if another writer has the archive open; or if it
   *     cannot be read or written
   */
  public static LuceneEngine open(Path folder, String extractor, EngineSettings settings)
      throws IOException {
    ArchiveWriter writer = ArchiveWriter.open(folder, extractor, settings);
    return new LuceneEngine(
        folder.toString(), writer, writer.snapshots(), settings, System::nanoTime);
  }

  /**
   * Opens the last state of the archive in a folder for reading only, as {@link #openReadOnly(Path,
   * Optional, EngineSettings)} does. The caller closes the engine.
   *
   * @throws IOException if there is no archive in the folder, or it cannot be read
   */
  public static LuceneEngine openReadOnly(Path folder, EngineSettings settings) throws IOException {
    return openReadOnly(folder, Optional.empty(), settings);
  }

  /**
   * Opens the archive in a folder for reading only. It can be written to meanwhile; {@link
   * #refresh} makes the last commit visible. The caller closes the engine.
   *
   * @param state the name of the frozen state to read, which never changes; empty for the last
   *     commit
   * @throws IOException if there is no archive in the folder, it has no such state, or it cannot be
   *     read
   */
  public static LuceneEngine openReadOnly(
      Path folder, Optional<String> state, EngineSettings settings) throws IOException {
    return new LuceneEngine(
        folder.toString(), null, Snapshots.openReadOnly(folder, state), settings, System::nanoTime);
  }

  /**
   * Creates an archive in memory, which is discarded when the engine is closed.
   *
   * @param extractor the version of the extractor whose quotations will be added
   * @param nanos returns the time, in nanoseconds since any fixed moment
   */
  public static LuceneEngine inMemory(String extractor, EngineSettings settings, LongSupplier nanos)
      throws IOException {
    ArchiveWriter writer = ArchiveWriter.inMemory(extractor, settings);
    return new LuceneEngine("(in memory)", writer, writer.snapshots(), settings, nanos);
  }

  /** Returns whether there is an archive in a folder, or another index of Lucene. */
  public static boolean exists(Path folder) throws IOException {
    return Snapshots.exist(folder);
  }

  /**
   * Verifies the archive in a folder, even if it cannot be opened.
   *
   * @param observer is notified of the progress
   * @throws IOException if there is no archive in the folder, or a file cannot be read, whether it
   *     is damaged or not
   */
  public static Verification verify(Path folder, ProgressObserver observer) throws IOException {
    return Verifier.verify(folder, observer);
  }

  /**
   * Rebuilds an archive of an older format in the current one, from the articles and quotations
   * that it holds. Until that is complete, the archive is as it was.
   *
   * @param observer is notified of the progress
   * @throws IOException if there is no archive in the folder, a writer has it open, its format is
   *     unknown, or it cannot be read or written
   */
  public static UpgradeReport upgrade(
      Path folder, EngineSettings settings, ProgressObserver observer) throws IOException {
    return Upgrade.upgrade(folder, settings, observer);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean isReadOnly() {
    return writer == null;
  }

  private void requireOpen() {
    if (closed.get()) {
      throw new IllegalStateException("archive " + name + " is closed");
    }
  }

  private ArchiveWriter writer() {
    requireOpen();
    return writable();
  }

  private ArchiveWriter writable() {
    if (writer == null) {
      throw new IllegalStateException("archive " + name + " is open for reading only");
    }
    return writer;
  }

  private void beforeSearch() {
    requireOpen();
    if (deferred != null) {
      deferred.beforeSearch();
    }
  }

  private <T> T read(SnapshotFunction<T> computation) throws IOException {
    beforeSearch();
    return snapshots.use(snapshot -> SnapshotReads.read(snapshot, computation));
  }

  @Override
  public Change put(
      Article article, Optional<String> extractor, Supplier<List<Quotation>> quotations)
      throws IOException {
    return writer().put(article, extractor, quotations);
  }

  @Override
  public Stream<StoredArticle> extractedByOthers(String extractor) throws IOException {
    writer().refresh();
    return reading.stream(snapshot -> StoredArticles.extractedByOthers(snapshot, extractor));
  }

  @Override
  public boolean renew(StoredArticle stored, List<Quotation> quotations, String extractor)
      throws IOException {
    return writer().renew(stored, quotations, extractor);
  }

  @Override
  public AnnotationReport annotate(List<Annotation> annotations) throws IOException {
    return writer().annotate(List.copyOf(annotations));
  }

  @Override
  public boolean delete(String id) throws IOException {
    return writer().delete(requireNonNull(id, "id"));
  }

  @Override
  public long delete(Query query) throws IOException {
    requireNonNull(query, "query");
    return writer()
        .delete((snapshot, visitor) ->
            SnapshotReads.read(snapshot, current -> choice.forEach(current, query, visitor)));
  }

  @Override
  public long listForDeletion(Query query, Consumer<String> ids) throws IOException {
    requireNonNull(query, "query");
    requireNonNull(ids, "ids");
    return read(snapshot -> choice.forEach(snapshot, query, ids::accept));
  }

  @Override
  public void commit() throws IOException {
    ArchiveWriter open = writer();
    open.commit();
    open.refresh();
    reading.releaseExpired();
  }

  @Override
  public Processors processors() {
    return writer().processors();
  }

  @Override
  public boolean hasUncommittedChanges() {
    return writer().hasUncommittedChanges();
  }

  @Override
  public void refresh() throws IOException {
    requireOpen();
    if (writer != null) {
      writer.refresh();
    } else {
      snapshots.refresh();
    }
    reading.releaseExpired();
  }

  @Override
  public void refreshForSearches() throws IOException {
    requireOpen();
    if (deferred != null) {
      deferred.endInterval();
      reading.releaseExpired();
    } else {
      refresh();
    }
  }

  @Override
  public SearchResult search(Search search) throws IOException {
    requireNonNull(search, "search");
    beforeSearch();
    return reading.search(search);
  }

  @Override
  public Optional<Explanation> explain(Search search, String id) throws IOException {
    requireNonNull(search, "search");
    requireNonNull(id, "id");
    return read(snapshot -> searcher.explain(snapshot, search, id));
  }

  @Override
  public Stream<Hit> hits(Search search) throws IOException {
    requireNonNull(search, "search");
    beforeSearch();
    return reading.hits(search);
  }

  @Override
  public Stream<FacetCount> values(Search search, Facet facet) throws IOException {
    requireNonNull(search, "search");
    requireNonNull(facet, "facet");
    beforeSearch();
    return reading.stream(snapshot -> searcher.values(snapshot, search, facet));
  }

  @Override
  public Stream<Article> articles(Search search) throws IOException {
    requireNonNull(search, "search");
    beforeSearch();
    return reading.stream(snapshot -> searcher.articles(snapshot, search));
  }

  @Override
  public Stream<RecordedAnnotation> annotations() throws IOException {
    beforeSearch();
    return reading.stream(StoredAnnotations::all);
  }

  @Override
  public Optional<Quotation> unannotated(String id) throws IOException {
    requireNonNull(id, "id");
    return read(snapshot -> StoredAnnotations.unannotated(snapshot, id));
  }

  @Override
  public Optional<Article> article(String id) throws IOException {
    requireNonNull(id, "id");
    return read(snapshot -> searcher.article(snapshot, id));
  }

  @Override
  public Optional<Arrival> arrival(String id) throws IOException {
    requireNonNull(id, "id");
    return read(snapshot -> searcher.arrival(snapshot, id));
  }

  @Override
  public Watermark watermark() throws IOException {
    requireOpen();
    return writer == null
        ? read(Snapshot::watermark)
        : CompletedCommit.of(writer, () -> read(Snapshot::watermark));
  }

  @Override
  public List<Identified> identify(String start, int limit) throws IOException {
    requireNonNull(start, "start");
    return read(snapshot -> IdFinder.find(snapshot, start, limit));
  }

  @Override
  public ArchiveInfo info() throws IOException {
    return read(searcher::info);
  }

  @Override
  public Statistics statistics() {
    return statistics;
  }

  @Override
  public Suggestions suggest(String typed, Search search, int limit) throws IOException {
    return statistics.suggest(typed, search, limit);
  }

  @Override
  public Citation cite(Search search, LocalDate day, Consumer<CitedQuotation> quotations)
      throws IOException {
    requireNonNull(day, "day");
    return read(snapshot ->
        statistics
            .cite(snapshot, search, quotations)
            .from(CitedArchives.of(snapshot, shortName(), snapshots.state(), day)));
  }

  @Override
  public AnswerCitation cite(List<String> command, String checksum, LocalDate day)
      throws IOException {
    requireNonNull(day, "day");
    return read(snapshot -> {
      snapshot.requireSound();
      return new AnswerCitation(
          command,
          checksum,
          snapshot.id(),
          snapshot.stamp().format(),
          CitedArchives.of(snapshot, shortName(), snapshots.state(), day));
    });
  }

  @Override
  public void freeze(String state, LocalDate day) throws IOException {
    requireNonNull(state, "state");
    requireNonNull(day, "day");
    ArchiveWriter open = writer();
    open.freeze(state, day);
    open.refresh();
  }

  @Override
  public boolean unfreeze(String state) throws IOException {
    requireNonNull(state, "state");
    ArchiveWriter open = writer();
    boolean deleted = open.unfreeze(state);
    open.refresh();
    return deleted;
  }

  @Override
  public List<FrozenState> states() throws IOException {
    requireOpen();
    return snapshots.frozenStates();
  }

  /** Returns the name of the archive in citations: that of its folder, wherever it is. */
  private String shortName() {
    @Nullable Path folder = Path.of(name).toAbsolutePath().normalize().getFileName();
    return folder == null ? name : folder.toString();
  }

  @Override
  public SortedMap<String, Long> extractors() throws IOException {
    return read(CitedArchives::extractors);
  }

  @Override
  public Verification verify(ProgressObserver observer) throws IOException {
    requireNonNull(observer, "observer");
    requireOpen();
    if (writer != null) {
      return writer.verify(observer);
    }
    return snapshots.state().isPresent()
        ? snapshots.verify(observer)
        : Verifier.verify(Path.of(name), observer);
  }

  @Override
  public BackupReport backUp(Path target, ProgressObserver observer) throws IOException {
    requireNonNull(target, "target");
    requireNonNull(observer, "observer");
    requireOpen();
    return writer != null ? writer.backUp(target, observer) : snapshots.backUp(target, observer);
  }

  @Override
  public void rollback() throws IOException {
    if (closed.get()) {
      return;
    }
    ArchiveWriter open = writable();
    if (closed.compareAndSet(false, true)) {
      try (searcher;
          reading) {
        open.rollback();
      }
    }
  }

  @Override
  public void close() throws IOException {
    if (closed.compareAndSet(false, true)) {
      Closeable index = writer != null ? writer : snapshots;
      try (index;
          searcher;
          reading) {
        // Closes all, even if one fails to close.
      }
    }
  }
}
