package onrecord.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The longer texts of the command line, which are resources. */
enum Topics {
  /** Command lines, each with the line that explains it below, separated by empty lines. */
  EXAMPLES("examples.txt"),
  /** The syntax of queries. */
  QUERY("query.txt"),
  /** What JShell imports before it opens an archive. */
  IMPORTS("imports.jsh");

  private final String resource;

  Topics(String resource) {
    this.resource = resource;
  }

  /** {@return the text} */
  String text() {
    try (InputStream in = Topics.class.getResourceAsStream(resource)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
