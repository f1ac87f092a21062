package onrecord.source;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Reads articles from files, folders and streams, one at a time, in a fixed order. Not thread-safe.
 *
 * <p>The {@linkplain ArticleFormat format} of a content is recognized by its first bytes, whatever
 * the name of its file; {@link ReadOptions} can set it instead. Files may be compressed by gzip or
 * bzip2, and packed into ZIP and tar archives; their members are read like the files of a folder.
 * Text is in UTF-8, or in UTF-16 with a byte order mark; some formats are read in other encodings,
 * which they declare.
 *
 * <p>A content of a kind that is not read, such as PDF, is refused if it was given by its own path,
 * and counted by its kind if it was found in a folder or an archive. A content that is of no kind
 * is plain text if it was given, or if its name ends in {@code .txt}; other texts that are found
 * are counted, too. Links in folders are not followed, and reported, as are pipes, sockets and
 * devices whose name ends in {@code .txt}; these are read if they are given by their own path.
 * Files whose names start with a dot are passed over in folders.
 *
 * <p>The id of an article is that of its record, or else its address, or else the name of its file
 * where a file of plain text is an article, or else a hash of its content.
 *
 * <p>Only one article at a time is held in memory. A record that is longer than 64 MiB or 1/32 of
 * the maximum heap, or whose text has more characters than 1/128 of the maximum heap has bytes, is
 * rejected, as is a compressed content that is more than 300 times as large as its file, and an
 * archive that is in more than three others.
 *
 * <p>Whatever cannot be read is returned in its place as an {@link ArticleRecord} with its failure,
 * and reading continues after it; {@link #report} counts what was not read:
 *
 * {@snippet file="onrecord/source/SnippetsTest.java" region="read"}
 *
 * <p>A reader must be closed. It closes the files that it opens, but not the stream that it is
 * given.
 */
public final class ArticleReader implements Iterator<ArticleRecord>, AutoCloseable {

  private final ReadTally tally;
  private final PathWalk paths;
  private @Nullable RecordSource records;
  private @Nullable ArticleRecord next;
  private boolean closed;

  private ArticleReader(List<Path> paths, ReadOptions options) {
    this.tally = new ReadTally(options.own());
    this.paths = new PathWalk(paths, options, new SourceOpener(options, tally));
  }

  /**
   * Opens files and folders. A missing one is reported as a failure in its place.
   *
   * @param paths the files and folders, in the order in which they are read; the content of a
   *     folder is read in the order of its names
   */
  public static ArticleReader open(List<Path> paths) {
    return open(paths, ReadOptions.DEFAULT);
  }

  /**
   * Opens files, folders and, for the path {@code -}, a stream.
   *
   * @param paths the files and folders, in the order in which they are read
   * @param options how they are read, with the stream that the path {@code -} denotes
   */
  public static ArticleReader open(List<Path> paths, ReadOptions options) {
    return new ArticleReader(paths, requireNonNull(options, "options"));
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
    while (next == null && (records != null || paths.hasNext())) {
      ArticleRecord read = advance();
      next = read == null || !tally.count(read) ? null : read;
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

  /** {@return what was read so far, and what was not; may be called after this reader is closed} */
  public ReadReport report() {
    return tally.report();
  }

  /**
   * {@return the number of bytes of files that have been read so far, as they are on disk} What is
   * passed over in a file counts as read. May be called by any thread, also after this reader is
   * closed.
   */
  public long bytesRead() {
    return paths.position().bytes();
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
    closeFile();
  }

  /** Takes one step: returns a record, or null if the step led to the next file or folder. */
  private @Nullable ArticleRecord advance() {
    try {
      if (records == null) {
        records = paths.open();
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
      return ArticleRecord.failed(Failures.of(paths.source(), e));
    }
  }

  private void closeFile() throws IOException {
    RecordSource open = records;
    records = null;
    try {
      if (open != null) {
        open.close();
      }
    } finally {
      paths.closeFile();
    }
  }
}
