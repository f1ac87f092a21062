package onrecord;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import onrecord.model.Article;
import onrecord.model.FieldType;
import onrecord.model.FieldValue;
import onrecord.model.Fields;
import onrecord.model.PartialDate;
import onrecord.model.Published;
import onrecord.model.Quotation;
import onrecord.model.Said;
import onrecord.model.Span;
import onrecord.model.Speaker;
import onrecord.model.SpeakerType;
import onrecord.query.Hit;
import onrecord.query.Query;
import onrecord.query.Search;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs every example of the page on the query syntax, the documentation of the query package. */
class QuerySyntaxPageTest {

  private static final Path PAGE =
      Path.of("src", "main", "java", "onrecord", "query", "package-info.java");

  private static Archive archive;

  @BeforeAll
  static void fill() throws IOException {
    Iterator<Instant> times =
        Stream.of("2020-11-21T23:59:59Z", "2020-11-22T00:00:00Z").map(Instant::parse).iterator();
    archive = Archive.inMemory(ArchiveOptions.builder().clock(times::next).build());
    add(
        Article.builder(
                "north-7",
                "Ilse Varga, who had warned of it, said: \u201cThe old bridge and its toll have"
                    + " closed the river at 7:30.\u201d The mayor had warned of it. Ada Holm asked for a ferry.")
            .title("The old bridge is closed")
            .published(Published.parse("2020-11-22"))
            .outlet("The Courier")
            .section("City")
            .authors(List.of("B. Ink"))
            .language("en-GB")
            .tags(List.of("harbour"))
            .fields(
                Fields.builder()
                    .name("country", "Ireland")
                    .number("reach", 12_000)
                    .add("filed", new FieldValue(FieldType.DAY, "2020-11-23"))
                    .add("summary", FieldValue.text("The bridges are closing."))
                    .build())
            .build(),
        new Speaker("Ilse Varga", SpeakerType.PERSON, Optional.of("the mayor"))
            .with(Fields.builder().name("party", "The Greens").build()),
        "2020-11-21");
    add(
        Article.builder("south-3", "Ada Holm said: \u201cThe ferry closes when bridges do.\u201d")
            .title("Bridges and boats")
            .published(Published.parse("2019-01-05"))
            .outlet("The Echo")
            .build(),
        Speaker.of("Ada Holm", SpeakerType.PERSON),
        "2019");
    archive.commit();
  }

  /** Adds an article whose quotation is between the marks. */
  private static void add(Article article, Speaker speaker, String said) throws IOException {
    String text = article.text();
    int cue = text.indexOf("said");
    Span run = new Span(text.indexOf('\u201c') + 1, text.indexOf('\u201d'));
    archive.add(
        article,
        List.of(
            Quotation.builder(article, List.of(run))
                .speaker(speaker)
                .cue(new Span(cue, cue + 4))
                .said(new Said(new Span(0, 4), Optional.of(PartialDate.parse(said))))
                .confidence(said.length() > 4 ? 0.95 : 0.5)
                .rule(said.length() > 4 ? "cue-before" : "inverted")
                .about(said.length() > 4 ? List.of("Ada Holm") : List.of())
                .fields(
                    said.length() > 4
                        ? Fields.builder().name("stance", "Against").build()
                        : Fields.NONE)
                .build()));
  }

  @AfterAll
  static void close() throws IOException {
    archive.close();
  }

  /** Each example of the page, and the articles whose quotation it finds: north, south. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "bridge | ns",
        "old bridge | n",
        "(bridge ferry)@1 | ns",
        "\"old bridge\" | n",
        "\"bridge old\"~2 | n",
        "\"old bridg*\" | n",
        "near:\"toll bridge\"~5 | n",
        "ordered:\"bridge toll\"~5 | n",
        "bridg* | ns",
        "br?dge* | ns",
        "brigde~1 | ns",
        "/bridges?/ | ns",
        "exact:closed | n",
        "exact:\"closed the\" | n",
        "case:the | n",
        "case:\"The old\" | n",
        "case.near:\"The bridge\"~4 | n",
        "case:T?e* | ns",
        "exact.near:\"the bridge\"~4 | n",
        "tokens:\"'old' 'bridge'\" | n",
        "tokens:\"[stem='close'] []{0,3} [stem='bridge']\" | s",
        "`tokens:\"'bridges?' 'do|and'\"` | ns",
        "`tokens:\"[case='The'] ('old' | 'ferry')+\"` | ns",
        "tokens:\"'the' [word!='old' & !word='r.*'] 'c.*'\" | s",
        "title.tokens:\"'old' []* 'closed'\" | n",
        "sentence:warned | n",
        "title:bridge | ns",
        "text:(river ferry) | n",
        "title.exact:bridge | n",
        "text.ordered:\"mayor warned\"~3 | n",
        "speaker:varga | n",
        "speaker:\"ilse varga\" | n",
        "speaker:\"varga ilse\"~2 | n",
        "description:mayor | n",
        "printed:\"varga\" | n",
        "speaker_type:person | ns",
        "speaker_id:(unknown) | ns",
        "about:(ada holm) | n",
        "outlet:courier -section:sport | n",
        "author:ink language:en tag:harbour | n",
        "kind:direct cue:said | ns",
        "published:2020-11 | n",
        "published:[2020-11 TO 2020-12] | n",
        "published:{2019 TO 2021} | n",
        "said:[* TO 2020-11-21] | ns",
        "said>=2020 | n",
        "added:[2020-11-22 TO *] | s",
        "commit:[1 TO 5] | ns",
        "confidence:[0.9 TO *] | n",
        "article:\"north-7\" | n",
        "id:\"north-7#41\" | n",
        "rule:cue-before | n",
        "in_article:\"speaker:holm ferry\" | s",
        "article.country:ireland | n",
        "speaker.party:\"the greens\" | n",
        "speaker.party:(unknown) | s",
        "quotation.stance:against | n",
        "article.reach:[1000 TO 50000} | n",
        "article.reach>=1000 | n",
        "article.filed:2020-11 | n",
        "article.summary:bridge | n",
        "article.summary.exact:bridges | n",
        "bridge AND speaker:varga | n",
        "bridge OR ferry | ns",
        "bridge -ferry | n",
        "bridge AND NOT ferry | n",
        "(bridge OR ferry) outlet:\"The Courier\" | n",
        "*:* | ns",
        "7\\:30 | n"
      })
  void exampleFindsWhatThePageTells(String example, String found) throws IOException {
    assertThat(examples()).contains(example);

    List<String> articles =
        archive.search(Search.of(Query.parse(example))).hits().stream()
            .map(Hit::article)
            .map(article -> article.id().substring(0, 1))
            .sorted()
            .toList();

    assertThat(String.join("", articles)).isEqualTo(found.equals("-") ? "" : found);
  }

  @Test
  void everyExampleOfThePageIsRun() throws Exception {
    CsvSource run =
        QuerySyntaxPageTest.class
            .getDeclaredMethod("exampleFindsWhatThePageTells", String.class, String.class)
            .getAnnotation(CsvSource.class);

    assertThat(examples())
        .hasSizeGreaterThan(40)
        .containsExactlyElementsOf(
            Stream.of(run.value())
                .map(row -> row.substring(0, row.lastIndexOf('|')).strip().replace("`", ""))
                .toList());
  }

  private static List<String> examples() throws IOException {
    String page = Files.readString(PAGE).replaceAll("\\s*\n \\* ?", " ");
    return Pattern.compile("<tr><td>\\{@code (.+?)\\}</td>")
        .matcher(page)
        .results()
        .map(example -> example.group(1))
        .toList();
  }
}
