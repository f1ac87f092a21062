package onrecord.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import onrecord.model.Article;
import onrecord.model.PartialDate;
import onrecord.model.Published;
import onrecord.model.Quotation;
import onrecord.model.Said;
import onrecord.model.Span;
import onrecord.model.Speaker;
import onrecord.model.SpeakerType;
import onrecord.query.Facet;
import onrecord.query.SortOrder;
import onrecord.query.Target;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValuesType;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;

/** Compares an index with the declarations of its fields. */
class IndexFieldTest {

  /** An article with every property. */
  private static final Article ARTICLE =
      Article.builder("a", "On Sunday she said.But later: \u201cWe go.\u201d")
          .title("Departure")
          .published(Published.parse("2020-11-22T18:30Z"))
          .outlet("The Courier")
          .section("City")
          .authors(List.of("B. Ink"))
          .language("en")
          .tags(List.of("harbour"))
          .url("https://courier.example/a")
          .build();

  /** A quotation with every property, whose sentence begins within a word of the article. */
  private static final Quotation QUOTATION =
      Quotation.builder(ARTICLE, List.of(new Span(31, 37)))
          .speaker(
              new Speaker(
                  "Ada Holm",
                  SpeakerType.PERSON,
                  Optional.of("the mayor"),
                  Optional.of("Q7"),
                  Optional.of("Holm")))
          .mention(new Span(10, 13))
          .cue(new Span(14, 18))
          .said(new Said(new Span(0, 9), Optional.of(PartialDate.parse("2020-11-22"))))
          .about(List.of("Bo Lund"))
          .build();

  /** How a field of the index is kept. */
  private record Kept(IndexOptions terms, int dimensions, int bytes, DocValuesType values) {}

  @Test
  void indexHasTheFieldsThatAreDeclared() throws IOException {
    TreeMap<String, Kept> declared = new TreeMap<>();
    for (IndexField field : IndexField.values()) {
      if (field.isIndexed()) {
        declared.put(field.field(), kept(field.layout()));
      }
      if (field.isText() || field.hasWords()) {
        declared.put(
            field.isText() ? field.terms() : field.words(),
            new Kept(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, 0, 0, DocValuesType.NONE));
      }
    }

    assertThat(indexed()).isEqualTo(declared);
  }

  private static Kept kept(Layout layout) {
    DocValuesType values =
        switch (layout.values()) {
          case NONE -> DocValuesType.NONE;
          case NAME -> DocValuesType.SORTED;
          case NAMES -> DocValuesType.SORTED_SET;
          case INTEGER -> DocValuesType.NUMERIC;
          case DECIMAL -> DocValuesType.SORTED_NUMERIC;
          case BYTES -> DocValuesType.BINARY;
        };
    return switch (layout.terms()) {
      case NONE, STEMS -> new Kept(IndexOptions.NONE, 0, 0, values);
      case NAME -> new Kept(IndexOptions.DOCS, 0, 0, values);
      case INTEGER -> new Kept(IndexOptions.NONE, 1, Integer.BYTES, values);
      case DECIMAL -> new Kept(IndexOptions.NONE, 1, Double.BYTES, values);
      case DAYS -> new Kept(IndexOptions.NONE, 2, Integer.BYTES, values);
    };
  }

  private static TreeMap<String, Kept> indexed() throws IOException {
    TreeMap<String, Kept> indexed = new TreeMap<>();
    try (Directory directory = new ByteBuffersDirectory()) {
      try (IndexWriter writer =
          new IndexWriter(directory, new IndexWriterConfig(Schema.analyzer()))) {
        writer.addDocuments(documents());
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        for (FieldInfo field : FieldInfos.getMergedFieldInfos(reader)) {
          indexed.put(
              field.name,
              new Kept(
                  field.getIndexOptions(),
                  field.getPointDimensionCount(),
                  field.getPointNumBytes(),
                  field.getDocValuesType()));
        }
      }
    }
    return indexed;
  }

  private static List<Document> documents() {
    return ImmutableList.copyOf(
        new BlockDocuments(
            ARTICLE, List.of(QUOTATION), ArticleMetadata.of(ARTICLE, Optional.of("1"))));
  }

  @Test
  void documentsHaveAndStoreTheFieldsThatAreDeclared() {
    List<String> ofQuotations = new ArrayList<>();
    List<String> ofArticles = new ArrayList<>();
    List<String> stored = new ArrayList<>();
    for (IndexField field : IndexField.values()) {
      if (field.isOfQuotations() && field.isSearchedOrCounted()) {
        ofQuotations.add(field.field());
      }
      if (field.isOfArticles() && field.isIndexed()) {
        ofArticles.add(field.field());
      }
      if (field.isText()) {
        if (field != IndexField.SENTENCE) {
          // An article has a quotation without words, so that every document has a length of it.
          ofArticles.add(field.terms());
        }
        // A text of the article is indexed once, however many quotations repeat it.
        if (!field.isOfArticles()) {
          ofQuotations.add(field.terms());
        }
      } else if (field.hasWords()) {
        if (field.isOfQuotations()) {
          ofQuotations.add(field.words());
        }
        if (field.isOfArticles()) {
          ofArticles.add(field.words());
        }
      }
      if (field.isStored()) {
        stored.add(field.field());
      }
    }

    assertThat(names(documents().get(0))).containsExactlyInAnyOrderElementsOf(ofQuotations);
    assertThat(names(documents().get(1))).containsExactlyInAnyOrderElementsOf(ofArticles);
    assertThat(
            documents().stream()
                .flatMap(document -> document.getFields().stream())
                .filter(field -> field.fieldType().stored())
                .map(IndexableField::name)
                .distinct())
        .containsExactlyInAnyOrderElementsOf(stored);
  }

  private static List<String> names(Document document) {
    return document.getFields().stream().map(IndexableField::name).distinct().toList();
  }

  @Test
  void everyFieldExistsSinceAFormatThatCanBeRead() {
    assertThat(IndexField.values())
        .allSatisfy(
            field -> assertThat(field.since()).isBetween(Schema.OLDEST_FORMAT, Schema.FORMAT))
        .filteredOn(IndexField::hasWords)
        .allSatisfy(
            field -> assertThat(field.layout().words()).isBetween(field.since(), Schema.FORMAT));
  }

  @Test
  void facetsTargetsAndOrdersHaveFieldsThatFitThem() {
    assertThat(Facet.Standard.values())
        .allSatisfy(facet ->
            assertThat(IndexField.of(facet).countedIn().layout().values())
                .isEqualTo(
                    switch (facet.kind()) {
                      case NAMES, CONSTANTS ->
                          facet == Facet.Standard.RULE ? Layout.Values.NAME : Layout.Values.NAMES;
                      case DATES -> Layout.Values.INTEGER;
                      case BANDS -> Layout.Values.DECIMAL;
                      case OWN -> throw new AssertionError(facet);
                    }));
    Set<Target.Standard> readFromStoredText =
        EnumSet.of(Target.Standard.DESCRIPTION, Target.Standard.PRINTED);
    assertThat(EnumSet.complementOf(EnumSet.copyOf(readFromStoredText)))
        .allSatisfy(target ->
            assertThat(IndexField.of(target).words())
                .isEqualTo(
                    IndexField.of(target).field() + (target.isName() ? "_words" : "_exact")));
    assertThat(readFromStoredText)
        .allSatisfy(target -> assertThat(IndexField.of(target).hasWords()).isFalse())
        .allSatisfy(target -> assertThat(IndexField.of(target).isInParts()).isTrue());
    assertThat(SortOrder.values())
        .allSatisfy(order -> assertThat(IndexField.of(order)).isNotNull());
  }
}
