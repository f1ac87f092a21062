package onrecord;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Starts programs of the tests in Java processes of their own, with a heap of a given size. */
public final class ChildJava {

  private ChildJava() {}

  /**
   * {@return the command that starts a program with the class path of the tests}
   *
   * @param megabytes the maximum size of the heap
   * @param main the name of the class that is the program
   */
  public static List<String> command(int megabytes, String main, Object... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + megabytes + "m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dslf4j.internal.verbosity=ERROR",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                main));
    Stream.of(arguments).map(Object::toString).forEach(command::add);
    return command;
  }
}
