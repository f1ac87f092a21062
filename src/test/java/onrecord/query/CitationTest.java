package onrecord.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CitationTest {

  @ParameterizedTest
  @ValueSource(strings = {"a#0", "\u00e9 b#1", "a\\\nb\r#2", ""})
  void quotationOfACitationIsWrittenAndParsed(String id) {
    CitedQuotation quotation = new CitedQuotation(id, "0123456789abcdef".repeat(4));

    assertThat(quotation.toString().lines()).hasSize(1);
    assertThat(CitedQuotation.parse(quotation.toString())).isEqualTo(quotation);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "0123456789ABCDEF"})
  void contentOfAQuotationHasItsDigits(String content) {
    assertThatThrownBy(() -> new CitedQuotation("a", content))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "content of a quotation must be 64 hexadecimal digits in lower case, but was '"
                + content
                + "'");
  }

  private static final Citation CITATION =
      new Citation(
          new Selection(
              Query.words("old mill"),
              Map.of(
                  Facet.OUTLET,
                  Set.of("The\nPost\\n", "a=b\r"),
                  Facet.SPEAKER,
                  Set.of("Ada Holm", "(unknown)")),
              Selection.ALL_KINDS,
              false),
          12,
          7,
          "c0ffee00".repeat(8),
          "beef".repeat(16),
          "abcd".repeat(8),
          3,
          "1.2",
          Optional.empty());

  @Test
  void parsesItsOwnTextForm() {
    assertThat(Citation.parse(CITATION.toString())).isEqualTo(CITATION);
    assertThat(Citation.parse(CITATION.toString().replace("\n", "\r\n"))).isEqualTo(CITATION);
    assertThat(CITATION.toString().lines()).hasSize(14);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          query: old mill   | quary: x             | line 1 of a citation must be 'query: ...', but was 'quary: x'
          query: old mill   | query: (a            | line 1 of a citation, query: query cannot be parsed at character
          quotations: 12    | quotations: many     | line 8 of a citation, quotations: must be a whole number of at most 9223372036854775807, but was 'many'
          quotations: 12    | quotations: -1       | line 8 of a citation, quotations: must be a whole number of at most 9223372036854775807, but was '-1'
          articles: 7       | articles: 9223372036854775808 | line 9 of a citation, articles: must be a whole number of at most 9223372036854775807, but was '9223372036854775808'
          format: 3         | format: 9999999999   | line 13 of a citation, format: must be a whole number of at most 2147483647, but was '9999999999'
          format: 3         | format: 0            | format of a citation must be 1 or more, but was 0
          MIXED, INDIRECT   | LOUD                 | line 6 of a citation, kinds: must be kinds of quotations, separated by a comma and a blank, of DIRECT, MIXED, INDIRECT, but was 'DIRECT, LOUD'
          distinct: false   | distinct: no         | line 7 of a citation, distinct: must be true or false, but was 'no'
          extractor: 1.2    | ''                   | a citation must have a line 'extractor: ...', but ends before it
          extractor: 1.2    | extractor: \\x       | line 14 of a citation, extractor: a backslash must be followed by n, r, u with four hexadecimal digits, or another one, but was by 'x'
          extractor: 1.2    | extractor: \\u12     | but was by 'u'
          speaker=Ada Holm  | colour=red           | of a citation, filter: must be facet=value with the name of a facet, but was 'colour=red'
          speaker=Ada Holm  | kind=LOUD            | of a citation, filter: value of facet kind must be one of [DIRECT, MIXED, INDIRECT], but was LOUD
          checksum: c0ffee  | checksum: C0FFEE     | checksum of a citation must be 64 hexadecimal digits in lower case, but was 'C0FFEE00c0ffee00
          content: beef     | content: 1           | content of a citation must be 64 hexadecimal digits in lower case, but was '1beef
          snapshot: abcd    | snapshot: abcde      | snapshot of a citation must be 32 hexadecimal digits in lower case, but was 'abcdeabcd
          """)
  void rejectsInvalidLinesAndStatesWhatIsWrong(String part, String wrong, String message) {
    String text = CITATION.toString().replace(part, wrong);

    assertThatThrownBy(() -> Citation.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void rejectsTextAfterTheLastLine() {
    assertThatThrownBy(() -> Citation.parse(CITATION + "more"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "line 15 of a citation was not expected, since a citation ends with its extractor, but"
                + " was 'more'");
  }

  @Test
  void ignoresEmptyLines() {
    String spaced = "\n" + CITATION.toString().replace("\n", "\n \n");

    assertThat(Citation.parse(spaced)).isEqualTo(CITATION);
    assertThatThrownBy(() -> Citation.parse(spaced.replace("distinct: false", "distinct: 1")))
        .hasMessageStartingWith("line 14 of a citation, distinct: must be true or false");
  }

  @Test
  void escapesUnpairedSurrogates() {
    Citation citation =
        new Citation(
            new Selection(
                CITATION.selection().query(),
                Map.of(Facet.OUTLET, Set.of("\ud83d\ude00\ud83d")),
                Selection.QUOTED,
                true),
            1,
            1,
            CITATION.checksum(),
            CITATION.content(),
            CITATION.snapshot(),
            1,
            "1",
            Optional.empty());

    assertThat(citation.toString()).contains("filter: outlet=\ud83d\ude00\\ud83d\n");
    assertThat(Citation.parse(citation.toString())).isEqualTo(citation);
  }

  private static final CitedArchive ARCHIVE =
      new CitedArchive(
          LocalDate.of(2024, 5, 31),
          "0.2.0",
          "a=b\nc",
          Optional.of("paper-1"),
          120,
          1,
          new TreeMap<>(
              Map.of("7", 100L, "7+apostrophe-pairs+0f1e2d3c4b5a6978", 15L, "given", 5L)));

  @Test
  void statesTheArchive() {
    Citation citation = CITATION.from(ARCHIVE);

    assertThat(Citation.parse(citation.toString())).isEqualTo(citation);
    assertThat(citation.toString())
        .startsWith(CITATION.toString())
        .endsWith(
            "\nday: 2024-05-31\nversion: 0.2.0\narchive: a=b\\nc\narchive state: paper-1\narchive articles: 120\n"
                + "archive quotations: 1\narchive extractor: 7=100\n"
                + "archive extractor: 7+apostrophe-pairs+0f1e2d3c4b5a6978=15\n"
                + "archive extractor: given=5\n");
    assertThat(ARCHIVE.speakerLists()).containsExactly("0f1e2d3c4b5a6978");
  }

  @Test
  void footnoteIsOneLineWithAnIdOfTheWholeText() {
    String text = CITATION.from(ARCHIVE).toString();
    String id =
        Hashing.sha256().hashString(text, StandardCharsets.UTF_8).toString().substring(0, 12);

    assertThat(CITATION.from(ARCHIVE).footnote())
        .isEqualTo(
            "old mill, speaker=(unknown), speaker=Ada Holm, outlet=The\\nPost\\\\n, outlet=a=b\\r"
                + " (DIRECT, MIXED, INDIRECT): 12 quotations in 7 articles; archive \"a=b\\nc\" at \"paper-1\" (120"
                + " articles, 1 quotation), Onrecord 0.2.0, 2024-05-31 ["
                + id
                + "]");
    assertThat(CITATION.footnote()).endsWith("12 quotations in 7 articles [" + CITATION.id() + "]");
  }

  @Test
  void answerIsCitedWithItsCommand() {
    AnswerCitation citation =
        new AnswerCitation(
            List.of("words", "--query=it's \\", "a\nb"),
            AnswerCitation.checksum("{}"),
            CITATION.snapshot(),
            4,
            ARCHIVE);

    assertThat(AnswerCitation.parse(citation.toString())).isEqualTo(citation);
    assertThat(AnswerCitation.parse(citation.toString().replace("\n", "\r\n\n")))
        .isEqualTo(citation);
    assertThat(citation.toString())
        .startsWith("command: words '--query=it'\\''s \\' 'a'$'\\n''b'\nchecksum: ");
    // $ echo '{}' | sha256sum
    assertThat(citation.checksum())
        .isEqualTo("ca3d163bab055381827226140568f3bef7eaac187cebd76878e0b63e9e442356");
    assertThat(citation.footnote()).doesNotContain("\n").endsWith("[" + citation.id() + "]");
    assertThat(new AnswerCheck(citation, citation).differences()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          command: words     | command:            | line 1 of a citation must be 'command: ...', but was 'command:'
          command: words     | command: 'words     | line 1 of a citation, command: a command must have an even number of single quotation marks
          snapshot: abcd     | snapshot: ABCD      | snapshot of a citation must be 32 hexadecimal digits in lower case, but was 'ABCD
          format: 4          | format: 0           | format of a citation must be 1 or more, but was 0
          day: 2024-05-31    | day: 2024-05-32     | line 5 of a citation, day: must be a day such as 2024-05-31, but was '2024-05-32'
          version: 0.2.0     | versions: 1         | line 6 of a citation must be 'version: ...', but was 'versions: 1'
          articles: 120      | articles: -1        | line 9 of a citation, archive articles: must be a whole number of at most
          given=5            | given               | line 13 of a citation, archive extractor: must be a version and a number of articles such as 7=120, but was 'given'
          given=5            | given=x             | line 13 of a citation, archive extractor: must be a whole number of at most
          `extractor: given` | `given`             | line 13 of a citation was not expected, since a citation ends with its archive, but was 'archive given=5'
          """)
  void rejectsInvalidCitationsOfAnswers(String part, String wrong, String message) {
    AnswerCitation citation =
        new AnswerCitation(
            List.of("words"), AnswerCitation.checksum(""), CITATION.snapshot(), 4, ARCHIVE);
    String text = citation.toString().replace(part, wrong);

    assertThat(text).isNotEqualTo(citation.toString());
    assertThatThrownBy(() -> AnswerCitation.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void archiveHasNoNegativeNumbers() {
    assertThatThrownBy(() ->
            new CitedArchive(LocalDate.EPOCH, "", "", Optional.empty(), -1, 0, new TreeMap<>()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("articles of a cited archive must be 0 or more, but was -1");
  }
}
