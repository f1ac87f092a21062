package onrecord;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import onrecord.extract.Extractor;
import onrecord.format.ArticleFormatException;
import onrecord.format.ArticleReader;
import onrecord.format.ArticleRecord;
import onrecord.format.CitationJson;
import onrecord.format.QueryJson;
import onrecord.format.QuotationJson;
import onrecord.model.Article;
import onrecord.model.Quotation;
import onrecord.model.Span;
import onrecord.query.Citation;
import onrecord.query.Query;
import onrecord.query.QuerySyntaxException;

/**
 * What a guided search for bad input is let loose on: only declared exceptions may leave, and what
 * comes out must hold together. In the normal run, the inputs kept under the resources are tried.
 * {@code mvn test -Pfuzz -Dtest=FuzzTest#extractor} searches for new ones for minutes; what it
 * finds is put beside the others, with a test of its own.
 */
class FuzzTest {

  private static final Extractor EXTRACTOR = Extractor.builder().apostrophePairs(true).build();

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

  private static void read(byte[] input) throws IOException {
    try (ArticleReader articles =
        ArticleReader.open(List.of(Path.of("-")), new ByteArrayInputStream(input))) {
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
