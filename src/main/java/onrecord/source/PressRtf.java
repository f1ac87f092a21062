package onrecord.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads RTF of press databases: Nexis in its older and its newer layout, Factiva, and APA. The
 * parser pushes what it reads, so that the paragraphs of the file are in memory. Not thread-safe.
 */
final class PressRtf implements RecordSource {

  private static final Pattern SIGN =
      Pattern.compile(
          "(?i)bookmark_\\d|end of document|nexis|lexis|factiva|gefunden am|\\d of \\d+ documents"
              + "|dokument \\d+ von \\d|\\bHD\\W{0,9}\\\\(?:cell|tab)\\b|\\bdocument [A-Z]{3,8}0");

  private final SourceInput input;
  private final Records records;

  /** The records of a file, one after the other. */
  @FunctionalInterface
  private interface Records {
    @Nullable ArticleRecord next() throws IOException;
  }

  /**
   * Creates a reader.
   *
   * @throws IOException if the file is too long, or is not valid RTF
   */
  PressRtf(SourceInput input) throws IOException {
    this.input = input;
    byte[] file = input.in().readNBytes(input.limits().bytes() + 1);
    if (file.length > input.limits().bytes()) {
      throw new ArticleFormatException(input.source(), 0, input.limits().tooLong("the file"));
    }
    this.records = records(RtfParagraphs.of(file, input.source()));
  }

  /** {@return whether a content is RTF that names a press database or has marks of one} */
  static boolean isRecognized(Head head) {
    return head.startsWithBytes("{\\rtf")
        && (SIGN.matcher(head.text()).find() || (head.isCut() && head.text().contains("\\pict")));
  }

  private Records records(List<DeliveryParagraph> paragraphs) {
    if (paragraphs.stream().anyMatch(p -> NexisSeparator.isSeparator(p.text()))) {
      Iterator<List<DeliveryParagraph>> documents = oldDocuments(paragraphs).iterator();
      return () -> documents.hasNext() ? oldDocument(documents.next()) : null;
    }
    if (FactivaRtf.isRecognized(paragraphs)) {
      Iterator<List<DeliveryParagraph>> articles = FactivaRtf.articles(paragraphs).iterator();
      return () ->
          articles.hasNext()
              ? record(FactivaRtf.fields(articles.next()), "article of Factiva without text")
              : null;
    }
    if (paragraphs.stream().anyMatch(ApaRtf::isStart)) {
      Iterator<List<DeliveryParagraph>> articles = ApaRtf.articles(paragraphs).iterator();
      return () ->
          articles.hasNext()
              ? record(ApaRtf.fields(articles.next()), "article of APA without text")
              : null;
    }
    Iterator<DeliveryParagraph> each = paragraphs.iterator();
    DeliveryDocuments delivery =
        new DeliveryDocuments(input, () -> each.hasNext() ? each.next() : null, "RTF");
    return delivery::next;
  }

  /** {@return the paragraphs of each document of the older layout} */
  private static List<List<DeliveryParagraph>> oldDocuments(List<DeliveryParagraph> paragraphs) {
    List<List<DeliveryParagraph>> documents = new ArrayList<>();
    for (DeliveryParagraph paragraph : paragraphs) {
      if (NexisSeparator.isSeparator(paragraph.text())) {
        documents.add(new ArrayList<>());
      } else if (!documents.isEmpty() && !paragraph.line().isEmpty()) {
        documents.getLast().add(paragraph);
      }
    }
    return documents;
  }

  private ArticleRecord oldDocument(List<DeliveryParagraph> paragraphs) {
    List<PressBlock> blocks = new ArrayList<>();
    for (DeliveryParagraph paragraph : paragraphs) {
      List<String> lines =
          paragraph.text().lines().map(Press::clean).filter(line -> !line.isEmpty()).toList();
      blocks.add(new PressBlock(paragraph.format().placement(), lines));
    }
    return record(NexisDocument.fields(blocks), "document of Nexis without text");
  }

  private ArticleRecord record(ArticleFields fields, String withoutText) {
    return fields.has("text")
        ? fields.toRecord(input, 0)
        : ArticleRecord.skipped(input.source(), 0, withoutText);
  }

  @Override
  public @Nullable ArticleRecord next() throws IOException {
    return records.next();
  }
}
