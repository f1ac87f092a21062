package onrecord.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One run of the command line in this process.
 *
 * @param code the exit code
 * @param out the results printed
 * @param err the messages printed
 */
record Run(int code, String out, String err) {

  /** Runs a command without any input. */
  static Run of(Object... arguments) {
    return withInput("", arguments);
  }

  /**
   * Runs a command on an archive without any input.
   *
   * @param command the command with its options, separated by spaces
   * @param more further options and arguments
   */
  static Run on(Path archive, String command, Object... more) {
    List<Object> arguments = new ArrayList<>(Arrays.asList((Object[]) command.split(" ")));
    arguments.addAll(List.of("--archive", archive));
    arguments.addAll(List.of(more));
    return of(arguments.toArray());
  }

  static Run withInput(String in, Object... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Run run = into(out, in, arguments);
    return new Run(run.code(), out.toString(UTF_8), run.err());
  }

  /** Runs a command whose output a person reads on a terminal with so many columns. */
  static Run onTerminal(int columns, Object... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(InputStream.nullInputStream(), out, err, Terminal.Reader.PERSON, columns);
    return new Run(run(terminal, arguments), out.toString(UTF_8), err.toString(UTF_8));
  }

  /** Runs a command whose output goes elsewhere. */
  static Run into(OutputStream out, String in, Object... arguments) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new ByteArrayInputStream(in.getBytes(UTF_8)), out, err, Terminal.Reader.PROGRAM, 80);
    return new Run(run(terminal, arguments), "", err.toString(UTF_8));
  }

  private static int run(Terminal terminal, Object... arguments) {
    return Main.run(
        terminal, Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
  }
}
