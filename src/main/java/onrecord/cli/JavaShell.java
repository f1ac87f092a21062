package onrecord.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import jdk.jshell.tool.JavaShellToolBuilder;

/**
 * JShell, the shell of Java, in this process and with its class path. It is the only class that
 * names the module {@code jdk.jshell}.
 */
final class JavaShell {

  // Where JShell keeps the history of its lines; it reports that it creates its folder.
  private static final Logger PREFERENCES = Logger.getLogger("java.util.prefs");

  private final Terminal terminal;

  JavaShell(Terminal terminal) {
    this.terminal = terminal;
  }

  /**
   * Runs the shell until it ends, and returns its exit code.
   *
   * @param archive the folder of the archive that the variable {@code archive} opens
   * @param files what is run first
   */
  int run(Path archive, List<Path> files) throws IOException {
    PREFERENCES.setLevel(Level.SEVERE);
    Path startup = Files.createTempFile("onrecord", ".jsh");
    try {
      Files.writeString(startup, startup(archive));
      return start(arguments(startup, files));
    } finally {
      Files.delete(startup);
    }
  }

  private static String startup(Path archive) {
    return Topics.IMPORTS.text()
        + "Archive archive = Archive.openReadOnly(Path.of("
        + literal(archive.toAbsolutePath().toString())
        + "));\n";
  }

  private static List<String> arguments(Path startup, List<Path> files) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--execution",
                "local",
                "--class-path",
                System.getProperty("java.class.path"),
                "--startup",
                "DEFAULT",
                "--startup",
                startup.toString()));
    // A name without a folder could be one that JShell defines.
    files.forEach(file -> arguments.add(file.toAbsolutePath().toString()));
    return arguments;
  }

  private int start(List<String> arguments) throws IOException {
    JavaShellToolBuilder shell = JavaShellToolBuilder.builder().locale(Locale.ROOT);
    if (!terminal.isRead()) {
      // Without a terminal there are no lines to edit.
      PrintStream out = new PrintStream(terminal.out(), true, StandardCharsets.UTF_8);
      shell.in(terminal.in(), terminal.in()).out(out).err(terminal.err());
    }
    try {
      return shell.start(arguments.toArray(String[]::new));
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException("JShell failed: " + e.getMessage(), e);
    }
  }

  /** {@return a literal of Java whose value is a text} */
  static String literal(String text) {
    StringBuilder literal = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        literal.append('\\').append(c);
      } else if (c < ' ') {
        literal.append(String.format(Locale.ROOT, "\\%03o", (int) c));
      } else {
        literal.append(c);
      }
    }
    return literal.append('"').toString();
  }
}
