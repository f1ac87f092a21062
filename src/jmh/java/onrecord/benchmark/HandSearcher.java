package onrecord.benchmark;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.MMapDirectory;
import org.jspecify.annotations.Nullable;

/** Searches an index that {@link HandWritten} has written. Thread-safe. */
final class HandSearcher implements Closeable {

  static final int PAGE = 10;

  /** The number of words between two words that are near each other. */
  static final int GAPS = 5;

  private final DirectoryReader reader;
  private final IndexSearcher searcher;
  private @Nullable SortedSetDocValuesReaderState state;

  HandSearcher(Path folder) throws IOException {
    this(DirectoryReader.open(new MMapDirectory(folder)));
  }

  /** Searches what a writer has written so far. */
  HandSearcher(IndexWriter writer) throws IOException {
    this(DirectoryReader.open(writer));
  }

  private HandSearcher(DirectoryReader reader) {
    this.reader = reader;
    this.searcher = new IndexSearcher(reader);
  }

  /** {@return a searcher of what has been written meanwhile} */
  HandSearcher refreshed() throws IOException {
    DirectoryReader newer = DirectoryReader.openIfChanged(reader);
    if (newer == null) {
      throw new IllegalStateException("nothing was written");
    }
    return new HandSearcher(newer);
  }

  static Query all() {
    return MatchAllDocsQuery.INSTANCE;
  }

  static Query words(String word) {
    return new TermQuery(new Term("quote", stem(word)));
  }

  static Query phrase(String first, String second) {
    return new PhraseQuery("quote", stem(first), stem(second));
  }

  static Query speaker(String name) {
    return new TermQuery(new Term("speaker", name));
  }

  static Query near(String first, String second) {
    return new IntervalQuery(
        "quote",
        Intervals.maxgaps(
            GAPS, Intervals.unordered(Intervals.term(stem(first)), Intervals.term(stem(second)))));
  }

  static Query prefix(String start) {
    return new PrefixQuery(new Term("quote", start));
  }

  static Query published(LocalDate from, LocalDate to) {
    return IntPoint.newRangeQuery("day", (int) from.toEpochDay(), (int) to.toEpochDay());
  }

  private static String stem(String word) {
    try (var stream = HandWritten.analyzer().tokenStream("quote", word)) {
      var term =
          stream.addAttribute(org.apache.lucene.analysis.tokenattributes.CharTermAttribute.class);
      stream.reset();
      stream.incrementToken();
      return term.toString();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** {@return the number of hits of a page that are read, of all that are found} */
  int page(Query query, int size) throws IOException {
    return read(searcher.search(filtered(query), size));
  }

  /** {@return the number of hits of a page that are read; the pages before it are found as well} */
  int lastPage(Query query, int page) throws IOException {
    TopDocs all = searcher.search(filtered(query), page * PAGE);
    ScoreDoc[] last =
        Arrays.copyOfRange(all.scoreDocs, all.scoreDocs.length - PAGE, all.scoreDocs.length);
    return read(new TopDocs(all.totalHits, last));
  }

  /**
   * Reads a page and the most frequent values of facets; returns the number of hits.
   *
   * @param counting how the values are counted
   */
  long search(Query query, List<String> facets, StockCounting counting) throws IOException {
    Query filtered = filtered(query);
    if (facets.isEmpty()) {
      read(searcher.search(filtered, PAGE));
      return searcher.count(filtered);
    }
    StockCounting.Found found = counting.search(this, filtered, facets);
    read(found.page());
    return found.total();
  }

  private static Query filtered(Query query) {
    return new BooleanQuery.Builder()
        .add(query, Occur.MUST)
        .add(new TermQuery(new Term("type", HandWritten.QUOTATION)), Occur.FILTER)
        .add(new TermQuery(new Term("kind", "INDIRECT")), Occur.MUST_NOT)
        .build();
  }

  private int read(TopDocs page) throws IOException {
    for (ScoreDoc hit : page.scoreDocs) {
      searcher.storedFields().document(hit.doc);
    }
    return page.scoreDocs.length;
  }

  IndexSearcher searcher() {
    return searcher;
  }

  /** {@return the ordinals of all facets, which are computed when they are first needed} */
  synchronized SortedSetDocValuesReaderState state() throws IOException {
    SortedSetDocValuesReaderState known = state;
    if (known == null) {
      known = new DefaultSortedSetDocValuesReaderState(reader, HandWritten.FACETS);
      state = known;
    }
    return known;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
