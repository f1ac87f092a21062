package onrecord.search;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import onrecord.query.CitedArchive;
import onrecord.schema.IndexField;
import onrecord.schema.Schema;
import onrecord.schema.Snapshot;
import onrecord.schema.Stamp;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.StoredFieldVisitor;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.Bits;

/** Describes the archive that a snapshot is of, for citations. Stateless. */
public final class CitedArchives {

  private CitedArchives() {}

  /**
   * {@return the description of an archive}
   *
   * @param snapshot the state of the archive
   * @param name its name
   * @param state the name of the frozen state that it is, if it is one
   * @param day the day of the citation
   * @throws IOException if the index cannot be read
   */
  public static CitedArchive of(
      Snapshot snapshot, String name, Optional<String> state, LocalDate day) throws IOException {
    return new CitedArchive(
        day,
        Stamp.LIBRARY,
        name,
        state,
        count(snapshot, Schema.ARTICLE),
        count(snapshot, Schema.QUOTATION),
        extractors(snapshot));
  }

  private static long count(Snapshot snapshot, String type) throws IOException {
    return snapshot.searcher().count(new TermQuery(new Term(IndexField.TYPE.field(), type)));
  }

  /**
   * {@return the number of articles by the version of the extractor that found their quotations,
   * with {@link CitedArchive#GIVEN} for quotations that were given}
   *
   * @throws IOException if the index cannot be read
   */
  public static SortedMap<String, Long> extractors(Snapshot snapshot) throws IOException {
    SortedMap<String, Long> counts = new TreeMap<>();
    for (LeafReaderContext leaf : snapshot.reader().leaves()) {
      PostingsEnum articles =
          leaf.reader()
              .postings(new Term(IndexField.TYPE.field(), Schema.ARTICLE), PostingsEnum.NONE);
      if (articles != null) {
        count(leaf, articles, counts);
      }
    }
    return counts;
  }

  private static void count(
      LeafReaderContext leaf, DocIdSetIterator articles, SortedMap<String, Long> counts)
      throws IOException {
    Bits live = leaf.reader().getLiveDocs();
    StoredFields stored = leaf.reader().storedFields();
    for (int doc = articles.nextDoc();
        doc != DocIdSetIterator.NO_MORE_DOCS;
        doc = articles.nextDoc()) {
      if (live == null || live.get(doc)) {
        Version version = new Version();
        stored.document(doc, version);
        counts.merge(version.value, 1L, Long::sum);
      }
    }
  }

  /** Reads the version of the extractor of an article, and nothing after it. */
  private static final class Version extends StoredFieldVisitor {
    private String value = CitedArchive.GIVEN;
    private boolean found;

    @Override
    public Status needsField(FieldInfo field) {
      if (field.name.equals(IndexField.EXTRACTOR.field())) {
        return Status.YES;
      }
      return found ? Status.STOP : Status.NO;
    }

    @Override
    public void stringField(FieldInfo field, String text) {
      value = text;
      found = true;
    }
  }
}
