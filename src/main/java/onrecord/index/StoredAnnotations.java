package onrecord.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import onrecord.model.Annotation;
import onrecord.model.Annotation.Correction;
import onrecord.model.RecordedAnnotation;
import onrecord.model.RecordedAnnotation.Standing;
import onrecord.model.Speaker;
import onrecord.schema.AnnotationFields;
import onrecord.schema.AnnotationLog;
import onrecord.schema.AnnotationLog.Entry;
import onrecord.schema.AnnotationLog.Passage;
import onrecord.schema.Snapshot;

/** Reads the annotations of a snapshot. */
public final class StoredAnnotations {

  private StoredAnnotations() {}

  /**
   * Returns all annotations of a snapshot, those of an article in the order in which they were
   * added. The articles are read one by one from the snapshot, which must stay open; if it cannot
   * be read, the iterator throws {@link java.io.UncheckedIOException}.
   *
   * @throws IOException if the snapshot cannot be read
   */
  public static Iterator<RecordedAnnotation> all(Snapshot snapshot) throws IOException {
    return new ArticleReading<>(
        snapshot,
        AnnotationFields.ALL,
        (documents, doc) -> recorded(documents.articleId(doc), documents.annotations(doc)));
  }

  private static List<RecordedAnnotation> recorded(String article, AnnotationLog log) {
    Set<Entry> current = new HashSet<>();
    log.byQuotation().values().forEach(entries -> current.addAll(CurrentEntries.of(entries)));
    Map<String, Speaker> replaced = new HashMap<>();
    log.originals().forEach(original -> replaced.put(original.id(), original.speaker()));
    List<RecordedAnnotation> recorded = new ArrayList<>();
    for (Entry entry : log.entries()) {
      Passage passage = log.passages().get(entry.passage());
      Standing standing = current.contains(entry) ? Standing.CURRENT : Standing.SUPERSEDED;
      recorded.add(
          new RecordedAnnotation(
              new Annotation(passage.id(), entry.statement(), entry.coder(), entry.day()),
              article,
              String.join(" ", passage.words()),
              passage.now(),
              passage.now().isEmpty() ? Standing.DETACHED : standing,
              entry.statement() instanceof Correction
                  ? passage.now().map(replaced::get)
                  : Optional.empty()));
    }
    return recorded;
  }
}
