package onrecord;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import onrecord.engine.BackupReport;
import onrecord.engine.EngineSettings;
import onrecord.engine.Verification;
import onrecord.extract.Extractor;
import onrecord.index.ArchiveWriter;
import onrecord.model.Article;
import onrecord.model.Quotation;
import onrecord.model.QuotationKind;
import onrecord.model.Span;
import onrecord.query.Query;
import onrecord.query.Search;
import onrecord.query.SearchResult;
import onrecord.query.Selection;
import onrecord.schema.ArticleMetadata;
import onrecord.schema.BlockDocuments;
import onrecord.schema.Schema;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Verifying, backing up and re-extracting an archive. */
class ArchiveCareTest {

  private static final Search ALL =
      Search.builder(Query.all()).kinds(Selection.ALL_KINDS).pageSize(10_000).build();

  @TempDir Path temporary;
  private Path folder;

  @BeforeEach
  void nameTheArchive() {
    folder = temporary.resolve("archive");
  }

  private static Article article(String id, String text) {
    return Article.builder(id, text).build();
  }

  private static void addSome(Archive archive, long seed, int count) throws IOException {
    RandomArticles articles = new RandomArticles(new Random(seed));
    for (int i = 0; i < count; i++) {
      RandomArticles.Entry entry = articles.next();
      archive.add(entry.article(), entry.quotations());
      if (i % 20 == 0) {
        archive.commit();
      }
    }
    archive.commit();
  }

  @Nested
  class Verifying {

    @Test
    void findsNothingWrongWithASoundArchive() throws IOException {
      try (Archive archive = Archive.open(folder)) {
        addSome(archive, 1, 100);
        Article odd = article("odd", "\uD800 “\uDC00 a\u0000b \u202E c,” said Ann Lee.");
        archive.add(odd);
        archive.commit();

        Verification found = archive.verify();

        assertThat(found)
            .isEqualTo(
                new Verification(
                    archive.info().articles(),
                    archive.info().quotations(),
                    List.of(),
                    Optional.empty()));
      }
      assertThat(Archive.verify(folder).isSound()).isTrue();
    }

    @Test
    void looksAtTheLastCommitAlone() throws IOException {
      try (Archive archive = Archive.open(folder)) {
        archive.add(article("a", "Text."));

        assertThat(archive.verify().articles()).isZero();
      }
    }

    @Test
    void readsAllOfACommitWhileOthersAreMade() throws Exception {
      try (Archive archive = Archive.open(folder);
          ExecutorService thread = Executors.newSingleThreadExecutor()) {
        addSome(archive, 2, 60);
        long articles = archive.verify().articles();
        AtomicBoolean done = new AtomicBoolean();
        Future<Integer> committing =
            thread.submit(() -> {
              int i = 0;
              for (; !done.get(); i++) {
                archive.add(article("new" + i % 7, "Text " + i + "."));
                archive.commit();
              }
              return i;
            });

        try {
          for (int i = 0; i < 20; i++) {
            Verification found = archive.verify();

            assertThat(found.problems()).isEmpty();
            assertThat(found.articles()).isBetween(articles, articles + 7);
          }
        } finally {
          done.set(true);
        }
        assertThat(committing.get()).isPositive();
      }
    }

    @Test
    void namesTheFirstArticleThatIsBroken() throws IOException {
      try (Archive archive = Archive.open(folder)) {
        for (String id : List.of("a", "b", "c")) {
          archive.add(article(id, "“Yes, it will open,” said Ann Lee. “So it will,” she said."));
        }
      }
      delete(new Term("id", "b#1"));

      Verification found = Archive.verify(folder);

      assertThat(found.firstBroken()).contains("b");
      assertThat(found.problems()).containsExactly("article b is partly deleted");
    }

    @Test
    void noticesAnArticleThatIsThereTwiceOrWithoutItsEnd() throws IOException {
      Article article = article("a", "“Yes, it will open,” said Ann Lee.");
      try (Archive archive = Archive.open(folder)) {
        archive.add(article);
      }
      addAgain(article, new Extractor().extract(article).getFirst());

      Verification found = Archive.verify(folder);

      assertThat(found.problems())
          .anySatisfy(problem -> assertThat(problem).contains("article a is stored twice"))
          .anySatisfy(problem -> assertThat(problem).contains("missing after its quotations"));
    }

    @Test
    void namesTheFileThatIsDamagedOrMissing() throws IOException {
      try (Archive archive = Archive.open(folder)) {
        addSome(archive, 2, 30);
      }
      // A segment that was merged has a file of its own for stored fields.
      Path stored = Folders.file(folder, ".*\\.(cfs|fdt)");
      Folders.flip(stored, 1000);

      assertThat(Archive.verify(folder).problems())
          .anySatisfy(
              problem -> assertThat(problem).contains(stored.getFileName() + " is damaged"));

      Files.delete(stored);
      assertThat(Archive.verify(folder).problems())
          .anySatisfy(problem -> assertThat(problem).contains(stored.getFileName().toString()));
    }

    @Test
    void needsAnArchive() {
      assertThatThrownBy(() -> Archive.verify(folder))
          .isInstanceOf(IOException.class)
          .hasMessage(folder + ": there is no archive here");
    }

    private void delete(Term term) throws IOException {
      try (Directory directory = FSDirectory.open(folder);
          IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
        writer.deleteDocuments(term);
      }
    }

    private static List<Document> documents(Article article, Quotation quotation) {
      return ImmutableList.copyOf(
          new BlockDocuments(
              article,
              List.of(quotation),
              ArticleMetadata.of(article, Optional.of(Extractor.VERSION))));
    }

    private void addAgain(Article article, Quotation quotation) throws IOException {
      try (Directory directory = FSDirectory.open(folder);
          IndexWriter writer =
              new IndexWriter(directory, new IndexWriterConfig(Schema.analyzer()))) {
        writer.addDocuments(
            Stream.concat(
                    documents(article, quotation).stream(),
                    Stream.of(documents(article, quotation).getFirst()))
                .toList());
      }
    }
  }

  @Nested
  class BackingUp {

    private Path backup;

    @BeforeEach
    void nameTheBackup() {
      backup = temporary.resolve("backup");
    }

    @Test
    void givesAnArchiveThatIsOpenedAsAnyOther() throws IOException {
      SearchResult expected;
      try (Archive archive = Archive.open(folder)) {
        addSome(archive, 3, 60);
        expected = archive.search(ALL);
        archive.add(article("later", "“Not committed,” said Ann Lee."));

        BackupReport report = archive.backUp(backup);

        assertThat(report.copied()).isEqualTo(report.files()).isPositive();
        assertThat(report.bytes()).isPositive();
      }
      try (Archive restored = Archive.open(backup)) {
        assertThat(restored.search(ALL)).isEqualTo(expected);
        assertThat(restored.verify().problems()).isEmpty();
      }
    }

    @Test
    void copiesOnlyWhatIsNew() throws IOException {
      try (Archive archive = Archive.open(folder)) {
        addSome(archive, 4, 60);
        archive.backUp(backup);
        assertThat(archive.backUp(backup).copied()).isZero();

        archive.add(article("new", "“New,” said Ann Lee."));
        archive.commit();
        BackupReport second = archive.backUp(backup);

        assertThat(second.copied()).isPositive().isLessThan(second.files());
        assertThat(Folders.files(backup).stream().map(Path::getFileName))
            .isEqualTo(Folders.files(folder).stream().map(Path::getFileName).toList());
      }
      assertThat(Archive.verify(backup)).isEqualTo(Archive.verify(folder));
    }

    @Test
    void worksFromAnArchiveOpenForReadingWhileAnotherWrites() throws IOException {
      try (Archive writer = Archive.open(folder);
          Archive reader = Archive.openReadOnly(folder)) {
        addSome(writer, 5, 60);

        reader.backUp(backup);

        assertThat(Archive.verify(backup)).isEqualTo(writer.verify());
      }
    }

    @Test
    void goesOnWhileArticlesAreAddedAndCommitted() throws Exception {
      try (Archive archive = Archive.open(folder)) {
        addSome(archive, 6, 20);
        Thread adding = Thread.ofPlatform().start(() -> add(archive));
        do {
          archive.backUp(backup);
          assertThat(Archive.verify(backup).problems()).isEmpty();
        } while (adding.isAlive());
        adding.join();
        archive.backUp(backup);

        assertThat(Archive.verify(backup)).isEqualTo(archive.verify());
      }
    }

    private static void add(Archive archive) {
      try {
        addSome(archive, 7, 200);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Test
    void repairsAnEarlierBackup() throws IOException {
      try (Archive archive = Archive.open(folder)) {
        addSome(archive, 8, 60);
        archive.backUp(backup);
        for (Path file : Folders.files(backup)) {
          Folders.flip(file, (int) Files.size(file) / 2);
        }

        BackupReport report = archive.backUp(backup);

        assertThat(report.copied()).isEqualTo(report.files());
        assertThat(Archive.verify(backup)).isEqualTo(archive.verify());
      }
    }

    @Test
    void refusesToBackUpADamagedArchive() throws IOException {
      try (Archive archive = Archive.open(folder)) {
        addSome(archive, 9, 40);
        archive.backUp(backup);
        addSome(archive, 10, 40);
        Path newest =
            Folders.files(folder).stream()
                .filter(file -> !Files.exists(backup.resolve(file.getFileName())))
                .filter(file -> file.toFile().length() > 1000)
                .findFirst()
                .orElseThrow();
        Verification before = Archive.verify(backup);
        Folders.flip(newest, 500);

        assertThatThrownBy(() -> archive.backUp(backup))
            .isInstanceOf(IOException.class)
            .hasMessageContaining(newest.getFileName() + " is damaged");
        assertThat(Archive.verify(backup)).isEqualTo(before);
      }
    }

    @Test
    void keepsOtherArchivesLaterBackupsAndOtherFiles() throws IOException {
      Path other = temporary.resolve("other");
      Path notes = Files.createDirectory(temporary.resolve("notes"));
      Files.writeString(notes.resolve("letter"), "mine");
      try (Archive archive = Archive.open(folder)) {
        addSome(archive, 11, 30);
        archive.backUp(backup);
      }
      try (Archive another = Archive.open(other)) {
        addSome(another, 12, 90);
        Verification before = Archive.verify(backup);

        assertThatThrownBy(() -> another.backUp(backup))
            .hasMessageContaining("holds another archive, a later backup");
        assertThatThrownBy(() -> another.backUp(notes)).hasMessageContaining("letter");
        assertThat(Archive.verify(backup)).isEqualTo(before);
      }
      try (Archive archive = Archive.open(folder)) {
        assertThatThrownBy(() -> archive.backUp(folder))
            .hasMessageContaining("is the archive itself");
      }
      try (Archive continued = Archive.open(backup)) {
        addSome(continued, 13, 90);
      }
      try (Archive archive = Archive.open(folder)) {
        assertThatThrownBy(() -> archive.backUp(backup))
            .hasMessageContaining("holds another archive, a later backup");
      }
    }
  }

  @Nested
  class ExtractingAnew {

    @Test
    void replacesWhatAnotherVersionFoundAndKeepsTheIds() throws IOException {
      Article old = article("old", "“Yes, it will open,” said Ann Lee.");
      Article given = article("given", "No marks here.");
      Quotation wrong =
          Quotation.builder(old, List.of(new Span(1, 4))).kind(QuotationKind.MIXED).build();
      try (ArchiveWriter earlier = ArchiveWriter.open(folder, "0", EngineSettings.DEFAULT)) {
        earlier.put(old, Optional.of("0"), () -> List.of(wrong));
        earlier.put(
            given,
            Optional.empty(),
            () -> List.of(Quotation.builder(given, List.of(new Span(0, 2))).build()));
      }
      try (Archive archive = Archive.open(folder)) {
        archive.add(article("new", "“No,” said Bo Ray."));
        archive.refresh();

        AddReport report = archive.reextract(AddObserver.NONE);
        archive.refresh();

        assertThat(report).isEqualTo(new AddReport(0, 1, 0, 0, 0, 0, 0, 0, List.of()));
        assertThat(archive.search(Search.builder(Query.article("old")).build()).hits())
            .extracting(hit -> hit.quotation())
            .isEqualTo(new Extractor().extract(old))
            .extracting(Quotation::id)
            .containsExactly(wrong.id());
        assertThat(archive.search(Search.builder(Query.article("given")).build()).total())
            .isEqualTo(1);
        assertThat(archive.reextract(AddObserver.NONE))
            .isEqualTo(new AddReport(0, 0, 0, 0, 0, 0, 0, 0, List.of()));
      }
      assertThat(Archive.verify(folder).problems()).isEmpty();
    }

    @Test
    void passesOnWhatAnObserverThrowsAsItIs() throws IOException {
      try (ArchiveWriter earlier = ArchiveWriter.open(folder, "0", EngineSettings.DEFAULT)) {
        earlier.put(article("a", "Text."), Optional.of("0"), List::of);
      }
      UncheckedIOException thrown = new UncheckedIOException(new IOException("the log is full"));
      AddObserver observer =
          new AddObserver() {
            @Override
            public void committed(long articles) {
              throw thrown;
            }
          };
      try (Archive archive =
          Archive.open(folder, ArchiveOptions.builder().commitEvery(1L).build())) {
        assertThatThrownBy(() -> archive.reextract(observer)).isSameAs(thrown);
      }
    }

    @Test
    void tellsADamagedFile() throws IOException {
      try (ArchiveWriter earlier = ArchiveWriter.open(folder, "0", EngineSettings.DEFAULT)) {
        earlier.put(article("a", "Text. ".repeat(1000)), Optional.of("0"), List::of);
      }
      Path stored = Folders.file(folder, ".*\\.cfs");
      try (Archive archive = Archive.open(folder)) {
        int length = Math.toIntExact(Files.size(stored)) - 120;
        try (FileChannel open = FileChannel.open(stored, StandardOpenOption.WRITE)) {
          open.write(ByteBuffer.wrap("x".repeat(length).getBytes(UTF_8)), 60);
        }

        assertThatThrownBy(() -> archive.reextract(AddObserver.NONE))
            .isInstanceOf(IOException.class);
      }
    }

    @Test
    void doesSoForManyArticlesAndTellsOfCommits() throws IOException {
      try (ArchiveWriter earlier = ArchiveWriter.open(folder, "0", EngineSettings.DEFAULT)) {
        for (int i : IntStream.range(0, 50).toArray()) {
          earlier.put(
              article("a" + i, "“It is number " + i + ",” said Ann Lee."),
              Optional.of("0"),
              List::of);
        }
      }
      List<Long> commits = new ArrayList<>();
      try (Archive archive =
          Archive.open(folder, ArchiveOptions.builder().commitEvery(20L).build())) {
        AddReport report =
            archive.reextract(
                new AddObserver() {
                  @Override
                  public void committed(long articles) {
                    commits.add(articles);
                  }
                });

        assertThat(report.replaced()).isEqualTo(50);
        assertThat(commits).containsExactly(20L, 40L);
        archive.refresh();
        assertThat(archive.info().quotations()).isEqualTo(50);
      }
    }
  }
}
