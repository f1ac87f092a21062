package onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the arguments are, a command ends with an exit code and, if it fails, with a reason. */
class RandomCommandsTest {

  private static final int COMMANDS = 10 * Integer.getInteger("kills", 25);
  private static final long SEED = Long.getLong("commands.seed", 20201122);

  @TempDir Path folder;

  @Test
  void everyCommandLineEndsWithResultsOrAReason() throws IOException {
    RandomCommands.writeFiles(folder);
    RandomCommands commands = new RandomCommands(new Chance(new Random(SEED)), folder);
    Set<String> succeeded = new HashSet<>();
    for (int i = 0; i < COMMANDS; i++) {
      List<String> line = commands.next();

      CommandLineCheck.run(line, "seed " + SEED + ", " + i).ifPresent(succeeded::add);
    }
    assertThat(succeeded).hasSizeGreaterThan(commands.commands() / 2);
  }

  private record Chance(Random random) implements Choices {
    @Override
    public int below(int bound) {
      return random.nextInt(bound);
    }

    @Override
    public String text() {
      return random
          .ints(random.nextInt(8))
          .map(any -> any & (any < 0 ? 0x7F : 0xFFFF))
          .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
          .toString();
    }
  }
}
