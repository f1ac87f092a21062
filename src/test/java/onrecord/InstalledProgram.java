package onrecord;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds programs of this machine which some tests use, and without which they are skipped. */
public final class InstalledProgram {

  private InstalledProgram() {}

  /** {@return the first program on the path that has one of the names} */
  public static Optional<Path> find(String... names) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .flatMap(folder -> Stream.of(names).map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
