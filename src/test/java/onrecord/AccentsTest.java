package onrecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.List;
import onrecord.model.Article;
import onrecord.model.Quotation;
import onrecord.model.Span;
import onrecord.model.Speaker;
import onrecord.model.SpeakerType;
import onrecord.query.Concordance;
import onrecord.query.ConcordanceOrder;
import onrecord.query.ConcordanceRequest;
import onrecord.query.Facet;
import onrecord.query.FacetCount;
import onrecord.query.FacetRequest;
import onrecord.query.Hit;
import onrecord.query.Query;
import onrecord.query.Search;
import onrecord.query.SortOrder;
import onrecord.query.Suggestions.Suggestion;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Accents make no difference, whether they are part of a letter or marks behind it. */
class AccentsTest {

  private static final Search ALL = Search.of(Query.all());

  private Archive archive;

  @BeforeEach
  void open() throws IOException {
    archive = Archive.inMemory();
  }

  @AfterEach
  void close() throws IOException {
    archive.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"caf\u00e9", "cafe\u0301", "cafe", "CAFE\u0301S"})
  void eachFormFindsAllForms(String word) throws IOException {
    addBy("A", "The caf\u00e9.", "A cafe\u0301!", "Some cafe.");

    assertThat(total(Query.words(word))).isEqualTo(3);
    assertThat(total(Query.phrase(word))).isEqualTo(3);
    assertThat(total(Query.fuzzy(word.replace('f', 'v'), 2))).isEqualTo(3);
    assertThat(total(Query.wildcard(word.substring(0, 3) + "*"))).isEqualTo(3);
  }

  @Test
  void markBehindAWildcardIsNoLetter() throws IOException {
    addBy("A", "The caf\u00e9.", "A cafe\u0301!", "Some cafe.");

    assertThat(total(Query.wildcard("caf?\u0301"))).isEqualTo(3);
    assertThat(total(Query.prefix("cafe\u0301"))).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({"Ёлка,елка", "Αθήνα,ΑΘΗΝΑ", "οδός,ΟΔΟΣ", "Việt,viet", "שָׁלוֹם,שלום"})
  void accentsOfOtherAlphabetsMakeNoDifferenceEither(String word, String other) throws IOException {
    addBy("A", word, Normalizer.normalize(word, Form.NFD), other);

    assertThat(total(Query.words(word))).isEqualTo(3);
    assertThat(total(Query.words(Normalizer.normalize(word, Form.NFD)))).isEqualTo(3);
    assertThat(total(Query.words(other).exact())).isEqualTo(3);
  }

  @Test
  void highlightsAreThePlacesInTheTextAsPrinted() throws IOException {
    String text =
        "\ud835\udd1a \ud83d\ude00 nai\u0308ve Be\u0301atrice\u2019s cafe\u0301 e\u0301te\u0301"
            + " \ud834\udd1e cafe\u0301s, she said.";
    addBy("A", text);

    Hit found = hit(Query.words("cafe"));
    Hit phrase = hit(Query.phrase("caf\u00e9 \u00e9t\u00e9 cafe"));

    assertThat(found.highlights().inQuotation())
        .extracting(place -> place.in(text))
        .containsExactly("cafe\u0301", "cafe\u0301s");
    assertThat(found.highlights().inArticle()).isEqualTo(found.highlights().inQuotation());
    assertThat(phrase.highlights().inQuotation())
        .extracting(place -> place.in(text))
        .containsExactly("cafe\u0301 e\u0301te\u0301 \ud834\udd1e cafe\u0301s");
  }

  @Test
  void concordanceShowsTheTextAsPrinted() throws IOException {
    addBy("A", "the nai\u0308ve \ud83d\ude00 cafe\u0301 e\u0301te\u0301 now");

    Concordance found =
        archive
            .statistics()
            .concordance(
                Search.of(Query.words("cafe")),
                new ConcordanceRequest(2, ConcordanceOrder.LEFT, 10));

    assertThat(found.lines())
        .extracting(Concordance.Line::left, Concordance.Line::match, Concordance.Line::right)
        .containsExactly(tuple("nai\u0308ve \ud83d\ude00", "cafe\u0301", "e\u0301te\u0301 now"));
  }

  @Test
  void sameWordsAreOneWordingWhateverTheirForm() throws IOException {
    addBy("A", "The caf\u00e9 is open.", "the CAFE\u0301 is open", "The cafe is open!");

    assertThat(archive.search(Search.builder(Query.all()).distinct(true).build()).hits())
        .singleElement()
        .satisfies(hit -> assertThat(hit.occurrences()).hasSize(3));
  }

  @Test
  void speakerIsFoundByAllFormsOfTheName() throws IOException {
    addBy("\u00d6zil Mesut", "One");
    addBy("O\u0308zil Mesut", "Two");

    assertThat(total(Query.speakerWords("ozil"))).isEqualTo(2);
    assertThat(archive.suggest("\u00d6zi", ALL, 10).speakers())
        .containsExactly(new Suggestion("O\u0308zil Mesut", 2, true));
    assertThat(
            archive
                .search(
                    Search.builder(Query.all())
                        .facet(FacetRequest.top(Facet.SPEAKER, 10).startingWith("o\u0308z"))
                        .build())
                .facets()
                .getFirst()
                .counts())
        .containsExactly(new FacetCount("O\u0308zil Mesut", 2, 2));
  }

  @Test
  void speakersComeInTheOrderOfTheirPlainLetters() throws IOException {
    List<String> inOrder =
        List.of("Ada", "ada", "\u00c1da", "al-Bashir", "\u00c5lund", "Bob", "\u00d6zil", "Zed");
    for (String name : inOrder) {
      addBy(name, "One");
    }

    assertThat(archive.search(Search.builder(Query.all()).sort(SortOrder.SPEAKER).build()).hits())
        .extracting(hit -> hit.quotation().speaker().name())
        .containsExactlyElementsOf(inOrder);
    assertThat(
            archive
                .statistics()
                .concordance(
                    Search.of(Query.words("one")), ConcordanceRequest.by(ConcordanceOrder.SPEAKER))
                .lines())
        .extracting(line -> line.quotation().speaker().name())
        .containsExactlyElementsOf(inOrder);
  }

  @Test
  void nameThatGrowsInPlainLettersIsTaken() throws IOException {
    String name = "\u2487".repeat(8_000);

    addBy(name, "One");

    assertThat(total(Query.speaker(name))).isEqualTo(1);
  }

  private long total(Query query) throws IOException {
    return archive.search(Search.of(query)).total();
  }

  private Hit hit(Query query) throws IOException {
    return archive.search(Search.builder(query).highlight(true).build()).hits().getFirst();
  }

  /** Adds an article of one speaker, whose paragraphs are quotations. */
  private void addBy(String speaker, String... quotations) throws IOException {
    Article article = Article.builder(speaker, String.join("\n", quotations)).build();
    List<Quotation> built = new ArrayList<>();
    int at = 0;
    for (String quotation : quotations) {
      built.add(
          Quotation.builder(article, List.of(new Span(at, at + quotation.length())))
              .speaker(Speaker.of(speaker, SpeakerType.PERSON))
              .build());
      at += quotation.length() + 1;
    }
    archive.add(article, built);
    archive.commit();
  }
}
