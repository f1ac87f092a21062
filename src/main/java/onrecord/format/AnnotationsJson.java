package onrecord.format;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import onrecord.model.Annotation;
import onrecord.model.Annotation.Correction;
import onrecord.model.Annotation.Label;
import onrecord.model.FieldValue;
import onrecord.model.Fields;
import onrecord.model.RecordedAnnotation;
import onrecord.query.CoderAgreement;

/** Writes the properties of annotations as JSON. */
final class AnnotationsJson {

  private AnnotationsJson() {}

  static void annotations(JsonWriter json, Iterable<RecordedAnnotation> annotations) {
    json.objects("annotations", annotations, recorded -> write(json, recorded));
  }

  static void agreement(JsonWriter json, List<CoderAgreement> agreement) {
    json.objects(
        "agreement",
        agreement,
        field -> {
          json.property("field", field.field());
          json.property("quotations", field.quotations());
          json.property("coders", field.coders());
          json.property("labels", field.labels());
          json.property("alpha", field.alpha());
        });
  }

  private static void write(JsonWriter json, RecordedAnnotation recorded) {
    Annotation annotation = recorded.annotation();
    json.property("quotation", recorded.quotation());
    json.property("annotated", annotation.quotation());
    json.property("article", recorded.article());
    json.property("words", recorded.words());
    switch (annotation.statement()) {
      case Label label -> {
        json.property("field", label.field());
        TreeMap<String, List<FieldValue>> values = new TreeMap<>();
        values.put(label.field(), label.values());
        QuotationJson.fields(json, new Fields(values));
      }
      case Correction correction ->
          json.optionalObject(
              "speaker", correction.speaker(), speaker -> QuotationJson.speaker(json, speaker));
    }
    json.property("coder", annotation.coder());
    json.property("day", Optional.of(annotation.day()));
    json.property("standing", recorded.standing().name());
    recorded
        .replaced()
        .ifPresent(speaker ->
            json.object("replaced", speaker, other -> QuotationJson.speaker(json, other)));
  }
}
