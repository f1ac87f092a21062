package onrecord.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import onrecord.engine.ProgressObserver;
import onrecord.model.Article;
import onrecord.model.Quotation;
import onrecord.model.Span;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;

/**
 * Writes to a disk that fails, fills up and crashes at random places, and checks what is left.
 * {@code -Dfaults.seeds=N} sets the number of runs.
 */
class FaultTest {

  private static final int SEEDS = Integer.getInteger("faults.seeds", 400);
  private static final int STEPS = 60;

  private final Map<String, Integer> faults = new TreeMap<>();
  private int failedCalls;
  private int backups;

  @Test
  void theLastCommitIsIntactWhateverFails() {
    for (long seed = 1; seed <= SEEDS; seed++) {
      try {
        run(seed);
      } catch (IOException | RuntimeException e) {
        throw new AssertionError("seed " + seed, e);
      }
    }

    assertThat(faults.keySet())
        .contains("create", "open", "partial write", "sync", "rename", "delete", "disk full")
        .contains("merge: create", "merge: partial write", "merge: close", "merge: disk full")
        .contains("backup: create", "backup: open", "backup: partial write", "backup: sync")
        .contains("backup: rename", "backup: delete", "backup: disk full");
    System.out.printf(
        "Faults: %s in %d runs, failed calls: %d, backups: %d, commits lost or broken: 0%n",
        faults, SEEDS, failedCalls, backups);
  }

  private void run(long seed) throws IOException {
    Random random = new Random(seed);
    FaultyDisk disk = new FaultyDisk(random);
    FaultyDisk backup = new FaultyDisk(random);
    KnownContents known = new KnownContents();
    ArchiveWriter writer = ShortRuns.open(disk, random);
    disk.failOneIn(200 << random.nextInt(8));
    backup.failOneIn(10 << random.nextInt(10));
    if (random.nextInt(4) == 0) {
      disk.failOnlyInCommitsOneIn(3 + random.nextInt(20));
      backup.failOnlyInCommitsOneIn(3 + random.nextInt(20));
    } else if (random.nextInt(3) == 0) {
      disk.room(random.nextInt(150_000));
    } else if (random.nextInt(3) == 0) {
      backup.room(random.nextInt(30_000));
    }
    for (int i = 0; i < STEPS && step(writer, backup, known, random, i); i++) {}
    if (random.nextBoolean()) {
      close(writer, known);
    }
    check("seed " + seed + ", archive", disk.crashed(), known.possible());
    if (known.hasBackup()) {
      check("seed " + seed + ", backup", backup.crashed(), known.possibleBackups());
    }
    disk.failOneIn(0);
    disk.room(Long.MAX_VALUE);
    closeAtLast(writer);
    check("seed " + seed + ", archive at last", disk.crashed(), known.possible());
    disk.faults().forEach((kind, count) -> faults.merge(kind, count, Integer::sum));
    backup.faults().forEach((kind, count) -> faults.merge("backup: " + kind, count, Integer::sum));
  }

  /** {@return whether the contents of the archive are known after this step} */
  private boolean step(
      ArchiveWriter writer, FaultyDisk backup, KnownContents known, Random random, int number) {
    int choice = random.nextInt(14);
    boolean changes = choice > 4;
    Article article = ShortRuns.article("a" + random.nextInt(12), number);
    Optional<String> text = choice == 5 ? Optional.empty() : Optional.of(article.text());
    try {
      switch (choice) {
        case 0, 1 -> {
          known.tryCommit();
          writer.commit();
          known.committed();
        }
        case 2 -> writer.refresh();
        case 3, 4 -> backUp(writer, backup, known);
        case 5 -> writer.delete(article.id());
        default -> writer.put(article, Optional.of("1"), () -> quotations(article));
      }
      if (changes) {
        known.put(article.id(), text);
      }
      return true;
    } catch (IOException e) {
      failedCalls++;
      if (changes) {
        known.mayHavePut(article.id(), text);
      }
      return !changes;
    }
  }

  private void backUp(ArchiveWriter writer, FaultyDisk backup, KnownContents known)
      throws IOException {
    known.tryBackUp();
    writer.withLastCommit(
        commit -> Backup.write(commit, backup, "the backup", ProgressObserver.NONE));
    known.backedUp();
    backups++;
  }

  private void close(ArchiveWriter writer, KnownContents known) {
    known.tryCommit();
    try {
      writer.close();
      known.committed();
    } catch (IOException e) {
      failedCalls++;
    }
  }

  private static List<Quotation> quotations(Article article) {
    List<Quotation> quotations = new ArrayList<>();
    for (int at = 0; at + 6 < article.text().length(); at += 6) {
      quotations.add(Quotation.builder(article, List.of(new Span(at, at + 6))).build());
    }
    return quotations;
  }

  private static void closeAtLast(ArchiveWriter writer) {
    try {
      writer.rollback();
    } catch (IOException | IllegalStateException e) {
      // A fault had closed the writer, and was reported by the call that it occurred in.
      assertThat(e).isNotNull();
    }
  }

  private static void check(String where, Directory disk, List<Map<String, String>> possible)
      throws IOException {
    try (disk) {
      assertThat(Verifier.verify("the archive", disk, ProgressObserver.NONE).problems())
          .as(where)
          .isEmpty();
      assertThat(KnownContents.of(disk)).as(where).isIn(possible);
      // The archive can be written to again.
      ArchiveWriter again = ShortRuns.open(disk, new Random(0));
      again.put(ShortRuns.article("again", 1), Optional.empty(), List::of);
      again.close();
    }
  }
}
