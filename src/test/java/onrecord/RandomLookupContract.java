package onrecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import onrecord.format.HitResultReader;
import onrecord.format.ResultJson;
import onrecord.query.Concordance;
import onrecord.query.ConcordanceKey;
import onrecord.query.ConcordanceOrder;
import onrecord.query.ConcordanceRequest;
import onrecord.query.ConcordanceText;
import onrecord.query.Query;
import onrecord.query.Search;
import onrecord.query.Selection;
import onrecord.query.Variants;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compares concordances, variants and suggestions with what looking at every quotation gives, over
 * random contents and searches.
 */
public abstract class RandomLookupContract extends EngineContract {

  private static final int SEARCHES = 40;

  static IntStream seeds() {
    return IntStream.range(1000, 1040);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whatIsLookedUpIsWhatAListWouldGive(int seed) throws IOException {
    Random random = new Random(seed);
    RandomArticles articles = new RandomArticles(random);
    RandomSearches searches = new RandomSearches(random);
    NaiveArchive naive = new NaiveArchive();
    NaiveStatistics statistics = new NaiveStatistics(naive);

    try (Archive archive = newArchive()) {
      RandomStatisticsContract.fill(archive, naive, random, articles);
      for (int i = 0; i < SEARCHES; i++) {
        Search search = searches.nextForStatistics();
        int limit = List.of(1, 3, 1000).get(random.nextInt(3));

        if (!RandomSearchContract.isLoose(search.query())) {
          ConcordanceRequest concordance = concordance(random, limit);
          Concordance lines = archive.statistics().concordance(search, concordance);
          assertThat(lines)
              .as("concordance of %s", search)
              .isEqualTo(new NaiveConcordance(naive, concordance).list(search));
          if (limit == 3) {
            HitResultReader reader =
                new HitResultReader(archive::article, archive.info().ownFields());
            assertThat(reader.concordance(ResultJson.of(lines, archive::article))).isEqualTo(lines);
          }
        }

        String typed = typed(random, articles);
        assertThat(archive.suggest(typed, search, limit))
            .as("suggestions for '%s' within %s", typed, search)
            .isEqualTo(statistics.suggest(typed, search, limit));

        if (!naive.rows().isEmpty()) {
          String id = articles.some(naive.rows()).quotation().id();
          assertVariants(archive, statistics, id, random.nextInt(11) / 10.0, limit);
          assertWhatStandsInOneIsFound(archive, statistics, id);
        }
      }
    }
  }

  private static ConcordanceRequest concordance(Random random, int limit) {
    List<ConcordanceKey> order =
        IntStream.rangeClosed(0, random.nextInt(3))
            .<ConcordanceKey>mapToObj(i ->
                random.nextBoolean()
                    ? ConcordanceOrder.values()[random.nextInt(6)]
                    : new ConcordanceKey.WordAt(
                        (1 + random.nextInt(3)) * (random.nextBoolean() ? 1 : -1)))
            .toList();
    return new ConcordanceRequest(
        random.nextInt(5),
        order,
        random.nextInt(order.size() + 1),
        ConcordanceText.values()[random.nextInt(2)],
        limit);
  }

  /** The beginnings of some parts of a name, with few or no errors. */
  private static String typed(Random random, RandomArticles articles) {
    List<String> parts = new ArrayList<>();
    for (String part : articles.some(RandomArticles.SPEAKERS).name().split(" ")) {
      if (random.nextBoolean()) {
        parts.add(part.substring(0, 1 + random.nextInt(part.length())));
      }
    }
    StringBuilder typed = new StringBuilder(String.join(" ", parts));
    for (int errors = random.nextInt(3); errors > 0 && typed.length() > 1; errors--) {
      int at = random.nextInt(typed.length() - 1);
      switch (random.nextInt(4)) {
        case 0 -> typed.deleteCharAt(at);
        case 1 -> typed.insert(at, 'x');
        case 2 -> typed.setCharAt(at, 'ö');
        default -> typed.replace(at, at + 2, "" + typed.charAt(at + 1) + typed.charAt(at));
      }
    }
    return random.nextBoolean() ? typed.toString() : typed.toString().toUpperCase(Locale.ROOT);
  }

  private static void assertVariants(
      Archive archive, NaiveStatistics statistics, String id, double minimum, int limit)
      throws IOException {
    Variants found = archive.statistics().variants(id, minimum, limit).orElseThrow();
    List<Variants.Variant> expected = statistics.variants(id, minimum);

    assertThat(found.original().quotation().id()).isEqualTo(id);
    assertThat(found.selection())
        .isEqualTo(new Selection(Query.all(), Map.of(), Selection.ALL_KINDS, false));
    assertThat(found.found()).as("variants of %s", id).isEqualTo(expected.size());
    assertThat(found.variants())
        .as("variants of %s", id)
        .zipSatisfy(
            expected.stream().limit(limit).toList(),
            (variant, naive) -> {
              assertThat(variant.quotation()).isEqualTo(naive.quotation());
              assertThat(variant.article()).isEqualTo(naive.article());
              assertThat(variant.similarity()).isCloseTo(naive.similarity(), within(1e-9));
              assertThat(variant.contained()).isCloseTo(naive.contained(), within(1e-9));
              assertThat(variant.containing()).isCloseTo(naive.containing(), within(1e-9));
            });
  }

  private static void assertWhatStandsInOneIsFound(
      Archive archive, NaiveStatistics statistics, String id) throws IOException {
    List<String> within = statistics.within(id);

    assertThat(archive.statistics().variants(id, 1, 1000).orElseThrow().variants())
        .as("variants of %s", id)
        .filteredOn(variant -> variant.contained() == 1)
        .extracting(variant -> variant.quotation().id())
        .containsAll(within);
    for (String shorter : within) {
      assertThat(archive.statistics().variants(shorter, 1, 1000).orElseThrow().variants())
          .as("variants of %s", shorter)
          .filteredOn(variant -> variant.containing() == 1)
          .extracting(variant -> variant.quotation().id())
          .contains(id);
    }
  }
}
