package onrecord.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import onrecord.Archive;
import onrecord.model.Article;
import onrecord.model.Published;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The server, over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchServerTest {

  private static final String SCRIPT = "<script>alert('x')</script>";

  private Archive archive;
  private SearchServer server;
  private Client client;

  @BeforeAll
  void start() throws IOException {
    archive = Archive.inMemory();
    for (int i = 0; i < 25; i++) {
      archive.add(
          Article.builder("pier" + i, "\"The pier number " + i + " leaks,\" said Ada Holm.")
              .title("Pier " + i)
              .outlet(i % 5 == 0 ? "Quay Post" : "Harbor News")
              .published(Published.parse(2000 + i + "-05-01"))
              .url("https://pier.example/" + i)
              .build());
    }
    archive.add(
        Article.builder("rain", "\"It rains on Ada Holm,\" said Bo Lind.")
            .outlet("Quay Post")
            .build());
    archive.add(
        Article.builder(
                "script", "\"The zeppelin " + SCRIPT + " flies,\" said " + SCRIPT + " Moss.")
            .title(SCRIPT)
            .outlet(SCRIPT)
            .url("javascript:alert(1)")
            .build());
    archive.commit();
    server =
        SearchServer.start(archive, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    client = new Client(URI.create(server.address()));
  }

  @AfterAll
  void stop() throws IOException {
    server.close();
    archive.close();
  }

  private Document page(String target) throws IOException {
    Client.Answer answer = client.get(target);
    assertThat(answer.status()).as(answer.content()).isEqualTo(200);
    assertThat(answer.header("content-type")).isEqualTo("text/html; charset=utf-8");
    return Jsoup.parse(answer.content(), server.address());
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Test
  void aPageHasHitsFacetsTimelineAndExport() throws IOException {
    Document page = page("/?q=pier");

    assertThat(page.title()).isEqualTo("pier \u2013 Onrecord");
    assertThat(page.select("#q").val()).isEqualTo("pier");
    assertThat(page.select("main h2").text()).isEqualTo("25 quotations in 25 articles");
    assertThat(page.select(".hits li")).hasSize(10);
    assertThat(page.select(".hits mark").first().text()).isEqualTo("pier");
    assertThat(page.select("legend").eachText())
        .containsExactly("Speaker", "Outlet", "Published", "About", "Kind");
    assertThat(page.select("fieldset:contains(Outlet) .choice").eachText())
        .containsExactly("Harbor News 20", "Quay Post 5");
    assertThat(page.select("fieldset:contains(Published) .choice")).hasSize(15);
    assertThat(page.select("fieldset:contains(Published) .note").text()).isEqualTo("10 more");
    assertThat(client.get(page.select("picture img").attr("src")).content())
        .contains("Most quotations were published in 2000");
    assertThat(client.get(page.select("picture source").attr("srcset")).content())
        .contains("width=\"340\"");
    String export = page.select("a:contains(CSV)").attr("href");
    assertThat(client.get(export).content().lines()).hasSize(26);
    assertThat(client.get(export).header("content-disposition"))
        .isEqualTo("attachment; filename=\"quotations.csv\"");
    assertThat(client.get(page.select("a:contains(Lines)").attr("href")).content().lines())
        .hasSize(25)
        .allSatisfy(line -> assertThat(line).startsWith("{\"quotation\":"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "search?q=barge",
        "facets?q=barge",
        "timeline?q=barge",
        "keywords?q=barge",
        "network?q=barge",
        "concordance?q=barge",
        "table?q=barge",
        "pivot?q=barge",
        "words?q=barge",
        "collocates?q=pier&of=barge",
        "dispersion?of=barge",
        "wordings?q=barge",
        "suggest?q=barge&name=a"
      })
  void anEmptyAnswerToAProgramNamesWhatTheArchiveDoesNotHave(String request) throws IOException {
    String hints = "\"hints\":[{\"part\":\"barge\",\"nearest\":[]}]}";

    assertThat(client.get("/api/" + request).content()).endsWith(hints);
    assertThat(client.get("/api/" + request.replace("barge", "pier")).content())
        .doesNotContain("hints");
  }

  @Test
  void speakersAreCountedForAProgramThatNamesNoFacet() throws IOException {
    assertThat(client.get("/api/facets?q=pier").content())
        .isEqualTo(client.get("/api/facets?q=pier&facet=speaker").content())
        .contains("\"facets\":{\"speaker\":[{");
  }

  @Test
  void theNumbersOfATimelineAreFoundFromEachPage() throws IOException {
    Document page = page("/?q=pier&sort=oldest&limit=5&context=1");
    String next = page.select("a:contains(Next page)").attr("href");

    for (Document each : List.of(page, page(next))) {
      assertThat(client.get(each.select("a:contains(Its numbers)").attr("href")).content())
          .contains("\"quotations\":25,");
    }
  }

  @Test
  void pagesFollowEachOtherWithoutRepetition() throws IOException {
    List<String> titles = new ArrayList<>();
    String target = "/?q=pier&sort=oldest";
    List<Integer> starts = new ArrayList<>();
    while (!target.isEmpty()) {
      Document page = page(target);
      titles.addAll(page.select(".hits .source a").eachText());
      starts.add(Integer.parseInt(page.select(".hits").attr("start")));
      target = page.select("a:contains(Next page)").attr("href");
      assertThat(page.select("option[selected]").val()).isEqualTo("oldest");
    }

    assertThat(starts).containsExactly(1, 11, 21);
    assertThat(titles).hasSize(25).doesNotHaveDuplicates().startsWith("Pier 0").endsWith("Pier 24");
    assertThat(page("/?q=pier&start=11").select("a:contains(First page)").attr("href"))
        .isEqualTo("/?q=pier");
  }

  @Test
  void facetsDrillSideways() throws IOException {
    Document page = page("/?q=pier&filter=" + encode("outlet=Quay Post"));

    assertThat(page.select("main h2").text()).isEqualTo("5 quotations in 5 articles");
    assertThat(page.select("fieldset:contains(Outlet) .choice").eachText())
        .containsExactly("Harbor News 20", "Quay Post 5");
    assertThat(page.select("input[checked]").eachAttr("value")).containsExactly("outlet=Quay Post");
    assertThat(
            page("/?q=rains&filter=" + encode("outlet=Nobody's"))
                .select("input[checked]")
                .eachAttr("value"))
        .containsExactly("outlet=Nobody's");
  }

  @Test
  void whatWasTypedIsExplained() throws IOException {
    assertThat(page("/?q=" + encode("pier (")).select("main > .note").text())
        .isEqualTo("Ignored: (");
    assertThat(page("/?q=" + encode("pier/dock or wharf")).select("main > .note").eachText())
        .hasSize(2);
    assertThat(page("/?q=peir").select("main p").eachText())
        .containsExactly("Nothing matches peir; the nearest are pier");
    assertThat(page("/?q=pier&distinct=true").select("main h2").text())
        .isEqualTo("25 wordings in 25 articles");
    assertThat(page("/?q=pier&distinct=true&indirect=on&limit=5").select("input[type=hidden]"))
        .hasSize(3);
    assertThat(page("/").select("main h2").text()).isEqualTo("27 quotations in 27 articles");
  }

  @Test
  void elementsInArticlesAndRequestsAreText() throws IOException {
    for (String target :
        List.of(
            "/?q=zeppelin",
            "/?q=" + encode(SCRIPT),
            "/?q=zeppelin&filter=" + encode("outlet=" + SCRIPT),
            "/?q=zeppelin&filter=" + encode("speaker=\"><script>"),
            "/?" + encode(SCRIPT) + "=1",
            "/?sort=" + encode(SCRIPT),
            "/?query=" + encode("speaker:(" + SCRIPT),
            "/" + encode(SCRIPT))) {
      Client.Answer answer = client.get(target);
      Document page = Jsoup.parse(answer.content());
      assertThat(page.select("script").eachAttr("src")).as(target).containsExactly("/search.js");
      assertThat(page.select("script").html()).isEmpty();
      assertThat(page.select("[href^=javascript:]")).isEmpty();
      for (Element element : page.getAllElements()) {
        element.attributes().forEach(a -> assertThat(a.getKey()).doesNotStartWith("on"));
      }
    }
    assertThat(page("/?q=zeppelin").select(".hits").text()).contains("The zeppelin " + SCRIPT);
    assertThat(page("/?q=zeppelin").select(".choice").text()).contains(SCRIPT);
  }

  @Test
  void answersAreProtected() throws IOException {
    for (String target : List.of("/", "/style.css", "/api/info", "/timeline.svg", "/none")) {
      Client.Answer answer = client.get(target);

      assertThat(answer.header("content-security-policy")).contains("default-src 'none'");
      assertThat(answer.header("x-content-type-options")).isEqualTo("nosniff");
      assertThat(answer.header("cross-origin-resource-policy")).isEqualTo("same-origin");
      assertThat(answer.header("referrer-policy")).isEqualTo("no-referrer");
      assertThat(answer.headers()).doesNotContainKey("access-control-allow-origin");
    }
    assertThat(client.get("/").header("content-security-policy"))
        .contains("script-src 'self'", "frame-ancestors 'none'", "form-action 'self'")
        .doesNotContain("unsafe", "*");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          /none                          | 404 | there is nothing at this address
          /../../etc/passwd              | 404 | there is nothing at this address
          /%2e%2e/%2e%2e/etc/passwd      | 404 | there is nothing at this address
          /style.css/../search.css       | 404 | there is nothing at this address
          //                             | 400 |
          /?page=2                       | 400 | there is no parameter 'page' here
          /style.css?q=pier              | 400 | there is no parameter 'q' here
          /?limit=201                    | 400 | 'limit' must be a whole number from 0 to 200
          /?limit=many                   | 400 | 'limit' must be a whole number from 0 to 200
          /?sort=best                    | 400 | 'sort' must be one of relevance, newest, oldest, speaker, confidence, or a field
          /?sort=article.none%3Adesc     | 400 | the archive has no field article.none
          /?indirect=maybe               | 400 | 'indirect' must be true or false
          /?q=a&q=b                      | 400 | there must be one parameter 'q', but are several
          /?filter=speaker               | 400 | 'filter' must be FACET=VALUE, but was 'speaker'
          /?filter=color%3Dred           | 400 | a facet must be one of speaker, speaker-id,
          /?query=(                      | 400 | query
          /?query=%2Fa%5B%2F             | 400 | regular expression
          /?cursor=none                  | 400 | cursor
          /?q=%ff                        | 400 | a parameter must be UTF-8
          /?q=%c0%ae                     | 400 | a parameter must be UTF-8
          /?q=%a                         | 400 |
          /?q=%zz                        | 400 |
          /export?format=exe             | 400 | 'format' must be csv or json-lines
          /timeline.svg?width=9          | 400 | 'width' must be a whole number from 240 to 1500
          /timeline.svg?date=speaker     | 400 | a timeline must be by a facet with dates
          """)
  void whatCannotBeAnsweredIsExplained(String target, int status, String message)
      throws IOException {
    Client.Answer answer = client.get(target);

    assertThat(answer.status()).isEqualTo(status);
    if (message != null) {
      assertThat(Jsoup.parse(answer.content()).select("main").text()).contains(message);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          /api/table?by=speaker:1001     | 'by' must be for at most 1000 values, but was
          /api/table?by=published:now    | a dimension must have day, week, month, quarter, year
          /api/table?metric=age          | 'metric' must be one of [QUOTATIONS,
          /api/table?base=none           | 'base' must be one of [SELECTION, ARCHIVE]
          /api/words?size=6              | 'size' must be a whole number from 1 to 5
          /api/dispersion?parts=said:now | parts must be article, a facet, or a date
          /api/collocates?of=(           | query
          /api/facets?facet=spaeker      | the nearest is 'speaker'
          /api/facets?limit=3            | there is no parameter 'limit' here; known are distinct,
          /api/words?sort=newest         | there is no parameter 'sort' here
          /api/timeline?cursor=x         | there is no parameter 'cursor' here
          /api/cite?context=1            | there is no parameter 'context' here
          """)
  void whatAProgramCannotBeAnsweredIsExplainedInJson(String target, String message)
      throws IOException {
    Client.Answer answer = client.get(target);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.content()).startsWith("{\"error\":").contains(message);
  }

  @Test
  void longRequestsAreRejected() throws IOException {
    assertThat(client.get("/?q=" + "a".repeat(9_000)).status()).isEqualTo(414);
    assertThat(client.get("/?" + "q=&".repeat(300)).status()).isEqualTo(400);
    assertThat(client.get("/" + "a".repeat(100_000)).status()).isIn(0, 400, 404, 413, 414, 431);
    assertThat(client.get("/").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "evil.example:80",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "localhost\r\nHost: localhost",
        "localhost:80:80",
        "[::1",
        ""
      })
  void otherNamesOfTheServerAreRejected(String host) throws IOException {
    Client.Answer answer =
        client.send("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");

    assertThat(answer.status()).isIn(400, 421);
    assertThat(answer.content()).doesNotContain("quotations");
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "LOCALHOST:1", "127.0.0.1", "127.0.0.1:8080", "[::1]:99"})
  void addressesOfThisMachineAreAccepted(String host) throws IOException {
    assertThat(
            client
                .send("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                .status())
        .isEqualTo(200);
  }

  @Test
  void theNameThatTheServerIsStartedWithIsAccepted() throws IOException {
    InetAddress named = InetAddress.getByAddress("Archive.example", new byte[] {127, 0, 0, 1});

    assertThat(HostNames.of(named).areIn(List.of("archive.example:80"))).isTrue();
    assertThat(HostNames.of(named).areIn(List.of("other.example"))).isFalse();
    assertThat(HostNames.of(named).areIn(List.of())).isFalse();
  }

  private static final String RATES = "/api/error-rates";

  private static Client.Answer rates(Client client, String headers, String content)
      throws IOException {
    return client.send(
        "POST "
            + RATES
            + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
            + headers
            + "\r\n\r\n"
            + content);
  }

  @Test
  void aSheetThatCannotBeReadIsExplained() throws IOException {
    assertThat(client.post(RATES, "text/csv", "").content()).startsWith("{\"error\":\"the sheet");
    assertThat(client.post(RATES, "text/csv", "id,correct\na,yes\n").content())
        .contains("the sheet, line 1: must name the columns, one of them 'quotation'");
    assertThat(client.post(RATES, "text/csv; charset=utf-8", "quotation,good\n").content())
        .contains("'label' must be a column for labels of the sheet, of [good], but was 'correct'");
    assertThat(client.post(RATES + "?labl=good", "text/csv", "quotation,good\n").content())
        .contains("there is no parameter 'labl' here; known are label");
    Client.Answer many =
        client.post(RATES, "text/csv", "quotation,correct\n" + "a,no\n".repeat(10_001));
    assertThat(many.status()).isEqualTo(400);
    assertThat(many.content()).contains("must have at most 10000 rows, but has 10001");
  }

  @Test
  void aSheetIsTakenByPostOfATableOfStatedLengthAlone() throws IOException {
    Client.Answer got = client.get(RATES);
    assertThat(got.status()).isEqualTo(405);
    assertThat(got.header("allow")).isEqualTo("POST");
    assertThat(got.content()).contains("only POST is answered here");

    assertThat(client.post(RATES, "text/plain", "quotation,correct\n").status()).isEqualTo(415);
    String type = "Content-Type: text/csv\r\n";
    assertThat(rates(client, "Content-Length: 0", "").status()).isEqualTo(415);
    assertThat(rates(client, type + "Transfer-Encoding: chunked", "0\r\n\r\n").status())
        .isEqualTo(411);
    for (String length : List.of("4194305", "99999999999")) {
      assertThat(rates(client, type + "Content-Length: " + length, "a").status())
          .as(length)
          .isIn(400, 413);
    }
    assertThat(client.get("/").status()).isEqualTo(200);
  }

  @Test
  void onlySoManySheetsArriveAtATime() throws IOException {
    List<Socket> slow = new ArrayList<>();
    int status = 0;
    try {
      while (status != 503) {
        assertThat(slow.size()).isLessThan(100);
        Socket socket = client.connect();
        slow.add(socket);
        socket
            .getOutputStream()
            .write(
                ("POST "
                        + RATES
                        + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\n"
                        + "Content-Length: 9\r\n\r\nquot")
                    .getBytes(StandardCharsets.ISO_8859_1));
        status = client.post(RATES, "text/csv", "quotation,correct\n").status();
      }
      assertThat(slow.size()).isGreaterThanOrEqualTo(8);
      assertThat(client.get("/api/info").status()).isEqualTo(200);
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
    while (status == 503) {
      status = client.post(RATES, "text/csv", "quotation,correct\n").status();
    }
    assertThat(status).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "TRACE", "get", "CONNECT"})
  void otherMethodsAreRejected(String method) throws IOException {
    Client.Answer answer =
        client.send(
            method
                + " / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("allow")).isEqualTo("GET, HEAD");
  }

  @Test
  void contentOfRequestsIsRejected() throws IOException {
    String start = "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";

    assertThat(client.send(start + "Content-Length: 5\r\n\r\nhello").status()).isEqualTo(400);
    assertThat(
            client
                .send(start + "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n")
                .status())
        .isEqualTo(400);
    assertThat(client.send("nonsense\r\n\r\n").status()).isIn(0, 400);
    assertThat(client.get("/").status()).isEqualTo(200);
  }

  @Test
  void headIsAnsweredWithoutContent() throws IOException {
    Client.Answer answer =
        client.send("HEAD /?q=pier HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.content()).isEmpty();
    assertThat(answer.header("content-type")).isEqualTo("text/html; charset=utf-8");
  }

  @Test
  void clientsThatSendNothingMoreDoNotHoldUpOthers() throws IOException {
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < 100; i++) {
        Socket socket = client.connect();
        slow.add(socket);
        socket
            .getOutputStream()
            .write("GET /?q=pier HTTP/1.1\r\nHost: loc".getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
      }

      assertThat(client.get("/?q=pier").status()).isEqualTo(200);
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
    assertThat(client.get("/?q=pier").status()).isEqualTo(200);
  }

  @Test
  void twoHundredRequestsAtATimeAreAnsweredAlike() throws Exception {
    String expected = client.get("/api/search?q=pier&facet=outlet").content();
    Callable<String> request = () -> client.get("/api/search?q=pier&facet=outlet").content();

    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<String>> answers = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        answers.add(threads.submit(request));
      }

      for (Future<String> answer : answers) {
        assertThat(answer.get()).isEqualTo(expected);
      }
    }
  }

  @Test
  void programsGetErrorsAsJson() throws IOException {
    Client.Answer answer = client.get("/api/search?query=(");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("content-type")).isEqualTo("application/json; charset=utf-8");
    JsonNode error = JsonMapper.shared().readTree(answer.content());
    assertThat(error.get("error").stringValue()).contains("query cannot be parsed at character 1");
    assertThat(client.get("/api/none").status()).isEqualTo(404);
  }

  @Test
  void theScriptAndTheStyleAreOfTheLibrary() throws IOException {
    assertThat(client.get("/search.js").header("content-type"))
        .isEqualTo("text/javascript; charset=utf-8");
    assertThat(client.get("/search.js").content()).doesNotContain("innerHTML", "eval(", "http:");
    assertThat(client.get("/style.css").content()).doesNotContain("url(", "@import");
  }

  @Test
  void anAddressThatIsInUseIsReported() {
    InetSocketAddress used = new InetSocketAddress("127.0.0.1", client.address().getPort());

    assertThatThrownBy(() -> SearchServer.start(archive, used).close())
        .isInstanceOf(IOException.class);
  }

  @Test
  void whatIsAddedMeanwhileIsFoundAndAClosedArchiveIsReported() throws IOException {
    Archive other = Archive.inMemory();
    try (SearchServer second =
        SearchServer.start(other, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
      Client caller = new Client(URI.create(second.address()));
      assertThat(caller.get("/api/info").content()).contains("\"articles\":0");
      other.add(Article.builder("a", "\"The pier leaks,\" said Ada Holm.").build());
      other.commit();
      assertThat(caller.get("/api/info").content()).contains("\"articles\":1");

      other.close();

      assertThat(caller.get("/api/info").status()).isEqualTo(500);
      assertThat(caller.get("/").status()).isEqualTo(500);
    }
  }
}
