package onrecord;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import onrecord.NaiveArchive.Row;
import onrecord.model.Article;
import onrecord.model.Span;
import onrecord.query.Facet;
import onrecord.query.FacetCount;
import onrecord.query.Hit;
import onrecord.query.Passage;
import onrecord.query.Query;
import onrecord.query.Search;
import onrecord.query.SearchResult;
import onrecord.query.SortOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Walks through all pages, streams, wordings and contexts of random searches over random archives
 * with deletions and several segments, and compares them with a plain list.
 */
public abstract class RandomPagesContract extends EngineContract {

  private static final int SEARCHES = 50;

  static IntStream seeds() {
    return IntStream.range(2000, 2040);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void pagesAndStreamsHoldWhatAListWould(int seed) throws IOException {
    Random random = new Random(seed);
    RandomArticles articles = new RandomArticles(random);
    NaiveArchive naive = new NaiveArchive();
    NaivePages pages = new NaivePages(naive);

    try (Archive archive = newArchive()) {
      RandomStatisticsContract.fill(archive, naive, random, articles);
      for (int i = random.nextInt(8); i > 0; i--) {
        String id = "a" + random.nextInt(RandomArticles.IDS);
        archive.delete(id);
        naive.remove(id);
      }
      archive.refresh();
      RandomSearches searches = new RandomSearches(random, naive.ownFields());
      for (int i = 0; i < SEARCHES; i++) {
        Search search = search(searches, random);
        assertPages(archive, search, pages);
        assertStreams(archive, search, pages, articles.some(searches.facets()));
      }
    }
  }

  /** A search that finds something more often than not. */
  private static Search search(RandomSearches searches, Random random) {
    Search any = searches.next();
    Query query = random.nextInt(3) == 0 ? Query.all() : any.query();
    Search.Builder search =
        Search.builder(query)
            .sort(any.sort())
            .highlight(any.highlight())
            .kinds(any.kinds())
            .distinct(random.nextBoolean())
            .pageSize(1 + random.nextInt(20));
    any.filters().forEach(search::filter);
    if (random.nextBoolean()) {
      search.context(random.nextInt(3));
    }
    return search.build();
  }

  private static void assertPages(Archive archive, Search search, NaivePages naive)
      throws IOException {
    Map<Row, List<Row>> expected = naive.hits(search);
    List<Hit> hits = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    do {
      SearchResult page = archive.search(withCursor(search, cursor));
      assertThat(page.total()).as("total of %s", search).isEqualTo(expected.size());
      assertThat(page.hits())
          .as("page of %s", search)
          .hasSize(Math.min(search.pageSize(), expected.size() - hits.size()));
      hits.addAll(page.hits());
      cursor = page.cursor();
      assertThat(cursor.isPresent()).as("cursor").isEqualTo(hits.size() < expected.size());
    } while (cursor.isPresent());
    assertHits(hits, search, naive, expected);
    try (Stream<Hit> stream = archive.stream(search)) {
      assertThat(stream.toList()).as("stream of %s", search).isEqualTo(hits);
    }
  }

  private static Search withCursor(Search search, Optional<String> cursor) {
    Search.Builder next =
        Search.builder(search.query())
            .sort(search.sort())
            .highlight(search.highlight())
            .kinds(search.kinds())
            .distinct(search.distinct())
            .pageSize(search.pageSize());
    search.filters().forEach(next::filter);
    search.context().ifPresent(next::context);
    cursor.ifPresent(next::cursor);
    return next.build();
  }

  private static void assertHits(
      List<Hit> hits, Search search, NaivePages naive, Map<Row, List<Row>> expected) {
    List<String> ids = hits.stream().map(hit -> hit.quotation().id()).toList();
    if (search.sort() == SortOrder.RELEVANCE) {
      assertThat(ids)
          .as("hits of %s", search)
          .containsExactlyInAnyOrderElementsOf(naive.ids(search))
          .doesNotHaveDuplicates();
      assertThat(hits.stream().map(Hit::score).toList())
          .as("scores of %s", search)
          .isSortedAccordingTo((a, b) -> Double.compare(b, a));
    } else {
      assertThat(ids).as("hits of %s", search).isEqualTo(naive.ids(search));
    }
    Map<String, Row> byId =
        expected.keySet().stream()
            .collect(Collectors.toMap(row -> row.quotation().id(), row -> row));
    for (Hit hit : hits) {
      Row row = byId.get(hit.quotation().id());
      assertThat(hit.occurrences())
          .as("occurrences of %s", hit.quotation().text())
          .isEqualTo(NaivePages.occurrences(expected.get(row)));
      Optional<Span> context =
          search.context().isEmpty()
              ? Optional.empty()
              : Optional.of(NaivePages.context(row, search.context().getAsInt()));
      assertThat(hit.context())
          .as("context of %s in %s", hit.quotation().text(), row.article().text())
          .isEqualTo(context.map(span -> new Passage(span, span.in(row.article().text()))));
    }
  }

  private static void assertStreams(Archive archive, Search search, NaivePages naive, Facet facet)
      throws IOException {
    try (Stream<FacetCount> values = archive.values(search, facet)) {
      assertThat(values.toList())
          .as("values of %s for %s", facet, search)
          .isEqualTo(naive.values(search, facet));
    }
    try (Stream<Article> articles = archive.articles(search)) {
      assertThat(articles.toList())
          .as("articles of %s", search)
          .containsExactlyInAnyOrderElementsOf(naive.articles(search));
    }
  }
}
