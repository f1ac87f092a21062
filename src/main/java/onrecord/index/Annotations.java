package onrecord.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onrecord.model.Annotation;
import onrecord.model.Annotation.Label;
import onrecord.model.Quotation;
import onrecord.schema.AnnotationFields;
import onrecord.schema.AnnotationLog;
import onrecord.schema.FieldTypes;
import onrecord.schema.ReadErrors;
import onrecord.schema.SnapshotFunction;

/**
 * Adds annotations to the articles of an archive, and keeps those of articles that are replaced.
 * Thread-safe, but the same article must not be changed concurrently.
 */
final class Annotations {

  private final Snapshots snapshots;
  private final ArticleStates states;
  private final FieldTypes types;
  // Whether there are annotations, though the current snapshot may not show them.
  private volatile boolean anyAdded;

  Annotations(Snapshots snapshots, ArticleStates states, FieldTypes types) {
    this.snapshots = snapshots;
    this.states = states;
    this.types = types;
  }

  /**
   * {@return annotations by the ids of the articles with the quotations, in the order given}
   *
   * @param tally counts those on quotations that there are not
   */
  Map<String, List<Annotation>> byArticle(List<Annotation> given, AnnotationTally tally)
      throws IOException {
    Map<String, List<Annotation>> all = new LinkedHashMap<>();
    Map<String, Optional<String>> articles = new LinkedHashMap<>();
    return snapshots.use(snapshot -> {
      for (Annotation annotation : given) {
        String id = annotation.quotation();
        Optional<String> article = articles.getOrDefault(id, Optional.empty());
        if (!articles.containsKey(id)) {
          article = BlockLookup.articleOf(snapshot, id);
          articles.put(id, article);
        }
        if (article.isEmpty()) {
          tally.rejected(annotation, "the archive has no quotation '" + id + "'");
        } else {
          all.computeIfAbsent(article.get(), key -> new ArrayList<>()).add(annotation);
        }
      }
      return all;
    });
  }

  /**
   * {@return the block of an article with more annotations; empty if none is added}
   *
   * @param given annotations on quotations of the article
   * @param tally counts the annotations
   */
  Optional<ArticleBlock> annotated(String article, List<Annotation> given, AnnotationTally tally)
      throws IOException {
    Optional<ArticleBlock> stored = current(article, ArticleBlock::read);
    if (stored.isEmpty()) {
      given.forEach(annotation ->
          tally.rejected(annotation, "article '" + article + "' was deleted meanwhile"));
      return Optional.empty();
    }
    ArticleBlock block = stored.get();
    AnnotationLog.Additions additions = block.annotations().additions();
    Map<String, Quotation> quotations = new LinkedHashMap<>();
    block.quotations().forEach(quotation -> quotations.put(quotation.id(), quotation));
    boolean changed = false;
    for (Annotation annotation : given) {
      Quotation quotation = quotations.get(annotation.quotation());
      if (quotation == null) {
        tally.rejected(
            annotation, "the archive has no quotation '" + annotation.quotation() + "' any more");
      } else {
        changed |= add(additions, block, quotation, annotation, tally);
      }
    }
    return changed ? Optional.of(block.with(additions.log())) : Optional.empty();
  }

  private boolean add(
      AnnotationLog.Additions additions,
      ArticleBlock block,
      Quotation quotation,
      Annotation annotation,
      AnnotationTally tally) {
    try {
      if (annotation.statement() instanceof Label label) {
        types.add(block.article().id(), label);
      }
      boolean added =
          additions.add(
              PassageFinder.passage(block.article().text(), quotation),
              annotation.statement(),
              annotation.coder(),
              annotation.day());
      if (added) {
        anyAdded = true;
        tally.added();
      } else {
        tally.unchanged();
      }
      return added;
    } catch (IllegalArgumentException e) {
      tally.rejected(annotation, String.valueOf(e.getMessage()));
      return false;
    }
  }

  /**
   * {@return a block with the annotations of the article that it replaces}
   *
   * @throws IOException if they cannot be read
   */
  ArticleBlock keptBy(ArticleBlock replacement) throws IOException {
    if (!anyAdded && !read(snapshot -> AnnotationFields.areIn(snapshot.reader()))) {
      return replacement;
    }
    AnnotationLog log =
        current(replacement.article().id(), (documents, first, last) -> documents.annotations(last))
            .orElse(AnnotationLog.NONE);
    return log.isEmpty() ? replacement : replacement.with(log);
  }

  /** {@return a part of the block of an article, with all changes that were made to it} */
  private <T> Optional<T> current(String article, BlockLookup.Reading<T> reading)
      throws IOException {
    if (states.isPending(article)) {
      snapshots.refresh();
    }
    return read(snapshot -> BlockLookup.ofArticle(snapshot, article, reading));
  }

  private <T> T read(SnapshotFunction<T> reading) throws IOException {
    return snapshots.use(snapshot -> {
      try {
        return reading.apply(snapshot);
      } catch (RuntimeException e) {
        throw snapshot.unlessDamaged(e);
      } catch (InternalError e) {
        throw ReadErrors.toIOException(e);
      }
    });
  }
}
