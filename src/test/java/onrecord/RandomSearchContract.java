package onrecord;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import onrecord.NaiveArchive.Row;
import onrecord.format.HitResultReader;
import onrecord.format.ResultJson;
import onrecord.model.Span;
import onrecord.query.ArticleReference;
import onrecord.query.FacetRequest;
import onrecord.query.Highlights;
import onrecord.query.Hit;
import onrecord.query.Query;
import onrecord.query.Search;
import onrecord.query.SearchResult;
import onrecord.query.SortOrder;
import onrecord.query.TextPattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares archives with a plain list of quotations, over random contents and searches. */
public abstract class RandomSearchContract extends EngineContract {

  private static final int SEARCHES = 60;

  static IntStream seeds() {
    return IntStream.range(0, 60);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void archiveAnswersAsAListWould(int seed) throws Exception {
    Random random = new Random(seed);
    RandomArticles articles = new RandomArticles(random);
    NaiveArchive naive = new NaiveArchive();

    try (Archive archive = newArchive()) {
      for (int i = random.nextInt(80); i >= 0; i--) {
        RandomArticles.Entry entry = articles.next();
        naive.add(entry);
        archive.add(entry.article(), entry.quotations());
        if (random.nextInt(5) == 0) {
          archive.refresh();
        }
      }
      archive.commit();

      assertInfo(archive, naive);
      RandomSearches searches = new RandomSearches(random, naive.ownFields());
      for (int i = 0; i < SEARCHES; i++) {
        Search search = searches.next();
        SearchResult result = archive.search(search);
        assertResult(result, search, naive);
        if (i % 10 == 0) {
          HitResultReader reader =
              new HitResultReader(archive::article, archive.info().ownFields());
          assertThat(reader.result(ResultJson.of(result, archive::article))).isEqualTo(result);
        }
      }
    }
  }

  private static void assertInfo(Archive archive, NaiveArchive naive) throws Exception {
    List<Row> rows = naive.rows();
    var info = archive.info();
    assertThat(info.articles()).isEqualTo(naive.articles());
    assertThat(info.quotations()).isEqualTo(rows.size());
    assertThat(info.speakers())
        .isEqualTo(
            rows.stream()
                .map(row -> row.quotation().speaker())
                .filter(speaker -> speaker.isKnown())
                .map(speaker -> NaiveWords.folded(speaker.name()))
                .distinct()
                .count());
  }

  private static void assertResult(SearchResult result, Search search, NaiveArchive naive) {
    List<Row> expected = naive.find(search);
    assertThat(result.total()).as("total of %s", search).isEqualTo(expected.size());
    assertThat(result.quotations()).as("quotations of %s", search).isEqualTo(expected.size());
    assertThat(result.articles())
        .as("articles of %s", search)
        .isEqualTo(NaiveArchive.articles(expected));
    assertThat(result.hits())
        .as("hits of %s", search)
        .hasSize(Math.min(expected.size(), search.pageSize()));
    if (search.sort() != SortOrder.RELEVANCE) {
      assertThat(ids(result))
          .as("order of %s", search)
          .isEqualTo(
              expected.stream()
                  .sorted(NaiveArchive.order(search.sort()))
                  .limit(search.pageSize())
                  .map(row -> row.quotation().id())
                  .toList());
    } else {
      assertThat(result.hits())
          .as("order of %s", search)
          .isSortedAccordingTo(
              Comparator.<Hit>comparingDouble(hit -> -hit.score())
                  .thenComparing(hit -> hit.article().id())
                  .thenComparing(hit -> hit.quotation().runs().get(0)));
    }
    Map<String, Row> byId =
        expected.stream().collect(Collectors.toMap(row -> row.quotation().id(), row -> row));
    for (Hit hit : result.hits()) {
      assertThat(byId).as("found by %s", search).containsKey(hit.quotation().id());
      assertHit(hit, search, byId.get(hit.quotation().id()), naive);
    }
    List<FacetRequest> requests = search.facets();
    assertThat(result.facets())
        .as("facets of %s", search)
        .isEqualTo(requests.stream().map(request -> naive.count(search, request)).toList());
  }

  private static List<String> ids(SearchResult result) {
    return result.hits().stream().map(hit -> hit.quotation().id()).toList();
  }

  private static void assertHit(Hit hit, Search search, Row row, NaiveArchive naive) {
    assertThat(hit.quotation()).isEqualTo(row.quotation());
    assertThat(hit.article()).isEqualTo(ArticleReference.of(row.article()));
    if (!search.highlight()) {
      assertThat(hit.highlights()).isEqualTo(Highlights.NONE);
    } else if (!isLoose(search.query())) {
      assertThat(characters(hit.highlights().inQuotation()))
          .as("highlights of %s in %s", search.query(), row.quotation().text())
          .isEqualTo(naive.inQuotation(search, row));
      assertThat(characters(hit.highlights().inArticle()))
          .as("highlights of %s in %s", search.query(), row.article().text())
          .isEqualTo(naive.inArticle(search, row));
    }
  }

  /** Whether there are words whose places are left to the engine. */
  static boolean isLoose(Query query) {
    return switch (query) {
      case Query.Text q ->
          q.pattern() instanceof TextPattern.Near
              || (q.pattern() instanceof TextPattern.Phrase p && p.slop() > 0);
      case Query.And q -> q.queries().stream().anyMatch(RandomSearchContract::isLoose);
      case Query.Or q -> q.queries().stream().anyMatch(RandomSearchContract::isLoose);
      default -> false;
    };
  }

  private static Set<Integer> characters(List<Span> spans) {
    List<Integer> all = new ArrayList<>();
    spans.forEach(span -> IntStream.range(span.start(), span.end()).forEach(all::add));
    assertThat(all).as("spans in order and apart").isSorted().doesNotHaveDuplicates();
    return new TreeSet<>(all);
  }
}
