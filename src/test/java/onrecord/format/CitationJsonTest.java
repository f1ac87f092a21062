package onrecord.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import onrecord.query.AnswerCitation;
import onrecord.query.Citation;
import onrecord.query.CitedArchive;
import onrecord.query.Facet;
import onrecord.query.Query;
import onrecord.query.Selection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CitationJsonTest {

  private static final Citation CITATION =
      new Citation(
          new Selection(
              Query.speaker("Ada Holm"),
              Map.of(Facet.SPEAKER_TYPE, Set.of("PERSON")),
              Selection.QUOTED,
              true),
          12,
          7,
          "c0ffee00".repeat(8),
          "beef".repeat(16),
          "abcd".repeat(8),
          2,
          "1.2",
          Optional.empty());
  private static final String JSON = CitationJson.write(CITATION);

  @Test
  void formIsThatOfTheJavadoc() {
    assertThat(JSON)
        .isEqualTo(
            "{\"query\":{\"type\":\"named\",\"facet\":\"speaker\",\"name\":\"Ada Holm\"},"
                + "\"filters\":{\"speaker_type\":[\"PERSON\"]},\"kinds\":[\"DIRECT\",\"MIXED\"],\"distinct\":true,"
                + "\"quotations\":12,\"articles\":7,\"checksum\":\""
                + "c0ffee00".repeat(8)
                + "\",\"content\":\""
                + "beef".repeat(16)
                + "\",\"snapshot\":\""
                + "abcd".repeat(8)
                + "\",\"format\":2,\"extractor\":\"1.2\"}");
    assertThat(CitationJson.read(JSON)).isEqualTo(CITATION);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"query\":{ | \"quarry\":{ | \"query\" of a citation in JSON must be an object, but is missing",
        "\"type\":\"named\" | \"type\":\"name\" | \"type\" of a query in JSON must be one of all,",
        "\"facet\":\"speaker\", | \"in\":\"quote\",\"facet\":\"speaker\", | query in JSON of the type 'named' has no \"in\"",
        "\"speaker_type\":[ | \"colour\":[ | filter in JSON has no \"colour\"",
        "[\"PERSON\"] | \"PERSON\" | \"speaker_type\" of a filter in JSON must be a list of strings, but was PERSON",
        "[\"PERSON\"] | [null] | \"speaker_type\" of a filter in JSON must be a list of strings, but was [null]",
        "[\"PERSON\"] | [] | filter on facet speaker_type must have at least one value",
        "[\"PERSON\"] | [\"LOUD\"] | value of facet speaker_type must be one of",
        "[\"DIRECT\", | [\"LOUD\", | \"kinds\" of a citation in JSON must be kinds of [DIRECT, MIXED, INDIRECT], but was",
        "\"kinds\" | \"sorts\" | \"kinds\" of a citation in JSON must be a list of kinds, but is missing",
        "true | \"no\" | \"distinct\" of a citation in JSON must be true or false, but was no",
        "12 | 1.5 | \"quotations\" of a citation in JSON must be a whole number of at most 9223372036854775807, but was 1.5",
        "12 | -12 | quotations of a citation must be 0 or more, but was -12",
        "\"articles\":7 | \"articles\":9223372036854775808 | must be a whole number of at most 9223372036854775807, but was 9.22",
        "\"format\":2 | \"format\":9999999999 | \"format\" of a citation in JSON must be a whole number of at most 2147483647, but was 9999999999",
        "\"format\":2 | \"format\":2,\"place\":1 | citation in JSON has no \"place\"",
        "c0ffee00 | c0ffee | checksum of a citation must be 64 hexadecimal digits in lower case",
        "\"extractor\":\"1.2\" | \"extractor\":1 | \"extractor\" of a citation in JSON must be a string, but was 1",
        "} | }] | citation cannot be read as JSON at line 1, column"
      })
  void refusesWhatIsNoCitation(String part, String wrong, String message) {
    String json = JSON.replace(part, wrong);

    assertThat(json).isNotEqualTo(JSON);
    assertThatThrownBy(() -> CitationJson.read(json))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  private static final CitedArchive ARCHIVE =
      new CitedArchive(
          LocalDate.of(2024, 5, 31),
          "0.2.0",
          "courier",
          Optional.of("paper"),
          120,
          904,
          new TreeMap<>(Map.of("7+0f1e2d3c4b5a6978", 100L, "given", 20L)));
  private static final String ARCHIVE_JSON =
      "\"archive\":{\"day\":\"2024-05-31\",\"version\":\"0.2.0\",\"name\":\"courier\",\"state\":\"paper\",\"articles\":120,"
          + "\"quotations\":904,\"extractors\":{\"7+0f1e2d3c4b5a6978\":100,\"given\":20},"
          + "\"speakerLists\":[\"0f1e2d3c4b5a6978\"]}}";

  @Test
  void statesTheArchive() {
    Citation citation = CITATION.from(ARCHIVE);
    AnswerCitation answer =
        new AnswerCitation(
            List.of("words", "--by=x"), "c0ffee00".repeat(8), "abcd".repeat(8), 4, ARCHIVE);

    assertThat(CitationJson.write(citation))
        .isEqualTo(JSON.substring(0, JSON.length() - 1) + "," + ARCHIVE_JSON);
    assertThat(CitationJson.read(CitationJson.write(citation))).isEqualTo(citation);
    assertThat(CitationJson.write(answer))
        .isEqualTo(
            "{\"command\":[\"words\",\"--by=x\"],\"checksum\":\""
                + "c0ffee00".repeat(8)
                + "\",\"snapshot\":\""
                + "abcd".repeat(8)
                + "\",\"format\":4,"
                + ARCHIVE_JSON);
    assertThat(CitationJson.readAnswer(CitationJson.write(answer))).isEqualTo(answer);
    assertThat(CitationJson.isOfAnswer(CitationJson.write(answer))).isTrue();
    assertThat(CitationJson.isOfAnswer(JSON)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "2024-05-31 | 2024-5-31 | \"day\" of a cited archive in JSON must be a day such as 2024-05-31, but was 2024-5-31",
        "\"day\" | \"date\" | \"day\" of a cited archive in JSON must be a string, but is missing",
        ":{\"7 | :[\"7 | citation cannot be read as JSON at line 1",
        "20} | \"20\"} | \"given\" of a list of extractors in JSON must be a whole number of at most",
        "[\"0f | [\"1f | \"speakerLists\" of a cited archive in JSON must be those that the extractors name, but was",
        "\"name\":\"courier\" | \"nom\":1,\"name\":\"courier\" | cited archive in JSON has no \"nom\"",
        "904 | -1 | quotations of a cited archive must be 0 or more, but was -1"
      })
  void refusesWhatIsNoArchive(String part, String wrong, String message) {
    String json = CitationJson.write(CITATION.from(ARCHIVE)).replace(part, wrong);

    assertThat(json).isNotEqualTo(CitationJson.write(CITATION.from(ARCHIVE)));
    assertThatThrownBy(() -> CitationJson.read(json))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
