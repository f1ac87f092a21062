package onrecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import onrecord.extract.QuotationExtractor;
import onrecord.model.Annotation;
import onrecord.model.Arrival;
import onrecord.model.Article;
import onrecord.model.FieldValue;
import onrecord.model.Quotation;
import onrecord.model.Span;
import onrecord.query.ArrivalRange;
import onrecord.query.Hit;
import onrecord.query.InvalidSearchException;
import onrecord.query.NewSince;
import onrecord.query.Query;
import onrecord.query.Search;
import onrecord.query.Watermark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When articles came in, and searches for what is new. */
class ArrivalTest {

  private static final Path KEPT = Path.of("index-fixtures", "archives");
  private static final Instant FIRST = Instant.parse("2024-06-30T23:59:59.123Z");
  private static final Instant SECOND = Instant.parse("2024-07-01T00:00:00Z");
  private static final Search ALL = Search.builder(Query.all()).pageSize(1000).build();

  @TempDir Path folder;

  private final AtomicReference<Instant> now = new AtomicReference<>(FIRST);

  private ArchiveOptions.Builder options() {
    return ArchiveOptions.builder().refreshEvery(Duration.ZERO).clock(now::get);
  }

  private Archive open() throws IOException {
    return Archive.open(folder.resolve("archive"), options().build());
  }

  private Archive openReadOnly() throws IOException {
    return Archive.openReadOnly(folder.resolve("archive"));
  }

  private static Article article(String id, int version) {
    return Article.builder(id, "“We sign number " + version + ",” said Ann Lee.").build();
  }

  private static Optional<Arrival> arrival(Instant added, Instant changed, int commit) {
    return Optional.of(new Arrival(Optional.of(added), changed, commit));
  }

  private static List<String> found(Archive archive, Search search) throws IOException {
    try (Stream<Hit> hits = archive.stream(search)) {
      return hits.map(hit -> hit.article().id() + " " + hit.quotation().text()).sorted().toList();
    }
  }

  @Test
  void timesAreThoseAtWhichAnArticleWasAddedAndChanged() throws IOException {
    try (Archive archive = open()) {
      archive.add(article("a", 1));
      archive.refresh();
      assertThat(archive.arrival("a")).isEqualTo(arrival(FIRST, FIRST, 1));
      archive.commit();
      now.set(SECOND);

      archive.add(article("a", 1));
      archive.add(article("b", 1));
      archive.add(article("b", 2));
      archive.commit();

      assertThat(archive.arrival("a")).as("added as it was").isEqualTo(arrival(FIRST, FIRST, 1));
      assertThat(archive.arrival("b")).isEqualTo(arrival(SECOND, SECOND, 2));
      now.set(SECOND.plusSeconds(1));
      archive.add(article("a", 2));
      archive.delete("b");
      archive.add(article("b", 2));
    }
    try (Archive archive = openReadOnly()) {
      assertThat(archive.arrival("a")).isEqualTo(arrival(FIRST, SECOND.plusSeconds(1), 3));
      assertThat(archive.arrival("b"))
          .as("deleted and added again")
          .isEqualTo(arrival(SECOND.plusSeconds(1), SECOND.plusSeconds(1), 3));
      assertThat(archive.arrival("c")).isEmpty();
      assertThat(archive.verify().problems()).isEmpty();
    }
  }

  @Test
  void extractionByAnotherVersionIsNoChange() throws IOException {
    try (Archive archive = open()) {
      archive.add(article("a", 1));
      archive.add(article("b", 1));
    }
    now.set(SECOND);
    QuotationExtractor other = new CapitalsExtractor("other");
    try (Archive archive =
        Archive.open(folder.resolve("archive"), options().extractor(other).build())) {
      archive.add(article("b", 1));
      assertThat(archive.reextract(AddObserver.NONE).replaced()).isEqualTo(1);
      archive.commit();

      assertThat(archive.arrival("a")).isEqualTo(arrival(FIRST, FIRST, 1));
      assertThat(archive.arrival("b")).isEqualTo(arrival(FIRST, FIRST, 1));
    }
  }

  @Test
  void annotationOfAQuotationIsNoChange() throws IOException {
    try (Archive archive = open()) {
      archive.add(article("a", 1));
      archive.commit();
      now.set(SECOND);
      Annotation label =
          Annotation.label("a#1", "tone", FieldValue.name("calm"), "cy", LocalDate.EPOCH);
      assertThat(archive.annotate(List.of(label)).added()).isEqualTo(1);
      archive.commit();

      assertThat(archive.arrival("a")).isEqualTo(arrival(FIRST, FIRST, 1));
      assertThat(archive.verify().problems()).isEmpty();
    }
  }

  @Test
  void givenQuotationsAreAChangeIfTheyDiffer() throws IOException {
    Article article = Article.builder("a", "One two three").build();
    Quotation one = Quotation.builder(article, List.of(new Span(0, 3))).build();
    Quotation two = Quotation.builder(article, List.of(new Span(4, 7))).build();
    try (Archive archive = open()) {
      archive.add(article, List.of(one));
      archive.commit();
      now.set(SECOND);
      archive.add(article, List.of(one));
      archive.commit();
      assertThat(archive.arrival("a")).isEqualTo(arrival(FIRST, FIRST, 1));

      archive.add(article, List.of(one, two));
      archive.commit();
      assertThat(archive.arrival("a")).isEqualTo(arrival(FIRST, SECOND, 3));
    }
  }

  @Test
  void quotationsAreFoundByTheDayInUniversalTimeOnWhichTheirArticleWasAdded() throws IOException {
    try (Archive archive = open()) {
      archive.add(article("a", 1));
      archive.add(article("c", 1));
      now.set(SECOND);
      archive.add(article("b", 1));
      archive.add(article("c", 2));
      archive.commit();

      assertThat(found(archive, Search.of(Query.parse("added:2024-06-30"))))
          .containsExactly("a We sign number 1,", "c We sign number 2,");
      assertThat(found(archive, Search.of(Query.parse("sign added>=2024-07"))))
          .containsExactly("b We sign number 1,");
      assertThat(found(archive, Search.of(Query.parse("added:[* TO 2024-06-29]")))).isEmpty();
      assertThat(found(archive, Search.of(Query.parse("commit:1")))).hasSize(3);
      assertThat(archive.delete(Query.parse("added:2024-07-01"))).isEqualTo(1);
    }
  }

  @Test
  void answersAreNewWhenTheyAreCommitted() throws IOException {
    try (Archive archive = open()) {
      archive.add(article("a", 1));
      archive.refresh();
      NewSince first = archive.newSince(ALL, Optional.empty());
      assertThat(found(archive, first.search())).as("not committed").isEmpty();
      archive.commit();

      NewSince second = archive.newSince(ALL, Optional.of(first.watermark()));
      assertThat(found(archive, second.search())).containsExactly("a We sign number 1,");
      archive.add(article("b", 1));
      archive.add(article("a", 1));
      archive.add(article("c", 1));
      archive.commit();
      assertThat(found(archive, second.search())).as("later").hasSize(1);

      NewSince third =
          archive.newSince(ALL, Optional.of(Watermark.parse(second.watermark().toString())));
      assertThat(found(archive, third.search()))
          .containsExactly("b We sign number 1,", "c We sign number 1,");
      assertThat(found(archive, archive.newSince(ALL, Optional.of(third.watermark())).search()))
          .isEmpty();
      Search some = Search.builder(Query.article("c")).pageSize(5).context(1).build();
      Search restricted = archive.newSince(some, Optional.of(second.watermark())).search();
      assertThat(found(archive, restricted)).containsExactly("c We sign number 1,");
      assertThat(restricted).isEqualTo(some.of(restricted.selection()));
    }
  }

  @Test
  void changesThatAreLostAreNotAnswered() throws IOException {
    Watermark before;
    Archive lost = open();
    try (lost) {
      lost.add(article("a", 1));
      lost.commit();
      lost.add(article("b", 1));
      lost.refresh();
      before = lost.newSince(ALL, Optional.empty()).watermark();
      lost.rollback();
    }
    try (Archive archive = open()) {
      archive.add(article("c", 1));
      archive.commit();

      NewSince fresh = archive.newSince(ALL, Optional.of(before));
      assertThat(found(archive, fresh.search())).containsExactly("c We sign number 1,");
    }
  }

  @Test
  void watermarkOfAnotherArchiveOrALaterStateIsRefused() throws IOException {
    Watermark watermark;
    try (Archive archive = open()) {
      archive.add(article("a", 1));
      archive.commit();
      archive.backUp(folder.resolve("backup"));
      archive.add(article("b", 1));
      archive.commit();
      watermark = archive.newSince(ALL, Optional.empty()).watermark();
    }
    try (Archive other = Archive.inMemory()) {
      assertThatThrownBy(() -> other.newSince(ALL, Optional.of(watermark)))
          .isInstanceOf(InvalidSearchException.class)
          .hasMessageContaining("answered by the archive " + watermark.archive());
    }
    try (Archive backup = Archive.openReadOnly(folder.resolve("backup"))) {
      assertThatThrownBy(() -> backup.newSince(ALL, Optional.of(watermark)))
          .isInstanceOf(InvalidSearchException.class)
          .hasMessageContaining("up to the commit 2, but the archive is at its commit 1");
    }
    try (Archive backup = Archive.open(folder.resolve("backup"))) {
      backup.add(article("c", 1));
      backup.commit();
      assertThat(found(backup, backup.newSince(ALL, Optional.empty()).search())).hasSize(2);
      assertThat(backup.arrival("c").orElseThrow().commit()).isEqualTo(2);
      assertThatThrownBy(() -> backup.newSince(ALL, Optional.of(watermark)))
          .hasMessageContaining("answered by the archive " + watermark.archive());
    }
  }

  @Test
  void malformedWatermarksAreRefused() {
    for (String text : List.of("", "7", "x/7", "0b5e8e5c-4d3a-4c61-9d0f-1a2b3c4d5e6f/-1")) {
      assertThatThrownBy(() -> Watermark.parse(text))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("but was '" + text + "'");
    }
    assertThatThrownBy(() -> new Watermark("0b5e8e5c-4d3a-4c61-9d0f-1a2b3c4d5e6f", -1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Arrival(Optional.empty(), FIRST, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("but was 0");
    assertThatThrownBy(() -> new ArrivalRange.Commits(3, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("3 and 2");
    assertThatThrownBy(() -> Query.parse("commit:0")).hasMessageContaining("number of a commit");
  }

  @Test
  void arrivalInAnArchiveOfBeforeIsUnknown() throws IOException {
    Folders.copy(KEPT.resolve("format-4"), folder.resolve("archive"));
    Archive.upgrade(folder.resolve("archive"));
    Search all = Search.of(Query.all());
    try (Archive archive = open()) {
      int before = found(archive, all).size();
      assertThat(archive.arrival("clock-tower")).isEmpty();
      assertThat(found(archive, Search.of(Query.parse("added>=1900")))).isEmpty();
      NewSince first = archive.newSince(all, Optional.empty());
      assertThat(found(archive, first.search())).hasSize(before);

      archive.add(article("a", 1));
      Article clock = archive.article("clock-tower").orElseThrow();
      archive.add(Article.builder(clock.id(), clock.text()).title("Another title").build());
      archive.commit();

      assertThat(archive.arrival("clock-tower")).contains(new Arrival(Optional.empty(), FIRST, 1));
      NewSince second = archive.newSince(all, Optional.of(first.watermark()));
      assertThat(found(archive, second.search()))
          .allSatisfy(hit -> assertThat(hit).matches("(?s)(a|clock-tower) .*"))
          .hasSizeGreaterThan(1);
      assertThat(archive.verify().problems()).isEmpty();
    }
  }

  @Test
  void archiveOfAnOlderFormatSaysWhatToDo() throws IOException {
    try (Archive archive = Archive.openReadOnly(KEPT.resolve("format-3"))) {
      assertThat(archive.arrival("clock-tower")).isEmpty();
      assertThatThrownBy(() -> archive.newSince(ALL, Optional.empty()))
          .hasMessageContaining("the archive has the format 3")
          .hasMessageContaining("'onrecord upgrade' rebuilds it");
      assertThatThrownBy(() -> archive.search(Search.of(Query.parse("added:2024"))))
          .hasMessageContaining("'onrecord upgrade' rebuilds it");
    }
  }

  /** Every version that remains is answered once, whatever four writers do meanwhile. */
  @Test
  void nothingIsMissedOrRepeatedWhileOthersWrite() throws Exception {
    Map<String, Integer> answered = new HashMap<>();
    Optional<Watermark> watermark = Optional.empty();
    try (ExecutorService writers = Executors.newFixedThreadPool(4);
        Archive archive =
            Archive.open(
                folder.resolve("archive"),
                options().refreshEvery(Duration.ofMillis(1)).commitEvery(7).build());
        Archive reader = openReadOnly()) {
      List<Future<?>> running = new ArrayList<>();
      for (int writer = 0; writer < 4; writer++) {
        Random random = new Random(writer);
        running.add(writers.submit(() -> write(archive, random)));
      }
      boolean last;
      do {
        last = running.stream().allMatch(Future::isDone);
        if (last) {
          archive.commit();
        }
        for (Archive asked : List.of(reader, archive)) {
          asked.refresh();
          NewSince fresh = asked.newSince(ALL, watermark);
          found(asked, fresh.search()).forEach(hit -> answered.merge(hit, 1, Integer::sum));
          watermark = Optional.of(fresh.watermark());
          // The reader may see less than the writer that was asked before it.
          reader.refresh();
        }
      } while (!last);
      for (Future<?> writer : running) {
        get(writer);
      }
      assertThat(answered.values()).as("repeated").containsOnly(1);
      assertThat(answered.keySet()).as("missed").containsAll(found(archive, ALL));
    }
  }

  private static void get(Future<?> writer) throws InterruptedException {
    try {
      writer.get();
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    }
  }

  private static void write(Archive archive, Random random) {
    try {
      for (int i = 0; i < 60; i++) {
        String id = "a" + random.nextInt(25);
        if (random.nextInt(8) == 0) {
          archive.delete(id);
        } else {
          archive.add(article(id, random.nextInt()));
        }
        if (random.nextInt(5) == 0) {
          archive.commit();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
