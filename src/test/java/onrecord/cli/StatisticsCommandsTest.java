package onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import onrecord.Archive;
import onrecord.model.Article;
import onrecord.model.Published;
import onrecord.model.Quotation;
import onrecord.model.Span;
import onrecord.model.Speaker;
import onrecord.model.SpeakerType;
import onrecord.query.Facet;
import onrecord.query.KeywordsRequest;
import onrecord.query.Query;
import onrecord.query.Search;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The commands that count and compare what a search finds. */
class StatisticsCommandsTest {

  private static final JsonMapper JSON = JsonMapper.shared();

  @TempDir private static Path folder;
  private static Path archive;

  @BeforeAll
  static void addArticles() throws IOException {
    archive = folder.resolve("archive");
    try (Archive open = Archive.open(archive)) {
      add(open, "a", "2024-01-31", said("Ada Holm", "The \ud83d\ude00 mill will open", "Bo Lind"));
      add(
          open,
          "b",
          "2024-03-01",
          said("Ada Holm", "The old mill is ours", "Bo Lind", "Cy Ash"),
          said("B\u00f3 Lind", "No mill, no mill"));
      add(open, "c", "", said("Ada Holm", "Rain is rain"));
      add(open, "d", "2024-03-31", said("(unknown)", "Ask the old man", "Cy Ash"));
    }
  }

  private record Saying(Speaker speaker, String words, List<String> about) {}

  private static Saying said(String speaker, String words, String... about) {
    return new Saying(
        speaker.equals("(unknown)") ? Speaker.UNKNOWN : Speaker.of(speaker, SpeakerType.PERSON),
        words,
        List.of(about));
  }

  private static void add(Archive archive, String id, String day, Saying... sayings)
      throws IOException {
    Article.Builder article =
        Article.builder(id, String.join("\n", Stream.of(sayings).map(Saying::words).toList()));
    if (!day.isEmpty()) {
      article.published(Published.parse(day));
    }
    Article built = article.build();
    List<Quotation> quotations = new ArrayList<>();
    int at = 0;
    for (Saying saying : sayings) {
      quotations.add(
          Quotation.builder(built, List.of(new Span(at, at + saying.words().length())))
              .speaker(saying.speaker())
              .about(saying.about())
              .build());
      at += saying.words().length() + 1;
    }
    archive.add(built, quotations);
  }

  @Test
  void facetsPrintsCountsOfQuotationsAndOfArticles() {
    assertThat(run("facets", "mill", "--facet", "speaker", "--facet", "published:year").out())
        .isEqualTo(
            """
            3 quotations (direct, mixed) in 2 articles

            Speaker   quotations  articles
            Ada Holm           2         2
            B\u00f3 Lind            1         1

            Published, by year  quotations  articles
            2024                         3         2
            """);
    assertThat(withoutSelection("facets", "--facet", "speaker:1"))
        .isEqualTo(
            JSON.readTree(
                """
                {"quotations":5,"articles":4,
                 "facets":{"speaker":[{"value":"Ada Holm","count":3,"articles":3}]}}
                """));
  }

  @Test
  void facetsCanBeOfValuesThatBeginSo() {
    assertThat(run("facets", "--facet", "speaker", "--prefix", "BO", "--order", "articles").out())
        .isEqualTo(
            """
            5 quotations (direct, mixed) in 4 articles

            Speaker  quotations  articles
            B\u00f3 Lind           1         1
            """);
  }

  @Test
  void aFacetThatIsCountedTwiceIsToldTwice() {
    assertThat(
            withoutSelection(
                "facets", "mill", "--facet", "published", "--facet", "published:month"))
        .isEqualTo(
            JSON.readTree(
                """
                {"quotations":3,"articles":2,
                 "facets":{"published":[{"value":"2024","count":3,"articles":2}],
                           "published_month":[{"value":"2024-01","count":1,"articles":1},
                                              {"value":"2024-03","count":2,"articles":1}]}}
                """));
  }

  @Test
  void theFacetsToldAreAllThereAre() {
    assertThat(String.join(", ", new FacetArgument.Names()))
        .isEqualTo(
            Stream.of(Facet.values())
                .map(facet -> facet.word().replace('_', '-'))
                .collect(Collectors.joining(", ")));
  }

  @Test
  void timelineFillsGapsAndTellsTheShare() {
    assertThat(run("timeline", "--speaker", "ada").out())
        .isEqualTo(
            """
            3 quotations (direct, mixed), 1 without a date

            2024-01  1  100.0%  ##############################
            2024-02  0    0.0%
            2024-03  1   33.3%  ##############################
            """);
    assertThat(run("timeline", "--split", "speaker:2", "--by", "year").out())
        .isEqualTo(
            """
            5 quotations (direct, mixed), 1 without a date

                  quotations   share  Ada Holm  share  (unknown)  share
            2024           4  100.0%         2  50.0%          1  25.0%
            and 1 more value
            """);
  }

  @Test
  void timelineIsOneObjectForPrograms() {
    assertThat(withoutSelection("timeline", "mill", "--by", "month", "--split", "speaker:1"))
        .isEqualTo(
            JSON.readTree(
                """
                {"request":{"date":"PUBLISHED","step":"MONTH","split":"SPEAKER","series":1},
                 "quotations":3,"undated":0,"imprecise":0,
                 "parts":[
                  {"name":"2024-01","first":"2024-01-01","quotations":1,"all":1,"share":1.0},
                  {"name":"2024-02","first":"2024-02-01","quotations":0,"all":0,"share":0.0},
                  {"name":"2024-03","first":"2024-03-01","quotations":2,"all":3,
                   "share":0.6666666666666666}],
                 "values":2,
                 "series":[{"value":"Ada Holm","quotations":2,"undated":0,"imprecise":0,
                  "counts":[1,0,1],"shares":[1.0,0.0,0.3333333333333333]}]}
                """));
  }

  @Test
  void concordanceSetsTheWordsBelowOneAnother() {
    assertThat(run("concordance", "mill", "--width", "1", "--sort", "right").out())
        .isEqualTo(
            """
            4 places in 3 quotations (direct, mixed)

             no  [mill]        2024-03-01 B\u00f3 Lind   b#21
            old  [mill]  is    2024-03-01 Ada Holm  b#0
             No  [mill]  , no  2024-03-01 B\u00f3 Lind   b#21
             \ud83d\ude00  [mill]  will  2024-01-31 Ada Holm  a#0
            """);
    assertThat(run("concordance", "--speaker", "ada").out())
        .isEqualTo("0 places in 3 quotations (direct, mixed)\n");
  }

  @Test
  void concordanceIsOneObjectForPrograms() {
    JsonNode result = json("concordance", "mill", "--sort", "date", "--limit", "1");

    assertThat(result.propertyNames())
        .containsExactly("selection", "request", "quotations", "matches", "groups", "lines");
    assertThat(result.get("request"))
        .isEqualTo(
            JSON.readTree(
                "{\"width\":8,\"order\":\"DATE\",\"groupedBy\":0,\"text\":\"QUOTATION\",\"limit\":1}"));
    assertThat(result.get("matches").intValue()).isEqualTo(4);
    assertThat(result.get("lines")).hasSize(1);
    JsonNode line = result.get("lines").get(0);
    assertThat(line.get("left").stringValue()).isEqualTo("The \ud83d\ude00");
    assertThat(line.get("right").stringValue()).isEqualTo("will open");
    assertThat(line.get("place")).isEqualTo(JSON.readTree("{\"start\":6,\"end\":10}"));
    assertThat(line.get("quotation").get("speaker").get("name").stringValue())
        .isEqualTo("Ada Holm");
    assertThat(line.get("article").get("id").stringValue()).isEqualTo("a");
  }

  @Test
  void keywordsAreThoseOfTheArchive() throws IOException {
    JsonNode result = json("keywords", "--speaker", "lind", "--minimum", "1", "--limit", "1");

    try (Archive open = Archive.openReadOnly(archive)) {
      var keywords =
          open.statistics()
              .keywords(
                  Search.of(Query.speaker("B\u00f3 Lind")),
                  KeywordsRequest.againstAllOthers().limit(1));
      var word = keywords.keywords().getFirst();
      assertThat(word.word()).isEqualTo("no");
      assertThat(result.get("quotations").longValue()).isEqualTo(1);
      assertThat(result.get("others").longValue()).isEqualTo(4);
      assertThat(result.get("words").longValue()).isEqualTo(4);
      assertThat(result.get("otherWords").longValue()).isEqualTo(17);
      assertThat(result.get("keywords").get(0))
          .isEqualTo(
              JSON.readTree(
                  "{\"word\":\"no\",\"count\":2,\"otherCount\":0,\"g2\":"
                      + word.g2()
                      + ",\"perMillion\":500000.0,\"otherPerMillion\":0.0,\"logRatio\":"
                      + keywords.keyness(word).logRatio()
                      + ",\"percentDiff\":null}"));
    }
    assertThat(run("keywords", "--speaker", "lind").out())
        .isEqualTo(
            """
            1 quotation (direct, mixed) with 4 words
            compared with 4 others with 17 words

            word    G2  log ratio  count  others
            no    6.63       4.09      2       0
            mill  1.93       2.09      2       2
            """);
  }

  @Test
  void networkIsAListOfEdges() {
    assertThat(run("network", "--limit", "1").out())
        .isEqualTo(
            """
            5 quotations (direct, mixed): 2 by a known speaker who names somebody, 1 by an unknown speaker who names somebody, 2 that name nobody

            speaker   about    quotations
            Ada Holm  Bo Lind           2
            and 1 more pair
            """);
    assertThat(withoutSelection("network"))
        .isEqualTo(
            JSON.readTree(
                """
                {"quotations":5,"linked":2,"unattributed":1,"namingNobody":2,"pairs":2,
                 "edges":[{"speaker":"Ada Holm","about":"Bo Lind","quotations":2},
                          {"speaker":"Ada Holm","about":"Cy Ash","quotations":1}]}
                """));
  }

  @Test
  void sampleIsTheSameForTheSameSeed() {
    Run first = run("sample", "--size", "2", "--seed", "7");

    assertThat(first.out())
        .startsWith("5 quotations (direct, mixed), 2 of them drawn with seed 7\n\n1.  ")
        .contains("\n2.  ");
    assertThat(run("sample", "--size", "2", "--seed", "7")).isEqualTo(first);
    JsonNode result = json("sample", "--size", "2", "--seed", "7");
    assertThat(result.propertyNames()).containsExactly("selection", "quotations", "seed", "hits");
    assertThat(result.get("hits")).hasSize(2);
  }

  @Test
  void suggestFindsASpeakerInSpiteOfAnErrorAndWithinAQuery() {
    assertThat(run("suggest", "--name", "lnid").out()).isEqualTo("B\u00f3 Lind  1\n");
    assertThat(run("suggest", "--name", "l", "rain").out()).isEmpty();
    assertThat(withoutSelection("suggest", "--name", "BO"))
        .isEqualTo(
            JSON.readTree(
                """
                {"typed":"BO","found":1,
                 "speakers":[{"speaker":"B\u00f3 Lind","quotations":1,"exact":true}]}
                """));
  }

  @Test
  void keywordsCanBeThoseAgainstAnotherQuery() {
    JsonNode result = json("keywords", "--speaker", "lind", "--against", "speaker:holm");

    assertThat(result.get("quotations").longValue()).isEqualTo(1);
    assertThat(result.get("others").longValue()).isEqualTo(3);
    assertThat(result.get("otherWords").longValue()).isEqualTo(13);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          timeline --date outlet           | a timeline must be by a facet with dates for values, but was by outlet
          timeline --split said            | a timeline must not be split by a facet with dates for values, but was by said
          timeline --split speaker:all     | a facet must have a number of values after the colon, as in speaker:20, but was 'speaker:all'
          concordance --width -1           | Invalid value for option '--width': must be a whole number from 0 to 2147483647, but was '-1'
          keywords --minimum 0             | Invalid value for option '--minimum': must be a whole number from 1 to 2147483647, but was '0'
          network --limit 0                | Invalid value for option '--limit': must be a whole number from 1 to 2147483647, but was '0'
          wordings --similarity 0          | Invalid value for option '--similarity': must be a number more than 0 and at most 1, such as 0.5, but was '0'
          wordings --similarity half       | Invalid value for option '--similarity': must be a number more than 0 and at most 1, such as 0.5, but was 'half'
          wordings --of nobody             | quotation must be one that the search finds, but 'nobody' is not
          sample --size 0                  | Invalid value for option '--size': must be a whole number from 1 to 2147483647, but was '0'
          suggest --name x --limit 0       | Invalid value for option '--limit': must be a whole number from 1 to 2147483647, but was '0'
          facets                           | Missing required option: '--facet=FACET'
          suggest                          | Missing required option: '--name=TEXT'
          """)
  void refusesWhatItDoesNotUnderstand(String command, String message) {
    Run run = run(command.split(" +"));

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("onrecord: " + message + "\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "facets --facet speaker",
        "timeline",
        "table --by speaker",
        "concordance",
        "keywords",
        "network",
        "sample",
        "wordings",
        "suggest --name a",
        "cite"
      })
  void takesTheQueryOptionsOfSearch(String command) {
    Run all = run(command.split(" "));
    Run some =
        run(
            (command
                    + " --query mill mill --phrase mill --slop 0 --speaker lind --speaker-type person --kind"
                    + " direct --article b --published 2024 --filter speaker_type=PERSON"
                    + " --indirect")
                .split(" "));
    Run none = run((command + " mill --outlet none --section none --said 2020").split(" "));

    assertThat(List.of(all.err(), some.err())).containsOnly("");
    assertThat(none.err().lines())
        .containsExactly(
            "onrecord: nothing in the archive matches outlet:\"none\"",
            "onrecord: nothing in the archive matches section:\"none\"",
            "onrecord: nothing in the archive matches said:2020");
    assertThat(List.of(all.code(), some.code(), none.code())).containsOnly(0);
    assertThat(none.out()).isNotEqualTo(all.out());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "timeline",
        "concordance mill",
        "keywords",
        "network",
        "sample",
        "wordings",
        "cite"
      })
  void takesDistinct(String command) {
    assertThat(run((command + " --distinct").split(" ")).code()).isZero();
    assertThat(run("cite", "--distinct").out()).contains("\ndistinct: true\n");
  }

  @Test
  void queryForAKindThatIsLeftOutIsRefusedWithTheRemedy() {
    Run refused = run("timeline", "--query", "kind:indirect");

    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("include them with").contains("--indirect");
    assertThat(run("timeline", "--query", "kind:indirect", "--indirect").code()).isZero();
    assertThat(run("timeline", "--kind", "indirect").code()).isZero();
    assertThat(run("timeline", "--filter", "kind=indirect").code()).isEqualTo(2);
  }

  private static Run run(String... arguments) {
    return Run.of(
        Stream.concat(Stream.of(arguments[0], "--archive", archive), Stream.of(arguments).skip(1))
            .toArray());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "search",
        "facets --facet speaker",
        "timeline",
        "keywords",
        "network",
        "sample",
        "wordings",
        "concordance",
        "suggest --name a"
      })
  void everyAnswerStatesItsSelection(String command) {
    JsonNode answer =
        json((command + " mill --kind direct --indirect --filter speaker_type=person").split(" "));

    assertThat(answer.get("selection"))
        .isEqualTo(
            JSON.readTree(
                """
                {"query":{"type":"words","text":"mill","match":"all","in":"quote","form":"stem"},
                "filters":{"speaker_type":["PERSON"]},"kinds":["DIRECT","INDIRECT"],"distinct":false}
                """));
  }

  @Test
  void wordAfterAHyphenIsExcluded() {
    Run quoted = run("facets", "--facet", "speaker", "mill -old");

    assertThat(quoted.out()).startsWith("2 quotations (direct, mixed) in 2 articles");
    assertThat(run("facets", "--facet", "speaker", "mill", "-old")).isEqualTo(quoted);
    assertThat(run("facets", "-old", "--facet=speaker", "mill")).isEqualTo(quoted);
    assertThat(run("facets", "--facet", "speaker", "--", "mill", "-old")).isEqualTo(quoted);
    assertThat(run("search", "-n1", "mill", "-speaker:holm").out()).startsWith("1 quotation ");
    assertThat(run("search", "-n", "1", "mill", "-hill").out()).startsWith("3 quotations ");
    assertThat(run("search", "mill", "--query", "-old").out()).startsWith("2 quotations ");
    assertThat(run("search", "mill", "--", "-outlet").out()).startsWith("3 quotations ");
  }

  @Test
  void misspeltOptionIsNoWord() {
    assertThat(run("search", "mill", "-outlet", "Echo").err())
        .contains("Unknown option: '-outlet', but there is --outlet; to exclude a word");
    assertThat(run("search", "mill", "--outlett", "Echo").code()).isEqualTo(2);
  }

  @Test
  void hintsAreInTheJson() {
    Run nothing = run("timeline", "--query", "speaker:holn mil", "--json");
    JsonNode hints = JSON.readTree(nothing.out()).get("hints");

    assertThat(hints.get(0).get("part").stringValue()).isEqualTo("speaker:holn");
    assertThat(hints.get(0).get("nearest")).isNotNull();
    assertThat(hints.get(1)).isEqualTo(JSON.readTree("{\"part\":\"mil\",\"nearest\":[\"mill\"]}"));
    assertThat(nothing.err()).contains("nothing in the archive matches mil; the nearest are mill");
    assertThat(JSON.readTree(run("network", "mil", "--json").out()).get("hints")).hasSize(1);
    assertThat(json("timeline", "mill").has("hints")).isFalse();
  }

  /** A result without its selection. */
  private static JsonNode withoutSelection(String... arguments) {
    ObjectNode result = (ObjectNode) json(arguments);
    assertThat(result.remove("selection")).isNotNull();
    return result;
  }

  private static JsonNode json(String... arguments) {
    Run run = run(Stream.concat(Stream.of(arguments), Stream.of("--json")).toArray(String[]::new));
    assertThat(run.err()).isEmpty();
    assertThat(run.out().lines()).hasSize(1);
    return JSON.readTree(run.out());
  }
}
