package onrecord.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import onrecord.AddReport;
import onrecord.Archive;
import onrecord.source.ArticleRecord;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/**
 * Replaces and deletes some articles of each side, so that searches have to pass over what is
 * deleted in place, and compares how long that takes. Immutable.
 */
final class Changing {

  /** Exists in a folder whose articles have been changed. */
  private static final String DONE = "changed";

  private Changing() {}

  /** Changes the articles in a folder, unless that has been done. */
  static void run(Path folder) throws IOException {
    Path done = folder.resolve(DONE);
    if (Files.exists(done)) {
      return;
    }
    Changes changes = Changes.of(articles(folder));
    double[] speed = {
      speed(changes, () -> change(Sides.of(folder, 0), changes)),
      speed(changes, () -> HandWritten.change(Sides.of(folder, 1), changes)),
      speed(changes, () -> Sqlite.change(Sides.of(folder, 2), changes))
    };
    Files.createFile(done);
    Table.head(
        "Replacing %d articles, and deleting %d"
            .formatted(changes.replaced().size(), changes.deleted().size()),
        Sides.NAMES);
    Table.row("articles a CPU second", "%.0f", speed);
    Table.row("percent deleted in place", "%.1f", deleted(folder, 0), deleted(folder, 1));
    Table.row("segments", "%.0f", segments(folder, 0), segments(folder, 1));
  }

  private static double speed(Changes changes, Clock.Operation operation) throws IOException {
    return changes.size() / Clock.spent(operation).cpu();
  }

  private static int articles(Path folder) throws IOException {
    try (Archive archive = Archive.openReadOnly(Sides.of(folder, 0))) {
      return Math.toIntExact(archive.info().articles());
    }
  }

  private static void change(Path target, Changes changes) throws IOException {
    Stream<ArticleRecord> records =
        Stream.concat(
            changes.replaced().stream().map(MadeArticles::revised),
            changes.deleted().stream()
                .map(number -> ArticleRecord.withdrawn("made", 0, MadeArticles.id(number))));
    try (Archive archive = Archive.open(target)) {
      AddReport report = archive.addAll(records);
      if (report.replaced() != changes.replaced().size()
          || report.deleted() != changes.deleted().size()) {
        throw new IllegalStateException(report.toString());
      }
    }
  }

  /** {@return the number of segments of a side} */
  static double segments(Path folder, int side) throws IOException {
    try (Directory directory = FSDirectory.open(Sides.of(folder, side));
        DirectoryReader reader = DirectoryReader.open(directory)) {
      return reader.leaves().size();
    }
  }

  private static double deleted(Path folder, int side) throws IOException {
    try (Directory directory = FSDirectory.open(Sides.of(folder, side));
        DirectoryReader reader = DirectoryReader.open(directory)) {
      return 100.0 * reader.numDeletedDocs() / reader.maxDoc();
    }
  }
}
