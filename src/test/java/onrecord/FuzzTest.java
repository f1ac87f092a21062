package onrecord;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.primitives.Bytes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import onrecord.extract.Extractor;
import onrecord.extract.SpeakerAuthority;
import onrecord.format.CitationJson;
import onrecord.format.QueryJson;
import onrecord.format.QuotationJson;
import onrecord.model.Article;
import onrecord.model.KnownSpeaker;
import onrecord.model.PartialDate;
import onrecord.model.Published;
import onrecord.model.Quotation;
import onrecord.model.Span;
import onrecord.query.Citation;
import onrecord.query.DateRange;
import onrecord.query.ExpiredCursorException;
import onrecord.query.Facet;
import onrecord.query.FacetCount;
import onrecord.query.InvalidSearchException;
import onrecord.query.Query;
import onrecord.query.QuerySyntaxException;
import onrecord.query.Search;
import onrecord.query.SearchLimitException;
import onrecord.query.SearchResult;
import onrecord.source.ArticleFormat;
import onrecord.source.ArticleFormatException;
import onrecord.source.ArticleReader;
import onrecord.source.ArticleRecord;
import onrecord.source.KnownSpeakerReader;
import onrecord.source.ReadOptions;

/**
 * What a guided search for bad input is let loose on: only declared exceptions may leave, and what
 * comes out must hold together. In the normal run, the inputs kept under the resources are tried.
 * {@code mvn test -Pfuzz -Dtest=FuzzTest#extractor} searches for new ones for minutes; what it
 * finds is put beside the others, with a test of its own.
 */
class FuzzTest {

  private static final Extractor EXTRACTOR = Extractor.builder().apostrophePairs(true).build();
  private static final Archive ARCHIVE = archive();

  private static Archive archive() {
    try {
      Archive archive =
          Archive.inMemory(ArchiveOptions.builder().refreshEvery(Duration.ZERO).build());
      archive.add(
          Article.builder("a", "“The old bridge,” said Ann Lee. Bo Dahl said the toll was due.")
              .published(Published.parse("2020-11-22"))
              .build());
      archive.add(Article.builder("b", "“Ja,” said Ann Lee. “Café tolls?” asked Mr Øst.").build());
      archive.commit();
      return archive;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @com.code_intelligence.jazzer.junit.FuzzTest(maxDuration = "5m")
  void extractor(byte[] input) {
    String text = text(input);
    if (!text.isBlank()) {
      checkExtraction(Article.builder("a", text).build());
    }
  }

  @com.code_intelligence.jazzer.junit.FuzzTest(maxDuration = "5m")
  void jsonLines(byte[] input) throws IOException {
    byte[] lines = new byte[input.length + 1];
    lines[0] = '{';
    System.arraycopy(input, 0, lines, 1, input.length);
    read(lines);
  }

  @com.code_intelligence.jazzer.junit.FuzzTest(maxDuration = "5m")
  void plainText(byte[] input) throws IOException {
    read(input);
  }

  @com.code_intelligence.jazzer.junit.FuzzTest(maxDuration = "5m")
  void html(byte[] input) throws IOException {
    read(prefixed("<!doctype html>", input));
  }

  @com.code_intelligence.jazzer.junit.FuzzTest(maxDuration = "5m")
  void warc(byte[] input) throws IOException {
    read(prefixed("WARC/1.", input));
  }

  @com.code_intelligence.jazzer.junit.FuzzTest(maxDuration = "5m")
  void nexisText(byte[] input) throws IOException {
    read(ArticleFormat.NEXIS_TEXT, input);
  }

  @com.code_intelligence.jazzer.junit.FuzzTest(maxDuration = "5m")
  void nexisHtml(byte[] input) throws IOException {
    read(ArticleFormat.NEXIS_HTML, input);
  }

  @com.code_intelligence.jazzer.junit.FuzzTest(maxDuration = "5m")
  void nexisWord(byte[] input) throws IOException {
    read(ArticleFormat.NEXIS_WORD, zipped("word/document.xml", input));
  }

  @com.code_intelligence.jazzer.junit.FuzzTest(maxDuration = "5m")
  void pressRtf(byte[] input) throws IOException {
    read(ArticleFormat.PRESS_RTF, prefixed("{\\rtf1 ", input));
  }

  @com.code_intelligence.jazzer.junit.FuzzTest(maxDuration = "5m")
  void proQuestText(byte[] input) throws IOException {
    read(ArticleFormat.PROQUEST_TEXT, input);
  }

  @com.code_intelligence.jazzer.junit.FuzzTest(maxDuration = "5m")
  void factivaHtml(byte[] input) throws IOException {
    read(ArticleFormat.FACTIVA_HTML, input);
  }

  @com.code_intelligence.jazzer.junit.FuzzTest(maxDuration = "5m")
  void factivaXml(byte[] input) throws IOException {
    read(ArticleFormat.FACTIVA_XML, input);
  }

  @com.code_intelligence.jazzer.junit.FuzzTest(maxDuration = "5m")
  void json(byte[] input) throws IOException {
    read(ArticleFormat.JSON, input);
  }

  @com.code_intelligence.jazzer.junit.FuzzTest(maxDuration = "5m")
  void table(byte[] input) throws IOException {
    read(ArticleFormat.TABLE, input);
  }

  @com.code_intelligence.jazzer.junit.FuzzTest(maxDuration = "5m")
  void nitf(byte[] input) throws IOException {
    read(ArticleFormat.NITF, input);
  }

  @com.code_intelligence.jazzer.junit.FuzzTest(maxDuration = "5m")
  void newsMl(byte[] input) throws IOException {
    read(ArticleFormat.NEWSML_G2, input);
  }

  @com.code_intelligence.jazzer.junit.FuzzTest(maxDuration = "5m")
  void tei(byte[] input) throws IOException {
    read(ArticleFormat.TEI, input);
  }

  @com.code_intelligence.jazzer.junit.FuzzTest(maxDuration = "5m")
  void querySyntax(byte[] input) {
    Query query;
    try {
      query = Query.parse(text(input));
    } catch (QuerySyntaxException e) {
      assertThat(e.getMessage()).isNotBlank();
      return;
    }
    assertThat(Query.parse(query.toString())).isEqualTo(query);
  }

  @com.code_intelligence.jazzer.junit.FuzzTest(maxDuration = "5m")
  void queryJson(byte[] input) {
    Query query;
    try {
      query = QueryJson.read(text(input));
    } catch (IllegalArgumentException e) {
      assertThat(e.getMessage()).isNotBlank();
      return;
    }
    assertThat(QueryJson.read(QueryJson.write(query))).isEqualTo(query);
  }

  @com.code_intelligence.jazzer.junit.FuzzTest(maxDuration = "5m")
  void citation(byte[] input) {
    String text = text(input);
    Citation citation;
    try {
      citation = text.startsWith("{") ? CitationJson.read(text) : Citation.parse(text);
    } catch (IllegalArgumentException e) {
      assertThat(e.getMessage()).isNotBlank();
      return;
    }
    assertThat(Citation.parse(citation.toString())).isEqualTo(citation);
    assertThat(CitationJson.read(CitationJson.write(citation))).isEqualTo(citation);
  }

  @com.code_intelligence.jazzer.junit.FuzzTest(maxDuration = "5m")
  void search(byte[] input) throws IOException {
    SearchResult result;
    try {
      result =
          ARCHIVE.search(
              Search.builder(Query.parse(text(input)))
                  .facet(Facet.SPEAKER)
                  .pageSize(100)
                  .highlight(true)
                  .build());
    } catch (QuerySyntaxException | InvalidSearchException | SearchLimitException e) {
      assertThat(e.getMessage()).isNotBlank();
      return;
    }
    assertThat(result.hits()).hasSize(Math.toIntExact(result.total()));
    assertThat(
            result.facet(Facet.SPEAKER).counts().stream().mapToLong(FacetCount::quotations).sum())
        .isEqualTo(result.total());
  }

  @com.code_intelligence.jazzer.junit.FuzzTest(maxDuration = "5m")
  void cursor(byte[] input) throws IOException {
    String cursor = Base64.getUrlEncoder().withoutPadding().encodeToString(input);
    try {
      ARCHIVE.search(Search.builder(Query.all()).cursor(cursor).build());
    } catch (InvalidSearchException | ExpiredCursorException e) {
      assertThat(e.getMessage()).isNotBlank();
    }
  }

  @com.code_intelligence.jazzer.junit.FuzzTest(maxDuration = "5m")
  void dates(byte[] input) {
    String text = text(input);
    checkForm(text, PartialDate::parse);
    checkForm(text, DateRange::parse);
    checkForm(text, Published::parse);
  }

  private static <T> void checkForm(String text, Function<String, T> parse) {
    T value;
    try {
      value = parse.apply(text);
    } catch (IllegalArgumentException e) {
      assertThat(e.getMessage()).isNotBlank();
      return;
    }
    assertThat(parse.apply(value.toString())).isEqualTo(value);
  }

  @com.code_intelligence.jazzer.junit.FuzzTest(maxDuration = "5m")
  void knownSpeakers(byte[] input) throws IOException {
    Path file = Files.createTempFile("speakers", "");
    try {
      Files.write(file, input);
      List<KnownSpeaker> speakers = KnownSpeakerReader.read(file);
      assertThat(SpeakerAuthority.of(speakers)).isNotNull();
    } catch (ArticleFormatException e) {
      assertThat(e.reason()).isNotBlank();
    } finally {
      Files.delete(file);
    }
  }

  /** UTF-8, but with the unpaired surrogates that a strict decoder leaves out. */
  private static String text(byte[] input) {
    StringBuilder text = new StringBuilder(new String(input, StandardCharsets.UTF_8));
    for (int i = 0; i + 2 < input.length; i++) {
      if ((input[i] & 0xFF) == 0xED && (input[i + 1] & 0xE0) == 0xA0) {
        text.append((char) (0xD000 | (input[i + 1] & 0x3F) << 6 | (input[i + 2] & 0x3F)));
      }
    }
    return text.toString();
  }

  private static void checkExtraction(Article article) {
    List<Quotation> quotations = EXTRACTOR.extract(article);
    for (Quotation quotation : quotations) {
      StringBuilder runs = new StringBuilder();
      for (Span run : quotation.runs()) {
        runs.append(runs.isEmpty() ? "" : " ").append(run.in(article.text()));
      }
      assertThat(quotation.text()).isEqualTo(runs.toString());
    }
    assertThat(QuotationJson.of(article, quotations)).startsWith("{");
  }

  private static byte[] prefixed(String prefix, byte[] input) {
    return Bytes.concat(prefix.getBytes(StandardCharsets.UTF_8), input);
  }

  private static byte[] zipped(String name, byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
      zip.closeEntry();
    }
    return bytes.toByteArray();
  }

  private static void read(byte[] input) throws IOException {
    read(ReadOptions.builder(), input);
  }

  private static void read(ArticleFormat format, byte[] input) throws IOException {
    read(ReadOptions.builder().format(format), input);
  }

  private static void read(ReadOptions.Builder options, byte[] input) throws IOException {
    try (ArticleReader articles =
        ArticleReader.open(
            List.of(Path.of("-")),
            options.standardInput(new ByteArrayInputStream(input)).build())) {
      while (articles.hasNext()) {
        ArticleRecord record = articles.next();
        try {
          assertThat(record.article().text()).isNotBlank();
        } catch (ArticleFormatException e) {
          assertThat(e.reason()).isNotBlank();
        }
      }
    }
  }
}
