package onrecord.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import onrecord.Folders;
import onrecord.engine.EngineSettings;
import onrecord.engine.FrozenState;
import onrecord.engine.ProgressObserver;
import onrecord.engine.Verification;
import onrecord.schema.FrozenCommit;
import onrecord.schema.Schema;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** States that are kept under names, whatever becomes of the disk and of the format. */
class FrozenStatesTest {

  private static final String ARCHIVE = "the archive";
  private static final LocalDate DAY = LocalDate.of(2024, 5, 31);
  private static final int SEEDS = Math.max(2, Integer.getInteger("faults.seeds", 400) / 100);

  /** A disk after a power cut, and whether the state was acknowledged before. */
  private record Left(Directory disk, boolean isFrozen) {}

  @Test
  void stateThatWasFrozenSurvivesEveryPowerCut() throws IOException {
    int frozen = 0;
    for (long seed = 1; seed <= SEEDS; seed++) {
      for (Left left : cut(new Random(seed))) {
        String what = "seed " + seed;
        boolean listed = states(left.disk()).stream().anyMatch(s -> s.name().equals("one"));
        assertThat(listed || !left.isFrozen()).as(what).isTrue();
        requireSound(left.disk(), what);
        try (ArchiveWriter again = ShortRuns.open(new Kept(left.disk()), new Random(seed))) {
          again.put(ShortRuns.article("again", 1), Optional.of("1"), List::of);
        }
        requireSound(left.disk(), what + ", written to again");
        assertThat(states(left.disk()).stream().anyMatch(s -> s.name().equals("one")))
            .as(what)
            .isEqualTo(listed);
        frozen += left.isFrozen() ? 1 : 0;
      }
    }
    assertThat(frozen).isPositive();
  }

  private static List<Left> cut(Random random) throws IOException {
    List<Left> left = new ArrayList<>();
    List<VolatileDisk> disks = new ArrayList<>();
    boolean[] frozen = new boolean[1];
    VolatileDisk disk =
        new VolatileDisk(
            random,
            () -> {
              if (!disks.isEmpty() && random.nextInt(20) == 0) {
                left.add(new Left(disks.getFirst().afterPowerCut(), frozen[0]));
              }
            });
    ArchiveWriter writer = ShortRuns.open(disk, random);
    writer.put(ShortRuns.article("a", 1), Optional.of("1"), List::of);
    writer.commit();
    disks.add(disk);
    writer.freeze("one", DAY);
    frozen[0] = true;
    for (int i = 2; i < 6; i++) {
      writer.put(ShortRuns.article("a", i), Optional.of("1"), List::of);
      writer.put(ShortRuns.article("b" + i, i), Optional.of("1"), List::of);
      writer.freeze("state-" + i, DAY);
      writer.commit();
      assertThat(writer.unfreeze("state-" + i)).isTrue();
    }
    left.add(new Left(disk.afterPowerCut(), true));
    writer.rollback();
    return left;
  }

  /** Requires that the last commit and all states are sound, and that the first has its article. */
  private static void requireSound(Directory disk, String what) throws IOException {
    assertThat(Verifier.verify(ARCHIVE, disk, ProgressObserver.NONE).problems()).as(what).isEmpty();
    FrozenStates states = FrozenStates.in(disk, ARCHIVE);
    for (FrozenState state : states.list()) {
      Verification found =
          Verifier.verify(ARCHIVE, states.commit(state.name()), ProgressObserver.NONE);
      assertThat(found.problems()).as(what).isEmpty();
      if (state.name().equals("one")) {
        assertThat(found.articles()).as(what).isEqualTo(1);
      }
    }
  }

  @Test
  void stateOfAnOlderFormatSurvivesAnUpgradeAsItIs(@TempDir Path folder) throws IOException {
    Folders.copy(Path.of("index-fixtures", "archives", "format-3"), folder.resolve("old"));
    try (Directory disk = FSDirectory.open(folder.resolve("old"))) {
      Map<String, String> contents = KnownContents.of(disk);
      list(disk, "before");

      Upgrade.upgrade(ARCHIVE, new Kept(disk), EngineSettings.DEFAULT, ProgressObserver.NONE);

      assertThat(states(disk)).hasSize(1);
      FrozenState state = states(disk).getFirst();
      assertThat(state.format()).isEqualTo(3);
      assertThat(state.bytes()).isPositive();
      IndexCommit commit = FrozenStates.in(disk, ARCHIVE).commit("before");
      Verification old = Verifier.verify(ARCHIVE, commit, ProgressObserver.NONE);
      assertThat(old.problems()).isEmpty();
      assertThat(old.articles()).isEqualTo(contents.size());
      assertThat(KnownContents.of(disk)).isEqualTo(contents);
      try (ArchiveWriter writer = ShortRuns.open(new Kept(disk), new Random(1))) {
        writer.put(ShortRuns.article("new", 1), Optional.of("1"), List::of);
        writer.commit();
        assertThat(writer.unfreeze("before")).isTrue();
      }
      assertThat(states(disk)).isEmpty();
      assertThat(DirectoryReader.listCommits(disk)).hasSize(1);
      assertThat(Schema.FORMAT).isGreaterThan(3);
    }
  }

  /** Lists the last commit as a state, as a version of that format would do that had states. */
  private static void list(Directory disk, String name) throws IOException {
    IndexCommit last = DirectoryReader.listCommits(disk).getLast();
    IndexWriterConfig config =
        new IndexWriterConfig(Schema.analyzer())
            .setIndexDeletionPolicy(new KeepFrozenCommits())
            .setCommitOnClose(false);
    try (IndexWriter writer = new IndexWriter(disk, config)) {
      writer.setLiveCommitData(
          new FrozenCommit(name, last.getGeneration(), DAY).addTo(last.getUserData()).entrySet());
      writer.commit();
    }
  }

  @Test
  void whatNoVersionWritesIsNoState() {
    assertThat(
            FrozenCommit.listedIn(
                Map.of(
                    "onrecord.state.ok",
                    "12 2024-05-31",
                    "onrecord.state.a/b",
                    "12 2024-05-31",
                    "onrecord.state.x",
                    "-1 2024-05-31",
                    "onrecord.state.y",
                    "1 2024-05-32",
                    "onrecord.state.z",
                    "9999999999999999999 2024-05-31",
                    "other",
                    "12 2024-05-31")))
        .containsExactly(Map.entry("ok", new FrozenCommit("ok", 12, DAY)));
  }

  private static List<FrozenState> states(Directory disk) throws IOException {
    return FrozenStates.in(disk, ARCHIVE).list();
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
}
