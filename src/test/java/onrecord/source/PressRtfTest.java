package onrecord.source;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import onrecord.model.Article;
import onrecord.model.Published;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PressRtfTest {

  private static final String ROWS =
      """
      SE\tNews; Local
      HD\tFerry stays in port
      BY\tBy Ada Holm
      WC\t295 mots
      PD\t29 décembre 2011
      ET\t15:32
      SN\tThe Grey Times
      LA\tAnglais
      LP\tThe café “waits”, said Ina Roe.
      Second paragraph.
      TD\tThird.
      NS\tgvote : Elections | gpol : Domestic Politics
      AN\tDocument GREYT00020111229e7ct0001r
      HD\tSecond
      PD\t1 January 2012
      SN\tThe Grey Times
      TD\tIt stays.
      AN\tDocument GREYT00020120101e8110001a
      """;

  private static final String LINES =
      """
      Foreign Desk
      @Ferry:  stays in port
      By ADA HOLM
      877 Wörter
      9 Januar 1993
      The Grey Times
      GREYT
      Late Edition
      Englisch
      Copyright 1993 The Grey Times. All Rights Reserved.
      The ferry stays.
      Nobody waits.
      Document GREYT00020050408dp1900j9s
      """;

  @TempDir Path folder;

  private List<Article> articles(byte[] rtf) throws IOException {
    return Fixture.articles(Fixture.read(folder, rtf));
  }

  @Test
  void documentsOfNexisAreReadAsInAWordDocument() throws IOException {
    String script = new String(Fixture.bytes("nexis/delivery.txt"), UTF_8);

    assertThat(articles(RtfFile.of(script))).isEqualTo(articles(WordFile.of(script)));
    assertThat(articles(RtfFile.of(script))).hasSize(2);
  }

  @Test
  void documentsOfTheOlderNexisAreRead() throws IOException {
    String script =
        """
        1 of 2 DOCUMENTS
        De Havenkrant
        vrijdag 3 mei 2013
        Veerboot blijft liggen
        @AUTEUR: Ada Holm
        @LENGTE: 12 woorden
        De veerboot vaart niet.
        “Wij wachten”, zei Ina Roe.
        @TAAL: DUTCH; NEDERLANDS
        Copyright 2013 De Havenkrant
        2 of 2 DOCUMENTS
        De Havenkrant
        4 mei 2013
        Tweede
        @LENGTE: 3 woorden
        Hij vaart.
        """;

    List<Article> articles = articles(RtfFile.of(script));

    assertThat(articles)
        .extracting(Article::title)
        .containsExactly("Veerboot blijft liggen", "Tweede");
    assertThat(articles.getFirst().published()).contains(Published.parse("2013-05-03"));
    assertThat(articles.getFirst().outlet()).contains("De Havenkrant");
    assertThat(articles.getFirst().text())
        .isEqualTo("De veerboot vaart niet.\n\n“Wij wachten”, zei Ina Roe.");
  }

  @Test
  void articlesOfFactivaAreReadFromRows() throws IOException {
    assertThat(articles(RtfFile.of(ROWS)))
        .containsExactly(
            Article.builder(
                    "GREYT00020111229e7ct0001r",
                    "The café “waits”, said Ina Roe.\n\nSecond paragraph.\n\nThird.")
                .title("Ferry stays in port")
                .published(Published.parse("2011-12-29T15:32"))
                .outlet("The Grey Times")
                .section("News")
                .authors(List.of("Ada Holm"))
                .language("en")
                .tags(List.of("Elections", "Domestic Politics"))
                .build(),
            Article.builder("GREYT00020120101e8110001a", "It stays.")
                .title("Second")
                .published(Published.parse("2012-01-01"))
                .outlet("The Grey Times")
                .build());
  }

  @Test
  void articlesOfFactivaAreReadFromLines() throws IOException {
    assertThat(articles(RtfFile.of(LINES)))
        .containsExactly(
            Article.builder("GREYT00020050408dp1900j9s", "The ferry stays.\n\nNobody waits.")
                .title("Ferry: stays in port")
                .published(Published.parse("1993-01-09"))
                .outlet("The Grey Times")
                .section("Foreign Desk")
                .authors(List.of("ADA HOLM"))
                .language("en")
                .build());
  }

  @Test
  void aParagraphOfInvisibleCharactersIsLeftOut() throws IOException {
    String invisible = "\u200B\uFEFF\n";
    String old = "1 of 1 DOCUMENTS\nMail\n3 May 2013\nBoat\n@LENGTH: 2 words\n";

    assertThat(articles(RtfFile.of(old + invisible + "It sails.\n" + invisible)))
        .extracting(Article::text)
        .containsExactly("It sails.");
    assertThat(articles(RtfFile.of(LINES.replace("Nobody", invisible + "Nobody"))))
        .isEqualTo(articles(RtfFile.of(LINES)));
  }

  @Test
  void otherRtfIsRefused() throws IOException {
    byte[] letter = "{\\rtf1\\ansi Dear reader,\\par}".getBytes(US_ASCII);

    assertThat(Fixture.read(folder, letter).getFirst().failure().orElseThrow())
        .hasMessageContaining("RTF that is not from a press database");
  }

  @Test
  void aFileThatDeclaresMoreThanItContainsIsRefused() throws IOException {
    byte[] bomb = "{\\rtf1 Nexis {\\pict\\bin2000000000 ABC}\\par}".getBytes(US_ASCII);

    assertThat(Fixture.read(folder, bomb).getFirst().failure().orElseThrow())
        .hasMessageEndingWith("is damaged: it declares more binary data than it contains");
  }

  @Test
  void aFileThatIsCutShortIsReadAsFarAsItGoes() throws IOException {
    byte[] whole = RtfFile.of(ROWS);

    for (int length = 200; length < whole.length; length += 41) {
      assertThat(Fixture.read(folder, Arrays.copyOf(whole, length))).hasSizeBetween(1, 2);
    }
  }

  @Test
  void articlesOfApaStartWithTheirOutletAndHaveNoDate() throws IOException {
    String script =
        """
        "Graue Zeit" gefunden am 03.02.2019 10:36 Uhr
        #Fähre: "Wir warten
        #auf den Wind"
        Die Fähre wartet.
        #Zwischenzeile
        Niemand weiß, wie lange.
        ____________________________________________
        "Blatt.at" gefunden am 03.02.2019 10:36 Uhr
        Ohne fette Überschrift
        Die Mühle steht.
        ____________________________________________
        "Leer.at" gefunden am 03.02.2019 10:36 Uhr
        #Nur eine Überschrift
        """;

    List<Article> articles = articles(RtfFile.of(script));

    assertThat(articles).hasSize(2);
    assertThat(articles.getFirst().title()).isEqualTo("Fähre: \"Wir warten auf den Wind\"");
    assertThat(articles.getFirst().text())
        .isEqualTo("Die Fähre wartet.\n\nZwischenzeile\n\nNiemand weiß, wie lange.");
    assertThat(articles.getFirst().outlet()).contains("Graue Zeit");
    assertThat(articles.getFirst().published()).isEmpty();
    assertThat(articles.getFirst().language()).contains("de");
    assertThat(articles.getLast().title()).isEqualTo("Ohne fette Überschrift");
    assertThat(articles.getLast().text()).isEqualTo("Die Mühle steht.");
    assertThat(Fixture.report(folder, RtfFile.of(script)).skipped())
        .isEqualTo(Map.of("article of APA without text", 1L));
  }
}
