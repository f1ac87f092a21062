package onrecord.eval;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import onrecord.model.Article;
import onrecord.source.ArticleReader;
import onrecord.source.ArticleRecord;
import onrecord.source.ReadReport;

/**
 * Prints what is read of each file of some folders: its format, the number of articles, how many of
 * them have which component, what was skipped or not used, and the articles in a second of
 * processor time. Run by hand:
 *
 * <pre>mvn -q test-compile exec:exec@source-table -Dtable.paths=FOLDER</pre>
 */
public final class SourceTable {

  private static final String ROW = "%-44s %-24s %5s %4s %5s %5s %6s %6s %4s %8s  %s%n";

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private SourceTable() {}

  /**
   * Prints the table.
   *
   * @param paths files and folders
   */
  public static void main(String[] paths) throws IOException {
    System.out.printf(
        Locale.ROOT,
        ROW,
        "file",
        "format",
        "found",
        "fail",
        "date",
        "title",
        "outlet",
        "author",
        "url",
        "CPU s",
        "skipped, not read, not used");
    for (Path path : files(paths)) {
      print(path);
    }
  }

  private static List<Path> files(String[] paths) throws IOException {
    return Arrays.stream(paths)
        .map(Path::of)
        .flatMap(SourceTable::walk)
        .filter(Files::isRegularFile)
        .sorted()
        .toList();
  }

  private static Stream<Path> walk(Path path) {
    try {
      return Files.walk(path);
    } catch (IOException e) {
      throw new IllegalArgumentException(path + " cannot be read", e);
    }
  }

  private static void print(Path path) throws IOException {
    long[] counts = new long[5];
    String failure = "";
    long start = THREADS.getCurrentThreadCpuTime();
    ReadReport report;
    try (ArticleReader reader = ArticleReader.open(List.of(path))) {
      while (reader.hasNext()) {
        ArticleRecord record = reader.next();
        if (record.failure().isPresent()) {
          failure = record.failure().get().reason() + " ";
        } else {
          count(record.article(), counts);
        }
      }
      report = reader.report();
    }
    double seconds = (THREADS.getCurrentThreadCpuTime() - start) / 1e9;
    System.out.printf(
        Locale.ROOT,
        ROW,
        path.getParent().getFileName() + "/" + path.getFileName(),
        names(report.files()),
        report.articles(),
        report.failures(),
        counts[0],
        counts[1],
        counts[2],
        counts[3],
        counts[4],
        Math.round(report.articles() / seconds),
        failure
            + report.skipped()
            + report.notRead()
            + report.unusedFields()
            + report.unreadDate().map(date -> " unread date: " + date).orElse(""));
  }

  private static void count(Article article, long[] counts) {
    counts[0] += article.published().isPresent() ? 1 : 0;
    counts[1] += article.title().isBlank() ? 0 : 1;
    counts[2] += article.outlet().isPresent() ? 1 : 0;
    counts[3] += article.authors().isEmpty() ? 0 : 1;
    counts[4] += article.url().isPresent() ? 1 : 0;
  }

  private static String names(Map<?, Long> counts) {
    return counts.keySet().stream().map(Object::toString).collect(Collectors.joining("+"));
  }
}
