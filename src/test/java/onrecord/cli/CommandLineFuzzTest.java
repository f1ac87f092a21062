package onrecord.cli;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/**
 * Command lines that a guided search is let loose on: each ends with results, or with an exit code
 * and a reason. {@code mvn test -Pfuzz -Dtest=CommandLineFuzzTest} searches for minutes.
 */
class CommandLineFuzzTest {

  private static final int LONGEST = 16;

  @TempDir static Path folder;

  @BeforeAll
  static void writeFiles() throws IOException {
    RandomCommands.writeFiles(folder);
  }

  @com.code_intelligence.jazzer.junit.FuzzTest(maxDuration = "5m")
  void commandLine(FuzzedDataProvider input) {
    RandomCommands commands = new RandomCommands(new Guided(input), folder);

    CommandLineCheck.run(commands.next(), "fuzz");
  }

  private record Guided(FuzzedDataProvider input) implements Choices {
    @Override
    public int below(int bound) {
      return input.consumeInt(0, bound - 1);
    }

    @Override
    public String text() {
      return input.consumeString(LONGEST);
    }
  }
}
