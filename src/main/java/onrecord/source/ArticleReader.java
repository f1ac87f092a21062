package onrecord.source;

import static java.util.Objects.requireNonNull;

import com.google.common.hash.Hashing;
import java.io.EOFException;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
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
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Reads articles from files, folders and streams, one at a time, in a fixed order. Not thread-safe.
 *
 * <p>There are two {@linkplain ArticleFormat formats}, both in UTF-8 with or without a byte order
 * mark, uncompressed or compressed by gzip:
 *
 * <ul>
 *   <li>Plain text: one article per file. The first paragraph is the title, and remains part of the
 *       text. The text may be preceded by a header: lines {@code key: value}, followed by a line
 *       {@code ---}. The keys are {@code id}, {@code title}, {@code published} (or {@code date}),
 *       {@code outlet} (or {@code publisher}), {@code section}, {@code author} (repeated for each
 *       author), {@code url}, {@code language} and {@code tags} (separated by commas). The default
 *       id is the name of the file without its endings or, for a stream, a fingerprint of the text.
 *   <li>JSON Lines: one object per line, with fields of the same names and {@code text}; {@code
 *       authors} and {@code tags} are a string or a list of strings. Other fields are ignored.
 * </ul>
 *
 * <p>A file is JSON Lines if its name ends in {@code .jsonl} or {@code .ndjson}, and plain text if
 * it ends in {@code .txt}, in each case optionally followed by {@code .gz}. In folders and their
 * subfolders only such files are read. Links in them are not followed, and reported, as are pipes,
 * sockets and devices of such a name; these are read if they are given by their own path. Any other
 * file that is given by its path, and a stream, is JSON Lines if it starts with an opening brace,
 * and plain text otherwise. Only one article at a time is held in memory. A record that is longer
 * than 64 MiB or 1/32 of the maximum heap, or whose text has more characters than 1/128 of the
 * maximum heap has bytes, is rejected.
 *
 * <p>Whatever cannot be read is returned in its place as an {@link ArticleRecord} with its failure,
 * and reading continues after it:
 *
 * {@snippet file="onrecord/source/SnippetsTest.java" region="read"}
 *
 * <p>A reader must be closed. It closes the files that it opens, but not the stream that it is
 * given.
 */
public final class ArticleReader implements Iterator<ArticleRecord>, AutoCloseable {

  private static final Path STANDARD_INPUT = Path.of("-");
  private static final String STANDARD_INPUT_NAME = "standard input";
  private static final String LINK =
      "is a link, and links inside a folder are not followed; give its own path to read it";
  private static final String DANGLING = "is a link to something that does not exist";
  private static final String NO_FILE =
      "is a pipe, a socket or a device, and only files are read from a folder";
  private static final Pattern ENDINGS =
      Pattern.compile("(?i)(?<=.)(?:\\.[a-z]{1,8})?(?:\\.gz)?\\z");

  private final RecordLimits limits = RecordLimits.ofProcess();
  private final InputStream standardInput;
  private final Optional<ArticleFormat> format;
  // The paths that were given, and above them the folders that are being read.
  private final Deque<Iterator<Path>> pending = new ArrayDeque<>();
  private final FileIds ids = new FileIds();
  private @Nullable Content content;
  private @Nullable InputStream file;
  private @Nullable RecordSource records;
  private String source = "";
  private @Nullable ArticleRecord next;
  private boolean closed;

  private ArticleReader(
      List<Path> paths, InputStream standardInput, Optional<ArticleFormat> format) {
    this.pending.push(List.copyOf(paths).iterator());
    this.standardInput = requireNonNull(standardInput, "standardInput");
    this.format = format;
  }

  /**
   * Opens files and folders. A missing one is reported as a failure in its place.
   *
   * @param paths the files and folders, in the order in which they are read; the content of a
   *     folder is read in the order of its names
   */
  public static ArticleReader open(List<Path> paths) {
    return open(paths, InputStream.nullInputStream());
  }

  /**
   * Opens files, folders and, for the path {@code -}, a stream.
   *
   * @param paths the files and folders, in the order in which they are read
   * @param standardInput the stream that the path {@code -} denotes; it is not closed
   */
  public static ArticleReader open(List<Path> paths, InputStream standardInput) {
    return new ArticleReader(paths, standardInput, Optional.empty());
  }

  /**
   * Opens files, folders and, for the path {@code -}, a stream, all of the same format, whatever
   * their names and content. Of a folder, all files are read except hidden ones, whose names start
   * with a dot.
   *
   * @param paths the files and folders, in the order in which they are read
   * @param standardInput the stream that the path {@code -} denotes; it is not closed
   * @param format the format of every file and of the stream
   */
  public static ArticleReader open(
      List<Path> paths, InputStream standardInput, ArticleFormat format) {
    return new ArticleReader(paths, standardInput, Optional.of(format));
  }

  /**
   * {@return whether there is another record}
   *
   * @throws IllegalStateException if this reader is closed
   */
  @Override
  public boolean hasNext() {
    if (closed) {
      throw new IllegalStateException("the reader of articles is closed");
    }
    while (next == null && (records != null || hasPending())) {
      next = advance();
    }
    return next != null;
  }

  /**
   * {@return the next record}
   *
   * @throws NoSuchElementException if there is none
   * @throws IllegalStateException if this reader is closed
   */
  @Override
  public ArticleRecord next() {
    if (!hasNext()) {
      throw new NoSuchElementException("there are no more articles");
    }
    ArticleRecord result = requireNonNull(next);
    next = null;
    return result;
  }

  /** {@return the remaining records as a stream; closing it closes this reader} */
  public Stream<ArticleRecord> stream() {
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(this, Spliterator.ORDERED | Spliterator.NONNULL),
            false)
        .onClose(() -> {
          try {
            close();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /** Stops reading and closes the open file. May be called twice. */
  @Override
  public void close() throws IOException {
    closed = true;
    pending.clear();
    closeFile();
  }

  /** Takes one step: returns a record, or null if the step led to the next file or folder. */
  private @Nullable ArticleRecord advance() {
    try {
      if (records == null) {
        begin();
        return null;
      }
      ArticleRecord record = records.next();
      if (record == null) {
        Content read = content;
        closeFile();
        if (read != null) {
          read.requireNothingAfter(source);
        }
      }
      return record;
    } catch (IOException e) {
      try {
        closeFile();
      } catch (IOException onClose) {
        e.addSuppressed(onClose);
      }
      return ArticleRecord.failed(
          e instanceof ArticleFormatException failure
              ? failure
              : new ArticleFormatException(source, 0, reason(e), e));
    }
  }

  private boolean hasPending() {
    while (!pending.isEmpty() && !pending.element().hasNext()) {
      pending.pop();
    }
    return !pending.isEmpty();
  }

  private void begin() throws IOException {
    boolean given = pending.size() == 1;
    Path path = pending.element().next();
    if (!given) {
      source = path.toString();
      beginListed(path);
    } else if (path.equals(STANDARD_INPUT)) {
      source = STANDARD_INPUT_NAME;
      begin(standardInput, this::formatOf, ArticleReader::fingerprint);
    } else {
      source = path.toString();
      beginGiven(path);
    }
  }

  /** Follows links, and reads pipes and devices as streams. */
  private void beginGiven(Path path) throws IOException {
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
      pending.push(FolderListing.of(path));
    } else if (attributes.isRegularFile()) {
      beginFile(path);
    } else {
      file = new FileInputStream(path.toFile());
      begin(file, this::formatOf, ArticleReader::fingerprint);
    }
  }

  /** Reads nothing but regular files and folders, so that nothing outside the folder is read. */
  private void beginListed(Path path) throws IOException {
    BasicFileAttributes attributes =
        Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    if (attributes.isDirectory()) {
      pending.push(FolderListing.of(path));
    } else if (attributes.isSymbolicLink()) {
      if (isWanted(path) || Files.isDirectory(path)) {
        throw new ArticleFormatException(source, 0, Files.exists(path) ? LINK : DANGLING);
      }
    } else if (isWanted(path)) {
      if (!attributes.isRegularFile()) {
        throw new ArticleFormatException(source, 0, NO_FILE);
      }
      beginFile(path, LinkOption.NOFOLLOW_LINKS);
    }
  }

  private void beginFile(Path path, OpenOption... options) throws IOException {
    file = Files.newInputStream(path, options);
    begin(file, in -> formatOf(path, in), text -> id(path));
  }

  /** Recognizes a format by the content. */
  @FunctionalInterface
  private interface Recognition {
    ArticleFormat formatOf(InputStream in) throws IOException;
  }

  private void begin(InputStream raw, Recognition recognition, UnaryOperator<String> idOfText)
      throws IOException {
    Content opened = Content.of(raw);
    content = opened;
    opened.requireNotUtf16(source);
    records =
        recognition
            .formatOf(opened.in())
            .open(new SourceInput(opened.in(), source, idOfText, limits));
  }

  private ArticleFormat formatOf(InputStream in) throws IOException {
    return format.isPresent() ? format.get() : ArticleFormat.ofContent(in);
  }

  private ArticleFormat formatOf(Path path, InputStream in) throws IOException {
    Optional<ArticleFormat> known = format.or(() -> ArticleFormat.ofName(path));
    return known.isPresent() ? known.get() : ArticleFormat.ofContent(in);
  }

  private boolean isWanted(Path file) {
    return format.isPresent()
        ? !FolderListing.name(file).startsWith(".")
        : ArticleFormat.ofName(file).isPresent();
  }

  private static String fingerprint(String text) {
    return "stdin-"
        + Hashing.sha256().hashString(text, StandardCharsets.UTF_8).toString().substring(0, 16);
  }

  /**
   * {@return the id of an article that has none of its own, from the name of its file}
   *
   * @throws IllegalArgumentException if another file has the same name: in an archive, one article
   *     would replace the other
   */
  private String id(Path path) {
    String id = ENDINGS.matcher(FolderListing.name(path)).replaceFirst("");
    ids.claim(id, path)
        .ifPresent(other -> {
          throw new IllegalArgumentException(
              "must have an id of its own in a header: its name would make it '"
                  + id
                  + "', which is the id of "
                  + other);
        });
    return id;
  }

  private static String reason(IOException e) {
    String detail = e.getMessage();
    if (e instanceof NoSuchFileException) {
      return "there is no such file or folder";
    }
    if (e instanceof AccessDeniedException) {
      return "may not be read: permission is denied";
    }
    if (e instanceof ZipException || e instanceof EOFException) {
      return "is not a complete gzip file: " + detail;
    }
    if (e instanceof FileSystemException failure && failure.getReason() != null) {
      return "could not be read: " + failure.getReason();
    }
    return "could not be read: "
        + e.getClass().getSimpleName()
        + (detail == null ? "" : ": " + detail);
  }

  private void closeFile() throws IOException {
    records = null;
    Content read = content;
    content = null;
    if (read != null) {
      read.gzip().ifPresent(GzipMembers::release);
    }
    InputStream open = file;
    file = null;
    if (open != null) {
      open.close();
    }
  }
}
