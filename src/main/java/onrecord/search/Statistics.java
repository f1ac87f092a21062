package onrecord.search;

import java.io.IOException;
import java.util.Optional;
import onrecord.query.Citation;
import onrecord.query.Concordance;
import onrecord.query.ConcordanceRequest;
import onrecord.query.Keywords;
import onrecord.query.KeywordsRequest;
import onrecord.query.Network;
import onrecord.query.Query;
import onrecord.query.Sample;
import onrecord.query.Search;
import onrecord.query.Suggestions;
import onrecord.query.Timeline;
import onrecord.query.TimelineRequest;
import onrecord.query.Variants;
import onrecord.schema.Snapshot;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.FixedBitSet;

/**
 * Counts and compares what a search finds in a snapshot of an archive: all of it, whatever the size
 * of its page. Thread-safe.
 *
 * <p>Each method throws {@link IllegalArgumentException} if the query has more parts than the index
 * takes, or no word where it needs one, and {@link IOException} if the index cannot be read.
 */
public final class Statistics {

  private final Words words = new Words();

  /** Makes statistics. */
  public Statistics() {}

  /** {@return how many quotations fall into each part of a time} */
  public Timeline timeline(Snapshot snapshot, Search search, TimelineRequest request)
      throws IOException {
    return new TimelineCounter(request, select(snapshot, search))
        .count(select(snapshot, instead(search, Query.all())));
  }

  /** {@return the words that set the quotations found apart from others} */
  public Keywords keywords(Snapshot snapshot, Search search, KeywordsRequest request)
      throws IOException {
    FixedBitSet results = select(snapshot, search).documents();
    Search against = instead(search, request.against().orElseGet(Query::all));
    FixedBitSet others = select(snapshot, against).documents();
    return new KeywordRanker(snapshot.reader(), results, others).rank(request);
  }

  /** {@return who speaks about whom in the quotations found} */
  public Network network(Snapshot snapshot, Search search, int limit) throws IOException {
    return new NetworkCounter(select(snapshot, search)).count(requirePositive(limit));
  }

  /** {@return a random sample of the quotations found} */
  public Sample sample(Snapshot snapshot, Search search, int size, long seed) throws IOException {
    return new Sampler(select(snapshot, search), seed, requirePositive(size)).draw();
  }

  /** {@return the places where the query matched, with the words around them} */
  public Concordance concordance(Snapshot snapshot, Search search, ConcordanceRequest request)
      throws IOException {
    return new Concordancer(words, request).list(select(snapshot, search));
  }

  /**
   * {@return the quotations that are like one, if there is one with the id}
   *
   * @param minimum how much of one must stand in the other, 0 to 1
   */
  public Optional<Variants> variants(Snapshot snapshot, String id, double minimum, int limit)
      throws IOException {
    if (!(minimum >= 0 && minimum <= 1)) {
      throw new IllegalArgumentException("minimum must be 0 to 1, but was " + minimum);
    }
    return new VariantFinder(words, snapshot).find(id, minimum, requirePositive(limit));
  }

  /** {@return speakers of the quotations found who may be meant by what was typed} */
  public Suggestions suggest(Snapshot snapshot, String typed, Search search, int limit)
      throws IOException {
    return new SpeakerSuggester(words.terms(typed), select(snapshot, search))
        .suggest(typed, requirePositive(limit));
  }

  /** {@return what a search found, in short} */
  public Citation cite(Snapshot snapshot, Search search) throws IOException {
    return new Citer(select(snapshot, search)).cite(search);
  }

  /** {@return a search that looks at the same quotations, but for another query, unfiltered} */
  private static Search instead(Search search, Query query) {
    return Search.builder(query).indirect(search.indirect()).limits(search.limits()).build();
  }

  private Selection select(Snapshot snapshot, Search search) throws IOException {
    try {
      return Selection.of(snapshot, search);
    } catch (IndexSearcher.TooManyClauses e) {
      throw Limiter.tooManyClauses(search.limits(), e);
    }
  }

  private static int requirePositive(int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("limit must be 1 or more, but was " + limit);
    }
    return limit;
  }
}
