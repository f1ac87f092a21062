package onrecord.schema;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import onrecord.model.Article;
import onrecord.model.Fields;
import onrecord.query.OwnField.Owner;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.ExitableDirectoryReader;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Reads the articles and quotations of a segment. Since format 4, what a quotation shares with its
 * article is kept once, in the document of the article, and its words are a part of the text of the
 * article. Not thread-safe.
 */
public final class SegmentDocuments {

  private final LeafReader segment;
  private final boolean hasParts;
  private final QuotationValues quotations;
  private final List<Owner> ownersOfFields;
  private final boolean hasAnnotations;
  private final TextBuffer buffer;
  // Null until stored values are needed: most values are doc values.
  private @Nullable StoredFields stored;
  // The article last read; the quotations of an article are consecutive.
  private int articleRead = -1;
  private @Nullable Document values;
  private @Nullable ArticleContents contents;
  // Doc values are read forwards only.
  private @Nullable BinaryDocValues texts;

  /**
   * Creates a reader.
   *
   * @param segment the segment
   * @param stamp the stamp of the archive
   * @throws IOException if the index cannot be read
   */
  public SegmentDocuments(LeafReader segment, Stamp stamp) throws IOException {
    this(segment, stamp, new TextBuffer(), ownersOfFields(segment));
  }

  /**
   * Creates a reader of a segment of a snapshot.
   *
   * @param buffer holds the text that was decompressed last, of this segment or of another one
   */
  static SegmentDocuments of(Snapshot snapshot, LeafReader segment, TextBuffer buffer)
      throws IOException {
    return new SegmentDocuments(
        segment,
        snapshot.stamp(),
        buffer,
        snapshot.ownFields().types().isEmpty() ? List.of() : ownersOfFields(segment));
  }

  private SegmentDocuments(
      LeafReader segment, Stamp stamp, TextBuffer buffer, List<Owner> ownersOfFields)
      throws IOException {
    this.buffer = buffer;
    this.segment = segment;
    this.hasParts = stamp.hasParts();
    this.quotations = new QuotationValues(segment, stamp);
    this.ownersOfFields = hasParts ? ownersOfFields : List.of();
    this.hasAnnotations = segment.getFieldInfos().fieldInfo(AnnotationFields.ANNOTATIONS) != null;
  }

  private static List<Owner> ownersOfFields(LeafReader segment) {
    Set<Owner> owners = EnumSet.noneOf(Owner.class);
    for (FieldInfo info : segment.getFieldInfos()) {
      OwnIndexField.of(info.name).ifPresent(own -> owners.add(own.field().owner()));
    }
    return List.copyOf(owners);
  }

  /**
   * {@return a value in the form in which the values of two indexes are compared} The text of an
   * article may be compressed in several ways.
   *
   * @param field the name of the field in the index
   * @throws IllegalStateException if it is not a value of the field
   */
  public static BytesRef comparable(String field, BytesRef value) {
    if (field.equals(AnnotationFields.ANNOTATIONS)) {
      return new BytesRef(AnnotationBytes.read(value).toString());
    }
    return field.equals(ArticleContents.FIELD) || field.equals(ArticleContents.LONG_FIELD)
        ? new BytesRef(ArticleContents.read(value, Fields.NONE, new TextBuffer()).comparable())
        : value;
  }

  /**
   * {@return an article}
   *
   * @param doc the document of the article
   * @throws IOException if it cannot be read
   */
  public Article article(int doc) throws IOException {
    if (!hasParts) {
      return ArticleDocument.read(values(doc));
    }
    ArticleContents read = contents(doc);
    try {
      return read.article();
    } catch (RuntimeException e) {
      throw damaged(doc, e);
    }
  }

  /**
   * {@return the annotations on the quotations of an article}
   *
   * @param doc the document of the article
   * @throws IOException if they cannot be read
   */
  public AnnotationLog annotations(int doc) throws IOException {
    try {
      return hasAnnotations ? AnnotationFields.read(values(doc)) : AnnotationLog.NONE;
    } catch (IllegalStateException e) {
      throw damaged(doc, e);
    }
  }

  /**
   * {@return the values that are stored in the document of an article}
   *
   * @param doc the document of the article
   * @throws IOException if it cannot be read
   */
  public Document values(int doc) throws IOException {
    goTo(doc);
    @Nullable Document known = values;
    if (known == null) {
      known = stored().document(doc);
      values = known;
    }
    return known;
  }

  /**
   * {@return when an article came in; empty if the index does not have it}
   *
   * @param doc the document of the article
   * @throws IOException if it cannot be read
   */
  public Optional<ArrivalRecord> arrival(int doc) throws IOException {
    return ArrivalFields.read(segment, doc);
  }

  /**
   * {@return the text of an article}
   *
   * @param doc the document of the article
   * @throws IOException if it cannot be read
   */
  public String text(int doc) throws IOException {
    if (hasParts) {
      ArticleContents read = contents(doc);
      try {
        return read.text().whole();
      } catch (IllegalStateException e) {
        throw damaged(doc, e);
      }
    }
    @Nullable String text = values(doc).get(IndexField.TEXT.field());
    if (text == null) {
      throw without("text", doc);
    }
    return text;
  }

  private StoredFields stored() throws IOException {
    @Nullable StoredFields open = stored;
    if (open == null) {
      open = segment.storedFields();
      stored = open;
    }
    return open;
  }

  private void goTo(int article) {
    if (article != articleRead) {
      values = null;
      contents = null;
      articleRead = article;
    }
  }

  private ArticleContents contents(int article) throws IOException {
    goTo(article);
    @Nullable ArticleContents known = contents;
    if (known == null) {
      BinaryDocValues ofArticles = textsFrom(article);
      @Nullable BytesRef bytes =
          ofArticles.advanceExact(article)
              ? ofArticles.binaryValue()
              : values(article).getBinaryValue(ArticleContents.LONG_FIELD);
      if (bytes == null) {
        throw without("text", article);
      }
      try {
        known = ArticleContents.read(bytes, fields(Owner.ARTICLE, article), buffer);
      } catch (IllegalStateException e) {
        throw damaged(article, e);
      }
      contents = known;
    }
    return known;
  }

  private BinaryDocValues textsFrom(int article) throws IOException {
    @Nullable BinaryDocValues open = texts;
    if (open == null || article < open.docID()) {
      open = DocValues.getBinary(segment, ArticleContents.FIELD);
      texts = open;
    }
    return open;
  }

  /**
   * {@return a quotation}
   *
   * @param doc the document of the quotation
   * @param article the document of the article
   * @throws IOException if it cannot be read
   */
  public ReadQuotation quotation(int doc, int article) throws IOException {
    if (!hasParts) {
      Document document = stored().document(doc);
      return new ReadQuotation(
          QuotationDocument.read(document),
          QuotationDocument.readArticle(document),
          QuotationDocument.readSentences(document));
    }
    quotations.goTo(doc);
    ArticleContents ofArticle = contents(article);
    try {
      return QuotationParts.read(
          quotations.parts(),
          quotations.attribution(),
          ofArticle,
          fields(Owner.SPEAKER, doc),
          fields(Owner.QUOTATION, doc));
    } catch (ExitableDirectoryReader.ExitingReaderException e) {
      // The time of a search is over; the document is not damaged.
      throw e;
    } catch (RuntimeException e) {
      throw damaged(doc, e);
    }
  }

  private Fields fields(Owner owner, int doc) throws IOException {
    return ownersOfFields.contains(owner)
        ? new FieldReader(stored().document(doc)).own(owner)
        : Fields.NONE;
  }

  /**
   * {@return the id of the article of a document, empty if it has none}
   *
   * @throws IOException if it cannot be read
   */
  public String articleId(int doc) throws IOException {
    SortedDocValues ids = DocValues.getSorted(segment, IndexField.ARTICLE_ID.field());
    return ids.advanceExact(doc) ? ids.lookupOrd(ids.ordValue()).utf8ToString() : "";
  }

  private IOException without(String what, int doc) {
    return new CorruptIndexException("document " + doc + " has no " + what, segment.toString());
  }

  private IOException damaged(int doc, RuntimeException cause) {
    return new CorruptIndexException(
        "document " + doc + " cannot be read", segment.toString(), cause);
  }
}
