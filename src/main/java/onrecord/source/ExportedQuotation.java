package onrecord.source;

import com.google.common.primitives.Doubles;
import com.google.common.primitives.Ints;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import onrecord.model.Article;
import onrecord.model.PartialDate;
import onrecord.model.Quotation;
import onrecord.model.QuotationKind;
import onrecord.model.Said;
import onrecord.model.Span;
import onrecord.model.Speaker;
import onrecord.model.SpeakerType;
import onrecord.source.JsonValue.Fields;
import onrecord.text.CodePoints;
import org.jspecify.annotations.Nullable;

/**
 * A quotation as Onrecord exports it with its article. Immutable.
 *
 * @param values its properties
 * @param own reads the fields that the owner of the archive has added
 */
record ExportedQuotation(Fields values, ExportedFields own) {

  /**
   * {@return the quotation}
   *
   * @param text the text of the article, in which places are code points
   * @throws IllegalArgumentException if a property is missing or not valid
   */
  Quotation in(Article article, CodePoints text) {
    List<Span> runs = new ArrayList<>();
    for (JsonValue run : JsonValue.items(values.get("runs"))) {
      runs.add(span(run, text));
    }
    Quotation quotation =
        Quotation.builder(article, runs)
            .kind(constant("kind", QuotationKind.values(), values))
            .speaker(speaker())
            .mention(values.get("mention").map(mention -> span(mention, text)).orElse(null))
            .cue(values.get("cue").map(cue -> span(cue, text)).orElse(null))
            .said(said(text))
            .confidence(confidence())
            .rule(values.required("rule"))
            .about(JsonValue.texts(values.get("about")))
            .fields(own.of("quotation", values.get("fields")))
            .build();
    if (!quotation.text().equals(values.required("text"))) {
      throw new IllegalArgumentException(
          "text of quotation "
              + quotation.id()
              + " must be that of its runs in the article, but is not");
    }
    return quotation;
  }

  private double confidence() {
    String printed = values.required("confidence");
    Double confidence = Doubles.tryParse(printed);
    if (confidence == null) {
      throw new IllegalArgumentException(
          "confidence of a quotation must be a number, but was '" + printed + "'");
    }
    return confidence;
  }

  private Speaker speaker() {
    if (!(values.get("speaker").orElse(null) instanceof Fields speaker)) {
      return Speaker.UNKNOWN;
    }
    return new Speaker(
        speaker.text("name").orElse(Speaker.UNKNOWN.name()),
        constant("type", SpeakerType.values(), speaker),
        speaker.text("description"),
        speaker.text("id"),
        speaker.text("printed"),
        own.of("speaker", speaker.get("fields")));
  }

  private @Nullable Said said(CodePoints text) {
    return values.get("said").orElse(null) instanceof Fields said
        ? new Said(span(said, text), said.text("date").map(PartialDate::parse))
        : null;
  }

  private static Span span(JsonValue value, CodePoints text) {
    Optional<Fields> span = value instanceof Fields fields ? Optional.of(fields) : Optional.empty();
    String start = span.flatMap(fields -> fields.text("start")).orElse("");
    String end = span.flatMap(fields -> fields.text("end")).orElse("");
    Integer first = Ints.tryParse(start);
    Integer last = Ints.tryParse(end);
    int length = text.before(text.text().length());
    if (first == null || last == null || first < 0 || last <= first || last > length) {
      throw new IllegalArgumentException(
          "a place in the text must have 0 <= start < end <= "
              + length
              + ", but was "
              + start
              + ".."
              + end);
    }
    return new Span(text.index(first), text.index(last));
  }

  private static <E extends Enum<E>> E constant(String name, E[] constants, Fields values) {
    String word = values.required(name);
    return Stream.of(constants)
        .filter(constant -> constant.name().equals(word))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                name + " must be one of " + List.of(constants) + ", but was '" + word + "'"));
  }
}
