package onrecord.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import onrecord.model.Article;
import onrecord.model.Quotation;
import onrecord.model.Span;
import onrecord.text.Sentences;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.index.TermsEnum.SeekStatus;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Compares what is read of words with an index of the same documents in which each text is analyzed
 * by itself: the quotations, their sentences and the articles.
 */
class SentenceReaderTest {

  private static final int SEGMENTS = 4;
  private static final int ARTICLES = 25;
  private static final List<String> PIECES =
      List.of(
          "ferries",
          "sailed",
          "the",
          "tide",
          "lamps",
          "Lamps",
          "keepers'",
          "B\u00f6rg's",
          "1,200",
          "3.5",
          "o'clock",
          "well-worn",
          "_tug_",
          "\ud83d\ude00",
          "\ud83c\udde9\ud83c\uddea",
          "e\u0301t\u00e9",
          "\u0301",
          "\u6e2f\u53e3",
          "\u0e17\u0e48\u0e32",
          "a.b",
          "x".repeat(300),
          "early.But",
          "closed!Now",
          "\u201cnow\u201d",
          "\u2019s",
          ":",
          "ann@quay.example");
  private static final List<String> GAPS =
      List.of(" ", " ", " ", " ", ". ", ".", "? The ", "\n\n", "", "\u00a0", "\t", ",");

  private final Random random = new Random(20201122);
  private final List<Directory> directories = new ArrayList<>();
  private DirectoryReader searched;
  private DirectoryReader plain;

  @BeforeEach
  void addArticles() throws IOException {
    IndexWriter writer = writer();
    IndexWriter plainWriter = writer();
    try (writer;
        plainWriter) {
      for (int segment = 0; segment < SEGMENTS; segment++) {
        for (int i = 0; i < ARTICLES; i++) {
          Article article = Article.builder(segment + "-" + i, text()).build();
          List<Quotation> quotations = quotations(article);
          writer.addDocuments(documents(article, quotations));
          plainWriter.addDocuments(plain(article, quotations));
        }
        writer.flush();
        plainWriter.flush();
      }
      searched = SentenceReader.of(DirectoryReader.open(writer));
      plain = DirectoryReader.open(plainWriter);
    }
  }

  @AfterEach
  void close() throws IOException {
    searched.close();
    plain.close();
    for (Directory directory : directories) {
      directory.close();
    }
  }

  private IndexWriter writer() throws IOException {
    Directory directory = new ByteBuffersDirectory();
    directories.add(directory);
    return new IndexWriter(
        directory, new IndexWriterConfig(Schema.analyzer()).setMergePolicy(NoMergePolicy.INSTANCE));
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (int left = random.nextInt(120); left >= 0; left--) {
      text.append(any(PIECES)).append(any(GAPS));
    }
    return text.append("end").toString();
  }

  /** {@return quotations at any places, most of which begin and end at words} */
  private List<Quotation> quotations(Article article) {
    List<Quotation> quotations = new ArrayList<>();
    for (int left = random.nextInt(8); left > 0; left--) {
      List<Span> runs = new ArrayList<>();
      int from = 0;
      do {
        int start = place(article.text(), from);
        int end = place(article.text(), start + 1);
        if (article.text().substring(start, Math.max(start, end)).strip().length() > 1) {
          runs.add(new Span(start, end));
        }
        from = end + 1;
      } while (random.nextInt(3) == 0 && from < article.text().length() - 1);
      if (!runs.isEmpty()) {
        quotations.add(Quotation.builder(article, runs).build());
      }
    }
    return quotations;
  }

  private int place(String text, int from) {
    int place = Math.min(text.length(), from + random.nextInt(text.length() - from + 1) / 2);
    int space = text.indexOf(' ', place);
    boolean isCut = random.nextInt(4) == 0 || space < 0;
    return isCut ? text.offsetByCodePoints(0, text.codePointCount(0, place)) : space;
  }

  private <T> T any(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private static List<Document> documents(Article article, List<Quotation> quotations) {
    return ImmutableList.copyOf(
        new BlockDocuments(article, quotations, ArticleMetadata.of(article, Optional.empty())));
  }

  private static List<Document> plain(Article article, List<Quotation> quotations) {
    List<Document> documents = new ArrayList<>();
    for (Quotation quotation : quotations) {
      List<Span> sentences = Sentences.around(article.text(), quotation.runs());
      Document document = new Document();
      add(IndexField.QUOTE, quotation.text(), document);
      add(IndexField.SENTENCE, IndexedQuotation.sentenceText(article.text(), sentences), document);
      documents.add(document);
    }
    Document document = new Document();
    add(IndexField.TEXT, article.text(), document);
    add(IndexField.QUOTE, "", document);
    documents.add(document);
    return documents;
  }

  private static void add(IndexField field, String text, Document document) {
    document.add(new TextField(field.terms(), text, Store.NO));
  }

  @Test
  void wordsAreThoseOfTextsThatAreAnalyzedByThemselves() throws IOException {
    int own = 0;
    for (int i = 0; i < SEGMENTS; i++) {
      LeafReader segment = searched.leaves().get(i).reader();
      LeafReader expected = plain.leaves().get(i).reader();
      for (IndexField field : List.of(IndexField.TEXT, IndexField.QUOTE, IndexField.SENTENCE)) {
        assertThat(postings(segment, field)).isEqualTo(postings(expected, field));
        assertThat(lengths(segment, field)).isEqualTo(lengths(expected, field));
      }
      Terms stored = raw(segment).terms(IndexField.SENTENCE.terms());
      own += stored == null ? 0 : stored.getDocCount();
    }
    assertThat(own).as("quotations whose sentences cut a word").isBetween(10, 200);
  }

  private static LeafReader raw(LeafReader segment) {
    return FilterLeafReader.unwrap(segment);
  }

  /** {@return the terms, each with its documents and positions} */
  private static Map<String, String> postings(LeafReader segment, IndexField field)
      throws IOException {
    Map<String, String> found = new TreeMap<>();
    TermsEnum terms = segment.terms(field.terms()).iterator();
    for (BytesRef term = terms.next(); term != null; term = terms.next()) {
      StringBuilder places = new StringBuilder();
      PostingsEnum docs = terms.postings(null, PostingsEnum.POSITIONS);
      while (docs.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        places.append(places(docs));
      }
      found.put(term.utf8ToString(), places.toString());
    }
    return found;
  }

  private static String places(PostingsEnum docs) throws IOException {
    StringBuilder places = new StringBuilder(" " + docs.docID());
    for (int left = docs.freq(); left > 0; left--) {
      places.append(':').append(docs.nextPosition());
    }
    return places.toString();
  }

  private static Map<Integer, Long> lengths(LeafReader segment, IndexField field)
      throws IOException {
    Map<Integer, Long> lengths = new TreeMap<>();
    NumericDocValues norms = segment.getNormValues(field.terms());
    for (int doc = norms.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = norms.nextDoc()) {
      lengths.put(doc, norms.longValue());
    }
    return lengths;
  }

  @Test
  void postingsAdvanceAsThoseOfAnIndexDo() throws IOException {
    for (int i = 0; i < SEGMENTS; i++) {
      TermsEnum terms = terms(searched, i);
      TermsEnum expected = terms(plain, i);
      for (BytesRef term = expected.next(); term != null; term = expected.next()) {
        assertThat(terms.seekExact(term)).as(term.utf8ToString()).isTrue();
        PostingsEnum docs = terms.postings(null, PostingsEnum.POSITIONS);
        PostingsEnum others = expected.postings(null, PostingsEnum.POSITIONS);
        int doc = -1;
        while (doc != DocIdSetIterator.NO_MORE_DOCS) {
          int step = random.nextInt(12);
          doc = step == 0 ? others.nextDoc() : others.advance(doc + step);
          assertThat(step == 0 ? docs.nextDoc() : docs.advance(docs.docID() + step)).isEqualTo(doc);
          assertThat(docs.docID()).isEqualTo(doc);
          // Whoever does not need positions does not read them.
          if (doc != DocIdSetIterator.NO_MORE_DOCS && random.nextBoolean()) {
            assertThat(places(docs)).isEqualTo(places(others));
          }
        }
      }
    }
  }

  private static TermsEnum terms(DirectoryReader reader, int segment) throws IOException {
    return reader.leaves().get(segment).reader().terms(IndexField.SENTENCE.terms()).iterator();
  }

  @Test
  void termsAreSoughtAsThoseOfAnIndexAre() throws IOException {
    List<BytesRef> sought = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      sought.add(new BytesRef(any(List.of("", "\u0001", "\u0002")) + (char) ('a' + i % 26)));
      sought.add(new BytesRef(any(PIECES)));
    }
    sought.add(new BytesRef("\uffff"));
    for (int i = 0; i < SEGMENTS; i++) {
      TermsEnum terms = terms(searched, i);
      TermsEnum expected = terms(plain, i);
      for (BytesRef each : sought) {
        assertThat(terms.seekExact(each)).isEqualTo(expected.seekExact(each));
        SeekStatus status = expected.seekCeil(each);
        assertThat(terms.seekCeil(each)).isEqualTo(status);
        if (status != SeekStatus.END) {
          assertThat(terms.term()).isEqualTo(expected.term());
          assertThat(terms.next()).isEqualTo(expected.next());
        }
      }
    }
  }

  /** Lucene takes a term that is in as many documents as there are for one that is in all. */
  @Test
  void noTermSeemsToBeInAllDocuments() throws IOException {
    for (int i = 0; i < SEGMENTS; i++) {
      Terms all = searched.leaves().get(i).reader().terms(IndexField.SENTENCE.terms());
      TermsEnum terms = all.iterator();
      for (BytesRef term = terms.next(); term != null; term = terms.next()) {
        assertThat(terms.docFreq()).isBetween(1, all.getDocCount() - 1);
        assertThat(terms.totalTermFreq()).isBetween((long) terms.docFreq(), all.getSumDocFreq());
      }
      assertThat(all.getDocCount()).isLessThanOrEqualTo(searched.maxDoc());
    }
  }

  @Test
  void sameWordsHaveTheSameHashWhetherTheyAreThoseOfTheArticleOrNot() {
    for (int i = 0; i < ARTICLES; i++) {
      Article article = Article.builder("a", text()).build();
      ArticleWords words = ArticleWords.of(article.text());
      for (Quotation quotation : quotations(article)) {
        assertThat(IndexedQuotation.of(article, quotation, words).sameWords())
            .isEqualTo(SameWords.hash(quotation.text()));
      }
    }
  }

  @Test
  void readerOfASegmentWithoutQuotationsHasNoSentences() throws IOException {
    Article article = Article.builder("a", "The lamps are lit.").build();
    try (IndexWriter writer = writer()) {
      writer.addDocuments(documents(article, List.of()));
      try (DirectoryReader reader = SentenceReader.of(DirectoryReader.open(writer))) {
        LeafReader segment = reader.leaves().getFirst().reader();

        assertThat(postings(segment, IndexField.SENTENCE)).isEmpty();
        assertThat(lengths(segment, IndexField.SENTENCE)).isEmpty();
      }
    }
  }
}
