package onrecord;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import onrecord.model.Article;
import onrecord.model.Quotation;
import onrecord.model.Span;
import onrecord.query.Facet;
import onrecord.query.FacetCount;
import onrecord.query.FacetRequest;
import onrecord.query.Hit;
import onrecord.query.Query;
import onrecord.query.Search;
import onrecord.query.SearchResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One archive in the hands of many threads. */
class ArchiveThreadsTest {

  private static final int WRITERS = 2;
  private static final int READERS = 8;
  private static final int ARTICLES = 150;
  private static final int IDS = 20;

  @TempDir Path folder;

  @Test
  void searchesNeverSeeHalfAnArticleAndNothingStaysOpen() throws Exception {
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    int searches = 0;
    try (Archive archive = Archive.open(folder);
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS + READERS)) {
      AtomicInteger writing = new AtomicInteger(WRITERS);
      List<Future<Integer>> adding = new ArrayList<>();
      List<Future<Integer>> searching = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        int writer = i;
        adding.add(threads.submit(() -> write(archive, writer, writing)));
      }
      for (int i = 0; i < READERS; i++) {
        searching.add(threads.submit(searches(archive, writing)));
      }
      for (Future<Integer> done : adding) {
        assertThat(done.get()).isPositive();
      }
      for (Future<Integer> done : searching) {
        searches += done.get();
      }

      archive.commit();
      assertThat(archive.info().articles()).isEqualTo(IDS);
      assertWhole(archive.search(search(Optional.empty())));
      assertThat(archive.verify().problems()).isEmpty();
    }
    assertThat(openFiles()).isEmpty();
    assertThat(Thread.getAllStackTraces().keySet())
        .filteredOn(thread -> !before.contains(thread) && thread.isAlive())
        .extracting(Thread::getName)
        .noneMatch(name -> name.contains("onrecord") || name.contains("Lucene"));
    assertThat(searches).isGreaterThanOrEqualTo(READERS);
    System.out.printf(
        "Threads: %d searches by %d threads while %d threads added %d articles each%n",
        searches, READERS, WRITERS, ARTICLES);
  }

  /** What this process has open in the folder, where the system reports it. */
  private List<String> openFiles() throws IOException {
    Path self = Path.of("/proc/self");
    List<String> open = new ArrayList<>();
    if (Files.isDirectory(self.resolve("fd"))) {
      try (Stream<Path> handles = Files.list(self.resolve("fd"))) {
        for (Path handle : handles.toList()) {
          if (Files.isSymbolicLink(handle)) {
            open.add(Files.readSymbolicLink(handle).toString());
          }
        }
      }
      open.addAll(Files.readAllLines(self.resolve("maps")));
    }
    return open.stream().filter(line -> line.contains(folder.toString())).toList();
  }

  /** Each article has from one to five quotations, and says in each of them how many. */
  private static int write(Archive archive, int writer, AtomicInteger writing) throws Exception {
    try {
      for (int i = 0; i < ARTICLES; i++) {
        int count = 1 + (i + writer) % 5;
        Article article =
            Article.builder("a" + i % IDS, "x".repeat(count)).section("of " + count).build();
        if (i % 11 == 0) {
          archive.delete(article.id());
        }
        archive.add(
            article,
            IntStream.range(0, count)
                .mapToObj(at -> Quotation.builder(article, List.of(new Span(at, at + 1))).build())
                .toList());
        if (i % 7 == 0) {
          archive.refresh();
        }
        if (i % 50 == 0) {
          archive.commit();
        }
      }
      return ARTICLES;
    } finally {
      writing.decrementAndGet();
    }
  }

  private static Callable<Integer> searches(Archive archive, AtomicInteger writing) {
    return () -> {
      int searches = 0;
      do {
        Optional<String> section =
            searches % 3 == 0 ? Optional.empty() : Optional.of("of " + (1 + searches % 5));
        Search search = search(section);
        SearchResult result = archive.search(search);
        assertWhole(result);
        assertThat(result.facet(Facet.SECTION).counts())
            .allSatisfy(
                count -> assertThat(count.value()).isEqualTo(section.orElse(count.value())));
        try (Stream<Hit> hits = archive.stream(search)) {
          assertArticlesWhole(hits.toList());
        }
        searches++;
      } while (writing.get() > 0);
      return searches;
    };
  }

  private static Search search(Optional<String> section) {
    return Search.builder(section.map(Query::section).orElse(Query.all()).and(Query.prefix("x")))
        .pageSize(1000)
        .facet(FacetRequest.top(Facet.SECTION, 10))
        .build();
  }

  /** Of an article all quotations are found, which have its text in common. */
  private static void assertArticlesWhole(List<Hit> hits) {
    Map<String, Set<String>> quotations = new HashMap<>();
    hits.forEach(hit ->
        quotations
            .computeIfAbsent(hit.article().id(), id -> new HashSet<>())
            .add(hit.quotation().id()));
    assertThat(quotations.values().stream().mapToInt(Set::size).sum()).isEqualTo(hits.size());
    assertThat(quotations.values()).allSatisfy(ids -> assertThat(ids).hasSizeBetween(1, 5));
    quotations.forEach((article, ids) ->
        assertThat(ids)
            .isEqualTo(
                IntStream.range(0, ids.size())
                    .mapToObj(i -> article + "#" + i)
                    .collect(Collectors.toSet())));
  }

  private static void assertWhole(SearchResult result) {
    assertArticlesWhole(result.hits());
    Map<String, Integer> quotations = new HashMap<>();
    result.hits().forEach(hit -> quotations.merge(hit.article().id(), 1, Integer::sum));
    assertThat(result.hits()).hasSize((int) result.total());
    long counted = 0;
    for (FacetCount count : result.facet(Facet.SECTION).counts()) {
      int perArticle = Integer.parseInt(count.value().substring("of ".length()));
      long articles = quotations.values().stream().filter(n -> n == perArticle).count();
      assertThat(count.quotations()).isEqualTo(articles * perArticle);
      counted += count.quotations();
    }
    assertThat(counted).isEqualTo(result.total());
  }
}
