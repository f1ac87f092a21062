package onrecord.search;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import onrecord.engine.Statistics;
import onrecord.query.Citation;
import onrecord.query.CitedQuotation;
import onrecord.query.Collocates;
import onrecord.query.CollocatesRequest;
import onrecord.query.Concordance;
import onrecord.query.ConcordanceRequest;
import onrecord.query.CrossTable;
import onrecord.query.CrossTableRequest;
import onrecord.query.Dispersion;
import onrecord.query.DispersionRequest;
import onrecord.query.Hint;
import onrecord.query.InvalidSearchException;
import onrecord.query.Keywords;
import onrecord.query.KeywordsRequest;
import onrecord.query.Network;
import onrecord.query.PivotTable;
import onrecord.query.Query;
import onrecord.query.Sample;
import onrecord.query.Search;
import onrecord.query.Suggestions;
import onrecord.query.Timeline;
import onrecord.query.TimelineRequest;
import onrecord.query.Variants;
import onrecord.query.WordList;
import onrecord.query.WordListRequest;
import onrecord.query.Wordings;
import onrecord.query.WordingsRequest;
import onrecord.schema.Snapshot;
import onrecord.schema.SnapshotSource;

/** Computes statistics on the snapshots of a Lucene index. Thread-safe. */
public final class LuceneStatistics implements Statistics {

  private final Words words = new Words();
  private final SnapshotSource snapshots;
  private final LongSupplier nanos;

  /**
   * Creates statistics.
   *
   * @param snapshots the snapshots to read from
   * @param nanos returns the time, in nanoseconds since any fixed moment
   */
  public LuceneStatistics(SnapshotSource snapshots, LongSupplier nanos) {
    this.snapshots = snapshots;
    this.nanos = nanos;
  }

  @Override
  public Timeline timeline(Search search, TimelineRequest request) throws IOException {
    requireNonNull(request, "request");
    return compute(
        search,
        scope ->
            new TimelineCounter(request, scope.selection()).count(scope.selectionOf(Query.all())));
  }

  @Override
  public CrossTable table(Search search, CrossTableRequest request) throws IOException {
    requireNonNull(request, "request");
    return compute(search, scope -> new TableCounter(scope, request).count());
  }

  @Override
  public PivotTable pivot(Search search, CrossTableRequest request) throws IOException {
    requireNonNull(request, "request");
    return compute(search, scope -> new TableCounter(scope, request).pivot());
  }

  @Override
  public Keywords keywords(Search search, KeywordsRequest request) throws IOException {
    requireNonNull(request, "request");
    return compute(
        search,
        scope -> {
          Matches against = scope.others(request.against().orElseGet(Query::all));
          return new KeywordRanker(request, scope.selection(), against).rank(search.selection());
        });
  }

  @Override
  public WordList words(Search search, WordListRequest request) throws IOException {
    requireNonNull(request, "request");
    return compute(search, scope -> new WordLister(words, request, scope.selection()).list());
  }

  @Override
  public Collocates collocates(Search search, CollocatesRequest request) throws IOException {
    requireNonNull(request, "request");
    return compute(
        search,
        scope -> {
          Matches selection = scope.selection();
          return new CollocateFinder(request, selection)
              .find(scope.places(words, request.of(), selection));
        });
  }

  @Override
  public Dispersion dispersion(Search search, DispersionRequest request) throws IOException {
    requireNonNull(request, "request");
    return compute(
        search,
        scope -> {
          Matches selection = scope.selection();
          return new DispersionCounter(request, selection, Dispersion.MAX_PARTS)
              .count(scope.places(words, request.of(), selection));
        });
  }

  @Override
  public Network network(Search search, int limit) throws IOException {
    requirePositive("limit", limit);
    return compute(search, scope -> new NetworkCounter(scope.selection()).count(limit));
  }

  @Override
  public Sample sample(Search search, int size, long seed) throws IOException {
    requirePositive("size", size);
    return compute(search, scope -> new Sampler(scope.selection(), seed, size).draw());
  }

  @Override
  public Concordance concordance(Search search, ConcordanceRequest request) throws IOException {
    requireNonNull(request, "request");
    return compute(search, scope -> new Concordancer(words, request).list(scope.selection()));
  }

  @Override
  public List<Hint> hints(Search search) throws IOException {
    return compute(search, scope -> new HintFinder(scope).find());
  }

  @Override
  public Wordings wordings(Search search, WordingsRequest request) throws IOException {
    requireNonNull(request, "request");
    return compute(search, scope -> new WordingFinder(scope, request).find(words));
  }

  @Override
  public Optional<Variants> variants(String id, double minimum, int limit) throws IOException {
    requireNonNull(id, "id");
    if (!(minimum >= 0 && minimum <= 1)) {
      throw new InvalidSearchException("minimum must be 0 to 1, but was " + minimum);
    }
    requirePositive("limit", limit);
    return snapshots.read(snapshot -> new VariantFinder(words, snapshot).find(id, minimum, limit));
  }

  /**
   * {@return the speakers of the quotations found whose names begin with what was typed}
   *
   * @throws InvalidSearchException if too many words are typed, the limit is not positive, or the
   *     search cannot be run
   * @throws IOException if the index cannot be read
   */
  public Suggestions suggest(String typed, Search search, int limit) throws IOException {
    requireNonNull(typed, "typed");
    requirePositive("limit", limit);
    return compute(
        search,
        scope -> new SpeakerSuggester(words.terms(typed), scope.matches()).suggest(typed, limit));
  }

  /**
   * {@return a citation of what a search finds on a snapshot, computed after the checksums of all
   * files have been verified}
   *
   * @param quotations accepts each quotation found
   * @throws InvalidSearchException if the search cannot be run
   * @throws IOException if the index cannot be read or is damaged
   */
  public Citation cite(Snapshot snapshot, Search search, Consumer<CitedQuotation> quotations)
      throws IOException {
    requireNonNull(search, "search");
    requireNonNull(quotations, "quotations");
    snapshot.requireSound();
    return compute(
        snapshot, search, scope -> new Citer(scope.selection()).cite(search, quotations));
  }

  private <T> T compute(Search search, SearchScope.Computation<T> computation) throws IOException {
    requireNonNull(search, "search");
    return snapshots.read(snapshot -> compute(snapshot, search, computation));
  }

  private <T> T compute(Snapshot snapshot, Search search, SearchScope.Computation<T> computation)
      throws IOException {
    TimeLimit time = new TimeLimit(search.limits(), nanos);
    return SearchScope.run(time.within(snapshot), search, time, computation);
  }

  private static void requirePositive(String what, int number) {
    if (number < 1) {
      throw new InvalidSearchException(what + " must be 1 or more, but was " + number);
    }
  }
}
