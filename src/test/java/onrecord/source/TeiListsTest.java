package onrecord.source;

import static onrecord.source.Reading.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onrecord.model.Fields;
import onrecord.model.Speaker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The persons and organizations that the documents of a TEI corpus have in files of their own. */
class TeiListsTest {

  private static final String PERSONS =
      """
      <?xml version="1.0"?>
      <listPerson xmlns="http://www.tei-c.org/ns/1.0"><head>Speakers</head>
      <person xml:id="HolmAda"><persName to="2020-12-31"><surname>Brook</surname>
        <forename>Ada</forename></persName>
        <persName from="2021-01-01"><surname>Holm</surname><forename>Ada</forename></persName>
        <sex value="F"/>
        <affiliation role="member" ref="#party.M" from="2019-01-01" to="2021-06-30"/>
        <affiliation role="member" ref="#party.W" from="2021-07-01"/>
        <affiliation role="member" ref="#house" from="2019-01-01"/>
        <affiliation role="minister" ref="#house" from="2019-01-01"><roleName>Clerk</roleName>
        </affiliation>
        <idno type="URI" subtype="parliament">https://weir.example/holm</idno></person>
      <person xml:id="nobody"><sex value="M"/></person>
      </listPerson>
      """;
  private static final String BODIES =
      """
      <listOrg xmlns="http://www.tei-c.org/ns/1.0">
      <org xml:id="party.M" role="politicalParty"><orgName full="abb">MP</orgName>
        <orgName full="yes">Mill Party</orgName></org>
      <org xml:id="party.W" role="parliamentaryGroup"><orgName full="yes">Weir Group</orgName></org>
      <org xml:id="house" role="parliament"><orgName full="yes">House of Weirs</orgName></org>
      </listOrg>
      """;

  @TempDir Path folder;

  /** What was read of a path. */
  private record Read(List<ArticleRecord> records, ReadReport report) {
    List<Speaker> speakers() {
      return records.stream()
          .flatMap(record -> record.quotations().stream())
          .map(quotations -> quotations.getFirst().speaker())
          .toList();
    }

    List<String> names() {
      return speakers().stream().map(Speaker::name).toList();
    }

    List<String> failures() {
      return records.stream()
          .flatMap(record -> record.failure().stream())
          .map(Throwable::getMessage)
          .toList();
    }
  }

  private static Read read(Path path) throws IOException {
    try (ArticleReader reader = ArticleReader.open(List.of(path))) {
      List<ArticleRecord> records = new ArrayList<>();
      reader.forEachRemaining(records::add);
      return new Read(records, reader.report());
    }
  }

  private static String debate(String day, String header) {
    return """
    <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="d%s"><teiHeader><fileDesc><sourceDesc><bibl>
    <date when="%s"/></bibl></sourceDesc></fileDesc><profileDesc><particDesc>%s</particDesc>
    </profileDesc></teiHeader><text><body><u who="#HolmAda"><seg>It turns.</seg></u></body></text>
    </TEI>
    """
        .formatted(day, day, header);
  }

  @Test
  void personsInAFileBesideTheDocumentsHaveTheirNamePartyAndBodiesOfTheDay() throws IOException {
    file(folder, "Weir-listPerson.xml", PERSONS);
    file(folder, "Weir-listOrg.xml", BODIES);
    file(folder, "2020/Weir_2020-03-01.xml", debate("2020-03-01", ""));
    file(folder, "2022/Weir-en_2022-03-01.xml", debate("2022-03-01", ""));
    file(
        folder,
        "Weir.xml",
        """
        <teiCorpus xmlns="http://www.tei-c.org/ns/1.0" xmlns:xi="http://www.w3.org/2001/XInclude">
        <xi:include href="2020/Weir_2020-03-01.xml"/></teiCorpus>
        """);

    Read read = read(folder);

    assertThat(read.speakers())
        .extracting(Speaker::name, Speaker::id, Speaker::fields)
        .containsExactly(
            tuple(
                "Ada Brook",
                Optional.of("HolmAda"),
                Fields.builder()
                    .name("sex", "F")
                    .name("party", "Mill Party")
                    .name("affiliation", "House of Weirs")
                    .build()),
            tuple(
                "Ada Holm",
                Optional.of("HolmAda"),
                Fields.builder()
                    .name("sex", "F")
                    .name("party", "Weir Group")
                    .name("affiliation", "House of Weirs")
                    .build()));
    assertThat(read.failures()).isEmpty();
    assertThat(read.report().skipped())
        .isEqualTo(Map.of("a reference of a TEI corpus to another file", 1L));
    assertThat(read.report().notRead()).isEmpty();
    assertThat(read.report().missing()).doesNotContainKey("list of all speakers");
  }

  @Test
  void aFileThatIsGivenHasTheListsOfItsFolderOnly() throws IOException {
    file(folder, "listPerson.xml", PERSONS);
    Path alone = file(folder, "2021/Weir.xml", debate("2021-03-01", ""));
    Path beside = file(folder, "Weir.xml", debate("2021-03-01", ""));

    Read read = read(beside);

    assertThat(read.names()).containsExactly("Ada Holm");
    assertThat(read.speakers().getFirst().fields())
        .isEqualTo(
            Fields.builder()
                .name("sex", "F")
                .name("affiliation", "party.M")
                .name("affiliation", "house")
                .build());
    assertThat(read(alone).names()).containsExactly("Holm Ada");
    assertThat(read(alone).report().missing()).containsEntry("list of all speakers", 1L);
  }

  @Test
  void listsOfOtherCorporaAreLeftOut() throws IOException {
    file(folder, "Lake-listPerson.xml", PERSONS);
    file(folder, "Weir_1.xml", debate("2021-03-01", ""));

    assertThat(read(folder).names()).containsExactly("Holm Ada");
  }

  @Test
  void includedFilesAreReadWithinTheFolderThatWasGiven() throws IOException {
    file(folder, "outside.xml", PERSONS);
    file(folder, "in/people.xml", PERSONS);
    Files.createSymbolicLink(folder.resolve("in/link.xml"), folder.resolve("outside.xml"));
    Files.createSymbolicLink(folder.resolve("in/up"), folder);
    for (String href :
        List.of(
            "../people.xml",
            "../../outside.xml",
            folder.resolve("outside.xml").toString(),
            folder.resolve("outside.xml").toUri().toString(),
            "../link.xml",
            "../up/outside.xml",
            "http://a.example/people.xml",
            "\u0000",
            "../gone.xml",
            "..",
            "")) {
      Path document =
          file(
              folder,
              "in/1/debate.xml",
              debate(
                      "2021-03-01",
                      "<xi:include href=\"%s\"/>".formatted(href.replace("\u0000", "&#9;")))
                  .replace("<TEI ", "<TEI xmlns:xi=\"http://www.w3.org/2001/XInclude\" "));

      assertThat(read(folder.resolve("in")).names())
          .as(href)
          .containsExactly(href.equals("../people.xml") ? "Ada Holm" : "Holm Ada");
      Files.delete(document);
    }
  }

  @Test
  void aListThatCannotBeReadIsReportedOnceAndCostsNoDocument() throws IOException {
    Path list =
        file(
            folder,
            "Weir-listPerson.xml",
            PERSONS.replace("<person xml:id=\"nobody\">", "<person <"));
    file(folder, "Weir_1.xml", debate("2021-03-01", ""));
    file(folder, "Weir_2.xml", debate("2021-03-02", ""));
    file(folder, "other.xml", debate("2021-03-03", ""));

    Read read = read(folder);

    assertThat(read.names()).containsExactly("Ada Holm", "Ada Holm", "Holm Ada");
    assertThat(read.failures())
        .containsExactly(list + ":13: is not valid XML; what follows was not read");
  }

  @Test
  void entitiesOfAListAreNotRead() throws IOException {
    file(folder, "secret.txt", "Secret");
    file(
        folder,
        "Weir-listPerson.xml",
        "<!DOCTYPE x [<!ENTITY e SYSTEM \"secret.txt\">]>"
            + PERSONS.substring(PERSONS.indexOf('\n') + 1).replace("Holm</", "Holm&e;</"));
    file(folder, "Weir_1.xml", debate("2021-03-01", ""));

    assertThat(read(folder).names().getFirst()).startsWith("Ada Holm").doesNotContain("Secret");
  }

  @Test
  void aListIsOfBoundedLength() throws IOException {
    String person = "<person xml:id=\"p%d\"><persName>" + "N".repeat(1000) + "</persName></person>";
    StringBuilder persons = new StringBuilder("<listPerson>");
    for (int i = 0; i < 20; i++) {
      persons.append(person.formatted(i));
    }
    Path list = file(folder, "listPerson.xml", persons + "</listPerson>");
    Path document = file(folder, "Weir.xml", debate("2021-03-01", ""));
    TeiLists lists = new TeiLists(new RecordLimits(10_000, 10_000), ReadOptions.DEFAULT);
    TeiLists.Near near = new TeiLists.Near(lists, Origin.file(document).place().orElseThrow());

    assertThat(near.of(new XmlElement("TEI", 1)).has("p0")).isTrue();

    assertThat(near.nextFailure().failure().orElseThrow())
        .hasMessageContaining(list + ":1: a list of persons must not be longer than 10000 bytes");
    assertThat(near.nextFailure()).isNull();
  }

  @Test
  void anotherFileUnderTheNameOfAListIsNone() throws IOException {
    file(folder, "Weir-listPerson.xml", debate("2021-03-02", ""));
    file(folder, "Weir_1.xml", debate("2021-03-01", ""));

    Read read = read(folder);

    assertThat(read.names()).containsExactly("Holm Ada", "Holm Ada");
    assertThat(read.failures()).isEmpty();
  }
}
