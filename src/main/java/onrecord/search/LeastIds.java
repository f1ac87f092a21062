package onrecord.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.TotalHits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Finds the first hits in the order of the ids of their articles and of their positions by these
 * ids, if most articles have hits: other articles are not visited. Immutable.
 *
 * @param reader reads the archive
 * @param hits the documents that are hits
 * @param maxIds the maximum number of ids that are looked up
 */
record LeastIds(IndexReader reader, Hits hits, int maxIds) {

  /** Looking an id up costs as much as visiting the articles of so many documents. */
  private static final int DOCUMENTS_OF_AN_ID = 2_000;

  private static final int MAX_IDS = 1_000;

  /** Looking an id up costs as much as visiting so many hits, each of an article of its own. */
  private static final int HITS_OF_AN_ID = 100;

  private static final int FEW_IDS = 16;

  /** All articles of so few documents are visited at once. */
  private static final int FEW_DOCUMENTS = 10_000;

  private static final Comparator<FieldDoc> BY_POSITION =
      Comparator.<FieldDoc>comparingLong(LeastIds::position).thenComparingInt(hit -> hit.doc);

  /** Decides which documents are hits. */
  @FunctionalInterface
  interface Hits {
    /** {@return whether a live document of a segment is a hit} */
    boolean has(LeafReaderContext segment, int doc) throws IOException;
  }

  /**
   * {@return a finder that looks up so few ids that it is not slower than visiting all articles}
   */
  static LeastIds of(IndexReader reader, Hits hits) {
    int documents = reader.maxDoc();
    return new LeastIds(
        reader,
        hits,
        documents < FEW_DOCUMENTS ? 0 : Math.min(MAX_IDS, documents / DOCUMENTS_OF_AN_ID));
  }

  /**
   * {@return a finder among hits that are known, which looks up no more ids than should be needed
   * if the hits are distributed evenly, and none if that takes longer than visiting all hits}
   *
   * @param found the number of hits
   * @param size the number of hits that are requested
   */
  static LeastIds among(IndexReader reader, Hits hits, long found, int size) {
    LeastIds all = of(reader, hits);
    long needed = FEW_IDS + (long) size * reader.maxDoc() / Math.max(1, found);
    boolean isSlower = needed * HITS_OF_AN_ID > found;
    return new LeastIds(reader, hits, isSlower ? 0 : (int) Math.min(all.maxIds(), needed));
  }

  private static long position(FieldDoc hit) {
    return (Long) hit.fields[1];
  }

  /**
   * {@return the first hits, or empty if more ids would have to be looked up}
   *
   * @param size the number of hits
   * @param after the hit that they come after, or null for the very first ones
   */
  Optional<TopFieldDocs> first(int size, @Nullable FieldDoc after) throws IOException {
    if (maxIds == 0) {
      return Optional.empty();
    }
    BytesRef from = after == null ? new BytesRef() : (BytesRef) after.fields[0];
    DocumentsById byId = new DocumentsById(reader, from);
    List<FieldDoc> found = new ArrayList<>();
    boolean isAny = true;
    for (int ids = 0; isAny && found.size() < size; ids++) {
      if (ids == maxIds) {
        return Optional.empty();
      }
      List<FieldDoc> ofArticle = new ArrayList<>();
      isAny =
          byId.next((id, segment, doc) -> {
            if (hits.has(segment, doc)) {
              ofArticle.add(hit(id, segment, doc));
            }
          });
      ofArticle.sort(BY_POSITION);
      ofArticle.stream().filter(hit -> isAfter(hit, after)).forEach(found::add);
    }
    return Optional.of(
        new TopFieldDocs(
            new TotalHits(found.size(), TotalHits.Relation.GREATER_THAN_OR_EQUAL_TO),
            found.stream().limit(size).toArray(ScoreDoc[]::new),
            new SortField[0]));
  }

  private static FieldDoc hit(BytesRef id, LeafReaderContext segment, int doc) throws IOException {
    return new FieldDoc(
        segment.docBase + doc, Float.NaN, new Object[] {id, RankedHit.position(segment, doc)});
  }

  private static boolean isAfter(FieldDoc hit, @Nullable FieldDoc other) {
    return other == null
        || !hit.fields[0].equals(other.fields[0])
        || BY_POSITION.compare(hit, other) > 0;
  }
}
