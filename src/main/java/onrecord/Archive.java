package onrecord;

import static java.util.Objects.requireNonNull;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import onrecord.engine.BackupReport;
import onrecord.engine.UpgradeReport;
import onrecord.engine.Verification;
import onrecord.extract.Extractor;
import onrecord.index.ArchiveWriter;
import onrecord.index.Backup;
import onrecord.index.SnapshotFunction;
import onrecord.index.Snapshots;
import onrecord.index.Upgrade;
import onrecord.index.Verifier;
import onrecord.model.Article;
import onrecord.model.Quotation;
import onrecord.query.ArchiveInfo;
import onrecord.query.Citation;
import onrecord.query.CitationCheck;
import onrecord.query.ExpiredCursorException;
import onrecord.query.Facet;
import onrecord.query.FacetCount;
import onrecord.query.Hit;
import onrecord.query.InvalidSearchException;
import onrecord.query.Query;
import onrecord.query.Search;
import onrecord.query.SearchLimitException;
import onrecord.query.SearchResult;
import onrecord.query.Suggestions;
import onrecord.schema.Schema;
import onrecord.search.Statistics;
import onrecord.source.ArticleRecord;
import org.jspecify.annotations.Nullable;

/**
 * An archive of quotations: articles go in, searches are answered. Thread-safe.
 *
 * {@snippet :
 * try (Archive archive = Archive.open(Path.of("quotations"))) {
 *   archive.add(article);
 *   archive.commit();
 *   SearchResult result =
 *       archive.search(
 *           Search.builder(Query.words("budget")).facet(Facet.SPEAKER).build());
 * }
 * }
 *
 * <p>What is added is seen by searches after the next {@link #commit} or {@link #refresh}, and
 * within a second in any case, see {@link ArchiveOptions}. It is lasting after the next {@code
 * commit} or {@link #close}: when that has returned, it is still there after a crash, whole
 * articles only, and what came later may be gone but leaves nothing behind. One archive can be open
 * for writing once, and for reading as often as wanted, also by other processes.
 *
 * <p>A thread that is interrupted while it opens an archive for writing, adds, deletes, refreshes,
 * commits, upgrades or closes ends that all the same and stays interrupted. {@link #addAll} and
 * {@link #reextract} stop before the next article with an {@link java.io.InterruptedIOException};
 * what they have taken stays. Of an archive open for reading only, opening, refreshing and copying
 * may fail.
 *
 * <p>An archive keeps few files open: a writer its lock and what is being written. What is read is
 * mapped into memory, some tens of files, since parts of like size are merged, and some hundreds
 * while cursors keep states of it.
 *
 * <p>Every method but {@code close} throws {@link IllegalStateException} when the archive is
 * closed. An {@link IOException} names what could not be read or written; the last commit then
 * still stands.
 */
public final class Archive implements AutoCloseable {

  /** How long a cursor is good after a page was last asked for with it: five minutes. */
  public static final Duration CURSOR_LIFETIME = Duration.ofMinutes(5);

  /** Of how many states of the archive cursors are good at a time. */
  public static final int CURSOR_STATES = 256;

  private final String name;
  // Null if the archive is open for reading only.
  private final @Nullable Writing writing;
  private final Snapshots snapshots;
  private final Reading reading;
  private final Statistics counting;
  final Upkeep upkeep = new Upkeep();
  private final AtomicBoolean closed = new AtomicBoolean();

  private Archive(String name, @Nullable Writing writing, Snapshots snapshots, LongSupplier nanos) {
    this.name = name;
    this.writing = writing;
    this.snapshots = snapshots;
    this.reading = new Reading(snapshots, nanos);
    this.counting = new Statistics(nanos);
  }

  /**
   * Opens an archive for reading and writing with the default options. If the folder is missing or
   * empty, a new archive is made in it. The caller closes it.
   *
   * @param folder where the archive is
   * @throws IOException if the folder holds something other than an archive, which is left as it
   *     is, or one of an older format; if another writer has the archive open; or if it cannot be
   *     read or written
   */
  public static Archive open(Path folder) throws IOException {
    return open(folder, ArchiveOptions.DEFAULT);
  }

  /**
   * Opens an archive for reading and writing. If the folder is missing or empty, a new archive is
   * made in it. The caller closes it.
   *
   * @param folder where the archive is
   * @param options how it is written to
   * @throws IOException if the folder holds something other than an archive, which is left as it
   *     is, or one of an older format; if another writer has the archive open; or if it cannot be
   *     read or written
   */
  public static Archive open(Path folder, ArchiveOptions options) throws IOException {
    return open(folder, options, Upkeep::clock);
  }

  static Archive open(Path folder, ArchiveOptions options, Upkeep.Timer timer) throws IOException {
    return of(
        folder.toString(),
        ArchiveWriter.open(folder, options.extractorVersion(), options.writerSettings()),
        options,
        timer);
  }

  /**
   * Opens an archive for reading only. It may be written to meanwhile; {@link #refresh} goes on to
   * its last commit. The caller closes it.
   *
   * @param folder where the archive is
   * @throws IOException if there is no archive in the folder, or it cannot be read
   */
  public static Archive openReadOnly(Path folder) throws IOException {
    return new Archive(folder.toString(), null, Snapshots.openReadOnly(folder), System::nanoTime);
  }

  /** {@return a new archive in memory, which is gone when it is closed} */
  public static Archive inMemory() throws IOException {
    return inMemory(ArchiveOptions.DEFAULT);
  }

  /**
   * {@return a new archive in memory, which is gone when it is closed}
   *
   * @param options how it is written to
   */
  public static Archive inMemory(ArchiveOptions options) throws IOException {
    return of(
        "(in memory)",
        ArchiveWriter.inMemory(options.extractorVersion(), options.writerSettings()),
        options,
        Upkeep::clock);
  }

  /** A new archive in memory whose searches take the time from here; it does nothing on its own. */
  static Archive inMemory(LongSupplier nanos) throws IOException {
    ArchiveOptions options = ArchiveOptions.DEFAULT;
    ArchiveWriter writer = ArchiveWriter.inMemory(Extractor.VERSION, options.writerSettings());
    return new Archive("(in memory)", new Writing(writer, options), writer.snapshots(), nanos);
  }

  private static Archive of(
      String name, ArchiveWriter writer, ArchiveOptions options, Upkeep.Timer timer) {
    Writing writing = new Writing(writer, options);
    Archive archive = new Archive(name, writing, writer.snapshots(), System::nanoTime);
    archive.upkeep.every(options.refreshEvery(), timer, archive::refreshNow);
    archive.upkeep.every(options.commitEvery(), timer, writing::commitChanges);
    return archive;
  }

  /**
   * Extracts the quotations of an article and adds both, in place of an article with the same id if
   * there is one. Searches see all of it or nothing. Nothing is done if the archive holds the
   * article just as it is, with quotations that this version of the extractor found, and speakers
   * that the same authority knew.
   *
   * @throws IllegalArgumentException if the article or a name in it is too long
   * @throws IllegalStateException if the archive is open for reading only
   * @throws IOException if the archive cannot be written
   */
  public void add(Article article) throws IOException {
    requireNonNull(article, "article");
    writing().add(article);
  }

  /**
   * Adds many articles, as {@link #add(Article)} does each, with several threads. A bad article is
   * passed over and reported; of two with the same id, the later one stays. Memory holds a bounded
   * number of articles at a time. Commits are made as the options say; the last part stays to be
   * committed. A run that was interrupted is repeated at little cost, since what is there already
   * is not extracted again.
   *
   * @param records the articles, and what stands for those that could not be read; not closed
   * @return what became of them
   * @throws IllegalStateException if the archive is open for reading only
   * @throws IOException if the archive cannot be written; what was taken before stays
   */
  public AddReport addAll(Stream<ArticleRecord> records) throws IOException {
    return addAll(records, AddObserver.NONE);
  }

  /**
   * Adds many articles, as {@link #addAll(Stream)} does.
   *
   * @param records the articles, and what stands for those that could not be read; not closed
   * @param observer is told of commits and rejections
   * @return what became of them
   * @throws IllegalStateException if the archive is open for reading only
   * @throws IOException if the archive cannot be written; what was taken before stays
   */
  public AddReport addAll(Stream<ArticleRecord> records, AddObserver observer) throws IOException {
    requireNonNull(records, "records");
    requireNonNull(observer, "observer");
    return writing().addAll(records, observer);
  }

  /**
   * Adds an article with quotations that were found otherwise, in place of an article with the same
   * id if there is one. The authority of the options identifies their speakers, too. Searches see
   * all of it or nothing.
   *
   * @param article the article
   * @param quotations its quotations, in the order of the text
   * @throws IllegalArgumentException if a quotation does not fit the text, two have the same id, or
   *     the article or a name in it is too long
   * @throws IllegalStateException if the archive is open for reading only
   * @throws IOException if the archive cannot be written
   */
  public void add(Article article, List<Quotation> quotations) throws IOException {
    requireNonNull(article, "article");
    requireNonNull(quotations, "quotations");
    writing().add(article, quotations);
  }

  /**
   * Deletes an article with its quotations.
   *
   * @return whether there was one with this id
   * @throws IllegalStateException if the archive is open for reading only
   * @throws IOException if the archive cannot be written
   */
  public boolean delete(String id) throws IOException {
    requireNonNull(id, "id");
    return writing().delete(id);
  }

  /**
   * Deletes whole articles, of all that was added by now. A query about articles alone (headline,
   * text, outlet, section, author, language, tag, article, published, joined as may be) chooses the
   * articles it is true of, whether they have quotations or not; any other query those with at
   * least one quotation, of any kind, that it finds.
   *
   * @return how many articles were deleted
   * @throws InvalidSearchException if the query has more parts than the index takes, or no word
   *     where it needs one
   * @throws IllegalStateException if the archive is open for reading only
   * @throws IOException if the archive cannot be written
   */
  public long delete(Query query) throws IOException {
    requireNonNull(query, "query");
    return writing().delete(query);
  }

  /**
   * Makes lasting what was added: when this returns, it is on the disk, and searches see it.
   *
   * @throws IllegalStateException if the archive is open for reading only
   * @throws IOException if the archive cannot be written
   */
  public void commit() throws IOException {
    writing().commit();
  }

  /**
   * Lets searches see what was added, without making it lasting; of an archive open for reading
   * only, what another process has committed.
   *
   * @throws IOException if the archive cannot be read
   */
  public void refresh() throws IOException {
    requireOpen();
    refreshNow();
  }

  private void refreshNow() throws IOException {
    if (writing != null) {
      writing.writer().refresh();
    } else {
      snapshots.refresh();
    }
    reading.letGo();
  }

  /**
   * {@return the answer to a search, all of it from one state of the archive}
   *
   * <p>A page has a {@linkplain SearchResult#cursor cursor} to the next one, which is of the same
   * state, whatever is added or deleted meanwhile. That state stays open for {@link
   * #CURSOR_LIFETIME} after a page of it was last asked for, unless pages of {@value
   * #CURSOR_STATES} other states are asked for after it, and not after the archive is closed. Of an
   * archive that has been opened again, a cursor is good if nothing has changed.
   *
   * @throws InvalidSearchException if the cursor is none, or one of another search; if a regular
   *     expression is none; or if there is no word where one is needed
   * @throws SearchLimitException if the search is over one of its limits
   * @throws ExpiredCursorException if the state that the cursor belongs to is no longer open
   * @throws IOException if the archive cannot be read
   */
  public SearchResult search(Search search) throws IOException {
    requireNonNull(search, "search");
    requireOpen();
    return reading.search(search);
  }

  /**
   * {@return all hits of a search in their order, whatever the size of its page}
   *
   * <p>They are read one by one, in the memory of some thousand numbers, from one state of the
   * archive, which stays open until the last hit is read or the stream is closed; close it by a
   * try-with-resources statement. Where the archive cannot be read, the stream throws {@link
   * java.io.UncheckedIOException}.
   *
   * @throws InvalidSearchException as {@link #search} does; also if there is a cursor
   * @throws IOException if the archive cannot be read
   */
  public Stream<Hit> stream(Search search) throws IOException {
    requireNonNull(search, "search");
    requireOpen();
    return reading.hits(search);
  }

  /**
   * {@return all values of a facet with their counts, in the order of the values, dates by day; to
   * be closed as {@link #stream}}
   *
   * @param search what is counted; its filter on this facet is left out
   * @throws InvalidSearchException as {@link #search} does
   * @throws IOException if the archive cannot be read
   */
  public Stream<FacetCount> values(Search search, Facet facet) throws IOException {
    requireNonNull(search, "search");
    requireNonNull(facet, "facet");
    requireOpen();
    return reading.values(search, facet);
  }

  /**
   * {@return the articles that have a quotation that a search finds, each once and in no certain
   * order; to be closed as {@link #stream}}
   *
   * @throws InvalidSearchException as {@link #search} does
   * @throws IOException if the archive cannot be read
   */
  public Stream<Article> articles(Search search) throws IOException {
    requireNonNull(search, "search");
    requireOpen();
    return reading.articles(search);
  }

  /**
   * {@return the article with an id, if there is one}
   *
   * @throws IOException if the archive cannot be read
   */
  public Optional<Article> article(String id) throws IOException {
    requireNonNull(id, "id");
    return read(snapshot -> reading.searcher().article(snapshot, id));
  }

  /**
   * {@return what the archive holds}
   *
   * @throws IOException if the archive cannot be read
   */
  public ArchiveInfo info() throws IOException {
    return read(snapshot -> reading.searcher().info(snapshot));
  }

  /** {@return what counts and compares what searches find; it works for as long as this is open} */
  public ArchiveStatistics statistics() {
    return new ArchiveStatistics(this::read, counting);
  }

  /**
   * {@return the speakers who may be meant by what somebody has typed so far}
   *
   * @param typed the beginning of any part of the name, or of several
   * @param search only speakers of the quotations it finds are suggested
   * @param limit how many at most, 1 or more
   * @throws InvalidSearchException if more than {@value Suggestions#MAX_WORDS} words are typed, the
   *     limit is not positive, or as {@link #search} does
   * @throws IOException if the archive cannot be read
   */
  public Suggestions suggest(String typed, Search search, int limit) throws IOException {
    requireNonNull(typed, "typed");
    requireNonNull(search, "search");
    return read(snapshot -> counting.suggest(snapshot, typed, search, limit));
  }

  /**
   * {@return what a search finds, in short, to be cited and to be checked later} The checksums of
   * the archive's files are compared before, once for as long as they are open, so that no number
   * is cited that damage has made another.
   *
   * @param search the search, of which the query, the filters and whether indirect quotations are
   *     looked at count
   * @throws InvalidSearchException as {@link #search} does
   * @throws IOException if the archive cannot be read or is damaged
   */
  public Citation cite(Search search) throws IOException {
    requireNonNull(search, "search");
    return read(snapshot -> counting.cite(snapshot, search));
  }

  /**
   * {@return whether a search still finds what it found when it was cited, and what differs}
   *
   * @throws InvalidSearchException as {@link #search} does
   * @throws IOException if the archive cannot be read or is damaged
   */
  public CitationCheck check(Citation citation) throws IOException {
    requireNonNull(citation, "citation");
    return new CitationCheck(citation, cite(citation.search()));
  }

  private <T> T read(SnapshotFunction<T> work) throws IOException {
    requireOpen();
    return reading.read(work);
  }

  private Writing writing() throws IOException {
    requireOpen();
    Writing open = openWriting();
    upkeep.tellFailure();
    return open;
  }

  private Writing openWriting() {
    if (writing == null) {
      throw new IllegalStateException("archive " + name + " is open for reading only");
    }
    return writing;
  }

  private void requireOpen() {
    if (closed.get()) {
      throw new IllegalStateException("archive " + name + " is closed");
    }
  }

  /**
   * Checks the last commit, reading all of it: the checksums of the files, the structures of the
   * index, and that each article stands whole, as it was added, with quotations that lie in its
   * text. What was added since is not looked at.
   *
   * @throws IOException if there is no archive any more
   */
  public Verification verify() throws IOException {
    requireOpen();
    return verification(
        writing != null ? writing.writer().verify() : Verifier.verify(Path.of(name)));
  }

  /**
   * Checks the archive in a folder, as {@link #verify()} does, even if it cannot be opened.
   *
   * @throws IOException if there is no archive in the folder
   */
  public static Verification verify(Path folder) throws IOException {
    return verification(Verifier.verify(folder));
  }

  private static Verification verification(Verifier.Report report) {
    return new Verification(
        report.articles(), report.quotations(), report.problems(), report.firstBroken());
  }

  /**
   * Copies the last commit to another folder, while writing goes on. The copy is an archive, which
   * is opened as any other. Files that are there from an earlier copy are not copied again; the
   * checksums of all are compared. The earlier copy is good until the new one is complete. A copy
   * that was opened for writing is an archive of its own, which nothing is copied to.
   *
   * @param target an earlier copy of this archive, an empty or a new folder
   * @throws IOException if the target holds something else or cannot be written, or a file of this
   *     archive is damaged
   */
  public BackupReport snapshot(Path target) throws IOException {
    requireNonNull(target, "target");
    requireOpen();
    Backup.Copy copy = writing != null ? writing.writer().copyTo(target) : snapshots.copyTo(target);
    return new BackupReport(copy.files(), copy.copied(), copy.bytes());
  }

  /**
   * Rebuilds an archive of an older format in the present one, from the articles and quotations
   * that it holds, in one step: until it is done, the archive is as it was. It needs room for both.
   * A copy that was made before stays as it is; the next one needs a folder of its own.
   *
   * @throws IOException if there is no archive in the folder, a writer has it open, its format is
   *     not known, or it cannot be read or written
   */
  public static UpgradeReport upgrade(Path folder) throws IOException {
    Upgrade.Done done = Upgrade.upgrade(folder, ArchiveOptions.DEFAULT.writerSettings());
    return new UpgradeReport(done.from(), Schema.FORMAT, done.articles());
  }

  /**
   * Extracts the quotations of the articles anew where another version of the extractor found them,
   * or another authority knew the speakers, with several threads. The articles keep their ids, and
   * so do quotations that begin at the same place. Articles whose quotations were given, and those
   * that are changed meanwhile, stay as they are.
   *
   * @param observer is told of commits, which are made as the options say
   * @return what became of them: replaced, or unchanged if they were changed meanwhile
   * @throws IllegalStateException if the archive is open for reading only
   * @throws IOException if the archive cannot be read or written; what was done before stays
   */
  public AddReport reextract(AddObserver observer) throws IOException {
    requireNonNull(observer, "observer");
    Writing open = writing();
    open.writer().refresh();
    return snapshots.use(snapshot -> open.reextract(snapshot, observer));
  }

  /**
   * Closes without committing: what was changed since the last commit is gone. Has no effect on an
   * archive that is closed already.
   *
   * @throws IllegalStateException if the archive is open for reading only
   * @throws IOException if the archive cannot be closed
   */
  public void rollback() throws IOException {
    if (closed.get()) {
      return;
    }
    ArchiveWriter open = openWriting().writer();
    if (closed.compareAndSet(false, true)) {
      try (upkeep;
          reading) {
        open.rollback();
      }
    }
  }

  /**
   * Commits what was changed and closes. Searches that run come to their end. Closing twice has no
   * effect.
   *
   * @throws IOException if what was changed since the last commit could not be written
   */
  @Override
  public void close() throws IOException {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    Closeable kept = writing != null ? writing : snapshots;
    try (kept;
        reading) {
      upkeep.close();
    }
  }
}
