package onrecord.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a page is the text of its article, and what the page declares of it. */
class PageReaderTest {

  private static final String FIRST =
      "The ferry to the outer islands runs again on Monday, said Ada Holm, its captain.";
  private static final String SECOND =
      "“Nobody missed the ferry more than the postman did,” she said on the pier.";
  private static final String THIRD =
      "The town pays for the repair, which took the yard all winter and half of spring.";
  private static final String FOURTH =
      "“We had hoped for June, but the wind was with us,” said Bo Lind of the yard.";
  private static final String TEXT = paragraph(FIRST) + paragraph(SECOND) + paragraph(THIRD);

  private static String paragraph(String text) {
    return "<p>" + text + "</p>";
  }

  private static List<String> paragraphs(String body) {
    return PageReader.read("<html><body>" + body + "</body></html>").paragraphs();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div hidden><p>This paragraph is for nobody, and nobody is ever to see it here.</p></div>",
        "<div aria-hidden='true'><p>This paragraph is for nobody, and nobody is to see it.</p></div>",
        "<div style='color:red; display : none'><p>This is for nobody, and nobody is to see it.</p></div>",
        "<div class='hidden'><p>This paragraph is for nobody, and nobody is to see it here.</p></div>",
        "<div role='Complementary'><p>The weather stays as it was on all of the islands today.</p></div>",
        "<div class='relatedLinks'><p>The weather stays as it was on all of the islands today.</p></div>",
        "<div class='related-posts'><p>The weather stays as it was on all of the islands now.</p></div>",
        "<section id='comments'><p>I have always said that the ferry would be back in spring!</p></section>",
        "<p><span class='sr-only'>The picture shows the ferry at the pier of the outer island.</span></p>",
        "<p><span class='photo-caption caption'>The ferry at the pier, as seen from the old mill.</span></p>",
        "<table><tr><td>Monday</td><td>7.15</td></tr><tr><td>Tuesday</td><td>7.30</td></tr></table>",
        "<ul><li><a href='/1'>The bakery reopens</a></li><li><a href='/2'>A seal at the gate</a></li></ul>",
        "<p><a href='/3'>Read more about the ferry</a></p>",
        "<h2><a href='/4'>A seal learned to open the gate</a></h2>",
        "<button>The ferry needs you, and you may need the ferry too, so give now.</button>"
      })
  void whatIsBesideTheTextIsNotPartOfIt(String beside) {
    assertThat(paragraphs("<div>" + TEXT + beside + "</div>"))
        .containsExactly(FIRST, SECOND, THIRD);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div class='hidden md:block'>%s</div>",
        "<div class='has-sidebar'>%s</div>",
        "<div class='article-body'>%s</div>",
        "<div itemprop='articleBody' class='sidebar'>%s</div>",
        "<div property='articleBody' class='widget'>%s</div>",
        "<div class='promo'><h1>Ferry runs again</h1>%s</div>",
        "<div class='shareText'>%s</div><div><p>Contact: The desk of the islands.</p></div>"
      })
  void elementsThatContainTheTextAreReadWhateverTheirNames(String element) {
    assertThat(paragraphs(element.formatted(TEXT))).containsExactly(FIRST, SECOND, THIRD);
  }

  @Test
  void subheadsListsQuotationsAndLinkedSentencesAmongTheTextArePartOfIt() {
    String linked =
        "<a href='/plan'>The plan of the yard says that the hull lasts for twenty years.</a>";
    String body =
        "<article>%s<h2>What it costs</h2>%s<ul><li>The hull took <b>nine</b> weeks.</li></ul>"
                .formatted(paragraph(FIRST), paragraph(SECOND))
            + "<blockquote>We are back</blockquote>"
            + paragraph(linked)
            + "She smiled.<p>Ada, too.</p>"
            + paragraph(THIRD)
            + "</article>";

    assertThat(paragraphs(body))
        .containsExactly(
            FIRST,
            "What it costs",
            SECOND,
            "The hull took nine weeks.",
            "We are back",
            "The plan of the yard says that the hull lasts for twenty years.",
            "She smiled.",
            "Ada, too.",
            THIRD);
  }

  @Test
  void aSubheadWithoutTextAfterItIsNotPartOfTheText() {
    assertThat(paragraphs("<div>" + TEXT + "<h3>More from the islands</h3></div>"))
        .containsExactly(FIRST, SECOND, THIRD);
  }

  @Test
  void aFirstParagraphThatIsSetApartIsPartOfTheText() {
    String lead = "After a winter on land, the only ferry to the outer islands is afloat again.";

    assertThat(paragraphs("<main><div>" + paragraph(lead) + "</div><div>" + TEXT + "</div></main>"))
        .containsExactly(lead, FIRST, SECOND, THIRD);
  }

  @Test
  void aCaptionThatIsRepeatedBelowItsFigureIsNotPartOfTheText() {
    String caption = "The ferry at the pier of the outer island, as seen from the old mill.";
    String figure = "<figure><img src='a.png'><figcaption>" + caption + "</figcaption></figure>";

    assertThat(paragraphs("<div>" + figure + TEXT + paragraph(caption) + "</div>"))
        .containsExactly(FIRST, SECOND, THIRD);
  }

  @Test
  void aParagraphThatIsPrintedTwiceIsReadOnce() {
    assertThat(paragraphs("<div>" + TEXT + paragraph(SECOND) + "</div>"))
        .containsExactly(FIRST, SECOND, THIRD);
  }

  @Test
  void linesBreakParagraphsIfThereAreTwoOrASentenceEnds() {
    String body =
        FIRST + "<br>" + SECOND.replace(" the postman", "<br>the postman") + "<br><br>" + THIRD;

    assertThat(paragraphs("<div>" + body + "</div>")).containsExactly(FIRST, SECOND, THIRD);
  }

  @Test
  void charactersWithoutWidthAreLeftOut() {
    assertThat(
            paragraphs(
                TEXT.replace("postman", "post\u00ADman\u200B")
                    .replace("The ferry", "The\u00A0 ferry")))
        .containsExactly(FIRST, SECOND, THIRD);
  }

  @Test
  void theTextThatThePageDeclaresSelectsItsParagraphs() {
    String other =
        "The bakery on the outer island has bread again, said Bo Lind, who bakes it there.";
    String json =
        "<script type='application/ld+json'>{'@type':'NewsArticle','headline':'Ferry','articleBody':'%s %s %s'}</script>"
            .formatted(FIRST, SECOND, THIRD)
            .replace('\'', '"');

    assertThat(paragraphs(json + "<div>" + TEXT + paragraph(other) + "</div>"))
        .containsExactly(FIRST, SECOND, THIRD);
  }

  @Test
  void furnitureThatContainsTheDeclaredTextIsRead() {
    String other =
        "The bakery on the outer island has bread again, said Bo Lind, who bakes it there for all."
            .repeat(4);
    String json =
        "<script type='application/ld+json'>{'@type':'NewsArticle','headline':'Ferry','articleBody':'%s %s %s'}</script>"
            .formatted(FIRST, SECOND, THIRD)
            .replace('\'', '"');

    assertThat(
            paragraphs(
                json
                    + "<section class='player'>"
                    + TEXT
                    + "</section><section>"
                    + paragraph(other)
                    + "</section>"))
        .containsExactly(FIRST, SECOND, THIRD);
  }

  @Test
  void aPageWithoutBlocksHasNoText() {
    assertThat(PageReader.read("").paragraphs()).isEmpty();
    assertThat(PageReader.read("<html></html>").text()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "<meta itemprop='datePublished' content='2024-02-01'> # 2024-02-01",
        "<time datetime='2024-02-01T08:00'>1 February</time> # 2024-02-01T08:00",
        "<time>1 February 2024</time> # 1 February 2024",
        "<time class='updated' datetime='2024-02-03'>x</time><time datetime='2024-02-01'>x</time> # 2024-02-01",
        "<time datetime='2024-01-01'>x</time><time pubdate datetime='2024-02-01'>x</time> # 2024-02-01",
        "<time datetime='2024-01-01'>x</time><time class='published-at' datetime='2024-02-01'>x</time> # 2024-02-01",
        "<time itemprop='dateModified' datetime='2024-02-03'>x</time><time itemprop='datePublished' datetime='2024-02-01'>x</time> # 2024-02-01",
        "<aside><time datetime='2024-01-01'>x</time></aside><time datetime='2024-02-01'>x</time> # 2024-02-01",
        "<span itemprop='datePublished' content='2024-02-01'>today</span> # 2024-02-01",
        "<span itemprop='datePublished'>1 Feb 2024</span> # 1 Feb 2024",
        "<time datetime=' '>x</time><meta name='DC.Date' content='2024-02-01'> # 2024-02-01",
      })
  void theFirstDateIsThatOfPublication(String declared, String date) {
    assertThat(PageReader.read("<html><body>" + declared.strip() + TEXT).published().get(0))
        .isEqualTo(date);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "<a rel='author' href='/ada'>Ines Vik</a> # Ines Vik",
        "<div itemprop='author'><b itemprop='name'>Ines Vik</b>, at sea</div> # Ines Vik",
        "<meta name='author' content='By Ines Vik and Tom Falk'> # Ines Vik|Tom Falk",
        "<meta name='author' content='Ines Vik, Reporter'> # Ines Vik, Reporter",
        "<meta name='author' content='https://example.org/ines'><a rel='author'>Ines Vik</a> # Ines Vik",
        "<meta name='author' content='www.example.org'><a rel='author'>Ines Vik</a> # Ines Vik",
        "<meta name='author' content='null'><a rel='author'>Ines Vik</a> # Ines Vik",
        "<meta name='author' content='undefined'><a rel='author'>Ines Vik</a> # Ines Vik",
      })
  void authorsAreNamesOfPeople(String declared, String authors) {
    assertThat(
            String.join("|", PageReader.read("<html><body>" + declared.strip() + TEXT).authors()))
        .isEqualTo(authors);
  }

  @Test
  void theTitleIsThatOfTheArticleWithoutTheSite() {
    String head =
        "<html lang='en-GB'><title>Ferry runs again - The Skerry Courier</title><title>x</title>";
    String site = "<meta property='og:site_name' content='The Skerry Courier'>";

    assertThat(PageReader.read(head + site + TEXT).title()).contains("Ferry runs again");
    assertThat(PageReader.read(head + TEXT).title())
        .contains("Ferry runs again - The Skerry Courier");
    assertThat(PageReader.read("<html><title> </title>" + TEXT).title()).isEmpty();
    assertThat(PageReader.read(head + site + TEXT).language()).contains("en-GB");
    assertThat(PageReader.read("<html lang=''>" + TEXT).language()).isEmpty();
  }

  @Test
  void theAddressIsThatOfThePageAndNotOfTheSite() {
    String links =
        "<html><head><link rel='stylesheet' href='/a.css'><link rel='canonical' href='%s'>"
            + "<meta property='og:url' content='https://courier.example.org/ferry'></head>";

    assertThat(PageReader.read(links.formatted("https://courier.example.org/1") + TEXT).url())
        .contains("https://courier.example.org/1");
    assertThat(PageReader.read(links.formatted("https://courier.example.org/") + TEXT).url())
        .contains("https://courier.example.org/ferry");
    assertThat(PageReader.read(links.formatted(" ") + TEXT).url())
        .contains("https://courier.example.org/ferry");
  }

  @Test
  void declarationsAreBounded() {
    String many = "<meta name='article:tag' content='%d'>";
    StringBuilder page = new StringBuilder("<html><head>");
    for (int i = 0; i < 3000; i++) {
      page.append(many.formatted(i));
    }
    page.append("</head><body>")
        .append("<time datetime='2024-02-01'>x</time>".repeat(50))
        .append(TEXT);

    PageArticle article = PageReader.read(page.toString());

    assertThat(article.paragraphs()).containsExactly(FIRST, SECOND, THIRD);
    assertThat(article.tags()).hasSizeLessThan(3000);
    assertThat(article.published()).isEmpty();
  }

  @Test
  void ofArticlesOneAfterTheOtherTheFirstIsRead() {
    String first = "<article><h1>Ferry</h1>" + TEXT + paragraph(FOURTH) + "</article>";
    String second =
        "<article><h1>The mill reopens</h1>"
            + paragraph("The mill reopens, and its wheel turns again after a winter of repairs.")
            + paragraph("“It turns,” said Cy Dunn, who bought it from the town in May.")
            + "</article>";

    assertThat(paragraphs("<main>" + first + second + "</main>"))
        .containsExactly(FIRST, SECOND, THIRD, FOURTH);
    assertThat(
            paragraphs(
                "<h1>Live</h1><main>"
                    + second.replace("h1>", "h2>")
                    + first.replace("h1>", "h2>")
                    + "</main>"))
        .contains("“It turns,” said Cy Dunn, who bought it from the town in May.", FOURTH);
  }

  @Test
  void emptyLinesOfPreformattedTextSeparateParagraphs() {
    assertThat(
            paragraphs(
                "<h1>Ferry</h1><pre>" + FIRST + "\n\n" + SECOND + "\r\n \t\r\n" + THIRD + "</pre>"))
        .containsExactly(FIRST, SECOND, THIRD);
  }

  @Test
  void anArticleWithItsHeadlineIsOneHoweverShort() {
    String text = paragraph(FIRST) + paragraph(SECOND);

    assertThat(paragraphs("<article><h1>Ferry</h1>" + text + "</article>"))
        .containsExactly(FIRST, SECOND);
    assertThat(paragraphs("<article><h2>Ferry</h2>" + text + "</article>")).isEmpty();
    assertThat(paragraphs("<h1>Ferry</h1><div>" + text + "</div>")).isEmpty();
    assertThat(paragraphs("<article><h1>Ferry</h1>" + text + "</article><article></article>"))
        .isEmpty();
  }
}
