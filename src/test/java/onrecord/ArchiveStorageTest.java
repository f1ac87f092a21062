package onrecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import onrecord.model.Article;
import onrecord.model.Published;
import onrecord.model.Quotation;
import onrecord.model.Span;
import onrecord.model.Speaker;
import onrecord.model.SpeakerType;
import onrecord.query.Query;
import onrecord.query.Search;
import onrecord.query.Selection;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in an archive's folder, and what becomes of folders that hold something else. */
class ArchiveStorageTest {

  @TempDir Path folder;

  @Test
  void reopenedArchiveAnswersTheSame() throws Exception {
    RandomArticles articles = new RandomArticles(new Random(1));
    Search search = Search.builder(Query.all()).pageSize(1000).kinds(Selection.ALL_KINDS).build();
    Object before;
    try (Archive archive = Archive.open(folder)) {
      for (int i = 0; i < 100; i++) {
        RandomArticles.Entry entry = articles.next();
        archive.add(entry.article(), entry.quotations());
        if (i % 20 == 0) {
          archive.commit();
        }
      }
      archive.refresh();
      before = archive.search(search);
    }

    try (Archive archive = Archive.open(folder)) {
      assertThat(archive.search(search)).isEqualTo(before);
    }
    try (Archive archive = Archive.openReadOnly(folder)) {
      assertThat(archive.search(search)).isEqualTo(before);
    }
    try (Directory directory = FSDirectory.open(folder);
        CheckIndex check = new CheckIndex(directory)) {
      assertThat(check.checkIndex().clean).isTrue();
    }
  }

  @Test
  void archiveIsMadeInAMissingFolder() throws IOException {
    Path missing = folder.resolve("a/b");

    try (Archive archive = Archive.open(missing)) {
      assertThat(archive.info().articles()).isZero();
    }
    try (Archive archive = Archive.openReadOnly(missing)) {
      assertThat(archive.info().quotations()).isZero();
    }
  }

  @Test
  void folderWithOtherFilesIsRefusedAndLeftAsItIs() throws IOException {
    Files.writeString(folder.resolve("notes.txt"), "mine");

    assertThatThrownBy(() -> Archive.open(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(folder.toString())
        .hasMessageContaining("notes.txt");
    assertThatThrownBy(() -> Archive.openReadOnly(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(folder + ": there is no archive");
    assertThat(files()).containsExactly("notes.txt");
  }

  @Test
  void otherLuceneIndexIsRefusedAndLeftAsItIs() throws IOException {
    writeIndex(Map.of());
    List<String> before = files();

    assertThatThrownBy(() -> Archive.open(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(folder.toString())
        .hasMessageContaining("not an Onrecord archive");
    assertThatThrownBy(() -> Archive.openReadOnly(folder))
        .hasMessageContaining("not an Onrecord archive");
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void newerFormatIsRefused() throws IOException {
    writeIndex(Map.of("onrecord.format", "99", "onrecord.extractor", "7"));

    assertThatThrownBy(() -> Archive.open(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(folder.toString())
        .hasMessageContaining("format 99");
  }

  @Test
  void damagedArchiveIsRefusedByName() throws IOException {
    Archive.open(folder).close();
    Path commit =
        folder.resolve(files().stream().filter(f -> f.startsWith("segments")).toList().getLast());
    Files.write(commit, new byte[] {1, 2, 3});

    assertThatThrownBy(() -> Archive.open(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("archive " + folder + " cannot be read");
  }

  @Test
  void fileIsNoArchive() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");

    assertThatThrownBy(() -> Archive.open(file))
        .isInstanceOf(NotDirectoryException.class)
        .hasMessageContaining(file.toString());
    assertThatThrownBy(() -> Archive.openReadOnly(file)).isInstanceOf(NotDirectoryException.class);
  }

  @Test
  void readerOfAMissingArchiveIsToldSo() {
    Path missing = folder.resolve("missing");

    assertThatThrownBy(() -> Archive.openReadOnly(missing))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessage(missing + ": there is no archive here");
    assertThat(missing).doesNotExist();
  }

  @Test
  void secondWriterIsToldWhatToDo() throws IOException {
    try (Archive first = Archive.open(folder)) {
      first.add(Article.builder("a", "Text.").build());

      assertThatThrownBy(() -> Archive.open(folder))
          .isInstanceOf(IOException.class)
          .hasMessageContaining(folder.toString())
          .hasMessageContaining("another writer")
          .hasMessageContaining("reading only");

      first.commit();
      assertThat(first.info().articles()).isEqualTo(1);
    }
    try (Archive next = Archive.open(folder)) {
      assertThat(next.info().articles()).isEqualTo(1);
    }
  }

  @Test
  void twoWritersThatCreateOneArchiveAtTheSameTimeAreToldApart() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      for (int i = 0; i < 100; i++) {
        Path fresh = folder.resolve("new-" + i);
        CyclicBarrier together = new CyclicBarrier(2);
        Callable<Optional<String>> creating =
            () -> {
              together.await();
              try (Archive archive = Archive.open(fresh)) {
                archive.add(Article.builder("a", "Text.").build());
                return Optional.empty();
              } catch (IOException e) {
                return Optional.of(String.valueOf(e.getMessage()));
              }
            };

        List<Optional<String>> failures = new ArrayList<>();
        for (Future<Optional<String>> done : threads.invokeAll(List.of(creating, creating))) {
          failures.add(done.get());
        }

        assertThat(failures).contains(Optional.empty());
        assertThat(failures.stream().flatMap(Optional::stream))
            .allSatisfy(failure -> assertThat(failure).contains("another writer has this archive"));
      }
    }
  }

  @Test
  void leftoverOfAWriterThatDiedAtTheStartIsNoHindrance() throws IOException {
    Files.createFile(folder.resolve("write.lock"));
    Files.createFile(folder.resolve("pending_segments_1"));

    try (Archive archive = Archive.open(folder)) {
      assertThat(archive.info().articles()).isZero();
    }
  }

  @Test
  void readerSeesCommitsAfterRefreshAndCannotWrite() throws IOException {
    try (Archive writer = Archive.open(folder);
        Archive reader = Archive.openReadOnly(folder)) {
      writer.add(Article.builder("a", "Text.").build());
      writer.refresh();
      reader.refresh();
      assertThat(reader.info().articles()).isZero();

      writer.commit();
      assertThat(reader.info().articles()).isZero();
      reader.refresh();
      assertThat(reader.info().articles()).isEqualTo(1);

      assertThatThrownBy(() -> reader.add(Article.builder("b", "Text.").build()))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("archive " + folder + " is open for reading only");
      assertThatThrownBy(reader::commit).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void anyLuceneProgramReadsTheQuotations() throws IOException {
    Article article =
        Article.builder("a1", "“Yes”, she said.")
            .published(Published.parse("2020-11-22"))
            .outlet("The Courier")
            .build();
    Quotation quotation =
        Quotation.builder(article, List.of(new Span(1, 4)))
            .speaker(Speaker.of("Ilse Varga", SpeakerType.PERSON))
            .build();
    try (Archive archive = Archive.open(folder)) {
      archive.add(article, List.of(quotation));
    }

    try (Directory directory = FSDirectory.open(folder);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      IndexSearcher searcher = new IndexSearcher(reader);
      LeafReader segment = reader.leaves().getFirst().reader();
      int found =
          searcher.search(new TermQuery(new Term("speaker", "Ilse Varga")), 1).scoreDocs[0].doc;
      assertThat(
              Stream.of("speaker", "speaker_type", "kind", "outlet")
                  .map(field -> name(segment, field, found)))
          .containsExactly("Ilse Varga", "PERSON", "DIRECT", "The Courier");
      SortedDocValues articles = segment.getSortedDocValues("article");
      assertThat(articles.advanceExact(found)).isTrue();
      BytesRef id = articles.lookupOrd(articles.ordValue());
      // The document of the article comes after those of its quotations.
      int last = searcher.search(new TermQuery(new Term("article", id)), 10).scoreDocs[1].doc;
      Document document = searcher.storedFields().document(last);
      assertThat(Stream.of("type", "date", "outlet", "article").map(document::get))
          .containsExactly("article", "2020-11-22", "The Courier", "a1");
      BinaryDocValues parts = segment.getBinaryDocValues("parts");
      assertThat(parts.advanceExact(found)).isTrue();
      BytesRef bytes = parts.binaryValue();
      // The bits of what is present, the kind with the type of the speaker, and the runs.
      assertThat(Arrays.copyOfRange(bytes.bytes, bytes.offset + 2, bytes.offset + 5))
          .as("one run, from 1, of length 3")
          .containsExactly(1, 1 << 1, 3);
      BinaryDocValues texts = segment.getBinaryDocValues("text");
      assertThat(texts.advanceExact(last)).isTrue();
      assertThat(text(texts.binaryValue()).substring(1, 1 + 3)).isEqualTo("Yes");
    }
  }

  private static String name(LeafReader segment, String field, int doc) {
    try {
      SortedSetDocValues names = segment.getSortedSetDocValues(field);
      return names.advanceExact(doc) ? names.lookupOrd(names.nextOrd()).utf8ToString() : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@return the text of an article without authors and tags, which follows nine other values} */
  private static String text(BytesRef parts) throws IOException {
    ByteArrayInputStream bytes = new ByteArrayInputStream(parts.bytes, parts.offset, parts.length);
    for (int i = 0; i < 9; i++) {
      bytes.skipNBytes(bytes.read());
    }
    try (InflaterInputStream in = new InflaterInputStream(bytes, new Inflater(true))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private void writeIndex(Map<String, String> userData) throws IOException {
    try (Directory directory = FSDirectory.open(folder);
        IndexWriter writer =
            new IndexWriter(directory, new IndexWriterConfig(new KeywordAnalyzer()))) {
      Document document = new Document();
      document.add(new StringField("id", "1", Store.YES));
      writer.addDocument(document);
      writer.setLiveCommitData(userData.entrySet());
    }
    Files.delete(folder.resolve("write.lock"));
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
