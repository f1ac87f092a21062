package onrecord;

import com.google.common.hash.Hashing;
import com.google.common.io.MoreFiles;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Audits the libraries that the project is built and tested with: the file {@code
 * src/build/dependencies.sha256}, in the form of {@code sha256sum}, has the checksum of each, so
 * that neither another version nor another file of the same version comes in unseen.
 */
class DependenciesTest {

  private static final Pattern BETWEEN_PATHS = Pattern.compile(Pattern.quote(File.pathSeparator));
  // Maven adds these to run the tests.
  private static final Pattern OF_THE_RUNNER =
      Pattern.compile(
          "(?:surefire|common-java5|org.jacoco|junit-platform-(?:launcher|console|reporting)).*");

  @Test
  void everyLibraryIsTheOneThatWasAudited() throws IOException {
    StringBuilder audit = new StringBuilder();
    for (Map.Entry<String, Path> library : libraries().entrySet()) {
      String checksum =
          MoreFiles.asByteSource(library.getValue()).hash(Hashing.sha256()).toString();
      audit.append(checksum).append("  ").append(library.getKey()).append('\n');
    }

    Page.assertGenerated(Path.of("src", "build", "dependencies.sha256"), audit.toString());
  }

  private static Map<String, Path> libraries() {
    Map<String, Path> libraries = new TreeMap<>();
    Stream.of("surefire.test.class.path", "java.class.path", "jdk.module.path")
        .flatMap(property -> BETWEEN_PATHS.splitAsStream(System.getProperty(property, "")))
        .filter(path -> path.endsWith(".jar"))
        .map(Path::of)
        .filter(path -> !OF_THE_RUNNER.matcher(path.getFileName().toString()).matches())
        .filter(Files::isRegularFile)
        .forEach(path -> libraries.put(path.getFileName().toString(), path));
    return libraries;
  }
}
