package onrecord.serve;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import onrecord.InstalledProgram;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Chromium without a window, controlled by its DevTools protocol. Not thread-safe. */
final class Browser implements AutoCloseable {

  private static final String LISTENING = "DevTools listening on ";
  private static final int WAIT_SECONDS = 120;

  private final Process process;
  private final HttpClient client;
  private final WebSocket socket;
  private final BlockingQueue<JsonNode> messages;
  private final List<JsonNode> events = new ArrayList<>();
  private String session = "";
  private int requests;

  private Browser(
      Process process, HttpClient client, WebSocket socket, BlockingQueue<JsonNode> messages) {
    this.process = process;
    this.client = client;
    this.socket = socket;
    this.messages = messages;
  }

  /** {@return the program, if it is installed} */
  static Optional<Path> program() {
    return InstalledProgram.find(
        "chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
  }

  /**
   * Starts a browser.
   *
   * @param profile an empty folder
   */
  static Browser start(Path program, Path profile) throws IOException {
    Process process =
        new ProcessBuilder(
                program.toString(),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectErrorStream(true)
            .start();
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String line = lines.readLine();
    while (line != null && !line.startsWith(LISTENING)) {
      line = lines.readLine();
    }
    if (line == null) {
      throw new IOException("the browser ended before it could be controlled");
    }
    Thread.ofVirtual().start(() -> lines.lines().forEach(ignored -> {}));
    HttpClient client = HttpClient.newHttpClient();
    BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
    WebSocket socket =
        client
            .newWebSocketBuilder()
            .buildAsync(URI.create(line.substring(LISTENING.length())), new Listener(messages))
            .join();
    Browser browser = new Browser(process, client, socket, messages);
    browser.openPage();
    return browser;
  }

  /** Puts complete messages into a queue. */
  private static final class Listener implements WebSocket.Listener {
    private final BlockingQueue<JsonNode> messages;
    private final StringBuilder text = new StringBuilder();

    Listener(BlockingQueue<JsonNode> messages) {
      this.messages = messages;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        messages.add(JsonMapper.shared().readTree(text.toString()));
        text.setLength(0);
      }
      socket.request(1);
      return null;
    }
  }

  private void openPage() throws IOException {
    String target =
        send("Target.createTarget", Map.of("url", "about:blank")).get("targetId").stringValue();
    session =
        send("Target.attachToTarget", Map.of("targetId", target, "flatten", true))
            .get("sessionId")
            .stringValue();
    send("Page.enable", Map.of());
    send("Network.enable", Map.of());
    send("Runtime.enable", Map.of());
  }

  /** Sets how the next pages are displayed. */
  void display(int width, String media, String scheme) throws IOException {
    send(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
    send(
        "Emulation.setEmulatedMedia",
        Map.of(
            "media",
            media,
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  /** {@return the addresses that were requested while a page was loaded} */
  List<String> load(String address) throws IOException {
    events.clear();
    send("Page.navigate", Map.of("url", address));
    await("Page.loadEventFired");
    evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done, 100)))");
    return events.stream()
        .filter(event -> event.get("method").stringValue().equals("Network.requestWillBeSent"))
        .map(event -> event.get("params").get("request").get("url").stringValue())
        .toList();
  }

  /** {@return the value of an expression of JavaScript in the page, after it is fulfilled} */
  JsonNode evaluate(String expression) throws IOException {
    JsonNode result =
        send(
            "Runtime.evaluate",
            Map.of("expression", expression, "awaitPromise", true, "returnByValue", true));
    if (result.has("exceptionDetails")) {
      throw new IOException("script failed: " + result.get("exceptionDetails"));
    }
    JsonNode value = result.get("result").get("value");
    return value == null ? JsonMapper.shared().nullNode() : value;
  }

  /** Writes a picture of the whole page. */
  void screenshot(Path file) throws IOException {
    String data =
        send("Page.captureScreenshot", Map.of("captureBeyondViewport", true, "format", "png"))
            .get("data")
            .stringValue();
    Files.createDirectories(file.getParent());
    Files.write(file, Base64.getDecoder().decode(data));
  }

  private JsonNode send(String method, Map<String, Object> parameters) throws IOException {
    int id = ++requests;
    Map<String, Object> message = new TreeMap<>(Map.of("id", id, "method", method));
    message.put("params", parameters);
    if (!session.isEmpty()) {
      message.put("sessionId", session);
    }
    socket.sendText(JsonMapper.shared().writeValueAsString(message), true).join();
    while (true) {
      JsonNode answer = next();
      if (answer.has("id") && answer.get("id").intValue() == id) {
        if (answer.has("error")) {
          throw new IOException(method + " failed: " + answer.get("error"));
        }
        return answer.get("result");
      }
    }
  }

  private void await(String event) throws IOException {
    while (events.stream().noneMatch(e -> e.get("method").stringValue().equals(event))) {
      next();
    }
  }

  private JsonNode next() throws IOException {
    try {
      JsonNode message = messages.poll(WAIT_SECONDS, TimeUnit.SECONDS);
      if (message == null) {
        throw new IOException("the browser does not answer");
      }
      if (message.has("method")) {
        events.add(message);
      }
      return message;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  @Override
  public void close() {
    socket.abort();
    client.shutdownNow();
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    process.onExit().join();
  }
}
