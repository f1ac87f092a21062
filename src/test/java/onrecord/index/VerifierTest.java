package onrecord.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import onrecord.Archive;
import onrecord.engine.Verification;
import onrecord.extract.Extractor;
import onrecord.model.Article;
import onrecord.model.PartialDate;
import onrecord.model.Published;
import onrecord.model.Quotation;
import onrecord.model.Said;
import onrecord.model.Span;
import onrecord.model.Speaker;
import onrecord.model.SpeakerType;
import onrecord.schema.Schema;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.InvertableType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredValue;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DocValuesType;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.IndexableFieldType;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is indexed of an archive other than by what it stores. */
class VerifierTest {

  private static final String TEXT = "“It will open on Friday,” said Ann Lee. Bo Ray nodded.";

  @TempDir Path folder;

  private final Article article =
      Article.builder("a", TEXT)
          .title("The bridge")
          .outlet("The Courier")
          .section("Town")
          .language("en")
          .url("https://example.org/a")
          .authors(List.of("Cy Fox", "Di Orr"))
          .tags(List.of("toll", "bridge"))
          .published(Published.parse("2020-11-22T18:30Z"))
          .build();
  private final Quotation quotation =
      Quotation.builder(article, List.of(new Span(1, 24)))
          .speaker(
              new Speaker(
                  "Ann Lee",
                  SpeakerType.PERSON,
                  Optional.of("a witness"),
                  Optional.of("Q1"),
                  Optional.empty()))
          .cue(new Span(26, 30))
          .said(new Said(new Span(14, 23), Optional.of(PartialDate.parse("2020-11-20"))))
          .about(List.of("Bo Ray"))
          .build();

  private List<Document> documents() {
    List<Document> documents = new ArrayList<>();
    ArticleBlock.of(article, List.of(quotation), Optional.of(Extractor.VERSION))
        .documents()
        .forEach(documents::add);
    return documents;
  }

  @BeforeEach
  void makeAnArchive() throws IOException {
    try (Archive archive = Archive.open(folder)) {
      archive.add(Article.builder("b", "“Yes,” said Bo Ray.").build());
    }
  }

  private void replace(List<Document> block) throws IOException {
    try (Directory directory = FSDirectory.open(folder);
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(Schema.analyzer()))) {
      writer.deleteAll();
      writer.addDocuments(block);
    }
  }

  private static Document altered(Document document, int position) {
    Document changed = new Document();
    for (int i = 0; i < document.getFields().size(); i++) {
      IndexableField field = document.getFields().get(i);
      changed.add(i == position ? new Altered(field) : field);
    }
    return changed;
  }

  /** A field that is stored as another one, but indexed with another value. */
  private record Altered(IndexableField field) implements IndexableField {
    @Override
    public String name() {
      return field.name();
    }

    @Override
    public IndexableFieldType fieldType() {
      return field.fieldType();
    }

    @Override
    public TokenStream tokenStream(Analyzer analyzer, @Nullable TokenStream reuse) {
      return analyzer.tokenStream(name(), "other words");
    }

    @Override
    public @Nullable BytesRef binaryValue() {
      @Nullable BytesRef value = field.binaryValue();
      if (value == null) {
        return null;
      }
      BytesRef bytes = BytesRef.deepCopyOf(value);
      bytes.bytes[bytes.offset + bytes.length - 1] ^= 1;
      return bytes;
    }

    @Override
    public @Nullable String stringValue() {
      return field.stringValue();
    }

    @Override
    public @Nullable CharSequence getCharSequenceValue() {
      return field.getCharSequenceValue();
    }

    @Override
    public @Nullable Reader readerValue() {
      return null;
    }

    @Override
    public @Nullable Number numericValue() {
      @Nullable Number value = field.numericValue();
      return value == null ? null : value.longValue() + 1;
    }

    @Override
    public @Nullable StoredValue storedValue() {
      return field.storedValue();
    }

    @Override
    public InvertableType invertableType() {
      return field.invertableType();
    }
  }

  private static boolean isIndexed(IndexableField field) {
    return field.fieldType().indexOptions() != IndexOptions.NONE
        || field.fieldType().docValuesType() != DocValuesType.NONE
        || field.fieldType().pointDimensionCount() > 0;
  }

  @Test
  void isNoneWhereEveryFieldIsIndexedAsItIsWritten() throws IOException {
    replace(documents());

    assertThat(Archive.verify(folder))
        .isEqualTo(new Verification(1, 1, List.of(), Optional.empty()));
  }

  @Test
  void isNoticedWhereAnyFieldIsIndexedWithAnotherValue() throws IOException {
    int fields = 0;
    for (int d = 0; d < 2; d++) {
      for (int f = 0; f < documents().get(d).getFields().size(); f++) {
        List<Document> block = documents();
        IndexableField field = block.get(d).getFields().get(f);
        if (isIndexed(field)) {
          block.set(d, altered(block.get(d), f));
          replace(block);

          Verification found = Archive.verify(folder);

          assertThat(found.problems()).as("%s of document %d", field, d).isNotEmpty();
          fields++;
        }
      }
    }
    assertThat(fields).isGreaterThan(60);
  }

  @Test
  void isNoticedWhereMoreIsIndexed() throws IOException {
    FieldType words = new FieldType(TextField.TYPE_NOT_STORED);
    words.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
    FieldType ofNames = new FieldType(TextField.TYPE_NOT_STORED);
    ofNames.setOmitNorms(true);
    List<IndexableField> more =
        List.of(
            new StringField("tag", "false", Store.NO),
            new Field("quote_exact", "never", words),
            new Field("title_exact", "never", words),
            new Field("speaker_words", "ray", ofNames),
            new StringField("speaker", "Bo Ray", Store.NO),
            new SortedSetDocValuesField("outlet", new BytesRef("The Sun")),
            new SortedSetDocValuesField("speaker", new BytesRef("Bo Ray")),
            new IntPoint("date_number", 20201123),
            new NumericDocValuesField("foreign", 1),
            new TextField("foreign", "words", Store.NO));
    for (IndexableField field : more) {
      List<Document> block = documents();
      block.getFirst().add(field);
      replace(block);

      assertThat(Archive.verify(folder).problems())
          .as("%s", field)
          .containsExactly(
              "article a has quotation a#1 indexed other than by the values that it stores");
    }
  }

  @Test
  void isNoticedWhereAnUpdateChangesADocValue() throws IOException {
    replace(documents());
    try (Directory directory = FSDirectory.open(folder);
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      writer.updateNumericDocValue(new Term("id", quotation.id()), "said_number", 20190101);
    }

    assertThat(Archive.verify(folder).problems())
        .containsExactly(
            "article a has quotation a#1 indexed other than by the values that it stores");
  }
}
