package onrecord.engine;

import static java.util.Objects.requireNonNull;

import java.util.List;
import onrecord.model.Annotation;

/**
 * What adding annotations did. Immutable.
 *
 * @param added the number of annotations that were added
 * @param unchanged the number of annotations that the archive already had
 * @param rejected those that could not be added
 */
public record AnnotationReport(long added, long unchanged, List<Rejected> rejected) {

  /** Copies the list. */
  public AnnotationReport {
    rejected = List.copyOf(rejected);
  }

  /**
   * An annotation that could not be added. Immutable.
   *
   * @param annotation the annotation
   * @param reason why it could not
   */
  public record Rejected(Annotation annotation, String reason) {
    /** Validates that no component is null. */
    public Rejected {
      requireNonNull(annotation, "annotation");
      requireNonNull(reason, "reason");
    }
  }
}
