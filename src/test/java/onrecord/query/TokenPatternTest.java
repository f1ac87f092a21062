package onrecord.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import onrecord.query.TokenTest.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenPatternTest {

  private static TokenPattern word(String value) {
    return new TokenPattern.Token(new TokenTest.Compared(Property.WORD, value));
  }

  @Test
  void everyRuleOfTheGrammarIsRead() {
    TokenTest stem = new TokenTest.Compared(Property.STEM, "go");
    TokenTest cased = new TokenTest.Compared(Property.CASE, "Went|Gone");
    TokenTest ton = new TokenTest.Compared(Property.WORD, ".*ing");

    assertThat(
            TokenPattern.parse(
                "'a' [word!=\"b\"]+ | ( [ (stem = 'go' | case='Went|Gone') & !(word='.*ing')] []{2,} )?"
                    + " []{ 3 } []{0,2} []{,5} 'c'*"))
        .isEqualTo(
            new TokenPattern.Either(
                List.of(
                    new TokenPattern.Sequence(
                        List.of(
                            word("a"),
                            new TokenPattern.Repeated(
                                new TokenPattern.Token(
                                    new TokenTest.Not(new TokenTest.Compared(Property.WORD, "b"))),
                                1,
                                OptionalInt.empty()))),
                    new TokenPattern.Sequence(
                        List.of(
                            new TokenPattern.Repeated(
                                new TokenPattern.Sequence(
                                    List.of(
                                        new TokenPattern.Token(
                                            new TokenTest.And(
                                                List.of(
                                                    new TokenTest.Or(List.of(stem, cased)),
                                                    new TokenTest.Not(ton)))),
                                        any(2, OptionalInt.empty()))),
                                0,
                                OptionalInt.of(1)),
                            any(3, OptionalInt.of(3)),
                            any(0, OptionalInt.of(2)),
                            any(0, OptionalInt.of(5)),
                            new TokenPattern.Repeated(word("c"), 0, OptionalInt.empty()))))));
  }

  private static TokenPattern any(int min, OptionalInt max) {
    return new TokenPattern.Repeated(new TokenPattern.Any(), min, max);
  }

  @Test
  void operatorsOfTestsBindAsInQueries() {
    assertThat(TokenPattern.parse("[word='a' & !stem='b' | case!='c']"))
        .isEqualTo(TokenPattern.parse("[(word='a' & (stem!='b')) | !case='c']"))
        .hasToString("[word='a' & stem!='b' | case!='c']");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "'don\\'t'; \"don't\"",
        "\"don't\"; \"don't\"",
        "'say\\\"so'; 'say\\\"so'",
        "'say\"so'; 'say\\\"so'",
        "\"a'\\\"\"; \"a'\\\"\"",
        "'U\\.S\\.?'; 'U\\.S\\.?'",
        "(('a'));'a'",
        "('a' 'b') 'c';('a' 'b') 'c'",
        "('a'*)+;('a'*)+",
        "'a'{1};'a'{1}",
        "'a'{1,};'a'+",
      })
  void patternIsWrittenInOneWay(String read, String written) {
    TokenPattern pattern = TokenPattern.parse(read);

    assertThat(pattern).hasToString(written);
    assertThat(TokenPattern.parse(written)).isEqualTo(pattern);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "``;0;a word in ' or \", [ or ( was expected, but the pattern ends",
        "old;0;a word in ' or \", [ or ( was expected, but found 'o'",
        "'a' |;5;a word in ' or \", [ or ( was expected, but the pattern ends",
        "'a' b;4;a word, |, or the end of the pattern was expected, but found 'b'",
        "'a;0;a closing ' was expected for this one",
        "'a\\';0;a closing ' was expected for this one",
        "'';1;a word or a regular expression of 1 to 1000 characters was expected",
        "'-';1;a word was expected, but '-' has no letter or digit",
        "'a(';1;a word or a regular expression was expected",
        "[lemma='go'];1;one of word, stem, case was expected, but was 'lemma'",
        "[='go'];1;one of word, stem, case was expected, but found '='",
        "[word 'go'];6;= was expected, but found '''",
        "[word=go];6;a value in ' or \" was expected, but found 'g'",
        "[word='a' & ];12;one of word, stem, case was expected, but found ']'",
        "[word='a';9;] was expected, but the pattern ends",
        "('a' 'b';8;) was expected, but the pattern ends",
        "'a' %c;4;no flag was expected; case and accents are ignored, unless [case=...] is written",
        "[word='a' %c];10;no flag was expected; case and accents are ignored",
        "[]{};3;a number, such as {2} or {0,3}, was expected, but found '}'",
        "[]{1 2};5;} was expected, but found '2'",
        "[]{2,1};2;a number of times such as {0,3} was expected, with a maximum of 1 or more",
        "'a'{0};3;a number of times such as {0,3} was expected, with a maximum of 1 or more",
        "[]{1000000000};3;a number of up to nine digits was expected",
        "[]{1001};2;at most 1000 words were expected, every repetition written out, but were 1001",
        "'b' ('a'{40}){999999999};13;at most 1000 words were expected",
      })
  void errorHasItsPlace(String pattern, int position, String message) {
    assertThatThrownBy(() -> TokenPattern.parse(pattern))
        .isInstanceOfSatisfying(
            QuerySyntaxException.class, e -> assertThat(e.position()).isEqualTo(position))
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "[!", "[("})
  void patternThatIsTooDeepIsRefused(String opening) {
    String start =
        opening.substring(0, opening.length() - 1)
            + opening.substring(opening.length() - 1).repeat(5_000);

    assertThatThrownBy(() -> TokenPattern.parse(start))
        .isInstanceOf(QuerySyntaxException.class)
        .hasMessageContaining("at most 50 open brackets and ! were expected");
    assertThatThrownBy(() -> TokenPattern.parse("'a'".repeat(5_000)))
        .isInstanceOf(QuerySyntaxException.class)
        .hasMessageContaining("at most 10000 characters");
  }

  @Test
  void patternThatIsTooDeepCannotBeMade() {
    TokenPattern deep = word("a");
    for (int i = 1; i < TokenPattern.MAX_DEPTH; i++) {
      deep = new TokenPattern.Repeated(deep, 1, OptionalInt.of(1));
    }
    TokenPattern deepest = deep;

    assertThat(TokenPattern.parse(deepest.toString())).isEqualTo(deepest);
    assertThatThrownBy(() -> new TokenPattern.Repeated(deepest, 1, OptionalInt.of(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a pattern must be nested at most 50 deep");
    TokenTest test = new TokenTest.Compared(Property.WORD, "a");
    assertThatThrownBy(() -> new TokenTest.Or(Collections.nCopies(1_001, test)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at most 1000 words");
    assertThatThrownBy(() -> new TokenTest.And(List.of(test)))
        .hasMessage("tests joined by & must have at least two parts, but had 1");
    assertThatThrownBy(() -> new TokenTest.Compared(Property.CASE, "a\\"))
        .hasMessageContaining("a character was expected after the backslash");
  }

  @Test
  void patternIsAPartOfAQuery() {
    Query query = Query.tokens("[stem='go'] []{0,2} \"away\"");

    assertThat(query).hasToString("tokens:\"[stem='go'] []{0,2} 'away'\"");
    assertThat(Query.parse("tokens:\"[stem='go'] []{0,2} \\\"away\\\"\"")).isEqualTo(query);
    assertThat(Query.parse("title.tokens:\"'a'\" old"))
        .isEqualTo(Query.tokens("'a'").in(Target.TITLE).and(Query.words("old")));
    assertThat(Query.parseLenient("tokens:\"'old' []\" ferry").query())
        .isEqualTo(Query.tokens("'old' []").and(Query.words("ferry")));
  }

  @Test
  void errorInAQueryHasItsPlaceInTheQuery() {
    assertThatThrownBy(() -> Query.parse("old tokens:\"\\\"a\\\" b\""))
        .isInstanceOfSatisfying(
            QuerySyntaxException.class, e -> assertThat(e.position()).isEqualTo(18))
        .hasMessageContaining("in the pattern in quotation marks: ");
    assertThatThrownBy(() -> Query.parse("tokens:old"))
        .isInstanceOf(QuerySyntaxException.class)
        .hasMessageContaining("a pattern in quotation marks was expected, such as");
    assertThatThrownBy(() -> Query.parse("outlet.tokens:\"'a'\""))
        .isInstanceOf(QuerySyntaxException.class)
        .hasMessageContaining("must be searched for in a text, such as quote, sentence, title");
  }

  @Test
  void fieldOfSpeakersMayHaveTheSameName() {
    assertThat(Query.parse("speaker.tokens:a"))
        .isEqualTo(Query.words("a").in(OwnField.ofSpeaker("tokens")));
  }

  @Test
  void formOfTheWordsIsPartOfThePattern() {
    assertThatThrownBy(() -> Query.tokens("'a'").inCase())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("states for each word how it is compared");
    assertThat(Query.tokens("'a'").exact()).isEqualTo(Query.tokens("'a'"));
  }
}
