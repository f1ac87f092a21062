package onrecord.search;

import com.google.common.base.Strings;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import onrecord.model.FieldValue;
import onrecord.model.Fields;
import onrecord.model.Quotation;
import onrecord.model.Said;
import onrecord.model.Speaker;
import onrecord.query.Citation;
import onrecord.query.CitedArchive;
import onrecord.query.CitedQuotation;
import onrecord.query.Search;
import onrecord.schema.ArticleDocument;
import onrecord.schema.IndexField;
import onrecord.schema.OwnIndexField;
import onrecord.schema.Snapshot;
import onrecord.schema.SnapshotDocuments;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;

/** Computes the citation of what a search finds. Not thread-safe. */
final class Citer {

  private static final List<IndexField> OF_ARTICLES =
      List.of(
          IndexField.DATE,
          IndexField.TITLE,
          IndexField.OUTLET,
          IndexField.SECTION,
          IndexField.LANGUAGE);
  private static final List<IndexField> LISTS = List.of(IndexField.AUTHOR, IndexField.TAG);

  private final Matches matches;
  private final Snapshot snapshot;
  private final Hasher ids = Hashing.sha256().newHasher();
  private final Hasher contents = Hashing.sha256().newHasher();

  Citer(Matches matches) {
    this.matches = matches;
    this.snapshot = matches.snapshot();
  }

  /**
   * {@return the citation of a search}
   *
   * @param quotations accepts each quotation found, in the order of their ids and contents
   */
  Citation cite(Search search, Consumer<CitedQuotation> quotations) throws IOException {
    hash(quotations);
    return new Citation(
        search.selection(),
        matches.size(),
        matches.counter().articles(),
        ids.hash().toString(),
        contents.hash().toString(),
        snapshot.id(),
        snapshot.stamp().format(),
        extractors(),
        Optional.empty());
  }

  /** {@return the versions of the extractors that found the quotations} */
  private String extractors() throws IOException {
    SortedSet<String> versions = new TreeSet<>();
    FixedBitSet articles = matches.counter().articleDocs();
    StoredFields stored = snapshot.reader().storedFields();
    Set<String> read = Set.of(IndexField.EXTRACTOR.field());
    DocIdSetIterator docs = new BitSetIterator(articles, 0);
    for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
      matches.time().check();
      versions.add(
          ArticleDocument.extractor(stored.document(doc, read)).orElse(CitedArchive.GIVEN));
    }
    return versions.isEmpty() ? snapshot.stamp().extractor() : String.join(", ", versions);
  }

  /**
   * Hashes the quotations in the order of their ids' bytes, which is that of the index.
   *
   * <p>The hash of the contents identifies them: each value of a quotation is preceded by its
   * length, so two quotations have the same bytes only if they have the same values. Their hashes
   * have the same length and are hashed in an order that depends on the quotations only, not on the
   * segments that hold them. Two different sets of quotations with the same hash would therefore be
   * a collision of SHA-256. Memory is needed for the hashes of the quotations with one id, of which
   * an article has at most one.
   */
  private void hash(Consumer<CitedQuotation> quotations) throws IOException {
    FixedBitSet found = matches.documents();
    SnapshotDocuments documents = new SnapshotDocuments(snapshot);
    Terms terms = MultiTerms.getTerms(snapshot.reader(), IndexField.ID.field());
    TermsEnum all = terms == null ? TermsEnum.EMPTY : terms.iterator();
    PostingsEnum postings = null;
    for (BytesRef id = all.next(); id != null; id = all.next()) {
      List<byte[]> same = new ArrayList<>(1);
      postings = all.postings(postings, PostingsEnum.NONE);
      for (int doc = postings.nextDoc();
          doc != DocIdSetIterator.NO_MORE_DOCS;
          doc = postings.nextDoc()) {
        if (found.get(doc)) {
          matches.time().check();
          ids.putBytes(id.bytes, id.offset, id.length).putByte((byte) '\n');
          same.add(hash(documents.quotation(doc).quotation(), documents.valuesOfArticle(doc)));
        }
      }
      same.sort(Arrays::compareUnsigned);
      for (byte[] content : same) {
        contents.putBytes(content);
        quotations.accept(new CitedQuotation(id.utf8ToString(), HexFormat.of().formatHex(content)));
      }
    }
  }

  /**
   * {@return the hash of what is counted and compared, and therefore must not change unseen} The
   * values and their order are part of what a citation means.
   */
  private byte[] hash(Quotation quotation, Document article) {
    Speaker speaker = quotation.speaker();
    Hasher hasher = Hashing.sha256().newHasher();
    put(hasher, quotation.id());
    put(hasher, quotation.text());
    put(hasher, speaker.name());
    put(hasher, speaker.type().name());
    put(hasher, speaker.id().orElse(""));
    put(hasher, quotation.kind().name());
    put(hasher, quotation.said().flatMap(Said::date).map(Object::toString).orElse(""));
    OF_ARTICLES.forEach(field -> put(hasher, Strings.nullToEmpty(article.get(field.field()))));
    LISTS.forEach(field -> putAll(hasher, List.of(article.getValues(field.field()))));
    for (OwnIndexField field : snapshot.ownFields().all()) {
      List<String> values =
          switch (field.field().owner()) {
            case ARTICLE -> List.of(article.getValues(field.name()));
            case SPEAKER -> texts(speaker.fields(), field);
            case QUOTATION -> texts(quotation.fields(), field);
          };
      if (!values.isEmpty()) {
        put(hasher, field.field().word());
        putAll(hasher, values);
      }
    }
    return hasher.hash().asBytes();
  }

  private static List<String> texts(Fields fields, OwnIndexField field) {
    return fields.of(field.field().name()).stream().map(FieldValue::text).toList();
  }

  private static void putAll(Hasher hasher, List<String> values) {
    put(hasher, String.valueOf(values.size()));
    values.forEach(value -> put(hasher, value));
  }

  private static void put(Hasher hasher, String text) {
    BytesRef value = new BytesRef(text);
    hasher
        .putString(value.length + ":", StandardCharsets.US_ASCII)
        .putBytes(value.bytes, value.offset, value.length);
  }
}
