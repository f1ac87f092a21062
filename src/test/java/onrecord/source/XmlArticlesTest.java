package onrecord.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onrecord.model.Article;
import onrecord.model.Published;
import onrecord.model.Quotation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** News and debates in XML. */
class XmlArticlesTest {

  private static final String NITF =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE nitf SYSTEM "http://nowhere.invalid/nitf.dtd">
      <!-- a paper -->
      <nitf change.date="May 1" xml:lang="en">
      <head><title>Page title</title>
      <meta name="slug" content="mill"/>
      <meta name="online_sections" content="Town"/>
      <meta name="publication_day_of_month" content="5"/><meta name="publication_month" content="3"/>
      <meta name="publication_year" content="2007"/>
      <docdata><doc-id id-string="4711"/><doc.copyright holder="The Lantern" year="2007"/>
      <identified-content><classifier type="descriptor">Mills</classifier></identified-content></docdata>
      </head><body><body.head><hedline><hl1>Mill
       reopens</hl1></hedline>
      <byline class="print_byline">By Ada Holm and Bo Lind</byline>
      <byline class="normalized_byline">HOLM, ADA</byline>
      <abstract><p>It reopens.</p></abstract></body.head>
      <body.content><block class="lead_paragraph"><p>The mill <em>reopens</em>.</p></block>
      <block class="full_text"><p>The mill <em>reopens</em>.</p><p>It is
      old &amp; grey.</p><media><media-caption>A mill</media-caption></media></block></body.content>
      </body></nitf>
      """;

  @TempDir Path folder;
  private ReadReport report =
      new ReadReport(
          0, 0, 0, Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), 0, Optional.empty());

  @Test
  void nitfWithItsLeadParagraphOnce() throws IOException {
    Article article = articles(NITF).getFirst();

    assertThat(article.text()).isEqualTo("The mill reopens.\n\nIt is old & grey.");
    assertThat(article.title()).isEqualTo("Mill reopens");
    assertThat(article.id()).isEqualTo("4711");
    assertThat(article.published()).contains(Published.parse("2007-03-05"));
    assertThat(article.authors()).containsExactly("Ada Holm", "Bo Lind");
    assertThat(article.outlet()).contains("The Lantern");
    assertThat(article.section()).contains("Town");
    assertThat(article.tags()).containsExactly("Mills");
    assertThat(article.language()).contains("en");
    assertThat(report.unusedFields()).isEqualTo(Map.of("abstract", 1L, "slug", 1L));
  }

  @Test
  void aLabeledLeadParagraphIsReadOnceAndWithoutItsLabel() throws IOException {
    String block = "<block class=\"full_text\"><p>The mill <em>reopens</em>.</p>";
    String repeated = block.replace("<p>", "<p>LEAD: The mill reopens.</p><p>");
    String alone = block.replace("<p>", "<p>LEAD: ");

    for (String full : List.of(repeated, alone)) {
      assertThat(articles(NITF.replace(block, full)).getFirst().text())
          .isEqualTo("The mill reopens.\n\nIt is old & grey.");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {90, 5_000})
  void anItemThatIsNestedTooDeepDoesNotEndAMessage(int depth) throws IOException {
    String item =
        """
        <newsItem guid="urn:x:%d"><contentSet><inlineXML><html><body>%s<p>The mill reopens.</p>
        </body></html></inlineXML></contentSet></newsItem>
        """;
    String message =
        "<newsMessage>\n"
            + item.formatted(1, "")
            + item.formatted(2, "<div>".repeat(depth) + "</div>".repeat(depth))
            + item.formatted(3, "")
            + "</newsMessage>";

    assertThat(failures(message))
        .containsExactly(":4: must not be nested more than 80 levels deep, but is");
    assertThat(report.articles()).isEqualTo(2);
  }

  @Test
  void thePublisherOfACorpusIsNotTheOutletOfItsDebates() throws IOException {
    String tei =
        """
        <TEI xml:id="D1"><teiHeader><fileDesc><titleStmt><title>Mill debate</title></titleStmt>
        <publicationStmt><publisher>Corpus Makers</publisher></publicationStmt>
        <sourceDesc><bibl>%s</bibl></sourceDesc></fileDesc></teiHeader>
        <text><body>%s</body></text></TEI>
        """;

    assertThat(articles(tei.formatted("", "<u><seg>Order.</seg></u>")).getFirst().outlet())
        .isEmpty();
    assertThat(articles(tei.formatted("", "<p>Order.</p>")).getFirst().outlet())
        .contains("Corpus Makers");
    assertThat(
            articles(tei.formatted("<title level=\"j\">Lantern</title>", "<p>Order.</p>"))
                .getFirst()
                .outlet())
        .contains("Lantern");
  }

  @Test
  void newsMlItemsOfAMessage() throws IOException {
    String item =
        """
        <newsItem guid="urn:x:%d" version="2" xml:lang="en-GB"><itemMeta>
        <itemClass qcode="ninat:%s"/><provider qcode="p:l"><name>Lantern Wire</name></provider>
        <versionCreated>2025-01-28T09:18:34+01:00</versionCreated><pubStatus qcode="stat:%s"/>
        <edNote pubconstraint="nonpublic">Call Ada, 555 1234</edNote></itemMeta>
        <contentMeta><headline rank="3">Short</headline><headline rank="1">Mill reopens</headline>
        <creator><name>Ada Holm</name></creator><subject><name>Mills</name></subject></contentMeta>
        <contentSet><inlineXML contenttype="application/xhtml+xml">
        <html xmlns="http://www.w3.org/1999/xhtml"><head><title>T</title></head><body>
        <header><h1>Mill reopens</h1></header><section class="main">
        <p><span class="dateline">Norhaven (lw) - </span>The mill reopens.</p><p>It is old.</p>
        <figure><figcaption>A mill.</figcaption></figure></section>
        <section class="notepad"><p>Call 555 1234</p></section></body></html>
        </inlineXML></contentSet></newsItem>
        """;
    List<Article> articles =
        articles(
            "<newsMessage xmlns=\"http://iptc.org/std/nar/2006-10-01/\"><itemSet>"
                + item.formatted(1, "text", "usable")
                + item.formatted(2, "text", "withheld")
                + item.formatted(3, "picture", "usable")
                + "<packageItem guid=\"p\"><groupSet/></packageItem></itemSet></newsMessage>");

    assertThat(articles).hasSize(1);
    Article article = articles.getFirst();
    assertThat(article.id()).isEqualTo("urn:x:1");
    assertThat(article.text()).isEqualTo("Norhaven (lw) - The mill reopens.\n\nIt is old.");
    assertThat(article.title()).isEqualTo("Mill reopens");
    assertThat(article.outlet()).contains("Lantern Wire");
    assertThat(article.published()).contains(Published.parse("2025-01-28T09:18:34+01:00"));
    assertThat(article.toString()).doesNotContain("555");
    assertThat(report.skipped())
        .isEqualTo(
            Map.of(
                "a news item whose status is withheld", 1L,
                "a news item of class picture", 1L,
                "a packageItem", 1L));
    assertThat(report.unusedFields()).isEqualTo(Map.of("edNote", 1L));
  }

  @Test
  void utterancesAreQuotationsOfKnownSpeakers() throws IOException {
    List<ArticleRecord> records =
        records(
            """
            <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="Debate-1" xml:lang="en"><teiHeader>
            <fileDesc><titleStmt><title type="main" xml:lang="en">Mill debate</title></titleStmt>
            <sourceDesc><bibl><date when="2022-07-21">21.7.2022</date></bibl></sourceDesc></fileDesc>
            <profileDesc><particDesc><listPerson><person xml:id="AdaHolm"><persName>
            <surname>Holm</surname><forename>Ada</forename></persName></person></listPerson>
            </particDesc></profileDesc></teiHeader><text><body><div type="debateSection">
            <head>Mills</head><note type="speaker">The Chair</note>
            <u who="#AdaHolm" ana="#chair"><seg>Order.</seg><note>Interruption</note>
            <seg>Order, I <gap reason="inaudible"/> said.</seg></u>
            <u who="#BoLind"><seg>I beg to move.</seg></u></div></body></text></TEI>
            """);

    assertThat(records).hasSize(1);
    Article article = records.getFirst().article();
    assertThat(article.text()).isEqualTo("Order.\n\nOrder, I said.\n\nI beg to move.");
    assertThat(article.published()).contains(Published.parse("2022-07-21"));
    assertThat(article.title()).isEqualTo("Mill debate");
    List<Quotation> quotations = records.getFirst().quotations().orElseThrow();
    assertThat(quotations)
        .extracting(quotation -> quotation.speaker().name())
        .containsExactly("Ada Holm", "Bo Lind");
    assertThat(quotations)
        .extracting(Quotation::text)
        .containsExactly("Order.\n\nOrder, I said.", "I beg to move.");
    assertThat(quotations.getFirst().speaker().id()).contains("AdaHolm");
  }

  @Test
  void entitiesAndDocumentTypesAreNeverRead() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "SECRET");
    String external =
        NITF.replace(
                "SYSTEM \"http://nowhere.invalid/nitf.dtd\"",
                "[<!ENTITY x SYSTEM \"" + secret.toUri() + "\"><!ENTITY y \"inner\">]")
            .replace("It is", "It is &x; &y; &eacute;");

    assertThat(articles(external).getFirst().text())
        .doesNotContain("SECRET")
        .contains("It is &x; &y; é old");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[YSTEM \"nitf.dtd\"", "[<!ENTITY", "SYSTEM", "[<!ELEMENT \u0001 ANY>]"})
  void aBrokenDocumentTypeIsAFailure(String type) throws IOException {
    String broken = NITF.replace("SYSTEM \"http://nowhere.invalid/nitf.dtd\"", type);
    Path file = Reading.file(folder, "broken", broken);

    try (ArticleReader reader = ArticleReader.open(List.of(file), Reading.as(ArticleFormat.NITF))) {
      assertThat(reader.next().failure().orElseThrow().reason())
          .isEqualTo("is not valid XML; what follows was not read");
      assertThat(reader.hasNext()).isFalse();
    }
  }

  @Test
  void anEntityBombIsNotExpanded() throws IOException {
    StringBuilder type = new StringBuilder("[<!ENTITY a0 \"ha\">");
    for (int i = 1; i < 30; i++) {
      type.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(i, i - 1, i - 1));
    }
    String bomb =
        NITF.replace("SYSTEM \"http://nowhere.invalid/nitf.dtd\"", type + "]")
            .replace("It is", "It is &a29;");

    assertThat(articles(bomb).getFirst().text()).contains("It is &a29; old");
  }

  @Test
  void theDeclaredEncodingCountsUnlessTheContentIsUtf8() throws IOException {
    String latin = NITF.replace("UTF-8", "ISO-8859-1").replace("grey", "grün");
    assertThat(articles(latin.getBytes(ISO_8859_1)).getFirst().text()).contains("grün");
    assertThat(articles(NITF.replace("grey", "grün").getBytes(ISO_8859_1)).getFirst().text())
        .contains("grün");
    assertThat(failures(NITF.replace("UTF-8", "klingon")))
        .containsExactly(":1: declares the encoding klingon, which is not known");
  }

  @Test
  void whatIsCutOrNestedTooDeepIsAFailure() throws IOException {
    assertThat(failures(NITF.substring(0, NITF.length() / 2)))
        .hasSize(1)
        .first()
        .asString()
        .contains("is not valid XML; what follows was not read");
    assertThat(failures("<nitf>" + "<p>".repeat(100_000))).hasSize(1);
    assertThat(failures("<nitf>" + "<p>".repeat(90) + "</p>".repeat(90) + "</nitf>"))
        .containsExactly(":1: must not be nested more than 80 levels deep, but is");
    assertThat(failures("<newsMessage></newsMessage>"))
        .hasSize(1)
        .first()
        .asString()
        .startsWith(": must contain ");
  }

  private List<Article> articles(String xml) throws IOException {
    return articles(xml.getBytes(UTF_8));
  }

  private List<Article> articles(byte[] xml) throws IOException {
    List<Article> articles = new ArrayList<>();
    for (ArticleRecord record : records(xml)) {
      articles.add(record.article());
    }
    return articles;
  }

  private List<ArticleRecord> records(String xml) throws IOException {
    return records(xml.getBytes(UTF_8));
  }

  private List<ArticleRecord> records(byte[] xml) throws IOException {
    List<ArticleRecord> records = new ArrayList<>();
    Path file = Files.write(folder.resolve("a"), xml);
    try (ArticleReader reader = ArticleReader.open(List.of(file))) {
      reader.forEachRemaining(records::add);
      report = reader.report();
    }
    return records;
  }

  private List<String> failures(String xml) throws IOException {
    int prefix = folder.resolve("a").toString().length();
    return records(xml).stream()
        .flatMap(record -> record.failure().stream())
        .map(failure -> failure.getMessage().substring(prefix))
        .toList();
  }
}
