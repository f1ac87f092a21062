package onrecord.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the documents of ProQuest as plain text, which lines of underscores separate, holding one
 * in memory. Not thread-safe.
 */
final class ProQuestText implements RecordSource {

  private static final Pattern RULE = Pattern.compile("_{20,}|\\*{20,}|={40,}");
  private static final Pattern COUNT =
      Pattern.compile(
          "(?iu)(?:document|dokument|documento)\\s+\\d{1,9}\\s+(?:of|von|de|sur|di|van)\\s+\\d{1,9}");
  private static final int LABELS = 3;

  private final SourceInput input;
  private final Lines lines;
  private boolean ended;
  private boolean any;
  private long start = 1;

  /** Creates a reader. */
  ProQuestText(SourceInput input) {
    this.input = input;
    this.lines = new Lines(input.in(), input.limits().bytes());
  }

  /** {@return whether a content has the labels of a document of ProQuest} */
  static boolean isRecognized(Head head) {
    if (head.isZip() || head.startsWithIgnoringBlanks("<") || head.startsWithIgnoringBlanks("{")) {
      return false;
    }
    List<ProQuestLabel> labels =
        head.text()
            .lines()
            .flatMap(line -> ProQuestLabel.labelled(line).stream())
            .map(ProQuestLabel.Labelled::label)
            .filter(label -> label != ProQuestLabel.OTHER)
            .distinct()
            .toList();
    boolean proQuest = head.text().contains("ProQuest") || labels.contains(ProQuestLabel.ID);
    return proQuest && labels.contains(ProQuestLabel.TEXT) && labels.size() >= LABELS;
  }

  @Override
  public @Nullable ArticleRecord next() throws IOException {
    while (!ended) {
      long first = start;
      List<String> document = new ArrayList<>();
      if (!readDocument(document)) {
        any = true;
        return ArticleRecord.failed(
            new ArticleFormatException(
                input.source(), first, input.limits().tooLong("the document")));
      }
      Optional<ArticleFields> fields = ProQuestDocument.fields(document);
      if (fields.isPresent()) {
        any = true;
        return fields.get().has("text")
            ? fields.get().toRecord(input, first)
            : ArticleRecord.skipped(
                input.source(), first, "document of ProQuest without its full text");
      }
    }
    if (any) {
      return null;
    }
    any = true;
    return ArticleRecord.failed(
        new ArticleFormatException(
            input.source(), 0, "must contain documents of ProQuest, but contains none"));
  }

  /** Reads the lines up to the next separator, and returns whether they are within the limit. */
  private boolean readDocument(List<String> document) throws IOException {
    long size = 0;
    ended = true;
    while (lines.next()) {
      String line = Utf8OrWindows1252.decode(Arrays.copyOf(lines.bytes(), lines.length()), false);
      if (isSeparator(line.strip())) {
        start = lines.number() + 1;
        ended = false;
        break;
      }
      size += lines.isOverlong() ? input.limits().bytes() : line.length() + 1L;
      if (size <= input.limits().bytes()) {
        document.add(line);
      }
    }
    return size <= input.limits().bytes();
  }

  private static boolean isSeparator(String line) {
    return RULE.matcher(line).matches() || COUNT.matcher(line).matches();
  }
}
