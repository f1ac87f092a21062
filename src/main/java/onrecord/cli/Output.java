package onrecord.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a command writes its result: standard output, or a file. Not thread-safe. */
final class Output implements AutoCloseable {

  private final Terminal standard;
  private final Optional<Path> file;
  private @Nullable OutputStream stream;
  private @Nullable Terminal terminal;

  private Output(Terminal standard, Optional<Path> file) {
    this.standard = standard;
    this.file = file;
  }

  /** {@return standard output} */
  static Output standard(Terminal terminal) {
    return new Output(terminal, Optional.empty());
  }

  /** {@return a file, which is created when it is first written to, unless it is a device} */
  static Output file(Terminal messages, Path file) {
    return new Output(messages, Optional.of(file));
  }

  /** {@return the file, for a format that is not text; empty for standard output} */
  Optional<Path> file() {
    return file;
  }

  /** {@return the output of text} */
  Terminal terminal() throws IOException {
    if (file.isEmpty()) {
      return standard;
    }
    if (terminal == null) {
      boolean device = Files.exists(file.get(), LinkOption.NOFOLLOW_LINKS);
      stream =
          Files.newOutputStream(
              file.get(),
              StandardOpenOption.WRITE,
              device ? StandardOpenOption.APPEND : StandardOpenOption.CREATE_NEW);
      terminal = standard.writingTo(stream);
    }
    return terminal;
  }

  /** Completes the file, and closes it. */
  @Override
  public void close() throws IOException {
    if (stream == null || terminal == null) {
      return;
    }
    try {
      terminal.flush();
    } finally {
      stream.close();
    }
  }
}
