package onrecord.source;

import static java.util.Objects.requireNonNull;

import com.google.common.hash.Hashing;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
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
 * subfolders only such files are read. Any other file that is given by its path, and a stream, is
 * JSON Lines if it starts with an opening brace, and plain text otherwise. Only one article at a
 * time is held in memory. A record that is longer than 64 MiB or 1/32 of the maximum heap, or whose
 * text has more characters than 1/128 of the maximum heap has bytes, is rejected.
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
  private static final Pattern ENDINGS =
      Pattern.compile("(?i)(?<=.)(?:\\.[a-z]{1,8})?(?:\\.gz)?\\z");

  private final RecordLimits limits = RecordLimits.ofProcess();
  private final InputStream standardInput;
  private final Optional<ArticleFormat> format;
  private final Deque<Path> pending;
  private final Map<String, Path> idsFromNames = new HashMap<>();
  private @Nullable InputStream file;
  private @Nullable RecordSource records;
  private String source = "";
  private @Nullable ArticleRecord next;
  private boolean closed;

  private ArticleReader(
      List<Path> paths, InputStream standardInput, Optional<ArticleFormat> format) {
    this.pending = new ArrayDeque<>(paths);
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
    while (next == null && (records != null || !pending.isEmpty())) {
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
        begin(pending.removeFirst());
        return null;
      }
      ArticleRecord record = records.next();
      if (record == null) {
        closeFile();
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

  private void begin(Path path) throws IOException {
    if (path.equals(STANDARD_INPUT)) {
      source = STANDARD_INPUT_NAME;
      InputStream in = Gzip.decompressed(standardInput);
      records = formatOf(in).open(new SourceInput(in, source, ArticleReader::fingerprint, limits));
      return;
    }
    source = path.toString();
    if (Files.isDirectory(path)) {
      list(path);
    } else {
      file = Files.newInputStream(path);
      InputStream in = Gzip.decompressed(file);
      file = in;
      records = formatOf(path, in).open(new SourceInput(in, source, text -> id(path), limits));
    }
  }

  private ArticleFormat formatOf(InputStream in) throws IOException {
    return format.isPresent() ? format.get() : ArticleFormat.ofContent(in);
  }

  private ArticleFormat formatOf(Path path, InputStream in) throws IOException {
    Optional<ArticleFormat> known = format.or(() -> ArticleFormat.ofName(path));
    return known.isPresent() ? known.get() : ArticleFormat.ofContent(in);
  }

  /** Puts the content of a folder before the other pending paths. */
  private void list(Path folder) throws IOException {
    List<Path> children = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      for (Path child : stream) {
        // A folder that is linked could contain itself.
        if (Files.isDirectory(child) ? !Files.isSymbolicLink(child) : isWanted(child)) {
          children.add(child);
        }
      }
    }
    children.sort(Comparator.comparing(ArticleReader::name).reversed());
    children.forEach(pending::addFirst);
  }

  private boolean isWanted(Path file) {
    return format.isPresent()
        ? !name(file).startsWith(".")
        : ArticleFormat.ofName(file).isPresent();
  }

  private static String name(Path path) {
    Path name = path.getFileName();
    return name == null ? path.toString() : name.toString();
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
    String id = ENDINGS.matcher(name(path)).replaceFirst("");
    Path other = idsFromNames.putIfAbsent(id, path.toAbsolutePath().normalize());
    if (other != null && !other.equals(path.toAbsolutePath().normalize())) {
      throw new IllegalArgumentException(
          "must have an id of its own in a header: its name would make it '"
              + id
              + "', which is the id of "
              + other);
    }
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
    return "could not be read: "
        + e.getClass().getSimpleName()
        + (detail == null ? "" : ": " + detail);
  }

  private void closeFile() throws IOException {
    records = null;
    InputStream open = file;
    file = null;
    if (open != null) {
      open.close();
    }
  }
}
