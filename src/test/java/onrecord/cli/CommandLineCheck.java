package onrecord.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;

/** Runs command lines, and checks how they end. */
final class CommandLineCheck {

  private CommandLineCheck() {}

  /**
   * {@return the name of the command, if it succeeded}
   *
   * @param seed how the command line was made, for messages
   */
  static Optional<String> run(List<String> line, String seed) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(new ByteArrayInputStream(new byte[0]), out, err, Terminal.Reader.PERSON, 80);

    int code = Main.run(terminal, line.toArray(String[]::new));

    String shown = ControlCharacters.visible(line.toString());
    String message = err.toString(UTF_8);
    assertThat(code).as("%s: %s", seed, shown).isBetween(0, 2);
    assertThat(message)
        .as("%s: %s", seed, shown)
        .doesNotContain("bug of the program", "Exception", "\tat ", "null");
    if (code == 2) {
      assertThat(message.lines()).as("%s: %s", seed, shown).hasSizeGreaterThan(1);
      assertThat(message)
          .as("%s: %s", seed, shown)
          .startsWith("onrecord: ")
          .endsWith(" --help'.\n");
    }
    if (code == 1 && out.size() == 0) {
      assertThat(message).as("%s: %s", seed, shown).startsWith("onrecord: ");
    }
    return code == 0 ? Optional.of(line.getFirst()) : Optional.empty();
  }
}
