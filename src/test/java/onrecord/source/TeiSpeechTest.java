package onrecord.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import onrecord.model.Fields;
import onrecord.model.Quotation;
import onrecord.model.QuotationKind;
import onrecord.model.Speaker;
import onrecord.model.SpeakerType;
import org.junit.jupiter.api.Test;

/** The elements of TEI that mark speech in a text. */
class TeiSpeechTest {

  private static ArticleRecord read(String body) throws IOException {
    String document =
        """
        <TEI xmlns="http://www.tei-c.org/ns/1.0" n="t1"><teiHeader><profileDesc><particDesc>
        <person xml:id="s1"><persName>Ada Holm</persName><idno>Q7</idno><note>the miller</note></person>
        <person xml:id="s2"><persName type="description">the clerk</persName></person>
        <org xml:id="s3"><orgName>Weir Board</orgName></org>
        </particDesc></profileDesc></teiHeader><text><body>%s</body></text></TEI>
        """
            .formatted(body);
    try (ArticleReader reader =
        ArticleReader.open(
            List.of(Path.of("-")),
            ReadOptions.builder()
                .standardInput(new ByteArrayInputStream(document.getBytes(UTF_8)))
                .build())) {
      return reader.next();
    }
  }

  private static List<Quotation> quotations(String body) throws IOException {
    return read(body).quotations().orElseThrow();
  }

  @Test
  void saidIsAQuotationWhoseWordsAreWhereTheyAreInTheText() throws IOException {
    ArticleRecord record =
        read(
            "<p>  The  mill\n stands. </p><p>“<said who=\"#s1\" cert=\"0.6\">  It <hi>runs</hi>,"
                + " </said>” she said.</p>");

    Quotation quotation = record.quotations().orElseThrow().getFirst();
    assertThat(record.article().text()).isEqualTo("The mill stands.\n\n“ It runs, ” she said.");
    assertThat(quotation.text()).isEqualTo("It runs,");
    assertThat(quotation.confidence()).isEqualTo(0.6);
    assertThat(quotation.speaker().name()).isEqualTo("Ada Holm");
    assertThat(quotation.speaker().id()).contains("Q7");
    assertThat(quotation.speaker().description()).contains("the miller");
  }

  @Test
  void personsHaveTheirSexAndWhatTheyBelongToOnTheDayAsFields() throws IOException {
    String document =
        """
        <TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><sourceDesc><bibl>
        <date when="2021-03-04">4 March</date></bibl></sourceDesc></fileDesc><profileDesc><particDesc>
        <person xml:id="s1"><persName>Ada Holm</persName><sex value="F"/>
          <affiliation role="member" ref="#p1" from="2021"/>
          <affiliation role="member" ref="#p2" to="2020-12-31"/>
          <affiliation ref="#p3" to="2021"/>
          <affiliation ref="#p1" from="2021-03-05"/></person>
        <person xml:id="s2"><persName>Bo Lind</persName><sex>male</sex>
          <affiliation>The Weir Board</affiliation></person>
        <org xml:id="p1"><orgName>Mill Party</orgName></org>
        </particDesc></profileDesc></teiHeader><text><body>
        <u who="#s1"><seg>It runs.</seg></u><u who="#s2"><seg>It rains.</seg></u></body></text></TEI>
        """;
    try (ArticleReader reader =
        ArticleReader.open(
            List.of(Path.of("-")),
            Reading.from(new ByteArrayInputStream(document.getBytes(UTF_8))))) {
      assertThat(reader.next().quotations().orElseThrow())
          .extracting(quotation -> quotation.speaker().fields())
          .containsExactly(
              Fields.builder()
                  .name("affiliation", "Mill Party")
                  .name("affiliation", "p3")
                  .name("sex", "F")
                  .build(),
              Fields.builder().name("affiliation", "The Weir Board").name("sex", "male").build());
    }
  }

  @Test
  void affiliationsOfAPeriodAreLeftOutIfTheDayIsNotKnown() throws IOException {
    String document =
        """
        <TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><profileDesc><particDesc>
        <person xml:id="s1"><persName>Ada Holm</persName><affiliation ref="#p1" from="2021"/>
          <affiliation ref="#p2"/></person>
        </particDesc></profileDesc></teiHeader><text><body>
        <u who="#s1"><seg>It runs.</seg></u></body></text></TEI>
        """;
    try (ArticleReader reader =
        ArticleReader.open(
            List.of(Path.of("-")),
            Reading.from(new ByteArrayInputStream(document.getBytes(UTF_8))))) {
      assertThat(reader.next().quotations().orElseThrow().getFirst().speaker().fields())
          .isEqualTo(Fields.builder().name("affiliation", "p2").build());
    }
  }

  @Test
  void partsThatPointToAnEarlierOneAreOneQuotation() throws IOException {
    List<Quotation> quotations =
        quotations(
            "<p>“<said xml:id=\"a\" who=\"#s1\" next=\"#b\">It runs</said>,” she said, “<said"
                + " xml:id=\"b\" who=\"#s1\" prev=\"#a\">all night</said>.” “<said"
                + " who=\"#s1\">No.</said>”</p>");

    assertThat(quotations).extracting(Quotation::text).containsExactly("It runs all night", "No.");
    assertThat(quotations.getFirst().runs()).hasSize(2);
  }

  @Test
  void speechThatIsNotDirectAndSpeakersOfAllTypes() throws IOException {
    List<Quotation> quotations =
        quotations(
            "<p><said who=\"#s2\" direct=\"false\">It rains</said>. <said who=\"#s3\">It is"
                + " ours</said>. <said>Why</said>? <said who=\"#BoLind\">So</said>.</p>");

    assertThat(quotations)
        .extracting(Quotation::kind)
        .containsExactly(
            QuotationKind.INDIRECT,
            QuotationKind.DIRECT,
            QuotationKind.DIRECT,
            QuotationKind.DIRECT);
    assertThat(quotations)
        .extracting(Quotation::speaker)
        .containsExactly(
            Speaker.of("the clerk", SpeakerType.UNNAMED),
            Speaker.of("Weir Board", SpeakerType.ORGANIZATION),
            Speaker.UNKNOWN,
            Speaker.of("Bo Lind", SpeakerType.PERSON));
    assertThat(quotations).extracting(Quotation::confidence).containsExactly(1.0, 1.0, 0.0, 1.0);
  }

  @Test
  void speechWithinSpeech() throws IOException {
    List<Quotation> quotations =
        quotations(
            "<p><said who=\"#s1\">He said <said who=\"#s3\">no</said> to me</said>."
                + " <said who=\"#s1\"><said who=\"#s3\">Yes</said> he said</said>.</p>");

    assertThat(quotations)
        .extracting(Quotation::text)
        .containsExactly("He said no to me", "no", "Yes he said");
  }

  @Test
  void aTextWithoutMarkedSpeechIsToBeExtracted() throws IOException {
    assertThat(read("<p>The mill stands.<said who=\"#s1\"> </said></p>").quotations()).isEmpty();
  }
}
