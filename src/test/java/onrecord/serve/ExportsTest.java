package onrecord.serve;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import onrecord.Archive;
import onrecord.format.HitFormat;
import onrecord.model.Article;
import onrecord.model.Quotation;
import onrecord.model.Span;
import onrecord.query.Query;
import onrecord.query.Search;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Exports of more than a page, of more than a buffer, and of more than are sent at a time. */
class ExportsTest {

  private static final int ARTICLES = 24;
  private static final int QUOTATIONS = 500;
  private static final String WORDS = "The pier leaks, and nobody of the harbor will mend it. ";
  private static final Search ALL = Search.of(Query.all());

  private Archive archive;

  @BeforeEach
  void fill() throws IOException {
    archive = Archive.inMemory();
    for (int i = 0; i < ARTICLES; i++) {
      Article article = Article.builder("pier" + i, WORDS.repeat(QUOTATIONS)).build();
      archive.add(
          article,
          IntStream.range(0, QUOTATIONS)
              .mapToObj(at -> new Span(at * WORDS.length(), (at + 1) * WORDS.length() - 1))
              .map(span -> Quotation.builder(article, List.of(span)).build())
              .toList());
    }
    archive.commit();
  }

  @AfterEach
  void close() throws IOException {
    archive.close();
  }

  private SearchServer serve() throws IOException {
    return SearchServer.start(archive, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  }

  @Test
  void everythingIsExported() throws IOException {
    try (SearchServer server = serve()) {
      Client client = new Client(URI.create(server.address()));

      Client.Answer answer = client.get("/export?format=csv");

      assertThat(answer.header("transfer-encoding")).isEqualTo("chunked");
      assertThat(answer.content().lines()).hasSize(1 + ARTICLES * QUOTATIONS);
      assertThat(answer.content().lines().skip(1).distinct()).hasSize(ARTICLES * QUOTATIONS);
      Client.Answer head =
          client.send("HEAD /export HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
      assertThat(head.content()).isEmpty();
      assertThat(head.header("content-disposition"))
          .isEqualTo(answer.header("content-disposition"));
    }
  }

  @Test
  void anExportThatCannotBeCompletedDoesNotLookComplete() throws IOException {
    try (SearchServer server = serve()) {
      Client client = new Client(URI.create(server.address()));
      try (Socket socket = client.connect()) {
        String request = "GET /export?format=json-lines HTTP/1.1\r\nHost: localhost\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(ISO_8859_1));
        assertThat(socket.getInputStream().readNBytes(100)).asString(ISO_8859_1).contains("200 OK");

        archive.close();

        ByteArrayOutputStream rest = new ByteArrayOutputStream();
        socket.getInputStream().transferTo(rest);
        assertThat(rest.toString(UTF_8)).doesNotEndWith("\r\n0\r\n\r\n");
      }
    }
  }

  @Test
  void aLimitedNumberIsSentAtATime() throws IOException {
    Exports exports = new Exports(archive);
    List<Content> started = new ArrayList<>();
    for (int i = 0; i < Exports.MAX; i++) {
      started.add(exports.start(ALL, HitFormat.CSV));
    }

    assertThatThrownBy(() -> exports.start(ALL, HitFormat.CSV))
        .isInstanceOf(BadRequestException.class)
        .hasMessageStartingWith("too many exports");
    started.getFirst().close();
    started.getFirst().close();
    exports.start(ALL, HitFormat.CSV).close();
    started.set(0, exports.start(ALL, HitFormat.CSV));
    assertThatThrownBy(() -> exports.start(ALL, HitFormat.CSV)).hasMessageStartingWith("too many");
    for (Content export : started) {
      export.close();
    }
  }

  @Test
  void whatCannotBeStartedDoesNotCount() throws IOException {
    Exports exports = new Exports(archive);
    Search invalid = Search.builder(Query.all()).cursor("none").build();
    for (int i = 0; i <= Exports.MAX; i++) {
      assertThatThrownBy(() -> exports.start(invalid, HitFormat.CSV))
          .isInstanceOf(IllegalArgumentException.class);
    }

    exports.start(ALL, HitFormat.CSV).close();
  }
}
