package onrecord.search;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import onrecord.schema.IndexField;
import onrecord.schema.Schema;
import onrecord.schema.Snapshot;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.DocIdStream;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollector;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.TotalHits;
import org.apache.lucene.util.BitSet;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/**
 * Counts the quotations found and the articles that contain them, and finds the first ones in the
 * order of the ids of their articles. The id of an article is read once for all its quotations.
 */
final class HitCounter implements CollectorManager<HitCounter.Counting, HitCounter.Counted> {

  /** The number of documents that are taken from Lucene at once. */
  private static final int BUFFER = 256;

  private static final Term QUOTATION = new Term(IndexField.TYPE.field(), Schema.QUOTATION);

  private final Snapshot snapshot;
  private final @Nullable TopFieldCollectorManager first;
  private final int size;

  /** Creates a counter that keeps no quotation. */
  HitCounter(Snapshot snapshot) {
    this(snapshot, null, 0);
  }

  /**
   * Creates a counter.
   *
   * @param first finds the first quotations, in the order of the ids of their articles
   * @param size the number of quotations that {@code first} finds
   */
  HitCounter(Snapshot snapshot, @Nullable TopFieldCollectorManager first, int size) {
    this.snapshot = snapshot;
    this.first = first;
    this.size = size;
  }

  /**
   * What was found.
   *
   * @param quotations the number of quotations
   * @param articles the number of articles that contain them
   * @param first the first quotations, none if they are not requested
   */
  record Counted(long quotations, long articles, TopFieldDocs first) {

    static final TopFieldDocs NONE =
        new TopFieldDocs(
            new TotalHits(0, TotalHits.Relation.EQUAL_TO), new ScoreDoc[0], new SortField[0]);

    /** {@return the same counts with other quotations} */
    Counted with(TopFieldDocs others) {
      return new Counted(quotations, articles, others);
    }
  }

  @Override
  public Counting newCollector() {
    return new Counting(snapshot, first == null ? null : first.newCollector(), size);
  }

  @Override
  public Counted reduce(Collection<Counting> parts) throws IOException {
    List<TopFieldCollector> found = new ArrayList<>();
    long quotations = 0;
    long articles = 0;
    for (Counting part : parts) {
      quotations += part.quotations;
      articles += part.articles;
      if (part.first != null) {
        found.add(part.first);
      }
    }
    return new Counted(quotations, articles, first == null ? Counted.NONE : first.reduce(found));
  }

  /**
   * {@return what a search for every quotation finds} Of most articles, only the place where they
   * end is read, not each quotation: the quotations of an article come right before it, and are
   * deleted with it.
   *
   * @param leftOut the term of the quotations that are not searched, if there are any
   */
  Counted countAll(Optional<Term> leftOut) throws IOException {
    Counting counting = newCollector();
    for (LeafReaderContext leaf : snapshot.reader().leaves()) {
      @Nullable DocIdSetIterator others =
          leftOut.isEmpty() ? null : leaf.reader().postings(leftOut.get(), PostingsEnum.NONE);
      counting.collectAll(leaf, others == null ? DocIdSetIterator.empty() : others);
    }
    return reduce(List.of(counting));
  }

  /** The scorer of a search that computes no scores. */
  private static final class NoScore extends Scorable {
    @Override
    public float score() {
      return 0;
    }
  }

  /** Counts in one segment after another. Not thread-safe. */
  static final class Counting extends SimpleCollector {
    private final Snapshot snapshot;
    private final @Nullable TopFieldCollector first;
    private final int size;
    private final int[] buffer = new int[BUFFER];
    private @Nullable LeafReaderContext segment;
    private @Nullable BitSet ends;
    private @Nullable Leading leading;
    // The document of the article that contains the quotation last counted.
    private int article;
    private long quotations;
    private long articles;

    private Counting(Snapshot snapshot, @Nullable TopFieldCollector first, int size) {
      this.snapshot = snapshot;
      this.first = first;
      this.size = size;
    }

    @Override
    protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
      segment = leaf;
      ends = null;
      article = -1;
      leading =
          first == null
              ? null
              : new Leading(
                  first.getLeafCollector(leaf),
                  DocValues.getSorted(leaf.reader(), IndexField.ARTICLE_ID.field()),
                  size);
    }

    @Override
    public void collect(int doc) throws IOException {
      quotations++;
      if (doc > article) {
        if (ends == null) {
          ends = snapshot.articles(requireNonNull(segment));
        }
        article = ends.nextSetBit(doc);
        articles++;
        if (leading != null) {
          leading.begin(doc);
        }
      }
      if (leading != null && leading.isOpen) {
        leading.collect(doc);
      }
    }

    @Override
    public void collect(DocIdStream docs) throws IOException {
      for (int read = docs.intoArray(buffer); read > 0; read = docs.intoArray(buffer)) {
        for (int i = 0; i < read; i++) {
          collect(buffer[i]);
        }
      }
    }

    private void collectAll(LeafReaderContext leaf, DocIdSetIterator leftOut) throws IOException {
      if (leaf.reader().docFreq(QUOTATION) == 0) {
        return;
      }
      BitSet all = snapshot.articles(leaf);
      LeafCollector collector = getLeafCollector(leaf);
      collector.setScorer(new NoScore());
      @Nullable Bits live = leaf.reader().getLiveDocs();
      int first = 0;
      while (first < all.length()) {
        int end = all.nextSetBit(first);
        if (end == DocIdSetIterator.NO_MORE_DOCS) {
          break;
        }
        if (end > first && (live == null || live.get(end))) {
          int found = collectBlock(first, end, leftOut);
          quotations += found;
          articles += found > 0 ? 1 : 0;
        }
        first = end + 1;
      }
      collector.finish();
    }

    /** Collects the quotations of an article; returns how many there are. */
    private int collectBlock(int first, int end, DocIdSetIterator leftOut) throws IOException {
      int other = leftOut.docID() < first ? leftOut.advance(first) : leftOut.docID();
      if (leading != null) {
        leading.begin(first);
      }
      int found = 0;
      if (leading != null && leading.isOpen) {
        for (int doc = first; doc < end; doc++) {
          if (doc == other) {
            other = leftOut.nextDoc();
          } else {
            leading.collect(doc);
            found++;
          }
        }
        return found;
      }
      found = end - first;
      for (; other < end; other = leftOut.nextDoc()) {
        found--;
      }
      return found;
    }

    @Override
    public void setScorer(Scorable scorer) throws IOException {
      if (leading != null) {
        leading.next.setScorer(scorer);
      }
    }

    @Override
    public void finish() throws IOException {
      if (leading != null) {
        leading.next.finish();
      }
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }
  }

  /**
   * Passes on the quotations of a segment, except those that come after as many others as are
   * requested in the order of the ids of their articles. Not thread-safe.
   */
  private static final class Leading {
    private final LeafCollector next;
    private final SortedDocValues ids;
    // The ordinals of the ids of the articles of the first quotations; the greatest is the first.
    private final int[] heap;
    private int filled;
    private int id;
    private boolean isOpen;

    Leading(LeafCollector next, SortedDocValues ids, int size) {
      this.next = next;
      this.ids = ids;
      this.heap = new int[size];
    }

    /** Begins an article, given its first quotation. */
    void begin(int doc) throws IOException {
      id = ids.advanceExact(doc) ? ids.ordValue() : -1;
      isOpen = filled < heap.length || id <= heap[0];
    }

    void collect(int doc) throws IOException {
      next.collect(doc);
      if (filled < heap.length) {
        rise(filled++);
      } else if (id < heap[0]) {
        sink();
      }
    }

    private void rise(int from) {
      int place = from;
      while (place > 0 && heap[(place - 1) / 2] < id) {
        heap[place] = heap[(place - 1) / 2];
        place = (place - 1) / 2;
      }
      heap[place] = id;
    }

    private void sink() {
      int place = 0;
      while (2 * place + 1 < filled) {
        int child = 2 * place + 1;
        if (child + 1 < filled && heap[child + 1] > heap[child]) {
          child++;
        }
        if (heap[child] <= id) {
          break;
        }
        heap[place] = heap[child];
        place = child;
      }
      heap[place] = id;
    }
  }
}
