package onrecord.example;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import onrecord.AddReport;
import onrecord.Archive;
import onrecord.engine.BackupReport;
import onrecord.engine.Verification;
import onrecord.query.Query;
import onrecord.query.Search;
import onrecord.report.Report;
import onrecord.report.ReportRequest;
import onrecord.source.ArticleReader;
import onrecord.source.ReadReport;

/**
 * A job for the night: it adds what is new in a folder, commits, writes a report, backs the archive
 * up and verifies the backup. Its exit code is 0 if nothing needs a look in the morning.
 *
 * @param home has the folders {@code incoming}, {@code archive} and {@code backup}
 * @param log the record of the night
 */
record NightlyJob(Path home, PrintStream log) {

  public static void main(String[] arguments) {
    Query subject = Query.parse(arguments[1]);
    System.exit(new NightlyJob(Path.of(arguments[0]), System.out).run(subject));
  }

  int run(Query subject) {
    try (Archive archive = Archive.open(home.resolve("archive"))) {
      boolean complete = add(archive);
      Report report = Report.of(archive, ReportRequest.of(Search.of(subject)));
      Files.writeString(home.resolve("report.html"), report.html());
      return backUp(archive) && complete ? 0 : 1;
    } catch (IOException e) {
      log.println("failed: " + e.getMessage());
      return 2;
    }
  }

  /** An article that the archive already holds unchanged is neither extracted nor added again. */
  private boolean add(Archive archive) throws IOException {
    try (ArticleReader incoming = ArticleReader.open(List.of(home.resolve("incoming")))) {
      AddReport added = archive.addAll(incoming.stream());
      archive.commit();
      ReadReport read = incoming.report();
      log.printf("added %d, replaced %d articles%n", added.added(), added.replaced());
      added.rejections().forEach(rejection -> log.println("rejected " + rejection));
      read.notRead().forEach((kind, count) -> log.println("not read: " + kind + " " + count));
      if (read.isEmpty()) {
        log.println("nothing came in");
      }
      return added.rejected() == 0 && read.notRead().isEmpty() && !read.isEmpty();
    }
  }

  private boolean backUp(Archive archive) throws IOException {
    Path backup = home.resolve("backup");
    BackupReport copied = archive.backUp(backup);
    Verification verified = Archive.verify(backup);
    log.printf("backup: %d new files, %d articles%n", copied.copied(), verified.articles());
    verified.problems().forEach(problem -> log.println("backup is broken: " + problem));
    return verified.isSound();
  }
}
