package onrecord.benchmark;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.Facets;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/** Searches an index that {@link HandWritten} has written. Thread-safe. */
final class HandSearcher implements Closeable {

  private static final int PAGE = 10;

  private final Directory directory;
  private final DirectoryReader reader;
  private final IndexSearcher searcher;
  private final SortedSetDocValuesReaderState state;

  HandSearcher(Path folder) throws IOException {
    directory = FSDirectory.open(folder);
    reader = DirectoryReader.open(directory);
    searcher = new IndexSearcher(reader);
    state = new DefaultSortedSetDocValuesReaderState(reader, HandWritten.FACETS);
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

  /** Reads a page and the ten most frequent values of facets; returns the number of hits. */
  long search(Query query, List<String> facets) throws IOException {
    Query filtered =
        new BooleanQuery.Builder()
            .add(query, Occur.MUST)
            .add(new TermQuery(new Term("type", HandWritten.QUOTATION)), Occur.FILTER)
            .add(new TermQuery(new Term("kind", "INDIRECT")), Occur.MUST_NOT)
            .build();
    long total;
    TopDocs top;
    if (facets.isEmpty()) {
      top = searcher.search(filtered, PAGE);
      total = searcher.count(filtered);
    } else {
      FacetsCollectorManager.FacetsResult found =
          FacetsCollectorManager.search(searcher, filtered, PAGE, new FacetsCollectorManager());
      top = found.topDocs();
      FacetsCollector collected = found.facetsCollector();
      total =
          collected.getMatchingDocs().stream()
              .mapToLong(FacetsCollector.MatchingDocs::totalHits)
              .sum();
      Facets counts = new SortedSetDocValuesFacetCounts(state, collected);
      for (String facet : facets) {
        FacetResult result = counts.getTopChildren(PAGE, facet);
        if (result == null && total > 0) {
          throw new IllegalStateException(facet);
        }
      }
    }
    for (ScoreDoc hit : top.scoreDocs) {
      searcher.storedFields().document(hit.doc);
    }
    return total;
  }

  @Override
  public void close() throws IOException {
    reader.close();
    directory.close();
  }
}
