package onrecord.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import onrecord.model.Article;
import onrecord.model.Published;
import onrecord.model.Quotation;
import onrecord.model.QuotationKind;
import onrecord.model.Speaker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The quotations that other extractors found. */
class GivenQuotationsTest {

  @Test
  void quotationsOfQuotebank() throws IOException {
    ArticleRecord record =
        read(
            """
            {"quoteID": "2020-01-01-000001", "quotation": "the mill opens in May", "speaker": "Ada Holm",\
             "qids": ["Q7"], "date": "2020-01-01 09:00:00", "numOccurrences": 3,\
             "probas": [["Ada Holm", "0.8121"], ["None", "0.1879"]],\
             "urls": ["https://l.example/1", "https://c.example/2"], "phase": "E"}
            """);

    Article article = record.article();
    Quotation quotation = record.quotations().orElseThrow().getFirst();
    assertThat(article.id()).isEqualTo("2020-01-01-000001");
    assertThat(article.url()).contains("https://l.example/1");
    assertThat(article.published()).contains(Published.parse("2020-01-01T09:00"));
    assertThat(quotation.text()).isEqualTo("the mill opens in May");
    assertThat(quotation.speaker().name()).isEqualTo("Ada Holm");
    assertThat(quotation.speaker().id()).contains("Q7");
    assertThat(quotation.confidence()).isEqualTo(0.8121);
    assertThat(record.notes().unusedFields()).containsExactlyInAnyOrder("numoccurrences", "phase");
  }

  @Test
  void aSpeakerWhoIsNoneIsUnknown() throws IOException {
    ArticleRecord record =
        read("{\"quoteID\":\"1\",\"quotation\":\"it opens\",\"speaker\":\"None\",\"qids\":[]}");

    assertThat(record.quotations().orElseThrow().getFirst().speaker()).isEqualTo(Speaker.UNKNOWN);
  }

  @Test
  void articlesOfQuotebank() throws IOException {
    ArticleRecord record =
        read(
            """
            {"articleID": "a1", "date": "2019-12-31 23:35:33", "title": "Mill", "url": "https://l.example/1",\
             "quotations": [{"quoteID": "q1", "quotation": "It opens in May", "quotationOffset": 12,\
             "leftContext": "Ada Holm said :", "rightContext": ", and left .",\
             "globalProbas": [["Ada Holm", "0.9"], ["None", "0.1"]], "globalTopSpeaker": "Ada Holm"}]}
            """);

    assertThat(record.article().id()).isEqualTo("a1");
    Quotation quotation = record.quotations().orElseThrow().getFirst();
    assertThat(quotation.text()).isEqualTo("It opens in May");
    assertThat(quotation.speaker().name()).isEqualTo("Ada Holm");
    assertThat(quotation.confidence()).isEqualTo(0.9);
    assertThat(quotation.kind()).isEqualTo(QuotationKind.DIRECT);
  }

  @Test
  void quotationsOfCitronHaveOffsetsInCodePoints() throws IOException {
    String text = "\uD83D\uDE00 \u201CIt opens,\u201D Ada Holm said, \u201Cin May.\u201D She left.";
    ArticleRecord record =
        read(
            """
            {"text": "%s", "quotes": [{"cue": {"start": 23, "end": 27, "text": "said"},\
             "sources": [{"start": 14, "end": 22, "text": "Ada Holm"}],\
             "contents": [{"start": 2, "end": 13, "text": "x"}, {"start": 29, "end": 38, "text": "y"}],\
             "confidence": 0.75}]}
            """
                .formatted(text));

    Quotation quotation = record.quotations().orElseThrow().getFirst();
    assertThat(quotation.runs())
        .extracting(run -> run.in(text))
        .containsExactly("It opens,", "in May.");
    assertThat(quotation.cue().orElseThrow().in(text)).isEqualTo("said");
    assertThat(quotation.speaker().name()).isEqualTo("Ada Holm");
    assertThat(quotation.confidence()).isEqualTo(0.75);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"sources\": [%s], \"coreferences\": [%s]",
        "\"coreferences\": [%2$s], \"sources\": [%1$s]",
        "\"sources\": [%2$s], \"coreferences\": [%1$s]"
      })
  void theSpeakerOfCitronIsTheNameAndNotThePronoun(String mentions) throws IOException {
    String she = "{\"start\": 23, \"end\": 26, \"text\": \"She\"}";
    String name = "{\"start\": 0, \"end\": 8, \"text\": \"Ada Holm\"}";
    ArticleRecord record =
        read(
            "{\"text\": \"Ada Holm runs the mill. She said: Yes.\", \"quotes\": [{\"contents\":"
                + " [{\"start\": 33, \"end\": 37}], "
                + mentions.formatted(she, name)
                + "}]}");

    assertThat(record.quotations().orElseThrow().getFirst().speaker().name()).isEqualTo("Ada Holm");
  }

  @Test
  void quotationsOfTheGenderGapTracker() throws IOException {
    String text = "Ada Holm said it opens. 'Yes,' she added.";
    ArticleRecord record =
        read(
            """
            {"_id": {"$oid": "5f"}, "title": "Mill", "body": "%s", "quotes": [\
            {"speaker": "Ada Holm", "speaker_index": "(0, 8)", "quote": "it opens", "quote_index": "(14, 22)",\
             "verb": "said", "verb_index": "(9, 13)"}]}
            """
                .formatted(text));

    Quotation quotation = record.quotations().orElseThrow().getFirst();
    assertThat(quotation.text()).isEqualTo("it opens");
    assertThat(quotation.kind()).isEqualTo(QuotationKind.INDIRECT);
    assertThat(quotation.cue().orElseThrow().in(text)).isEqualTo("said");
    assertThat(record.article().id()).isEqualTo("5f");
  }

  @Test
  void quotationsOfCoreNlpWithTheTextOfItsTokens() throws IOException {
    ArticleRecord record =
        read(
            """
            {"docId": "d1", "sentences": [{"index": 0, "tokens": [\
            {"word": "``", "originalText": "\\"", "characterOffsetBegin": 0, "characterOffsetEnd": 1},\
            {"word": "Yes", "originalText": "Yes", "characterOffsetBegin": 1, "characterOffsetEnd": 4},\
            {"word": "''", "originalText": "\\"", "characterOffsetBegin": 4, "characterOffsetEnd": 5},\
            {"word": "she", "originalText": "she", "characterOffsetBegin": 6, "characterOffsetEnd": 9},\
            {"word": "said", "originalText": "said", "characterOffsetBegin": 10, "characterOffsetEnd": 14}]}],\
             "quotes": [{"id": 0, "text": "\\"Yes\\"", "beginIndex": 0, "endIndex": 5, "speaker": "she",\
             "canonicalSpeaker": "Ada Holm"}]}
            """);

    assertThat(record.article().text()).isEqualTo("\"Yes\" she said");
    Quotation quotation = record.quotations().orElseThrow().getFirst();
    assertThat(quotation.text()).isEqualTo("Yes");
    assertThat(quotation.speaker().name()).isEqualTo("Ada Holm");
  }

  @Test
  void theQuotationsOfGdeltAreExtractedFromTheirContexts() throws IOException {
    ArticleRecord record =
        read(
            """
            {"date": "2020-05-10T00:00:00Z", "url": "https://l.example/1", "title": "Mill", "lang": "ENGLISH",\
             "quotes": [{"pre": "Ada Holm said", "quote": "It opens in May.", "post": "She left."}]}
            """);

    assertThat(record.article().text())
        .isEqualTo("Ada Holm said \u201CIt opens in May.\u201D She left.");
    assertThat(record.article().language()).contains("en");
    assertThat(record.quotations()).isEmpty();
  }

  @Test
  void offsetsOutsideTheTextAreNotBelieved() throws IOException {
    ArticleRecord record =
        read(
            """
            {"id": "1", "text": "She said it opens.", "quotes": [\
            {"quote": "it opens", "quote_index": "(900, 9000)", "speaker": "Ada"},\
            {"quote": "never said", "quote_index": "(7, 3)", "speaker": "Bo"},\
            {"contents": [{"start": -1, "end": 99999999999}], "sources": 3}, 7]}
            """);

    assertThat(record.quotations().orElseThrow())
        .extracting(Quotation::text)
        .containsExactly("it opens");
  }

  private static ArticleRecord read(String json) throws IOException {
    ReadOptions options = Reading.from(new ByteArrayInputStream(json.getBytes(UTF_8)));
    try (ArticleReader reader = ArticleReader.open(List.of(Path.of("-")), options)) {
      ArticleRecord record = reader.next();
      assertThat(record.failure()).isEmpty();
      assertThat(reader.hasNext()).isFalse();
      return record;
    }
  }
}
