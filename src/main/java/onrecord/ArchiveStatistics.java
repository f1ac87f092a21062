package onrecord;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.Optional;
import onrecord.index.SnapshotFunction;
import onrecord.query.Concordance;
import onrecord.query.ConcordanceRequest;
import onrecord.query.InvalidSearchException;
import onrecord.query.Keywords;
import onrecord.query.KeywordsRequest;
import onrecord.query.Network;
import onrecord.query.Sample;
import onrecord.query.Search;
import onrecord.query.Timeline;
import onrecord.query.TimelineRequest;
import onrecord.query.Variants;
import onrecord.search.Statistics;

/**
 * Counts and compares what searches find in an archive: always all of it, whatever the size of a
 * page, and exactly. Each answer is from one state of the archive. Thread-safe.
 *
 * {@snippet :
 * Search search = Search.of(Query.words("bridge"));
 * Timeline months =
 *     archive
 *         .statistics()
 *         .timeline(search, TimelineRequest.of(TimeStep.MONTH).splitBy(Facet.SPEAKER, 2));
 * }
 *
 * <p>Every method throws {@link IllegalStateException} when the archive is closed.
 */
public final class ArchiveStatistics {

  private final Reader archive;
  private final Statistics counting;

  /** What works on the present state of an archive. */
  @FunctionalInterface
  interface Reader {
    <T> T read(SnapshotFunction<T> work) throws IOException;
  }

  ArchiveStatistics(Reader archive, Statistics counting) {
    this.archive = archive;
    this.counting = counting;
  }

  /**
   * {@return how many of the quotations that a search finds fall into each part of a time}
   *
   * @throws InvalidSearchException if there would be more than {@value Timeline#MAX_PARTS} parts,
   *     or as {@link Archive#search} does
   * @throws IOException if the archive cannot be read
   */
  public Timeline timeline(Search search, TimelineRequest request) throws IOException {
    requireNonNull(search, "search");
    requireNonNull(request, "request");
    return archive.read(snapshot -> counting.timeline(snapshot, search, request));
  }

  /**
   * {@return the words that set the quotations that a search finds apart from others}
   *
   * @throws InvalidSearchException as {@link Archive#search} does
   * @throws IOException if the archive cannot be read
   */
  public Keywords keywords(Search search, KeywordsRequest request) throws IOException {
    requireNonNull(search, "search");
    requireNonNull(request, "request");
    return archive.read(snapshot -> counting.keywords(snapshot, search, request));
  }

  /**
   * {@return who speaks about whom in the quotations that a search finds}
   *
   * @param limit how many edges at most, 1 or more
   * @throws InvalidSearchException if the limit is not positive, or as {@link Archive#search} does
   * @throws IOException if the archive cannot be read
   */
  public Network network(Search search, int limit) throws IOException {
    requireNonNull(search, "search");
    return archive.read(snapshot -> counting.network(snapshot, search, limit));
  }

  /**
   * {@return a random sample of the quotations that a search finds}
   *
   * @param size how many quotations, 1 or more; fewer if not so many are found
   * @param seed any number; another one draws another sample
   * @throws InvalidSearchException if the size is not positive, or as {@link Archive#search} does
   * @throws IOException if the archive cannot be read
   */
  public Sample sample(Search search, int size, long seed) throws IOException {
    requireNonNull(search, "search");
    return archive.read(snapshot -> counting.sample(snapshot, search, size, seed));
  }

  /**
   * {@return the places where the query of a search matched, with the words around them}
   *
   * @throws InvalidSearchException as {@link Archive#search} does
   * @throws IOException if the archive cannot be read
   */
  public Concordance concordance(Search search, ConcordanceRequest request) throws IOException {
    requireNonNull(search, "search");
    requireNonNull(request, "request");
    return archive.read(snapshot -> counting.concordance(snapshot, search, request));
  }

  /**
   * {@return the quotations of any kind that have nearly the same words as one, if there is one
   * with that id}
   *
   * @param id the id of a quotation
   * @param minimum how much of the one must stand in the other, or the reverse: 0 to 1
   * @param limit how many at most, 1 or more
   * @throws InvalidSearchException if the minimum or the limit is out of bounds, or the archive has
   *     the format 1
   * @throws IOException if the archive cannot be read
   */
  public Optional<Variants> variants(String id, double minimum, int limit) throws IOException {
    requireNonNull(id, "id");
    return archive.read(snapshot -> counting.variants(snapshot, id, minimum, limit));
  }
}
