package onrecord.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A terminal that a shell command runs on. It is emulated by tmux, so that what is read is what a
 * person would see, after all that moves the cursor and erases. Not thread-safe.
 */
final class TerminalSession implements AutoCloseable {

  private static final String LINES = "60";
  private static final String ENDED = "ended with code ";
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(90);

  private final Path tmux;
  private final Path socket;

  private TerminalSession(Path tmux, Path socket) {
    this.tmux = tmux;
    this.socket = socket;
  }

  /**
   * Starts a command on a new terminal.
   *
   * @param tmux the program that emulates terminals
   * @param folder an existing folder with a short path
   * @param columns the number of characters per line
   * @param command the line that a shell executes
   */
  static TerminalSession start(Path tmux, Path folder, int columns, String command)
      throws IOException, InterruptedException {
    TerminalSession session = new TerminalSession(tmux, folder.resolve("tmux"));
    session.tmux(
        "new-session",
        "-d",
        "-x",
        Integer.toString(columns),
        "-y",
        LINES,
        // The emulator sometimes misses the end of a process, so the shell prints it, and stays,
        // also when a key that is pressed again and again still arrives.
        "trap : INT; "
            + command
            + "; code=$?; trap '' INT; printf '\\n%s\\n' \""
            + ENDED
            + "$code\"; sleep 600");
    return session;
  }

  /** Presses a key, as tmux names it. */
  void press(String key) throws IOException, InterruptedException {
    tmux("send-keys", key);
  }

  /** Presses a key again and again until the command has ended. */
  void pressUntilEnd(String key) throws IOException, InterruptedException {
    await(
        screen -> {
          if (screen.contains(ENDED)) {
            return true;
          }
          press(key);
          return false;
        },
        ENDED);
  }

  /** {@return the lines of the terminal, once a regular expression matches a part of them} */
  String await(String pattern) throws IOException, InterruptedException {
    return await(Pattern.compile(pattern).asPredicate()::test, pattern);
  }

  /** {@return the lines of the terminal, once the command has ended with an exit code} */
  String awaitEnd(int code) throws IOException, InterruptedException {
    return await("(?m)^" + ENDED + code + "$");
  }

  /** A state of the terminal that is waited for. */
  @FunctionalInterface
  private interface State {
    boolean isReached(String screen) throws IOException, InterruptedException;
  }

  private String await(State state, String what) throws IOException, InterruptedException {
    long start = System.nanoTime();
    String screen = screen();
    while (!state.isReached(screen)) {
      if (System.nanoTime() - start > PATIENCE) {
        throw new AssertionError("not seen: " + what + "\non the terminal:\n" + screen);
      }
      TimeUnit.MILLISECONDS.sleep(100);
      screen = screen();
    }
    return screen;
  }

  /** {@return the lines that are displayed, without blanks at their ends} */
  private String screen() throws IOException, InterruptedException {
    return tmux("capture-pane", "-p", "-S", "-")
        .lines()
        .map(String::stripTrailing)
        .collect(Collectors.joining("\n"))
        .strip();
  }

  private String tmux(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(tmux.toString(), "-S", socket.toString()));
    command.addAll(List.of("-u", "-f", "/dev/null"));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().keySet().removeAll(List.of("COLUMNS", "NO_COLOR", "TMUX"));
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(command + ": " + out);
    }
    return out;
  }

  /** Ends the command and the emulator. */
  @Override
  public void close() throws IOException {
    try {
      tmux("kill-server");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
