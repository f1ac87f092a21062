package onrecord.launch;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Java installation on this machine. Immutable. */
final class JavaHome {

  /** Folders whose children are Java homes, on Linux, macOS and Windows. */
  private static final List<String> PARENTS =
      List.of(
          "/usr/lib/jvm",
          "/usr/lib64/jvm",
          "/usr/java",
          "/usr/local",
          "/usr/local/opt",
          "/opt",
          "/opt/java",
          "/opt/homebrew/opt",
          "/Library/Java/JavaVirtualMachines",
          "C:\\Program Files\\Java",
          "C:\\Program Files\\Eclipse Adoptium",
          "C:\\Program Files\\Microsoft",
          "C:\\Program Files\\Zulu");

  private static final List<String> PARENTS_AT_HOME =
      List.of(
          ".sdkman/candidates/java",
          ".jdks",
          ".jbang/cache/jdks",
          "Library/Java/JavaVirtualMachines");

  /** Paths of a Java home relative to the folder with its name. */
  private static final List<String> BELOW =
      List.of("", "Contents/Home", "libexec/openjdk.jdk/Contents/Home");

  private static final Pattern VERSION =
      Pattern.compile("JAVA_VERSION=\"?(?:1\\.)?(\\d{1,4})([^\"]*)\"?");

  private final Path path;
  private final int feature;
  private final String version;

  private JavaHome(Path path, int feature, String version) {
    this.path = path;
    this.feature = feature;
    this.version = version;
  }

  /** Returns the Java installation in a folder, whose file "release" states its version. */
  static Optional<JavaHome> at(Path path) {
    try {
      if (!Files.isExecutable(executable(path))) {
        return Optional.empty();
      }
      for (String line : Files.readAllLines(path.resolve("release"))) {
        Matcher m = VERSION.matcher(line.trim());
        if (m.matches()) {
          return Optional.of(
              new JavaHome(path, Integer.parseInt(m.group(1)), m.group(1) + m.group(2)));
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * Returns the Java installations on this machine, without duplicates: first the one in JAVA_HOME,
   * then those on the PATH, then those in the usual folders, the newest first.
   */
  static List<JavaHome> all(Map<String, String> environment, Path userHome) {
    List<Path> preferred = new ArrayList<>();
    folder(environment.get("JAVA_HOME")).ifPresent(preferred::add);
    for (String name : environment.getOrDefault("PATH", "").split(File.pathSeparator)) {
      folder(name)
          .map(folder -> folder.resolve(executable(Paths.get("")).getFileName()))
          .filter(Files::isExecutable)
          .flatMap(JavaHome::real)
          .map(java -> java.resolve("../..").normalize())
          .ifPresent(preferred::add);
    }
    Map<Path, JavaHome> homes = new LinkedHashMap<>();
    preferred.forEach(path -> at(path).ifPresent(home -> homes.putIfAbsent(home.real(), home)));
    List<JavaHome> usual = new ArrayList<>();
    PARENTS.forEach(parent -> folder(parent).ifPresent(path -> usual.addAll(in(path))));
    PARENTS_AT_HOME.forEach(parent -> usual.addAll(in(userHome.resolve(parent))));
    usual.sort((a, b) -> Integer.compare(b.feature, a.feature));
    usual.forEach(home -> homes.putIfAbsent(home.real(), home));
    return new ArrayList<>(homes.values());
  }

  private static Optional<Path> folder(String name) {
    try {
      return name == null || name.isEmpty() ? Optional.empty() : Optional.of(Paths.get(name));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static Optional<Path> real(Path path) {
    try {
      return Optional.of(path.toRealPath());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static List<JavaHome> in(Path parent) {
    List<JavaHome> homes = new ArrayList<>();
    if (Files.isDirectory(parent)) {
      try (DirectoryStream<Path> children = Files.newDirectoryStream(parent)) {
        for (Path child : children) {
          BELOW.forEach(below -> at(child.resolve(below)).ifPresent(homes::add));
        }
      } catch (IOException e) {
        // A folder that cannot be listed contains no usable Java installation.
        return homes;
      }
    }
    return homes;
  }

  private static Path executable(Path home) {
    return home.resolve("bin").resolve(File.separatorChar == '\\' ? "java.exe" : "java");
  }

  /** Returns the path of the {@code java} program. */
  Path executable() {
    return executable(path);
  }

  /** Returns the feature version, such as 21. */
  int feature() {
    return feature;
  }

  private Path real() {
    return real(path).orElse(path);
  }

  /** Returns the folder and the version. */
  @Override
  public String toString() {
    return path + " (" + version + ")";
  }
}
