package onrecord.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import onrecord.model.Article;
import onrecord.source.ArticleFormatException;
import onrecord.source.ArticleReader;
import onrecord.source.ArticleRecord;
import picocli.CommandLine.Parameters;

/** The articles that a command reads. Those that cannot be read are reported and skipped. */
final class Intake {

  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      description = {
        "Files and folders of articles; - denotes standard input.",
        "Plain text (*.txt): one article per file; the first paragraph is the title; optionally"
            + " preceded by a header of lines 'key: value' and a line '---'. JSON Lines (*.jsonl,"
            + " *.ndjson): one article per line. Both in UTF-8, uncompressed or compressed by gzip."
      })
  private List<Path> paths = List.of();

  private long taken;
  private long rejected;

  /** Processes an article. */
  @FunctionalInterface
  interface Taker {
    /**
     * Processes an article.
     *
     * @throws IllegalArgumentException if this article cannot be processed, but others may be
     * @throws IOException if no further article can be processed
     */
    void take(Article article) throws IOException;
  }

  /** Opens the files and folders. The caller closes the reader. */
  ArticleReader open(Terminal terminal) {
    return ArticleReader.open(paths, terminal.in());
  }

  /** Processes the articles, one after the other. */
  void each(Terminal terminal, Taker taker) throws IOException {
    try (ArticleReader articles = open(terminal)) {
      while (articles.hasNext()) {
        ArticleRecord record = articles.next();
        try {
          taker.take(record.article());
          taken++;
        } catch (ArticleFormatException e) {
          reject(terminal, String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
          reject(terminal, record.source() + ":" + record.line() + ": " + e.getMessage());
        }
      }
    }
  }

  private void reject(Terminal terminal, String message) {
    rejected++;
    terminal.complain(message);
  }

  long taken() {
    return taken;
  }

  long rejected() {
    return rejected;
  }
}
