package onrecord.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the documents of the older Nexis as plain text, in which paragraphs are broken into lines
 * of about 80 characters. Each document starts with a line such as "3 of 20 DOCUMENTS"; a file
 * without such a line is one document. Not thread-safe.
 */
final class NexisText implements RecordSource {

  private static final int LABELS_OF_A_DOCUMENT = 3;

  private final SourceInput input;
  private final Lines lines;
  private final List<String> document = new ArrayList<>();
  private long size;
  private long start = 1;
  private boolean counted;
  private boolean ended;
  private boolean any;

  /** Creates a reader. */
  NexisText(SourceInput input) {
    this.input = input;
    this.lines = new Lines(input.in(), input.limits().bytes());
  }

  /** {@return whether a content has a line that counts documents, or the labels of one} */
  static boolean isRecognized(Head head) {
    if (head.isZip() || head.startsWithIgnoringBlanks("<") || head.startsWithBytes("{\\rtf")) {
      return false;
    }
    String text = head.text();
    return NexisSeparator.isIn(text) || isDocument(text.lines().limit(5000).toList());
  }

  /** {@return whether lines have the labels of a document, of which one gives its length} */
  private static boolean isDocument(List<String> lines) {
    Set<PressLabel> labels = new HashSet<>();
    boolean afterEmpty = true;
    for (String line : lines) {
      if (afterEmpty && !line.isBlank() && !line.startsWith(" ")) {
        new PressBlock(PressBlock.Placement.LEFT, List.of(line.strip()))
            .label()
            .ifPresent(labels::add);
      }
      afterEmpty = line.isBlank();
    }
    return labels.contains(PressLabel.LENGTH)
        && labels.contains(PressLabel.LANGUAGE)
        && labels.size() >= LABELS_OF_A_DOCUMENT;
  }

  @Override
  public @Nullable ArticleRecord next() throws IOException {
    while (!ended) {
      Optional<ArticleRecord> record = readDocument();
      if (record.isPresent()) {
        any = true;
        return record.get();
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

  /** Reads to the next separator; returns nothing for a cover page. */
  private Optional<ArticleRecord> readDocument() throws IOException {
    long first = start;
    boolean isDocument = counted;
    readLines();
    if (!isDocument && counted && !isDocument(document)) {
      return Optional.empty();
    }
    if (size > input.limits().bytes()) {
      return Optional.of(
          ArticleRecord.failed(
              new ArticleFormatException(
                  input.source(), first, input.limits().tooLong("the document"))));
    }
    if (document.stream().allMatch(String::isBlank)) {
      return Optional.empty();
    }
    ArticleFields fields = NexisDocument.fields(WrappedLines.blocks(document));
    document.clear();
    return Optional.of(
        fields.has("text")
            ? fields.toRecord(input, first)
            : ArticleRecord.skipped(input.source(), first, "document of Nexis without text"));
  }

  /** Reads the lines to the next separator, or to the cover page of a file that was joined. */
  private void readLines() throws IOException {
    document.clear();
    size = 0;
    boolean cover = false;
    while (lines.next()) {
      String line = Utf8OrWindows1252.decode(Arrays.copyOf(lines.bytes(), lines.length()), false);
      if (NexisSeparator.isSeparator(line)) {
        start = lines.number();
        counted = true;
        return;
      }
      cover |= counted && isCover(line);
      if (!cover) {
        size += lines.isOverlong() ? input.limits().bytes() : line.length();
        if (size <= input.limits().bytes()) {
          document.add(line);
        }
      }
    }
    ended = true;
  }

  private static boolean isCover(String line) {
    return PressLabel.labelled(line)
        .flatMap(PressLabel.Labelled::label)
        .filter(label -> label == PressLabel.COVER)
        .isPresent();
  }
}
