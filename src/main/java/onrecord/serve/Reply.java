package onrecord.serve;

import java.util.Map;

/**
 * The answer to a request.
 *
 * @param status the status of HTTP
 * @param type the type of the content
 * @param content the content, which the one who has the reply closes
 * @param headers further headers
 */
record Reply(int status, String type, Content content, Map<String, String> headers) {

  private static final String POLICY = "Content-Security-Policy";
  private static final String UTF_8 = "; charset=utf-8";

  static Reply page(int status, String html) {
    return text(
        status,
        "text/html",
        html,
        Map.of(
            POLICY,
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self';"
                + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"));
  }

  static Reply json(int status, String json) {
    return text(status, "application/json", json, Map.of(POLICY, "default-src 'none'; sandbox"));
  }

  static Reply image(String svg) {
    return text(
        200,
        "image/svg+xml",
        svg,
        Map.of(POLICY, "default-src 'none'; style-src 'unsafe-inline'; sandbox"));
  }

  /** {@return a part of the library, which does not change while the server runs} */
  static Reply resource(String type, String content) {
    return text(
        200,
        type,
        content,
        Map.of(POLICY, "default-src 'none'; sandbox", "Cache-Control", "max-age=300"));
  }

  /** {@return a file that a browser saves} */
  static Reply file(String type, String name, Content content) {
    return new Reply(
        200,
        type + UTF_8,
        content,
        Map.of(
            POLICY,
            "default-src 'none'; sandbox",
            "Content-Disposition",
            "attachment; filename=\"" + name + "\""));
  }

  private static Reply text(int status, String type, String text, Map<String, String> headers) {
    return new Reply(status, type + UTF_8, Content.text(text), headers);
  }
}
