package onrecord.source;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the articles of a page of Factiva. */
final class FactivaHtml {

  /** The element of an article, which in newer pages is within another of the class "article". */
  private static final Pattern START =
      Pattern.compile(
          "(?i)<div\\b[^<>]{0,200}?\\bclass\\s{0,3}=\\s{0,3}[\"']article(?:\\s{1,3}[a-z]{2,6}article)?[\"']");

  private static final int LONGEST_START = 250;
  private static final Pattern PAGE =
      Pattern.compile(
          "(?i)<title>\\s*(?:dow jones\\s+)?factiva|class=[\"']factivalogo|class=[\"']article [a-z]{2,6}article[\"']");

  private FactivaHtml() {}

  /** {@return whether a content is a page of Factiva, whose articles may be after its head} */
  static boolean isRecognized(Head head) {
    return head.startsWithIgnoringBlanks("<") && PAGE.matcher(head.text()).find();
  }

  /** {@return the records of a content} */
  static RecordSource open(SourceInput input) {
    return new PieceRecords(
        input,
        START,
        LONGEST_START,
        "articles of Factiva",
        (piece, line) -> START.matcher(piece).lookingAt() ? read(piece, line, input) : null);
  }

  private static @Nullable ArticleRecord read(String piece, long line, SourceInput input) {
    ArticleFields fields = FactivaPage.article(piece);
    if (fields.has("text")) {
      return fields.toRecord(input, line);
    }
    return fields.has("title")
        ? ArticleRecord.skipped(input.source(), line, "article of Factiva without text")
        : null;
  }
}
