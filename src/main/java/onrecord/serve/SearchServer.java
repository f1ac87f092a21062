package onrecord.serve;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import onrecord.Archive;
import onrecord.format.ResultJson;
import onrecord.query.ExpiredCursorException;
import onrecord.query.SearchLimitException;

/**
 * Serves a page to search an archive, and its interface for programs, over HTTP. Thread-safe.
 *
 * <p>Only GET and HEAD are answered, and POST where a sheet of coders is read; nothing is changed.
 * Only requests are answered whose header {@code Host} has an IP address, {@code localhost} or the
 * server's own name. The length of a request and of its content, the time it may take to arrive and
 * an answer to be sent, the time of a search, and the number of connections, of searches and of
 * exports at a time are limited. Nothing in a request names a file. Everything from articles and
 * requests is text.
 */
public final class SearchServer implements AutoCloseable {

  private static final int BACKLOG = 100;
  private static final int SEARCHES = Math.max(4, 2 * Runtime.getRuntime().availableProcessors());
  private static final int CONTENTS = 8;
  private static final long WAIT_SECONDS = 20;
  private static final long REFRESH_NANOS = 1_000_000_000;

  /** The maximum number of bytes of the content of a request. */
  static final int MAX_CONTENT = 1 << 22;

  private static final ImmutableSet<String> TABLES =
      ImmutableSet.of("text/csv", "text/tab-separated-values");

  // As HttpExchange.sendResponseHeaders takes them.
  private static final long NO_CONTENT = -1;
  private static final long UNKNOWN_LENGTH = 0;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Semaphore searches = new Semaphore(SEARCHES, true);
  private final Semaphore contents = new Semaphore(CONTENTS);
  private final Archive archive;
  private final AtomicLong refreshed = new AtomicLong(System.nanoTime());
  private final Routes routes;
  private final HostNames names;

  private SearchServer(HttpServer server, Archive archive, HostNames names) {
    this.server = server;
    this.archive = archive;
    this.routes = new Routes(archive);
    this.names = names;
  }

  /**
   * Starts a server. The caller closes it, and after it the archive.
   *
   * @param archive the archive that is searched
   * @param address where it can be reached; port 0 for any that is free
   * @throws IOException if the address is in use, or is not one of this machine
   */
  public static SearchServer start(Archive archive, InetSocketAddress address) throws IOException {
    limitConnections();
    HttpServer server = HttpServer.create(address, BACKLOG);
    SearchServer started = new SearchServer(server, archive, HostNames.of(address.getAddress()));
    server.setExecutor(started.threads);
    server.createContext("/", started::handle);
    server.start();
    return started;
  }

  /** The JDK's server reads its limits from system properties, once. */
  private static void limitConnections() {
    limit("jdk.httpserver.maxConnections", 500);
    limit("sun.net.httpserver.maxReqTime", 20);
    limit("sun.net.httpserver.maxRspTime", 1_800);
    limit("sun.net.httpserver.maxReqHeaders", 100);
    limit("sun.net.httpserver.maxReqHeaderSize", 32_768);
    limit("sun.net.httpserver.drainAmount", 0);
  }

  private static void limit(String property, int value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, String.valueOf(value));
    }
  }

  /** {@return the address of the page} */
  public String address() {
    InetSocketAddress bound = server.getAddress();
    String host = bound.getAddress().getHostAddress();
    return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + bound.getPort() + "/";
  }

  private void handle(HttpExchange exchange) throws IOException {
    Reply reply = reply(exchange);
    try (Content content = reply.content()) {
      Headers headers = exchange.getResponseHeaders();
      headers.set("Content-Type", reply.type());
      headers.set("X-Content-Type-Options", "nosniff");
      headers.set("Referrer-Policy", "no-referrer");
      headers.set("Cross-Origin-Resource-Policy", "same-origin");
      headers.set("Cross-Origin-Opener-Policy", "same-origin");
      headers.set("Cache-Control", "no-store");
      reply.headers().forEach(headers::set);
      if (reply.status() == 405) {
        headers.set("Allow", allowed(path(exchange)));
      }
      if (exchange.getRequestMethod().equals("HEAD")) {
        content.length().ifPresent(n -> headers.set("Content-Length", String.valueOf(n)));
        exchange.sendResponseHeaders(reply.status(), NO_CONTENT);
      } else {
        exchange.sendResponseHeaders(reply.status(), content.length().orElse(UNKNOWN_LENGTH));
        content.writeTo(exchange.getResponseBody());
      }
    }
    // Not if it failed: an incomplete content would look complete. The JDK's server then ends the
    // connection.
    exchange.close();
  }

  private Reply reply(HttpExchange exchange) {
    String path = path(exchange);
    try {
      requireSafe(exchange);
      Parameters parameters = Parameters.parse(exchange.getRequestURI().getRawQuery());
      return routes.method(path) == Routes.Method.POST
          ? answerContent(exchange, path, parameters)
          : answer(path, parameters, InputStream.nullInputStream());
    } catch (BadRequestException e) {
      return failure(path, e.status(), e);
    } catch (ExpiredCursorException e) {
      return failure(path, 410, e);
    } catch (SearchLimitException e) {
      return failure(path, e.limit() == SearchLimitException.Limit.TIME ? 503 : 400, e);
    } catch (IllegalArgumentException e) {
      return failure(path, 400, e);
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      return failure(path, 500, e);
    }
  }

  private static String path(HttpExchange exchange) {
    return String.valueOf(exchange.getRequestURI().getRawPath());
  }

  private String allowed(String path) {
    return routes.method(path) == Routes.Method.POST ? "POST" : "GET, HEAD";
  }

  /** Answers a request with content, of which only a few are in memory at a time. */
  private Reply answerContent(HttpExchange exchange, String path, Parameters parameters)
      throws IOException {
    if (!contents.tryAcquire()) {
      throw new BadRequestException(503, "too many sheets are being read; try again");
    }
    try {
      return answer(path, parameters, content(exchange));
    } finally {
      contents.release();
    }
  }

  /** {@return the content of a request, all of which has arrived} */
  private static InputStream content(HttpExchange exchange) throws IOException {
    int length = length(exchange.getRequestHeaders());
    byte[] content = exchange.getRequestBody().readNBytes(length);
    if (content.length < length) {
      throw new BadRequestException("the content of the request is not complete");
    }
    return new ByteArrayInputStream(content);
  }

  /** {@return the number of bytes of the content of a request} */
  private static int length(Headers headers) {
    List<String> lengths = headers.getOrDefault("Content-Length", List.of());
    if (headers.containsKey("Transfer-Encoding") || lengths.size() > 1) {
      throw new BadRequestException(411, "a request must state the length of its content");
    }
    if (lengths.isEmpty()) {
      return 0;
    }
    if (!lengths.getFirst().matches("\\d{1,9}")
        || Integer.parseInt(lengths.getFirst()) > MAX_CONTENT) {
      throw new BadRequestException(
          413, "the content of a request must have at most " + MAX_CONTENT + " bytes");
    }
    return Integer.parseInt(lengths.getFirst());
  }

  /** Answers as soon as few enough searches run; the answer is sent after that. */
  private Reply answer(String path, Parameters parameters, InputStream content) throws IOException {
    try {
      if (!searches.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
        throw new BadRequestException(503, "too many searches are running; try again");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BadRequestException(503, "the server is stopping");
    }
    try {
      refresh();
      return routes.answer(path, parameters, content);
    } finally {
      searches.release();
    }
  }

  /** Makes what was committed meanwhile visible, at most once in a second. */
  private void refresh() throws IOException {
    long now = System.nanoTime();
    long last = refreshed.get();
    if (now - last > REFRESH_NANOS && refreshed.compareAndSet(last, now)) {
      archive.refresh();
    }
  }

  private void requireSafe(HttpExchange exchange) {
    Headers headers = exchange.getRequestHeaders();
    if (!names.areIn(headers.getOrDefault("Host", List.of()))) {
      throw new BadRequestException(
          421, "this server is not addressed by that name; use its IP address or localhost");
    }
    boolean takesContent = routes.method(path(exchange)) == Routes.Method.POST;
    List<String> methods = takesContent ? List.of("POST") : List.of("GET", "HEAD");
    if (!methods.contains(exchange.getRequestMethod())) {
      throw new BadRequestException(
          405,
          takesContent
              ? "only POST is answered here, with a sheet as its content"
              : "only GET and HEAD are answered");
    }
    if (takesContent) {
      requireTable(headers);
      return;
    }
    if (headers.containsKey("Transfer-Encoding")
        || !List.of("0").containsAll(headers.getOrDefault("Content-Length", List.of()))) {
      throw new BadRequestException("a request must have no content");
    }
  }

  /** Checks the type of a content; a page of another site cannot send one of these types. */
  private static void requireTable(Headers headers) {
    List<String> types = headers.getOrDefault("Content-Type", List.of());
    String type = types.isEmpty() ? "" : types.getFirst().toLowerCase(Locale.ROOT);
    if (!TABLES.contains(Splitter.on(';').splitToList(type).getFirst().strip())) {
      throw new BadRequestException(
          415, "the header Content-Type must be text/csv or text/tab-separated-values");
    }
  }

  private static Reply failure(String path, int status, Exception cause) {
    String message = String.valueOf(cause.getMessage());
    return path.startsWith("/api/")
        ? Reply.json(status, ResultJson.error(message))
        : Reply.page(status, SearchPage.wrong(message));
  }

  /** Stops the server, after the requests that are being answered. */
  @Override
  public void close() {
    server.stop(1);
    threads.close();
  }
}
