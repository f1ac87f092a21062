package onrecord;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import onrecord.engine.AnnotationReport;
import onrecord.engine.BackupReport;
import onrecord.engine.Change;
import onrecord.engine.Engine;
import onrecord.engine.FrozenState;
import onrecord.engine.ProgressObserver;
import onrecord.engine.Statistics;
import onrecord.engine.StoredArticle;
import onrecord.engine.UpgradeReport;
import onrecord.engine.Verification;
import onrecord.extract.QuotationExtractor;
import onrecord.lucene.LuceneEngine;
import onrecord.model.Annotation;
import onrecord.model.Annotation.Correction;
import onrecord.model.Arrival;
import onrecord.model.Article;
import onrecord.model.Quotation;
import onrecord.model.RecordedAnnotation;
import onrecord.model.Span;
import onrecord.query.AnswerCheck;
import onrecord.query.AnswerCitation;
import onrecord.query.ArchiveInfo;
import onrecord.query.Citation;
import onrecord.query.CitationChanges;
import onrecord.query.CitationCheck;
import onrecord.query.CitationComparison;
import onrecord.query.CitedQuotation;
import onrecord.query.ExpiredCursorException;
import onrecord.query.Explanation;
import onrecord.query.Facet;
import onrecord.query.FacetCount;
import onrecord.query.Hit;
import onrecord.query.Identified;
import onrecord.query.InvalidSearchException;
import onrecord.query.NewSince;
import onrecord.query.Query;
import onrecord.query.Search;
import onrecord.query.SearchLimitException;
import onrecord.query.SearchResult;
import onrecord.query.Selection;
import onrecord.query.Suggestions;
import onrecord.query.Watermark;
import onrecord.source.ArticleFormatException;
import onrecord.source.ArticleRecord;

/**
 * An archive of quotations: articles are added, searches are answered. Thread-safe.
 *
 * {@snippet file="onrecord/SnippetsTest.java" region="archive"}
 *
 * }
 *
 * <p>An archive consists of a {@link QuotationExtractor}, which finds the quotations of the
 * articles that are added, and an {@link Engine}, which stores them and answers searches. By
 * default these are an {@link onrecord.extract.Extractor} and an engine on Apache Lucene; others
 * are given by {@link ArchiveOptions} and {@link #of}.
 *
 * <p>What is added becomes visible to searches by the next {@link #commit} or {@link #refresh}, and
 * by default within a second, see {@link ArchiveOptions}. It is durable after the next {@code
 * commit} or {@link #close}: when that has returned, it is still there after a crash. After a
 * crash, articles that were added since the last commit may be missing, but no article is
 * incomplete. An archive can be open for writing once, and for reading any number of times, also by
 * other processes.
 *
 * <p>A thread that is interrupted while it opens an archive for writing, adds, deletes, refreshes,
 * commits, verifies, backs up, upgrades or closes completes that operation and remains interrupted.
 * {@link #addAll} and {@link #reextract} stop before the next article with an {@link
 * java.io.InterruptedIOException}; what they have added is kept. If an archive is open for reading
 * only, opening and refreshing may fail when interrupted.
 *
 * <p>Every method except {@code close} throws {@link IllegalStateException} if the archive is
 * closed; those that change it also throw it if the archive is open for reading only. An {@link
 * IOException} names what could not be read or written; the last commit is then still intact.
 */
public final class Archive implements AutoCloseable {

  private final Engine engine;
  private final ArchiveOptions options;
  private final CommitPolicy commits;
  final Upkeep upkeep = new Upkeep();
  private final AtomicBoolean closed = new AtomicBoolean();

  private Archive(Engine engine, ArchiveOptions options) {
    this.engine = engine;
    this.options = options;
    this.commits = new CommitPolicy(engine, options.commitEveryArticles());
  }

  /**
   * Opens an archive for reading and writing with the default options. If the folder is missing or
   * empty, a new archive is created in it. The caller closes it.
   *
   * @param folder the folder of the archive
   * @throws IOException if the folder holds something other than an archive, which is left as it
   *     is, or an archive of an older format; if another writer has the archive open; or if it
   *     cannot be read or written
   */
  public static Archive open(Path folder) throws IOException {
    return open(folder, ArchiveOptions.DEFAULT);
  }

  /**
   * Opens an archive for reading and writing. If the folder is missing or empty, a new archive is
   * created in it. The caller closes it.
   *
   * @param folder the folder of the archive
   * @param options how articles are added to it
   * @throws IllegalArgumentException if the options name a frozen state, which is only read
   * @throws IOException if the folder holds something other than an archive, which is left as it
   *     is, or an archive of an older format; if another writer has the archive open; or if it
   *     cannot be read or written
   */
  public static Archive open(Path folder, ArchiveOptions options) throws IOException {
    return open(folder, options, Upkeep::clock);
  }

  static Archive open(Path folder, ArchiveOptions options, Upkeep.Timer timer) throws IOException {
    requireNonNull(folder, "folder");
    requireNonNull(options, "options");
    options
        .at()
        .ifPresent(state -> {
          throw new IllegalArgumentException(
              "a frozen state can be opened for reading only, but '" + state + "' was not");
        });
    return of(
        LuceneEngine.open(folder, options.extractor().version(), options.engineSettings()),
        options,
        timer);
  }

  /**
   * Opens an archive for reading only. It may be written to meanwhile; {@link #refresh} makes the
   * last commit visible. The caller closes it.
   *
   * @param folder the folder of the archive
   * @throws IOException if there is no archive in the folder, or it cannot be read
   */
  public static Archive openReadOnly(Path folder) throws IOException {
    return openReadOnly(folder, ArchiveOptions.DEFAULT);
  }

  /**
   * Opens an archive for reading only. It may be written to meanwhile; {@link #refresh} makes the
   * last commit visible, and is called automatically if {@link ArchiveOptions#followEvery} is set.
   * If that fails, the next call that reads the archive throws an {@link IOException}. The caller
   * closes it.
   *
   * @param folder the folder of the archive
   * @param options the options, of which those on cursors, {@code followEvery} and {@code at} are
   *     used
   * @throws IOException if there is no archive in the folder, it has no frozen state with the name
   *     that {@code at} specifies, or it cannot be read
   */
  public static Archive openReadOnly(Path folder, ArchiveOptions options) throws IOException {
    return openReadOnly(folder, options, Upkeep::clock);
  }

  static Archive openReadOnly(Path folder, ArchiveOptions options, Upkeep.Timer timer)
      throws IOException {
    requireNonNull(folder, "folder");
    requireNonNull(options, "options");
    return of(
        LuceneEngine.openReadOnly(folder, options.at(), options.engineSettings()), options, timer);
  }

  /**
   * {@return whether there is an archive in a folder, whether it can be opened or not}
   *
   * @throws IOException if the folder cannot be read
   */
  public static boolean exists(Path folder) throws IOException {
    requireNonNull(folder, "folder");
    return LuceneEngine.exists(folder);
  }

  /**
   * {@return a new archive in memory, which is discarded when it is closed}
   *
   * @throws IOException if it cannot be created
   */
  public static Archive inMemory() throws IOException {
    return inMemory(ArchiveOptions.DEFAULT);
  }

  /**
   * {@return a new archive in memory, which is discarded when it is closed}
   *
   * @param options how articles are added to it
   * @throws IOException if it cannot be created
   */
  public static Archive inMemory(ArchiveOptions options) throws IOException {
    requireNonNull(options, "options");
    return of(inMemoryEngine(options, System::nanoTime), options);
  }

  /** A new archive in memory that takes the time from a clock; nothing is done automatically. */
  static Archive inMemory(LongSupplier nanos) throws IOException {
    ArchiveOptions options = ArchiveOptions.DEFAULT;
    return new Archive(inMemoryEngine(options, nanos), options);
  }

  private static Engine inMemoryEngine(ArchiveOptions options, LongSupplier nanos)
      throws IOException {
    return LuceneEngine.inMemory(options.extractor().version(), options.engineSettings(), nanos);
  }

  /**
   * Returns an archive on an engine. The archive closes the engine; the caller closes the archive.
   *
   * @param engine stores the articles and answers the searches
   * @param options how articles are added; the limits of the engine are its own
   */
  public static Archive of(Engine engine, ArchiveOptions options) {
    return of(engine, options, Upkeep::clock);
  }

  private static Archive of(Engine engine, ArchiveOptions options, Upkeep.Timer timer) {
    requireNonNull(engine, "engine");
    requireNonNull(options, "options");
    Archive archive = new Archive(engine, options);
    if (engine.isReadOnly()) {
      archive.upkeep.every(options.followEvery(), timer, engine::refresh);
    } else {
      archive.upkeep.every(options.refreshEvery(), timer, engine::refreshForSearches);
      archive.upkeep.every(options.commitEvery(), timer, archive.commits::commitChanges);
    }
    return archive;
  }

  /**
   * Extracts the quotations of an article and adds both, replacing the article with the same id if
   * there is one. Searches see all of it or nothing. Nothing is done if the archive already holds
   * exactly this article, with quotations that this version of the extractor found.
   *
   * @throws IllegalArgumentException if the article or a name in it is too long
   * @throws IOException if the archive cannot be written
   */
  public void add(Article article) throws IOException {
    requireNonNull(article, "article");
    requireWritable();
    if (extractAndPut(article) != Change.UNCHANGED) {
      commits.changed(1);
    }
  }

  private Change extractAndPut(Article article) throws IOException {
    QuotationExtractor extractor = options.extractor();
    return engine.put(article, Optional.of(extractor.version()), () -> extractor.extract(article));
  }

  /**
   * Adds an article with quotations that were found by other means, replacing the article with the
   * same id if there is one. Their speakers are {@linkplain QuotationExtractor#identify identified}
   * by the extractor. Searches see all of it or nothing.
   *
   * @param article the article
   * @param quotations its quotations, in the order of the text
   * @throws IllegalArgumentException if a quotation does not fit the text, two have the same id, or
   *     the article or a name in it is too long
   * @throws IOException if the archive cannot be written
   */
  public void add(Article article, List<Quotation> quotations) throws IOException {
    requireNonNull(quotations, "quotations");
    requireNonNull(article, "article");
    List<Quotation> given = List.copyOf(quotations);
    requireWritable();
    put(article, given);
    commits.changed(1);
  }

  private Change put(Article article, List<Quotation> quotations) throws IOException {
    return engine.put(
        article,
        Optional.empty(),
        () -> quotations.stream().map(options.extractor()::identify).toList());
  }

  /**
   * Adds many articles, as {@link #addAll(Stream, AddObserver)} does.
   *
   * @param records the articles, and what stands for those that could not be read; not closed
   * @return what was done
   * @throws IOException if the archive cannot be written; what was added before is kept
   */
  public AddReport addAll(Stream<ArticleRecord> records) throws IOException {
    return addAll(records, AddObserver.NONE);
  }

  /**
   * Adds many articles with several threads: those that carry quotations as {@link #add(Article,
   * List)} does, the others as {@link #add(Article)} does. An article that a record {@linkplain
   * ArticleRecord#withdrawn() withdraws} is deleted. An article that cannot be added is skipped and
   * reported; of two records with the same id, the later one counts, unless its source states that
   * it is an {@linkplain ArticleRecord#version() older version}. A bounded number of articles is
   * held in memory. Commits are made as the options specify; the last part remains to be committed.
   * An interrupted run can be repeated at little cost, since articles that the archive already
   * holds are not extracted again.
   *
   * @param records the articles, and what stands for those that could not be read; not closed
   * @param observer is notified of commits and rejections
   * @return what was done
   * @throws IOException if the archive cannot be written; what was added before is kept
   */
  public AddReport addAll(Stream<ArticleRecord> records, AddObserver observer) throws IOException {
    requireNonNull(records, "records");
    requireNonNull(observer, "observer");
    requireWritable();
    VersionOrder versions = new VersionOrder(engine);
    return adder(observer).addAll(records.map(record -> task(record, versions)));
  }

  private BulkAdder adder(AddObserver observer) {
    return new BulkAdder(commits, engine.processors(), observer);
  }

  private BulkAdder.Task task(ArticleRecord record, VersionOrder versions) {
    return record
        .withdrawn()
        .map(id ->
            new BulkAdder.Task(
                record.source(),
                record.line(),
                Optional.of(id),
                0,
                () -> withdraw(record, id, versions)))
        .orElseGet(() -> additionOf(record, versions));
  }

  private BulkAdder.Done withdraw(ArticleRecord record, String id, VersionOrder versions)
      throws IOException {
    if (versions.isOutdated(record, id)) {
      return new BulkAdder.Done(BulkAdder.Outcome.OUTDATED_WITHDRAWAL, false);
    }
    boolean held = engine.delete(id);
    versions.taken(record, id);
    return new BulkAdder.Done(held ? BulkAdder.Outcome.DELETED : BulkAdder.Outcome.NOT_HELD, false);
  }

  private BulkAdder.Task additionOf(ArticleRecord record, VersionOrder versions) {
    Article article;
    try {
      article = record.article();
    } catch (ArticleFormatException e) {
      return new BulkAdder.Task(
          record.source(),
          record.line(),
          Optional.empty(),
          0,
          () -> {
            throw e;
          });
    }
    return new BulkAdder.Task(
        record.source(),
        record.line(),
        Optional.of(article.id()),
        BulkAdder.length(article, record.quotations().orElse(List.of())),
        () -> add(record, article, versions));
  }

  private BulkAdder.Done add(ArticleRecord record, Article article, VersionOrder versions)
      throws IOException {
    if (versions.isOutdated(record, article.id())) {
      return new BulkAdder.Done(BulkAdder.Outcome.OUTDATED, false);
    }
    Optional<List<Quotation>> given = record.quotations();
    BulkAdder.Done done =
        given.isPresent()
            ? new BulkAdder.Done(BulkAdder.Outcome.of(put(article, given.get())), false)
            : done(article, extractAndPut(article));
    versions.taken(record, article.id());
    return done;
  }

  private BulkAdder.Done done(Article article, Change change) {
    return new BulkAdder.Done(
        BulkAdder.Outcome.of(change), !options.extractor().isForLanguageOf(article));
  }

  /**
   * Adds what coders have found about quotations: labels, which become {@linkplain
   * onrecord.query.OwnField#ofQuotation fields} of the quotations, and corrections of speakers,
   * which take the place of the speakers that were found otherwise. Annotations on quotations that
   * searches do not see yet can be added, too.
   *
   * {@snippet file="onrecord/SnippetsTest.java" region="annotations"}
   *
   * <p>Annotations are kept when an article is added again, also with another text, and when its
   * quotations are extracted again: they are then on the quotation at the same passage, or with the
   * same words, whatever its id. One whose quotation is no longer there is kept, too, and is on it
   * again when a later extraction finds it. They are deleted with their article. Of an article, all
   * that are added by one call become visible and durable at once.
   *
   * <p>The corrected speakers are {@linkplain QuotationExtractor#identify identified} by the
   * extractor as those of given quotations are.
   *
   * @param annotations the annotations, in the order in which they were made
   * @return what was done, with those that could not be added
   * @throws IOException if the archive cannot be read or written
   */
  public AnnotationReport annotate(List<Annotation> annotations) throws IOException {
    requireNonNull(annotations, "annotations");
    requireWritable();
    AnnotationReport report = engine.annotate(annotations.stream().map(this::identified).toList());
    commits.changed(report.added());
    return report;
  }

  /** {@return an annotation whose speaker is identified, if it is a correction} */
  private Annotation identified(Annotation annotation) {
    if (!(annotation.statement() instanceof Correction correction)
        || correction.speaker().isEmpty()) {
      return annotation;
    }
    Article words = Article.builder(annotation.quotation(), "words").build();
    Quotation said =
        Quotation.builder(words, List.of(new Span(0, words.text().length())))
            .speaker(correction.speaker().get())
            .build();
    return Annotation.correction(
        annotation.quotation(),
        options.extractor().identify(said).speaker(),
        annotation.coder(),
        annotation.day());
  }

  /**
   * {@return all annotations, those of an article in the order in which they were added; to be
   * closed like {@link #stream}}
   *
   * @throws IOException if the archive cannot be read
   */
  public Stream<RecordedAnnotation> annotations() throws IOException {
    requireReadable();
    return engine.annotations();
  }

  /**
   * {@return the quotation with an id as it was found or given, without what annotations say, if
   * there is one}
   *
   * @throws IOException if the archive cannot be read
   */
  public Optional<Quotation> unannotated(String id) throws IOException {
    requireNonNull(id, "id");
    requireReadable();
    return engine.unannotated(id);
  }

  /**
   * Deletes an article with its quotations.
   *
   * @return whether there was one with this id
   * @throws IOException if the archive cannot be written
   */
  public boolean delete(String id) throws IOException {
    requireNonNull(id, "id");
    requireWritable();
    boolean deleted = engine.delete(id);
    if (deleted) {
      commits.changed(1);
    }
    return deleted;
  }

  /**
   * Deletes whole articles, including those that searches do not see yet. A query that is only
   * about articles (headline, text, outlet, section, author, language, tag, article id and day of
   * publication, in any combination) deletes the articles that it matches, whether they have
   * quotations or not; any other query deletes those with at least one quotation, of any kind, that
   * it matches.
   *
   * @return the number of articles that were deleted
   * @throws InvalidSearchException if the query has too many clauses, or lacks a word where one is
   *     required
   * @throws IOException if the archive cannot be written
   */
  public long delete(Query query) throws IOException {
    requireNonNull(query, "query");
    requireWritable();
    long deleted = engine.delete(query);
    commits.changed(deleted);
    return deleted;
  }

  /**
   * Lists the articles that {@link #delete(Query)} would delete now, of those that searches see.
   *
   * @param query the query
   * @param ids receives the id of each article
   * @return the number of articles
   * @throws InvalidSearchException as {@link #delete(Query)} does
   * @throws IOException if the archive cannot be read
   */
  public long listForDeletion(Query query, Consumer<String> ids) throws IOException {
    requireNonNull(query, "query");
    requireNonNull(ids, "ids");
    requireOpen();
    return engine.listForDeletion(query, ids);
  }

  /**
   * Writes all changes to disk and makes them visible to searches. When this method returns, they
   * are durable.
   *
   * @throws IOException if the archive cannot be written
   */
  public void commit() throws IOException {
    requireWritable();
    commits.commit();
  }

  /**
   * Makes all changes visible to searches, without making them durable; if the archive is open for
   * reading only, what another process has committed.
   *
   * @throws IOException if the archive cannot be read
   */
  public void refresh() throws IOException {
    requireOpen();
    engine.refresh();
  }

  /**
   * {@return a page of the hits of a search with its facets, all from one snapshot of the archive}
   *
   * <p>A page has a {@linkplain SearchResult#cursor cursor} to the next one, which is from the same
   * snapshot, whatever is added or deleted meanwhile. The snapshot is kept after a page of it was
   * last requested, within the limits of {@link ArchiveOptions#cursorLifetime} and {@link
   * ArchiveOptions#cursorBytes}, and at most until the archive is closed. A cursor remains valid
   * after the archive is reopened, provided that nothing has changed.
   *
   * @throws InvalidSearchException if the cursor is malformed or belongs to another search, a
   *     regular expression is malformed, or a word is missing where one is required
   * @throws SearchLimitException if the search exceeds one of its limits
   * @throws ExpiredCursorException if the snapshot of the cursor is no longer open
   * @throws IOException if the archive cannot be read
   */
  public SearchResult search(Search search) throws IOException {
    requireNonNull(search, "search");
    requireReadable();
    return engine.search(search);
  }

  /**
   * {@return the page after one that {@link #search} returned; empty if that was the last}
   *
   * {@snippet file="onrecord/SnippetsTest.java" region="pages"}
   *
   * @param search the search that returned the page
   * @param page the page
   * @throws ExpiredCursorException if the snapshot of the page is no longer open
   * @throws IOException if the archive cannot be read
   */
  public Optional<SearchResult> nextPage(Search search, SearchResult page) throws IOException {
    requireNonNull(search, "search");
    requireNonNull(page, "page");
    Optional<Search> next = search.after(page);
    return next.isPresent() ? Optional.of(search(next.get())) : Optional.empty();
  }

  /**
   * {@return how the score of a quotation was computed; empty if a search does not find a quotation
   * with the id}
   *
   * @throws InvalidSearchException as {@link #search} does
   * @throws IOException if the archive cannot be read
   */
  public Optional<Explanation> explain(Search search, String id) throws IOException {
    requireNonNull(search, "search");
    requireNonNull(id, "id");
    requireReadable();
    return engine.explain(search, id);
  }

  /**
   * {@return all hits of a search in their order, regardless of its page size}
   *
   * <p>They are read one by one from one snapshot of the archive, holding some thousand document
   * numbers in memory. The snapshot stays open until the last hit is read or the stream is closed;
   * use a try-with-resources statement. If the archive cannot be read, the stream throws {@link
   * java.io.UncheckedIOException}.
   *
   * @throws InvalidSearchException as {@link #search} does, and if the search has a cursor
   * @throws IOException if the archive cannot be read
   */
  public Stream<Hit> stream(Search search) throws IOException {
    requireNonNull(search, "search");
    requireReadable();
    return engine.hits(search);
  }

  /**
   * {@return all values of a facet with their counts, in the order of the values, dates by day; to
   * be closed like {@link #stream}}
   *
   * @param search what is counted; its filter on this facet is ignored
   * @throws InvalidSearchException as {@link #search} does
   * @throws IOException if the archive cannot be read
   */
  public Stream<FacetCount> values(Search search, Facet facet) throws IOException {
    requireNonNull(search, "search");
    requireNonNull(facet, "facet");
    requireReadable();
    return engine.values(search, facet);
  }

  /**
   * {@return the articles that have a quotation that a search finds, each once and in no particular
   * order; to be closed like {@link #stream}}
   *
   * @throws InvalidSearchException as {@link #search} does
   * @throws IOException if the archive cannot be read
   */
  public Stream<Article> articles(Search search) throws IOException {
    requireNonNull(search, "search");
    requireReadable();
    return engine.articles(search);
  }

  /**
   * Passes on the articles that match a search, but have no quotation that it finds, in no
   * particular order. A search that is only about articles, as in {@link #delete(Query)}, is
   * matched by articles whether they have quotations or not; any other is matched by articles with
   * a quotation of any kind that matches.
   *
   * {@snippet file="onrecord/SnippetsTest.java" region="whole"}
   *
   * @param search the search
   * @param visitor receives the articles
   * @return the number of articles
   * @throws IllegalArgumentException if the search has filters, or is for {@linkplain
   *     Search#distinct() distinct} quotations
   * @throws InvalidSearchException as {@link #search} does
   * @throws IOException if the archive cannot be read, or the visitor throws an {@link
   *     UncheckedIOException}
   */
  public long articlesWithout(Search search, Consumer<Article> visitor) throws IOException {
    requireNonNull(search, "search");
    requireNonNull(visitor, "visitor");
    requireReadable();
    return new UnquotedArticles(engine, search).forEach(visitor);
  }

  /**
   * {@return the article with an id, if there is one}
   *
   * @throws IOException if the archive cannot be read
   */
  public Optional<Article> article(String id) throws IOException {
    requireNonNull(id, "id");
    requireReadable();
    return engine.article(id);
  }

  /**
   * {@return when the article with an id came in; empty if there is none, or if it came in before
   * archives kept this}
   *
   * @throws IOException if the archive cannot be read
   */
  public Optional<Arrival> arrival(String id) throws IOException {
    requireNonNull(id, "id");
    requireReadable();
    return engine.arrival(id);
  }

  /**
   * {@return a search restricted to what is new since it was last answered}
   *
   * {@snippet file="onrecord/SnippetsTest.java" region="new"}
   *
   * @param search the search
   * @param before the {@linkplain NewSince#watermark() watermark} of the last answer; empty for the
   *     first one, to which everything is new
   * @throws InvalidSearchException if the watermark is of another archive, or this archive is at an
   *     earlier commit, or has a format whose commits are not numbered
   * @throws IOException if the archive cannot be read
   */
  public NewSince newSince(Search search, Optional<Watermark> before) throws IOException {
    requireNonNull(search, "search");
    requireNonNull(before, "before");
    requireReadable();
    return NewSince.of(search, before, engine.watermark());
  }

  /**
   * {@return the quotation with an id, of whatever kind, with its article, if there is one}
   *
   * @throws IOException if the archive cannot be read
   */
  public Optional<Hit> quotation(String id) throws IOException {
    requireReadable();
    if (requireNonNull(id, "id").isBlank()) {
      return Optional.empty();
    }
    Search search =
        Search.builder(Query.quotation(id))
            .kinds(Selection.ALL_KINDS)
            .highlight(false)
            .pageSize(1)
            .build();
    return search(search).hits().stream().findFirst();
  }

  /**
   * {@return what an id, or the start of one, may denote} This is the article with this id; or else
   * the articles whose ids begin with it; or else the quotations, in the same way.
   *
   * @param start an id or the start of one
   * @param limit the maximum number of results, 1 or more
   * @throws IllegalArgumentException if the limit is out of range
   * @throws IOException if the archive cannot be read
   */
  public List<Identified> identify(String start, int limit) throws IOException {
    requireReadable();
    requireNonNull(start, "start");
    if (limit < 1) {
      throw new IllegalArgumentException("limit must be 1 or more, but was " + limit);
    }
    return engine.identify(start, limit);
  }

  /**
   * {@return what the archive holds}
   *
   * @throws IOException if the archive cannot be read
   */
  public ArchiveInfo info() throws IOException {
    requireReadable();
    return engine.info();
  }

  /** {@return the statistics of this archive, which can be used until it is closed} */
  public Statistics statistics() {
    requireOpen();
    return engine.statistics();
  }

  /**
   * {@return the speakers whose names begin with what a user has typed}
   *
   * @param typed the beginning of one or more parts of a name
   * @param search restricts the suggestions to the speakers of the quotations that it finds
   * @param limit the maximum number of suggestions, 1 or more
   * @throws InvalidSearchException if more than {@value Suggestions#MAX_WORDS} words are typed, the
   *     limit is not positive, or as {@link #search} does
   * @throws IOException if the archive cannot be read
   */
  public Suggestions suggest(String typed, Search search, int limit) throws IOException {
    requireNonNull(typed, "typed");
    requireNonNull(search, "search");
    requireReadable();
    return engine.suggest(typed, search, limit);
  }

  /**
   * {@return a citation of what a search finds, which can be checked later}
   *
   * <p>The checksums of the archive's files are verified first, once for as long as the files are
   * open, so that a number that damage has altered is not cited.
   *
   * @param search the search; its selection is cited
   * @throws InvalidSearchException as {@link #search} does
   * @throws IOException if the archive cannot be read or is damaged
   */
  public Citation cite(Search search) throws IOException {
    return cite(search, quotation -> {});
  }

  /**
   * {@return a citation of what a search finds, as {@link #cite(Search)} does}
   *
   * @param quotations accepts each quotation found, in the order of their ids in UTF-8 and, for
   *     equal ids, of their contents; what it throws is thrown
   * @throws InvalidSearchException as {@link #search} does
   * @throws IOException if the archive cannot be read or is damaged
   */
  public Citation cite(Search search, Consumer<CitedQuotation> quotations) throws IOException {
    requireNonNull(search, "search");
    requireNonNull(quotations, "quotations");
    requireReadable();
    return engine.cite(search, today(), quotations);
  }

  /**
   * {@return a citation of an answer of this archive, such as a statistic, which can be checked
   * later}
   *
   * <p>The archive must not have changed since it gave the answer; open it for reading only. The
   * checksums of its files are verified first, as by {@link #cite(Search)}.
   *
   * @param command the command that asks for the answer, and its arguments: those of the command
   *     line if it is to check the citation
   * @param answer the answer in JSON, as {@code onrecord.format.ResultJson} writes it
   * @throws IllegalArgumentException if the command is empty
   * @throws IOException if the archive cannot be read or is damaged
   */
  public AnswerCitation cite(List<String> command, String answer) throws IOException {
    requireNonNull(command, "command");
    requireNonNull(answer, "answer");
    requireReadable();
    return engine.cite(command, AnswerCitation.checksum(answer), today());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(options.clock().instant(), ZoneOffset.UTC);
  }

  /**
   * {@return whether the answer to a question is still the one that was cited, and what differs}
   *
   * @param citation the citation
   * @param answer the answer of this archive to the cited command now, in JSON
   * @throws IOException if the archive cannot be read or is damaged
   */
  public AnswerCheck check(AnswerCitation citation, String answer) throws IOException {
    requireNonNull(citation, "citation");
    requireNonNull(answer, "answer");
    return new AnswerCheck(citation, cite(citation.command(), answer));
  }

  /**
   * Commits all changes and keeps this state of the archive under a name. It can be read by {@link
   * ArchiveOptions.Builder#at}, whatever is added, deleted or upgraded later, and takes the space
   * of what the archive no longer needs for itself. A {@linkplain #backUp backup} has no states; it
   * is one of a state if the archive is open at that.
   *
   * @param state the name: 1 to 64 letters a to z, digits, dots, underscores and hyphens, the first
   *     a letter or digit
   * @throws IllegalArgumentException if the name is not valid
   * @throws IOException if there is a state with this name, or the archive cannot be written
   */
  public void freeze(String state) throws IOException {
    requireNonNull(state, "state");
    requireWritable();
    engine.freeze(state, today());
  }

  /**
   * Commits all changes and deletes a state that is kept under a name. What it alone needs is
   * deleted once nobody reads it.
   *
   * @return whether there was a state with this name
   * @throws IOException if the archive cannot be written
   */
  public boolean unfreeze(String state) throws IOException {
    requireNonNull(state, "state");
    requireWritable();
    return engine.unfreeze(state);
  }

  /**
   * {@return the states that are kept under names, in the order of these}
   *
   * @throws IOException if the archive cannot be read
   */
  public List<FrozenState> states() throws IOException {
    requireReadable();
    return engine.states();
  }

  /**
   * {@return the number of articles by the version of the extractor that found their quotations, in
   * the order of the versions} {@link onrecord.query.CitedArchive#GIVEN} represents articles whose
   * quotations were given. All articles are read.
   *
   * @throws IOException if the archive cannot be read
   */
  public SortedMap<String, Long> extractors() throws IOException {
    requireReadable();
    return engine.extractors();
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

  /**
   * {@return which quotations have come, gone and changed since a search was cited}
   *
   * @param citation the citation
   * @param cited the quotations that it covers, as they were passed on when it was made
   * @throws IllegalArgumentException if the quotations are not those that the citation covers
   * @throws InvalidSearchException as {@link #search} does
   * @throws IOException if the archive cannot be read or is damaged
   */
  public CitationChanges check(Citation citation, Iterator<CitedQuotation> cited)
      throws IOException {
    requireNonNull(citation, "citation");
    requireNonNull(cited, "cited");
    CitationComparison comparison = new CitationComparison(citation, cited);
    return comparison.finish(cite(citation.search(), comparison));
  }

  private void requireWritable() throws IOException {
    requireOpen();
    if (engine.isReadOnly()) {
      throw readOnly();
    }
    upkeep.throwFailure();
  }

  private void requireReadable() throws IOException {
    requireOpen();
    if (engine.isReadOnly()) {
      upkeep.throwFailure();
    }
  }

  private IllegalStateException readOnly() {
    return new IllegalStateException("archive " + engine.name() + " is open for reading only");
  }

  private void requireOpen() {
    if (closed.get()) {
      throw new IllegalStateException("archive " + engine.name() + " is closed");
    }
  }

  /**
   * Verifies the last commit by reading all of it: the checksums of the files, the structures of
   * the index, and that each article is complete, as it was added, with quotations that lie in its
   * text. Later changes are not verified.
   *
   * @throws IOException if the archive no longer exists, or a file cannot be read, whether it is
   *     damaged or not
   */
  public Verification verify() throws IOException {
    return verify(ProgressObserver.NONE);
  }

  /**
   * Verifies the last commit, as {@link #verify()} does.
   *
   * @param observer is notified of the progress
   * @throws IOException if the archive no longer exists, or a file cannot be read, whether it is
   *     damaged or not
   */
  public Verification verify(ProgressObserver observer) throws IOException {
    requireNonNull(observer, "observer");
    requireOpen();
    return engine.verify(observer);
  }

  /**
   * Verifies the archive in a folder, as {@link #verify()} does, even if it cannot be opened.
   *
   * @throws IOException if there is no archive in the folder, or a file cannot be read, whether it
   *     is damaged or not
   */
  public static Verification verify(Path folder) throws IOException {
    return verify(folder, ProgressObserver.NONE);
  }

  /**
   * Verifies the archive in a folder, as {@link #verify(Path)} does.
   *
   * @param observer is notified of the progress
   * @throws IOException if there is no archive in the folder, or a file cannot be read, whether it
   *     is damaged or not
   */
  public static Verification verify(Path folder, ProgressObserver observer) throws IOException {
    requireNonNull(folder, "folder");
    return LuceneEngine.verify(folder, requireNonNull(observer, "observer"));
  }

  /**
   * Backs up the last commit to another folder, while writing continues. The backup is itself an
   * archive. Files that are there from an earlier backup are not copied again; the checksums of all
   * files are compared. The earlier backup remains valid until the new one is complete. A backup
   * that was opened for writing is an archive of its own, and is no longer a target.
   *
   * @param target an earlier backup of this archive, an empty folder or a new one
   * @throws IOException if the target holds something else or cannot be written, or a file of this
   *     archive is damaged
   */
  public BackupReport backUp(Path target) throws IOException {
    return backUp(target, ProgressObserver.NONE);
  }

  /**
   * Backs up the last commit, as {@link #backUp(Path)} does.
   *
   * @param observer is notified of the progress, in bytes, half of which are those of verifying
   * @throws IOException if the target holds something else or cannot be written, or a file of this
   *     archive is damaged
   */
  public BackupReport backUp(Path target, ProgressObserver observer) throws IOException {
    requireNonNull(target, "target");
    requireNonNull(observer, "observer");
    requireOpen();
    return engine.backUp(target, observer);
  }

  /**
   * Rebuilds an archive of an older format in the current one, from the articles and quotations
   * that it holds, in one step: until that is complete, the archive is as it was. Disk space for
   * both is required. An earlier backup remains as it is; the next one needs a folder of its own.
   * An archive that is damaged is not rebuilt. One that already has the current format is left as
   * it is without reading its articles: {@link #verify(Path)} checks it.
   *
   * @throws IOException if there is no archive in the folder, a writer has it open, its format is
   *     unknown, or it cannot be read or written
   */
  public static UpgradeReport upgrade(Path folder) throws IOException {
    return upgrade(folder, ProgressObserver.NONE);
  }

  /**
   * Rebuilds an archive, as {@link #upgrade(Path)} does.
   *
   * @param observer is notified of the progress
   * @throws IOException if there is no archive in the folder, a writer has it open, its format is
   *     unknown, or it cannot be read or written
   */
  public static UpgradeReport upgrade(Path folder, ProgressObserver observer) throws IOException {
    requireNonNull(folder, "folder");
    return LuceneEngine.upgrade(
        folder, ArchiveOptions.DEFAULT.engineSettings(), requireNonNull(observer, "observer"));
  }

  /**
   * Extracts again, with several threads, the quotations of the articles whose quotations were
   * found by another version of the extractor. The articles keep their ids, and so do quotations
   * that begin at the same place. Articles whose quotations were given, and those that are changed
   * meanwhile, remain as they are.
   *
   * @param observer is notified of commits, which are made as the options specify
   * @return what was done: replaced, or unchanged if they were changed meanwhile
   * @throws IOException if the archive cannot be read or written; what was done before is kept
   */
  public AddReport reextract(AddObserver observer) throws IOException {
    requireNonNull(observer, "observer");
    requireWritable();
    try (Stream<StoredArticle> articles = engine.extractedByOthers(options.extractor().version())) {
      return adder(observer).addAll(BulkAdder.readingFrom(articles).map(this::renewal));
    }
  }

  private BulkAdder.Task renewal(StoredArticle stored) {
    Article article = stored.article();
    QuotationExtractor extractor = options.extractor();
    return new BulkAdder.Task(
        article.id(),
        0,
        Optional.of(article.id()),
        BulkAdder.length(article, List.of()),
        () ->
            done(
                article,
                engine.renew(
                        stored,
                        engine.processors().use(() -> extractor.extract(article)),
                        extractor.version())
                    ? Change.REPLACED
                    : Change.UNCHANGED));
  }

  /**
   * Closes this archive without committing: changes since the last commit are lost. Has no effect
   * if it is already closed.
   *
   * @throws IllegalStateException if the archive is open for reading only
   * @throws IOException if the archive cannot be closed
   */
  public void rollback() throws IOException {
    if (closed.get()) {
      return;
    }
    if (engine.isReadOnly()) {
      throw readOnly();
    }
    if (closed.compareAndSet(false, true)) {
      try (upkeep) {
        engine.rollback();
      }
    }
  }

  /**
   * Commits all changes and closes this archive, after searches that are running. Has no effect if
   * it is already closed.
   *
   * @throws IOException if the changes since the last commit could not be written
   */
  @Override
  public void close() throws IOException {
    if (closed.compareAndSet(false, true)) {
      try (engine) {
        upkeep.close();
      }
    }
  }
}
