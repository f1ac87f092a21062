package onrecord.launch;

import java.nio.file.Path;
import java.util.List;

/**
 * Runs the command line as the launcher does on an old Java version, but on the version that runs
 * the tests.
 */
final class ElsewhereMain {
  private ElsewhereMain() {}

  public static void main(String[] arguments) throws Exception {
    JavaHome home = JavaHome.at(Path.of(System.getProperty("java.home"))).orElseThrow();
    System.exit(Launcher.runElsewhere(List.of(home), arguments, System.err));
  }
}
