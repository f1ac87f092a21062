package onrecord.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static onrecord.source.Reading.failures;
import static onrecord.source.Reading.only;
import static onrecord.source.Reading.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import onrecord.model.Article;
import onrecord.model.Published;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArticleFormatsTest {

  @TempDir Path folder;

  @Nested
  class PlainTextFiles {

    @Test
    void haveTheirNameAsIdAndTheirFirstParagraphAsTitle() throws IOException {
      String text = "Mill to\n reopen\n\nThe mill reopens, Ada Holm said.\n";
      Path file = file("mill.2024.txt", text);

      Article article = only(file);

      assertThat(article)
          .isEqualTo(Article.builder("mill.2024", text).title("Mill to reopen").build());
    }

    @Test
    void withoutAnEmptyLineHaveTheirFirstLineAsTitle() throws IOException {
      assertThat(only(file("a.txt", "Mill to reopen\r\nSays Holm.\r\nSoon.")).title())
          .isEqualTo("Mill to reopen");
    }

    @Test
    void withWindowsLineEndsKeepThemInTheText() throws IOException {
      String text = "Mill to\r\nreopen\r\n\r\nSays Holm.";

      Article article = only(file("a.txt", text));

      assertThat(article.text()).isEqualTo(text);
      assertThat(article.title()).isEqualTo("Mill to reopen");
    }

    @Test
    void takeEveryFieldFromTheirHeader() throws IOException {
      Path file =
          file(
              "a.txt",
              """
              id: north-7
              Published: 2024-05-03T08:30+02:00
              outlet: The Northern Post
              section:  Local
              author: Ada Holm
              author: Bo Lind
              url: https://example.org/a:b
              language: en
              tags: mill, work ,
              ---

              Mill to reopen

              It reopens.
              """);

      assertThat(only(file))
          .isEqualTo(
              Article.builder("north-7", "\nMill to reopen\n\nIt reopens.\n")
                  .title("Mill to reopen")
                  .published(Published.parse("2024-05-03T08:30+02:00"))
                  .outlet("The Northern Post")
                  .section("Local")
                  .authors(List.of("Ada Holm", "Bo Lind"))
                  .url("https://example.org/a:b")
                  .language("en")
                  .tags(List.of("mill", "work"))
                  .build());
    }

    @ParameterizedTest
    @CsvSource({
      "'Note: a colon in a headline\n\nis no header\n---\n'",
      "'Headline\n---\nunderlined'",
      "'---\na rule'",
      "'two words: then\n---\na rule'"
    })
    void withoutAHeaderAreTextFromTheStart(String text) throws IOException {
      assertThat(only(file("a.txt", text)).text()).isEqualTo(text);
    }

    @Test
    void losesTheByteOrderMarkAlone() throws IOException {
      assertThat(only(file("a.txt", "\uFEFFid: b\n---\nText \uFEFF")).text())
          .isEqualTo("Text \uFEFF");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            ''                                  | a.txt: must contain an article, but is empty
            ' \n '                              | a.txt: must contain an article, but is empty
            'id: a\n---\n \n'                   | a.txt: must contain text after its header, but does not
            'id: a\npublished: May\n---\nText'  | a.txt: published: published must be a date such as 2020-11-22 or 2020-11-22T18:30:05+01:00, but was 'May'
            'id: a\ndate: 2023-02-30\n---\nText' | a.txt: date: published '2023-02-30' is not a valid date or time: Text '2023-02-30' could not be parsed: Invalid date 'FEBRUARY 30'
            'id: a\nand so on\n---\nText'       | a.txt:2: a line of the header must be 'key: value', but was 'and so on'
            'id: a\noutlets: b\n---\nText'      | a.txt:2: a key of the header must be one of id, title, published, date, outlet, publisher, section, author, authors, url, language, tags, but was 'outlets'
            'id: a\nid: b\n---\nText'           | a.txt: id must occur once, but occurs 2 times
            """)
    void tellWhatIsWrong(String text, String message) throws IOException {
      Path file = file("a.txt", text.replace("\\n", "\n"));

      assertThat(failures(file)).containsExactly(folder + "/" + message);
    }

    @Test
    void thatAreNotUtf8TellTheLineAndTheByte() throws IOException {
      Path file = folder.resolve("a.txt");
      Files.write(file, "Mill\n\nto the caf\u00e9".getBytes(ISO_8859_1));

      assertThat(failures(file))
          .containsExactly(
              file
                  + ":3: must be UTF-8, but byte 11 of the line is 0xE9, which is not; convert the"
                  + " file, for example with 'iconv -f WINDOWS-1252 -t UTF-8'");
    }

    @Test
    void withACharacterCutOffAtTheEndAreNotUtf8() throws IOException {
      Path file = folder.resolve("a.txt");
      byte[] whole = "caf\u00e9".getBytes(UTF_8);
      Files.write(file, Arrays.copyOf(whole, whole.length - 1));

      assertThat(failures(file))
          .containsExactly(
              file
                  + ":1: must be UTF-8, but byte 4 of the line is 0xC3, which is not; convert the"
                  + " file, for example with 'iconv -f WINDOWS-1252 -t UTF-8'");
    }
  }

  @Nested
  class LinesOfJson {

    @Test
    void takeEveryField() throws IOException {
      Path file =
          file(
              "a.jsonl",
              """
              {"id":"n1","title":"Mill","text":"Mill.\\n\\nIt \\"reopens\\".","published":"2024-05-03",\
              "outlet":"Post","section":"Local","authors":["Ada Holm","Bo Lind"],"url":"https://example.org",\
              "language":"en","tags":["mill","work"],"other":{"text":["deep"]}}
              """);

      assertThat(only(file))
          .isEqualTo(
              Article.builder("n1", "Mill.\n\nIt \"reopens\".")
                  .title("Mill")
                  .published(Published.on(LocalDate.of(2024, 5, 3)))
                  .outlet("Post")
                  .section("Local")
                  .authors(List.of("Ada Holm", "Bo Lind"))
                  .url("https://example.org")
                  .language("en")
                  .tags(List.of("mill", "work"))
                  .build());
    }

    @Test
    void takeTheOtherNamesAndSingleTextsToo() throws IOException {
      Path file =
          file(
              "a.jsonl",
              """
              {"id":7,"text":"T","date":"2024-05-03 08:30:00","publisher":"Post","author":"Ada Holm",\
              "tags":"mill","section":"","url":null}\
              """);

      assertThat(only(file))
          .isEqualTo(
              Article.builder("7", "T")
                  .published(Published.parse("2024-05-03T08:30"))
                  .outlet("Post")
                  .authors(List.of("Ada Holm"))
                  .tags(List.of("mill"))
                  .build());
    }

    @Test
    void goOnBehindEachBadLine() throws IOException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      bytes.write("\uFEFF{\"id\":\"1\",\"text\":\"one\"}\n\n".getBytes(UTF_8));
      bytes.write("{\"id\":\"2\",\"text\":\"cut o\n".getBytes(UTF_8));
      bytes.write("{\"id\":\"3\"}\r\n".getBytes(UTF_8));
      bytes.write("{\"id\":\"4\",\"text\":\"caf\u00e9\"}\n".getBytes(ISO_8859_1));
      bytes.write("{\"id\":\"5\",\"text\":\"five\"}".getBytes(UTF_8));
      Path file = folder.resolve("a.jsonl");
      Files.write(file, bytes.toByteArray());

      List<ArticleRecord> records = read(file);

      assertThat(records).extracting(ArticleRecord::line).containsExactly(1L, 3L, 4L, 5L, 6L);
      assertThat(records.get(0).article().text()).isEqualTo("one");
      assertThat(records.get(1).failure().orElseThrow())
          .hasMessage(file + ":3: is not valid JSON at column 24: it ends too early");
      assertThat(records.get(2).failure().orElseThrow())
          .hasMessage(
              file
                  + ":4: text is missing; the fields are id, of which one can be specified as the text");
      assertThat(records.get(3).failure().orElseThrow())
          .hasMessage(
              file
                  + ":5: must be UTF-8, but byte 22 of the line is 0xE9, which is not; convert the"
                  + " file, for example with 'iconv -f WINDOWS-1252 -t UTF-8'");
      assertThat(records.get(4).article().text()).isEqualTo("five");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            {"id":"1","text":null}            | text is missing; the fields are id, of which one can be specified as the text
            {"id":"1","text":" "}             | text is empty
            {"x":1,"y":""}                    | text is missing; the fields are x, of which one can be specified as the text
            {}                                | text is missing
            {"id":"1","text":"T",x}           | is not valid JSON at column 22: unexpected text after '"id":"1","text":"T",'
            {"id":"1","text":"cafééé" "date":1}    | is not valid JSON at column 27: unexpected text after '"1","text":"cafééé" '
            {"id":"1","text":"T" ]            | is not valid JSON at column 22: unexpected text after '"id":"1","text":"T" '
            {"id":"1","x":01,"text":"T"}      | is not valid JSON at column 16: unexpected text after '{"id":"1","x":0'
            {"id":"1","x":nul,"text":"T"}     | is not valid JSON at column 15: unexpected text after '{"id":"1","x":'
            {"id":"1","x":"\\q","text":"T"}    | is not valid JSON at column 17: unexpected text after '{"id":"1","x":"\\'
            {"id":"1","id":"2","text":"T"}    | id must occur once, but occurs more than once
            """)
    void tellWhatIsWrong(String line, String reason) throws IOException {
      Path file = file("a.jsonl", "\n" + line + "\n");

      assertThat(failures(file)).containsExactly(file + ":2: " + reason);
    }

    @Test
    void thatAreNoneAreAFailure() throws IOException {
      Path file = file("a.jsonl", "\n \n");

      assertThat(failures(file)).containsExactly(file + ": must contain an article, but is empty");
    }

    @Test
    void areReadNoFurtherThanTheyAreAskedFor() throws IOException {
      byte[] line =
          ("{\"id\":\"1\",\"x\":\"" + "y".repeat(100_000) + "\",\"text\":\"T\"}\n").getBytes(UTF_8);
      Repeated lines = new Repeated(line, 100);

      try (ArticleReader reader = ArticleReader.open(List.of(Path.of("-")), Reading.from(lines))) {
        for (int record = 1; record <= 100; record++) {
          assertThat(reader.next().article().id()).isEqualTo("1");
          assertThat(lines.at).isBetween((long) record * line.length, (record + 1L) * line.length);
        }
        assertThat(reader.hasNext()).isFalse();
      }
    }

    @Test
    void thatHaveNoEndAreRefusedAndPassedOver() {
      InputStream in =
          new SequenceInputStream(
              new SequenceInputStream(
                  new ByteArrayInputStream("{\"id\":\"".getBytes(UTF_8)),
                  new Repeated(new byte[] {'x'}, RecordLimits.ofProcess().bytes())),
              new ByteArrayInputStream("\n{\"id\":\"2\",\"text\":\"T\"}".getBytes(UTF_8)));

      try (Stream<ArticleRecord> records =
          ArticleReader.open(List.of(Path.of("-")), Reading.from(in)).stream()) {
        assertThat(records)
            .extracting(ArticleRecord::toString)
            .containsExactly(
                "onrecord.source.ArticleFormatException: standard input:1: "
                    + RecordLimits.ofProcess().tooLong("the line"),
                "standard input:2: 2");
      }
    }
  }

  private Path file(String name, String content) throws IOException {
    return Reading.file(folder, name, content);
  }

  /** The same bytes again and again, made as they are read. */
  private static final class Repeated extends InputStream {
    private final byte[] part;
    private final long times;
    private long at;

    Repeated(byte[] part, long times) {
      this.part = part;
      this.times = times;
    }

    @Override
    public int read() {
      return at == part.length * times ? -1 : part[(int) (at++ % part.length)];
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
      int count = (int) Math.min(length, part.length * times - at);
      for (int i = 0; i < count; i++) {
        bytes[offset + i] = (byte) read();
      }
      return count == 0 && length > 0 ? -1 : count;
    }
  }
}
