package onrecord.model;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * An annotation as an archive keeps it. Immutable.
 *
 * @param annotation the annotation, with the id that the quotation had when it was added
 * @param article the id of the article
 * @param words the words of the quotation when it was annotated
 * @param quotation the id of the quotation that the annotation is on now; empty if the last
 *     extraction of the article has not found it
 * @param standing whether the annotation counts
 * @param replaced the speaker that was found otherwise, if the annotation is a correction on a
 *     quotation that is there
 */
public record RecordedAnnotation(
    Annotation annotation,
    String article,
    String words,
    Optional<String> quotation,
    Standing standing,
    Optional<Speaker> replaced) {

  /** Whether an annotation counts. */
  public enum Standing {
    /** It is the last one on the field of the quotation. */
    CURRENT,
    /** A later annotation counts in its place, or has withdrawn it. */
    SUPERSEDED,
    /** The archive has no quotation that it is on. */
    DETACHED
  }

  /** Validates that no component is null. */
  public RecordedAnnotation {
    requireNonNull(annotation, "annotation");
    requireNonNull(article, "article");
    requireNonNull(words, "words");
    requireNonNull(quotation, "quotation");
    requireNonNull(standing, "standing");
    requireNonNull(replaced, "replaced");
  }
}
