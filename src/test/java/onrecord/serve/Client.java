package onrecord.serve;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Sends requests to a server, byte by byte as given.
 *
 * @param address the address of the server
 */
record Client(URI address) {

  /**
   * An answer.
   *
   * @param status the status of HTTP; 0 if the connection was closed without an answer
   * @param headers the headers, with names in lower case
   * @param content the content
   */
  record Answer(int status, Map<String, String> headers, String content) {

    /** {@return a header; empty if there is none} */
    String header(String name) {
      return headers.getOrDefault(name, "");
    }
  }

  /** {@return the answer to GET with a path and a query string} */
  Answer get(String target) throws IOException {
    return send("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
  }

  /** {@return the answer to POST with a path and a query string, and an ASCII content} */
  Answer post(String target, String type, String content) throws IOException {
    return send(
        "POST "
            + target
            + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: "
            + type
            + "\r\nContent-Length: "
            + content.length()
            + "\r\n\r\n"
            + content);
  }

  /** {@return the answer to a request, given as it is sent} */
  Answer send(String request) throws IOException {
    try (Socket socket = connect()) {
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      socket.getOutputStream().flush();
      return parse(socket.getInputStream().readAllBytes());
    } catch (SocketException e) {
      return new Answer(0, Map.of(), "");
    }
  }

  /** Connects. The caller closes the connection. */
  Socket connect() throws IOException {
    Socket socket = new Socket(address.getHost(), address.getPort());
    socket.setSoTimeout(60_000);
    return socket;
  }

  private static Answer parse(byte[] bytes) {
    String text = new String(bytes, ISO_8859_1);
    int end = text.indexOf("\r\n\r\n");
    if (end < 0) {
      return new Answer(0, Map.of(), text);
    }
    String[] lines = text.substring(0, end).split("\r\n");
    Map<String, String> headers = new LinkedHashMap<>();
    for (int i = 1; i < lines.length; i++) {
      int colon = lines[i].indexOf(':');
      headers.put(
          lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
          lines[i].substring(colon + 1).strip());
    }
    String content = text.substring(end + 4);
    if (headers.getOrDefault("transfer-encoding", "").equals("chunked")) {
      content = withoutChunks(content);
    }
    return new Answer(
        Integer.parseInt(lines[0].split(" ")[1]),
        headers,
        new String(content.getBytes(ISO_8859_1), UTF_8));
  }

  /** {@return the content of chunks, each with its length before it, the last of which is empty} */
  private static String withoutChunks(String chunks) {
    StringBuilder content = new StringBuilder();
    for (int at = 0; at < chunks.length(); ) {
      int start = chunks.indexOf("\r\n", at) + 2;
      int end = start + Integer.parseInt(chunks.substring(at, start - 2), 16);
      content.append(chunks, start, end);
      at = end + 2;
    }
    return content.toString();
  }
}
