package onrecord.format;

import java.util.List;
import java.util.Optional;
import onrecord.model.Annotation;
import onrecord.model.Annotation.Correction;
import onrecord.model.Annotation.Label;
import onrecord.model.FieldValue;
import onrecord.model.RecordedAnnotation;
import onrecord.model.Speaker;

/** Annotations as rows of a table. */
final class AnnotationTable {

  static final List<String> COLUMNS =
      List.of(
          "quotation",
          "annotated",
          "article",
          "field",
          "value",
          "coder",
          "day",
          "standing",
          "replaced",
          "words");

  private AnnotationTable() {}

  /** {@return the row of an annotation} */
  static List<String> row(RecordedAnnotation recorded) {
    Annotation annotation = recorded.annotation();
    return List.of(
        recorded.quotation().orElse(""),
        annotation.quotation(),
        recorded.article(),
        field(annotation),
        value(annotation),
        annotation.coder(),
        annotation.day().toString(),
        recorded.standing().name(),
        name(recorded.replaced()),
        recorded.words());
  }

  private static String field(Annotation annotation) {
    return switch (annotation.statement()) {
      case Label label -> "quotation." + label.field();
      case Correction correction -> "speaker";
    };
  }

  private static String value(Annotation annotation) {
    return switch (annotation.statement()) {
      case Label label -> ListCell.of(label.values().stream().map(FieldValue::text).toList());
      case Correction correction -> name(correction.speaker());
    };
  }

  private static String name(Optional<Speaker> speaker) {
    return speaker.map(Speaker::name).orElse("");
  }
}
