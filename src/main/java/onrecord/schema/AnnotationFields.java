package onrecord.schema;

import java.util.Optional;
import onrecord.model.Annotation.Label;
import onrecord.query.OwnField;
import onrecord.query.OwnField.Owner;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;

/**
 * The fields of the document of an article that keep the annotations on its quotations. An article
 * without annotations has none of them.
 */
public final class AnnotationFields {

  /** The field with the annotations, which are stored. */
  static final String ANNOTATIONS = "annotations";

  /** The field by which articles with annotations are found. */
  private static final String ANNOTATED = "annotated";

  private static final String ANY = "any";
  private static final String DETACHED = "detached";
  private static final String DECLARED = "declared";

  /** The term of the articles with annotations. */
  public static final Term ALL = new Term(ANNOTATED, ANY);

  /** The term of the articles with an annotation on a quotation that they do not have. */
  public static final Term OF_DETACHED = new Term(ANNOTATED, DETACHED);

  private AnnotationFields() {}

  /** Adds annotations to the document of an article. */
  static void add(AnnotationLog log, Document document) {
    if (log.isEmpty()) {
      return;
    }
    document.add(new StoredField(ANNOTATIONS, AnnotationBytes.write(log)));
    document.add(new StringField(ANNOTATED, ANY, Store.NO));
    if (log.hasDetached()) {
      document.add(new StringField(ANNOTATED, DETACHED, Store.NO));
    }
    // The type of a label is that of its field, also while no quotation has it.
    log.entries().stream()
        .flatMap(entry -> declared(entry).stream())
        .distinct()
        .forEach(field -> document.add(new StringField(field, DECLARED, Store.NO)));
  }

  private static Optional<String> declared(AnnotationLog.Entry entry) {
    return entry.statement() instanceof Label label && !label.values().isEmpty()
        ? Optional.of(
            new OwnIndexField(
                    new OwnField(Owner.QUOTATION, label.field()), label.values().getFirst().type())
                .declared())
        : Optional.empty();
  }

  /** {@return whether an article of an index may have annotations} */
  public static boolean areIn(IndexReader reader) {
    return reader.leaves().stream()
        .anyMatch(leaf -> leaf.reader().getFieldInfos().fieldInfo(ANNOTATIONS) != null);
  }

  /**
   * {@return the annotations of the document of an article}
   *
   * @throws IllegalStateException if they cannot be read
   */
  static AnnotationLog read(Document document) {
    BytesRef bytes = document.getBinaryValue(ANNOTATIONS);
    return bytes == null ? AnnotationLog.NONE : AnnotationBytes.read(bytes);
  }
}
