package onrecord.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import onrecord.model.Article;
import onrecord.model.Published;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives of crawlers, of which the pages are read, and everything else is counted. */
class WarcFileTest {

  private static final String PAGE =
      "<html><head><title>The mill</title>"
          + "<meta property='article:published_time' content='2020-02-29T08:00:00Z'></head><body>"
          + "<p>The mill reopens in the spring, said Ada Holm, who bought it from the town.</p>"
          + "<p>“The wheel turns again,” she said, and showed the wheel to those who came.</p>"
          + "<p>Nobody could say who pays for the flour that the mill needs until then.</p>";
  // The page above, and 300,000 zeros.
  private static final String BROTLI =
      "G2sBABwHbizayBpdktgoI+al+m1CgtuuL4FKQM7O5nGiEq9uq4aav18scjBeUBCxGJJNsBSjLWjtosRH+ekc"
          + "jNp0Rq6iEV5wws+6GnM/TYagT7OskchONQAuLXNN/BEtDbzAqZWTVV9UNFE0b0BYoFXLVpThqEH1E/3yV5G0"
          + "CevvVjm8dZpZvN06tSQrkenIRSNsudplQX0IyWiawAbOcXa12x7CyitjJYmu0iFRzevUChoSbj7zP9K15T+J"
          + "WzOtt2/kF656gVeKTmKY";
  private static final String BROTLI_OF_ZEROS = "W9+ThH8CIB4LBDIXCQA=";
  private static final String HTML = "Content-Type: text/html; charset=UTF-8\r\n";

  @TempDir Path folder;

  @Test
  void pagesAreArticlesWithTheirOwnDateAndTheAddressThatWasFetched() throws IOException {
    Read read = read(response("https://a.example/mill", "200 OK", HTML, bytes(PAGE)));

    Article article = read.article(0);
    assertThat(article.id()).isEqualTo("https://a.example/mill");
    assertThat(article.url()).contains("https://a.example/mill");
    assertThat(article.title()).isEqualTo("The mill");
    assertThat(article.published()).contains(Published.parse("2020-02-29T08:00:00Z"));
    assertThat(article.text()).startsWith("The mill reopens").endsWith("until then.");
    assertThat(read.report().unusedFields()).containsExactly(Map.entry("WARC-Date", 1L));
  }

  @Test
  void theAddressThatThePageDeclaresIsPreferred() throws IOException {
    String page = "<link rel=canonical href='https://a.example/the-mill'>" + PAGE;

    Read read = read(response("https://a.example/mill?from=feed", "200 OK", HTML, bytes(page)));

    assertThat(read.article(0).id()).isEqualTo("https://a.example/the-mill");
  }

  @Test
  void everythingElseIsCountedByReason() throws IOException {
    Read read =
        read(
            record("warcinfo", "", "application/warc-fields", bytes("software: test\r\n")),
            record("request", "https://a.example/", "application/http", bytes("GET / HTTP/1.1")),
            record("revisit", "https://a.example/", "application/http", bytes("")),
            record("response", "dns:a.example", "text/dns", bytes("1.2.3.4")),
            response("https://a.example/robots.txt", "200 OK", HTML, bytes("User-agent: *")),
            response("https://a.example/gone", "404 Not Found", HTML, bytes(PAGE)),
            response(
                "https://a.example/a.png", "200 OK", "Content-Type: image/png\r\n", bytes("x")),
            response("https://a.example/", "200 OK", HTML, bytes("<html><a href=/mill>Mill</a>")),
            record("resource", "https://a.example/mill", "text/html", bytes(PAGE)));

    assertThat(read.records()).hasSize(1);
    assertThat(read.article(0).url()).contains("https://a.example/mill");
    assertThat(read.report().skipped())
        .isEqualTo(
            Map.of(
                "warcinfo record", 1L,
                "request record", 1L,
                "revisit record", 1L,
                "not HTTP: text/dns", 1L,
                "robots.txt", 1L,
                "status 404", 1L,
                "not HTML: image/png", 1L,
                "page without an article", 1L));
  }

  @Test
  void bodiesAreDecodedUnlessTheCrawlerDecodedThem() throws IOException {
    byte[] zipped = Reading.gzip(bytes(PAGE));
    byte[] deflated = deflate(bytes(PAGE));
    String gzip = HTML + "Content-Encoding: gzip\r\n";
    String chunked = HTML + "Transfer-Encoding: chunked\r\n";

    Read read =
        read(
            response("https://a.example/1", "200 OK", gzip, zipped),
            response("https://a.example/2", "200 OK", gzip, bytes(PAGE)),
            response("https://a.example/3", "200 OK", chunked, chunks(bytes(PAGE))),
            response("https://a.example/4", "200 OK", chunked, bytes(PAGE)),
            response(
                "https://a.example/5",
                "200 OK",
                gzip + "Transfer-Encoding: chunked\r\n",
                chunks(zipped)),
            response(
                "https://a.example/6", "200 OK", HTML + "Content-Encoding: deflate\r\n", deflated),
            response(
                "https://a.example/7",
                "200 OK",
                HTML
                    + "X-Crawler-Content-Encoding: br\r\nX-Crawler-Transfer-Encoding: chunked\r\n"
                    + "Content-Length: 17\r\n",
                bytes(PAGE)));

    assertThat(read.failures()).isEmpty();
    assertThat(read.records()).hasSize(7);
    for (int i = 0; i < 7; i++) {
      assertThat(read.article(i).url()).contains("https://a.example/" + (i + 1));
      assertThat(read.article(i).text()).isEqualTo(read.article(0).text());
    }
  }

  @Test
  void brotliIsRead() throws IOException {
    String brotli = HTML + "Content-Encoding: br\r\n";
    byte[] compressed = Base64.getDecoder().decode(BROTLI);
    byte[] bomb = Base64.getDecoder().decode(BROTLI_OF_ZEROS);

    Read read =
        read(
            response("https://a.example/1", "200 OK", brotli, compressed),
            response("https://a.example/2", "200 OK", brotli, bytes(PAGE)),
            response("https://a.example/3", "200 OK", brotli, Arrays.copyOf(compressed, 100)),
            record(
                "response",
                "https://a.example/4\r\nWARC-Truncated: length",
                "application/http",
                concat(
                    bytes("HTTP/1.1 200 OK\r\n" + brotli + "\r\n"),
                    Arrays.copyOf(bomb, bomb.length - 1))),
            response("https://a.example/5", "200 OK", brotli, bomb));

    assertThat(read.article(0).text()).isEqualTo(read.article(1).text());
    assertThat(read.failures())
        .containsExactly(
            read.file()
                + ": https://a.example/3 cannot be decoded: Brotli is damaged or cut short");
    assertThat(read.report().skipped()).isEqualTo(Map.of("page without an article", 2L));
  }

  @Test
  void unreadCodingsAreCountedAndDamagedBodiesFailAlone() throws IOException {
    byte[] zipped = Reading.gzip(bytes(PAGE));
    String gzip = HTML + "Content-Encoding: gzip\r\n";

    Read read =
        read(
            response(
                "https://a.example/1",
                "200 OK",
                HTML + "Content-Encoding: zstd\r\n",
                bytes("\u001b8\u0001")),
            response(
                "https://a.example/2", "200 OK", gzip, Arrays.copyOf(zipped, zipped.length / 2)),
            response("https://a.example/3", "200 OK", HTML, bytes(PAGE)));

    assertThat(read.report().skipped())
        .containsExactly(Map.entry("compressed in a way that is not read: zstd", 1L));
    assertThat(read.failures())
        .containsExactly(
            read.file()
                + ": https://a.example/2 cannot be decoded: Unexpected end of ZLIB input stream");
    assertThat(read.article(1).url()).contains("https://a.example/3");
  }

  @Test
  void pagesThatTheCrawlerCutAreReadAndReported() throws IOException {
    byte[] zipped = Reading.gzip(bytes(PAGE + "<p>" + "More of the same. ".repeat(1000)));
    byte[] response =
        concat(
            bytes("HTTP/1.1 200 OK\r\n" + HTML + "Content-Encoding: gzip\r\n\r\n"),
            Arrays.copyOf(zipped, zipped.length - 9));

    Read read =
        read(
            record(
                "response",
                "https://a.example/1\r\nWARC-Truncated: length",
                "application/http",
                response));

    assertThat(read.article(0).text()).startsWith("The mill reopens");
    assertThat(read.report().unusedFields()).containsOnlyKeys("WARC-Date", "WARC-Truncated");
  }

  @Test
  void theCharacterSetOfTheHeaderIsHonoured() throws IOException {
    byte[] latin = PAGE.replace("Ada Holm", "Łucja Hołm").getBytes(Charset.forName("ISO-8859-2"));

    Read read =
        read(
            response(
                "https://a.example/1",
                "200 OK",
                "Content-Type: text/html;charset=ISO-8859-2\r\n",
                latin));

    assertThat(read.article(0).text()).contains("said Łucja Hołm");
  }

  @Test
  void filesThatAreCutShortOrDamagedKeepWhatPrecedes() throws IOException {
    byte[] whole = response("https://a.example/1", "200 OK", HTML, bytes(PAGE));

    Read cut = read(whole, Arrays.copyOf(whole, whole.length - 40));
    Read damaged = read(whole, bytes("no record\r\n"), whole);
    Read wrong =
        read(
            whole,
            bytes(new String(whole, UTF_8).replace("Content-Length: ", "Content-Length: x")),
            whole);
    Read nameless = read(whole, bytes("WARC/1.0\r\nContent-Length: 0\r\n\r\n\r\n\r\n"), whole);
    Read endless = read(whole, bytes("WARC/1.0\r\nA: " + "b".repeat(3 << 20)));

    assertThat(cut.failures())
        .containsExactly(cut.file() + ": is cut short within record 2, at byte " + whole.length);
    assertThat(damaged.failures())
        .containsExactly(
            damaged.file()
                + ": must have a WARC record after record 1, at byte "
                + whole.length
                + "; reading went on after that");
    assertThat(wrong.failures()).singleElement().asString().contains("but has 'x");
    assertThat(nameless.failures()).isEmpty();
    assertThat(nameless.report().skipped()).containsKey("nameless record");
    assertThat(endless.failures())
        .containsExactly(
            endless.file()
                + ": must have a header of at most 1048576 bytes in record 2, at byte "
                + whole.length
                + "; nothing follows");
    for (Read read : List.of(damaged, wrong, nameless)) {
      assertThat(read.records().getLast().article().url()).contains("https://a.example/1");
    }
    assertThat(endless.article(0).url()).contains("https://a.example/1");
  }

  @Test
  void recordsWhoseLengthIsWrongCostNoOther() throws IOException {
    byte[] whole = response("https://a.example/1", "200 OK", HTML, bytes(PAGE));
    byte[] tooShort =
        bytes(
            "WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 5\r\n\r\nsoftware: a\r\n\r\n\r\n");

    Read read = read(tooShort, whole);

    assertThat(read.failures()).hasSize(1);
    assertThat(read.article(1).url()).contains("https://a.example/1");
  }

  @Test
  void aRecordWithAWrongLengthIsReadUpToTheNextOne() throws IOException {
    String page = PAGE + "<p>WARC/1.0 is a format, and a mill of pages is what it holds.</p>";
    byte[] first = response("https://a.example/1", "200 OK", HTML, bytes(page));
    byte[] second = response("https://a.example/2", "200 OK", HTML, bytes(page));
    String text = read(first).article(0).text();
    String length = contentLength(first);
    int before = 2 * second.length;

    for (String wrong :
        List.of(
            "1",
            Integer.toString(Integer.parseInt(length) - 1),
            Integer.toString(Integer.parseInt(length) + 6),
            Integer.toString(Integer.parseInt(length) + 700),
            "99999",
            "999999999999",
            "-7",
            "many",
            "")) {
      byte[] damaged = bytes(new String(first, UTF_8).replace("gth: " + length, "gth: " + wrong));

      Read middle = read(second, second, damaged, second, second);
      Read last = read(second, second, damaged);

      assertThat(middle.articles()).as(wrong).hasSize(5).allMatch(a -> a.text().equals(text));
      assertThat(middle.failures())
          .as(wrong)
          .containsExactly(
              middle.file()
                  + ": must have a Content-Length of "
                  + length
                  + " in record 3, at byte "
                  + before
                  + ", but has '"
                  + wrong
                  + "'; the record was read up to the next one");
      assertThat(last.articles()).as(wrong).hasSizeGreaterThanOrEqualTo(2);
      assertThat(last.articles().size() == 3 ? 1 : last.failures().size()).as(wrong).isEqualTo(1);
    }
  }

  @Test
  void aPageThatQuotesARecordIsOnePage() throws IOException {
    String page = PAGE + "<pre>a\r\n\r\nWARC/1.0\r\nWARC-Type: response\r\n</pre>";

    Read read =
        read(
            response("https://a.example/1", "200 OK", HTML, bytes(page)),
            response("https://a.example/2", "200 OK", HTML, bytes(PAGE)));

    assertThat(read.failures()).isEmpty();
    assertThat(read.articles()).hasSize(2);
  }

  @Test
  void ofARecordThatIsTooLongToBeVerifiedTheNextOneIsFoundToo() throws IOException {
    byte[] page = response("https://a.example/1", "200 OK", HTML, bytes(PAGE));
    byte[] film =
        record("resource", "https://a.example/film", "video/mp4", bytes("film ".repeat(20_000)));
    byte[] wrong =
        bytes(new String(film, UTF_8).replace("Content-Length: 100000", "Content-Length: 101000"));

    List<ArticleRecord> records =
        Readers.read(
            ArticleFormat.WARC,
            concat(page, film, page, wrong, page, page),
            new RecordLimits(50_000, 50_000));

    assertThat(records.stream().flatMap(one -> one.articleIfRead().stream())).hasSize(4);
    assertThat(records.stream().flatMap(one -> one.failure().stream()))
        .singleElement()
        .asString()
        .contains("must have a Content-Length of 100000 in record 4, at byte ")
        .contains(", but has '101000'");
  }

  @Test
  void manyRecordsWithWrongLengthsAreReadEachOnce() throws IOException {
    String record = "WARC/1.0\r\nContent-Length: 4000000\r\n\r\nx\r\nWARC/1.0\r\n";

    List<ArticleRecord> records =
        Readers.read(
            ArticleFormat.WARC,
            bytes(record.repeat(50_000)),
            new RecordLimits(5_000_000, 5_000_000));

    assertThat(records).isNotEmpty();
  }

  @Test
  void bombsAreRefused() throws IOException {
    byte[] bomb = Reading.gzip(new byte[RecordLimits.ofProcess().bytes() + 10]);

    Read read =
        read(
            response("https://a.example/1", "200 OK", HTML + "Content-Encoding: gzip\r\n", bomb),
            response("https://a.example/2", "200 OK", HTML, bytes(PAGE)));

    assertThat(read.failures()).singleElement().asString().contains("must not be longer than");
    assertThat(read.article(1).url()).contains("https://a.example/2");
  }

  /** What was read of a file. */
  private record Read(Path file, List<ArticleRecord> records, ReadReport report) {
    Article article(int index) throws IOException {
      return records.get(index).article();
    }

    List<Article> articles() {
      return records.stream().flatMap(one -> one.articleIfRead().stream()).toList();
    }

    List<String> failures() {
      return records.stream()
          .map(ArticleRecord::failure)
          .flatMap(Optional::stream)
          .map(Throwable::getMessage)
          .toList();
    }
  }

  private Read read(byte[]... records) throws IOException {
    Path file = Files.write(folder.resolve("crawl.warc"), concat(records));
    List<ArticleRecord> read = new ArrayList<>();
    try (ArticleReader reader = ArticleReader.open(List.of(file))) {
      reader.forEachRemaining(read::add);
      return new Read(file, read, reader.report());
    }
  }

  private static String contentLength(byte[] record) {
    String text = new String(record, UTF_8);
    int start = text.indexOf("Content-Length: ") + "Content-Length: ".length();
    return text.substring(start, text.indexOf('\r', start));
  }

  private static byte[] response(String address, String status, String fields, byte[] body) {
    byte[] header = bytes("HTTP/1.1 " + status + "\r\n" + fields + "\r\n");
    return record("response", address, "application/http; msgtype=response", concat(header, body));
  }

  private static byte[] record(String type, String address, String contentType, byte[] block) {
    String header =
        "WARC/1.0\r\nWARC-Type: "
            + type
            + (address.isEmpty() ? "" : "\r\nWARC-Target-URI: " + address)
            + "\r\nWARC-Date: 2020-03-01T00:00:00Z"
            + "\r\nWARC-Record-ID: <urn:uuid:0d7f4c3a-94a8-4a0a-bc1f-6a2a5e9a5f10>"
            + "\r\nContent-Type: "
            + contentType
            + "\r\nContent-Length: "
            + block.length
            + "\r\n\r\n";
    return concat(bytes(header), block, bytes("\r\n\r\n"));
  }

  private static byte[] chunks(byte[] body) {
    int half = body.length / 2;
    return concat(
        bytes(Integer.toHexString(half) + ";name=value\r\n"),
        Arrays.copyOf(body, half),
        bytes("\r\n" + Integer.toHexString(body.length - half) + "\r\n"),
        Arrays.copyOfRange(body, half, body.length),
        bytes("\r\n0\r\n\r\n"));
  }

  private static byte[] deflate(byte[] bytes) throws IOException {
    ByteArrayOutputStream deflated = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(deflated)) {
      out.write(bytes);
    }
    return deflated.toByteArray();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      whole.writeBytes(part);
    }
    return whole.toByteArray();
  }
}
