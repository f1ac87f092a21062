package onrecord.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares the query for a word with Lucene's own for synonyms. */
class WordQueryTest {

  private static final String FIELD = "f";
  private static final int DOCUMENTS = 5_000;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void findsAndScoresAsSynonymsAre(long seed) throws IOException {
    Random random = new Random(seed);
    try (Directory directory = new ByteBuffersDirectory()) {
      write(directory, random);
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        IndexSearcher searcher = new IndexSearcher(reader);
        for (String letters : List.of("ab", "aA", "cd", "abc", "abcdA", "xa", "xy", "xya", "dx")) {
          Query ours = new WordQuery(FIELD, terms(letters));
          SynonymQuery.Builder any = new SynonymQuery.Builder(FIELD);
          terms(letters).forEach(any::addTerm);
          Query theirs = any.build();

          requireSame(searcher, ours, theirs);
          requireSame(searcher, with(ours, Occur.MUST), with(theirs, Occur.MUST));
          requireSame(searcher, with(ours, Occur.SHOULD), with(theirs, Occur.SHOULD));
          requireSame(searcher, with(ours, Occur.MUST_NOT), with(theirs, Occur.MUST_NOT));
          assertThat(ours).isEqualTo(new WordQuery(FIELD, terms(letters)));
          assertThat(ours).hasSameHashCodeAs(new WordQuery(FIELD, terms(letters)));
          assertThat(ours).hasToString(theirs.toString());
        }
      }
    }
  }

  private static void requireSame(IndexSearcher searcher, Query ours, Query theirs)
      throws IOException {
    Map<Integer, Float> scores = scores(searcher, ours, DOCUMENTS, Integer.MAX_VALUE);
    assertThat(scores)
        .as("%s", ours)
        .isEqualTo(scores(searcher, theirs, DOCUMENTS, Integer.MAX_VALUE));
    assertThat(scores(searcher, ours, 5, 1)).isEqualTo(scores(searcher, theirs, 5, 1));
    assertThat(searcher.count(ours)).isEqualTo(scores.size());
    for (int doc : scores.keySet().stream().limit(3).toList()) {
      assertThat(searcher.explain(ours, doc)).isEqualTo(searcher.explain(theirs, doc));
      assertThat(places(searcher, ours, doc)).isEqualTo(places(searcher, theirs, doc)).isNotEmpty();
    }
  }

  private static Query with(Query word, Occur occur) {
    return new BooleanQuery.Builder()
        .add(word, Occur.MUST)
        .add(new TermQuery(new Term("kind", "rare")), occur)
        .build();
  }

  private static List<Term> terms(String letters) {
    return letters.chars().mapToObj(letter -> new Term(FIELD, Character.toString(letter))).toList();
  }

  /** Writes documents of which most have an "a", many a "b", few a "c", and hardly any a "d". */
  private static void write(Directory directory, Random random) throws IOException {
    IndexWriterConfig config = new IndexWriterConfig(new WhitespaceAnalyzer());
    try (IndexWriter writer =
        new IndexWriter(directory, config.setMergePolicy(NoMergePolicy.INSTANCE))) {
      for (int i = 0; i < DOCUMENTS; i++) {
        StringBuilder text = new StringBuilder("z");
        for (int words = random.nextInt(12); words > 0; words--) {
          double rare = random.nextDouble();
          text.append(rare < 0.001 ? " d" : rare < 0.02 ? " c" : rare < 0.3 ? " b A" : " a");
        }
        Document document = new Document();
        document.add(new TextField(FIELD, text.toString(), Store.NO));
        document.add(new StringField("id", "" + i, Store.NO));
        document.add(new StringField("kind", i % 7 == 0 ? "rare" : "usual", Store.NO));
        writer.addDocument(document);
        if (i == 3_500 || i == 3_600) {
          writer.flush();
        }
      }
      for (int i = 0; i < DOCUMENTS; i += 11) {
        writer.deleteDocuments(new Term("id", "" + i));
      }
    }
  }

  private static Map<Integer, Float> scores(
      IndexSearcher searcher, Query query, int size, int threshold) throws IOException {
    Map<Integer, Float> scores = new TreeMap<>();
    for (ScoreDoc hit :
        searcher.search(query, new TopScoreDocCollectorManager(size, null, threshold)).scoreDocs) {
      scores.put(hit.doc, hit.score);
    }
    return scores;
  }

  private static List<String> places(IndexSearcher searcher, Query query, int doc)
      throws IOException {
    List<String> places = new ArrayList<>();
    for (ScoreMode mode : List.of(ScoreMode.COMPLETE, ScoreMode.COMPLETE_NO_SCORES)) {
      var weight = searcher.createWeight(searcher.rewrite(query), mode, 1);
      for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
        if (doc >= leaf.docBase && doc < leaf.docBase + leaf.reader().maxDoc()) {
          Matches matches = weight.matches(leaf, doc - leaf.docBase);
          var each = matches == null ? null : matches.getMatches(FIELD);
          while (each != null && each.next()) {
            places.add(mode + " " + each.startPosition() + "-" + each.endPosition());
          }
        }
      }
    }
    return places;
  }
}
