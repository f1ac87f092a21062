package onrecord.source;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the documents of the older Nexis as HTML, with the styles that precede them. Not
 * thread-safe.
 */
final class NexisHtml {

  private static final Pattern START =
      Pattern.compile("(?i)<a\\s{1,3}name=[\"']?doc_id_\\d{1,9}_0|<docfull>");
  private static final int LONGEST_START = 40;
  private static final Pattern END_OF_COMMENT =
      Pattern.compile("^<docfull>\\s*-->", Pattern.CASE_INSENSITIVE);
  private static final Pattern CENTERED_CLASS =
      Pattern.compile(
          "\\.([\\w-]{1,40})\\s*\\{[^}]{0,500}?text-align:\\s*center", Pattern.CASE_INSENSITIVE);

  private final SourceInput input;
  private final Set<String> centered = new HashSet<>();

  private NexisHtml(SourceInput input) {
    this.input = input;
  }

  /** {@return whether a content is HTML with a marker of a document} */
  static boolean isRecognized(Head head) {
    return head.startsWithIgnoringBlanks("<") && START.matcher(head.text()).find();
  }

  /** {@return the records of a content} */
  static RecordSource open(SourceInput input) {
    return new PieceRecords(
        input, START, LONGEST_START, "documents of Nexis", new NexisHtml(input)::read);
  }

  private @Nullable ArticleRecord read(String piece, long line) {
    if (START.matcher(piece).lookingAt()) {
      return readDocument(END_OF_COMMENT.matcher(piece).replaceFirst(""), line);
    }
    readStyle(piece);
    return null;
  }

  private void readStyle(String piece) {
    CENTERED_CLASS
        .matcher(piece)
        .results()
        .limit(1000)
        .map((MatchResult style) -> style.group(1))
        .forEach(centered::add);
  }

  private @Nullable ArticleRecord readDocument(String piece, long line) {
    List<PressBlock> blocks =
        HtmlBlocks.of(piece, centered).stream()
            .filter(block -> !NexisSeparator.isSeparator(block.joined()))
            .toList();
    if (blocks.isEmpty()) {
      return null;
    }
    ArticleFields fields = NexisDocument.fields(blocks);
    return fields.has("text")
        ? fields.toRecord(input, line)
        : ArticleRecord.skipped(input.source(), line, "document of Nexis without text");
  }
}
