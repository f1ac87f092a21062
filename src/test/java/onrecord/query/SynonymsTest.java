package onrecord.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import onrecord.model.KnownSpeaker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SynonymsTest {

  private static final Synonyms SYNONYMS =
      Synonyms.parse(
          """
          # Vehicles

          car, automobile , motor car
          PM => prime minister, premier
          us, United States
          """);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "car | car OR automobile OR \"motor car\"",
        "CAR | CAR OR automobile OR \"motor car\"",
        "the motor car tax | the AND ((motor car) OR car OR automobile) AND tax",
        "pm | pm OR \"prime minister\" OR premier",
        "prime minister | prime minister",
        "(car tax)@1 | (car tax)@1 OR automobile OR \"motor car\"",
        "\"a car\" | \"a car\" OR \"a automobile\" OR \"a motor car\"",
        "\"a pm\"~2 | \"a pm\"~2 OR \"a prime minister\"~2 OR \"a premier\"~2",
        "title:car | title:car OR title:automobile OR title:\"motor car\"",
        "-car | NOT (car OR automobile OR \"motor car\")",
        "toll OR in_article:\"pm\" | toll OR in_article:\"pm OR \\\"prime minister\\\" OR premier\"",
        "outlet:(us today) | outlet:(us today) OR outlet:(United States today)",
        "about:\"united states\" | about:\"united states\" OR about:\"us\"",
        "exact:car | exact:car",
        "case:car | case:car",
        "car* | car*",
        "near:\"car tax\"~3 | near:\"car tax\"~3",
        "published:2020 | published:2020"
      })
  void formsAreAddedToTheQuery(String query, String expanded) {
    assertThat(SYNONYMS.expand(Query.parse(query)).query().toString())
        .isEqualTo(Query.parse(expanded).toString());
  }

  @Test
  void whatWasAddedIsStated() {
    Synonyms.Expanded expanded = SYNONYMS.expand(Query.parse("car speaker:\"us\" -Car"));

    assertThat(expanded.uses())
        .containsExactly(
            new Synonyms.Use("car", List.of("automobile", "motor car")),
            new Synonyms.Use("us", List.of("United States")),
            new Synonyms.Use("Car", List.of("automobile", "motor car")));
    assertThat(SYNONYMS.expand(Query.words("toll")).uses()).isEmpty();
    assertThat(Synonyms.NONE.expand(Query.words("car")))
        .isEqualTo(new Synonyms.Expanded(Query.words("car"), List.of()));
  }

  @Test
  void aSpeakerIsFoundByEachKnownNameAndOnlyAsAName() {
    Synonyms synonyms =
        Synonyms.ofSpeakers(
            List.of(
                KnownSpeaker.builder("Ada Holm").aliases(List.of("A. Holm", "Holm")).build(),
                KnownSpeaker.builder("Bo Lind").build()));

    assertThat(synonyms.expand(Query.speaker("a. holm")).query())
        .isEqualTo(Query.parse("speaker:\"a. holm\" OR speaker:\"Ada Holm\" OR speaker:\"Holm\""));
    assertThat(synonyms.expand(Query.words("holm")).query()).isEqualTo(Query.words("holm"));
    assertThat(synonyms.and(SYNONYMS).expand(Query.parse("car speaker:\"holm\"")).uses())
        .hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"car", "car, Car =>", "=> car", "a => b => c", "car, -", "car => !"})
  void malformedLinesAreRejectedWithTheirNumber(String line) {
    assertThatThrownBy(() -> Synonyms.parse("a, b\n" + line))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("line 2 of the synonyms must be two or more forms");
  }

  @Test
  void aPhraseWithTooManyFormsIsRejected() {
    String many = IntStream.range(0, 20).mapToObj(i -> "w" + i).collect(Collectors.joining(", "));

    assertThatThrownBy(() -> Synonyms.parse(many).expand(Query.phrase("w1 w2 w3")))
        .isInstanceOf(SearchLimitException.class)
        .hasMessage(
            "a phrase must have at most 256 forms with its synonyms, but 'w1 w2 w3' has more");
  }
}
