package onrecord.cli;

import java.io.Console;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The terminal that this process has, if any. */
final class TerminalDevice {

  private static final Path STREAMS = Path.of("/proc/self/fd");
  private static final Pattern DEVICE = Pattern.compile("/dev/(?:pts/|tty|console).*");
  private static final File CONTROLLING = new File("/dev/tty");
  private static final List<Path> STTY = List.of(Path.of("/bin/stty"), Path.of("/usr/bin/stty"));
  private static final Pattern SIZE = Pattern.compile("[0-9]+ ([1-9][0-9]{1,3})\\s*");
  private static final int MILLISECONDS = 500;

  private TerminalDevice() {}

  /** A standard stream that may be a terminal, with its number. */
  enum Stream {
    OUTPUT(1),
    ERRORS(2);

    private final String number;

    Stream(int number) {
      this.number = Integer.toString(number);
    }

    /**
     * {@return whether the stream is a terminal} Java knows this only of input and output together;
     * Linux knows it of each.
     */
    boolean isTerminal() {
      Path link = STREAMS.resolve(number);
      if (!Files.isSymbolicLink(link)) {
        return hasTerminal(System.console());
      }
      try {
        return DEVICE.matcher(Files.readSymbolicLink(link).toString()).matches();
      } catch (IOException e) {
        return hasTerminal(System.console());
      }
    }
  }

  /** Since Java 22 there can be a console without a terminal, and a method that reports it. */
  private static boolean hasTerminal(@Nullable Console console) {
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }

  /** {@return the number of characters per line, as the program {@code stty} of the system says} */
  static OptionalInt width() {
    return STTY.stream()
        .filter(Files::isExecutable)
        .findFirst()
        .map(stty -> width(new ProcessBuilder(stty.toString(), "size")))
        .orElse(OptionalInt.empty());
  }

  private static OptionalInt width(ProcessBuilder size) {
    try {
      Process process =
          size.redirectInput(CONTROLLING).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      try {
        // The output of the program fits into a pipe, so that it never waits to be read.
        if (!process.waitFor(MILLISECONDS, TimeUnit.MILLISECONDS)) {
          return OptionalInt.empty();
        }
        return parse(
            new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return OptionalInt.empty();
      } finally {
        process.destroy();
      }
    } catch (IOException e) {
      return OptionalInt.empty();
    }
  }

  /** {@return the width in a size such as "24 80"; empty if it is 0, or no size} */
  static OptionalInt parse(String size) {
    Matcher match = SIZE.matcher(size);
    return match.matches() ? OptionalInt.of(Integer.parseInt(match.group(1))) : OptionalInt.empty();
  }
}
