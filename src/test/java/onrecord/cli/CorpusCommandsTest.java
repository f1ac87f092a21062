package onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import onrecord.Archive;
import onrecord.model.Article;
import onrecord.model.Published;
import onrecord.model.Quotation;
import onrecord.model.Span;
import onrecord.model.Speaker;
import onrecord.model.SpeakerType;
import onrecord.query.Collocation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The commands that count the words of what a search finds. */
class CorpusCommandsTest {

  private static final JsonMapper JSON = JsonMapper.shared();

  @TempDir private static Path folder;
  private static Path archive;

  @BeforeAll
  static void addArticles() throws IOException {
    archive = folder.resolve("archive");
    try (Archive open = Archive.open(archive)) {
      add(open, "a", "Echo", "Ada Holm", "The old mill is the old mill.");
      add(open, "b", "Echo", "Bo Lind", "Close the old mill, close the quay!");
      add(open, "c", "Post", "Ada Holm", "No quay, no mill.");
    }
  }

  private static void add(Archive archive, String id, String outlet, String speaker, String words)
      throws IOException {
    Article article =
        Article.builder(id, words).outlet(outlet).published(Published.parse("2024-03-01")).build();
    archive.add(
        article,
        List.of(
            Quotation.builder(article, List.of(new Span(0, words.length())))
                .speaker(Speaker.of(speaker, SpeakerType.PERSON))
                .build()));
  }

  @Test
  void wordsAreListedByFrequency() {
    assertThat(run("words", "--minimum", "3").out())
        .isEqualTo(
            """
            18 words in 3 quotations (direct, mixed)

            word  count  per million  quotations  articles
            mill      4       222222           3         3
            the       4       222222           2         2
            old       3       166667           2         2
            """);
    assertThat(run("words", "--size", "3", "--exclude", "CLOSE is", "-n", "1").out())
        .isEqualTo(
            """
            18 words in 3 quotations (direct, mixed)

            words         count  per million  quotations  articles
            the old mill      3       166667           2         2
            """);
    assertThat(run("words", "--size", "2", "-n", "1").out()).endsWith("\nand 2 more\n");
    assertThat(run("words", "--size", "5").out())
        .isEqualTo("18 words in 3 quotations (direct, mixed)\n");
  }

  @Test
  void wordsAreTheSameForPrograms() {
    assertThat(json("words", "--size", "2", "--exclude", "mill", "--speaker", "lind"))
        .isEqualTo(
            JSON.readTree(
                """
                {"request":{"size":2,"minimum":2,"excluded":["mill"],"limit":50},
                 "quotations":1,"words":7,"found":1,
                 "entries":[{"text":"close the","count":2,"perMillion":285714.28571428574,
                  "quotations":1,"articles":1}]}
                """));
    assertThat(run("words", "--limit", "1", "--format", "csv").out())
        .isEqualTo(
            """
            text,count,per_million,quotations,articles
            mill,4,222222.22222222222,3,3
            """);
  }

  @Test
  void collocatesAreWordsNearAPlace() {
    assertThat(run("collocates", "--of", "mill", "--left", "1", "--right", "0").out())
        .isEqualTo(
            """
            4 places in 3 quotations (direct, mixed)
            4 of 14 other words near them

            word  count  expected  total     G2  log ratio  logDice
            old       3      0.86      3  10.05       3.91    13.78
            """);
    assertThat(json("collocates", "--of=exact:mill", "--left=1", "--right=0", "--measure=log_dice"))
        .isEqualTo(
            JSON.readTree(
                """
                {"request":{"of":{"type":"words","text":"mill","match":"all","in":"quote",
                  "form":"exact"},"window":{"left":1,"right":0},"minimum":2,
                  "measure":"LOG_DICE","limit":20},
                 "quotations":3,"places":4,"windowWords":4,"words":14,"found":1,
                 "collocates":[{"word":"old","count":3,"total":3,"expected":0.8571428571428571,
                  "g2":%s,"logRatio":%s,"logDice":%s}]}
                """
                    .formatted(
                        new Collocation(3, 3, 4, 14, 4).g2(),
                        new Collocation(3, 3, 4, 14, 4).logRatio().getAsDouble(),
                        new Collocation(3, 3, 4, 14, 4).logDice())));
    assertThat(run("collocates", "--of", "mill", "-n", "1", "--minimum", "1").out())
        .contains("\n14 of 14 other words near them\n");
    assertThat(run("collocates", "--of", "quay", "--left", "2", "-n", "1", "--format=tsv").out())
        .startsWith("word\tcount\texpected\ttotal\tg2\tlog_ratio\tlog_dice\nno\t2\t0.");
    assertThat(run("collocates", "--of", "speaker:holm").out())
        .isEqualTo("0 places in 3 quotations (direct, mixed)\n0 of 18 other words near them\n");
  }

  @Test
  void dispersionIsThatOverTheParts() {
    assertThat(run("dispersion", "--of", "quay", "--by", "outlet").out())
        .isEqualTo(
            """
            2 places in 3 quotations (direct, mixed) with 18 words
            in 2 of 2 parts; DP 0.2778, DPnorm 0.3571

            outlet  words  places  per million
            Echo       14       1        71429
            Post        4       1       250000
            """);
    assertThat(run("dispersion", "--of", "quay", "--by", "article", "-n", "1").out())
        .endsWith(
            """
            article  words  places  per million
            b            7       1       142857
            and 2 more
            """);
    assertThat(run("dispersion", "--of", "none", "--by", "published:week").out())
        .contains("\nin 0 of 1 part; DP not defined, DPnorm not defined\n");
    assertThat(json("dispersion", "--of", "exact:no", "--by", "published:month"))
        .isEqualTo(
            JSON.readTree(
                """
                {"request":{"of":{"type":"words","text":"no","match":"all","in":"quote",
                  "form":"exact"},"parts":"published_month"},
                 "quotations":3,"words":18,"places":2,"range":1,"dp":0.0,"dpNorm":null,
                 "parts":[{"name":"2024-03","words":18,"places":2,
                  "perMillion":111111.11111111111}]}
                """));
    assertThat(run("dispersion", "--of", "no", "--by", "outlet", "--format", "csv").out())
        .isEqualTo("part,words,places,per_million\nPost,4,2,500000.0\nEcho,14,0,0.0\n");
  }

  @Test
  void concordanceIsSortedBySeveralKeysAndGrouped() {
    assertThat(run("concordance", "mill", "--sort", "L1,outlet,R1", "--group", "1").out())
        .isEqualTo(
            """
            4 places in 3 quotations (direct, mixed)

            no: 1 place
            No quay, no  [mill]  .  2024-03-01 Ada Holm  c#0

            old: 3 places
            The old mill is the old  [mill]  .                  2024-03-01 Ada Holm  a#0
                      Close the old  [mill]  , close the quay!  2024-03-01 Bo Lind   b#0
                            The old  [mill]  is the old mill.   2024-03-01 Ada Holm  a#0
            """);
    assertThat(run("concordance", "mill", "--sort=R1", "--group=1", "-n=1").out())
        .startsWith(
            "4 places in 3 quotations (direct, mixed), 1 of them shown\n\n(none): 2 places");
    assertThat(
            json("concordance", "quay", "--sort", "match,2R,speaker", "--group", "2", "-n", "1")
                .get("request"))
        .isEqualTo(
            JSON.readTree(
                """
                {"width":8,"order":"MATCH,R2,SPEAKER","groupedBy":2,"text":"QUOTATION","limit":1}
                """));
    assertThat(
            json("concordance", "quay", "--sort", "match,2R,speaker", "--group", "2").get("groups"))
        .isEqualTo(
            JSON.readTree(
                """
                [{"values":["quay",""],"matches":1},{"values":["quay","mill"],"matches":1}]
                """));
  }

  @Test
  void concordanceShowsTheArticleAround() throws IOException {
    Path other = folder.resolve("other");
    try (Archive open = Archive.open(other)) {
      Article article =
          Article.builder(
                  "d", "It rains. \u201cThe mill\u201d, he says, \u201cis old\u201d. So it is.")
              .build();
      String text = article.text();
      open.add(
          article,
          List.of(
              Quotation.builder(
                      article,
                      List.of(
                          new Span(text.indexOf("The mill"), text.indexOf("The mill") + 8),
                          new Span(text.indexOf("is old"), text.indexOf("is old") + 6)))
                  .build()));
    }

    assertThat(Run.of("concordance", "-a", other, "--phrase", "mill is", "--text", "article").out())
        .endsWith(
            "\nIt rains. \u201cThe  [mill\u201d, he says, \u201cis]  old\u201d. So it is.  (unknown)  d#11\n");
    assertThat(Run.of("concordance", "-a", other, "--phrase", "mill is").out())
        .endsWith("\nThe  [mill is]  old  (unknown)  d#11\n");
    assertThat(Run.of("concordance", "-a", other, "--tokens", "'mill' [] [word!='new']").out())
        .endsWith("\nThe  [mill is old]    (unknown)  d#11\n");
    Run wrong = Run.of("concordance", "-a", other, "--tokens", "'mill' [");
    assertThat(wrong.err())
        .contains(
            "query cannot be parsed at character 9: one of word, stem, case was expected, but the"
                + " pattern ends");
    assertThat(wrong.code()).isEqualTo(2);
  }

  @Test
  void negativeKeywordsAreRarerThanInTheOthers() {
    assertThat(run("keywords", "--speaker", "lind", "--sign", "negative").out())
        .isEqualTo(
            """
            1 quotation (direct, mixed) with 7 words
            compared with 2 others with 11 words; words that are rarer here

            word    G2  log ratio  count  others
            no    1.97      -1.35      0       2
            mill  0.35      -0.93      1       3
            old   0.04      -0.35      1       2
            """);
    JsonNode result =
        json("keywords", "--speaker=lind", "--sign=negative", "--minimum-g2=0.3", "--against=old");

    assertThat(result.get("request").toString())
        .startsWith("{\"against\":{\"type\":\"words\",\"text\":\"old\",")
        .endsWith("},\"sign\":\"NEGATIVE\",\"minimum\":2,\"minimumG2\":0.3,\"limit\":20}");
    assertThat(result.get("found").intValue()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "words",
        "collocates --of mill --minimum 1",
        "dispersion --of mill --by article",
        "concordance --query mill --sort outlet,L1 --group 2"
      })
  void takesTheOptionsOfASearch(String command) {
    Run all = run(command.split(" "));
    Run one = run((command + " --distinct --outlet Post --indirect").split(" "));

    assertThat(List.of(all.err(), one.err())).containsOnly("");
    assertThat(one.out()).isNotEqualTo(all.out()).contains("each wording once");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          words --size 6    | size of a sequence of words must be 1 to 5, but was 6
          words --size 0    | Invalid value for option '--size': must be a whole number from 1 to 2147483647, but was '0'
          words --minimum 0 | Invalid value for option '--minimum': must be a whole number from 1 to 2147483647, but was '0'
          keywords --minimum-g2 -1  | Invalid value for option '--minimum-g2': must be a number from 0 to 1000000000, but was '-1'
          keywords --minimum-g2 NaN | Invalid value for option '--minimum-g2': must be a number from 0 to 1000000000, but was 'NaN'
          collocates                | Missing required option: '--of=QUERY'
          collocates --of (         | query cannot be parsed at character 1: a closing bracket ) was expected for this one
          collocates --of a --left 0 --right 0 | a window must have 1 word or more, and no fewer than 0 on each side, but had 0 and 0
          dispersion --of a --by outlet:3 | parts must be article, a facet, or a date with day, week, month, quarter, year or decade after the colon, but were 'outlet:3'
          dispersion --of a --by said:hour | parts must be article, a facet, or a date with day, week, month, quarter, year or decade after the colon, but were 'said:hour'
          dispersion --of a | Missing required option: '--by=PARTS'
          concordance --sort L0 | Invalid value for option '--sort' (KEY): a key of a concordance must be one of [LEFT, RIGHT, MATCH, DATE, SPEAKER, OUTLET], or a word such as L1 or R2, but was 'L0'
          concordance --sort L101 | Invalid value for option '--sort' (KEY): a word near a match must be 1 to 100 words away, but was 101
          concordance --sort L1 --group 2 | groups of a concordance must have 0 to 1 keys, but had 2
          words --limit 0   | Invalid value for option '--limit': must be a whole number from 1 to 2147483647, but was '0'
          """)
  void refusesWhatItCannotAnswer(String command, String message) {
    Run run = run(command.split(" +"));

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("onrecord: " + message + "\n");
  }

  private static Run run(String... arguments) {
    return Run.of(
        Stream.concat(Stream.of(arguments[0], "--archive", archive), Stream.of(arguments).skip(1))
            .toArray());
  }

  /** A result without its selection. */
  private static JsonNode json(String... arguments) {
    Run run = run(Stream.concat(Stream.of(arguments), Stream.of("--json")).toArray(String[]::new));
    assertThat(run.err()).isEmpty();
    assertThat(run.out().lines()).hasSize(1);
    ObjectNode result = (ObjectNode) JSON.readTree(run.out());
    assertThat(result.remove("selection")).isNotNull();
    return result;
  }
}
