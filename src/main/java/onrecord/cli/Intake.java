package onrecord.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import onrecord.model.Article;
import onrecord.source.ArticleFormatException;
import onrecord.source.ArticleReader;
import onrecord.source.ArticleRecord;
import picocli.CommandLine.Parameters;

/** The articles a command is given. What cannot be read is told, and the rest goes on. */
final class Intake {

  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      description = {
        "Files and folders of articles; - is standard input.",
        "Plain text (*.txt), one article a file, its first paragraph the title, with or without a"
            + " header of 'key: value' lines ended by a line '---'; or JSON Lines (*.jsonl,"
            + " *.ndjson). UTF-8, gzipped or not."
      })
  private List<Path> paths = List.of();

  private long taken;
  private long rejected;

  /** What becomes of an article. */
  @FunctionalInterface
  interface Taker {
    /**
     * Takes an article.
     *
     * @throws IllegalArgumentException if this article cannot be taken, but others may be
     * @throws IOException if none can be taken any more
     */
    void take(Article article) throws IOException;
  }

  /** Opens what the command is given. The caller closes it. */
  ArticleReader open(Terminal terminal) {
    return ArticleReader.open(paths, terminal.in());
  }

  /** Hands each article on, one after the other. */
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
