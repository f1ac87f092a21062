package onrecord.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import onrecord.query.Citation;
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
          "1.2");
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
        "[\"PERSON\"] | [] | filter on facet SPEAKER_TYPE must have at least one value",
        "[\"PERSON\"] | [\"LOUD\"] | value of facet SPEAKER_TYPE must be one of",
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
}
