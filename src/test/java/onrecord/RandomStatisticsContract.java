package onrecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import onrecord.format.HitResultReader;
import onrecord.format.ResultJson;
import onrecord.format.ResultReader;
import onrecord.model.Quotation;
import onrecord.query.Facet;
import onrecord.query.Hit;
import onrecord.query.InvalidSearchException;
import onrecord.query.KeywordSign;
import onrecord.query.Keywords;
import onrecord.query.KeywordsRequest;
import onrecord.query.Network;
import onrecord.query.Query;
import onrecord.query.Sample;
import onrecord.query.Search;
import onrecord.query.TimeStep;
import onrecord.query.Timeline;
import onrecord.query.TimelineRequest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares the statistics of archives with naive counts, over random contents and searches. */
public abstract class RandomStatisticsContract extends EngineContract {

  private static final int SEARCHES = 40;

  static IntStream seeds() {
    return IntStream.range(0, 40);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void statisticsAreThoseOfNaiveCounts(int seed) throws IOException {
    Random random = new Random(seed);
    RandomArticles articles = new RandomArticles(random);
    NaiveArchive naive = new NaiveArchive();
    NaiveStatistics statistics = new NaiveStatistics(naive);
    IntSupplier limit = () -> List.of(1, 2, 5, 1000).get(random.nextInt(4));

    try (Archive archive = newArchive();
        Archive other = newArchive()) {
      fill(archive, naive, random, articles);
      refill(other, naive);
      RandomSearches searches = new RandomSearches(random, naive.ownFields());
      for (int i = 0; i < SEARCHES; i++) {
        Search search = searches.nextForStatistics();

        TimelineRequest timeline = timeline(random, searches, limit.getAsInt());
        Timeline times = archive.statistics().timeline(search, timeline);
        assertThat(times)
            .as("timeline of %s", search)
            .isEqualTo(statistics.timeline(search, timeline));
        assertThat(ResultReader.timeline(ResultJson.of(times))).isEqualTo(times);

        int edges = limit.getAsInt();
        Network network = archive.statistics().network(search, edges);
        assertThat(network)
            .as("network of %s", search)
            .isEqualTo(statistics.network(search, edges));
        assertThat(ResultReader.network(ResultJson.of(network))).isEqualTo(network);

        KeywordsRequest keywords =
            new KeywordsRequest(
                random.nextBoolean() ? Optional.empty() : Optional.of(against(searches, search)),
                KeywordSign.values()[random.nextInt(2)],
                1 + random.nextInt(3),
                random.nextInt(3),
                limit.getAsInt());
        Keywords words = archive.statistics().keywords(search, keywords);
        assertKeywords(words, statistics.keywords(search, keywords), search);
        assertThat(ResultReader.keywords(ResultJson.of(words))).isEqualTo(words);

        assertSample(archive, other, naive, search, limit.getAsInt(), random.nextLong());
      }
    }
  }

  /** A query that does not name a kind of quotations that the search leaves out. */
  private static Query against(RandomSearches searches, Search search) {
    while (true) {
      Query query = searches.query(2);
      try {
        return Search.builder(query).kinds(search.kinds()).build().query();
      } catch (InvalidSearchException e) {
        assertThat(e)
            .hasMessageContaining(" quotations are not included in this search, whose kinds are ");
      }
    }
  }

  static void fill(Archive archive, NaiveArchive naive, Random random, RandomArticles articles)
      throws IOException {
    for (int i = random.nextInt(80); i >= 0; i--) {
      RandomArticles.Entry entry = articles.next();
      naive.add(entry);
      archive.add(entry.article(), entry.quotations());
      if (random.nextInt(5) == 0) {
        archive.refresh();
      }
    }
    archive.commit();
  }

  /** Adds the same articles in another order, each once and all in one segment. */
  private static void refill(Archive archive, NaiveArchive naive) throws IOException {
    for (RandomArticles.Entry entry : naive.entries().reversed()) {
      archive.add(entry.article(), entry.quotations());
    }
    archive.commit();
  }

  private static TimelineRequest timeline(Random random, RandomSearches searches, int series) {
    List<TimeStep> steps = List.of(TimeStep.values());
    TimelineRequest request =
        TimelineRequest.by(
            searches.dates().get(random.nextInt(searches.dates().size())),
            steps.get(random.nextInt(steps.size())));
    List<Facet> facets = searches.facets().stream().filter(facet -> !facet.isDate()).toList();
    return random.nextInt(3) == 0
        ? request
        : request.splitBy(facets.get(random.nextInt(facets.size())), series);
  }

  private static void assertKeywords(Keywords found, Keywords expected, Search search) {
    assertThat(found)
        .as("keywords of %s", search)
        .usingRecursiveComparison()
        .ignoringFields("keywords")
        .isEqualTo(expected);
    assertThat(found.keywords())
        .as("keywords of %s", search)
        .zipSatisfy(
            expected.keywords(),
            (word, naive) -> {
              assertThat(word.word()).isEqualTo(naive.word());
              assertThat(word.count()).isEqualTo(naive.count());
              assertThat(word.otherCount()).isEqualTo(naive.otherCount());
              assertThat(word.g2()).isCloseTo(naive.g2(), within(1e-9));
            });
  }

  private static void assertSample(
      Archive archive, Archive other, NaiveArchive naive, Search search, int size, long seed)
      throws IOException {
    Set<Quotation> matching =
        new NaivePages(naive)
            .hits(search).keySet().stream()
                .map(NaiveArchive.Row::quotation)
                .collect(Collectors.toSet());

    Sample sample = archive.statistics().sample(search, size, seed);

    List<Quotation> drawn = sample.hits().stream().map(Hit::quotation).toList();
    assertThat(sample.quotations()).isEqualTo(matching.size());
    assertThat(drawn)
        .as("sample of %s", search)
        .hasSize(Math.min(size, matching.size()))
        .doesNotHaveDuplicates();
    assertThat(matching).as("sample of %s", search).containsAll(drawn);
    assertThat(other.statistics().sample(search, size, seed))
        .as("sample of %s", search)
        .isEqualTo(sample);
    if (size == 2) {
      HitResultReader reader = new HitResultReader(archive::article, archive.info().ownFields());
      assertThat(reader.sample(ResultJson.of(sample, archive::article))).isEqualTo(sample);
    }
    assertThat(archive.statistics().sample(search, size + 1, seed).hits())
        .as("greater sample of %s", search)
        .startsWith(sample.hits().toArray(new Hit[0]));
  }
}
