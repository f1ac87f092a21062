package onrecord.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onrecord.Archive;
import onrecord.model.Article;
import onrecord.model.FieldType;
import onrecord.model.FieldValue;
import onrecord.model.Fields;
import onrecord.model.PartialDate;
import onrecord.model.Published;
import onrecord.model.Quotation;
import onrecord.model.Said;
import onrecord.model.Span;
import onrecord.model.Speaker;
import onrecord.model.SpeakerType;
import onrecord.query.DateLevel;
import onrecord.query.Facet;
import onrecord.query.FacetRequest;
import onrecord.query.Query;
import onrecord.query.Search;
import onrecord.query.SearchResult;
import onrecord.text.CodePoints;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HitResultReaderTest {

  private static final String TEXT =
      "\ud83d\ude00 The mill \ud83d\ude00 is old, Ada said on Sunday. It rains.";

  private Archive archive;

  @BeforeEach
  void open() throws IOException {
    archive = Archive.inMemory();
    Article article =
        Article.builder("m", TEXT).title("Mill").published(Published.parse("2024-05-06")).build();
    Speaker speaker =
        new Speaker("Ada Holm", SpeakerType.PERSON, Optional.of("the miller"))
            .with(
                Fields.builder()
                    .name("party", "Greens")
                    .number("age", 52)
                    .number("share", 0.25)
                    .add("since", new FieldValue(FieldType.DAY, "2020-01-02"))
                    .build());
    archive.add(
        article,
        List.of(
            Quotation.builder(article, List.of(span("The mill \ud83d\ude00"), span("is old")))
                .speaker(speaker)
                .mention(span("Ada"))
                .cue(span("said"))
                .said(new Said(span("Sunday"), Optional.of(PartialDate.parse("2024-05-05"))))
                .confidence(0.75)
                .about(List.of("Mill"))
                .fields(Fields.builder().name("stance", "for").build())
                .build(),
            Quotation.builder(article, List.of(span("It rains"))).build()));
    archive.commit();
  }

  private static Span span(String part) {
    return new Span(TEXT.indexOf(part), TEXT.indexOf(part) + part.length());
  }

  @AfterEach
  void close() throws IOException {
    archive.close();
  }

  private SearchResult result() throws IOException {
    return archive.search(
        Search.builder(Query.words("old").or(Query.words("rains")))
            .highlight(true)
            .context(1)
            .facet(FacetRequest.top(Facet.SPEAKER, 1).startingWith("a"))
            .facet(FacetRequest.top(Facet.SPEAKER, 7))
            .facet(FacetRequest.top(Facet.SPEAKER, 7).startingWith("b"))
            .facet(FacetRequest.by(Facet.PUBLISHED, DateLevel.MONTH, PartialDate.parse("2024")))
            .build());
  }

  @Test
  void resultIsReadBackEqual() throws IOException {
    SearchResult result = result();
    // @start region="read"
    String json = ResultJson.of(result, archive::article);

    HitResultReader reader = new HitResultReader(archive::article, archive.info().ownFields());
    SearchResult read = reader.result(json);
    // @end

    assertThat(read).isEqualTo(result);
    assertThat(json).contains("\"speaker_7\":[", "\"speaker_7_2\":[");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "\"score\";\"odd\":1,\"score\";result in JSON has no \"hits[0].odd\"",
        "\"kind\":\"DIRECT\";\"kind\":\"direct\";\"kind\" of a quotation in JSON must be one of [DIRECT,",
        "\"mention\":{\"start\":21;\"mention\":{\"start\":999;\"start\" of a span in JSON must be a position",
        "\"title\":\"Mill\";\"title\":\"Pier\";article.title\" of a result in JSON must be Mill, but was Pier",
        "\"text\":\"Sunday\";\"text\":\"Monday\";quotation.said.text\" of a result in JSON must be Sunday",
        "[\"Greens\"];[true];\"party\" of a field in JSON must be a list of strings or numbers",
        "\"age\":[52];\"age\":[\"old\"];a number",
        "\"partial\":false;\"partial\":0;\"partial\" of a result in JSON must be true or false",
        "\"values\":0;\"values\":0,\"odd\":1;result in JSON has no \"facetRequests[2].odd\"",
        "\"speaker_7_2\";\"speaker_8\";\"speaker_7_2\" of a result in JSON must be a list of objects",
      })
  void jsonThatIsNoResultIsRefused(String part, String instead, String message) throws IOException {
    String json = ResultJson.of(result(), archive::article);
    assertThat(json).contains(part);
    HitResultReader reader = new HitResultReader(archive::article, archive.info().ownFields());

    assertThatThrownBy(() -> reader.result(json.replace(part, instead)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void articleAndFieldsMustExist() throws IOException {
    String json = ResultJson.of(result(), archive::article);

    assertThatThrownBy(() ->
            new HitResultReader(id -> Optional.empty(), archive.info().ownFields()).result(json))
        .isInstanceOf(IOException.class)
        .hasMessage("article m no longer exists");
    assertThatThrownBy(() -> new HitResultReader(archive::article, Map.of()).result(json))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("missing, as the archive has no such field");
  }

  @Test
  void everyIndexIsFoundFromItsCodePoints() {
    CodePoints text = new CodePoints("a\ud83d\ude00\ud83d\ude00b\ud83dc\ud83d\ude00");
    int codePoints = text.text().codePointCount(0, text.text().length());

    for (int i = 0; i <= codePoints; i++) {
      assertThat(text.index(i)).isEqualTo(text.text().offsetByCodePoints(0, i));
    }
    assertThatThrownBy(() -> text.index(codePoints + 1))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> text.index(-1)).isInstanceOf(IndexOutOfBoundsException.class);
  }
}
