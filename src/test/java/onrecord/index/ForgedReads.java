package onrecord.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import onrecord.Archive;
import onrecord.Folders;
import onrecord.Forgery;
import onrecord.index.ArchiveUses.Use;
import org.jspecify.annotations.Nullable;

/**
 * A process that forges files of the sample archive one after the other, and uses each forged
 * archive in every way. It prints a line for each use that throws what is not documented, for each
 * that returns something else although {@code verify} finds nothing, and at the end the numbers. A
 * use that never ends ends the process.
 */
final class ForgedReads {

  /** The beginnings of the lines that are printed. */
  enum Outcome {
    UNDOCUMENTED,
    UNSEEN,
    ENDLESS,
    COMPLETE
  }

  private static final long LIMIT_SECONDS = 20;
  private static final int FORGERIES_TO_WRITE = 5;

  private final Path folder;
  private final long seed;
  private final int forgeriesOfAFile;
  private final int first;
  private final AtomicReference<@Nullable Running> running = new AtomicReference<>();
  private int forgeries;
  private int refused;
  private int failed;
  private int sameResults;
  private int otherResults;

  /** A use that has begun. */
  private record Running(int forgery, String use, boolean isSound, long since) {}

  /** A forged archive, while it is used. */
  private record Forged(int number, String name, boolean isSound) {}

  private ForgedReads(Path folder, long seed, int forgeriesOfAFile, int first) {
    this.folder = folder;
    this.seed = seed;
    this.forgeriesOfAFile = forgeriesOfAFile;
    this.first = first;
  }

  /** Arguments: an empty folder, the seed, the forgeries of each file, the first forgery. */
  public static void main(String[] arguments) throws Exception {
    ForgedReads reads =
        new ForgedReads(
            Path.of(arguments[0]),
            Long.parseLong(arguments[1]),
            Integer.parseInt(arguments[2]),
            Integer.parseInt(arguments[3]));
    Thread.ofPlatform().daemon().start(reads::endIfEndless);
    reads.run();
  }

  private void endIfEndless() {
    while (true) {
      try {
        TimeUnit.SECONDS.sleep(1);
      } catch (InterruptedException e) {
        return;
      }
      Running now = running.get();
      if (now != null && System.nanoTime() - now.since > TimeUnit.SECONDS.toNanos(LIMIT_SECONDS)) {
        print(
            now.isSound ? Outcome.UNSEEN : Outcome.ENDLESS,
            now.forgery + " " + now.use + " does not end");
        Runtime.getRuntime().halt(0);
      }
    }
  }

  private void run() throws IOException {
    int number = 0;
    for (SampleArchive.Layout layout : SampleArchive.Layout.values()) {
      Path archive = folder.resolve(layout.name());
      SampleArchive.write(archive, layout);
      Map<String, Object> expected = new LinkedHashMap<>();
      read(archive, new Forged(-1, "the sound archive", true), expected);
      for (Path file : Folders.files(archive)) {
        byte[] sound = Files.readAllBytes(file);
        for (int i = 0; i < forgeriesOfAFile; i++) {
          if (number >= first) {
            Forgery.forge(file, new Random(seed + number));
            use(archive, number, layout + " " + file.getFileName(), expected);
            Files.write(file, sound);
          }
          number++;
        }
      }
    }
    print(
        Outcome.COMPLETE,
        "forgeries %d, opening refused %d, reading failed %d, same results %d, other results %d"
            .formatted(forgeries, refused, failed, sameResults, otherResults));
  }

  private void use(Path archive, int number, String file, Map<String, Object> expected)
      throws IOException {
    forgeries++;
    Forged forged = new Forged(number, file, false);
    boolean isSound =
        attempt(forged, "verify the folder", () -> ArchiveUses.isSound(archive))
            .equals(Boolean.TRUE);
    forged = new Forged(number, file, isSound);
    Map<String, Object> results = new LinkedHashMap<>();
    read(archive, forged, results);
    count(forged, expected, results);
    if (number % FORGERIES_TO_WRITE == 0) {
      write(Folders.copy(archive, folder.resolve("written")), forged);
      delete(folder.resolve("written"));
    }
  }

  private void count(Forged forged, Map<String, Object> expected, Map<String, Object> results) {
    if (results.isEmpty()) {
      refused++;
    } else if (results.size() < expected.size()) {
      failed++;
    } else if (results.equals(expected)) {
      sameResults++;
    } else {
      otherResults++;
    }
    if (forged.isSound && !results.equals(expected)) {
      List<String> other = new ArrayList<>(expected.keySet());
      other.removeIf(use -> expected.get(use).equals(results.get(use)));
      print(Outcome.UNSEEN, forged.number + " " + forged.name + " " + other);
    }
  }

  private void read(Path archive, Forged forged, Map<String, Object> results) throws IOException {
    attempt(
        forged,
        "open for reading",
        () -> {
          try (Archive open = Archive.openReadOnly(archive)) {
            use(open, forged, ArchiveUses.reading(), results);
            return "read";
          }
        });
  }

  private void write(Path archive, Forged forged) throws IOException {
    Path backup = folder.resolve("backup");
    attempt(
        forged,
        "back up",
        () -> {
          try (Archive open = Archive.openReadOnly(archive)) {
            return open.backUp(backup);
          }
        });
    delete(backup);
    attempt(forged, "upgrade", () -> Archive.upgrade(archive));
    attempt(
        forged,
        "open for writing",
        () -> {
          Archive open = Archive.open(archive);
          use(open, forged, ArchiveUses.writing(backup), new LinkedHashMap<>());
          return "written";
        });
    delete(backup);
  }

  private void use(
      Archive open, Forged forged, Map<String, Use> uses, Map<String, Object> results) {
    uses.forEach((name, use) -> {
      Object result = attempt(forged, name, () -> use.of(open));
      if (!(result instanceof Failure)) {
        results.put(name, result);
      }
    });
  }

  /** Something that may fail. */
  @FunctionalInterface
  private interface Attempt {
    Object run() throws IOException;
  }

  /** What was thrown. */
  private record Failure(Throwable thrown) {}

  private Object attempt(Forged forged, String use, Attempt attempt) {
    Running before = running.get();
    running.set(new Running(forged.number, use, forged.isSound, System.nanoTime()));
    try {
      return attempt.run();
    } catch (IOException | UncheckedIOException e) {
      return new Failure(e);
    } catch (RuntimeException | Error e) {
      List<String> frames = Stream.of(e.getStackTrace()).limit(8).map(String::valueOf).toList();
      print(
          Outcome.UNDOCUMENTED,
          "%d %s, %s: %s %s".formatted(forged.number, forged.name, use, e, frames));
      return new Failure(e);
    } finally {
      running.set(
          before == null
              ? null
              : new Running(before.forgery, before.use, before.isSound, System.nanoTime()));
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static void print(Outcome outcome, String what) {
    System.out.println(outcome + " " + what);
  }
}
