package onrecord.index;

import java.util.ArrayList;
import java.util.List;
import onrecord.engine.AnnotationReport;
import onrecord.model.Annotation;

/** Counts the annotations that are added. Not thread-safe. */
final class AnnotationTally {

  private final List<AnnotationReport.Rejected> rejected = new ArrayList<>();
  private long added;
  private long unchanged;

  void added() {
    added++;
  }

  void unchanged() {
    unchanged++;
  }

  void rejected(Annotation annotation, String reason) {
    rejected.add(new AnnotationReport.Rejected(annotation, reason));
  }

  AnnotationReport report() {
    return new AnnotationReport(added, unchanged, rejected);
  }
}
