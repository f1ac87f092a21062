package onrecord.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuerySyntaxTest {

  @Test
  void parsesAQueryWithManyParts() {
    assertThat(
            Query.parse(
                "speaker:\"Ilse Varga\" \"old bridge\"~3 published:[2020-11 TO 2020-12]"
                    + " -outlet:echo"))
        .isEqualTo(
            new Query.And(
                List.of(
                    Query.speaker("Ilse Varga"),
                    Query.phrase("old bridge", 3),
                    Query.published(DateRange.parse("2020-11..2020-12")),
                    Query.words("echo").in(Target.OUTLET).not())));
  }

  @Test
  void adjacentWordsFormOneQuery() {
    assertThat(Query.parse("old bridge")).isEqualTo(Query.words("old bridge"));
    assertThat(Query.parse("old -new bridge toll"))
        .isEqualTo(
            new Query.And(
                List.of(Query.words("old"), Query.words("new").not(), Query.words("bridge toll"))));
    assertThat(Query.parse("old AND bridge"))
        .isEqualTo(Query.words("old").and(Query.words("bridge")));
    assertThat(Query.parse("title:old bridge"))
        .isEqualTo(Query.words("old").in(Target.TITLE).and(Query.words("bridge")));
  }

  @Test
  void andBindsBeforeOr() {
    Query a = Query.words("a");
    Query b = Query.words("b");
    Query c = Query.words("c");

    assertThat(Query.parse("a AND b OR c")).isEqualTo(a.and(b).or(c));
    assertThat(Query.parse("a AND (b OR c)")).isEqualTo(a.and(b.or(c)));
    assertThat(Query.parse("NOT a")).isEqualTo(a.not());
    assertThat(Query.parse("+a -b")).isEqualTo(a.and(b.not()));
  }

  @ParameterizedTest
  @CsvSource({
    "published:2020,2020",
    "published:[2020-11 TO *],2020-11..",
    "published:[* TO 2020-11-22],..2020-11-22",
    "published:{2020 TO 2021-03-01},2021-01-01..2021-02-28",
    "published>=2020-11,2020-11..",
    "published>2020-11,2020-12-01..",
    "published<2020-03,..2020-02-29",
    "published:\"2020-11\",2020-11"
  })
  void parsesDatesAndRanges(String query, String range) {
    assertThat(Query.parse(query)).isEqualTo(Query.published(DateRange.parse(range)));
    assertThat(Query.parse(query.replace("published", "said")))
        .isEqualTo(Query.said(DateRange.parse(range)));
  }

  @ParameterizedTest
  @CsvSource({
    "commit:7, commit:[7 TO 7]",
    "commit:{3 TO 7}, commit:[4 TO 6]",
    "commit:[* TO 5], commit:[1 TO 5]",
    "commit:{* TO 5], commit:[1 TO 5]",
    "commit:[3 TO *}, commit:[3 TO *]",
    "commit:{2147483646 TO *], commit:[2147483647 TO *]",
    "commit:[2000000000 TO 2147483646], commit:[2000000000 TO 2147483646]",
  })
  void rangeOfCommitsIsWrittenAsItIsParsed(String query, String written) {
    Query parsed = Query.parse(query);

    assertThat(parsed).hasToString(written);
    assertThat(Query.parse(written)).isEqualTo(parsed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "x", "2147483648", "9999999999", "99999999999"})
  void numberOfACommitIsLimited(String number) {
    String message = "1 to 2147483647, was expected, but was '" + number + "'";

    assertThatThrownBy(() -> Query.parse("commit:\"" + number + "\""))
        .hasMessageContaining(message);
    assertThatThrownBy(() -> Query.parse("commit:[" + number + " TO *]"))
        .isInstanceOf(QuerySyntaxException.class)
        .hasMessageContaining(message);
  }

  @Test
  void commitAfterTheLastPossibleOneIsRefused() {
    assertThatThrownBy(() -> Query.parse("commit:{2147483647 TO *]"))
        .isInstanceOf(QuerySyntaxException.class)
        .hasMessageContaining("was expected, but was '2147483647'");
  }

  @Test
  void backslashEscapesACharacter() {
    assertThat(Query.parse("br\\*dge")).isEqualTo(Query.words("br*dge"));
    assertThat(Query.parse("7\\:30")).isEqualTo(Query.words("7:30"));
    assertThat(Query.parse("\\OR")).isEqualTo(Query.words("OR"));
    assertThat(Query.parse("cue:(a\\: b)")).isEqualTo(Query.words("a: b").in(Target.CUE));
    assertThat(Query.parse("outlet:\"The \\\"Echo\\\"\"")).isEqualTo(Query.outlet("The \"Echo\""));
    assertThat(Query.parse("a\\*b*")).isEqualTo(Query.wildcard("a\\*b*"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`` | 1 | a word was expected, but the query is empty",
        "bridge AND | 11 | a word, a text in quotation marks or an opening bracket was expected,"
            + " but the query ends",
        "OR bridge | 1 | but found 'OR'",
        "old \"bridge | 5 | a closing quotation mark was expected",
        "old (bridge | 5 | a closing bracket ) was expected",
        "old bridge) | 11 | an opening bracket ( was expected",
        "old /bridge | 5 | a closing / was expected",
        "bridge\\ | 7 | a character was expected after the backslash",
        "published:[2020 TO 2021 | 11 | a closing ] or } was expected",
        "published:[2020 2021] | 17 | but found '2021'",
        "old bridge^2 | 11 | cannot be given a weight",
        "old speker:varga | 5 | the nearest is 'speaker'",
        "title.exakt:bridge | 1 | the nearest is",
        "published:yesterday | 11 | date must be of the form 2020, 2020-11 or 2020-11-22",
        "published:2020-13 | 11 | date '2020-13' is not in the calendar",
        "published:[2021 TO 2020] | 12 | but was [2021 TO 2020]",
        "published:{2016 TO 2016} | 12 | but was {2016 TO 2016}",
        "old published:[2016-12 TO 2016-02-30] | 27 | is not in the calendar",
        "published:[* TO 2020-13] | 17 | date '2020-13' is not in the calendar",
        "xyz:xyz | 1 | field 'xyz' is not known",
        "old SPEEKER:xyz | 5 | the nearest is 'speaker'",
        "bridge~3 | 1 | but was 3",
        "old \"a b\"~99999999999 | 11 | a whole number of up to nine digits was expected",
        "old \"a b\"~2.5 | 11 | a whole number of up to nine digits was expected",
        "(a b)@99999999999 | 7 | a whole number of up to nine digits was expected",
        "bridge~0.8 | 1 | but was 0.8",
        "published:[* TO *] | 12 | must have a first or a last date",
        "old confidence:[much TO *] | 17 | a number from 0 to 1",
        "confidence:[2 TO *] | 13 | confidence must be 0 to 1",
        "confidence:[0 TO 0.5] | 13 | a minimum confidence was expected",
        "kind:loud | 6 | must be one of [DIRECT, MIXED, INDIRECT]",
        "old ... bridge~3 | 9 | 1 or 2 was expected",
        "old \"...\" | 6 | phrase of a query must contain a letter or a digit",
        "near:bridge | 6 | in quotation marks, followed by ~ and a number",
        "near:\"old bridge\" | 7 | in quotation marks, followed by ~ and a number",
        "old [a TO b] | 6 | words were expected; ranges are for published, said, added, commit, confidence and own fields",
        "article:a* | 9 | a name was expected",
        "in_article:(kind:indirect) | 17 | no other field was expected in brackets",
        "a title: (b OR (c published>=2020)) | 28 | no other field was expected in brackets",
        "in_article:(bridge) | 13 | a query in quotation marks was expected",
        "in_article:bridge | 12 | a query in quotation marks was expected",
        "in_article:\"old \\\"new\\\" speker:a\" | 25 | the nearest is 'speaker'",
        "(old title:bridge)@1 | 19 | @1 was expected after words in brackets",
        "(old bridge)@2 | 13 | was @2",
        "/(a/ | 2 | a regular expression was expected",
        "old fn:ordered(a b) | 5 | words near one another are written near:"
      })
  void errorStatesItsPositionAndWhatWasExpected(String query, int character, String message) {
    assertThatThrownBy(() -> Query.parse(query))
        .isInstanceOf(QuerySyntaxException.class)
        .hasMessageStartingWith("query cannot be parsed at character " + character + ": ")
        .hasMessageContaining(message)
        .extracting(e -> ((QuerySyntaxException) e).position())
        .isEqualTo(character - 1);
  }

  @Test
  void fieldNamesAreCaseInsensitive() {
    assertThat(Query.parse("Speaker:putin")).isEqualTo(Query.speakerWords("putin"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u201clegal way\u201d",
        "\u201elegal way\u201c",
        "\u00ablegal way\u00bb",
        "\u201dlegal way\u201d"
      })
  void curlyQuotationMarksQuoteAsStraightOnesDo(String query) {
    assertThat(Query.parse(query + "~3 old")).isEqualTo(Query.parse("\"legal way\"~3 old"));
    assertThat(Query.parse("outlet:" + query)).isEqualTo(Query.outlet("legal way"));
  }

  @Test
  void keepsCurlyMarksWithinStraightOnesAndAfterABackslash() {
    assertThat(Query.parse("outlet:\"The \u201cEcho\u201d\""))
        .isEqualTo(Query.outlet("The \u201cEcho\u201d"));
    assertThat(Query.parse("/a\u201cb[\u201d]?/")).isEqualTo(Query.regex("a\u201cb[\u201d]?"));
    assertThat(Query.parse("\\\u201cbridge")).isEqualTo(Query.words("\u201cbridge"));
    assertThatThrownBy(() -> Query.parse("old \u201cbridge"))
        .isInstanceOf(QuerySyntaxException.class)
        .hasMessageContaining("character 5: a closing quotation mark was expected");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"legal way\u201d",
        "\u201clegal way\"",
        "\"legal way\u00bb",
        "\u201elegal way\"",
        "\"legal way\u201c"
      })
  void straightAndCurlyMarksCanBeMixed(String query) {
    assertThat(Query.parse(query)).isEqualTo(Query.phrase("legal way"));
    assertThat(Query.parse(query + " " + query))
        .isEqualTo(Query.phrase("legal way").and(Query.phrase("legal way")));
    assertThat(Query.parse("outlet:" + query + " old"))
        .isEqualTo(Query.outlet("legal way").and(Query.words("old")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9/11",
        "24/7",
        "and/or",
        "a/b/c",
        "Help!",
        "jack@mail.example",
        "@jack",
        "AC/DC!"
      })
  void markInsideAWordIsPartOfIt(String word) {
    assertThat(Query.parse(word)).isEqualTo(Query.words(word));
    assertThat(Query.parse("old -" + word + " bridge"))
        .isEqualTo(
            new Query.And(
                List.of(Query.words("old"), Query.words(word).not(), Query.words("bridge"))));
    assertThat(Query.parse("title:" + word)).isEqualTo(Query.words(word).in(Target.TITLE));
  }

  @Test
  void exclamationMarkBeforeAWordExcludesIt() {
    assertThat(Query.parse("old !bridge"))
        .isEqualTo(Query.words("old").and(Query.words("bridge").not()));
    assertThat(Query.parse("Help! now")).isEqualTo(Query.words("Help! now"));
  }

  @Test
  void regularExpressionEndsWithItsSlash() {
    assertThat(Query.parse("(/ab/ OR /cd/) e"))
        .isEqualTo(Query.regex("ab").or(Query.regex("cd")).and(Query.words("e")));
    assertThatThrownBy(() -> Query.parse("old /r/bridge"))
        .isInstanceOf(QuerySyntaxException.class)
        .hasMessageContaining("character 8: a space was expected after a regular expression");
  }

  @ParameterizedTest
  @CsvSource({
    "published:2024/01/05, 2024-01-05",
    "published:2024/1/5, 2024-01-05",
    "published:2024/11, 2024-11",
    "published:[2024/01/05 TO 2024/2], 2024-01-05..2024-02",
    "published>=2024/01/05, 2024-01-05.."
  })
  void datesCanBeWrittenWithSlashes(String query, String range) {
    assertThat(Query.parse(query)).isEqualTo(Query.published(DateRange.parse(range)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"published:05/01/2024", "published:2024/13/01", "published:20240105", "said:1/2"})
  void otherDatesAreErrors(String query) {
    assertThatThrownBy(() -> Query.parse(query))
        .isInstanceOf(QuerySyntaxException.class)
        .hasMessageContaining("date ")
        .extracting(e -> ((QuerySyntaxException) e).position())
        .isEqualTo(query.indexOf(':') + 1);
  }

  @Test
  void errorForAnUnknownFieldListsAllFields() {
    QuerySyntaxException error =
        catchThrowableOfType(QuerySyntaxException.class, () -> Query.parse("colour:red"));

    assertThat(error)
        .hasMessageContaining("quote, sentence, title, text, speaker, about,")
        .hasMessageContaining("in_article");
  }

  @ParameterizedTest
  @ValueSource(ints = {51, 100_000})
  void rejectsDeeplyNestedBrackets(int depth) {
    String query = "(".repeat(depth) + "a" + ")".repeat(depth);

    assertThatThrownBy(() -> Query.parse(query))
        .isInstanceOf(QuerySyntaxException.class)
        .hasMessageContaining("at most 50 open brackets");
  }

  @Test
  void rejectsALongRegularExpression() {
    assertThatThrownBy(() -> Query.parse("/" + "(".repeat(100_000) + "/"))
        .isInstanceOf(QuerySyntaxException.class)
        .hasMessageContaining("at most 1000 characters");
  }

  @Test
  void parsesLongQueriesAndRejectsOverlongOnes() {
    assertThat(Query.parse("word ".repeat(100_000)))
        .isEqualTo(Query.words("word ".repeat(100_000).strip()));
    assertThatThrownBy(() -> Query.parse("word ".repeat(200_001)))
        .isInstanceOf(QuerySyntaxException.class)
        .hasMessageContaining("at most 1000000 characters");
  }

  @Test
  void equalWildcardsHaveTheSameTextForm() {
    assertThat(Query.wildcard("\\a\\*b*")).isEqualTo(Query.wildcard("a\\*b*"));
    assertThat(Query.wildcard("\\\\a*")).isNotEqualTo(Query.wildcard("a*"));
    assertThat(Query.prefix("a*")).isEqualTo(Query.wildcard("a\\**"));
    assertThatThrownBy(() -> Query.wildcard("bridge")).hasMessageContaining("must contain * or ?");
    assertThatThrownBy(() -> Query.wildcard("a*\\")).hasMessageContaining("lone backslash");
  }

  @Test
  void writesQueriesAsAPersonWould() {
    assertThat(
            Query.words("old bridge")
                .and(Query.speaker("Ilse Varga"))
                .and(Query.phrase("toll road", 2).in(Target.TITLE).not()))
        .hasToString("(old bridge) AND speaker:\"Ilse Varga\" AND NOT title:\"toll road\"~2");
    assertThat(Query.anyWord("bridge ferry").exact()).hasToString("exact:(bridge ferry)@1");
    assertThat(new Query.Named(Facet.PUBLISHED, Facet.UNKNOWN))
        .hasToString("published:\"(unknown)\"");
    assertThat(new Query.SaidIn(new DateRange(Optional.empty(), DateRange.parse("2020").to())))
        .hasToString("said:[* TO 2020]");
  }
}
