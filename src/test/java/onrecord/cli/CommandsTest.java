package onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.InputStream;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Command;

class CommandsTest {

  private static final Terminal TERMINAL =
      new Terminal(
          InputStream.nullInputStream(),
          OutputStream.nullOutputStream(),
          OutputStream.nullOutputStream(),
          Terminal.Reader.PROGRAM,
          80);

  @Test
  void everyCommandHasItsName() {
    assertThat(Commands.NAMES)
        .doesNotHaveDuplicates()
        .allSatisfy(name ->
            assertThat(Commands.of(name, TERMINAL).getClass().getAnnotation(Command.class).name())
                .isEqualTo(name));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Commands.of("serch", TERMINAL))
        .withMessage("not a command: serch");
  }

  @Test
  void onlyTheCommandThatIsNamedFirstIsNeeded() {
    assertThat(Commands.neededFor("extract", "search", "--help")).containsExactly("extract");
    assertThat(Commands.neededFor("--version")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "--help", "-q search", "@file", "serch", "help", "completion bash"})
  void allCommandsAreNeededOtherwise(String line) {
    assertThat(Commands.neededFor(line.isEmpty() ? new String[0] : line.split(" ", -1)))
        .isEqualTo(Commands.NAMES);
  }

  @Test
  void optionsOfOtherCommandsAreMistakesAndNotExcludedWords() {
    assertThat(Run.of("timeline", "--archive", "none", "-n").err())
        .contains("Unknown option: '-n'");
    assertThat(Run.of("timeline", "--archive", "none", "-n5").err())
        .contains("Unknown option: '-n5'");
  }
}
