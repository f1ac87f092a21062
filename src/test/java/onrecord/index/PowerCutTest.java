package onrecord.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import onrecord.engine.EngineSettings;
import onrecord.engine.ProgressObserver;
import onrecord.model.Article;
import onrecord.model.Quotation;
import onrecord.model.Span;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.junit.jupiter.api.Test;

/**
 * Cuts the power of a disk at random moments of writing, backing up and upgrading. What was
 * committed must be there, whole. {@code -Dfaults.seeds=N} sets the number of runs, to a tenth of
 * it.
 */
class PowerCutTest {

  private static final int SEEDS = Math.max(1, Integer.getInteger("faults.seeds", 400) / 10);
  private static final int STEPS = 30;
  private static final int CUTS = 6;

  private int cuts;
  private int acknowledged;
  private int backups;

  @Test
  void theLastCommitSurvivesAPowerCut() {
    for (long seed = 1; seed <= SEEDS; seed++) {
      try {
        new Run(seed).write();
      } catch (IOException | RuntimeException | AssertionError e) {
        throw new AssertionError("seed " + seed, e);
      }
    }

    assertThat(acknowledged).as("articles acknowledged before power cuts").isPositive();
    assertThat(backups).as("power cuts after a backup").isPositive();
    System.out.printf(
        "Power cuts: %d in %d runs, articles acknowledged before them: %d, cuts after a backup: %d,"
            + " lost or broken: 0%n",
        cuts, SEEDS, acknowledged, backups);
  }

  @Test
  void anUpgradedArchiveSurvivesAPowerCut() throws IOException {
    for (long seed = 1; seed <= SEEDS; seed++) {
      try {
        upgrade(seed);
      } catch (IOException | RuntimeException | AssertionError e) {
        throw new AssertionError("seed " + seed, e);
      }
    }

    System.out.printf("Power cuts of upgrades: %d in %d runs, lost or broken: 0%n", cuts, SEEDS);
  }

  private void upgrade(long seed) throws IOException {
    Random random = new Random(seed);
    List<Directory> left = new ArrayList<>();
    List<VolatileDisk> disks = new ArrayList<>();
    VolatileDisk disk =
        new VolatileDisk(
            random,
            () -> {
              if (!disks.isEmpty() && random.nextInt(400) == 0) {
                left.add(disks.getFirst().afterPowerCut());
              }
            });
    try (Directory old = FSDirectory.open(Path.of("index-fixtures", "archives", "format-1"))) {
      for (String file : old.listAll()) {
        disk.copyFrom(old, file, file, IOContext.DEFAULT);
      }
    }
    disk.sync(List.of(disk.listAll()));
    disk.syncMetaData();
    Map<String, String> contents = KnownContents.of(disk);
    disks.add(disk);

    Upgrade.upgrade("the archive", disk, EngineSettings.DEFAULT, ProgressObserver.NONE);
    left.add(disk.afterPowerCut());

    for (Directory each : left) {
      requireSound(each, List.of(contents));
      Upgrade.upgrade("the archive", new Kept(each), EngineSettings.DEFAULT, ProgressObserver.NONE);
      requireSound(each, List.of(contents));
      requireWritable(each);
      cuts++;
    }
  }

  private static void requireSound(Directory disk, List<Map<String, String>> possible)
      throws IOException {
    assertThat(Verifier.verify("the archive", disk, ProgressObserver.NONE).problems()).isEmpty();
    assertThat(KnownContents.of(disk)).isIn(possible);
  }

  private static void requireWritable(Directory disk) throws IOException {
    ArchiveWriter again = ShortRuns.open(new Kept(disk), new Random(0));
    again.put(ShortRuns.article("again", 1), Optional.of("1"), List::of);
    again.close();
    assertThat(Verifier.verify("the archive", disk, ProgressObserver.NONE).problems()).isEmpty();
    assertThat(KnownContents.of(disk)).containsKey("again");
  }

  /** A disk that stays open when the archive on it is closed. */
  private static final class Kept extends FilterDirectory {
    Kept(Directory disk) {
      super(disk);
    }

    @Override
    public void close() {
      // The test reads it again.
    }
  }

  /** One run, with several power cuts of an archive and of its backup. */
  private final class Run {
    private final Random random;
    private final KnownContents known = new KnownContents();
    private final VolatileDisk disk;
    private final VolatileDisk backup;
    private boolean created;
    // While the archive is checked, nothing is cut.
    private int left = CUTS;

    Run(long seed) {
      random = new Random(seed);
      disk = new VolatileDisk(random, this::maybeCut);
      backup = new VolatileDisk(random, this::maybeCut);
    }

    void write() throws IOException {
      ArchiveWriter writer = ShortRuns.open(disk, random);
      created = true;
      for (int i = 0; i < STEPS; i++) {
        switch (random.nextInt(12)) {
          case 0, 1 -> {
            known.tryCommit();
            writer.commit();
            known.committed();
          }
          case 2 -> writer.refresh();
          case 3 -> {
            known.tryBackUp();
            writer.withLastCommit(
                commit -> Backup.write(commit, backup, "the backup", ProgressObserver.NONE));
            known.backedUp();
          }
          case 4 -> {
            known.tryCommit();
            writer.close();
            known.committed();
            writer = ShortRuns.open(disk, random);
          }
          case 5 -> delete(writer, "a" + random.nextInt(12));
          default -> put(writer, ShortRuns.article("a" + random.nextInt(12), i));
        }
      }
      cut();
      writer.rollback();
    }

    private void put(ArchiveWriter writer, Article article) throws IOException {
      Quotation quotation = Quotation.builder(article, List.of(new Span(0, 6))).build();
      writer.put(article, Optional.of("1"), () -> List.of(quotation));
      known.put(article.id(), Optional.of(article.text()));
    }

    private void delete(ArchiveWriter writer, String id) throws IOException {
      writer.delete(id);
      known.put(id, Optional.empty());
    }

    private void maybeCut() throws IOException {
      if (left > 0 && random.nextInt(100) == 0) {
        left--;
        cut();
      }
    }

    private void cut() throws IOException {
      cuts++;
      try (Directory archive = disk.afterPowerCut();
          Directory copy = backup.afterPowerCut()) {
        if (created || DirectoryReader.indexExists(archive)) {
          requireSound(archive, known.possible());
          acknowledged += known.possible().getFirst().size();
          requireWritable(archive);
        }
        if (known.hasBackup()) {
          backups++;
          requireSound(copy, known.possibleBackups());
          requireWritable(copy);
        }
      }
    }
  }
}
