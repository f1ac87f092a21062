package onrecord.source;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the documents of the older Nexis as HTML, holding one in memory. Not thread-safe. */
final class NexisHtml implements RecordSource {

  private static final Pattern START =
      Pattern.compile("(?i)<a\\s{1,3}name=[\"']?doc_id_\\d{1,9}_0|<docfull>");
  private static final int LONGEST_START = 40;
  private static final Pattern END_OF_COMMENT =
      Pattern.compile("^<docfull>\\s*-->", Pattern.CASE_INSENSITIVE);
  private static final Pattern CENTERED_CLASS =
      Pattern.compile(
          "\\.([\\w-]{1,40})\\s*\\{[^}]{0,500}?text-align:\\s*center", Pattern.CASE_INSENSITIVE);

  private final SourceInput input;
  private final MarkedPieces pieces;
  private final Set<String> centered = new HashSet<>();
  private boolean any;

  /** Creates a reader. */
  NexisHtml(SourceInput input) {
    this.input = input;
    this.pieces = new MarkedPieces(input.reader(), START, LONGEST_START, input.limits().bytes());
  }

  /** {@return whether a content is HTML with a marker of a document} */
  static boolean isRecognized(Head head) {
    return head.startsWithIgnoringBlanks("<") && START.matcher(head.text()).find();
  }

  @Override
  public @Nullable ArticleRecord next() throws IOException {
    for (String piece = pieces.next(); piece != null; piece = pieces.next()) {
      if (pieces.isOverlong()) {
        any = true;
        return ArticleRecord.failed(
            new ArticleFormatException(
                input.source(), pieces.line(), input.limits().tooLong("the document")));
      }
      if (!START.matcher(piece).lookingAt()) {
        readStyle(piece);
        continue;
      }
      ArticleRecord record = read(END_OF_COMMENT.matcher(piece).replaceFirst(""));
      if (record != null) {
        any = true;
        return record;
      }
    }
    if (any) {
      return null;
    }
    any = true;
    return ArticleRecord.failed(
        new ArticleFormatException(
            input.source(), 0, "must contain documents of Nexis, but contains none"));
  }

  private void readStyle(String piece) {
    CENTERED_CLASS
        .matcher(piece)
        .results()
        .limit(1000)
        .map((MatchResult style) -> style.group(1))
        .forEach(centered::add);
  }

  private @Nullable ArticleRecord read(String piece) {
    List<PressBlock> blocks =
        HtmlBlocks.of(piece, centered).stream()
            .filter(block -> !NexisSeparator.isSeparator(block.joined()))
            .toList();
    if (blocks.isEmpty()) {
      return null;
    }
    ArticleFields fields = NexisDocument.fields(blocks);
    return fields.has("text")
        ? fields.toRecord(input, pieces.line())
        : ArticleRecord.skipped(input.source(), pieces.line(), "document of Nexis without text");
  }
}
