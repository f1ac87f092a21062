package onrecord;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import onrecord.extract.Extractor;
import onrecord.index.ArchiveWriter;
import onrecord.index.SnapshotFunction;
import onrecord.index.Snapshots;
import onrecord.model.Article;
import onrecord.model.Quotation;
import onrecord.query.ArchiveInfo;
import onrecord.query.Citation;
import onrecord.query.CitationCheck;
import onrecord.query.Concordance;
import onrecord.query.ConcordanceRequest;
import onrecord.query.Keywords;
import onrecord.query.KeywordsRequest;
import onrecord.query.Network;
import onrecord.query.Sample;
import onrecord.query.Search;
import onrecord.query.SearchResult;
import onrecord.query.Suggestions;
import onrecord.query.Timeline;
import onrecord.query.TimelineRequest;
import onrecord.query.Variants;
import onrecord.search.Searcher;
import onrecord.search.Statistics;
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
 * <p>What is added is seen by searches after the next {@link #commit} or {@link #refresh}, and is
 * lasting after the next {@code commit} or {@link #close}. One archive can be open for writing
 * once, and for reading as often as wanted, also by other processes.
 *
 * <p>Every method but {@code close} throws {@link IllegalStateException} when the archive is
 * closed. An {@link IOException} names what could not be read or written; the last commit then
 * still stands.
 */
public final class Archive implements AutoCloseable {

  private final String name;
  // Null if the archive is open for reading only.
  private final @Nullable ArchiveWriter writer;
  private final Snapshots snapshots;
  private final Extractor extractor = new Extractor();
  private final Searcher searcher = new Searcher();
  private final Statistics statistics = new Statistics();
  private final AtomicBoolean closed = new AtomicBoolean();

  private Archive(String name, @Nullable ArchiveWriter writer, Snapshots snapshots) {
    this.name = name;
    this.writer = writer;
    this.snapshots = snapshots;
  }

  /**
   * Opens an archive for reading and writing. If the folder is missing or empty, a new archive is
   * made in it. The caller closes it.
   *
   * @param folder where the archive is
   * @throws IOException if the folder holds something other than an archive, which is left as it
   *     is; if another writer has the archive open; or if it cannot be read or written
   */
  public static Archive open(Path folder) throws IOException {
    return of(folder.toString(), ArchiveWriter.open(folder, Extractor.VERSION));
  }

  /**
   * Opens an archive for reading only. It may be written to meanwhile; {@link #refresh} goes on to
   * its last commit. The caller closes it.
   *
   * @param folder where the archive is
   * @throws IOException if there is no archive in the folder, or it cannot be read
   */
  public static Archive openReadOnly(Path folder) throws IOException {
    return new Archive(folder.toString(), null, Snapshots.openReadOnly(folder));
  }

  /** {@return a new archive in memory, which is gone when it is closed} */
  public static Archive inMemory() throws IOException {
    return of("(in memory)", ArchiveWriter.inMemory(Extractor.VERSION));
  }

  private static Archive of(String name, ArchiveWriter writer) {
    return new Archive(name, writer, writer.snapshots());
  }

  /**
   * Extracts the quotations of an article and adds both, in place of an article with the same id if
   * there is one. Searches see all of it or nothing.
   *
   * @throws IllegalArgumentException if a name in the article is too long for the index
   * @throws IllegalStateException if the archive is open for reading only
   * @throws IOException if the archive cannot be written
   */
  public void add(Article article) throws IOException {
    writer().add(article, extractor.extract(article), Optional.of(Extractor.VERSION));
  }

  /**
   * Adds an article with quotations that were found otherwise, in place of an article with the same
   * id if there is one. Searches see all of it or nothing.
   *
   * @param article the article
   * @param quotations its quotations, in the order of the text
   * @throws IllegalArgumentException if a quotation does not fit the text, two have the same id, or
   *     a name is too long for the index
   * @throws IllegalStateException if the archive is open for reading only
   * @throws IOException if the archive cannot be written
   */
  public void add(Article article, List<Quotation> quotations) throws IOException {
    writer().add(article, quotations, Optional.empty());
  }

  /**
   * Makes lasting what was added: when this returns, it is on the disk, and searches see it.
   *
   * @throws IllegalStateException if the archive is open for reading only
   * @throws IOException if the archive cannot be written
   */
  public void commit() throws IOException {
    writer().commit();
    snapshots.refresh();
  }

  /**
   * Lets searches see what was added, without making it lasting; of an archive open for reading
   * only, what another process has committed.
   *
   * @throws IOException if the archive cannot be read
   */
  public void refresh() throws IOException {
    requireOpen();
    snapshots.refresh();
  }

  /**
   * {@return the answer to a search, all of it from one state of the archive}
   *
   * @throws IllegalArgumentException if the query has more parts than the index takes, or no word
   *     where it needs one
   * @throws IOException if the archive cannot be read
   */
  public SearchResult search(Search search) throws IOException {
    requireNonNull(search, "search");
    return read(snapshot -> searcher.search(snapshot, search));
  }

  /**
   * {@return the article with an id, if there is one}
   *
   * @throws IOException if the archive cannot be read
   */
  public Optional<Article> article(String id) throws IOException {
    requireNonNull(id, "id");
    return read(snapshot -> searcher.article(snapshot, id));
  }

  /**
   * {@return what the archive holds}
   *
   * @throws IOException if the archive cannot be read
   */
  public ArchiveInfo info() throws IOException {
    return read(searcher::info);
  }

  /**
   * {@return how many of the quotations that a search finds fall into each part of a time}
   *
   * @throws IllegalArgumentException if there would be more than {@value Timeline#MAX_PARTS} parts,
   *     or as {@link #search} does
   * @throws IOException if the archive cannot be read
   */
  public Timeline timeline(Search search, TimelineRequest request) throws IOException {
    requireNonNull(search, "search");
    requireNonNull(request, "request");
    return read(snapshot -> statistics.timeline(snapshot, search, request));
  }

  /**
   * {@return the words that set the quotations that a search finds apart from others}
   *
   * @throws IllegalArgumentException as {@link #search} does
   * @throws IOException if the archive cannot be read
   */
  public Keywords keywords(Search search, KeywordsRequest request) throws IOException {
    requireNonNull(search, "search");
    requireNonNull(request, "request");
    return read(snapshot -> statistics.keywords(snapshot, search, request));
  }

  /**
   * {@return who speaks about whom in the quotations that a search finds}
   *
   * @param limit how many edges at most, 1 or more
   * @throws IllegalArgumentException if the limit is not positive, or as {@link #search} does
   * @throws IOException if the archive cannot be read
   */
  public Network network(Search search, int limit) throws IOException {
    requireNonNull(search, "search");
    return read(snapshot -> statistics.network(snapshot, search, limit));
  }

  /**
   * {@return a random sample of the quotations that a search finds}
   *
   * @param size how many quotations, 1 or more; fewer if not so many are found
   * @param seed any number; another one draws another sample
   * @throws IllegalArgumentException if the size is not positive, or as {@link #search} does
   * @throws IOException if the archive cannot be read
   */
  public Sample sample(Search search, int size, long seed) throws IOException {
    requireNonNull(search, "search");
    return read(snapshot -> statistics.sample(snapshot, search, size, seed));
  }

  /**
   * {@return the places where the query of a search matched, with the words around them}
   *
   * @throws IllegalArgumentException as {@link #search} does
   * @throws IOException if the archive cannot be read
   */
  public Concordance concordance(Search search, ConcordanceRequest request) throws IOException {
    requireNonNull(search, "search");
    requireNonNull(request, "request");
    return read(snapshot -> statistics.concordance(snapshot, search, request));
  }

  /**
   * {@return the quotations of any kind that have nearly the same words as one, if there is one
   * with that id}
   *
   * @param id the id of a quotation
   * @param minimum how much of the one must stand in the other, or the reverse: 0 to 1
   * @param limit how many at most, 1 or more
   * @throws IllegalArgumentException if the minimum or the limit is out of bounds
   * @throws IOException if the archive cannot be read
   */
  public Optional<Variants> variants(String id, double minimum, int limit) throws IOException {
    requireNonNull(id, "id");
    return read(snapshot -> statistics.variants(snapshot, id, minimum, limit));
  }

  /**
   * {@return the speakers who may be meant by what somebody has typed so far}
   *
   * @param typed the beginning of any part of the name, or of several
   * @param search only speakers of the quotations it finds are suggested
   * @param limit how many at most, 1 or more
   * @throws IllegalArgumentException if more than {@value Suggestions#MAX_WORDS} words are typed,
   *     the limit is not positive, or as {@link #search} does
   * @throws IOException if the archive cannot be read
   */
  public Suggestions suggest(String typed, Search search, int limit) throws IOException {
    requireNonNull(typed, "typed");
    requireNonNull(search, "search");
    return read(snapshot -> statistics.suggest(snapshot, typed, search, limit));
  }

  /**
   * {@return what a search finds, in short, to be cited and to be checked later}
   *
   * @param search the search, of which the query, the filters and whether indirect quotations are
   *     looked at count
   * @throws IllegalArgumentException as {@link #search} does
   * @throws IOException if the archive cannot be read
   */
  public Citation cite(Search search) throws IOException {
    requireNonNull(search, "search");
    return read(snapshot -> statistics.cite(snapshot, search));
  }

  /**
   * {@return whether a search still finds what it found when it was cited, and what differs}
   *
   * @throws IllegalArgumentException as {@link #search} does
   * @throws IOException if the archive cannot be read
   */
  public CitationCheck check(Citation citation) throws IOException {
    requireNonNull(citation, "citation");
    return new CitationCheck(citation, cite(citation.search()));
  }

  private <T> T read(SnapshotFunction<T> work) throws IOException {
    requireOpen();
    return snapshots.use(work);
  }

  private ArchiveWriter writer() {
    requireOpen();
    if (writer == null) {
      throw new IllegalStateException("archive " + name + " is open for reading only");
    }
    return writer;
  }

  private void requireOpen() {
    if (closed.get()) {
      throw new IllegalStateException("archive " + name + " is closed");
    }
  }

  /**
   * Commits what was added and closes. Searches that run come to their end. Closing twice has no
   * effect.
   *
   * @throws IOException if what was added since the last commit could not be written
   */
  @Override
  public void close() throws IOException {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    if (writer != null) {
      writer.close();
    } else {
      snapshots.close();
    }
  }
}
