package onrecord.source;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A format of articles that can be read. Immutable.
 *
 * <p>To add a format, add a constant here and a package-private {@link RecordSource} that reads it.
 */
public enum ArticleFormat {

  /** Plain text: one article per file, optionally preceded by a header. */
  PLAIN_TEXT("plain text", List.of(".txt"), ContentTest.NONE, PlainText::new, Optional.empty()),

  /** JSON Lines: one article per line, as a JSON object. */
  JSON_LINES(
      "JSON Lines",
      List.of(".jsonl", ".ndjson"),
      JsonLines::startsWithObject,
      JsonLines::new,
      Optional.of(OptionalLibrary.JACKSON));

  private static final String GZIP = ".gz";

  private final String title;
  private final ImmutableList<String> endings;
  private final ContentTest content;
  private final Opener opener;
  private final Optional<OptionalLibrary> library;

  /**
   * Creates a format.
   *
   * @param title the name of the format in messages
   * @param endings the endings of file names that identify the format, in lower case
   * @param content recognizes the format in a file without such an ending
   * @param opener opens a file or stream of this format
   * @param library the optional library that the format needs, if any
   */
  ArticleFormat(
      String title,
      List<String> endings,
      ContentTest content,
      Opener opener,
      Optional<OptionalLibrary> library) {
    this.title = title;
    this.endings = ImmutableList.copyOf(endings);
    this.content = content;
    this.opener = opener;
    this.library = library;
  }

  /** Recognizes a format by the first bytes of its content. */
  @FunctionalInterface
  @Immutable
  interface ContentTest {

    /** The number of bytes that a test may read. */
    int LIMIT = 1 << 16;

    /** Recognizes nothing. */
    ContentTest NONE = in -> false;

    /**
     * {@return whether the content that follows is of the format}
     *
     * @param in the content from its start; the caller resets it
     */
    boolean test(InputStream in) throws IOException;
  }

  /** Opens a file or stream. */
  @FunctionalInterface
  @Immutable
  private interface Opener {
    RecordSource open(SourceInput input);
  }

  /** {@return the name of the format in messages, such as "JSON Lines"} */
  public String title() {
    return title;
  }

  /** {@return the name of the format on a command line, such as "json-lines"} */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** {@return the format that the name of a file indicates, compressed or not} */
  static Optional<ArticleFormat> ofName(Path file) {
    return Stream.of(values()).filter(format -> format.isIndicatedBy(file)).findFirst();
  }

  /**
   * {@return the format of a content; plain text unless another format is recognized}
   *
   * @param in the content from its start; it must support {@link InputStream#mark}, and is at its
   *     start afterwards
   */
  static ArticleFormat ofContent(InputStream in) throws IOException {
    for (ArticleFormat format : values()) {
      if (format.isContent(in)) {
        return format;
      }
    }
    return PLAIN_TEXT;
  }

  /** {@return whether the name of a file indicates this format} */
  boolean isIndicatedBy(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    String plain = name.endsWith(GZIP) ? name.substring(0, name.length() - GZIP.length()) : name;
    return endings.stream().anyMatch(plain::endsWith);
  }

  /** {@return whether a content is recognized as being of this format; see {@link #ofContent}} */
  boolean isContent(InputStream in) throws IOException {
    in.mark(ContentTest.LIMIT);
    boolean recognized = content.test(in);
    in.reset();
    return recognized;
  }

  /**
   * {@return the records of a file or stream of this format}
   *
   * @throws ArticleFormatException if the optional library that the format needs is missing
   */
  RecordSource open(SourceInput input) throws ArticleFormatException {
    if (library.isPresent()) {
      library.get().require(input.source(), "read " + title);
    }
    return opener.open(input);
  }
}
