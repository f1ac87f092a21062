package onrecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import onrecord.engine.EngineSettings;
import onrecord.model.Article;
import onrecord.model.ArticleVersion;
import onrecord.model.FieldValue;
import onrecord.model.Quotation;
import onrecord.model.Span;
import onrecord.query.Query;
import onrecord.query.Search;
import onrecord.query.Selection;
import onrecord.source.ArticleReader;
import onrecord.source.ArticleRecord;
import onrecord.source.ReadOptions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Adding many, committing and refreshing. */
class ArchiveChangesTest {

  @TempDir Path folder;

  private static Article article(String id, String text) {
    return Article.builder(id, text).build();
  }

  private static Stream<ArticleRecord> records(Article... articles) {
    return IntStream.range(0, articles.length)
        .mapToObj(i -> ArticleRecord.of("a source", i + 1, articles[i]));
  }

  private long committedArticles() throws IOException {
    try (Archive reader = Archive.openReadOnly(folder)) {
      return reader.info().articles();
    }
  }

  @Nested
  class AddingMany {

    @Test
    void tellsWhatBecameOfEachArticle() throws IOException {
      try (Archive archive = Archive.inMemory()) {
        archive.add(article("same", "“Same,” said Ann Lee."));
        archive.add(article("changed", "“Before,” said Ann Lee."));

        AddReport report =
            archive.addAll(
                records(
                    article("same", "“Same,” said Ann Lee."),
                    article("changed", "“After,” said Ann Lee."),
                    article("new", "“New,” said Ann Lee."),
                    article("x".repeat(40_000), "Too long a name.")));

        assertThat(report)
            .usingRecursiveComparison()
            .ignoringFields("rejections")
            .isEqualTo(new AddReport(1, 1, 1, 1, 0, 0, 0, 0, List.of()));
        assertThat(report.taken()).isEqualTo(3);
        assertThat(report.rejections())
            .singleElement()
            .satisfies(rejection -> {
              assertThat(rejection.source()).isEqualTo("a source");
              assertThat(rejection.line()).isEqualTo(4);
              assertThat(rejection.reason()).contains("must have at most 32766 bytes");
              assertThat(rejection.toString()).startsWith("a source:4: article of");
            });
        archive.refresh();
        assertThat(archive.article("changed").orElseThrow().text()).contains("After");
      }
    }

    @Test
    void goesOnPastWhatCannotBeRead() throws IOException {
      String lines =
          "{\"id\":\"1\",\"text\":\"One\"}\n{\"id\":\n{\"id\":\"3\",\"text\":\"Three\"}\n";
      List<Rejection> told = new ArrayList<>();
      try (Archive archive = Archive.inMemory();
          ArticleReader reader =
              ArticleReader.open(
                  List.of(Path.of("-")),
                  ReadOptions.builder()
                      .standardInput(
                          new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)))
                      .build())) {
        AddReport report =
            archive.addAll(
                reader.stream(),
                new AddObserver() {
                  @Override
                  public void rejected(Rejection rejection) {
                    told.add(rejection);
                  }
                });

        assertThat(report.added()).isEqualTo(2);
        assertThat(report.rejections()).isEqualTo(told);
        assertThat(told.getFirst().toString())
            .startsWith("standard input:2: is not valid JSON")
            .doesNotContain("standard input:2: standard input");
      }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void leavesTheSameAsAddingOneAfterTheOther(long seed) throws IOException {
      Random random = new Random(seed);
      List<Article> articles =
          IntStream.range(0, 150)
              .mapToObj(i ->
                  article(
                      "a" + random.nextInt(40),
                      "“" + random.nextInt(5) + " bridges,” said Ann Lee. ".repeat(1 + i % 9)))
              .toList();
      ArchiveOptions threads = ArchiveOptions.builder().processors(4).build();
      try (Archive one = Archive.inMemory();
          Archive many = Archive.inMemory(threads)) {
        Set<String> ids = new TreeSet<>();
        long unchanged = 0;
        for (Article article : articles) {
          boolean new1 = ids.add(article.id());
          one.refresh();
          unchanged += !new1 && one.article(article.id()).orElseThrow().equals(article) ? 1 : 0;
          one.add(article);
        }

        AddReport report = many.addAll(records(articles.toArray(Article[]::new)));

        one.refresh();
        many.refresh();
        Search all =
            Search.builder(Query.all()).kinds(Selection.ALL_KINDS).pageSize(10_000).build();
        assertThat(many.search(all)).as("seed %d", seed).isEqualTo(one.search(all));
        assertThat(report)
            .as("seed %d", seed)
            .isEqualTo(
                new AddReport(
                    ids.size(),
                    articles.size() - ids.size() - unchanged,
                    unchanged,
                    0,
                    0,
                    0,
                    0,
                    0,
                    List.of()));
      }
    }

    @Test
    void deletesWhatIsWithdrawnInTheOrderOfTheRecords() throws IOException {
      try (Archive archive = Archive.inMemory()) {
        archive.add(article("held", "“Held,” said Ann Lee."));
        Article back = article("back", "“Back,” said Ann Lee.");

        AddReport report =
            archive.addAll(
                Stream.of(
                    ArticleRecord.withdrawn("a source", 1, "held"),
                    ArticleRecord.withdrawn("a source", 2, "never"),
                    ArticleRecord.of("a source", 3, article("gone", "“Gone,” said Ann Lee.")),
                    ArticleRecord.withdrawn("a source", 4, "gone"),
                    ArticleRecord.withdrawn("a source", 5, "back"),
                    ArticleRecord.of("a source", 6, back)));

        assertThat(report).isEqualTo(new AddReport(2, 0, 0, 0, 0, 4, 2, 0, List.of()));
        assertThat(report.taken()).isEqualTo(2);
        archive.refresh();
        assertThat(archive.article("held")).isEmpty();
        assertThat(archive.article("gone")).isEmpty();
        assertThat(archive.article("back")).contains(back);
        assertThat(archive.info().articles()).isEqualTo(1);
        assertThat(archive.info().quotations()).isEqualTo(1);
      }
    }

    private static ArticleRecord record(long line, int version, String words) {
      return ArticleRecord.of("a source", line, article("urn:1", "“" + words + ",” said Ann Lee."))
          .withVersion(new ArticleVersion(Optional.of((long) version), Optional.empty()));
    }

    private static ArticleRecord withdrawal(long line, int version) {
      return ArticleRecord.withdrawn("a source", line, "urn:1")
          .withVersion(new ArticleVersion(Optional.of((long) version), Optional.empty()));
    }

    private static String text(Archive archive) throws IOException {
      archive.refresh();
      return archive.article("urn:1").map(Article::text).orElse("(none)");
    }

    @Test
    void keepsTheNewerOfTwoVersionsInARun() throws IOException {
      try (Archive archive = Archive.inMemory()) {
        AddReport report =
            archive.addAll(
                Stream.of(
                    record(1, 2, "Second"),
                    record(2, 3, "Third"),
                    record(3, 1, "First"),
                    record(4, 3, "Third"),
                    record(5, 2, "Second")));

        assertThat(report).isEqualTo(new AddReport(1, 1, 1, 0, 0, 0, 0, 2, List.of()));
        assertThat(text(archive)).contains("Third");
        assertThat(archive.article("urn:1").orElseThrow().fields().of("version"))
            .containsExactly(FieldValue.number(3));
      }
    }

    @Test
    void keepsTheNewerOfTwoVersionsInTwoRuns() throws IOException {
      try (Archive archive = Archive.inMemory()) {
        archive.addAll(Stream.of(record(1, 3, "Third")));

        AddReport older = archive.addAll(Stream.of(record(1, 2, "Second"), withdrawal(2, 1)));
        assertThat(older).isEqualTo(new AddReport(0, 0, 0, 0, 0, 1, 0, 2, List.of()));
        assertThat(text(archive)).contains("Third");

        AddReport newer = archive.addAll(Stream.of(record(1, 4, "Fourth")));
        assertThat(newer).isEqualTo(new AddReport(0, 1, 0, 0, 0, 0, 0, 0, List.of()));
        assertThat(text(archive)).contains("Fourth");
      }
    }

    @Test
    void anOlderVersionDoesNotComeBackInTheRunThatWithdrawsANewerOne() throws IOException {
      try (Archive archive = Archive.inMemory()) {
        AddReport report =
            archive.addAll(
                Stream.of(record(1, 1, "First"), withdrawal(2, 3), record(3, 2, "Second")));

        assertThat(report).isEqualTo(new AddReport(1, 0, 0, 0, 0, 1, 1, 1, List.of()));
        assertThat(text(archive)).isEqualTo("(none)");

        archive.addAll(Stream.of(withdrawal(1, 3), record(2, 4, "Fourth")));
        assertThat(text(archive)).contains("Fourth");
      }
    }

    @Test
    void whatHasNoVersionReplacesAVersionAndIsReplacedByOne() throws IOException {
      Article plain = article("urn:1", "“Plain,” said Ann Lee.");
      try (Archive archive = Archive.inMemory()) {
        AddReport report =
            archive.addAll(
                Stream.of(
                    record(1, 3, "Third"),
                    ArticleRecord.of("a source", 2, plain),
                    record(3, 1, "First")));

        assertThat(report).isEqualTo(new AddReport(1, 2, 0, 0, 0, 0, 0, 0, List.of()));
        assertThat(text(archive)).contains("First");

        archive.add(plain);
        assertThat(text(archive)).contains("Plain");
      }
    }

    @Test
    void readsNoFurtherAheadThanItsBound() throws IOException {
      ArchiveOptions options = ArchiveOptions.builder().processors(2).commitEvery(1L).build();
      List<Long> read = new ArrayList<>();
      List<Long> ahead = new ArrayList<>();
      Stream<ArticleRecord> source =
          IntStream.range(0, 200)
              .mapToObj(i -> ArticleRecord.of("s", i + 1, article("a" + i, "Text " + i + ".")))
              .peek(record -> read.add(record.line()));
      try (Archive archive = Archive.inMemory(options)) {
        archive.addAll(
            source,
            new AddObserver() {
              @Override
              public void committed(long articles) {
                ahead.add(read.getLast() - articles);
              }
            });
      }

      assertThat(ahead).hasSize(200).allMatch(articles -> articles <= 2 * 16 + 1);
    }

    @Test
    void countsWhatIsProcessedAlsoWhatIsRejected() throws IOException {
      List<Long> processed = new ArrayList<>();
      Article article = article("a", "Text.");
      Stream<ArticleRecord> source =
          Stream.of(
              ArticleRecord.of("s", 1, article),
              ArticleRecord.of("s", 2, article("b", "A text that is too long.")),
              ArticleRecord.of("s", 3, article));
      ArchiveOptions options = ArchiveOptions.builder().articleLimit(10).build();
      try (Archive archive = Archive.inMemory(options)) {
        archive.addAll(
            source,
            new AddObserver() {
              @Override
              public void processed(long articles) {
                processed.add(articles);
              }
            });
      }

      assertThat(processed).containsExactly(1L, 2L, 3L);
    }

    @Test
    void endsWithTheSourceThatFailsAndKeepsWhatWasTaken() throws IOException {
      Stream<ArticleRecord> source =
          Stream.concat(
              records(article("a", "Text.")),
              Stream.generate(() -> {
                throw new UncheckedIOException(new IOException("the cable is loose"));
              }));
      try (Archive archive = Archive.inMemory()) {
        assertThatThrownBy(() -> archive.addAll(source)).hasMessageContaining("the cable is loose");

        archive.refresh();
        assertThat(archive.info().articles()).isEqualTo(1);
      }
    }
  }

  @Nested
  class Committing {

    @Test
    void isUndoneByRollback() throws IOException {
      Archive archive = Archive.open(folder);
      archive.add(article("kept", "Text."));
      archive.commit();
      archive.add(article("gone", "Text."));
      archive.delete("kept");

      archive.rollback();
      archive.rollback();
      archive.close();

      assertThatThrownBy(archive::info).isInstanceOf(IllegalStateException.class);
      try (Archive again = Archive.open(folder)) {
        assertThat(again.article("kept")).isPresent();
        assertThat(again.article("gone")).isEmpty();
      }
    }

    @Test
    void isDoneByClose() throws IOException {
      try (Archive archive = Archive.open(folder)) {
        archive.add(article("a", "Text."));
      }

      assertThat(committedArticles()).isEqualTo(1);
    }

    @Test
    void comesOnItsOwnAfterTheArticlesAskedFor() throws IOException {
      try (Archive archive =
          Archive.open(folder, ArchiveOptions.builder().commitEvery(2L).build())) {
        archive.add(article("a", "Text."));
        assertThat(committedArticles()).isZero();

        archive.add(article("b", "Text."));
        assertThat(committedArticles()).isEqualTo(2);

        archive.add(article("b", "Text."));
        archive.add(article("c", "“Text,” said Ann Lee."));
        assertThat(committedArticles()).isEqualTo(2);
        archive.delete("a");
        assertThat(committedArticles()).isEqualTo(2);
        assertThat(archive.article("a")).isEmpty();
        assertThat(archive.article("c")).isPresent();
      }
    }

    @Test
    void comesOnItsOwnAfterTheTimeAskedFor() throws IOException {
      HandTimer timer = new HandTimer();
      ArchiveOptions options =
          ArchiveOptions.builder()
              .refreshEvery(Duration.ZERO)
              .commitEvery(Duration.ofMinutes(3))
              .build();
      try (Archive archive = Archive.open(folder, options, timer)) {
        archive.add(article("a", "Text."));
        assertThat(committedArticles()).isZero();

        timer.pass(Duration.ofMinutes(3));

        assertThat(committedArticles()).isEqualTo(1);
      }
      assertThat(timer.tasks()).isZero();
    }
  }

  @Nested
  class Refreshing {

    @Test
    void comesOnItsOwnAfterASecond() throws IOException {
      HandTimer timer = new HandTimer();
      try (Archive archive = Archive.open(folder, ArchiveOptions.DEFAULT, timer)) {
        archive.add(article("a", "Text."));
        assertThat(archive.info().articles()).isZero();

        timer.pass(Duration.ofSeconds(1));

        assertThat(archive.info().articles()).isEqualTo(1);
        assertThat(committedArticles()).isZero();
      }
    }

    @Test
    void ofAnArchiveOpenForReadingComesOnItsOwnIfItIsWanted() throws IOException {
      HandTimer timer = new HandTimer();
      ArchiveOptions following =
          ArchiveOptions.builder().followEvery(Duration.ofMinutes(1)).build();
      try (Archive writing = Archive.open(folder)) {
        writing.commit();
        try (Archive reading = Archive.openReadOnly(folder, following, timer);
            Archive other = Archive.openReadOnly(folder, ArchiveOptions.DEFAULT, timer)) {
          assertThat(timer.tasks()).isEqualTo(1);
          writing.add(article("a", "Text."));
          writing.commit();
          assertThat(reading.info().articles()).isZero();

          timer.pass(Duration.ofMinutes(1));

          assertThat(reading.info().articles()).isEqualTo(1);
          assertThat(other.info().articles()).isZero();
        }
        assertThat(timer.tasks()).isZero();
      }
    }

    @Test
    void ofAnArchiveOpenForReadingThatFailsIsToldByTheNextRead() throws IOException {
      HandTimer timer = new HandTimer();
      ArchiveOptions following =
          ArchiveOptions.builder().followEvery(Duration.ofMinutes(1)).build();
      Archive.open(folder).close();
      try (Archive reading = Archive.openReadOnly(folder, following, timer)) {
        reading.upkeep.every(
            Duration.ofMinutes(1),
            timer,
            () -> {
              throw new IOException("the disk is gone");
            });

        timer.pass(Duration.ofMinutes(1));

        assertThatThrownBy(reading::info)
            .isInstanceOf(IOException.class)
            .hasMessageContaining("the disk is gone");
        assertThat(reading.info().articles()).isZero();
      }
    }

    @Test
    void thatFailsIsToldByTheNextChange() throws IOException {
      Upkeep upkeep = new Upkeep();
      HandTimer timer = new HandTimer();
      upkeep.every(
          Duration.ofSeconds(1),
          timer,
          () -> {
            throw new IOException("the disk is full");
          });

      timer.pass(Duration.ofSeconds(1));

      assertThatThrownBy(upkeep::throwFailure)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("the disk is full");
      upkeep.throwFailure();
      upkeep.close();
    }

    @Test
    void goesOnAfterWhateverHasFailed() throws IOException {
      Upkeep upkeep = new Upkeep();
      HandTimer timer = new HandTimer();
      int[] runs = new int[1];
      upkeep.every(
          Duration.ofSeconds(1),
          timer,
          () -> {
            runs[0]++;
            throw new OutOfMemoryError("no room");
          });

      timer.pass(Duration.ofSeconds(1));
      timer.pass(Duration.ofSeconds(1));

      assertThat(runs[0]).isEqualTo(2);
      assertThatThrownBy(upkeep::throwFailure)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("no room");
      upkeep.close();
    }
  }

  @Nested
  class Bounds {

    @Test
    void ofAnArticleHoldsForItsBytes() throws IOException {
      ArchiveOptions options = ArchiveOptions.builder().articleLimit(9).build();
      try (Archive archive = Archive.inMemory(options)) {
        archive.add(article("fits", "123456789"));

        assertThatThrownBy(() -> archive.add(article("long", "12345678é")))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("text of article long must have at most 9 bytes in UTF-8")
            .hasMessageContaining("has 10");
        assertThatThrownBy(() -> archive.add(article("long", "12345678é"), List.of()))
            .isInstanceOf(IllegalArgumentException.class);
        archive.refresh();
        assertThat(archive.info().articles()).isEqualTo(1);
      }
    }

    @Test
    void areRefusedWhereTheyMakeNoSense() {
      assertThatThrownBy(() -> ArchiveOptions.builder().articleLimit(0).build())
          .hasMessageContaining("at least 1 byte, but was 0");
      assertThatThrownBy(() -> ArchiveOptions.builder().ramBufferMegabytes(2001).build())
          .hasMessageContaining("1 to 2000 MB, but was 2001");
      assertThatThrownBy(() -> ArchiveOptions.builder().processors(0).build())
          .hasMessageContaining("processors must be 1 or more, but was 0");
      assertThatThrownBy(
              () -> new EngineSettings(1, 0, 1, Duration.ZERO, 0, InstantSource.system()))
          .hasMessageContaining("processors must be 1 or more, but was 0");
      assertThatThrownBy(() -> ArchiveOptions.builder().commitEvery(-1L).build())
          .hasMessageContaining("0 or more, but was -1");
      assertThatThrownBy(
              () -> ArchiveOptions.builder().refreshEvery(Duration.ofSeconds(-1)).build())
          .hasMessageContaining("must not be negative");
    }

    @Test
    void ofTheNumberOfFilesHoldAfterManyCommits() throws IOException {
      try (Archive archive = Archive.open(folder)) {
        for (int i = 0; i < 50; i++) {
          Article article = article("a" + i, "Text.");
          archive.add(
              article, List.of(Quotation.builder(article, List.of(new Span(0, 4))).build()));
          archive.commit();
        }
      }

      try (Stream<Path> files = Files.list(folder)) {
        assertThat(files.count()).isLessThan(80);
      }
    }
  }
}
