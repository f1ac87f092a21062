package onrecord.source;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Walks through files and folders, and opens each file. At most one file is open. Not thread-safe.
 */
final class PathWalk {

  private static final Path STANDARD_INPUT = Path.of("-");
  private static final String STANDARD_INPUT_NAME = "standard input";
  private static final String LINK =
      "is a link, and links inside a folder are not followed; give its own path to read it";
  private static final String DANGLING = "is a link to something that does not exist";
  private static final String NO_FILE =
      "is a pipe, a socket or a device, and only files are read from a folder";

  private final ReadOptions options;
  private final SourceOpener opener;
  // The paths that were given, and above them the folders that are being read.
  private final Deque<Level> pending = new ArrayDeque<>();
  private final ReadPosition position = new ReadPosition();
  private @Nullable InputStream file;
  private String source = "";
  private Path root = STANDARD_INPUT;

  /**
   * Paths that are being read: those that were given, or the entries of a folder.
   *
   * @param paths the remaining paths
   * @param metadata what a table says of the texts of the folder
   */
  private record Level(Iterator<Path> paths, Optional<FolderMetadata> metadata) {}

  /** Creates a walk through paths that are given, of which {@code -} denotes standard input. */
  PathWalk(List<Path> paths, ReadOptions options, SourceOpener opener) {
    this.pending.push(new Level(List.copyOf(paths).iterator(), Optional.empty()));
    this.options = options;
    this.opener = opener;
  }

  /** {@return whether there is another file or folder} */
  boolean hasNext() {
    while (!pending.isEmpty() && !pending.element().paths().hasNext()) {
      pending.pop();
    }
    return !pending.isEmpty();
  }

  /** {@return the name of the file or folder that was opened last, for messages} */
  String source() {
    return source;
  }

  /** {@return the records of the next file; null if the next path is a folder or is passed over} */
  @Nullable RecordSource open() throws IOException {
    boolean given = pending.size() == 1;
    Path path = pending.element().paths().next();
    source = path.toString();
    if (!given) {
      return openListed(path);
    }
    if (path.equals(STANDARD_INPUT)) {
      source = STANDARD_INPUT_NAME;
      return opener.open(options.standardInput(), Origin.stream(source));
    }
    return openGiven(path);
  }

  /** Follows links, and reads pipes and devices as streams. */
  private @Nullable RecordSource openGiven(Path path) throws IOException {
    BasicFileAttributes attributes;
    try {
      attributes = Files.readAttributes(path, BasicFileAttributes.class);
    } catch (NoSuchFileException e) {
      if (Files.isSymbolicLink(path)) {
        throw new ArticleFormatException(source, 0, DANGLING, e);
      }
      throw e;
    }
    if (attributes.isDirectory()) {
      root = path;
      pushFolder(path);
      return null;
    }
    if (attributes.isRegularFile()) {
      return openFile(path, attributes.size(), Origin.file(path));
    }
    InputStream stream = new FileInputStream(path.toFile());
    file = stream;
    return opener.open(stream, Origin.stream(source));
  }

  /** Reads nothing but regular files and folders, so that nothing outside the folder is read. */
  private @Nullable RecordSource openListed(Path path) throws IOException {
    BasicFileAttributes attributes =
        Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    Origin origin = Origin.file(path, root);
    boolean hidden = FolderListing.name(path).startsWith(".");
    if (attributes.isDirectory()) {
      pushFolder(path);
    } else if (attributes.isSymbolicLink()) {
      if (!hidden) {
        throw new ArticleFormatException(source, 0, Files.exists(path) ? LINK : DANGLING);
      }
    } else if (!attributes.isRegularFile()) {
      if (!hidden && (origin.isNamedText() || options.format().isPresent())) {
        throw new ArticleFormatException(source, 0, NO_FILE);
      }
    } else if (!hidden) {
      return openListedFile(path, attributes.size(), origin);
    }
    return null;
  }

  /** Goes into a folder, which is read even if its metadata cannot be. */
  private void pushFolder(Path folder) throws IOException {
    FolderListing listing = FolderListing.of(folder);
    Optional<FolderMetadata> metadata = Optional.empty();
    try {
      metadata = FolderMetadata.of(folder, options);
    } finally {
      pending.push(new Level(listing, metadata));
    }
    metadata.ifPresent(table -> opener.countRows(table, listing.names()));
  }

  private @Nullable RecordSource openListedFile(Path path, long size, Origin origin)
      throws IOException {
    Optional<FolderMetadata> metadata = pending.element().metadata();
    if (metadata.isEmpty()) {
      return openFile(path, size, origin, LinkOption.NOFOLLOW_LINKS);
    }
    if (metadata.get().isTable(path)) {
      position.passed(size);
      return null;
    }
    RecordSource records = openFile(path, size, origin, LinkOption.NOFOLLOW_LINKS);
    return origin.isNamedText() ? opener.describe(records, metadata.get(), origin) : records;
  }

  private RecordSource openFile(Path path, long size, Origin origin, OpenOption... how)
      throws IOException {
    InputStream stream = position.counting(Files.newInputStream(path, how), size);
    file = stream;
    return opener.open(stream, origin);
  }

  /** {@return how much of the files has been read} */
  ReadPosition position() {
    return position;
  }

  /** Closes the open file. May be called twice. */
  void closeFile() throws IOException {
    InputStream open = file;
    file = null;
    if (open != null) {
      open.close();
    }
  }
}
