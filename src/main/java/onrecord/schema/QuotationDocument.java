package onrecord.schema;

import java.util.List;
import onrecord.model.PartialDate;
import onrecord.model.Published;
import onrecord.model.Quotation;
import onrecord.model.QuotationKind;
import onrecord.model.Said;
import onrecord.model.Span;
import onrecord.model.Speaker;
import onrecord.model.SpeakerType;
import onrecord.query.ArticleReference;
import onrecord.query.OwnField.Owner;
import org.apache.lucene.document.Document;

/** Converts quotations to documents and back. */
public final class QuotationDocument {

  private QuotationDocument() {}

  /**
   * {@return the document of a quotation}
   *
   * @throws IllegalArgumentException if a name is too long for the index
   */
  static Document of(IndexedQuotation source) {
    FieldWriter document = new FieldWriter(source);
    for (IndexField field : IndexField.values()) {
      field.add(source, document);
    }
    document.own(Owner.ARTICLE, source.article().fields());
    document.own(Owner.SPEAKER, source.quotation().speaker().fields());
    document.own(Owner.QUOTATION, source.quotation().fields());
    return document.document();
  }

  /**
   * {@return the quotation of a document of a format before 4, equal to the one that was added}
   *
   * @throws java.io.UncheckedIOException if the document is not the one that was written
   */
  static Quotation read(Document document) {
    return FieldReader.read(document, QuotationDocument::read);
  }

  private static Quotation read(FieldReader fields) {
    return new Quotation(
        fields.text(IndexField.ID),
        fields.text(IndexField.QUOTE),
        QuotationKind.valueOf(fields.text(IndexField.KIND)),
        Spans.readAll(fields.text(IndexField.RUNS)),
        new Speaker(
            fields.text(IndexField.SPEAKER),
            SpeakerType.valueOf(fields.text(IndexField.SPEAKER_TYPE)),
            fields.optional(IndexField.SPEAKER_DESCRIPTION),
            fields.optional(IndexField.SPEAKER_ID),
            fields.optional(IndexField.SPEAKER_PRINTED),
            fields.own(Owner.SPEAKER)),
        fields.optional(IndexField.MENTION_SPAN).map(Spans::read),
        fields.optional(IndexField.CUE_SPAN).map(Spans::read),
        fields
            .optional(IndexField.SAID_SPAN)
            .map(span ->
                new Said(
                    Spans.read(span), fields.optional(IndexField.SAID).map(PartialDate::parse))),
        fields.number(IndexField.CONFIDENCE),
        fields.text(IndexField.RULE),
        fields.texts(IndexField.ABOUT),
        fields.own(Owner.QUOTATION));
  }

  /**
   * {@return the text of the sentences that contain a quotation, as it is indexed}
   *
   * @param text the text of the article
   * @param sentences the spans of the sentences
   */
  public static String sentenceText(String text, List<Span> sentences) {
    return IndexedQuotation.sentenceText(text, sentences);
  }

  /**
   * {@return the reference to an article, from its document or, in a format before 4, from that of
   * one of its quotations}
   *
   * @throws java.io.UncheckedIOException if the document is not the one that was written
   */
  static ArticleReference readArticle(Document document) {
    return FieldReader.read(
        document,
        fields ->
            new ArticleReference(
                fields.text(IndexField.ARTICLE_ID),
                fields.text(IndexField.TITLE),
                fields.optional(IndexField.PUBLISHED).map(Published::parse),
                fields.optional(IndexField.OUTLET),
                fields.optional(IndexField.SECTION),
                fields.texts(IndexField.AUTHOR),
                fields.optional(IndexField.URL),
                fields.optional(IndexField.LANGUAGE),
                fields.texts(IndexField.TAG),
                fields.own(Owner.ARTICLE)));
  }

  /**
   * {@return the spans of the sentences that contain a quotation; none in format 1}
   *
   * @throws java.io.UncheckedIOException if the document is not the one that was written
   */
  static List<Span> readSentences(Document document) {
    return FieldReader.read(
        document,
        fields -> fields.optional(IndexField.SENTENCE_RUNS).map(Spans::readAll).orElse(List.of()));
  }
}
