package onrecord.source;

import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the articles of the XML of Factiva, holding one in memory. Not thread-safe. */
final class FactivaXml implements RecordSource {

  private static final Pattern START = Pattern.compile("<(?:\\w{1,10}:)?article(?=[\\s>])");
  private static final int LONGEST_START = 30;
  private static final Set<String> ROOTS =
      Set.of("ppsresponse", "ppsarticleresponse", "ppsarticleresultset", "ppsarticle");

  private final SourceInput input;
  private final MarkedPieces pieces;
  private boolean any;

  /** Creates a reader. */
  FactivaXml(SourceInput input) {
    this.input = input;
    this.pieces = new MarkedPieces(input.reader(), START, LONGEST_START, input.limits().bytes());
  }

  /** {@return whether a content is XML of Factiva} */
  static boolean isRecognized(Head head) {
    return head.rootElement().filter(ROOTS::contains).isPresent();
  }

  @Override
  public @Nullable ArticleRecord next() throws IOException {
    for (String piece = pieces.next(); piece != null; piece = pieces.next()) {
      if (pieces.isOverlong()) {
        any = true;
        return ArticleRecord.failed(
            new ArticleFormatException(
                input.source(), pieces.line(), input.limits().tooLong("the article")));
      }
      if (START.matcher(piece).lookingAt()) {
        any = true;
        return FactivaElement.article(piece).toRecord(input, pieces.line());
      }
    }
    if (any) {
      return null;
    }
    any = true;
    return ArticleRecord.failed(
        new ArticleFormatException(
            input.source(), 0, "must contain articles of Factiva, but contains none"));
  }
}
