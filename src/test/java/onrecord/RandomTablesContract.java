package onrecord;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import onrecord.format.ResultJson;
import onrecord.format.ResultReader;
import onrecord.query.CrossTable;
import onrecord.query.CrossTableRequest;
import onrecord.query.Dimension;
import onrecord.query.Facet;
import onrecord.query.Metric;
import onrecord.query.PivotTable;
import onrecord.query.Search;
import onrecord.query.ShareBase;
import onrecord.query.TimeStep;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares the tables of archives with naive counts, over random contents and searches. */
public abstract class RandomTablesContract extends EngineContract {

  private static final int TABLES = 20;

  static IntStream seeds() {
    return IntStream.range(0, 15);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void tablesAreThoseOfNaiveCounts(int seed) throws IOException {
    Random random = new Random(seed);
    RandomArticles articles = new RandomArticles(random);
    NaiveArchive naive = new NaiveArchive();
    try (Archive archive = newArchive()) {
      RandomStatisticsContract.fill(archive, naive, random, articles);
      RandomSearches searches = new RandomSearches(random, naive.ownFields());
      for (int i = 0; i < TABLES; i++) {
        Search search = searches.nextForStatistics();
        CrossTableRequest request = request(random, searches);

        CrossTable table = archive.statistics().table(search, request);
        assertThat(table)
            .as("table of %s", search)
            .isEqualTo(new NaiveTables(naive).table(search, request));
        assertThat(ResultReader.table(ResultJson.of(table))).isEqualTo(table);
        if (request.dimensions().size() > 1) {
          PivotTable wide = archive.statistics().pivot(search, request);
          assertThat(wide)
              .as("wide table of %s", search)
              .isEqualTo(new NaiveTables(naive).pivot(search, request));
          assertThat(ResultReader.pivot(ResultJson.of(wide))).isEqualTo(wide);
        }
      }
    }
  }

  private static CrossTableRequest request(Random random, RandomSearches searches) {
    Map<String, Dimension> byName = new LinkedHashMap<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      Dimension dimension = dimension(random, searches);
      byName.put(dimension.name(), dimension);
    }
    List<Dimension> dimensions = List.copyOf(byName.values());
    Set<Metric> metrics = EnumSet.of(Metric.QUOTATIONS);
    Stream.of(Metric.values()).filter(metric -> random.nextBoolean()).forEach(metrics::add);
    return new CrossTableRequest(dimensions, metrics, base(random, dimensions));
  }

  private static Optional<ShareBase> base(Random random, List<Dimension> dimensions) {
    List<Dimension> within = new ArrayList<>(dimensions);
    Collections.shuffle(within, random);
    return random.nextInt(3) == 0
        ? Optional.empty()
        : Optional.of(
            new ShareBase(
                some(random, List.of(ShareBase.Population.values())),
                within.subList(0, random.nextInt(within.size() + 1))));
  }

  private static Dimension dimension(Random random, RandomSearches searches) {
    Facet date = some(random, searches.dates());
    return switch (random.nextInt(6)) {
      case 0 -> new Dimension.Periods(date, some(random, List.of(TimeStep.values())));
      case 1 -> new Dimension.Weekdays(date);
      case 2 -> new Dimension.Bounds(date, bounds(random));
      default ->
          new Dimension.Values(
              some(random, searches.facets().stream().filter(facet -> !facet.isDate()).toList()),
              some(random, List.of(1, 2, 3, 1000)));
    };
  }

  private static List<LocalDate> bounds(Random random) {
    return IntStream.rangeClosed(0, random.nextInt(4))
        .mapToObj(i -> LocalDate.of(2019, 1, 1).plusDays(random.nextInt(1500)))
        .distinct()
        .sorted()
        .toList();
  }

  private static <T> T some(Random random, List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
