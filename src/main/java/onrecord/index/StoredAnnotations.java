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
import onrecord.model.Quotation;
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

  /**
   * {@return the quotation with an id as it was found, without what annotations say; empty if there
   * is none}
   *
   * @throws IOException if the snapshot cannot be read
   */
  public static Optional<Quotation> unannotated(Snapshot snapshot, String id) throws IOException {
    Optional<String> article = BlockLookup.articleOf(snapshot, id);
    Optional<ArticleBlock> block =
        article.isPresent()
            ? BlockLookup.ofArticle(snapshot, article.get(), ArticleBlock::read)
            : Optional.empty();
    return block.stream()
        .flatMap(all -> all.found().stream())
        .filter(quotation -> quotation.id().equals(id))
        .findFirst();
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
                  ? passage.now().flatMap(id -> Optional.ofNullable(replaced.get(id)))
                  : Optional.empty()));
    }
    return recorded;
  }
}
