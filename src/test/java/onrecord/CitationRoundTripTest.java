package onrecord;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import onrecord.format.CitationJson;
import onrecord.query.Citation;
import onrecord.query.CitedArchive;
import onrecord.query.Facet;
import onrecord.query.InvalidSearchException;
import onrecord.query.Query;
import onrecord.query.Selection;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Writes random citations down and reads them back. */
class CitationRoundTripTest {

  private static final int CITATIONS = 250;

  static IntStream seeds() {
    return IntStream.range(0, 10);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void citationIsReadBackFromItsTextAndFromJson(int seed) {
    Random random = new Random(seed);
    for (int i = 0; i < CITATIONS; i++) {
      Citation citation = citation(random);

      String text = throughAFile(citation.toString());
      assertThat(Citation.parse(text)).as(text).isEqualTo(citation);
      assertThat(Citation.parse(text.replace("\n", "\r\n"))).as(text).isEqualTo(citation);
      String json = throughAFile(CitationJson.write(citation));
      assertThat(json).doesNotContain("\n");
      assertThat(CitationJson.read(json)).as(json).isEqualTo(citation);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void brokenCitationIsReadOrRefusedInPlainWords(int seed) {
    Random random = new Random(seed);
    for (int i = 0; i < CITATIONS; i++) {
      Citation citation = citation(random);

      String text = broken(citation.toString(), random);
      String json = broken(CitationJson.write(citation), random);

      assertReadOrRefused(text, Citation::parse, "citation");
      assertReadOrRefused(json, CitationJson::read, "");
    }
  }

  private static void assertReadOrRefused(
      String broken, Function<String, Citation> form, String what) {
    try {
      assertThat(form.apply(broken).search()).isNotNull();
    } catch (IllegalArgumentException e) {
      assertThat(e.getMessage()).as(broken).isNotBlank().contains(what);
    }
  }

  private static String broken(String text, Random random) {
    int cut = random.nextInt(text.length());
    int end = Math.min(text.length(), cut + 1 + random.nextInt(20));
    return switch (random.nextInt(3)) {
      case 0 -> text.substring(0, cut);
      case 1 -> text.substring(0, cut) + text.substring(end);
      default -> text.substring(0, cut) + "9".repeat(random.nextInt(20)) + text.substring(cut);
    };
  }

  private static String throughAFile(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  private static Citation citation(Random random) {
    RandomQueries queries = new RandomQueries(random);
    Map<Facet, Set<String>> filters = new HashMap<>(new RandomSearches(random).next().filters());
    for (Facet facet : new Facet[] {Facet.SPEAKER, Facet.OUTLET, Facet.TAG}) {
      if (random.nextBoolean()) {
        filters.put(facet, Set.of(queries.text()));
      }
    }
    Query query = queries.next(2);
    Citation citation =
        new Citation(
            new Selection(
                query,
                filters,
                areRefused(query, filters) || random.nextBoolean()
                    ? Selection.ALL_KINDS
                    : Selection.QUOTED,
                random.nextBoolean()),
            random.nextLong() >>> random.nextInt(1, 64),
            random.nextLong() >>> random.nextInt(1, 64),
            digits(random),
            digits(random),
            digits(random).substring(32),
            1 + random.nextInt(random.nextBoolean() ? 2 : Integer.MAX_VALUE),
            random.nextBoolean() ? "1.2" : queries.text(),
            Optional.empty());
    return random.nextBoolean() ? citation : citation.from(archive(random, queries));
  }

  private static CitedArchive archive(Random random, RandomQueries queries) {
    SortedMap<String, Long> extractors = new TreeMap<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      // The archive stores it as UTF-8, which has no unpaired surrogates.
      String version = throughAFile(queries.text());
      extractors.put(version + "+" + digits(random).substring(48), 1L);
    }
    return new CitedArchive(
        LocalDate.EPOCH.plusDays(random.nextInt(100_000)),
        queries.text(),
        queries.text(),
        random.nextBoolean() ? Optional.empty() : Optional.of(queries.text()),
        random.nextLong() >>> random.nextInt(1, 64),
        random.nextInt(1_000),
        extractors);
  }

  private static boolean areRefused(Query query, Map<Facet, Set<String>> filters) {
    try {
      Selection unused = new Selection(query, filters, Selection.QUOTED, false);
      return false;
    } catch (InvalidSearchException e) {
      return true;
    }
  }

  private static String digits(Random random) {
    return Hashing.sha256().hashLong(random.nextLong()).toString();
  }
}
