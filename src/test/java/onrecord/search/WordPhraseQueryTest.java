package onrecord.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.Weight;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares the query for phrases with Lucene's own, which collects and sorts all positions. */
class WordPhraseQueryTest {

  private static final String FIELD = "f";
  // Each word has a lower-case and an upper-case term; "d" has one only, and "e" has none.
  private static final String LETTERS = "aAbBcCd";

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void findsScoresAndPlacesAsLuceneDoes(long seed) throws IOException {
    Random random = new Random(seed);
    try (Directory directory = new ByteBuffersDirectory()) {
      write(directory, random);
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        IndexSearcher searcher = new IndexSearcher(reader);
        int found = 0;
        for (int i = 0; i < 150; i++) {
          List<List<Term>> words =
              Stream.generate(() -> "abcde".charAt(random.nextInt(random.nextInt(20) == 0 ? 5 : 4)))
                  .limit(2 + random.nextInt(3))
                  .map(WordPhraseQueryTest::terms)
                  .toList();
          int slop = random.nextInt(3);
          WordPhraseQuery ours = new WordPhraseQuery(FIELD, words, slop);
          MultiPhraseQuery.Builder phrase = new MultiPhraseQuery.Builder().setSlop(slop);
          words.forEach(word -> phrase.add(word.toArray(Term[]::new)));
          Query theirs = phrase.build();

          Map<Integer, Float> scores = scores(searcher, ours, Integer.MAX_VALUE);
          found += scores.size();
          assertThat(scores).as("%s", ours).isEqualTo(scores(searcher, theirs, Integer.MAX_VALUE));
          assertThat(searcher.count(ours)).as("%s", ours).isEqualTo(scores.size());
          assertThat(scores(searcher, ours, 1)).isEqualTo(scores(searcher, theirs, 1));
          assertThat(places(searcher, ours)).isEqualTo(places(searcher, theirs));
        }
        assertThat(found).isGreaterThan(1000);
      }
    }
  }

  private static List<Term> terms(char word) {
    return List.of(
        new Term(FIELD, Character.toString(word)),
        new Term(FIELD, Character.toString(Character.toUpperCase(word))));
  }

  private static void write(Directory directory, Random random) throws IOException {
    try (IndexWriter writer =
        new IndexWriter(directory, new IndexWriterConfig(new WhitespaceAnalyzer()))) {
      for (int i = 0; i < 400; i++) {
        String text =
            IntStream.range(0, random.nextInt(25))
                .mapToObj(n -> "" + LETTERS.charAt(random.nextInt(LETTERS.length())))
                .collect(Collectors.joining(" "));
        Document document = new Document();
        document.add(new TextField(FIELD, text, Store.NO));
        writer.addDocument(document);
        if (i % 90 == 0) {
          writer.flush();
        }
      }
    }
  }

  private static Map<Integer, Float> scores(IndexSearcher searcher, Query query, int threshold)
      throws IOException {
    int size = threshold == Integer.MAX_VALUE ? 500 : 5;
    Map<Integer, Float> scores = new TreeMap<>();
    for (ScoreDoc hit :
        searcher.search(query, new TopScoreDocCollectorManager(size, null, threshold)).scoreDocs) {
      scores.put(hit.doc, hit.score);
    }
    return scores;
  }

  private static List<String> places(IndexSearcher searcher, Query query) throws IOException {
    Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
    List<String> places = new ArrayList<>();
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      for (int doc = 0; doc < leaf.reader().maxDoc(); doc += 7) {
        Matches matches = weight.matches(leaf, doc);
        MatchesIterator each = matches == null ? null : matches.getMatches(FIELD);
        while (each != null && each.next()) {
          places.add(leaf.docBase + doc + ": " + each.startPosition() + "-" + each.endPosition());
        }
      }
    }
    return places;
  }
}
