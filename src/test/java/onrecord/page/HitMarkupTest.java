package onrecord.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import onrecord.model.Article;
import onrecord.model.Fields;
import onrecord.model.PartialDate;
import onrecord.model.Published;
import onrecord.model.Quotation;
import onrecord.model.QuotationKind;
import onrecord.model.Said;
import onrecord.model.Span;
import onrecord.model.Speaker;
import onrecord.model.SpeakerType;
import onrecord.query.ArticleReference;
import onrecord.query.Highlights;
import onrecord.query.Hit;
import onrecord.query.Occurrence;
import onrecord.query.Passage;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hits as parts of a page. */
class HitMarkupTest {

  private static final String TEXT =
      "It rained. \"The pier,\" Ada Holm said, \"leaks at night.\" Nobody came.";

  private static Span span(String part) {
    int start = TEXT.indexOf(part);
    return new Span(start, start + part.length());
  }

  private static Article article(String text) {
    return Article.builder("one", text).build();
  }

  private static ArticleReference reference(String title, Optional<String> url) {
    return new ArticleReference(
        "one",
        title,
        Optional.of(Published.parse("2024-05-01T10:00")),
        Optional.of("Quay Post"),
        Optional.empty(),
        List.of(),
        url,
        Optional.empty(),
        List.of(),
        Fields.NONE);
  }

  private static Hit hit(Quotation quotation, Highlights highlights, Optional<Passage> context) {
    return new Hit(
        quotation, reference("Rust", Optional.empty()), 1, highlights, context, List.of());
  }

  private static Quotation pier() {
    return Quotation.builder(article(TEXT), List.of(span("The pier,"), span("leaks at night.")))
        .kind(QuotationKind.DIRECT)
        .speaker(
            new Speaker(
                "Ada Holm",
                SpeakerType.PERSON,
                Optional.of("the harbor master"),
                Optional.empty(),
                Optional.of("Mrs. Holm")))
        .mention(span("Ada Holm"))
        .cue(span("said"))
        .confidence(0.876)
        .build();
  }

  private static Document page(Hit hit) {
    return Jsoup.parse(HitMarkup.list(List.of(hit), 11).toString());
  }

  @Test
  void wordsMentionCueAndMatchesAreMarkedInTheirContext() {
    Highlights matches = new Highlights(List.of(), List.of(span("pier"), span("at night.\" N")));
    Hit hit = hit(pier(), matches, Optional.of(new Passage(new Span(0, TEXT.length()), TEXT)));

    assertThat(page(hit).select(".excerpt").html())
        .isEqualTo(
            "It rained. \"<span class=\"words\">The </span><mark class=\"words\">pier</mark>"
                + "<span class=\"words\">,</span>\" <span class=\"mention\">Ada Holm</span>"
                + " <span class=\"cue\">said</span>, \"<span class=\"words\">leaks </span>"
                + "<mark class=\"words\">at night.</mark><mark>\" N</mark>obody came.");
  }

  @Test
  void placesAreRelativeToTheContext() {
    int from = TEXT.indexOf("leaks") - 1;
    Passage passage = new Passage(new Span(from, TEXT.length()), TEXT.substring(from));

    assertThat(page(hit(pier(), Highlights.NONE, Optional.of(passage))).select(".words").text())
        .isEqualTo("leaks at night.");
  }

  @Test
  void withoutContextTheWordsAreShown() {
    Highlights matches = new Highlights(List.of(new Span(4, 8)), List.of());

    assertThat(page(hit(pier(), matches, Optional.empty())).select(".excerpt").html())
        .isEqualTo(
            "<span class=\"words\">The </span><mark class=\"words\">pier</mark>"
                + "<span class=\"words\">, leaks at night.</span>");
  }

  @Test
  void theSpeakerIsNamedAsKnownAndAsPrinted() {
    Document page = page(hit(pier(), Highlights.NONE, Optional.empty()));

    assertThat(page.select(".speaker").text())
        .isEqualTo("\u2014 Ada Holm (printed: Mrs. Holm), the harbor master confidence 0.88");
    assertThat(page.select(".source").text()).isEqualTo("Quay Post \u00b7 2024-05-01 \u00b7 Rust");
    assertThat(page.select("ol").attr("start")).isEqualTo("11");
  }

  @Test
  void unknownSpeakersHaveNoConfidenceAndDaysAreStated() {
    Quotation unknown =
        Quotation.builder(article(TEXT), List.of(span("The pier,")))
            .said(new Said(span("night"), Optional.of(PartialDate.parse("2024-04"))))
            .build();

    assertThat(page(hit(unknown, Highlights.NONE, Optional.empty())).select(".speaker").text())
        .isEqualTo("\u2014 (unknown), said 2024-04");
  }

  @Test
  void otherOccurrencesAreCounted() {
    Occurrence occurrence = new Occurrence(pier(), reference("Rust", Optional.empty()));
    Hit hit =
        new Hit(
            pier(),
            occurrence.article(),
            1,
            Highlights.NONE,
            Optional.empty(),
            List.of(occurrence, occurrence));

    assertThat(page(hit).select("p").last().text())
        .isEqualTo("The same words occur in 2 places of the archive, of which this is the first.");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void whatIsVeryLongIsShortenedBetweenCharacters(int odd) {
    String face = "\ud83d\ude00";
    String before = "a".repeat(odd) + face.repeat(2_000);
    String words = face.repeat(20_000);
    Article article = article(before + words + before);
    Span place = new Span(before.length(), before.length() + words.length());
    Quotation quotation = Quotation.builder(article, List.of(place)).build();
    Passage passage = new Passage(new Span(0, article.text().length()), article.text());

    Document page = page(hit(quotation, Highlights.NONE, Optional.of(passage)));

    assertThat(page.select(".excerpt").text())
        .hasSizeBetween(3_000, 4_100)
        .startsWith("\u2026" + face)
        .endsWith(face + "\u2026")
        .doesNotContain("\ufffd");
    assertThat(HitMarkup.shortened("a".repeat(odd) + words))
        .hasSizeLessThan(302)
        .endsWith("\u2026");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          https://pier.example/a?b=1&c=%20 | true
          HTTP://pier.example              | true
          http://[::1]:8080/               | true
          javascript:alert(1)              | false
          JaVaScRiPt://pier.example/       | false
          data:text/html,x                 | false
          file:///etc/passwd               | false
          //pier.example/                  | false
          https:pier                       | false
          https://                         | false
          https://pier.example/a b         | false
          https://pier.example/"><script>  | false
          pier                             | false
          """)
  void onlyAddressesOfWebPagesAreLinks(String url, boolean isLink) {
    Document page = Jsoup.parse(HitMarkup.source(reference("Rust", Optional.of(url))).toString());

    assertThat(page.select("a").eachAttr("href")).isEqualTo(isLink ? List.of(url) : List.of());
    assertThat(page.select("a").eachAttr("rel"))
        .isEqualTo(isLink ? List.of("noopener noreferrer") : List.of());
    assertThat(page.text()).endsWith("Rust");
  }

  @Test
  void anAddressThatIsVeryLongIsNoLink() {
    assertThat(WebAddress.link(Optional.of("https://pier.example/" + "a".repeat(2_000)))).isEmpty();
  }

  @Test
  void anArticleWithoutATitleIsNamedByItsId() {
    assertThat(Jsoup.parse(HitMarkup.source(reference(" ", Optional.empty())).toString()).text())
        .endsWith("one");
  }
}
