package onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import onrecord.Archive;
import onrecord.extract.Extractor;
import onrecord.model.Article;
import onrecord.model.PartialDate;
import onrecord.model.Published;
import onrecord.model.Quotation;
import onrecord.model.QuotationKind;
import onrecord.model.Said;
import onrecord.model.Span;
import onrecord.model.Speaker;
import onrecord.model.SpeakerType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ArchiveCommandsTest {

  private static final JsonMapper JSON = JsonMapper.shared();

  @TempDir Path folder;
  private Path archive;

  @BeforeEach
  void nameTheArchive() {
    archive = folder.resolve("archive");
  }

  @Nested
  class Index {

    @Test
    void addsArticlesAndReportsTheirNumber() throws IOException {
      Path news = Files.createDirectory(folder.resolve("news"));
      Files.writeString(news.resolve("a.txt"), "Mill\n\n\"We open in May,\" Ada Holm said.");
      Files.writeString(news.resolve("b.txt"), "Nothing is said here.");

      Run run = Run.of("index", "--archive", archive, news);

      assertThat(run)
          .isEqualTo(
              new Run(
                  0,
                  "Read 2 files: plain-text 2.\n"
                      + "Missing: no published in 2 of 2, no outlet in 2 of 2.\n"
                      + "Added 2 articles, replaced 0, unchanged 0, rejected 0.\n"
                      + archive
                      + " now holds 2 articles with 1 quotation of 1 speaker.\n",
                  ""));
      assertThat(JSON.readTree(Run.of("info", "--archive", archive, "--json").out()))
          .isEqualTo(
              JSON.readTree(
                  """
                  {"articles":2,"quotations":1,"speakers":1,"indirect":0,"firstPublished":null,
                   "lastPublished":null,"format":5,"extractor":"%s","fields":{},
                   "extractors":{"%s":2},"speakerLists":[]}
                  """
                      .formatted(Extractor.VERSION, Extractor.VERSION)));
    }

    @Test
    void replacesTheArticleWithTheSameId() {
      Run.withInput("{\"id\":\"a\",\"text\":\"Old\"}", "index", "--archive", archive, "-");

      Run run =
          Run.withInput(
              "{\"id\":\"a\",\"text\":\"New\"}", "index", "--archive", archive, "--json", "-");

      assertThat(run.out())
          .isEqualTo(
              "{\"committed\":1}\n"
                  + "{\"added\":0,\"replaced\":1,\"unchanged\":0,\"rejected\":0,"
                  + "\"otherLanguage\":0,\"deleted\":0,\"outdated\":0,\"detached\":0,\"articles\":1,\"quotations\":0,\"speakers\":0,"
                  + "\"read\":{\"articles\":1,\"failures\":0,\"withdrawn\":0,\"files\":{\"json-lines\":1},"
                  + "\"not_read\":{},\"not_articles\":{},\"embargoed\":{},\"unused_fields\":{},"
                  + "\"missing\":{\"published\":1,\"title\":1,\"outlet\":1},"
                  + "\"unread_dates\":0,\"unread_date\":null}}\n");
    }

    @Test
    void reportsWhatIsNotReadAndFailsIfNothingIs() throws IOException {
      Path news = Files.createDirectory(folder.resolve("news"));
      Files.writeString(news.resolve("scan.txt"), "%PDF-1.7");
      Files.writeString(news.resolve("todo.md"), "Buy ink");

      Run found = Run.of("index", "--archive", archive, news);
      Run given = Run.of("index", "--archive", archive, news.resolve("scan.txt"));

      assertThat(found.out())
          .startsWith("Not read, by kind of file: PDF 1, .md files 1.\nNothing was read.\n");
      assertThat(found.code()).isEqualTo(1);
      assertThat(given.err()).contains("scan.txt: looks like PDF, which is not read; convert it");
      assertThat(given.code()).isEqualTo(1);
    }

    @Test
    void takesTheFormatThatIsGiven() {
      Run run = Run.withInput("{T}", "index", "--archive", archive, "--format", "plain-text", "-");
      Run unknown = Run.withInput("T", "index", "--archive", archive, "--format", "word", "-");
      Run component = Run.withInput("T", "index", "--archive", archive, "--map", "body=x", "-");

      assertThat(run.out()).contains("Read 1 file: plain-text 1.\n");
      assertThat(unknown.err()).contains("--format must be one of ").contains("but was 'word'");
      assertThat(component.err())
          .contains("component of an article must be one of id, title, ")
          .contains("but was 'body'");
    }

    @Test
    void keepsTheNewerVersionAndSaysSo() {
      String item =
          "{\"uri\":\"a\",\"version\":\"%d\",\"pubstatus\":\"usable\",\"body_text\":\"It turns %1$d.\"}\n";
      Run.withInput(item.formatted(2), "index", "--archive", archive, "-");

      Run older = Run.withInput(item.formatted(1), "index", "--archive", archive, "-");
      Run json = Run.withInput(item.formatted(1), "index", "--archive", archive, "--json", "-");
      Run newer = Run.withInput(item.formatted(3), "index", "--archive", archive, "-");

      assertThat(older.out())
          .contains(
              "Added 0 articles, replaced 0, unchanged 0, rejected 0.\n"
                  + "Left out 1 record of older versions of articles; the newer ones were kept.\n");
      assertThat(json.out()).contains("\"outdated\":1,");
      assertThat(newer.out()).contains("replaced 1,").doesNotContain("Left out");
      assertThat(Run.of("show", "--archive", archive, "a").out()).contains("It turns 3.");
      assertThat(Run.of("info", "--archive", archive).out()).contains("article.version");
    }

    @Test
    void deletesWhatIsWithdrawnAndLeavesOutWhatIsEmbargoed() {
      String item = "{\"uri\":\"%s\",\"headline\":\"Mill\",\"body_text\":\"It turns.\",%s}\n";
      String held = item.formatted("a", "\"pubstatus\":\"usable\"");
      String later =
          item.formatted("a", "\"pubstatus\":\"canceled\"")
              + item.formatted("b", "\"pubstatus\":\"canceled\"")
              + item.formatted("c", "\"embargoed\":\"9999-01-01T00:00:00Z\"");
      Run.withInput(held, "index", "--archive", archive, "-");

      Run run = Run.withInput(later, "index", "--archive", archive, "-");
      Run overruled = Run.withInput(later, "index", "--archive", archive, "--embargoed", "-");
      Run json = Run.withInput(later, "index", "--archive", archive, "--json", "-");
      Run extracted = Run.withInput(later, "extract", "-");

      assertThat(run.code()).isEqualTo(0);
      assertThat(run.out())
          .contains(
              "Embargoed, and not read: 1 article until 9999-01-01; --embargoed reads them.\n"
                  + "Withdrawn: 2 articles.\n"
                  + "Added 0 articles, replaced 0, unchanged 0, rejected 0.\n"
                  + "Deleted 1 article of 2 that were withdrawn.\n"
                  + archive
                  + " now holds 0 articles");
      assertThat(overruled.out())
          .contains("Added 1 article, ")
          .contains("Deleted 0 articles of 2 that were withdrawn.")
          .doesNotContain("mbargoed");
      assertThat(json.out())
          .contains("\"deleted\":0,")
          .contains("\"withdrawn\":2,")
          .contains("\"embargoed\":{\"9999-01-01\":1},");
      assertThat(extracted.out()).isEmpty();
      assertThat(extracted.code()).isEqualTo(0);
      assertThat(extracted.err()).contains("Withdrawn: 2 articles.\n");
    }

    @Test
    void countsTheArticlesOfOtherLanguages() {
      String lines =
          """
          {"id":"a","language":"de","text":"„Wir öffnen im Mai“, sagte Ada Holm."}
          {"id":"b","language":"fr","text":"« Nous ouvrons en mai », a dit Ada Holm."}
          {"id":"c","text":"\\"We open in May,\\" Ada Holm said."}
          """;

      Run run = Run.withInput(lines, "index", "--archive", archive, "-");
      Run again = Run.withInput(lines, "index", "--archive", archive, "--json", "-");

      assertThat(run.out())
          .contains(
              "Added 3 articles, replaced 0, unchanged 0, rejected 0.\n"
                  + "2 articles in other languages: their quoted words are kept, speakers unknown.\n"
                  + archive
                  + " now holds 3 articles with 3 quotations of 1 speaker.\n");
      assertThat(again.out()).contains("\"unchanged\":3,\"rejected\":0,\"otherLanguage\":2,");
    }

    @Test
    void skipsUnchangedArticles() {
      String lines = "{\"id\":\"a\",\"text\":\"One\"}\n{\"id\":\"b\",\"text\":\"Two\"}";
      Run.withInput(lines, "index", "--archive", archive, "-");

      Run run = Run.withInput(lines, "index", "--archive", archive, "-");

      assertThat(run.out()).contains("Added 0 articles, replaced 0, unchanged 2, rejected 0.\n");
    }

    @Test
    void reportsEachCommitAfterTheRequestedNumberOfArticles() {
      StringBuilder lines = new StringBuilder();
      for (int i = 0; i < 7; i++) {
        lines.append("{\"id\":\"").append(i).append("\",\"text\":\"Text\"}\n");
      }

      Run run =
          Run.withInput(
              lines.toString(), "index", "--archive", archive, "--json", "--commit-every", 3, "-");

      assertThat(run.out().lines().limit(3))
          .containsExactly("{\"committed\":3}", "{\"committed\":6}", "{\"committed\":7}");
      assertThat(run.out().lines()).hasSize(4);
    }

    @Test
    void addsAllArticlesEvenIfTheOutputIsClosed() throws IOException {
      StringBuilder lines = new StringBuilder();
      for (int i = 0; i < 30; i++) {
        lines.append("{\"id\":\"").append(i).append("\",\"text\":\"Text\"}\n");
      }
      OutputStream closed =
          new OutputStream() {
            @Override
            public void write(int b) throws IOException {
              throw new IOException("Broken pipe");
            }
          };
      Terminal terminal =
          new Terminal(
              new ByteArrayInputStream(lines.toString().getBytes(StandardCharsets.UTF_8)),
              closed,
              new ByteArrayOutputStream(),
              Terminal.Reader.PROGRAM,
              80);

      Main.run(
          terminal, "index", "--archive", archive.toString(), "--json", "--commit-every", "3", "-");

      try (Archive open = Archive.openReadOnly(archive)) {
        assertThat(open.info().articles()).isEqualTo(30);
      }
    }

    @Test
    void rejectsAZeroCommitInterval() {
      Run run = Run.withInput("", "index", "--archive", archive, "--commit-every", 0, "-");

      assertThat(run.code()).isEqualTo(2);
      assertThat(run.err())
          .contains("'--commit-every': must be a whole number from 1 to 2147483647, but was '0'");
      assertThat(archive).doesNotExist();
    }

    @Test
    void addsTheValidArticlesWhenOthersAreRejected() {
      String lines =
          """
          {"id":"1","text":"One"}
          {"id":"2","te
          {"id":"%s","text":"An id longer than the index takes"}
          {"id":"4","text":"Four"}
          """
              .formatted("x".repeat(40_000));

      Run run = Run.withInput(lines, "index", "--archive", archive, "--json", "-");

      assertThat(run.code()).isEqualTo(1);
      JsonNode report = JSON.readTree(run.out().lines().toList().getLast());
      assertThat(report.get("added").intValue()).isEqualTo(2);
      assertThat(report.get("rejected").intValue()).isEqualTo(2);
      assertThat(run.err().lines())
          .satisfiesExactly(
              line -> assertThat(line).startsWith("onrecord: standard input:2: is not valid JSON"),
              line -> assertThat(line).startsWith("onrecord: standard input:3: "));
      assertThat(
              JSON.readTree(Run.of("info", "--archive", archive, "--json").out())
                  .get("articles")
                  .intValue())
          .isEqualTo(2);
    }

    @Test
    void identifiesSpeakersByAListAndReportsAmbiguousNames() throws IOException {
      Path list =
          Files.writeString(
              folder.resolve("list.csv"),
              """
              name,aliases,id,description
              Ada Holm,Ada Brandt-Holm|Holm,Q7,miller
              Bo Holm,Holm,,
              """);
      Path article =
          Files.writeString(
              folder.resolve("a.txt"), "Mill\n\n\"We open in May,\" Ada Brandt-Holm said.");
      Path other =
          Files.writeString(folder.resolve("b.txt"), "Mill\n\n\"We open in May,\" said Holm.");

      Run asJson =
          Run.of("index", "--archive", archive, "--json", "--authority", list, article, other);
      Run printed = Run.of("index", "--archive", archive, "--authority", list, article);
      Run found = Run.of("search", "--archive", archive, "--speaker", "ada holm", "--json");

      assertThat(asJson.err()).isEmpty();
      assertThat(JSON.readTree(asJson.out().lines().toList().getLast()).get("ambiguous"))
          .isEqualTo(
              JSON.readTree(
                  """
                  [{"name": "Holm", "quotations": 1, "candidates": [
                    {"name": "Ada Holm", "id": "Q7", "description": "miller"},
                    {"name": "Bo Holm", "id": null, "description": null}]}]
                  """));
      assertThat(printed.out())
          .endsWith(
              "Left as printed: 'Holm', in 1 quotation, can be Ada Holm (Q7, miller) or Bo"
                  + " Holm.\n");
      assertThat(JSON.readTree(found.out()).get("hits").get(0).get("quotation").get("speaker"))
          .isEqualTo(
              JSON.readTree(
                  """
                  {"name": "Ada Holm", "type": "PERSON", "id": "Q7", "printed": "Ada Brandt-Holm"}
                  """));
    }

    @Test
    void readsApostrophePairsAsExtractDoes() {
      String line = "{\"id\":\"b\",\"text\":\"Ada Holm was there. ''It runs,'' she said.\"}";
      String[] search = {"search", "--archive", archive.toString(), "--json", "runs"};

      String extracted = Run.withInput(line, "extract", "--apostrophe-pairs", "-").out();
      Run indexed =
          Run.withInput(line, "index", "--archive", archive, "--apostrophe-pairs", "--json", "-");
      JsonNode found = JSON.readTree(Run.of((Object[]) search).out()).get("hits");
      String info = Run.of("info", "--archive", archive, "--json").out();

      assertThat(indexed.code()).isZero();
      assertThat(found).hasSize(1);
      assertThat(found.get(0).get("quotation"))
          .isEqualTo(JSON.readTree(extracted).get("quotations").get(0));
      assertThat(JSON.readTree(info).get("extractor").stringValue())
          .isEqualTo(Extractor.VERSION + "+apostrophe-pairs");
      assertThat(JSON.readTree(info).get("extractors").propertyNames())
          .containsExactly(Extractor.VERSION + "+apostrophe-pairs");
      Run.withInput(line, "index", "--archive", archive, "-");
      assertThat(JSON.readTree(Run.of((Object[]) search).out()).get("hits")).isEmpty();
    }

    @Test
    void reportsAnInvalidListOfSpeakersBeforeAnythingElse() throws IOException {
      Path list = Files.writeString(folder.resolve("list.csv"), "name,id\n,Q7\n");

      Run run = Run.withInput("Text", "index", "--archive", archive, "--authority", list, "-");

      assertThat(run).isEqualTo(new Run(1, "", "onrecord: " + list + ":2: name is missing\n"));
      assertThat(archive).doesNotExist();
    }

    @Test
    void doesNotChangeAFolderThatIsNotAnArchive() throws IOException {
      Files.createDirectory(archive);
      Path other = Files.writeString(archive.resolve("letter"), "keep me");

      Run run = Run.withInput("{\"id\":\"1\",\"text\":\"T\"}", "index", "--archive", archive, "-");

      assertThat(run.code()).isEqualTo(1);
      assertThat(run.err()).startsWith("onrecord: " + archive).contains("letter");
      assertThat(run.err().lines()).hasSize(1);
      assertThat(other).hasContent("keep me");
      try (var files = Files.list(archive)) {
        assertThat(files).containsExactly(other);
      }
    }

    @Test
    void failsWhileAnotherWriterIsOpen() throws IOException {
      try (Archive writing = Archive.open(archive)) {
        writing.add(Article.builder("1", "T").build());

        Run run =
            Run.withInput("{\"id\":\"2\",\"text\":\"T\"}", "index", "--archive", archive, "-");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).startsWith("onrecord: ").contains(archive.toString());
        assertThat(run.err().lines()).hasSize(1);
      }
      try (Archive reopened = Archive.openReadOnly(archive)) {
        assertThat(reopened.info().articles()).isEqualTo(1);
      }
    }
  }

  @Nested
  class SearchAnArchive {

    @TempDir private static Path shared;
    private static Path archive;

    @BeforeAll
    static void addArticles() throws IOException {
      archive = shared.resolve("archive");
      String first = "\u201c\ud83d\ude00 The old mill will open in May,\u201d she said on Sunday.";
      String second = "\u201cNo mill will open,\u201d Bo Lind said. It was said that mills close.";
      Article one =
          Article.builder("one", first)
              .title("Mill\u001b[2J to reopen")
              .published(Published.parse("2024-05-07T08:00Z"))
              .outlet("The Post")
              .url("https://example.org/one")
              .build();
      Article two = Article.builder("two", second).published(Published.parse("2024-06-01")).build();
      try (Archive open = Archive.open(archive)) {
        open.add(
            one,
            List.of(
                Quotation.builder(
                        one, List.of(span(first, "\ud83d\ude00 The old mill will open in May,")))
                    .speaker(new Speaker("Ada Holm", SpeakerType.PERSON, Optional.of("the miller")))
                    .said(
                        new Said(
                            span(first, "Sunday"), Optional.of(PartialDate.parse("2024-05-05"))))
                    .build()));
        open.add(
            two,
            List.of(
                Quotation.builder(two, List.of(span(second, "No mill will open,")))
                    .speaker(Speaker.of("Bo Lind", SpeakerType.PERSON))
                    .build(),
                Quotation.builder(two, List.of(span(second, "mills close")))
                    .kind(QuotationKind.INDIRECT)
                    .build()));
      }
    }

    @Test
    void printsReadableHitsAndTheRequestedCounts() {
      Run run =
          Run.of(
              "search",
              "--archive",
              archive,
              "--phrase",
              "will open",
              "--sort",
              "oldest",
              "--facet",
              "speaker",
              "--facet",
              "published:month",
              "--filter",
              "speaker=Ada Holm");

      assertThat(run.out())
          .isEqualTo(
              """
              1 quotation (direct, mixed)

              1.  \u201c\ud83d\ude00 The old mill **will open** in May,\u201d
                  \u2014 Ada Holm, the miller, said 2024-05-05
                  The Post \u00b7 2024-05-07 \u00b7 Mill\\u001b[2J to reopen \u00b7 one#1

              Speaker     quotations  articles
              * Ada Holm           1         1
                Bo Lind            1         1

              Published, by month  quotations  articles
              2024-05                       1         1
              """);
      assertThat(run.err()).isEmpty();
      assertThat(run.code()).isZero();
    }

    @Test
    void printsBoldTextOnATerminalWithinItsWidth() {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      Terminal narrow =
          new Terminal(
              new ByteArrayInputStream(new byte[0]),
              out,
              new ByteArrayOutputStream(),
              Terminal.Reader.PERSON,
              23);

      Main.run(narrow, "search", "--archive", archive.toString(), "mill", "--speaker", "holm");

      assertThat(out.toString(StandardCharsets.UTF_8))
          .contains(
              "1.  \u201c\ud83d\ude00 The old \u001b[1mmill\u001b[0m\n    will open in May,\u201d\n");
    }

    @Test
    void printsOneJsonObject() {
      Run run = Run.of("search", "--archive", archive, "--json", "old", "--facet", "speaker-type");

      JsonNode result = JSON.readTree(run.out());

      assertThat(run.out().lines()).hasSize(1);
      assertThat(result.propertyNames())
          .containsExactly(
              "selection",
              "total",
              "quotations",
              "articles",
              "hits",
              "facets",
              "facetRequests",
              "cursor",
              "partial");
      assertThat(result.get("total").intValue()).isEqualTo(1);
      assertThat(result.get("cursor").isNull()).isTrue();
      assertThat(result.get("facets"))
          .isEqualTo(
              JSON.readTree(
                  "{\"speaker_type\":[{\"value\":\"PERSON\",\"count\":1,\"articles\":1}]}"));
      JsonNode hit = result.get("hits").get(0);
      assertThat(hit.get("score").doubleValue()).isPositive();
      assertThat(hit.get("article"))
          .isEqualTo(
              JSON.readTree(
                  """
                  {"id":"one","title":"Mill\\u001b[2J to reopen","published":"2024-05-07T08:00Z",
                   "outlet":"The Post","section":null,"authors":[],"url":"https://example.org/one",
                   "language":null,"tags":[]}
                  """));
      assertThat(hit.get("quotation").get("runs"))
          .isEqualTo(JSON.readTree("[{\"start\":1,\"end\":33}]"));
      assertThat(hit.at("/highlights/inQuotation"))
          .isEqualTo(JSON.readTree("[{\"start\":6,\"end\":9}]"));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            mill                                   | 2
            mill old                               | 1
            --phrase will.open                     | 2
            --phrase mill.open                     | 0
            --phrase mill.open --slop 1            | 2
            --phrase the.old --phrase no.mill      | 2
            mill --phrase the.old --speaker bo     | 0
            --speaker bo                           | 1
            --speaker-type person                  | 2
            --outlet The.Post                      | 1
            --section World                        | 0
            --kind direct                          | 2
            --kind indirect                        | 1
            --indirect                             | 3
            --article two                          | 1
            --published 2024-05..2024-05-31        | 1
            --published 2024-06..                  | 1
            --said 2024-05-05                      | 1
            --filter published=2024-05             | 1
            --filter outlet=(unknown)              | 1
            --filter speaker_type=PERSON           | 2
            --limit 0                              | 2
            """)
    void findsTheRequestedQuotations(String options, int total) {
      Object[] arguments =
          Stream.concat(
                  Stream.of("search", "--json", "--archive", archive),
                  Stream.of(options.split(" +"))
                      .map(option ->
                          option.matches("[a-zA-Z]+\\.[a-zA-Z]+")
                              ? option.replace('.', ' ')
                              : option))
              .toArray();

      Run run = Run.of(arguments);

      assertThat(run.err().lines())
          .as(run.err())
          .allMatch(line -> total == 0 && line.startsWith("onrecord: nothing in the archive"));
      assertThat(run.code()).isZero();
      assertThat(JSON.readTree(run.out()).get("total").intValue()).isEqualTo(total);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            --phrase ''            | phrase of a query must contain a letter or a digit, but was ''
            --published May        | date must be of the form 2020, 2020-11 or 2020-11-22, but was 'May'
            --filter outlet        | --filter must be FACET=VALUE, but was 'outlet'
            --filter colour=red    | a facet must be one of speaker, speaker-id, speaker-type, about, outlet, section, author, language, kind, cue, rule, tag, published, said, confidence, or a field of the archive such as article.country or speaker.party, but was 'colour'
            --filter kind=LOUD     | value of facet kind must be one of [DIRECT, MIXED, INDIRECT], but was LOUD
            --facet speaker:many   | a facet must have a number of values after the colon, as in speaker:20, but was 'speaker:many'
            --facet said:week      | a facet must have year, month or day after the colon, but was 'said:week'
            --limit 10001          | Invalid value for option '--limit': must be a whole number from 0 to 10000, but was '10001'
            --kind loud            | Invalid value for option '--kind' (KIND): expected one of [DIRECT, MIXED, INDIRECT] (case-insensitive) but was 'loud'
            """)
    void rejectsInvalidArguments(String options, String message) {
      String[] option = options.split(" ");

      Run run =
          Run.of(
              "search", "--archive", archive, option[0], option[1].equals("''") ? "" : option[1]);

      assertThat(run)
          .isEqualTo(new Run(2, "", "onrecord: " + message + "\nTry 'onrecord search --help'.\n"));
    }

    @Test
    void reportsThatNothingIsFound() {
      Run run = Run.of("search", "--archive", archive, "unheard", "--facet", "outlet");

      assertThat(run.out())
          .isEqualTo("0 quotations (direct, mixed)\n\nOutlet  quotations  articles\n(none)\n");
      assertThat(run.code()).isZero();
    }

    @Test
    void reportsTheNumberOfFurtherHits() {
      Run run = Run.of("search", "--archive", archive, "--limit", "1", "--facet", "speaker:1");

      assertThat(run.out())
          .startsWith("2 quotations (direct, mixed), 1 of them shown\n")
          .endsWith("\nand 1 more\n");
    }
  }

  @ParameterizedTest
  @CsvSource({"search", "info"})
  void failsWithoutAnArchiveAndCreatesNone(String command) {
    Run run = Run.of(command, "--archive", archive);

    assertThat(run)
        .isEqualTo(new Run(1, "", "onrecord: " + archive + ": there is no archive here\n"));
    assertThat(archive).doesNotExist();
  }

  private static Span span(String text, String part) {
    return new Span(text.indexOf(part), text.indexOf(part) + part.length());
  }
}
