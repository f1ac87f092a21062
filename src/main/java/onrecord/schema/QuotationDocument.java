package onrecord.schema;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import onrecord.model.Article;
import onrecord.model.PartialDate;
import onrecord.model.Quotation;
import onrecord.model.QuotationKind;
import onrecord.model.Said;
import onrecord.model.Span;
import onrecord.model.Speaker;
import onrecord.model.SpeakerType;
import onrecord.text.Sentences;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoubleField;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.IntRange;
import org.apache.lucene.document.NumericDocValuesField;

/** Turns a quotation into a document and back. */
public final class QuotationDocument {

  private QuotationDocument() {}

  /**
   * {@return the document of a quotation}
   *
   * @param article the article it stands in
   * @throws IllegalArgumentException if a name is too long for the index
   */
  public static Document of(Article article, Quotation quotation) {
    FieldWriter fields = new FieldWriter("quotation " + quotation.id());
    fields.article(Schema.QUOTATION, article);
    fields.name(Schema.ID, quotation.id());
    fields.text(Schema.QUOTE, quotation.text());
    fields.sameWords(quotation.text());
    sentence(fields, article.text(), quotation.runs());
    fields.facet(Schema.KIND, quotation.kind().name());
    speaker(fields, quotation.speaker());
    quotation.said().ifPresent(said -> fields.stored(Schema.SAID_SPAN, write(said.expression())));
    said(fields, quotation.said().flatMap(Said::date));
    fields.facet(Schema.ABOUT, quotation.about());
    fields.unstoredFacet(
        Schema.CUE, quotation.cue().map(cue -> cue.in(article.text()).toLowerCase(Locale.ROOT)));
    fields.name(Schema.RULE, quotation.rule());
    fields.add(new DoubleField(Schema.CONFIDENCE, quotation.confidence(), Store.YES));
    fields.add(new NumericDocValuesField(Schema.POSITION, quotation.runs().getFirst().start()));
    fields.stored(Schema.RUNS, write(quotation.runs()));
    quotation.mention().ifPresent(span -> fields.stored(Schema.MENTION_SPAN, write(span)));
    quotation.cue().ifPresent(span -> fields.stored(Schema.CUE_SPAN, write(span)));
    return fields.document();
  }

  private static void sentence(FieldWriter fields, String text, List<Span> runs) {
    List<Span> sentences = Sentences.around(text, runs);
    fields.unstoredText(
        Schema.SENTENCE,
        sentences.stream().map(span -> span.in(text)).collect(Collectors.joining(" ")));
    fields.stored(Schema.SENTENCE_RUNS, write(sentences));
  }

  private static void speaker(FieldWriter fields, Speaker speaker) {
    fields.facet(Schema.SPEAKER, speaker.name());
    if (speaker.isKnown()) {
      fields.order(Schema.SPEAKER_ORDER, speaker.name());
    }
    fields.facet(Schema.SPEAKER_ID, speaker.id());
    fields.facet(Schema.SPEAKER_TYPE, speaker.type().name());
    speaker.description().ifPresent(text -> fields.stored(Schema.SPEAKER_DESCRIPTION, text));
    speaker.printed().ifPresent(text -> fields.stored(Schema.SPEAKER_PRINTED, text));
  }

  private static void said(FieldWriter fields, Optional<PartialDate> date) {
    fields.name(Schema.SAID, date.map(PartialDate::toString));
    fields.add(
        new NumericDocValuesField(
            Schema.SAID_NUMBER, date.map(DateNumber::of).orElse(DateNumber.UNKNOWN)));
    date.ifPresent(d ->
        fields.add(
            new IntRange(
                Schema.SAID_DAYS,
                new int[] {(int) d.first().toEpochDay()},
                new int[] {(int) d.last().toEpochDay()})));
  }

  /**
   * {@return the quotation of a document that {@link #of} made, equal to the one it was given}
   *
   * @throws java.io.UncheckedIOException if it is not what was written
   */
  public static Quotation read(Document document) {
    return FieldReader.read(document, QuotationDocument::read);
  }

  private static Quotation read(FieldReader fields) {
    return new Quotation(
        fields.text(Schema.ID),
        fields.text(Schema.QUOTE),
        QuotationKind.valueOf(fields.text(Schema.KIND)),
        readSpans(fields.text(Schema.RUNS)),
        new Speaker(
            fields.text(Schema.SPEAKER),
            SpeakerType.valueOf(fields.text(Schema.SPEAKER_TYPE)),
            fields.optional(Schema.SPEAKER_DESCRIPTION),
            fields.optional(Schema.SPEAKER_ID),
            fields.optional(Schema.SPEAKER_PRINTED)),
        fields.optional(Schema.MENTION_SPAN).map(QuotationDocument::readSpan),
        fields.optional(Schema.CUE_SPAN).map(QuotationDocument::readSpan),
        fields
            .optional(Schema.SAID_SPAN)
            .map(span ->
                new Said(readSpan(span), fields.optional(Schema.SAID).map(PartialDate::parse))),
        fields.number(Schema.CONFIDENCE),
        fields.text(Schema.RULE),
        fields.texts(Schema.ABOUT));
  }

  /**
   * {@return where the sentences stand that a quotation stands in}
   *
   * @throws java.io.UncheckedIOException if it is not what was written
   */
  public static List<Span> readSentences(Document document) {
    return FieldReader.read(document, fields -> readSpans(fields.text(Schema.SENTENCE_RUNS)));
  }

  private static String write(List<Span> spans) {
    return spans.stream().map(QuotationDocument::write).collect(Collectors.joining(" "));
  }

  private static List<Span> readSpans(String text) {
    return Stream.of(text.split(" ")).map(QuotationDocument::readSpan).toList();
  }

  private static String write(Span span) {
    return span.start() + "-" + span.end();
  }

  private static Span readSpan(String text) {
    int dash = text.indexOf('-');
    return new Span(
        Integer.parseInt(text.substring(0, dash)), Integer.parseInt(text.substring(dash + 1)));
  }
}
