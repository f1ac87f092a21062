package onrecord.source;

import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the articles of a page of Factiva, holding one in memory. Not thread-safe. */
final class FactivaHtml implements RecordSource {

  /** The element of an article, which in newer pages is within another of the class "article". */
  private static final Pattern START =
      Pattern.compile(
          "(?i)<div\\b[^<>]{0,200}?\\bclass\\s{0,3}=\\s{0,3}[\"']article(?:\\s{1,3}[a-z]{2,6}article)?[\"']");

  private static final int LONGEST_START = 250;
  private static final Pattern PAGE =
      Pattern.compile(
          "(?i)<title>\\s*(?:dow jones\\s+)?factiva|class=[\"']factivalogo|class=[\"']article [a-z]{2,6}article[\"']");

  private final SourceInput input;
  private final MarkedPieces pieces;
  private boolean any;

  /** Creates a reader. */
  FactivaHtml(SourceInput input) {
    this.input = input;
    this.pieces = new MarkedPieces(input.reader(), START, LONGEST_START, input.limits().bytes());
  }

  /** {@return whether a content is a page of Factiva, whose articles may be after its head} */
  static boolean isRecognized(Head head) {
    return head.startsWithIgnoringBlanks("<") && PAGE.matcher(head.text()).find();
  }

  @Override
  public @Nullable ArticleRecord next() throws IOException {
    for (String piece = pieces.next(); piece != null; piece = pieces.next()) {
      boolean article = START.matcher(piece).lookingAt();
      if (pieces.isOverlong() && any) {
        return ArticleRecord.failed(
            new ArticleFormatException(
                input.source(), pieces.line(), input.limits().tooLong("the article")));
      }
      if (article) {
        ArticleFields fields = FactivaPage.article(piece);
        if (fields.has("text") || fields.has("title")) {
          any = true;
          return fields.has("text")
              ? fields.toRecord(input, pieces.line())
              : ArticleRecord.skipped(
                  input.source(), pieces.line(), "article of Factiva without text");
        }
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
