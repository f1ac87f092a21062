package onrecord.search;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import onrecord.schema.IndexField;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.TopFieldCollector;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Passes on the hits of a segment, except those that come after as many others as are requested in
 * the order of the ids of their articles. The id of an article is read once for all its hits. Not
 * thread-safe.
 */
final class FirstArticles extends EveryCandidate {

  // The ordinals of the ids of the articles of the first hits.
  private final GreatestFirst least;
  private final @Nullable BytesRef from;
  private @Nullable SortedDocValues ids;
  // The first ordinal of the segment that is not before the article of the last hit.
  private int start;
  private boolean isAtStart;
  private int id;

  /**
   * Creates an instance.
   *
   * @param size the number of hits that are requested
   * @param from the id of the article of the hit that they come after, or null
   */
  FirstArticles(TopFieldCollector first, int size, @Nullable BytesRef from) {
    super(first);
    this.from = from;
    this.least = new GreatestFirst(size);
  }

  @Override
  public void begin(LeafReaderContext leaf) throws IOException {
    super.begin(leaf);
    SortedDocValues all = DocValues.getSorted(leaf.reader(), IndexField.ARTICLE_ID.field());
    ids = all;
    int place = from == null ? -1 : all.lookupTerm(from);
    isAtStart = place >= 0;
    start = isAtStart || from == null ? place : -place - 1;
    // Each segment has ordinals of its own.
    least.clear();
  }

  @Override
  public void beginArticle(int doc) throws IOException {
    SortedDocValues all = requireNonNull(ids);
    id = all.advanceExact(doc) ? all.ordValue() : -1;
  }

  @Override
  public boolean isOpen() {
    return id >= start && least.admits(id);
  }

  @Override
  public void collect(int doc) throws IOException {
    next().collect(doc);
    // A hit of the article of the last hit may come before it.
    if (!isAtStart || id > start) {
      least.add(id);
    }
  }
}
