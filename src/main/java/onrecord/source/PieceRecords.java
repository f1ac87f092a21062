package onrecord.source;

import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the articles of a content that starts each of them with a marker, holding one in memory.
 * Not thread-safe.
 */
final class PieceRecords implements RecordSource {

  private final SourceInput input;
  private final String contents;
  private final Conversion conversion;
  private final MarkedPieces pieces;
  private boolean any;

  /** Converts a piece of the content to a record. */
  @FunctionalInterface
  interface Conversion {
    /**
     * {@return the record; null if the piece, such as that before the first marker, is not one}
     *
     * @param line the line of the content that the piece starts at, from 1
     */
    @Nullable ArticleRecord of(String piece, long line);
  }

  /**
   * Creates a reader.
   *
   * @param marker what each article starts with
   * @param longestMarker the maximum number of characters of a marker
   * @param contents what the content must contain, such as "articles of Factiva", for messages
   */
  PieceRecords(
      SourceInput input,
      Pattern marker,
      int longestMarker,
      String contents,
      Conversion conversion) {
    this.input = input;
    this.contents = contents;
    this.conversion = conversion;
    this.pieces = new MarkedPieces(input.reader(), marker, longestMarker, input.limits().bytes());
  }

  @Override
  public @Nullable ArticleRecord next() throws IOException {
    for (String piece = pieces.next(); piece != null; piece = pieces.next()) {
      ArticleRecord record =
          pieces.isOverlong()
              ? failed(pieces.line(), input.limits().tooLong("the article"))
              : conversion.of(piece, pieces.line());
      if (record != null) {
        any = true;
        return record;
      }
    }
    if (any) {
      return null;
    }
    any = true;
    return failed(0, "must contain " + contents + ", but contains none");
  }

  private ArticleRecord failed(long line, String reason) {
    return ArticleRecord.failed(new ArticleFormatException(input.source(), line, reason));
  }
}
