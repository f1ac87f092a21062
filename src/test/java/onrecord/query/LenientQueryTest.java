package onrecord.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import onrecord.query.LenientQuery.Note;
import onrecord.query.LenientQuery.Treatment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is typed into a search box. */
class LenientQueryTest {

  private static Query read(String text) {
    return Query.parseLenient(text).query();
  }

  private static List<String> notes(String text) {
    return Query.parseLenient(text).notes().stream()
        .map(note -> note.treatment() + " " + note.text())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9/11",
        "24/7",
        "and/or",
        "7:30",
        "@jack",
        "#tag:x",
        "https://news.example/a/b?c=d#e",
        "jack@news.example",
        "Mark 3:16",
        "C:\\Users",
        "/r/politics",
        "[sic]",
        "{x}",
        "red^2",
        "kind:cruel",
        "published:yesterday",
        "well-be*",
        "AT&T",
        "x<3"
      })
  void whatIsNoQueryIsWords(String text) {
    assertThat(read(text)).isEqualTo(Query.words(text));
    assertThat(notes(text)).hasSize(1).allMatch(note -> note.startsWith("LITERAL "));
    assertThat(read("old " + text + " bridge")).isEqualTo(Query.words("old " + text + " bridge"));
    assertThat(read("(" + text + ") OR ferry"))
        .isEqualTo(Query.words(text).or(Query.words("ferry")));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "it's ( | it's | IGNORED (",
        "bridge) | bridge | IGNORED )",
        "6\" pipe | 6 pipe | IGNORED \"",
        "wall - tax | wall tax | IGNORED -",
        "wall \u2013 tax | wall tax | IGNORED \u2013",
        "wall :) | wall | IGNORED :)",
        "wall OR | wall | IGNORED OR",
        "AND wall | wall | IGNORED AND",
        "wall NOT | wall | IGNORED NOT",
        "wall \\ | wall | IGNORED \\",
        "OR | OR | LITERAL OR",
        "( NOT ) | ( NOT ) | LITERAL ( NOT )"
      })
  void whatHasNoCounterpartIsIgnored(String text, String words, String note) {
    assertThat(read(text)).isEqualTo(Query.words(words));
    assertThat(notes(text)).containsExactly(note);
  }

  @ParameterizedTest
  @CsvSource({"why me?, why me", "Help! me, Help me", "so: yes, so yes", "yes!? no;, yes no"})
  void punctuationAfterAWordHasNoMeaning(String text, String words) {
    assertThat(read(text)).isEqualTo(Query.words(words));
    assertThat(notes(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"old bridge\u201d",
        "\u201cold bridge\"",
        "\u201eold bridge\u201c",
        "\u00abold bridge\"",
        "\u201dold bridge\u201d"
      })
  void marksOfEveryKindEnclosePhrases(String text) {
    assertThat(read(text)).isEqualTo(Query.phrase("old bridge"));
    assertThat(read(text + "~2 " + text))
        .isEqualTo(Query.phrase("old bridge", 2).and(Query.phrase("old bridge")));
  }

  @Test
  void operatorsCanBeInLowerCase() {
    assertThat(read("wall or tax")).isEqualTo(Query.parse("wall OR tax"));
    assertThat(read("wall and tax")).isEqualTo(Query.parse("wall AND tax"));
    assertThat(read("not guilty")).isEqualTo(Query.words("not guilty"));
    assertThat(notes("wall or tax")).containsExactly("OPERATOR or");
    assertThat(read("\"wall or tax\"")).isEqualTo(Query.phrase("wall or tax"));
  }

  @Test
  void emojiAreWords() {
    assertThat(read("\ud83d\ude00")).isEqualTo(Query.words("\ud83d\ude00"));
    assertThat(notes("rain \ud83c\udf27")).isEmpty();
  }

  @Test
  void blankTextFindsEverythingAndATextWithoutWordsNothing() {
    assertThat(Query.parseLenient(" \t")).isEqualTo(new LenientQuery(Query.all(), List.of()));
    assertThat(read("???")).isEqualTo(Query.all().not());
    assertThat(read("\"")).isEqualTo(Query.all().not());
    assertThat(notes("???")).containsExactly("IGNORED ???");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bridge",
        "old bridge",
        "(bridge ferry)@1",
        "\"bridge old\"~2",
        "near:\"toll bridge\"~5",
        "br?dge* bridg*",
        "brigde~1 brigde~",
        "/bridges?/ old",
        "exact.near:\"the bridge\"~4",
        "text:(river ferry) title:bridge",
        "speaker: varga",
        "speaker:\"Ilse Varga\" -section:sport",
        "published:[2020-11 TO 2020-12] said>=2020",
        "published:{2019 TO 2021} confidence:[0.9 TO *]",
        "in_article:\"speaker:holm ferry\"",
        "bridge AND speaker:varga OR ferry old",
        "bridge -ferry +toll",
        "bridge AND NOT (ferry OR -toll)",
        "((bridge OR ferry) (outlet:\"The Courier\")) AND x",
        "*:*",
        "well-being O\u2019Hara U.S. 1,234"
      })
  void validQueryHasItsUsualMeaning(String query) {
    assertThat(Query.parseLenient(query))
        .isEqualTo(new LenientQuery(Query.parse(query), List.of()));
  }

  @Test
  void notesAreInTheOrderOfTheText() {
    String text = "( a/b \" 7:30 or";

    assertThat(Query.parseLenient(text).notes())
        .extracting(Note::treatment)
        .containsExactly(
            Treatment.IGNORED,
            Treatment.LITERAL,
            Treatment.IGNORED,
            Treatment.LITERAL,
            Treatment.OPERATOR,
            Treatment.IGNORED);
    assertThat(Query.parseLenient(text).notes())
        .allMatch(note -> note.place().in(text).equals(note.text()));
  }

  @Test
  void readsTheBeginningOfALongText() {
    LenientQuery query = Query.parseLenient("word ".repeat(100_000));

    assertThat(query.query()).isEqualTo(Query.words("word ".repeat(200).strip()));
    assertThat(query.notes()).hasSize(1);
    assertThat(query.notes().getFirst().place().start()).isEqualTo(LenientQuery.MAX_LENGTH);
  }

  static IntStream seeds() {
    return IntStream.range(0, 50);
  }

  private static final List<String> PIECES =
      List.of(
          "a",
          "bridge",
          "AND",
          "OR",
          "or",
          "NOT",
          " ",
          " ",
          "\"",
          "\u201c",
          "\u201d",
          "\u00bb",
          "\\",
          "*",
          "?",
          "~",
          "~2",
          "^",
          ":",
          "(",
          ")",
          "((",
          "[",
          "]",
          "{",
          "}",
          "/",
          "+",
          "-",
          "!",
          "&&",
          "||",
          "<",
          ">=",
          "=",
          "@",
          "@1",
          "fn:",
          "'",
          ".",
          ",",
          "speaker:",
          "published:",
          "in_article:",
          "kind:direct",
          "2020",
          "2020/1/2",
          " TO ",
          "\ud83d\ude00",
          "\ud83d",
          "\u0000",
          "\ue000",
          "\uffff");

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void everyTextIsRead(int seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      String text =
          random
              .ints(random.nextInt(14), 0, PIECES.size())
              .mapToObj(PIECES::get)
              .collect(Collectors.joining());

      LenientQuery read = Query.parseLenient(text);

      assertThat(Query.parse(read.query().toString())).as(text).isEqualTo(read.query());
      assertThat(read.notes()).as(text).allMatch(note -> note.place().in(text).equals(note.text()));
    }
  }

  @Test
  void everyDepthIsRead() {
    for (String part :
        List.of("(", "-(", "(a OR (b AND ", "-", "NOT ", "in_article:\"", "speaker:(")) {
      String text = part.repeat(80) + "a" + ")".repeat(80);

      assertThat(Query.parse(read(text).toString())).isEqualTo(read(text));
    }
  }
}
