package onrecord.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.intervals.IntervalIterator;
import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares the places of words of several terms with Lucene's own, which are ordered by queues. */
class WordPlacesTest {

  private static final String FIELD = "f";
  private static final String LETTERS = "abcdefg";

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void placesAndScoresAreThoseOfLucene(long seed) throws IOException {
    Random random = new Random(seed);
    try (Directory directory = new ByteBuffersDirectory()) {
      write(directory, random);
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        IndexSearcher searcher = new IndexSearcher(reader);
        int found = 0;
        for (int i = 0; i < 40; i++) {
          List<Term> first = terms(random);
          List<Term> second = terms(random);
          IntervalsSource ours = new WordPlaces(first);
          IntervalsSource theirs = any(first);

          assertThat(ours).isEqualTo(new WordPlaces(first)).hasToString(theirs.toString());
          for (LeafReaderContext leaf : reader.leaves()) {
            long passing = random.nextLong();
            List<String> places = places(ours, leaf, new Random(passing));
            found += places.size();
            assertThat(places).as("%s", ours).isEqualTo(places(theirs, leaf, new Random(passing)));
          }
          assertThat(near(searcher, ours, new WordPlaces(second)))
              .as("%s near %s", first, second)
              .isEqualTo(near(searcher, theirs, any(second)));
        }
        assertThat(found).isGreaterThan(5_000);
      }
    }
  }

  private static void write(Directory directory, Random random) throws IOException {
    try (IndexWriter writer =
        new IndexWriter(directory, new IndexWriterConfig(new WhitespaceAnalyzer()))) {
      for (int i = 0; i < 600; i++) {
        StringBuilder text = new StringBuilder();
        for (int words = random.nextInt(20); words > 0; words--) {
          text.append(LETTERS.charAt(random.nextInt(LETTERS.length()))).append(' ');
        }
        Document document = new Document();
        document.add(new TextField(FIELD, text.toString(), Store.NO));
        writer.addDocument(document);
        if (i % 250 == 0) {
          writer.flush();
        }
      }
    }
  }

  /** {@return two to four different terms, one of which may occur nowhere} */
  private static List<Term> terms(Random random) {
    return Stream.generate(() -> (LETTERS + "x").charAt(random.nextInt(LETTERS.length() + 1)))
        .distinct()
        .limit(2 + random.nextInt(3))
        .map(letter -> new Term(FIELD, Character.toString(letter)))
        .toList();
  }

  private static IntervalsSource any(List<Term> terms) {
    return Intervals.or(
        false,
        terms.stream().map(term -> Intervals.term(term.bytes())).toArray(IntervalsSource[]::new));
  }

  /** {@return the documents with their places, of which those of some documents are passed over} */
  private static List<String> places(IntervalsSource source, LeafReaderContext leaf, Random passing)
      throws IOException {
    List<String> places = new ArrayList<>();
    IntervalIterator each = source.intervals(FIELD, leaf);
    int doc = each == null ? IntervalIterator.NO_MORE_DOCS : each.nextDoc();
    while (doc != IntervalIterator.NO_MORE_DOCS) {
      places.add("document " + doc);
      for (int read = passing.nextInt(4); read > 0; read--) {
        int start = each.nextInterval();
        places.add(start == IntervalIterator.NO_MORE_INTERVALS ? "-" : start + " " + each.end());
      }
      doc = passing.nextBoolean() ? each.nextDoc() : each.advance(doc + 1 + passing.nextInt(9));
    }
    return places;
  }

  private static List<String> near(
      IndexSearcher searcher, IntervalsSource first, IntervalsSource second) throws IOException {
    IntervalsSource near = Intervals.maxgaps(2, Intervals.unordered(first, second));
    List<String> hits = new ArrayList<>();
    for (ScoreDoc hit : searcher.search(new IntervalQuery(FIELD, near), 1_000).scoreDocs) {
      hits.add(hit.doc + " " + hit.score);
    }
    return hits;
  }
}
