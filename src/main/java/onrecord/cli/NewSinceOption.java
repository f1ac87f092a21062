package onrecord.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import onrecord.Archive;
import onrecord.format.SavedSearchJson;
import onrecord.query.InvalidSearchException;
import onrecord.query.NewSince;
import onrecord.query.Query;
import onrecord.query.SavedSearch;
import onrecord.query.Search;
import onrecord.query.Selection;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option for an answer with what is new since the last one. Not thread-safe. */
final class NewSinceOption {

  private static final Selection EVERYTHING = Selection.of(Query.all());

  @Option(
      names = "--new-since",
      paramLabel = "FILE",
      description =
          "Print only quotations of articles that have been added or changed since the last time:"
              + " FILE keeps the search, and the commit of the archive up to which it was answered."
              + " If there is no such file, everything is new, and it is created. Later, the search"
              + " may be left out. The file is replaced after the answer is complete, so that an"
              + " answer that fails is given again, and any other is given once, whatever is"
              + " written to the archive meanwhile.")
  private @Nullable Path file;

  private Optional<SavedSearch> before = Optional.empty();
  private Optional<SavedSearch> after = Optional.empty();

  boolean isGiven() {
    return file != null;
  }

  /**
   * {@return a search, restricted to what is new if this option is given}
   *
   * @throws IOException if the file is not that of the search and the archive
   */
  Search restricted(Archive open, Search search) throws IOException {
    if (file == null) {
      return search;
    }
    before = read(file);
    Search asked = before.isPresent() ? same(search, before.get().selection(), file) : search;
    try {
      NewSince fresh = open.newSince(asked, before.map(SavedSearch::watermark));
      after = Optional.of(new SavedSearch(asked.selection(), fresh.watermark()));
      return fresh.search();
    } catch (InvalidSearchException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }

  /** {@return the search of the file, which may be left out} */
  private static Search same(Search search, Selection saved, Path file) {
    if (search.selection().equals(EVERYTHING)) {
      return search.of(saved);
    }
    if (!search.selection().equals(saved)) {
      throw new UsageException(
          "--new-since "
              + file
              + " is the file of another search, "
              + saved.query()
              + "; leave the search out, or name another file");
    }
    return search;
  }

  private static Optional<SavedSearch> read(Path file) throws IOException {
    if (Files.notExists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(SavedSearchJson.read(ListFile.read(file.toString())));
    } catch (IllegalArgumentException | picocli.CommandLine.TypeConversionException e) {
      throw new IOException("--new-since " + file + ": " + e.getMessage(), e);
    }
  }

  /**
   * Records that the answer is complete.
   *
   * @throws IOException if the file cannot be written, or was changed since it was read
   */
  void answered() throws IOException {
    if (file == null || after.isEmpty()) {
      return;
    }
    Path draft = file.resolveSibling(file.getFileName() + ".tmp");
    try {
      Files.createFile(draft);
    } catch (FileAlreadyExistsException e) {
      throw new FileSystemException(
          draft.toString(),
          null,
          "exists: another command is answering the same search, or was interrupted while it"
              + " replaced "
              + file
              + "; in that case, delete it");
    }
    try {
      write(draft, SavedSearchJson.write(after.get()) + "\n");
      if (!read(file).equals(before)) {
        throw new FileSystemException(
            file.toString(), null, "another command has answered the same search meanwhile");
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static void write(Path draft, String text) throws IOException {
    try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }
}
