package onrecord.search;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import onrecord.schema.IndexField;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.TopFieldCollector;
import org.jspecify.annotations.Nullable;

/**
 * Passes on the hits of a segment, except those that come after as many others as are requested in
 * the order of the ids of their articles. The id of an article is read once for all its hits. Not
 * thread-safe.
 */
final class FirstArticles extends EveryCandidate {

  // The ordinals of the ids of the articles of the first hits.
  private final GreatestFirst least;
  private @Nullable SortedDocValues ids;
  private int id;

  /**
   * Creates an instance.
   *
   * @param size the number of hits that are requested
   */
  FirstArticles(TopFieldCollector first, int size) {
    super(first);
    this.least = new GreatestFirst(size);
  }

  @Override
  public void begin(LeafReaderContext leaf) throws IOException {
    super.begin(leaf);
    ids = DocValues.getSorted(leaf.reader(), IndexField.ARTICLE_ID.field());
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
    return least.admits(id);
  }

  @Override
  public void collect(int doc) throws IOException {
    next().collect(doc);
    least.add(id);
  }
}
