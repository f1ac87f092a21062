package onrecord;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import onrecord.engine.EngineSettings;
import onrecord.engine.UpgradeReport;
import onrecord.index.ArchiveWriter;
import onrecord.index.KnownContents;
import onrecord.model.Article;
import onrecord.query.Query;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the commands that change or copy an archive, at random moments of their work. The archive
 * must be whole afterwards, hold what it held or what the command makes of it, and all that the
 * command reported. {@code -Dkills=N} sets how often each is killed, to a tenth of it.
 */
class KilledCommandsTest {

  private static final int KILLS = Math.max(2, Integer.getInteger("kills", 25) / 10);
  private static final long SEED = Long.getLong("kills.seed", 20201122);
  private static final int ARTICLES = 600;
  private static final int KILLED = 128 + 9;

  @TempDir Path folder;

  private final Random random = new Random(SEED);
  // How long the command takes, by the last run that ended before it was killed.
  private long duration;
  private int kills;
  private int begun;
  private int completed;

  /**
   * A run of a command.
   *
   * @param begun whether it had changed the folder when it ended
   */
  private record Killed(boolean killed, boolean begun, String out) {
    boolean isReported() {
      return out.endsWith("}\n");
    }
  }

  /** Prepares what a command works on, kills it and checks what is left. */
  @FunctionalInterface
  private interface Round {
    Killed run(int number) throws Exception;
  }

  private void repeat(String command, Round round) throws Exception {
    for (int i = 0; kills < KILLS; i++) {
      assertThat(i).as("rounds, seed %d", SEED).isLessThan(10 * KILLS + 20);
      Killed run = round.run(i);
      if (run.killed()) {
        kills++;
        begun += run.begun() ? 1 : 0;
        completed += run.isReported() ? 1 : 0;
      } else {
        assertThat(run.isReported()).isTrue();
      }
    }
    System.out.printf(
        "Kills of %s: %d, of them after its first change: %d, after its report: %d, lost or broken:"
            + " 0 (seed %d)%n",
        command, kills, begun, completed, SEED);
  }

  @Test
  void deletingIsCompleteOrNotBegun() throws Exception {
    Path template = fill(folder.resolve("template"), 0, ARTICLES);
    Map<String, String> before = texts(template);
    Map<String, String> after =
        before.entrySet().stream()
            .filter(article -> !article.getValue().contains("flour"))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    assertThat(after).hasSizeBetween(1, ARTICLES - 1);

    repeat(
        "delete",
        i -> {
          Path archive = Folders.copy(template, folder.resolve("archive-" + i));

          Killed run =
              kill(archive, "delete", "--archive", archive, "--json", "--query", "text:flour");

          requireSound(archive);
          assertThat(texts(archive))
              .isIn(run.isReported() ? List.of(after) : List.of(before, after));
          try (Archive open = Archive.open(archive)) {
            open.delete(Query.parse("text:flour"));
          }
          requireSound(archive);
          assertThat(texts(archive)).isEqualTo(after);
          IOUtils.rm(archive);
          return run;
        });
  }

  @Test
  void extractingAgainKeepsTheArticlesAndContinues() throws Exception {
    Path template = folder.resolve("template");
    try (ArchiveWriter writer = ArchiveWriter.open(template, "0", EngineSettings.DEFAULT)) {
      for (Article article : articles(0, ARTICLES)) {
        writer.put(article, Optional.of("0"), List::of);
      }
    }
    Map<String, String> texts = texts(template);
    assertThat(texts).hasSize(ARTICLES);

    repeat(
        "reextract",
        i -> {
          Path archive = Folders.copy(template, folder.resolve("archive-" + i));

          Killed run = kill(archive, "reextract", "--archive", archive, "--json");

          requireSound(archive);
          assertThat(texts(archive)).isEqualTo(texts);
          try (Archive open = Archive.open(archive)) {
            long quotations = open.info().quotations();
            long left = open.reextract(AddObserver.NONE).replaced();
            open.commit();
            // Each article has one quotation, unless it is still to be extracted again.
            assertThat(quotations + left).isEqualTo(ARTICLES);
            assertThat(run.isReported() && left > 0).isFalse();
            assertThat(open.info().quotations()).isEqualTo(ARTICLES);
          }
          requireSound(archive);
          IOUtils.rm(archive);
          return run;
        });
  }

  @Test
  void upgradingIsCompleteOrNotBegun() throws Exception {
    Path old = Path.of("index-fixtures", "archives", "format-1");
    Map<String, String> texts = texts(old);
    assertThat(texts).hasSize(4);

    repeat(
        "upgrade",
        i -> {
          Path archive = Folders.copy(old, folder.resolve("archive-" + i));

          Killed run = kill(archive, "upgrade", "--archive", archive, "--json");

          requireSound(archive);
          assertThat(texts(archive)).isEqualTo(texts);
          UpgradeReport report = Archive.upgrade(archive);
          assertThat(run.isReported() && report.articles() > 0).isFalse();
          requireSound(archive);
          assertThat(texts(archive)).isEqualTo(texts);
          Archive.open(archive).close();
          IOUtils.rm(archive);
          return run;
        });
  }

  @Test
  void backingUpKeepsTheEarlierBackup() throws Exception {
    Path archive = fill(folder.resolve("archive"), 0, ARTICLES);
    Map<String, String> before = texts(archive);
    Path template = folder.resolve("template");
    try (Archive open = Archive.openReadOnly(archive)) {
      open.backUp(template);
    }
    fill(archive, ARTICLES, ARTICLES);
    Map<String, String> after = texts(archive);

    repeat(
        "backup",
        i -> {
          boolean isFirst = i % 3 == 0;
          Path backup = folder.resolve("backup-" + i);
          if (!isFirst) {
            copyWithMark(template, backup);
          }

          Killed run = kill(backup, "backup", "--archive", archive, "--json", backup);

          requireSound(archive);
          assertThat(texts(archive)).isEqualTo(after);
          if (run.isReported() || !isFirst) {
            requireSound(backup);
            assertThat(texts(backup))
                .isIn(run.isReported() ? List.of(after) : List.of(before, after));
          }
          try (Archive open = Archive.openReadOnly(archive)) {
            open.backUp(backup);
          }
          requireSound(backup);
          assertThat(texts(backup)).isEqualTo(after);
          IOUtils.rm(backup);
          return run;
        });
  }

  private static void copyWithMark(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }

  private static List<Article> articles(int first, int number) {
    List<Article> articles = new ArrayList<>();
    for (int i = first; i < first + number; i++) {
      String text = "“It is number " + i + (i % 3 == 0 ? " of the flour" : "") + ",” said Ann Lee.";
      articles.add(Article.builder("a" + i, text).build());
    }
    return articles;
  }

  private static Path fill(Path archive, int first, int number) throws IOException {
    try (Archive open = Archive.open(archive)) {
      for (Article article : articles(first, number)) {
        open.add(article);
      }
    }
    return archive;
  }

  private static Map<String, String> texts(Path archive) throws IOException {
    try (Directory directory = FSDirectory.open(archive)) {
      return KnownContents.of(directory);
    }
  }

  private static void requireSound(Path archive) throws IOException {
    assertThat(Archive.verify(archive).problems()).isEmpty();
  }

  private Killed kill(Path changed, Object... arguments) throws Exception {
    Set<Path> before = files(changed);
    List<String> command = ChildJava.command(200, Announced.class.getName(), arguments);
    Path errors = folder.resolve("errors");
    Process child = new ProcessBuilder(command).redirectError(errors.toFile()).start();
    StringBuilder out = new StringBuilder();
    try (BufferedReader lines = child.inputReader(StandardCharsets.UTF_8)) {
      assertThat(lines.readLine()).as(() -> read(errors)).isEqualTo(Announced.LINE);
      long start = System.nanoTime();
      boolean ended = child.waitFor(nextWait(), TimeUnit.NANOSECONDS);
      assertThat(ended && child.exitValue() != 0).as(() -> read(errors)).isFalse();
      if (ended) {
        duration = System.nanoTime() - start;
      }
      // The handle's way, since the process's own closes the output before it is read.
      child.toHandle().destroyForcibly();
      for (int c = lines.read(); c >= 0; c = lines.read()) {
        out.append((char) c);
      }
    }
    int code = child.waitFor();
    assertThat(code).as(() -> read(errors)).isIn(0, KILLED);
    return new Killed(code == KILLED, !files(changed).equals(before), out.toString());
  }

  /** {@return how long to wait before a kill; most of the first half is the start of Java} */
  private long nextWait() {
    return duration == 0 ? TimeUnit.MINUTES.toNanos(5) : random.nextLong(duration / 2, duration);
  }

  private static Set<Path> files(Path folder) throws IOException {
    return Files.exists(folder) ? Set.copyOf(Folders.files(folder)) : Set.of();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
