package onrecord.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares an archive with an index of the same articles that is written by hand with Lucene, and
 * with a database of SQLite: adding, size, replacing and deleting, searches, opening, refreshing,
 * indexing a file and extraction. They take turns; medians are printed.
 *
 * <pre>
 * mvn -q -Pbenchmark test-compile exec:exec@side-by-side [-Dbenchmark.count=2000] [-Dbenchmark.rounds=3]
 * </pre>
 */
public final class SideBySide {

  private SideBySide() {}

  /** A part of the comparison. */
  @FunctionalInterface
  private interface Part {
    void run() throws IOException;
  }

  /**
   * Runs the comparison; system properties specify the numbers of articles and of rounds, a folder
   * whose contents are used and kept, and whether some articles are replaced and deleted ({@code
   * benchmark.changes}).
   */
  public static void main(String[] args) throws IOException {
    String kept = System.getProperty("benchmark.folder", "");
    Path folder = kept.isEmpty() ? Files.createTempDirectory("side-by-side") : Path.of(kept);
    try {
      boolean isNew = !Files.exists(Sides.of(folder, Sides.NAMES.size() - 1));
      if (isNew) {
        Files.createDirectories(folder);
        Adding.run(folder, Settings.COUNT, Settings.ROUNDS);
      }
      if (Settings.CHANGES && (isNew || Settings.runs("changing"))) {
        Changing.run(folder);
      }
      run("opening", () -> Opening.compare(folder, Settings.ROUNDS));
      try (Sides sides = Sides.open(folder)) {
        Searching searching = new Searching(sides);
        run("searching", searching::compare);
        run("pages", searching::comparePages);
        run("questions", () -> OtherQuestions.measure(sides.archive()));
        run("callers", () -> Calling.compare(sides));
      }
      run("refreshing", () -> Refreshing.compare(folder, Settings.ROUNDS));
      run("indexing", () -> Indexing.compare(folder, Settings.ROUNDS));
      run("extracting", Extracting::compare);
    } finally {
      if (kept.isEmpty()) {
        Folder.delete(folder);
      }
    }
  }

  private static void run(String name, Part part) throws IOException {
    if (Settings.runs(name)) {
      part.run();
    }
  }
}
