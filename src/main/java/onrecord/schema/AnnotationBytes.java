package onrecord.schema;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onrecord.model.Annotation.Correction;
import onrecord.model.Annotation.Label;
import onrecord.model.Annotation.Statement;
import onrecord.model.FieldType;
import onrecord.model.Fields;
import onrecord.model.Span;
import onrecord.model.Speaker;
import onrecord.model.SpeakerType;
import onrecord.schema.AnnotationLog.Entry;
import onrecord.schema.AnnotationLog.Original;
import onrecord.schema.AnnotationLog.Passage;
import org.apache.lucene.store.OutputStreamDataOutput;
import org.apache.lucene.util.BytesRef;

/**
 * The annotations of an article as an index keeps them: a version, the passages, the annotations,
 * what they have replaced, and the CRC-32C of all of them. A list begins with its length. Integers
 * and texts are as in {@link QuotationParts}; what is not given is an empty list.
 */
final class AnnotationBytes {

  private static final int VERSION = 1;
  private static final int LABEL = 0;
  private static final int CORRECTION = 1;

  private AnnotationBytes() {}

  /** {@return the annotations as bytes} */
  static BytesRef write(AnnotationLog log) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      OutputStreamDataOutput out = new OutputStreamDataOutput(bytes);
      new Writer(out).write(log);
      out.writeInt(PartsInput.checksum(new BytesRef(bytes.toByteArray()), Optional.empty()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new BytesRef(bytes.toByteArray());
  }

  /** Writes a list of parts. */
  @FunctionalInterface
  private interface Part<T> {
    void write(T part) throws IOException;
  }

  /** Writes the annotations of one article. Not thread-safe. */
  private record Writer(OutputStreamDataOutput out) {

    void write(AnnotationLog log) throws IOException {
      out.writeVInt(VERSION);
      all(log.passages(), this::passage);
      all(log.entries(), this::entry);
      all(log.originals(), this::original);
    }

    private <T> void all(List<T> parts, Part<T> each) throws IOException {
      out.writeVInt(parts.size());
      for (T part : parts) {
        each.write(part);
      }
    }

    private <T> void given(Optional<T> part, Part<T> each) throws IOException {
      all(part.stream().toList(), each);
    }

    private void passage(Passage passage) throws IOException {
      out.writeVInt(passage.number());
      text(passage.id());
      all(passage.runs(), this::span);
      all(passage.words(), this::text);
      text(passage.before());
      text(passage.after());
      given(passage.now(), this::text);
    }

    private void entry(Entry entry) throws IOException {
      out.writeVInt(entry.passage());
      switch (entry.statement()) {
        case Label label -> {
          out.writeVInt(LABEL);
          text(label.field());
          values(label.values());
        }
        case Correction correction -> {
          out.writeVInt(CORRECTION);
          given(correction.speaker(), this::speaker);
        }
      }
      text(entry.coder());
      text(entry.day().toString());
    }

    private void original(Original original) throws IOException {
      text(original.id());
      speaker(original.speaker());
      given(original.mention(), this::span);
      out.writeLong(Double.doubleToLongBits(original.confidence()));
      text(original.rule());
      fields(original.fields());
    }

    private void speaker(Speaker speaker) throws IOException {
      text(speaker.name());
      text(speaker.type().name());
      given(speaker.description(), this::text);
      given(speaker.id(), this::text);
      given(speaker.printed(), this::text);
      fields(speaker.fields());
    }

    private void fields(Fields fields) throws IOException {
      out.writeVInt(fields.values().size());
      for (Map.Entry<String, List<onrecord.model.FieldValue>> field : fields.values().entrySet()) {
        text(field.getKey());
        values(field.getValue());
      }
    }

    private void values(List<onrecord.model.FieldValue> values) throws IOException {
      out.writeVInt(values.size());
      for (onrecord.model.FieldValue value : values) {
        text(value.type().word());
        text(value.text());
      }
    }

    private void span(Span span) throws IOException {
      out.writeVInt(span.start());
      out.writeVInt(span.length());
    }

    private void text(String text) throws IOException {
      BytesRef bytes = new BytesRef(text);
      out.writeVInt(bytes.length);
      out.writeBytes(bytes.bytes, bytes.offset, bytes.length);
    }
  }

  /**
   * {@return the annotations that were written}
   *
   * @throws IllegalStateException if the bytes are not those of annotations
   */
  static AnnotationLog read(BytesRef bytes) {
    try {
      return new Reader(PartsInput.checked(bytes, Optional.empty())).read();
    } catch (RuntimeException e) {
      throw new IllegalStateException("the annotations of an article are damaged", e);
    }
  }

  /** Reads a part. */
  @FunctionalInterface
  private interface Reading<T> {
    T read();
  }

  /** Reads the annotations of one article. Not thread-safe. */
  private record Reader(PartsInput in) {

    AnnotationLog read() {
      if (in.integer() != VERSION) {
        throw new IllegalStateException("a newer version of Onrecord has written annotations");
      }
      List<Passage> passages = all(this::passage);
      List<Entry> entries = all(this::entry);
      List<Original> originals = all(this::original);
      in.requireEnd();
      if (entries.stream().anyMatch(entry -> entry.passage() >= passages.size())) {
        throw new IllegalStateException("an annotation is on no passage");
      }
      return new AnnotationLog(passages, entries, originals);
    }

    private <T> List<T> all(Reading<T> each) {
      List<T> parts = new ArrayList<>();
      for (int left = in.integer(); left > 0; left--) {
        parts.add(each.read());
      }
      return parts;
    }

    private <T> Optional<T> given(Reading<T> each) {
      return all(each).stream().findFirst();
    }

    private Passage passage() {
      return new Passage(
          in.integer(),
          in.text(),
          all(this::span),
          in.texts(),
          in.text(),
          in.text(),
          given(in::text));
    }

    private Entry entry() {
      int passage = in.integer();
      Statement statement =
          in.integer() == LABEL
              ? new Label(in.text(), all(this::value))
              : new Correction(given(this::speaker));
      return new Entry(passage, statement, in.text(), LocalDate.parse(in.text()));
    }

    private Original original() {
      return new Original(
          in.text(),
          speaker(),
          given(this::span),
          Double.longBitsToDouble(in.eightBytes()),
          in.text(),
          fields());
    }

    private Speaker speaker() {
      return new Speaker(
          in.text(),
          SpeakerType.valueOf(in.text()),
          given(in::text),
          given(in::text),
          given(in::text),
          fields());
    }

    private Fields fields() {
      Fields.Builder fields = Fields.builder();
      for (int left = in.integer(); left > 0; left--) {
        String name = in.text();
        all(this::value).forEach(value -> fields.add(name, value));
      }
      return fields.build();
    }

    private onrecord.model.FieldValue value() {
      return new onrecord.model.FieldValue(FieldType.of(in.text()), in.text());
    }

    private Span span() {
      int start = in.integer();
      return new Span(start, start + in.integer());
    }
  }
}
