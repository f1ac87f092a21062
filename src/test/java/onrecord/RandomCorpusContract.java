package onrecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import onrecord.format.ResultJson;
import onrecord.format.ResultReader;
import onrecord.query.Collocates;
import onrecord.query.CollocatesRequest;
import onrecord.query.CollocationMeasure;
import onrecord.query.CorpusParts;
import onrecord.query.Dispersion;
import onrecord.query.DispersionRequest;
import onrecord.query.Facet;
import onrecord.query.Query;
import onrecord.query.Search;
import onrecord.query.Target;
import onrecord.query.TextPattern;
import onrecord.query.TimeStep;
import onrecord.query.WordList;
import onrecord.query.WordListRequest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares the corpus tools of archives with naive counts, over random contents and searches. */
public abstract class RandomCorpusContract extends EngineContract {

  private static final int SEARCHES = 20;

  static IntStream seeds() {
    return IntStream.range(0, 10);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void corpusToolsCountAsNaiveCountsDo(int seed) throws IOException {
    Random random = new Random(seed);
    RandomArticles articles = new RandomArticles(random);
    RandomSearches searches = new RandomSearches(random);
    NaiveArchive naive = new NaiveArchive();
    NaiveCorpus corpus = new NaiveCorpus(naive);
    try (Archive archive = newArchive()) {
      RandomStatisticsContract.fill(archive, naive, random, articles);
      for (int i = 0; i < SEARCHES; i++) {
        Search search = searches.nextForStatistics();

        WordListRequest words = wordList(random);
        WordList list = archive.statistics().words(search, words);
        assertThat(list).as("words of %s", search).isEqualTo(corpus.words(search, words));
        assertThat(ResultReader.words(ResultJson.of(list))).isEqualTo(list);

        CollocatesRequest collocates = collocates(random);
        Collocates near = archive.statistics().collocates(search, collocates);
        assertThat(near)
            .as("collocates of %s in %s", collocates, search)
            .isEqualTo(corpus.collocates(search, collocates));
        assertThat(ResultReader.collocates(ResultJson.of(near))).isEqualTo(near);

        DispersionRequest request = new DispersionRequest(words(random), parts(random));
        Dispersion dispersion = archive.statistics().dispersion(search, request);
        assertThat(dispersion)
            .as("dispersion of %s in %s", request, search)
            .isEqualTo(corpus.dispersion(search, request));
        assertDeviation(dispersion);
        assertThat(ResultReader.dispersion(ResultJson.of(dispersion))).isEqualTo(dispersion);
      }
    }
  }

  private static WordListRequest wordList(Random random) {
    Set<String> excluded =
        IntStream.range(0, random.nextInt(3))
            .mapToObj(i -> some(random, some(random, RandomArticles.WORDS)))
            .collect(Collectors.toSet());
    return new WordListRequest(
        1 + random.nextInt(WordListRequest.MAX_SIZE),
        1 + random.nextInt(3),
        excluded,
        some(random, List.of(1, 2, 5, 1000)));
  }

  private static CollocatesRequest collocates(Random random) {
    int left = random.nextInt(4);
    return new CollocatesRequest(
        words(random),
        new CollocatesRequest.Window(left, left == 0 ? 1 : random.nextInt(4)),
        1 + random.nextInt(2),
        some(random, List.of(CollocationMeasure.values())),
        some(random, List.of(1, 2, 1000)));
  }

  private static CorpusParts parts(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> new CorpusParts.Articles();
      case 1 ->
          new CorpusParts.Periods(
              random.nextBoolean() ? Facet.PUBLISHED : Facet.SAID,
              some(random, List.of(TimeStep.values())));
      default ->
          new CorpusParts.Values(
              some(random, Stream.of(Facet.values()).filter(facet -> !facet.isDate()).toList()));
    };
  }

  /** The deviation is what two distributions do not have in common. */
  private static void assertDeviation(Dispersion dispersion) {
    double words = dispersion.words();
    double places = dispersion.places();
    if (places == 0) {
      assertThat(dispersion.dp()).isEmpty();
      return;
    }
    double common =
        dispersion.parts().stream()
            .mapToDouble(part -> Math.min(part.words() / words, part.places() / places))
            .sum();
    assertThat(dispersion.dp()).hasValueCloseTo(1 - common, within(1e-12));
    if (dispersion.parts().size() > 1) {
      assertThat(dispersion.dpNorm().getAsDouble()).isBetween(0.0, 1 + 1e-12);
    }
  }

  /** A query for words of quotations, whose places a naive count can find. */
  private static Query words(Random random) {
    RandomPatterns patterns = new RandomPatterns(random);
    while (true) {
      TextPattern pattern = patterns.next();
      Query query = new Query.Text(Target.QUOTE, patterns.form(pattern), pattern);
      if (!RandomSearchContract.isLoose(query)) {
        return query;
      }
    }
  }

  private static <T> T some(Random random, List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
