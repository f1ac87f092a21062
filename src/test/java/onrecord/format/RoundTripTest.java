package onrecord.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import onrecord.model.Article;
import onrecord.model.Fields;
import onrecord.model.Published;
import onrecord.model.Quotation;
import onrecord.model.Span;
import onrecord.model.Speaker;
import onrecord.model.SpeakerType;
import onrecord.query.Hit;
import onrecord.source.ArticleReader;
import onrecord.source.ArticleRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Exports in formats that are also read. */
class RoundTripTest {

  private static final Article ARTICLE =
      Article.builder(
              "pier-7",
              "\ud83d\ude00 Ines Okafor came.\n\n\u201cThe pier,\u201d she said, \u201cis <old> & mine.\u201d")
          .title("Pier & co")
          .published(Published.parse("2024-05-07"))
          .outlet("Quay Post")
          .section("Harbour")
          .authors(List.of("Lou Vane", "Sal \\ Tide|Co"))
          .url("https://quay.example/7?a=1&b=2")
          .language("en")
          .tags(List.of("boats\\", "|piers"))
          .build();
  private static final Quotation QUOTATION =
      Quotation.builder(ARTICLE, List.of(span("The pier,"), span("is <old> & mine.")))
          .speaker(
              new Speaker(
                  "Ines Okafor",
                  SpeakerType.ORGANIZATION,
                  Optional.of("the pilot"),
                  Optional.of("Q42"),
                  Optional.of("Okafor")))
          .mention(span("she"))
          .cue(span("said"))
          .confidence(0.75)
          .build();
  private static final List<Hit> HITS = List.of(ExportedHits.hit(ARTICLE, QUOTATION));

  @TempDir Path folder;

  private static Span span(String words) {
    int start = ARTICLE.text().indexOf(words);
    return new Span(start, start + words.length());
  }

  private ArticleRecord exported(HitFormat format) throws IOException {
    Path file = folder.resolve("export");
    format.create(file, HITS.stream(), id -> Optional.of(ARTICLE));
    try (ArticleReader reader = ArticleReader.open(List.of(file))) {
      ArticleRecord record = reader.next();
      assertThat(record.failure()).isEmpty();
      assertThat(reader.hasNext()).isFalse();
      return record;
    } finally {
      Files.delete(file);
    }
  }

  @Test
  void citronKeepsArticlesAndQuotations() throws IOException {
    ArticleRecord record = exported(HitFormat.CITRON);

    assertThat(record.article()).isEqualTo(ARTICLE);
    Quotation read = record.quotations().orElseThrow().getFirst();
    assertThat(read.runs()).isEqualTo(QUOTATION.runs());
    assertThat(read.speaker()).isEqualTo(QUOTATION.speaker());
    assertThat(read.cue()).isEqualTo(QUOTATION.cue());
    assertThat(read.confidence()).isEqualTo(QUOTATION.confidence());
    assertThat(read.kind()).isEqualTo(QUOTATION.kind());
    assertThat(read.id()).isEqualTo(QUOTATION.id());
  }

  @Test
  void teiKeepsTheArticle() throws IOException {
    Article read = exported(HitFormat.TEI).article();

    assertThat(read.id()).isEqualTo(ARTICLE.id());
    assertThat(read.text()).isEqualTo(ARTICLE.text());
    assertThat(read.title()).isEqualTo(ARTICLE.title());
    assertThat(read.authors()).isEqualTo(ARTICLE.authors());
    assertThat(read.url()).isEqualTo(ARTICLE.url());
    assertThat(read.published()).isEqualTo(ARTICLE.published());
    assertThat(read.outlet()).isEqualTo(ARTICLE.outlet());
    assertThat(read.section()).isEqualTo(ARTICLE.section());
    assertThat(read.tags()).isEqualTo(ARTICLE.tags());
  }

  @Test
  void teiKeepsQuotations() throws IOException {
    Quotation read = exported(HitFormat.TEI).quotations().orElseThrow().getFirst();

    assertThat(read.id()).isEqualTo(QUOTATION.id());
    assertThat(read.runs()).isEqualTo(QUOTATION.runs());
    assertThat(read.speaker()).isEqualTo(QUOTATION.speaker());
    assertThat(read.confidence()).isEqualTo(QUOTATION.confidence());
    assertThat(read.kind()).isEqualTo(QUOTATION.kind());
  }

  @Test
  void teiHasTheNoteOfAnOrganizationAfterAllElse() throws Exception {
    Speaker speaker = QUOTATION.speaker();
    Quotation quotation =
        Quotation.builder(ARTICLE, QUOTATION.runs())
            .speaker(
                new Speaker(
                    speaker.name(),
                    speaker.type(),
                    speaker.description(),
                    speaker.id(),
                    speaker.printed(),
                    Fields.builder().name("party", "Mill Party").build()))
            .build();
    Path file = folder.resolve("export.xml");

    HitFormat.TEI.create(
        file, Stream.of(ExportedHits.hit(ARTICLE, quotation)), id -> Optional.of(ARTICLE));

    assertThat(new XmlDocument(Files.readString(file)).elements("//org/*"))
        .extracting(element -> element.getTagName())
        .containsExactly("orgName", "orgName", "idno", "state", "note");
  }

  @ParameterizedTest
  @EnumSource(names = {"CSV", "RAW_CSV", "TSV", "RAW_TSV", "JSON_LINES", "SCHEMA_ORG"})
  void aQuotationByItselfKeepsItsWordsItsSpeakerAndTheDescriptionOfItsArticle(HitFormat format)
      throws IOException {
    ArticleRecord record = exported(format);

    Article read = record.article();
    assertThat(read.id()).isEqualTo(QUOTATION.id());
    assertThat(read.text()).isEqualTo(QUOTATION.text());
    assertThat(read.title()).isEqualTo(ARTICLE.title());
    assertThat(read.published()).isEqualTo(ARTICLE.published());
    assertThat(read.outlet()).isEqualTo(ARTICLE.outlet());
    assertThat(read.section()).isEqualTo(ARTICLE.section());
    assertThat(read.authors()).isEqualTo(ARTICLE.authors());
    assertThat(read.url()).isEqualTo(ARTICLE.url());
    assertThat(read.language()).isEqualTo(ARTICLE.language());
    assertThat(read.tags()).isEqualTo(ARTICLE.tags());
    Quotation quotation = record.quotations().orElseThrow().getFirst();
    assertThat(quotation.text()).isEqualTo(QUOTATION.text());
    assertThat(quotation.speaker()).isEqualTo(QUOTATION.speaker());
    assertThat(quotation.kind()).isEqualTo(QUOTATION.kind());
  }

  @ParameterizedTest
  @EnumSource(names = {"CSV", "TSV", "JSON_LINES"})
  void aQuotationByItselfKeepsItsConfidence(HitFormat format) throws IOException {
    Quotation quotation = exported(format).quotations().orElseThrow().getFirst();

    assertThat(quotation.confidence()).isEqualTo(QUOTATION.confidence());
  }
}
