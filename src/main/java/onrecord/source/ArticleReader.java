package onrecord.source;

import static java.util.Objects.requireNonNull;

import com.google.common.hash.Hashing;
import java.io.BufferedInputStream;
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
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads articles from files, folders and streams, one at a time, in a fixed order. Not thread-safe.
 *
 * <p>Two formats are read, as UTF-8, with or without a byte order mark, plain or gzipped:
 *
 * <ul>
 *   <li>Plain text: one article a file. The first paragraph is the title, and stays in the text. In
 *       front of it may stand a header: lines {@code key: value}, then a line {@code ---}. The keys
 *       are {@code id}, {@code title}, {@code published} (or {@code date}), {@code outlet} (or
 *       {@code publisher}), {@code section}, {@code author} (again for each author), {@code url},
 *       {@code language} and {@code tags} (parted by commas). Without an id, it is the name of the
 *       file without its endings; from a stream, a fingerprint of the text.
 *   <li>JSON Lines: one object a line, with the fields of the same names and {@code text}; {@code
 *       authors} and {@code tags} are a text or a list of texts. Other fields are passed over.
 * </ul>
 *
 * <p>A file whose name ends in {@code .jsonl} or {@code .ndjson} is JSON Lines, one in {@code .txt}
 * is plain text, all with or without {@code .gz} behind; in a folder, and in the folders within it,
 * these are read and other files are not. Any other file named outright, and a stream, is JSON
 * Lines if it starts with an opening brace. Memory holds one article at a time.
 *
 * <p>What cannot be read comes as an {@link ArticleRecord} with its failure, in its place, and
 * reading goes on behind it:
 *
 * <pre>{@code
 * try (ArticleReader articles = ArticleReader.open(List.of(Path.of("news")))) {
 *   while (articles.hasNext()) {
 *     archive.add(articles.next().article());
 *   }
 * }
 * }</pre>
 *
 * <p>It must be closed; it closes the files that it opened, not a stream that it was given.
 */
public final class ArticleReader implements Iterator<ArticleRecord>, AutoCloseable {

  private static final Path STANDARD_INPUT = Path.of("-");
  private static final String STANDARD_INPUT_NAME = "standard input";
  static final Pattern JSON_NAME = Pattern.compile("(?i).*\\.(?:jsonl|ndjson)(?:\\.gz)?");
  private static final Pattern TEXT_NAME = Pattern.compile("(?i).*\\.txt(?:\\.gz)?");
  private static final Pattern ENDINGS =
      Pattern.compile("(?i)(?<=.)(?:\\.[a-z]{1,8})?(?:\\.gz)?\\z");
  private static final int BUFFER = 1 << 16;

  private final InputStream standardInput;
  private final Deque<Path> pending;
  private final Map<String, Path> idsFromNames = new HashMap<>();
  private @Nullable InputStream file;
  private @Nullable RecordSource records;
  private String source = "";
  private @Nullable ArticleRecord next;
  private boolean closed;

  private ArticleReader(List<Path> paths, InputStream standardInput) {
    this.pending = new ArrayDeque<>(paths);
    this.standardInput = standardInput;
  }

  /**
   * Opens files and folders. One that is not there comes as a failure when its turn is.
   *
   * @param paths what to read, in this order; what is in a folder is read in the order of its names
   */
  public static ArticleReader open(List<Path> paths) {
    return new ArticleReader(paths, InputStream.nullInputStream());
  }

  /**
   * Opens files, folders, and for the path {@code -} a stream.
   *
   * @param paths what to read, in this order
   * @param standardInput what the path {@code -} stands for; it is not closed
   */
  public static ArticleReader open(List<Path> paths, InputStream standardInput) {
    return new ArticleReader(paths, requireNonNull(standardInput, "standardInput"));
  }

  /**
   * {@return whether there is a further record}
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

  /** {@return the records that are left, as a stream; closing it closes this reader} */
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

  /** Ends reading and closes the file that is open. May be called twice. */
  @Override
  public void close() throws IOException {
    closed = true;
    pending.clear();
    closeFile();
  }

  /** Goes one step: a record, or null if the step only led on to the next file or folder. */
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
      return ArticleRecord.failed(new ArticleFormatException(source, 0, reason(e), e));
    }
  }

  private void begin(Path path) throws IOException {
    if (path.equals(STANDARD_INPUT)) {
      source = STANDARD_INPUT_NAME;
      records = records(unzipped(standardInput), null);
      return;
    }
    source = path.toString();
    if (Files.isDirectory(path)) {
      list(path);
    } else {
      file = Files.newInputStream(path);
      file = unzipped(file);
      records = records(file, path);
    }
  }

  /** Puts what is in a folder in front of what waits. A linked folder could lead in a circle. */
  private void list(Path folder) throws IOException {
    List<Path> children = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      for (Path child : stream) {
        if (Files.isDirectory(child) ? !Files.isSymbolicLink(child) : isArticles(child)) {
          children.add(child);
        }
      }
    }
    children.sort(Comparator.comparing(ArticleReader::name).reversed());
    children.forEach(pending::addFirst);
  }

  private static boolean isArticles(Path file) {
    return TEXT_NAME.matcher(name(file)).matches() || JSON_NAME.matcher(name(file)).matches();
  }

  static String name(Path path) {
    Path name = path.getFileName();
    return name == null ? path.toString() : name.toString();
  }

  static InputStream unzipped(InputStream raw) throws IOException {
    InputStream in = new BufferedInputStream(raw, BUFFER);
    in.mark(2);
    boolean gzip = in.read() == 0x1F && in.read() == 0x8B;
    in.reset();
    return gzip ? new BufferedInputStream(new GZIPInputStream(in, BUFFER), BUFFER) : in;
  }

  private RecordSource records(InputStream in, @Nullable Path path) throws IOException {
    String name = path == null ? "" : name(path);
    boolean json =
        JSON_NAME.matcher(name).matches()
            || (!TEXT_NAME.matcher(name).matches() && startsWithBrace(in));
    return json ? new JsonLines(in, source) : new PlainText(in, source, text -> id(path, text));
  }

  static boolean startsWithBrace(InputStream in) throws IOException {
    in.mark(BUFFER);
    int b = in.read();
    if (b == 0xEF && in.read() == 0xBB && in.read() == 0xBF) {
      b = in.read();
    }
    for (int i = 8; i < BUFFER && (b == ' ' || b == '\t' || b == '\r' || b == '\n'); i++) {
      b = in.read();
    }
    in.reset();
    return b == '{';
  }

  /**
   * The id of a text whose header gives none. Two files of the same name in different folders would
   * replace one another in an archive, so the second is refused.
   */
  private String id(@Nullable Path path, String text) {
    if (path == null) {
      return "stdin-"
          + Hashing.sha256().hashString(text, StandardCharsets.UTF_8).toString().substring(0, 16);
    }
    String id = ENDINGS.matcher(name(path)).replaceFirst("");
    Path other = idsFromNames.putIfAbsent(id, path.toAbsolutePath().normalize());
    if (other != null && !other.equals(path.toAbsolutePath().normalize())) {
      throw new IllegalArgumentException(
          "must have an id of its own in a header, since its name gives '"
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
