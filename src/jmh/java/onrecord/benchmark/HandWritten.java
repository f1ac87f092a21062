package onrecord.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import onrecord.model.Article;
import onrecord.model.Quotation;
import onrecord.source.ArticleRecord;
import onrecord.text.Sentences;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoubleField;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/**
 * An index of articles and quotations as an engineer writes it by hand with Lucene: the stored
 * values of an archive, each text indexed once, and facets by {@link SortedSetDocValuesFacetField}.
 */
final class HandWritten {

  static final String QUOTATION = "quotation";
  static final FacetsConfig FACETS = facets();

  private HandWritten() {}

  private static FacetsConfig facets() {
    FacetsConfig config = new FacetsConfig();
    config.setMultiValued("about", true);
    config.setMultiValued("author", true);
    return config;
  }

  static Analyzer analyzer() {
    return new Analyzer() {
      @Override
      protected TokenStreamComponents createComponents(String field) {
        Tokenizer words = new StandardTokenizer();
        return new TokenStreamComponents(
            words, new KStemFilter(new ASCIIFoldingFilter(new LowerCaseFilter(words))));
      }
    };
  }

  /** Adds articles to a new index with as many threads as given, and commits. */
  static void index(Path folder, Stream<ArticleRecord> articles, int threads) throws IOException {
    try (Directory directory = FSDirectory.open(folder);
        IndexWriter writer =
            new IndexWriter(directory, new IndexWriterConfig(analyzer()).setRAMBufferSizeMB(64))) {
      try (ExecutorService executor =
          new ThreadPoolExecutor(
              threads,
              threads,
              0,
              TimeUnit.SECONDS,
              new ArrayBlockingQueue<>(64),
              new ThreadPoolExecutor.CallerRunsPolicy())) {
        articles.forEach(article -> executor.execute(() -> add(writer, article)));
      }
      writer.commit();
    }
  }

  /** Replaces and deletes articles of an index, and commits. */
  static void change(Path folder, Changes changes) throws IOException {
    try (Directory directory = FSDirectory.open(folder);
        IndexWriter writer =
            new IndexWriter(directory, new IndexWriterConfig(analyzer()).setRAMBufferSizeMB(64))) {
      changes.replaced().forEach(number -> add(writer, MadeArticles.revised(number)));
      for (int number : changes.deleted()) {
        writer.deleteDocuments(new Term("article", MadeArticles.id(number)));
      }
      writer.commit();
    }
  }

  /** Adds an article with its quotations. */
  static void add(IndexWriter writer, ArticleRecord given) {
    try {
      Article article = given.article();
      List<Document> block = new ArrayList<>();
      for (Quotation quotation : given.quotations().orElseThrow()) {
        block.add(FACETS.build(document(article, quotation)));
      }
      block.add(FACETS.build(document(article)));
      writer.updateDocuments(new Term("article", article.id()), block);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void facet(Document document, String field, String value) {
    document.add(new StringField(field, value, Store.YES));
    document.add(new SortedSetDocValuesFacetField(field, value));
  }

  private static Document shared(Article article, String type) {
    Document document = new Document();
    document.add(new StringField("type", type, Store.YES));
    document.add(new StringField("article", article.id(), Store.YES));
    article.outlet().ifPresent(value -> facet(document, "outlet", value));
    article.section().ifPresent(value -> facet(document, "section", value));
    article.language().ifPresent(value -> facet(document, "language", value));
    article.authors().forEach(value -> facet(document, "author", value));
    article.url().ifPresent(value -> document.add(new StoredField("url", value)));
    article
        .published()
        .ifPresent(published -> {
          document.add(new StoredField("published", published.toString()));
          int day = (int) published.day().toEpochDay();
          document.add(new IntPoint("day", day));
          document.add(new NumericDocValuesField("day", day));
          document.add(
              new SortedSetDocValuesFacetField(
                  "year", Integer.toString(published.day().getYear())));
        });
    return document;
  }

  private static Document document(Article article) {
    Document document = shared(article, "article");
    document.add(new StoredField("title", article.title()));
    document.add(new TextField("headline", article.title(), Store.NO));
    document.add(new TextField("text", article.text(), Store.YES));
    return document;
  }

  private static Document document(Article article, Quotation quotation) {
    Document document = shared(article, QUOTATION);
    document.add(new StoredField("title", article.title()));
    document.add(new StringField("id", quotation.id(), Store.YES));
    document.add(new TextField("quote", quotation.text(), Store.YES));
    StringBuilder sentence = new StringBuilder();
    Sentences.around(article.text(), quotation.runs())
        .forEach(span -> sentence.append(span.in(article.text())).append(' '));
    document.add(new TextField("sentence", sentence.toString(), Store.NO));
    facet(document, "kind", quotation.kind().name());
    facet(document, "speaker", quotation.speaker().name());
    facet(document, "speaker_type", quotation.speaker().type().name());
    quotation.about().forEach(value -> facet(document, "about", value));
    quotation
        .cue()
        .ifPresent(cue -> {
          String words = cue.in(article.text()).toLowerCase(Locale.ROOT);
          document.add(new StringField("cue", words, Store.NO));
          document.add(new SortedSetDocValuesFacetField("cue", words));
          document.add(new StoredField("cue_span", cue.start() + "-" + cue.end()));
        });
    quotation
        .mention()
        .ifPresent(
            span -> document.add(new StoredField("mention_span", span.start() + "-" + span.end())));
    document.add(new StoredField("runs", Arrays.toString(quotation.runs().toArray())));
    document.add(new StringField("rule", quotation.rule(), Store.YES));
    document.add(new DoubleField("confidence", quotation.confidence(), Store.YES));
    document.add(new NumericDocValuesField("position", quotation.runs().getFirst().start()));
    return document;
  }
}
