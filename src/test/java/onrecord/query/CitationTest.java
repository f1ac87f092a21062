package onrecord.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CitationTest {

  private static final Citation CITATION =
      new Citation(
          Query.words("old mill"),
          Map.of(
              Facet.OUTLET,
              Set.of("The\nPost\\n", "a=b\r"),
              Facet.SPEAKER,
              Set.of("Ada Holm", "(unknown)")),
          true,
          12,
          7,
          "c0ffee",
          "abc",
          3,
          "1.2");

  @Test
  void comesBackFromItsText() {
    assertThat(Citation.parse(CITATION.toString())).isEqualTo(CITATION);
    assertThat(Citation.parse(CITATION.toString().replace("\n", "\r\n"))).isEqualTo(CITATION);
    assertThat(CITATION.toString().lines()).hasSize(12);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          query: old mill   | quary: x             | a citation must have a line 'query: ...' here, but there was 'quary: x'
          quotations: 12    | quotations: many     | quotations of a citation must be a number, but was 'many'
          indirect: true    | indirect: yes        | indirect of a citation must be true or false, but was 'yes'
          extractor: 1.2    | ''                   | a citation must have a line 'extractor: ...' here, but it ends
          extractor: 1.2    | extractor: \\x       | a backslash in a citation must be followed by n, r or another one, but was in '\\x'
          speaker=Ada Holm  | colour=red           | filter of a citation must be facet=value with the name of a facet, but was 'colour=red'
          """)
  void tellsWhatIsWrong(String part, String wrong, String message) {
    String text = CITATION.toString().replace(part, wrong);

    assertThatThrownBy(() -> Citation.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void endsWithItsLastLine() {
    assertThatThrownBy(() -> Citation.parse(CITATION + "more"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("'more'");
  }
}
