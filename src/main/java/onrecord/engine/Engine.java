package onrecord.engine;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import onrecord.model.Annotation;
import onrecord.model.Arrival;
import onrecord.model.Article;
import onrecord.model.Quotation;
import onrecord.model.RecordedAnnotation;
import onrecord.query.AnswerCitation;
import onrecord.query.ArchiveInfo;
import onrecord.query.Citation;
import onrecord.query.CitedQuotation;
import onrecord.query.ExpiredCursorException;
import onrecord.query.Explanation;
import onrecord.query.Facet;
import onrecord.query.FacetCount;
import onrecord.query.Hit;
import onrecord.query.Identified;
import onrecord.query.InvalidSearchException;
import onrecord.query.Query;
import onrecord.query.Search;
import onrecord.query.SearchLimitException;
import onrecord.query.SearchResult;
import onrecord.query.Suggestions;
import onrecord.query.Watermark;

/**
 * Stores articles with their quotations and answers searches over them. An application uses an
 * engine through {@code Archive}, which adds extraction and a commit policy. Thread-safe.
 *
 * <p>An article and its quotations are stored, replaced and deleted as a unit: a reader sees all of
 * them or none. Changes become visible to searches by {@link #refresh} or {@link #commit}, and
 * survive a crash after {@link #commit}. A thread that is interrupted while it calls a method of
 * this interface neither damages nor loses what other threads have written.
 *
 * <p>Every method except {@link #close}, {@link #rollback}, {@link #name}, {@link #isReadOnly} and
 * {@link #statistics} throws {@link IllegalStateException} if the engine is closed, and so does
 * every method of its statistics. Those that serve to change the archive (from {@link #put} to
 * {@link #hasUncommittedChanges}, and {@code rollback}) also throw it if the engine is read-only.
 * An {@link IOException} names what could not be read or written; the last commit is then still
 * intact.
 */
public interface Engine extends Closeable {

  /** Returns the name of the archive in messages, for example its folder. */
  String name();

  /** Returns whether this engine refuses changes. */
  boolean isReadOnly();

  /**
   * Stores an article with its quotations, replacing the article with the same id if there is one.
   * If the archive holds exactly this article, with quotations of the given extractor version,
   * nothing is changed, and the quotations are not asked for.
   *
   * @param article the article
   * @param extractor the version of the extractor that finds the quotations; empty if they were
   *     found by other means
   * @param quotations returns the quotations, in the order of the text; called at most once, by the
   *     calling thread
   * @return what was done
   * @throws IllegalArgumentException if a quotation does not fit the text, two have the same id, or
   *     the article or a name in it is too long
   * @throws IOException if the archive cannot be read or written
   */
  Change put(Article article, Optional<String> extractor, Supplier<List<Quotation>> quotations)
      throws IOException;

  /**
   * Returns the articles whose quotations were found by another version of the extractor. Articles
   * whose quotations were found by other means are left out. The stream reads from one snapshot and
   * must be closed; if the archive cannot be read, it throws {@link java.io.UncheckedIOException}.
   *
   * @param extractor the version of the extractor
   * @throws IOException if the archive cannot be read
   */
  Stream<StoredArticle> extractedByOthers(String extractor) throws IOException;

  /**
   * Replaces the quotations of an article, unless the article was changed or deleted since it was
   * read.
   *
   * @param stored the article as it was read
   * @param quotations its quotations, in the order of the text
   * @param extractor the version of the extractor that found them
   * @return whether they were replaced
   * @throws IllegalArgumentException as {@link #put} does
   * @throws IOException if the archive cannot be read or written
   */
  boolean renew(StoredArticle stored, List<Quotation> quotations, String extractor)
      throws IOException;

  /**
   * Adds annotations on quotations. Each one of an article is visible and durable with the others
   * of this article, and is kept when the article is replaced or its quotations are renewed.
   *
   * @param annotations the annotations, in the order in which they were made
   * @return what was done
   * @throws IOException if the archive cannot be read or written
   */
  AnnotationReport annotate(List<Annotation> annotations) throws IOException;

  /**
   * Deletes an article with its quotations.
   *
   * @return whether there was one with this id
   * @throws IOException if the archive cannot be written
   */
  boolean delete(String id) throws IOException;

  /**
   * Deletes whole articles, including those that no search sees yet. No other change is made
   * between choosing the articles and deleting them. If the query is only about articles (headline,
   * text, outlet, section, author, language, tag, article id, day of publication, arrival), the
   * articles that match are deleted; otherwise those with at least one matching quotation of any
   * kind.
   *
   * @return the number of articles that were deleted
   * @throws InvalidSearchException if the query cannot be run
   * @throws IOException if the archive cannot be read or written
   */
  long delete(Query query) throws IOException;

  /**
   * Lists the articles that {@link #delete(Query)} would delete.
   *
   * @param query the query
   * @param ids receives the id of each article
   * @return the number of articles
   * @throws InvalidSearchException if the query cannot be run
   * @throws IOException if the archive cannot be read
   */
  long listForDeletion(Query query, Consumer<String> ids) throws IOException;

  /**
   * Makes all changes durable and visible. When this method returns, they are on disk.
   *
   * @throws IOException if the archive cannot be written
   */
  void commit() throws IOException;

  /**
   * Returns the processors that the threads which change the archive share, also for reading and
   * extracting what is added.
   */
  Processors processors();

  /** Returns whether there are changes that are not committed. */
  boolean hasUncommittedChanges();

  /**
   * Makes all changes visible to searches, including those that another process has committed.
   *
   * @throws IOException if the archive cannot be read or written
   */
  void refresh() throws IOException;

  /**
   * Makes all changes visible to the searches that begin after this call. An engine that is not
   * being searched may leave the work to the next search.
   *
   * @throws IOException if the archive cannot be read or written
   */
  default void refreshForSearches() throws IOException {
    refresh();
  }

  /**
   * Discards all changes since the last commit and closes this engine. Has no effect if it is
   * closed.
   *
   * @throws IOException if the engine cannot be closed
   */
  void rollback() throws IOException;

  /**
   * Returns a page of the hits of a search with its facets, all from one snapshot. A cursor of an
   * earlier page continues on the snapshot of that page.
   *
   * @throws InvalidSearchException if the search cannot be run
   * @throws SearchLimitException if the search exceeds one of its limits
   * @throws ExpiredCursorException if the snapshot of the cursor is no longer open
   * @throws IOException if the archive cannot be read
   */
  SearchResult search(Search search) throws IOException;

  /**
   * Returns how the score of a quotation was computed; empty if the search does not find a
   * quotation with the id.
   *
   * @throws InvalidSearchException as {@link #search} does
   * @throws IOException if the archive cannot be read
   */
  Optional<Explanation> explain(Search search, String id) throws IOException;

  /**
   * Returns all hits of a search in their order, from one snapshot. The stream must be closed; if
   * the archive cannot be read, it throws {@link java.io.UncheckedIOException}.
   *
   * @throws InvalidSearchException as {@link #search} does, and if the search has a cursor
   * @throws IOException if the archive cannot be read
   */
  Stream<Hit> hits(Search search) throws IOException;

  /**
   * Returns all values of a facet with their counts, in the order of the values, dates by day. The
   * filter of the search on this facet is ignored. The stream must be closed, as that of {@link
   * #hits}.
   *
   * @throws InvalidSearchException as {@link #search} does
   * @throws IOException if the archive cannot be read
   */
  Stream<FacetCount> values(Search search, Facet facet) throws IOException;

  /**
   * Returns the articles that have a quotation that a search finds, each once and in no particular
   * order. The stream must be closed, as that of {@link #hits}.
   *
   * @throws InvalidSearchException as {@link #search} does
   * @throws IOException if the archive cannot be read
   */
  Stream<Article> articles(Search search) throws IOException;

  /**
   * Returns all annotations, those of an article in the order in which they were added. The stream
   * must be closed, as that of {@link #hits}.
   *
   * @throws IOException if the archive cannot be read
   */
  Stream<RecordedAnnotation> annotations() throws IOException;

  /**
   * Returns the quotation with an id as it was found or given, without what annotations say, if
   * there is one.
   *
   * @throws IOException if the archive cannot be read
   */
  Optional<Quotation> unannotated(String id) throws IOException;

  /**
   * Returns the article with an id, if there is one.
   *
   * @throws IOException if the archive cannot be read
   */
  Optional<Article> article(String id) throws IOException;

  /**
   * Returns when an article came in; empty if there is none with this id, or it came in before
   * archives kept this.
   *
   * @throws IOException if the archive cannot be read
   */
  Optional<Arrival> arrival(String id) throws IOException;

  /**
   * Returns the last commit that searches see. All that it contains remains visible to later
   * searches, unless it is replaced or deleted.
   *
   * @throws InvalidSearchException if the archive has a format whose commits are not numbered
   * @throws IOException if the archive cannot be read
   */
  Watermark watermark() throws IOException;

  /**
   * Returns what an id, or the start of one, may denote: the article with this id; or else the
   * articles whose ids begin with it; or else the quotations, in the same way.
   *
   * @param start an id or the start of one
   * @param limit the maximum number of results, 1 or more
   * @throws IOException if the archive cannot be read
   */
  List<Identified> identify(String start, int limit) throws IOException;

  /**
   * Returns what the archive holds.
   *
   * @throws IOException if the archive cannot be read
   */
  ArchiveInfo info() throws IOException;

  /** Returns the statistics of this archive, which can be used until this engine is closed. */
  Statistics statistics();

  /**
   * Returns the speakers whose names begin with what a user has typed.
   *
   * @param typed the beginning of one or more parts of a name
   * @param search restricts the suggestions to the speakers of the quotations that it finds
   * @param limit the maximum number of suggestions, 1 or more
   * @throws InvalidSearchException if too many words are typed, the limit is not positive, or as
   *     {@link #search} does
   * @throws IOException if the archive cannot be read
   */
  Suggestions suggest(String typed, Search search, int limit) throws IOException;

  /**
   * Returns a citation of what a search finds. The checksums of the archive's files are verified
   * first.
   *
   * @param day the day of the citation
   * @param quotations accepts each quotation found, in the order of their ids in UTF-8 and, for
   *     equal ids, of their contents; what it throws is thrown
   * @throws InvalidSearchException as {@link #search} does
   * @throws IOException if the archive cannot be read or is damaged
   */
  Citation cite(Search search, LocalDate day, Consumer<CitedQuotation> quotations)
      throws IOException;

  /**
   * Returns a citation of an answer that was computed on the current snapshot. The checksums of the
   * archive's files are verified first.
   *
   * @param command the command that asks for the answer
   * @param checksum the {@linkplain AnswerCitation#checksum checksum} of the answer
   * @param day the day of the citation
   * @throws IllegalArgumentException if the command is empty, or the checksum has another form
   * @throws IOException if the archive cannot be read or is damaged
   */
  AnswerCitation cite(List<String> command, String checksum, LocalDate day) throws IOException;

  /**
   * Makes all changes durable and keeps this state under a name. It survives a crash when this
   * method returns.
   *
   * @param state the name: at most 64 letters a to z, digits, dots, underscores and hyphens
   * @param day the day on which it is frozen
   * @throws IllegalArgumentException if the name is not valid
   * @throws IOException if there is a state with this name, or the archive cannot be written
   */
  void freeze(String state, LocalDate day) throws IOException;

  /**
   * Makes all changes durable and deletes a state that is kept under a name.
   *
   * @return whether there was one with this name
   * @throws IOException if the archive cannot be written
   */
  boolean unfreeze(String state) throws IOException;

  /**
   * Returns the states that are kept under names, in the order of these.
   *
   * @throws IOException if the archive cannot be read
   */
  List<FrozenState> states() throws IOException;

  /**
   * Returns the number of articles by the version of the extractor that found their quotations,
   * where {@link onrecord.query.CitedArchive#GIVEN} represents articles whose quotations were found
   * by other means. All articles are read.
   *
   * @throws IOException if the archive cannot be read
   */
  SortedMap<String, Long> extractors() throws IOException;

  /**
   * Verifies the last commit by reading all of it.
   *
   * @param observer is notified of the progress
   * @throws IOException if there is no archive, or it cannot be read, whether it is damaged or not
   */
  Verification verify(ProgressObserver observer) throws IOException;

  /**
   * Copies the last commit to a folder, while writing continues. Files that are already there from
   * an earlier backup are not copied again.
   *
   * @param target an earlier backup of this archive, an empty folder or a new one
   * @param observer is notified of the progress, in bytes
   * @throws IOException if the target holds something else or cannot be written, or a file of this
   *     archive is damaged
   */
  BackupReport backUp(Path target, ProgressObserver observer) throws IOException;

  /**
   * Commits all changes and closes this engine, after searches that are running. Has no effect if
   * it is closed.
   *
   * @throws IOException if the changes since the last commit could not be written
   */
  @Override
  void close() throws IOException;
}
