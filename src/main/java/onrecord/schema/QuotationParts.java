package onrecord.schema;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import onrecord.model.Fields;
import onrecord.model.PartialDate;
import onrecord.model.Quotation;
import onrecord.model.QuotationKind;
import onrecord.model.Said;
import onrecord.model.Span;
import onrecord.model.Speaker;
import onrecord.model.SpeakerType;
import org.apache.lucene.store.OutputStreamDataOutput;
import org.apache.lucene.util.BytesRef;

/**
 * What an index keeps of a quotation to read it back, since format 4, unless its article has it:
 * its spans, by which the words are found in the text of the article, and its other values. Since
 * format 5, its {@link Attribution} is not repeated in them.
 *
 * <p>The parts are, in this order: the {@link Part} numbers that are present, as bits of one
 * integer; the kind and the type of the speaker, as four times the number of the one plus that of
 * the other; the runs; the sentences that contain them; in format 4, the name of the speaker and
 * the rule; those that need not be present; and the CRC-32C (RFC 3720) of all of them and, since
 * format 5, of the attribution, in four bytes, since nothing else in the index would show that a
 * rule, say, was altered. Integers are in groups of seven bits, the lowest first, with the eighth
 * bit set if another one follows. A text is its length in bytes, then UTF-8; lists begin with their
 * number. A span is the distance of its start to the end of the last one written, as an integer
 * whose lowest bit is the sign, then its length.
 */
final class QuotationParts {

  /** In the order of their numbers in the index. */
  private static final List<QuotationKind> KINDS =
      List.of(QuotationKind.DIRECT, QuotationKind.MIXED, QuotationKind.INDIRECT);

  /** In the order of their numbers in the index. */
  private static final List<SpeakerType> TYPES =
      List.of(
          SpeakerType.PERSON, SpeakerType.ORGANIZATION, SpeakerType.UNNAMED, SpeakerType.UNKNOWN);

  private static final double THOUSAND = 1000;

  /** The parts that a quotation may lack, in the order in which they are written. */
  private enum Part {
    MENTION(1),
    CUE(1 << 1),
    /** The confidence in thousandths; else it is the eight bytes of a floating-point number. */
    THOUSANDTHS(1 << 2),
    ABOUT(1 << 3),
    DESCRIPTION(1 << 4),
    SAID_SPAN(1 << 5),
    SAID(1 << 6),
    SPEAKER_ID(1 << 7),
    PRINTED(1 << 8),
    /** The id, if it is not derived from the article and the first run. */
    ID(1 << 9);

    private final int bit;

    Part(int bit) {
      this.bit = bit;
    }
  }

  private QuotationParts() {}

  /** {@return the id of a quotation that is derived from the id of its article} */
  private static String derivedId(String article, List<Span> runs) {
    return article + "#" + runs.getFirst().start();
  }

  /** {@return the parts of a quotation} */
  static BytesRef write(IndexedQuotation source) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      OutputStreamDataOutput out = new OutputStreamDataOutput(bytes);
      new Writer(out).write(source);
      out.writeInt(
          PartsInput.checksum(
              new BytesRef(bytes.toByteArray()), Optional.of(attribution(source.quotation()))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new BytesRef(bytes.toByteArray());
  }

  private static Attribution attribution(Quotation quotation) {
    return new Attribution(quotation.speaker().name(), quotation.rule());
  }

  private static boolean isThousandths(double confidence) {
    return Math.rint(confidence * THOUSAND) / THOUSAND == confidence;
  }

  /** Writes the parts of one quotation. Not thread-safe. */
  private static final class Writer {
    private final OutputStreamDataOutput out;
    private int last;

    Writer(OutputStreamDataOutput out) {
      this.out = out;
    }

    void write(IndexedQuotation source) throws IOException {
      Quotation quotation = source.quotation();
      Speaker speaker = quotation.speaker();
      boolean hasOwnId = !quotation.id().equals(derivedId(source.article().id(), quotation.runs()));
      out.writeVInt(
          bit(Part.MENTION, quotation.mention())
              | bit(Part.CUE, quotation.cue())
              | (isThousandths(quotation.confidence()) ? Part.THOUSANDTHS.bit : 0)
              | (quotation.about().isEmpty() ? 0 : Part.ABOUT.bit)
              | bit(Part.DESCRIPTION, speaker.description())
              | bit(Part.SAID_SPAN, quotation.said())
              | bit(Part.SAID, quotation.said().flatMap(Said::date))
              | bit(Part.SPEAKER_ID, speaker.id())
              | bit(Part.PRINTED, speaker.printed())
              | (hasOwnId ? Part.ID.bit : 0));
      out.writeByte(
          (byte) (KINDS.indexOf(quotation.kind()) * TYPES.size() + TYPES.indexOf(speaker.type())));
      spans(quotation.runs());
      spans(source.sentences());
      writeOthers(quotation);
      if (hasOwnId) {
        text(quotation.id());
      }
    }

    private void writeOthers(Quotation quotation) throws IOException {
      if (quotation.mention().isPresent()) {
        span(quotation.mention().get());
      }
      if (quotation.cue().isPresent()) {
        span(quotation.cue().get());
      }
      if (isThousandths(quotation.confidence())) {
        out.writeVInt((int) Math.rint(quotation.confidence() * THOUSAND));
      } else {
        out.writeLong(Double.doubleToLongBits(quotation.confidence()));
      }
      if (!quotation.about().isEmpty()) {
        out.writeVInt(quotation.about().size());
        for (String name : quotation.about()) {
          text(name);
        }
      }
      text(quotation.speaker().description());
      if (quotation.said().isPresent()) {
        span(quotation.said().get().expression());
        text(quotation.said().get().date().map(Object::toString));
      }
      text(quotation.speaker().id());
      text(quotation.speaker().printed());
    }

    private static int bit(Part part, Optional<?> value) {
      return value.isPresent() ? part.bit : 0;
    }

    private void spans(List<Span> spans) throws IOException {
      out.writeVInt(spans.size());
      for (Span span : spans) {
        span(span);
      }
    }

    private void span(Span span) throws IOException {
      int distance = span.start() - last;
      out.writeVInt(distance << 1 ^ distance >> 31);
      out.writeVInt(span.length());
      last = span.end();
    }

    private void text(Optional<String> text) throws IOException {
      if (text.isPresent()) {
        text(text.get());
      }
    }

    private void text(String text) throws IOException {
      BytesRef bytes = new BytesRef(text);
      out.writeVInt(bytes.length);
      out.writeBytes(bytes.bytes, bytes.offset, bytes.length);
    }
  }

  /**
   * {@return the quotation that was written, and its sentences}
   *
   * @param bytes what {@link #write} returned
   * @param attribution the attribution; empty if it is in the parts, as in format 4
   * @param article the article
   * @param ofSpeaker the fields that the owner of the archive has added to the speaker
   * @param fields those that were added to the quotation
   * @throws IllegalStateException if the bytes are not those of a quotation
   */
  static ReadQuotation read(
      BytesRef bytes,
      Optional<Attribution> attribution,
      ArticleContents article,
      Fields ofSpeaker,
      Fields fields) {
    try {
      return new Reader(PartsInput.checked(bytes, attribution), attribution)
          .read(article, ofSpeaker, fields);
    } catch (RuntimeException e) {
      throw new IllegalStateException("the parts of a quotation are damaged", e);
    }
  }

  /** Reads the parts of one quotation. Not thread-safe. */
  private static final class Reader {
    private final PartsInput in;
    private final Optional<Attribution> attribution;
    private final int present;
    private int last;

    Reader(PartsInput in, Optional<Attribution> attribution) {
      this.in = in;
      this.attribution = attribution;
      this.present = in.integer();
    }

    ReadQuotation read(ArticleContents article, Fields ofSpeaker, Fields fields) {
      int constants = in.oneByte();
      QuotationKind kind = KINDS.get(constants / TYPES.size());
      SpeakerType type = TYPES.get(constants % TYPES.size());
      List<Span> runs = spans();
      List<Span> sentences = spans();
      Attribution names = attribution.orElseGet(() -> new Attribution(in.text(), in.text()));
      Optional<Span> mention = span(Part.MENTION);
      Optional<Span> cue = span(Part.CUE);
      double confidence = confidence();
      List<String> about = has(Part.ABOUT) ? in.texts() : List.of();
      Optional<String> description = text(Part.DESCRIPTION);
      Optional<Said> said = said();
      Speaker speaker =
          new Speaker(
              names.speaker(),
              type,
              description,
              text(Part.SPEAKER_ID),
              text(Part.PRINTED),
              ofSpeaker);
      String id = text(Part.ID).orElseGet(() -> derivedId(article.reference().id(), runs));
      in.requireEnd();
      return new ReadQuotation(
          new Quotation(
              id,
              words(runs, article.text()),
              kind,
              runs,
              speaker,
              mention,
              cue,
              said,
              confidence,
              names.rule(),
              about,
              fields),
          article.reference(),
          sentences);
    }

    private Optional<Said> said() {
      return span(Part.SAID_SPAN)
          .map(span -> new Said(span, text(Part.SAID).map(PartialDate::parse)));
    }

    private double confidence() {
      return has(Part.THOUSANDTHS)
          ? in.integer() / THOUSAND
          : Double.longBitsToDouble(in.eightBytes());
    }

    private boolean has(Part part) {
      return (present & part.bit) != 0;
    }

    private Optional<String> text(Part part) {
      return has(part) ? Optional.of(in.text()) : Optional.empty();
    }

    private Optional<Span> span(Part part) {
      return has(part) ? Optional.of(span()) : Optional.empty();
    }

    private List<Span> spans() {
      List<Span> spans = new ArrayList<>(1);
      for (int left = in.integer(); left > 0; left--) {
        spans.add(span());
      }
      return spans;
    }

    private Span span() {
      int distance = in.integer();
      int start = last + (distance >>> 1 ^ -(distance & 1));
      Span span = new Span(start, start + in.integer());
      last = span.end();
      return span;
    }
  }

  private static String words(List<Span> runs, DeflatedText text) {
    return runs.size() == 1
        ? text.in(runs.getFirst())
        : runs.stream().map(text::in).collect(Collectors.joining(" "));
  }
}
