package onrecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiPredicate;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import onrecord.engine.EngineSettings;
import onrecord.model.Article;
import onrecord.model.Quotation;
import onrecord.model.QuotationKind;
import onrecord.model.Span;
import onrecord.query.ExpiredCursorException;
import onrecord.query.Hit;
import onrecord.query.Query;
import onrecord.query.Search;
import onrecord.query.SearchResult;
import onrecord.query.Selection;
import onrecord.query.SortOrder;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an engine must do when more than one page is read. */
public abstract class PagesContract extends EngineContract {

  private static final int QUOTATIONS = 5;

  private final AtomicLong nanos = new AtomicLong();

  /** An article of five quotations of a letter each. */
  private static void add(Archive archive, String id) throws IOException {
    Article article = Article.builder(id, "b c d e f").build();
    archive.add(
        article,
        IntStream.range(0, QUOTATIONS)
            .mapToObj(i -> Quotation.builder(article, List.of(new Span(2 * i, 2 * i + 1))).build())
            .toList());
  }

  private static Search.Builder page(Optional<String> cursor, int size) {
    Search.Builder page = Search.builder(Query.all()).sort(SortOrder.OLDEST).pageSize(size);
    cursor.ifPresent(page::cursor);
    return page;
  }

  @Nested
  class WhileOthersWrite {

    private static final int ARTICLES = 6_000;
    private static final int PAGE = 750;

    @ParameterizedTest
    @EnumSource(
        value = SortOrder.class,
        names = {"RELEVANCE", "OLDEST"})
    void walkByCursorMissesAndRepeatsNothing(SortOrder order) throws Exception {
      try (Archive archive = newArchive();
          ExecutorService thread = Executors.newSingleThreadExecutor()) {
        for (int i = 0; i < ARTICLES; i++) {
          add(archive, "a" + i);
          if (i % 1000 == 0) {
            archive.refresh();
          }
        }
        archive.commit();
        AtomicBoolean walking = new AtomicBoolean(true);
        Semaphore changes = new Semaphore(0);
        List<String> walked = new ArrayList<>();
        SearchResult first =
            archive.search(page(Optional.empty(), PAGE).sort(order).highlight(false).build());
        first.hits().forEach(hit -> walked.add(hit.quotation().id()));
        Future<Integer> writing = thread.submit(() -> write(archive, walking, changes));

        try {
          Optional<String> cursor = first.cursor();
          while (cursor.isPresent()) {
            // The archive has changed between any two pages, and is changing now.
            changes.acquire(3);
            SearchResult page =
                archive.search(page(cursor, PAGE).sort(order).highlight(false).build());
            assertThat(page.total()).isEqualTo((long) ARTICLES * QUOTATIONS);
            page.hits().forEach(hit -> walked.add(hit.quotation().id()));
            cursor = page.cursor();
          }
          // Pages may be read faster than the archive changes.
          changes.acquire();
        } finally {
          walking.set(false);
        }

        assertThat(writing.get()).isGreaterThan((walked.size() / PAGE - 1) * 3);
        Set<String> expected = new HashSet<>();
        IntStream.range(0, ARTICLES)
            .forEach(i ->
                IntStream.range(0, QUOTATIONS).forEach(q -> expected.add("a" + i + "#" + 2 * q)));
        assertThat(walked).hasSize(expected.size());
        assertThat(new HashSet<>(walked)).isEqualTo(expected);
        archive.refresh();
        assertThat(archive.search(Search.of(Query.all())).total())
            .isNotEqualTo((long) ARTICLES * QUOTATIONS);
      }
    }

    /** Deletes, replaces and adds, until the walk is over. */
    private static int write(Archive archive, AtomicBoolean walking, Semaphore changes)
        throws IOException {
      int i = 0;
      try {
        while (walking.get()) {
          if (i % 3 < 2) {
            archive.delete("a" + i * 7 % ARTICLES);
          }
          if (i % 3 > 0) {
            add(archive, i % 3 == 1 ? "a" + i * 11 % ARTICLES : "z" + i);
          }
          archive.refresh();
          i++;
          changes.release();
        }
        return i;
      } finally {
        // After a failure, a thread that waits for changes continues, and sees the failure.
        changes.release(1_000_000);
      }
    }

    @Test
    void streamReadsTheSnapshotItWasBegunOn() throws IOException {
      try (Archive archive = newArchive()) {
        for (int i = 0; i < 50; i++) {
          add(archive, "a" + i);
        }
        archive.commit();

        try (Stream<Hit> stream = archive.stream(Search.of(Query.all()))) {
          archive.delete(Query.all());
          add(archive, "new");
          archive.commit();
          assertThat(stream.map(hit -> hit.article().id()).distinct()).hasSize(50);
        }
      }
    }
  }

  @Nested
  class WhenEveryQuotationIsFound {

    /** An article of which every second quotation is indirect, or all are. */
    private static void addIndirect(Archive archive, String id, int step) throws IOException {
      Article article = Article.builder(id, "b c d e f").build();
      archive.add(
          article,
          IntStream.range(0, QUOTATIONS)
              .mapToObj(i ->
                  Quotation.builder(article, List.of(new Span(2 * i, 2 * i + 1)))
                      .kind(i % step == 0 ? QuotationKind.INDIRECT : QuotationKind.DIRECT)
                      .build())
              .toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 12, 100})
    void pageIsTheBeginningOfAllThatIsLeft(int size) throws IOException {
      try (Archive archive = newArchive()) {
        for (int i = 0; i < 9; i++) {
          // In an order other than that of the ids, and in several segments.
          add(archive, "a" + i * 5 % 9);
          archive.add(Article.builder("silent " + i, "z").build(), List.of());
          if (i % 4 == 1) {
            archive.commit();
          }
        }
        addIndirect(archive, "a3", 2);
        addIndirect(archive, "a5", 1);
        archive.delete("a0");
        archive.delete("a4");
        archive.delete("silent 3");
        add(archive, "a8");
        archive.refresh();

        SearchResult direct = archive.search(Search.builder(Query.all()).pageSize(size).build());
        SearchResult all =
            archive.search(
                Search.builder(Query.all()).kinds(Selection.ALL_KINDS).pageSize(size).build());
        SearchResult indirect =
            archive.search(
                Search.builder(Query.all())
                    .kinds(List.of(QuotationKind.INDIRECT))
                    .pageSize(size)
                    .build());

        assertFound(direct, 6, size, i -> i != 5, (i, j) -> i != 3 || j % 2 == 1);
        assertFound(all, 7, size, i -> true, (i, j) -> true);
        assertFound(indirect, 2, size, i -> i == 3 || i == 5, (i, j) -> i == 5 || j % 2 == 0);
      }
    }

    private static void assertFound(
        SearchResult page,
        int articles,
        int size,
        IntPredicate article,
        BiPredicate<Integer, Integer> quotation) {
      List<String> ids =
          IntStream.of(1, 2, 3, 5, 6, 7, 8)
              .filter(article)
              .boxed()
              .flatMap(i ->
                  IntStream.range(0, QUOTATIONS)
                      .filter(j -> quotation.test(i, j))
                      .mapToObj(j -> "a" + i + "#" + 2 * j))
              .toList();
      assertThat(page.total()).isEqualTo(ids.size());
      assertThat(page.articles()).isEqualTo(articles);
      assertThat(page.hits().stream().map(hit -> hit.quotation().id()))
          .isEqualTo(ids.subList(0, Math.min(size, ids.size())));
    }
  }

  @Nested
  class WhenTimePasses {

    @Test
    void cursorIsValidForFiveMinutesFromPageToPage() throws IOException {
      try (Archive archive = newArchive(nanos::get)) {
        add(archive, "a");
        add(archive, "b");
        archive.commit();
        Optional<String> first = archive.search(page(Optional.empty(), 4).build()).cursor();
        archive.delete("b");
        archive.commit();

        nanos.addAndGet(EngineSettings.DEFAULT.cursorLifetime().toNanos());
        archive.refresh();
        SearchResult second = archive.search(page(first, 4).build());
        nanos.addAndGet(EngineSettings.DEFAULT.cursorLifetime().toNanos());
        SearchResult third = archive.search(page(second.cursor(), 4).build());

        assertThat(second.total()).isEqualTo(10);
        assertThat(third.hits()).hasSize(2);
        nanos.addAndGet(EngineSettings.DEFAULT.cursorLifetime().toNanos());
        assertThatThrownBy(() -> archive.search(page(first, 4).build()))
            .isInstanceOf(ExpiredCursorException.class)
            .hasMessageContaining("kept for 300 seconds")
            .hasMessageContaining("start the search again");
      }
    }

    @Test
    void cursorOfTheCurrentSnapshotRemainsValid() throws IOException {
      try (Archive archive = newArchive(nanos::get)) {
        add(archive, "a");
        archive.commit();
        Optional<String> cursor = archive.search(page(Optional.empty(), 4).build()).cursor();

        nanos.addAndGet(Duration.ofDays(1).toNanos());

        assertThat(archive.search(page(cursor, 4).build()).hits()).hasSize(1);
      }
    }

    @Test
    void cursorExpiresWhenManyOtherSnapshotsWereRequested() throws IOException {
      try (Archive archive = newArchive(nanos::get)) {
        List<Optional<String>> cursors = new ArrayList<>();
        for (int i = 0; i < EngineSettings.CURSOR_SNAPSHOTS + 2; i++) {
          add(archive, "a" + i);
          archive.refresh();
          cursors.add(archive.search(page(Optional.empty(), 1).build()).cursor());
        }

        assertThatThrownBy(() -> archive.search(page(cursors.get(0), 1).build()))
            .isInstanceOf(ExpiredCursorException.class)
            .hasMessageContaining("at most 256");
        assertThat(archive.search(page(cursors.get(2), 1).build()).total()).isEqualTo(15);
      }
    }
  }

  @Nested
  class WhenTheCursorIsWrong {

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "not base 64!", "AQID", "AQAA"})
    void refusesAMalformedCursor(String cursor) throws IOException {
      try (Archive archive = newArchive()) {
        assertThatThrownBy(() -> archive.search(page(Optional.of(cursor), 1).build()))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("one that a search has returned, but was '" + cursor + "'");
      }
    }

    @Test
    void refusesOneOfAnotherSearch() throws IOException {
      try (Archive archive = newArchive()) {
        add(archive, "a");
        archive.commit();
        Optional<String> cursor = archive.search(page(Optional.empty(), 1).build()).cursor();

        assertThatThrownBy(() -> archive.search(page(cursor, 1).distinct(true).build()))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("cursor belongs to another search");
        assertThatThrownBy(() -> archive.stream(page(cursor, 1).build()))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("takes no cursor");
        assertThat(archive.search(page(cursor, 3).context(1).highlight(false).build()).hits())
            .hasSize(3);
      }
    }
  }

  @Nested
  class WhenStreaming {

    @Test
    void streamReturnsAllHits() throws IOException {
      try (Archive archive = newArchive()) {
        for (int i = 0; i < 5_000; i++) {
          add(archive, "a" + i);
        }
        archive.commit();

        try (Stream<Hit> stream = archive.stream(Search.of(Query.all()))) {
          assertThat(stream.map(hit -> hit.quotation().id()).distinct().count()).isEqualTo(25_000);
        }
      }
    }

    @Test
    void closedStreamReleasesItsSnapshot() throws IOException {
      try (Archive archive = newArchive()) {
        add(archive, "a");
        archive.commit();
        Stream<Hit> stream = archive.stream(Search.of(Query.all()));

        stream.close();
        stream.close();

        assertThat(archive.search(Search.of(Query.all())).total()).isEqualTo(QUOTATIONS);
      }
    }
  }
}
