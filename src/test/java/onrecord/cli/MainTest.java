package onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

  @Test
  void requiresACommand() {
    Run run = Run.of();

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).startsWith("onrecord: Missing required subcommand");
    assertThat(run.out()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"extract", "extrct -", "extract --jsn -"})
  void reportsInvalidArgumentsWithAHint(String command) {
    Run run = Run.of((Object[]) command.split(" "));

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).startsWith("onrecord: ").contains("--help'.");
    assertThat(run.err().lines().count()).isLessThanOrEqualTo(3);
    assertThat(run.out()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "extract --help"})
  void printsHelpToTheOutput(String command) {
    Run run = Run.of((Object[]) command.split(" "));

    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("Usage: onrecord", "Exit codes:").doesNotContain("null");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void printsTheVersionToTheOutput() {
    assertThat(Run.of("--version").out()).startsWith("onrecord ");
  }
}
