package onrecord.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import onrecord.model.Article;
import onrecord.model.Published;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON as scrapers and newsrooms write it. */
class JsonArticlesTest {

  private ReadReport report = empty();

  private static ReadReport empty() {
    Map<String, Long> none = Map.of();
    return new ReadReport(0, 0, 0, Map.of(), none, none, none, none, none, 0, Optional.empty());
  }

  @Test
  void trafilatura() throws IOException {
    Article article =
        only(
            """
            {"title": "Mill reopens", "author": "Ada Holm; Bo Lind", "hostname": "lantern.example",
             "date": "2023-03-05", "fingerprint": "ab12", "id": null, "license": null,
             "comments": "First! Who \u201cwrote\u201d this?", "raw_text": "Mill reopens The mill",
             "text": "The mill reopens.\\nIt is old.", "language": "en", "image": "http://x/y.png",
             "pagetype": "article", "source": "https://lantern.example/mill",
             "source-hostname": "The Daily Lantern", "excerpt": "The mill", "categories": "Town",
             "tags": "mills;water"}
            """);

    assertThat(article.title()).isEqualTo("Mill reopens");
    assertThat(article.authors()).containsExactly("Ada Holm", "Bo Lind");
    assertThat(article.text()).isEqualTo("The mill reopens.\nIt is old.");
    assertThat(article.published()).contains(Published.parse("2023-03-05"));
    assertThat(article.url()).contains("https://lantern.example/mill");
    assertThat(article.id()).isEqualTo("https://lantern.example/mill");
    assertThat(article.outlet()).contains("The Daily Lantern");
    assertThat(article.tags()).containsExactly("mills", "water");
    assertThat(article.language()).contains("en");
    assertThat(report.unusedFields().keySet())
        .contains("fingerprint", "comments", "raw_text", "image", "excerpt", "hostname")
        .doesNotContain("id", "license");
  }

  @Test
  void newspaper4kOverSeveralLines() throws IOException {
    Article article =
        only(
            """
            {
                "url": "https://lantern.example/a",
                "read_more_link": "",
                "language": "en",
                "title": "Mill reopens",
                "images": [{"text": "A mill, he said", "title": "mill.png"}],
                "movies": [],
                "keywords": ["mill"],
                "authors": ["Ada Holm"],
                "publish_date": "2023-03-05T08:00:00",
                "summary": "The mill reopens.",
                "meta_site_name": "Lantern",
                "text": "The mill reopens.\\n\\nIt is old."
            }
            """);

    assertThat(article.text()).isEqualTo("The mill reopens.\n\nIt is old.");
    assertThat(article.published()).contains(Published.parse("2023-03-05T08:00"));
    assertThat(article.outlet()).contains("Lantern");
    assertThat(report.files()).containsOnlyKeys(ArticleFormat.JSON);
    assertThat(report.unusedFields().keySet()).containsExactlyInAnyOrder("images", "summary");
  }

  @Test
  void newsPlease() throws IOException {
    Article article =
        only(
            """
            {
              "authors": "['Ada Holm', 'Bo Lind']",
              "date_download": "2024-01-01 00:00:00",
              "date_publish": "2017-07-17 17:03:00",
              "language": "en",
              "localpath": "None",
              "maintext": "The mill reopens.",
              "source_domain": "lantern.example",
              "text": "None",
              "title": "Mill",
              "title_rss": "None",
              "url": "https://lantern.example/m"
            }
            """);

    assertThat(article.authors()).containsExactly("Ada Holm", "Bo Lind");
    assertThat(article.published()).contains(Published.parse("2017-07-17T17:03"));
    assertThat(article.outlet()).contains("lantern.example");
  }

  @Test
  void aMissingDateThatIsTheWordNoneIsMissing() throws IOException {
    Article article = only("{\"text\":\"T\",\"date_publish\":\"None\",\"authors\":\"[]\"}");

    assertThat(article.published()).isEmpty();
    assertThat(article.authors()).isEmpty();
    assertThat(report.unreadDates()).isZero();
    assertThat(report.missing()).containsEntry("published", 1L);
  }

  @Test
  void fundus() throws IOException {
    List<Article> articles =
        all(
            """
            {
              "Lantern": [
                {"title": "A", "authors": ["Ada Holm"], "publishing_date": "2023-04-28 17:40:08+00:00",
                 "topics": ["mills"], "free_access": true, "images": [{"caption": "x"}],
                 "body": {"summary": ["It reopens."],
                          "sections": [{"headline": [], "paragraphs": ["One.", "Two."]},
                                       {"headline": ["Later"], "paragraphs": ["Three."]}]}},
                {"title": "B", "body": {"summary": [], "sections": [{"headline": [], "paragraphs": ["Four."]}]}}
              ],
              "Courier": [
                {"title": "C", "body": {"summary": [], "sections": [{"headline": [], "paragraphs": ["Five."]}]}}
              ]
            }
            """);

    assertThat(articles)
        .extracting(Article::text)
        .containsExactly("It reopens.\n\nOne.\n\nTwo.\n\nLater\n\nThree.", "Four.", "Five.");
    assertThat(articles)
        .extracting(article -> article.outlet().orElse(""))
        .containsExactly("Lantern", "Lantern", "Courier");
    assertThat(articles.getFirst().published())
        .contains(Published.parse("2023-04-28T17:40:08+00:00"));
    assertThat(articles.getFirst().tags()).containsExactly("mills");
  }

  @Test
  void washingtonPost() throws IOException {
    Article article =
        only(
            """
            {"id": "m1", "article_url": "https://post.example/m1", "title": "Mill", "author": "Ada Holm",\
             "published_date": 1356999181000, "contents": [\
            {"content": "Town", "mime": "text/plain", "type": "kicker"},\
            {"content": "Mill", "mime": "text/plain", "type": "title"},\
            {"fullcaption": "A mill \\u201cat dusk\\u201d", "type": "image", "content": "caption"},\
            {"content": "The <b>mill</b> reopens &amp; grinds.", "subtype": "paragraph", "type": "sanitized_html", "mime": "text/html"},\
            {"content": "Why now", "subtype": "subhead", "type": "sanitized_html"},\
            {"content": "It is <a href=\\"x\\">old</a>.", "subtype": "paragraph", "type": "sanitized_html"},\
            {"role": "", "type": "author_info", "bio": "Ada writes.", "content": "Ada"},\
            null], "type": "article", "source": "The Post"}
            """);

    assertThat(article.text()).isEqualTo("The mill reopens & grinds.\n\nWhy now\n\nIt is old.");
    assertThat(article.section()).contains("Town");
    assertThat(article.outlet()).contains("The Post");
    assertThat(article.published().map(Published::day).map(Object::toString))
        .contains("2013-01-01");
  }

  @Test
  void schemaOrgWithAGraphAndEscapedMarkup() throws IOException {
    Article article =
        only(
            """
            {"@context": "https://schema.org", "@graph": [
              {"@type": "WebSite", "name": "Lantern", "url": "https://lantern.example"},
              {"@type": "NewsArticle", "headline": "Mill reopens",
               "articleBody": "&lt;p&gt;The mill reopens.&lt;/p&gt;&lt;p&gt;It is old.&lt;/p&gt;",
               "datePublished": "2023-03-05T08:00:00Z", "dateModified": "2024-01-01",
               "author": [{"@type": "Person", "name": "Ada Holm"}, {"@type": "Person", "name": "Bo Lind"}],
               "publisher": {"@type": "Organization", "name": "The Lantern"}, "inLanguage": "en-GB",
               "articleSection": ["Town"], "keywords": ["mill", "water"],
               "mainEntityOfPage": {"@type": "WebPage", "@id": "https://lantern.example/m"}}]}
            """);

    assertThat(article.text()).isEqualTo("The mill reopens.\n\nIt is old.");
    assertThat(article.authors()).containsExactly("Ada Holm", "Bo Lind");
    assertThat(article.outlet()).contains("The Lantern");
    assertThat(article.url()).contains("https://lantern.example/m");
    assertThat(article.published()).contains(Published.parse("2023-03-05T08:00:00Z"));
    assertThat(article.language()).contains("en-GB");
    assertThat(report.skipped()).isEqualTo(Map.of("a record without a text", 1L));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"text\":\"T\"},{\"text\":\"U\"}]",
        "[\n{\"text\":\"T\"},\n{\"text\":\"U\"}\n]",
        "{\"status\":\"ok\",\"articles\":[{\"text\":\"T\"},{\"text\":\"U\"}]}",
        "{\"response\":{\"docs\":[{\"body\":\"T\"},{\"body\":\"U\"}]}}",
        "{\"hits\":{\"hits\":[{\"_id\":\"1\",\"_source\":{\"text\":\"T\"}},{\"_source\":{\"text\":\"U\"}}]}}",
        "{\n\"text\":\n\"T\"}\n{\n\"text\": \"U\"\n}",
        "{\"text\":\"T\"} {\"text\":\"U\"}",
        "{\"Full Text\":\"T\"}\n{\"full_text\":\"U\"}",
        "{\"content\":{\"rendered\":\"<p>T</p>\"}}\n{\"content\":{\"rendered\":\"<p>U</p>\\n\"}}"
      })
  void articlesAreFoundWhereverTheyAreHeld(String json) throws IOException {
    assertThat(all(json)).extracting(Article::text).containsExactly("T", "U");
    assertThat(report.failures()).isZero();
  }

  @Test
  void textsWithinAnArticleAreNotArticles() throws IOException {
    Article article =
        only(
            """
            {"title": "Mill", "related": [{"title": "Other", "text": "Other text"}],
             "comments": [{"title": "Mine", "text": "I said so"}], "text": "The mill."}
            """);

    assertThat(article.text()).isEqualTo("The mill.");
  }

  @Test
  void aFieldCanBeNamedByAPath() throws IOException {
    ReadOptions.Builder options =
        ReadOptions.builder().fields(Map.of("text", "payload.words", "title", "Betreff"));

    List<Article> articles =
        read(
            "{\"Betreff\":\"Mühle\",\"payload\":{\"words\":\"T\",\"other\":1},\"text\":\"no\"}",
            options);

    assertThat(articles).extracting(Article::text).containsExactly("T");
    assertThat(articles).extracting(Article::title).containsExactly("Mühle");
  }

  @Test
  void onlyOneMessageIsGivenForABrokenDocument() throws IOException {
    List<String> messages =
        failures("[\n  {\"text\": \"T\"},\n  {\n    \"text\": oops\n  },\n  {\"text\": \"U\"}\n]");

    assertThat(messages)
        .containsExactly(
            "standard input: is not valid JSON at line 4, column 13; one record before it was read,"
                + " what follows was not");
  }

  @ParameterizedTest
  @MethodSource
  void aRecordThatIsNotAsItShouldBeDoesNotEndADocument(String record, String reason)
      throws IOException {
    List<String> records =
        List.of(
            "{\"title\": \"A\", \"text\": \"T\"}", record, "{\"title\": \"A\", \"text\": \"U\"}");
    for (String form : List.of("[\n%s\n]", "{\"Lantern\": [\n%s\n]}", "{\"articles\":\n[%s]}")) {
      String document = form.formatted(String.join(",\n", records));

      assertThat(failures(document)).hasSize(1).first().asString().endsWith(reason);
      assertThat(report.articles()).isEqualTo(2);
    }
  }

  static Stream<Arguments> aRecordThatIsNotAsItShouldBeDoesNotEndADocument() {
    return Stream.of(
        Arguments.of(
            "{\"title\": \"A\", \"title\": \"B\", \"x\": [{}]}",
            ": title must occur once, but occurs more than once"),
        Arguments.of(
            "{\"_id\": 1, \"_source\": {\"title\": \"A\", \"title\": \"B\"}}",
            ": title must occur once, but occurs more than once"),
        Arguments.of(
            "{\"text\": " + "[".repeat(100) + "]".repeat(100) + "}",
            ": must not be nested more than 40 levels deep, but is"),
        Arguments.of(
            "{\"x\": " + "[".repeat(20_000) + "]".repeat(20_000) + "}",
            ": must not be nested more than 10000 levels deep, but is"));
  }

  @Test
  void theLineOfABrokenRecordIsReported() throws IOException {
    assertThat(failures("[\n{\"text\": \"T\"},\n{\"title\": \"A\",\n\"title\": \"B\"}]"))
        .containsExactly("standard input:3: title must occur once, but occurs more than once");
  }

  @Test
  void aBombOfListsEndsADocumentWithOneMessage() throws IOException {
    assertThat(failures("[{\"text\": \"T\"}, {\"x\": " + "[".repeat(1_000_000)))
        .containsExactly(
            "standard input: must not be nested more than 10000 levels deep, but is; one record"
                + " before it was read, what follows was not");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[%s]", "{\"Lantern\":\n[%s]}", "{\"data\":{\"docs\":\n[%s]}}"})
  void onlyARecordIsLimitedAndNotWhatHoldsIt(String form) throws IOException {
    RecordLimits limits = new RecordLimits(100_000, 100_000);
    String record = "{\"title\": \"A\", \"text\": \"" + "mill ".repeat(1_000) + "\"}";
    String records = String.join(",\n", Collections.nCopies(100, record));

    List<ArticleRecord> read = read(form.formatted(records), limits);

    assertThat(read).hasSize(100).allMatch(found -> found.failure().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "x"})
  void aStringThatIsTooLongIsReportedWithoutReadingIt(String name) throws IOException {
    RecordLimits limits = new RecordLimits(100_000, 100_000);
    Reader endless = new EndlessString("[{\"text\": \"T\"}, {\"" + name + "\": \"");

    try (Reader characters = endless) {
      JsonRecords records =
          new JsonRecords(
              JsonSyntax.parser(characters, limits),
              input(InputStream.nullInputStream(), limits),
              ReadOptions.DEFAULT.names(),
              0);
      assertThat(records.next()).isNotNull();
      assertThatIllegalArgumentException()
          .isThrownBy(records::next)
          .withMessageStartingWith("the record must not be longer than 100000 bytes, but is");
    }
  }

  /** A text followed by the letter m without end. */
  private static final class EndlessString extends Reader {
    private final StringReader start;

    EndlessString(String start) {
      this.start = new StringReader(start);
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
      int read = start.read(buffer, offset, length);
      if (read > 0) {
        return read;
      }
      Arrays.fill(buffer, offset, offset + length, 'm');
      return length;
    }

    @Override
    public void close() {
      start.close();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ \"text\": \"T, or [\"\n, \"date\": \"2020-01-01\"\n}",
        "{ \"text\": \"T, or [\"\n}",
        "{\"articles\": [{\"text\": \"T, or [\"}\n,{\"note\": \"\", \"title\": \"Without text\"}]}"
      })
  void anObjectOverSeveralLinesIsOneWhereverItsLinesBreak(String json) throws IOException {
    assertThat(all(json)).extracting(Article::text).containsExactly("T, or [");
    assertThat(report.files()).containsOnlyKeys(ArticleFormat.JSON);
  }

  @Test
  void aFirstLineThatIsCutDoesNotEndTheLinesAfterIt() throws IOException {
    assertThat(failures("{\"text\": \"T, {\n{\"text\": \"U\"}\n")).hasSize(1);
    assertThat(report.articles()).isEqualTo(1);
    assertThat(failures("{\"text\": \"T\"\n{\"text\": \"U\"}\n")).hasSize(1);
    assertThat(report.articles()).isEqualTo(1);
  }

  @Test
  void oneRenditionOfNinjsIsRead() throws IOException {
    Article article =
        only(
            """
            {"uri": "urn:l:1", "pubstatus": "usable", "versioncreated": "2022-05-01T10:00:00Z",
             "headlines": [{"role": "short", "value": "Mill"},
                           {"role": "main", "value": "The mill reopens"}],
             "bodies": [{"role": "summary", "contenttype": "text/plain", "value": "A mill."},
                        {"role": "main", "contenttype": "text/html",
                         "value": "<p>The mill reopens.</p><p>It is old.</p>"},
                        {"role": "main", "contenttype": "text/plain",
                         "value": "The mill reopens.  It is old."}]}
            """);

    assertThat(article.title()).isEqualTo("The mill reopens");
    assertThat(article.text()).isEqualTo("The mill reopens.\n\nIt is old.");
    assertThat(report.unusedFields()).doesNotContainKey("pubstatus");
  }

  @Test
  void whatIsCanceledWithoutAnIdIsNoArticle() throws IOException {
    assertThat(all("{\"headline\": \"Mill\", \"body_text\": \"T\", \"pubstatus\": \"canceled\"}"))
        .isEmpty();
    assertThat(report.skipped()).isEqualTo(Map.of("a record whose status is canceled", 1L));
  }

  @Test
  void aLongListIsStreamed() throws IOException {
    String records =
        IntStream.range(0, 20_000)
            .mapToObj(i -> "{\"id\":\"" + i + "\",\"text\":\"Text of " + i + "\"}")
            .collect(Collectors.joining(",", "[", "]"));

    assertThat(all(records)).hasSize(20_000);
  }

  private Article only(String json) throws IOException {
    List<Article> articles = all(json);
    assertThat(articles).hasSize(1);
    return articles.getFirst();
  }

  private List<Article> all(String json) throws IOException {
    return read(json, ReadOptions.builder());
  }

  private List<Article> read(String json, ReadOptions.Builder options) throws IOException {
    List<Article> articles = new ArrayList<>();
    ReadOptions all = options.standardInput(new ByteArrayInputStream(json.getBytes(UTF_8))).build();
    try (ArticleReader reader = ArticleReader.open(List.of(Path.of("-")), all)) {
      while (reader.hasNext()) {
        articles.add(reader.next().article());
      }
      report = reader.report();
    }
    return articles;
  }

  private List<String> failures(String json) throws IOException {
    List<String> messages = new ArrayList<>();
    ReadOptions options = Reading.from(new ByteArrayInputStream(json.getBytes(UTF_8)));
    try (ArticleReader reader = ArticleReader.open(List.of(Path.of("-")), options)) {
      reader.forEachRemaining(
          record -> record.failure().ifPresent(failure -> messages.add(failure.getMessage())));
      report = reader.report();
    }
    return messages;
  }

  private static List<ArticleRecord> read(String json, RecordLimits limits) throws IOException {
    List<ArticleRecord> records = new ArrayList<>();
    RecordSource source =
        new JsonDocument(input(new ByteArrayInputStream(json.getBytes(UTF_8)), limits));
    for (ArticleRecord record = source.next(); record != null; record = source.next()) {
      records.add(record);
    }
    return records;
  }

  private static SourceInput input(InputStream in, RecordLimits limits) {
    return new SourceInput(
        in, "test", Optional.empty(), limits, ReadOptions.DEFAULT, Optional.empty());
  }
}
