package onrecord.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that specify where a command writes its result. */
final class OutputOptions {

  private static final Path STANDARD_OUTPUT = Path.of("-");

  @Option(
      names = {"--output", "-o"},
      paramLabel = "FILE",
      description =
          "Write the result to this file instead of standard output, which is '-'. The file is"
              + " written under another name beside it, and renamed when it is complete.")
  private @Nullable Path file;

  @Option(
      names = "--overwrite",
      description = "Replace the file of --output if it exists, which is otherwise an error.")
  private boolean overwrite;

  /** {@return the file, if the result is written to one} */
  Optional<Path> file() {
    return Optional.ofNullable(file).filter(named -> !named.equals(STANDARD_OUTPUT));
  }

  /** {@return whether the result is written to a file whose name has an ending, in any case} */
  boolean namesFile(String ending) {
    return file()
        .map(named -> named.toString().toLowerCase(Locale.ROOT).endsWith("." + ending))
        .orElse(false);
  }

  /** Writes a result. */
  @FunctionalInterface
  interface Content {
    void writeTo(Output out) throws IOException;
  }

  /** Writes a result to the output: to a file, either all of it or nothing. */
  void write(Terminal terminal, Content content) throws IOException {
    Optional<Path> named = file();
    if (named.isEmpty()) {
      if (overwrite) {
        throw new UsageException("--overwrite requires --output with the name of a file");
      }
      content.writeTo(Output.standard(terminal));
      return;
    }
    Path target = named.get();
    requireFileOfFolder(target);
    if (Files.exists(target) && !Files.isRegularFile(target)) {
      write(Output.file(terminal, target), content);
      return;
    }
    if (Files.exists(target) && !overwrite) {
      throw exists();
    }
    replace(terminal, Files.exists(target) ? target.toRealPath() : target, content);
  }

  private static void requireFileOfFolder(Path target) throws FileSystemException {
    if (Files.isDirectory(target)) {
      throw new FileSystemException(
          target.toString(), null, "is a folder, but --output must name a file");
    }
    Path folder = target.toAbsolutePath().getParent();
    if (folder != null && Files.notExists(folder)) {
      throw new NoSuchFileException(folder.toString());
    }
    if (folder != null && !Files.isDirectory(folder)) {
      throw new FileSystemException(
          folder.toString(), null, "is no folder, but --output must name a file in one");
    }
  }

  private void replace(Terminal terminal, Path target, Content content) throws IOException {
    Path draft =
        target.resolveSibling(target.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
    draft.toFile().deleteOnExit(); // also if a signal stops the command
    try {
      write(Output.file(terminal, draft), content);
      if (Files.notExists(draft)) {
        Files.createFile(draft);
      }
      if (overwrite) {
        Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
      } else {
        move(draft, target);
      }
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private void move(Path draft, Path target) throws IOException {
    try {
      Files.move(draft, target);
    } catch (FileAlreadyExistsException e) {
      throw exists();
    }
  }

  private static void write(Output output, Content content) throws IOException {
    try (output) {
      content.writeTo(output);
    }
  }

  private FileSystemException exists() {
    return new FileSystemException(String.valueOf(file), null, "exists; --overwrite replaces it");
  }
}
