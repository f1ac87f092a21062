package onrecord.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static onrecord.source.Reading.gzip;
import static onrecord.source.Reading.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArticleReaderTest {

  @TempDir Path folder;

  @Nested
  class Gzip {

    @Test
    void isKnownByItsFirstBytesWhateverTheName() throws IOException {
      byte[] text = gzip("Mill\n\nIt reopens.".getBytes(UTF_8));
      byte[] lines = gzip("{\"id\":\"1\",\"text\":\"T\"}\n".getBytes(UTF_8));
      Files.write(folder.resolve("a.txt.gz"), text);
      Files.write(folder.resolve("b.txt"), text);
      Files.write(folder.resolve("c.jsonl.gz"), lines);

      assertThat(read(folder))
          .extracting(record -> record.article().id())
          .containsExactly("a", "b", "1");
    }

    @Test
    void ofSeveralPartsIsReadToItsEnd() throws IOException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      bytes.write(gzip("{\"id\":\"1\",\"text\":\"T\"}\n".getBytes(UTF_8)));
      bytes.write(gzip("{\"id\":\"2\",\"text\":\"T\"}\n".getBytes(UTF_8)));
      Path file = folder.resolve("a.jsonl.gz");
      Files.write(file, bytes.toByteArray());

      assertThat(read(file)).extracting(record -> record.article().id()).containsExactly("1", "2");
    }

    @Test
    void cutShortIsAFailureBehindWhatCouldBeRead() throws IOException {
      StringBuilder lines = new StringBuilder();
      for (int i = 0; i < 20_000; i++) {
        lines.append("{\"id\":\"").append(i * 7919 % 20011).append("\",\"text\":\"T\"}\n");
      }
      byte[] whole = gzip(lines.toString().getBytes(UTF_8));
      Path cut = folder.resolve("a.jsonl.gz");
      Files.write(cut, Arrays.copyOf(whole, whole.length / 2));
      Path next = file("b.txt", "Next");

      List<ArticleRecord> records = read(cut, next);

      assertThat(records).hasSizeGreaterThan(1_000);
      assertThat(records.get(records.size() - 2).failure().orElseThrow())
          .hasMessage(cut + ": is damaged or cut short: it ends too early");
      assertThat(records.getLast().article().id()).isEqualTo("b");
    }
  }

  @Nested
  class BytesRead {

    @Test
    void areThoseOfAllFilesAlsoOfThoseThatAreNotReadToTheirEnd() throws IOException {
      file("in/a.txt", "Mill");
      Files.write(folder.resolve("in/b.pdf"), ("%PDF-1.7\n" + " ".repeat(200_000)).getBytes(UTF_8));
      file("in/metadata.csv", "file,title\na.txt,Mill\n");
      byte[] packed = gzip("{\"id\":\"1\",\"text\":\"T\"}\n".getBytes(UTF_8));
      Files.write(folder.resolve("in/c.jsonl.gz"), packed);
      List<Long> read = new ArrayList<>();

      try (ArticleReader articles = ArticleReader.open(List.of(folder.resolve("in")))) {
        assertThat(articles.bytesRead()).isZero();
        while (articles.hasNext()) {
          articles.next();
          read.add(articles.bytesRead());
        }
        assertThat(articles.bytesRead()).isEqualTo(4 + 200_009 + 22 + packed.length);
      }
      assertThat(read).hasSize(2).isSorted();
    }
  }

  @Nested
  class FilesAndFolders {

    @Test
    void areReadInTheOrderGivenAndFoldersInTheOrderOfNames() throws IOException {
      file("in/b/2.txt", "T");
      file("in/b/10.txt", "T");
      file("in/a.jsonl", "{\"id\":\"lines\",\"text\":\"T\"}");
      file("in/c.md", "not read");
      file("in/d.TXT", "T");
      Path first = file("z.txt", "T");

      assertThat(read(first, folder.resolve("in")))
          .extracting(record -> record.article().id())
          .containsExactly("z", "lines", "10", "2", "d");
    }

    @Test
    void namedOutrightAreReadWhateverTheirEnding() throws IOException {
      Path text = file("story.article", "T");
      Path bare = file("story2", "T");
      Path lines = file("lines.json", "\uFEFF \n{\"id\":\"j\",\"text\":\"T\"}");

      assertThat(read(text, bare, lines))
          .extracting(record -> record.article().id())
          .containsExactly("story", "story2", "j");
    }

    @Test
    void thatAreMissingAreFailuresInTheirPlace() throws IOException {
      Path missing = folder.resolve("missing");
      Path file = file("a.txt", "T");

      List<ArticleRecord> records = read(missing, file);

      assertThat(records.get(0).failure().orElseThrow())
          .hasMessage(missing + ": there is no such file or folder");
      assertThat(records.get(0).line()).isZero();
      assertThat(records.get(1).article().id()).isEqualTo("a");
    }

    @Test
    void thatMayNotBeReadAreFailuresInTheirPlace() throws IOException {
      Path denied = new DeniedFolder(folder).path();
      Path file = file("a.txt", "T");

      List<ArticleRecord> records = read(denied, file);

      assertThat(records.get(0).failure().orElseThrow())
          .hasMessage(denied + ": may not be read: permission is denied");
      assertThat(records.get(1).article().id()).isEqualTo("a");
    }

    @Test
    void linkedInACircleComeToAnEnd() throws IOException {
      file("in/a.txt", "T");
      Files.createSymbolicLink(folder.resolve("in/self"), folder.resolve("in"));
      Files.createSymbolicLink(folder.resolve("in/loop.txt"), folder.resolve("in/loop.txt"));

      List<ArticleRecord> records = read(folder.resolve("in"));

      assertThat(records).hasSize(3);
      assertThat(records.get(0).article().id()).isEqualTo("a");
      assertThat(records.get(1).source()).endsWith("loop.txt");
      assertThat(records.get(1).failure()).isPresent();
      assertThat(records.get(2).source()).endsWith("self");
      assertThat(records.get(2).failure()).isPresent();
    }

    @Test
    void ofTheSameNameAreNotTakenForTheSameArticle() throws IOException {
      Path one = file("one/story.txt", "T");
      Path two = file("two/story.txt", "T");
      Path own = file("three/story.txt", "id: third\n---\nT");

      List<ArticleRecord> records = read(one, two, own, one);

      assertThat(records.get(0).article().id()).isEqualTo("story");
      assertThat(records.get(1).article().id()).matches("content-[0-9a-f]{16}");
      assertThat(records.get(2).article().id()).isEqualTo("third");
      assertThat(records.get(3).article().id()).isEqualTo("story");
    }
  }

  @Nested
  class StandardInput {

    @Test
    void isRecognizedByItsFirstCharacterAndNotClosed() throws IOException {
      boolean[] closed = {false};
      InputStream in =
          new ByteArrayInputStream("{\"id\":\"1\",\"text\":\"T\"}".getBytes(UTF_8)) {
            @Override
            public void close() {
              closed[0] = true;
            }
          };

      try (ArticleReader reader = ArticleReader.open(List.of(Path.of("-")), Reading.from(in))) {
        assertThat(reader.next().article().id()).isEqualTo("1");
        assertThat(reader.hasNext()).isFalse();
      }

      assertThat(closed[0]).isFalse();
    }

    @Test
    void isUnzippedToo() throws IOException {
      InputStream in = new ByteArrayInputStream(gzip("Mill reopens".getBytes(UTF_8)));

      try (ArticleReader reader = ArticleReader.open(List.of(Path.of("-")), Reading.from(in))) {
        assertThat(reader.next().article().text()).isEqualTo("Mill reopens");
      }
    }

    @Test
    void asTextHasAnIdThatFollowsFromTheText() throws IOException {
      assertThat(idOfInput("One")).startsWith("content-").isEqualTo(idOfInput("One"));
      assertThat(idOfInput("One")).isNotEqualTo(idOfInput("Two"));
    }

    private static String idOfInput(String text) throws IOException {
      try (ArticleReader reader =
          ArticleReader.open(
              List.of(Path.of("-")),
              Reading.from(new ByteArrayInputStream(text.getBytes(UTF_8))))) {
        return reader.next().article().id();
      }
    }
  }

  @Nested
  class WithAGivenFormat {

    @Test
    void namesAndContentDoNotMatter() throws IOException {
      Path lines = file("lines.txt", "{\"id\":\"1\",\"text\":\"T\"}");
      Path text = file("text.jsonl", "{T}");

      assertThat(ids(ArticleFormat.JSON_LINES, lines)).containsExactly("1");
      assertThat(ids(ArticleFormat.PLAIN_TEXT, text)).containsExactly("text");
    }

    @Test
    void standardInputHasTheFormatToo() throws IOException {
      InputStream in = new ByteArrayInputStream("{T}".getBytes(UTF_8));

      try (ArticleReader reader =
          ArticleReader.open(
              List.of(Path.of("-")),
              ReadOptions.builder().standardInput(in).format(ArticleFormat.PLAIN_TEXT).build())) {
        assertThat(reader.next().article().text()).isEqualTo("{T}");
      }
    }

    @Test
    void allFilesOfAFolderAreReadExceptHiddenOnes() throws IOException {
      file("in/a.dat", "{\"id\":\"1\",\"text\":\"T\"}");
      file("in/b/c", "{\"id\":\"2\",\"text\":\"T\"}");
      file("in/.d", "{\"id\":\"3\",\"text\":\"T\"}");

      assertThat(ids(ArticleFormat.JSON_LINES, folder.resolve("in"))).containsExactly("1", "2");
      assertThat(read(folder.resolve("in"))).hasSize(2);
    }

    private static List<String> ids(ArticleFormat format, Path path) throws IOException {
      List<String> ids = new ArrayList<>();
      try (ArticleReader reader = ArticleReader.open(List.of(path), Reading.as(format))) {
        while (reader.hasNext()) {
          ids.add(reader.next().article().id());
        }
      }
      return ids;
    }
  }

  @Test
  void aFailedRecordThrowsWhenItsArticleIsWanted() throws IOException {
    ArticleRecord record = read(file("a.txt", "")).getFirst();

    assertThatThrownBy(record::article)
        .isInstanceOf(ArticleFormatException.class)
        .isSameAs(record.failure().orElseThrow());
  }

  @Test
  void aClosedReaderIsNotRead() throws IOException {
    ArticleReader reader = ArticleReader.open(List.of(file("a.txt", "T")));
    reader.close();
    reader.close();

    assertThatThrownBy(reader::hasNext)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the reader of articles is closed");
  }

  private Path file(String name, String content) throws IOException {
    return Reading.file(folder, name, content);
  }
}
