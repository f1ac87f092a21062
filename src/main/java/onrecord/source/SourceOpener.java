package onrecord.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Opens contents: uncompresses each, recognizes its format, and returns its records. What is found
 * in a folder or an archive and is not read is counted, and what is given is refused. Not
 * thread-safe.
 */
final class SourceOpener {

  private static final int MAX_DEPTH = 3;
  private static final int TAR_MAGIC = 257;

  private final RecordLimits limits = RecordLimits.ofProcess();
  private final FileIds ids = new FileIds();
  private final ReadOptions options;
  private final ReadTally tally;
  private final TeiLists lists;

  /** Creates an opener that counts what it opens and what it does not read. */
  SourceOpener(ReadOptions options, ReadTally tally) {
    this.options = options;
    this.tally = tally;
    this.lists = new TeiLists(limits, options);
  }

  /**
   * Opens a content.
   *
   * @param raw the content, compressed or not; not closed
   * @throws ArticleFormatException if it is of a kind that is not read, and was given
   * @throws IOException if it cannot be read
   */
  RecordSource open(InputStream raw, Origin origin) throws IOException {
    Content content = Content.of(raw, origin.source());
    try {
      return new Opened(content, open(content, origin), origin.source());
    } catch (IOException e) {
      content.release();
      throw e;
    }
  }

  /** Counts the rows of a folder's metadata that describe none of its files. */
  void countRows(FolderMetadata metadata, SortedNames fileNames) {
    tally.skipped("a row of metadata without a text", metadata.countWithout(fileNames));
  }

  /** {@return the records of a text, with what the metadata of its folder says of it} */
  RecordSource describe(RecordSource records, FolderMetadata metadata, Origin origin) {
    return metadata.describe(records, origin, tally);
  }

  private RecordSource open(Content content, Origin origin) throws IOException {
    content.requireNotUtf16(origin.source());
    Head head = Head.of(content.in(), options);
    Optional<ArticleFormat> recognized = isTar(head) ? Optional.empty() : ArticleFormat.of(head);
    if (isTar(head) || (recognized.isEmpty() && isZipOfFiles(head))) {
      return openArchive(head, content.in(), origin);
    }
    Optional<ArticleFormat> format = options.format().or(() -> recognized);
    if (format.isPresent()) {
      return open(format.get(), content, origin);
    }
    if (origin.choice() == Origin.Choice.FOUND
        && origin.place().isPresent()
        && TeiLists.isList(head)) {
      return () -> null;
    }
    Optional<OtherKind> other = OtherKind.of(head);
    if (other.isPresent()) {
      return refuse(origin, other.get());
    }
    if (origin.choice() == Origin.Choice.FOUND && !origin.isNamedText()) {
      tally.notRead(head.isEmpty() ? "an empty file" : origin.kindByName());
      return () -> null;
    }
    return open(ArticleFormat.PLAIN_TEXT, content, origin);
  }

  private RecordSource open(ArticleFormat format, Content content, Origin origin)
      throws IOException {
    SourceInput input =
        new SourceInput(
            content.in(),
            origin.source(),
            origin.baseName().filter(id -> ids.claim(id, origin.identity())),
            limits,
            options,
            origin.place().map(place -> new TeiLists.Near(lists, place)));
    RecordSource records = format.open(input);
    tally.opened(format);
    return records;
  }

  private RecordSource refuse(Origin origin, OtherKind kind) throws ArticleFormatException {
    if (origin.choice() == Origin.Choice.GIVEN) {
      throw new ArticleFormatException(origin.source(), 0, kind.refusal());
    }
    tally.notRead(kind.title());
    return () -> null;
  }

  private static boolean isTar(Head head) {
    return head.hasBytes(TAR_MAGIC, "ustar");
  }

  /** {@return whether a content is a ZIP file, and not the document of an office suite} */
  private static boolean isZipOfFiles(Head head) {
    return head.isZip() && OtherKind.of(head).filter(kind -> kind != OtherKind.BINARY).isEmpty();
  }

  private RecordSource openArchive(Head head, InputStream in, Origin origin) throws IOException {
    if (origin.depth() == MAX_DEPTH) {
      throw new ArticleFormatException(
          origin.source(),
          0,
          "must not be an archive in an archive " + MAX_DEPTH + " times over; unpack it");
    }
    if (isTar(head)) {
      OptionalLibrary.COMMONS_COMPRESS.require(origin.source(), "read tar archives");
      return Tar.open(in, origin, this);
    }
    return Zip.open(in, origin, this);
  }

  /** An opened content, whose decompression is checked and released at its end. */
  private static final class Opened implements RecordSource {
    private final Content content;
    private final RecordSource records;
    private final String source;

    Opened(Content content, RecordSource records, String source) {
      this.content = content;
      this.records = records;
      this.source = source;
    }

    @Override
    public @Nullable ArticleRecord next() throws IOException {
      ArticleRecord record = records.next();
      if (record == null) {
        content.requireNothingAfter(source);
      }
      return record;
    }

    @Override
    public void close() throws IOException {
      content.release();
      records.close();
    }
  }
}
