package onrecord.search;

import java.io.IOException;
import java.util.Optional;
import java.util.function.LongSupplier;
import onrecord.query.Citation;
import onrecord.query.Concordance;
import onrecord.query.ConcordanceRequest;
import onrecord.query.InvalidSearchException;
import onrecord.query.Keywords;
import onrecord.query.KeywordsRequest;
import onrecord.query.Network;
import onrecord.query.Query;
import onrecord.query.Sample;
import onrecord.query.Search;
import onrecord.query.SearchLimitException;
import onrecord.query.Suggestions;
import onrecord.query.Timeline;
import onrecord.query.TimelineRequest;
import onrecord.query.Variants;
import onrecord.schema.Snapshot;
import org.apache.lucene.index.ExitableDirectoryReader;
import org.apache.lucene.search.IndexSearcher;

/**
 * Counts and compares what a search finds in a snapshot of an archive: all of it, whatever the size
 * of its page. Thread-safe.
 *
 * <p>Each method throws {@link InvalidSearchException} if the query has more parts than the index
 * takes, or no word where it needs one, {@link SearchLimitException} if the search is over one of
 * its limits, and {@link IOException} if the index cannot be read.
 */
public final class Statistics {

  private final Words words = new Words();
  private final LongSupplier nanos;

  /** What is made of the quotations found. */
  @FunctionalInterface
  private interface Work<T> {
    T on(Selection selection) throws IOException;
  }

  /**
   * Makes statistics.
   *
   * @param nanos tells the time, in nanoseconds from any start
   */
  public Statistics(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** {@return how many quotations fall into each part of a time} */
  public Timeline timeline(Snapshot snapshot, Search search, TimelineRequest request)
      throws IOException {
    return work(
        snapshot,
        search,
        selection -> new TimelineCounter(request, selection).count(selection.beside(Query.all())));
  }

  /** {@return the words that set the quotations found apart from others} */
  public Keywords keywords(Snapshot snapshot, Search search, KeywordsRequest request)
      throws IOException {
    return work(
        snapshot,
        search,
        selection -> {
          Selection against = selection.beside(request.against().orElseGet(Query::all));
          return new KeywordRanker(
                  selection.snapshot().reader(), selection.documents(), against.documents())
              .rank(request);
        });
  }

  /** {@return who speaks about whom in the quotations found} */
  public Network network(Snapshot snapshot, Search search, int limit) throws IOException {
    requirePositive("limit", limit);
    return work(snapshot, search, selection -> new NetworkCounter(selection).count(limit));
  }

  /** {@return a random sample of the quotations found} */
  public Sample sample(Snapshot snapshot, Search search, int size, long seed) throws IOException {
    requirePositive("size", size);
    return work(snapshot, search, selection -> new Sampler(selection, seed, size).draw());
  }

  /** {@return the places where the query matched, with the words around them} */
  public Concordance concordance(Snapshot snapshot, Search search, ConcordanceRequest request)
      throws IOException {
    return work(snapshot, search, new Concordancer(words, request)::list);
  }

  /**
   * {@return the quotations that are like one, if there is one with the id}
   *
   * @param minimum how much of one must stand in the other, 0 to 1
   */
  public Optional<Variants> variants(Snapshot snapshot, String id, double minimum, int limit)
      throws IOException {
    if (!(minimum >= 0 && minimum <= 1)) {
      throw new InvalidSearchException("minimum must be 0 to 1, but was " + minimum);
    }
    requirePositive("limit", limit);
    return new VariantFinder(words, snapshot).find(id, minimum, limit);
  }

  /** {@return speakers of the quotations found who may be meant by what was typed} */
  public Suggestions suggest(Snapshot snapshot, String typed, Search search, int limit)
      throws IOException {
    requirePositive("limit", limit);
    return work(
        snapshot,
        search,
        selection -> new SpeakerSuggester(words.terms(typed), selection).suggest(typed, limit));
  }

  /** {@return what a search found, in short, from files that were found to be sound} */
  public Citation cite(Snapshot snapshot, Search search) throws IOException {
    snapshot.requireSound();
    return work(snapshot, search, selection -> new Citer(selection).cite(search));
  }

  private <T> T work(Snapshot snapshot, Search search, Work<T> work) throws IOException {
    TimeLimit time = new TimeLimit(search.limits(), nanos);
    try {
      return work.on(Selection.of(time.within(snapshot), search, time));
    } catch (IndexSearcher.TooManyClauses e) {
      throw Limiter.tooManyClauses(search.limits(), e);
    } catch (ExitableDirectoryReader.ExitingReaderException e) {
      throw time.isOver(e);
    }
  }

  private static void requirePositive(String what, int number) {
    if (number < 1) {
      throw new InvalidSearchException(what + " must be 1 or more, but was " + number);
    }
  }
}
