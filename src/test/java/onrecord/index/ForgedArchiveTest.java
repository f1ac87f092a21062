package onrecord.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import onrecord.ChildJava;
import onrecord.index.ForgedReads.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Changes an archive's files at random places of each kind of file and makes the checksums right,
 * then reads, writes and verifies the archive in every way, in a process with a small heap and
 * without assertions. {@code -Dflips=N} sets the number of forgeries of each file, to a fifth of
 * it.
 */
class ForgedArchiveTest {

  private static final int FORGERIES = Math.max(1, Integer.getInteger("flips", 20) / 5);
  private static final long SEED = Long.getLong("flips.seed", 20201122);

  @TempDir Path folder;

  @Test
  void forgedBytesAreReportedAsDamageOrChangeNothing() throws Exception {
    List<String> endless = new ArrayList<>();
    String last;
    int next = 0;
    do {
      List<String> printed = run(next);
      assertThat(printed)
          .as("seed %d", SEED)
          .isNotEmpty()
          .noneMatch(line -> line.startsWith(Outcome.UNDOCUMENTED.name()))
          .noneMatch(line -> line.startsWith(Outcome.UNSEEN.name()));
      last = printed.getLast();
      System.out.println(last);
      if (last.startsWith(Outcome.ENDLESS.name())) {
        endless.add(last);
        next = Integer.parseInt(last.split(" ")[1]) + 1;
      }
    } while (last.startsWith(Outcome.ENDLESS.name()));
    assertThat(last).startsWith(Outcome.COMPLETE.name());
    System.out.printf("Uses that did not end: %d (seed %d)%n", endless.size(), SEED);
    // Lucene may loop on positions of words that decrease, all of which verify reports.
    assertThat(endless).noneMatch(line -> line.contains("verify"));
  }

  private List<String> run(int first) throws Exception {
    Path archives = Files.createTempDirectory(folder, "archives");
    Path errors = folder.resolve("errors");
    Process child =
        new ProcessBuilder(
                ChildJava.command(
                    64, ForgedReads.class.getName(), archives, SEED, FORGERIES, first))
            .redirectError(errors.toFile())
            .start();
    List<String> printed =
        new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    assertThat(child.waitFor()).as(Files.readString(errors)).isZero();
    return printed;
  }
}
