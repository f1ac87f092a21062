package onrecord.launch;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Starts the command line, which requires Java 21; this class also runs on Java 11. On a version
 * older than 21, it searches the machine for a newer one and starts the command line on it, in a
 * process that has the same arguments, streams and exit code, and that ends when this process ends.
 * It also starts such a process if the encoding of the locale is not UTF-8, so that arguments and
 * file names can contain any character.
 */
public final class Launcher {

  private static final int REQUIRED = 21;
  private static final String PROGRAM = "onrecord.cli.Main";
  private static final String ARGUMENTS = "onrecord.launch.arguments";
  private static final String ARGUMENTS_FILE = "onrecord.launch.arguments.file";
  private static final String PARENT = "onrecord.launch.parent";
  private static final Path COMMAND_LINE = Paths.get("/proc/self/cmdline");
  private static final int KILLED = 137;

  /** Half of what Linux allows for one argument. */
  private static final int LONGEST_PROPERTY = 1 << 16;

  private Launcher() {}

  /**
   * Runs the command line with the given arguments.
   *
   * @throws Exception if it cannot be started
   */
  public static void main(String[] arguments) throws Exception {
    String parent = System.getProperty(PARENT);
    boolean unicode =
        "UTF-8".equalsIgnoreCase(System.getProperty("sun.jnu.encoding"))
            || !Files.isReadable(COMMAND_LINE);
    if (parent != null) {
      exitAfter(Long.parseLong(parent));
      run(decode(encodedArguments()));
    } else if (unicode && Runtime.version().feature() >= REQUIRED) {
      run(arguments);
    } else {
      List<JavaHome> homes =
          Stream.concat(
                  JavaHome.at(Paths.get(System.getProperty("java.home"))).stream(),
                  JavaHome.all(System.getenv(), Paths.get(System.getProperty("user.home")))
                      .stream())
              .collect(Collectors.toList());
      System.exit(runElsewhere(homes, unicode ? arguments : original(arguments), System.err));
    }
  }

  private static String encodedArguments() throws IOException {
    String file = System.getProperty(ARGUMENTS_FILE);
    if (file == null) {
      return System.getProperty(ARGUMENTS, "");
    }
    String encoded = new String(Files.readAllBytes(Paths.get(file)), StandardCharsets.US_ASCII);
    Files.deleteIfExists(Paths.get(file));
    return encoded;
  }

  private static void run(String[] arguments) throws ReflectiveOperationException {
    Class.forName(PROGRAM).getMethod("main", String[].class).invoke(null, (Object) arguments);
  }

  /**
   * Returns the arguments as the system received them: Java replaces the characters that the
   * encoding of the locale does not contain.
   */
  private static String[] original(String[] arguments) throws IOException {
    String line = new String(Files.readAllBytes(COMMAND_LINE), StandardCharsets.UTF_8);
    String[] all = line.split("\0", -1);
    int first = all.length - 1 - arguments.length;
    if (first < 0) {
      return arguments;
    }
    String[] original = Arrays.copyOfRange(all, first, all.length - 1);
    boolean same =
        IntStream.range(0, original.length)
            .allMatch(i -> original[i].equals(arguments[i]) || !isAscii(arguments[i]));
    return same ? original : arguments;
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 128);
  }

  /**
   * Runs the command line on the first Java installation that is new enough.
   *
   * @return the exit code of the command line; 1 if there is no such installation
   */
  static int runElsewhere(List<JavaHome> homes, String[] arguments, PrintStream err)
      throws InterruptedException {
    Optional<JavaHome> home = homes.stream().filter(java -> java.feature() >= REQUIRED).findFirst();
    if (home.isEmpty()) {
      String found = homes.stream().map(JavaHome::toString).collect(Collectors.joining(", "));
      complain(
          err,
          "requires Java "
              + REQUIRED
              + " or newer, but runs on Java "
              + System.getProperty("java.version")
              + " and found "
              + (found.isEmpty() ? "no other" : "only " + found)
              + "; install one, or set JAVA_HOME to its folder");
      return 1;
    }
    try (Arguments encoded = Arguments.of(encode(arguments))) {
      return runOn(home.get(), encoded.option());
    } catch (IOException e) {
      complain(err, home.get() + " could not be started: " + e.getMessage());
      return 1;
    }
  }

  /** Prints a message on one line, in which characters that control a terminal are visible. */
  private static void complain(PrintStream err, String message) {
    err.println(
        message
            .chars()
            .mapToObj(c ->
                isHarmless(c) ? String.valueOf((char) c) : String.format(Locale.ROOT, "\\u%04x", c))
            .collect(Collectors.joining("", "onrecord: ", "")));
  }

  private static boolean isHarmless(int c) {
    switch (Character.getType(c)) {
      case Character.CONTROL:
      case Character.FORMAT:
      case Character.LINE_SEPARATOR:
      case Character.PARAGRAPH_SEPARATOR:
        return false;
      default:
        return true;
    }
  }

  private static int runOn(JavaHome home, String argumentsOption)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command(home, argumentsOption)).inheritIO();
    builder.environment().put("LC_ALL", "C.UTF-8");
    Process child = builder.start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(child)));
    return child.waitFor();
  }

  /** The option of Java by which a child process receives its arguments. */
  private static final class Arguments implements AutoCloseable {
    private final String option;
    private final Optional<Path> file;

    private Arguments(String option, Optional<Path> file) {
      this.option = option;
      this.file = file;
    }

    /** Creates an option, with a file if the arguments are too long for an option. */
    static Arguments of(String encoded) throws IOException {
      if (encoded.length() <= LONGEST_PROPERTY) {
        return new Arguments("-D" + ARGUMENTS + "=" + encoded, Optional.empty());
      }
      // Only the owner may read a temporary file.
      Path file = Files.createTempFile("onrecord-arguments-", ".txt");
      file.toFile().deleteOnExit();
      Files.write(file, encoded.getBytes(StandardCharsets.US_ASCII));
      return new Arguments("-D" + ARGUMENTS_FILE + "=" + file, Optional.of(file));
    }

    String option() {
      return option;
    }

    @Override
    public void close() throws IOException {
      if (file.isPresent()) {
        Files.deleteIfExists(file.get());
      }
    }
  }

  private static List<String> command(JavaHome home, String argumentsOption) {
    List<String> command = new ArrayList<>();
    command.add(home.executable().toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> option.startsWith("-X") || option.startsWith("-D"))
        .forEach(command::add);
    command.add("-D" + PARENT + "=" + ProcessHandle.current().pid());
    command.add(argumentsOption);
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-classpath");
    command.add(System.getProperty("java.class.path"));
    command.add(Launcher.class.getName());
    return command;
  }

  /** Ends the child process when this process is asked to end, and waits until it has ended. */
  private static void end(Process child) {
    child.destroy();
    try {
      child.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends this process as soon as its parent has ended, which may have been killed. */
  private static void exitAfter(long parent) {
    Thread watch =
        new Thread(
            () -> {
              try {
                while (ProcessHandle.current().parent().map(ProcessHandle::pid).orElse(-1L)
                    == parent) {
                  TimeUnit.MILLISECONDS.sleep(100);
                }
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              Runtime.getRuntime().halt(KILLED);
            },
            "parent-watch");
    watch.setDaemon(true);
    watch.start();
  }

  /** Encodes arguments in characters that every locale can represent. */
  static String encode(String[] arguments) {
    return List.of(arguments).stream()
        .map(argument ->
            Base64.getUrlEncoder().encodeToString(argument.getBytes(StandardCharsets.UTF_8)))
        .map(argument -> argument + ".")
        .collect(Collectors.joining());
  }

  /** Decodes arguments. */
  static String[] decode(String encoded) {
    List<String> arguments = new ArrayList<>();
    for (int at = 0; at < encoded.length(); ) {
      int end = encoded.indexOf('.', at);
      arguments.add(
          new String(
              Base64.getUrlDecoder().decode(encoded.substring(at, end)), StandardCharsets.UTF_8));
      at = end + 1;
    }
    return arguments.toArray(new String[0]);
  }
}
