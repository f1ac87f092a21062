package onrecord.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import onrecord.model.Article;
import onrecord.model.PartialDate;
import onrecord.model.Published;
import onrecord.model.Quotation;
import onrecord.model.QuotationKind;
import onrecord.model.Said;
import onrecord.model.Span;
import onrecord.model.Speaker;
import onrecord.model.SpeakerType;
import onrecord.text.CodePoints;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class QuotationJsonTest {

  private static final JsonMapper JSON = JsonMapper.shared();

  @Test
  void anArticleIsOneLineWithItsQuotations() {
    Article article =
        Article.builder("north-7", "\"Come,\" she said on Sunday, \"all.\"")
            .title("A \"call\"\n")
            .published(Published.parse("2024-05-07"))
            .build();
    Quotation quotation =
        Quotation.builder(article, List.of(new Span(1, 6), new Span(29, 33)))
            .speaker(new Speaker("Ada Holm", SpeakerType.PERSON, Optional.of("the miller")))
            .mention(new Span(8, 11))
            .cue(new Span(12, 16))
            .said(new Said(new Span(20, 26), Optional.of(PartialDate.parse("2024-05-05"))))
            .confidence(0.75)
            .rule("inverted")
            .about(List.of("Bo Lind"))
            .build();

    assertThat(QuotationJson.of(article, List.of(quotation)))
        .isEqualTo(
            "{\"id\":\"north-7\",\"title\":\"A \\\"call\\\"\\n\",\"published\":\"2024-05-07\",\"quotations\":["
                + "{\"id\":\"north-7#1\",\"text\":\"Come, all.\",\"kind\":\"DIRECT\","
                + "\"runs\":[{\"start\":1,\"end\":6},{\"start\":29,\"end\":33}],"
                + "\"speaker\":{\"name\":\"Ada Holm\",\"type\":\"PERSON\",\"description\":\"the miller\"},"
                + "\"mention\":{\"start\":8,\"end\":11},\"cue\":{\"start\":12,\"end\":16},"
                + "\"said\":{\"date\":\"2024-05-05\",\"text\":\"Sunday\",\"start\":20,\"end\":26},"
                + "\"confidence\":0.75,\"rule\":\"inverted\",\"about\":[\"Bo Lind\"]}]}");
  }

  @Test
  void whatIsNotKnownIsNull() {
    Article article = Article.builder("a", "\"Come\" yesterday").build();
    Quotation quotation =
        Quotation.builder(article, List.of(new Span(1, 5)))
            .kind(QuotationKind.MIXED)
            .said(new Said(new Span(7, 16), Optional.empty()))
            .build();

    JsonNode json = JSON.readTree(QuotationJson.of(article, List.of(quotation)));

    assertThat(json.get("published").isNull()).isTrue();
    assertThat(json.get("quotations").get(0))
        .isEqualTo(
            JSON.readTree(
                """
                {"id":"a#1","text":"Come","kind":"MIXED","runs":[{"start":1,"end":5}],
                 "speaker":{"name":null,"type":"UNKNOWN"},"mention":null,"cue":null,
                 "said":{"date":null,"text":"yesterday","start":7,"end":16},
                 "confidence":0.0,"rule":"none","about":[]}
                """));
    assertThat(JSON.readTree(QuotationJson.of(quotation, new CodePoints(article.text()))))
        .isEqualTo(json.get("quotations").get(0));
  }

  @Test
  void knownSpeakerHasAnIdAndTheNameAsPrinted() {
    Article article = Article.builder("a", "\"Come\" yesterday").build();
    Quotation quotation =
        Quotation.builder(article, List.of(new Span(1, 5)))
            .speaker(
                new Speaker(
                    "Ada Holm",
                    SpeakerType.PERSON,
                    Optional.empty(),
                    Optional.of("Q7"),
                    Optional.of("Ada Brandt-Holm")))
            .build();

    assertThat(
            JSON.readTree(QuotationJson.of(quotation, new CodePoints(article.text())))
                .get("speaker"))
        .isEqualTo(
            JSON.readTree(
                """
                {"name":"Ada Holm","type":"PERSON","id":"Q7","printed":"Ada Brandt-Holm"}
                """));
  }

  @Test
  void offsetsAreCodePointsInAnyText() {
    String[] parts = {"a", "\u00e9", "\u2019", "\ud83d\ude00", "\ud83d", "\ude00", "\n"};
    for (long seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(60); i >= 0; i--) {
        text.append(parts[random.nextInt(parts.length)]);
      }
      CodePoints offsets = new CodePoints(text.toString());

      for (int i = 0; i <= text.length(); i++) {
        boolean inside =
            i > 0
                && i < text.length()
                && Character.isSurrogatePair(text.charAt(i - 1), text.charAt(i));
        if (!inside) {
          assertThat(offsets.before(i))
              .as("seed %d, index %d", seed, i)
              .isEqualTo(text.codePointCount(0, i));
        }
      }
    }
  }

  @Test
  void halfCharactersAndControlsAreEscaped() {
    Article article = Article.builder("a", "x \ud83d \ude00\ud83d\ude00\0\u2028 y").build();
    Quotation quotation =
        Quotation.builder(article, List.of(new Span(0, article.text().length()))).build();

    String json = QuotationJson.of(article, List.of(quotation));

    assertThat(json)
        .contains("\"text\":\"x \\ud83d \\ude00\ud83d\ude00\\u0000")
        .doesNotContain("\n");
    assertThat(JSON.readTree(json).get("quotations").get(0).get("text").stringValue())
        .isEqualTo(article.text());
  }
}
