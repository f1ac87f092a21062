package onrecord.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The documents of Nexis Uni or Lexis Advance in a series of paragraphs: each starts at a bookmark
 * and ends with the line "End of Document", or either. Not thread-safe.
 */
final class DeliveryDocuments {

  private final SourceInput input;
  private final Paragraphs paragraphs;
  private final String kind;
  private final List<DeliveryParagraph> document = new ArrayList<>();
  private final List<String> bookmarks = new ArrayList<>();
  private @Nullable DeliveryParagraph first;
  private long size;
  private boolean ended;
  private boolean any;

  /** A series of paragraphs. */
  @FunctionalInterface
  interface Paragraphs {
    /**
     * {@return the next paragraph; null at the end}
     *
     * @throws IOException if it cannot be read
     */
    @Nullable DeliveryParagraph next() throws IOException;
  }

  /**
   * Creates a reader.
   *
   * @param kind what the file is if it has no documents of Nexis, such as "a Word document"
   */
  DeliveryDocuments(SourceInput input, Paragraphs paragraphs, String kind) {
    this.input = input;
    this.paragraphs = paragraphs;
    this.kind = kind;
  }

  /** {@return the record of the next document; null at the end} */
  @Nullable ArticleRecord next() throws IOException {
    while (!ended) {
      readDocument();
      if (size > input.limits().bytes()) {
        any = true;
        return ArticleRecord.failed(
            new ArticleFormatException(input.source(), 0, input.limits().tooLong("the document")));
      }
      if (NexisDelivery.isDocument(document)) {
        any = true;
        ArticleFields fields = NexisDelivery.fields(document);
        return fields.has("text")
            ? fields.toRecord(input, 0)
            : ArticleRecord.skipped(input.source(), 0, "document of Nexis without text");
      }
    }
    if (any) {
      return null;
    }
    any = true;
    return ArticleRecord.failed(
        new ArticleFormatException(
            input.source(),
            0,
            "looks like "
                + kind
                + " that is not from Nexis, which is not read; save it as plain"
                + " text"));
  }

  /** Reads the paragraphs that are not blank up to the end of a document. */
  private void readDocument() throws IOException {
    document.clear();
    size = 0;
    DeliveryParagraph pending = first;
    first = null;
    if (pending != null) {
      add(pending);
    }
    for (DeliveryParagraph p = paragraphs.next(); p != null; p = paragraphs.next()) {
      bookmarks.addAll(p.bookmarks());
      if (p.line().isEmpty()) {
        continue;
      }
      DeliveryParagraph marked = new DeliveryParagraph(p.text(), bookmarks, p.link(), p.format());
      bookmarks.clear();
      if (marked.hasBookmark("Bookmark") && !document.isEmpty()) {
        first = marked;
        return;
      }
      if (addToEnd(marked)) {
        return;
      }
    }
    ended = true;
  }

  /** Adds a paragraph, and returns whether it ends the document. */
  private boolean addToEnd(DeliveryParagraph paragraph) {
    String stripped = paragraph.text().stripTrailing();
    int line = stripped.lastIndexOf('\n') + 1;
    Optional<PressLabel> last = PressLabel.of(Press.clean(stripped.substring(line)));
    if (last.filter(label -> label == PressLabel.END).isEmpty()) {
      add(paragraph);
      return false;
    }
    String before = stripped.substring(0, line);
    if (!Press.clean(before).isEmpty()) {
      add(
          new DeliveryParagraph(
              before,
              paragraph.bookmarks(),
              paragraph.link(),
              new DeliveryParagraph.Format(
                  0, paragraph.format().spaceBefore(), "", paragraph.format().placement())));
    }
    return true;
  }

  private void add(DeliveryParagraph paragraph) {
    size += paragraph.text().length();
    if (size <= input.limits().bytes()) {
      document.add(paragraph);
    }
  }
}
