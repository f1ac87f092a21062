package onrecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import onrecord.extract.Extractor;
import onrecord.extract.SpeakerAuthority;
import onrecord.model.Article;
import onrecord.model.FieldType;
import onrecord.model.FieldValue;
import onrecord.model.Fields;
import onrecord.model.KnownSpeaker;
import onrecord.query.DateLevel;
import onrecord.query.FacetCount;
import onrecord.query.FacetRequest;
import onrecord.query.Hit;
import onrecord.query.InvalidSearchException;
import onrecord.query.Order;
import onrecord.query.OwnField;
import onrecord.query.Query;
import onrecord.query.Search;
import onrecord.query.SearchResult;
import onrecord.query.TimeStep;
import onrecord.query.TimelineRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fields that the owner of an archive adds to articles and speakers. */
class OwnFieldsTest {

  private static final OwnField COUNTRY = OwnField.ofArticle("country");
  private static final OwnField REACH = OwnField.ofArticle("reach");
  private static final OwnField GENDER = OwnField.ofSpeaker("gender");

  private static final Fields OF_FIRST =
      Fields.builder()
          .name("country", "Ireland")
          .name("country", "Northern Ireland")
          .number("reach", 12_000)
          .add("filed", FieldValue.day(LocalDate.of(2024, 5, 2)))
          .add("summary", FieldValue.text("The mills are opening again."))
          .build();
  private static final Fields OF_SECOND =
      Fields.builder().name("country", "ireland").number("reach", -2.5).build();
  private static final Fields OF_ADA =
      Fields.builder()
          .name("gender", "female")
          .name("party", "Mill Party")
          .add("born", FieldValue.day(LocalDate.of(1961, 3, 4)))
          .build();

  @TempDir Path folder;
  private Archive archive;

  @BeforeEach
  void fill() throws IOException {
    archive = Archive.open(folder.resolve("archive"), options());
    archive.add(article("first").fields(OF_FIRST).build());
    archive.add(article("second").fields(OF_SECOND).build());
    archive.add(article("third").build());
    archive.commit();
  }

  private static ArchiveOptions options() {
    SpeakerAuthority authority =
        SpeakerAuthority.of(
            List.of(
                KnownSpeaker.builder("Ada Holm").id("Q7").fields(OF_ADA).build(),
                KnownSpeaker.builder("Bo Lind").build()));
    return ArchiveOptions.builder()
        .extractor(Extractor.builder().authority(authority).build())
        .build();
  }

  private static Article.Builder article(String id) {
    String speaker = id.equals("second") ? "Bo Lind" : "Ada Holm";
    return Article.builder(id, "\"The mill will open in spring,\" said " + speaker + ".");
  }

  @AfterEach
  void close() throws IOException {
    archive.close();
  }

  private List<String> found(String query) throws IOException {
    return archive.search(Search.of(Query.parse(query))).hits().stream()
        .map(hit -> hit.article().id())
        .sorted()
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "none",
      value = {
        "article.country:ireland | first,second",
        "article.country:\"IRELAND\" | first,second",
        "article.country:\"northern ireland\" | first",
        "article.country:north* | first",
        "article.country.near:\"ireland northern\"~0 | first",
        "article.country:(unknown) | third",
        "article.country:* | first,second",
        "article.reach:12000 | first",
        "article.reach:\"1.2e4\" | first",
        "article.reach:[-2.5 TO 0] | second",
        "article.reach:{-2.5 TO *] | first",
        "article.reach>=0 | first",
        "article.reach<12000 | second",
        "article.reach:(unknown) | third",
        "article.filed:2024-05 | first",
        "article.filed:[2024-05-03 TO *] | ``",
        "article.filed:[* TO 2024] | first",
        "article.filed:(unknown) | second,third",
        "article.summary:mill | first",
        "article.summary.exact:mill | ``",
        "article.summary:\"mill are\" | first",
        "article.summary.exact:\"mill are\" | ``",
        "article.summary.exact:\"the mills\" | first",
        "article.summary.case:The | first",
        "article.summary.case:\"mills are\" | first",
        "article.summary.case:Mills | ``",
        "article.summary.case:\"the mills\" | ``",
        "article.summary.case:Th* | first",
        "article.summary.case:M* | ``",
        "article.summary.case.near:\"opening mills\"~5 | first",
        "article.summary.case.near:\"Opening mills\"~5 | ``",
        "article.summary:\"mills are\" | first",
        "article.summary:(unknown) | second,third",
        "speaker.gender:female | first,third",
        "speaker.gender:(unknown) | second",
        "speaker.party:mill -article.country:ireland | third",
        "speaker.born:[1960 TO 1961] | first,third",
        "in_article:\"speaker.gender:female\" article.reach:12000 | first",
      })
  void queryFindsByTheTypeOfTheField(String query, String ids) throws IOException {
    assertThat(String.join(",", found(query))).isEqualTo(ids);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "article.land:x | the archive has no field article.land; the fields that have been added to it"
            + " are article.country, article.filed, article.reach, article.summary, speaker.born,"
            + " speaker.gender, speaker.party",
        "article.reach:much | field article.reach: a number such as 12 or 0.5 was expected, but was 'much'",
        "article.reach:1* | a number or a range was expected for the field article.reach, but was"
            + " article.reach:1*",
        "article.reach:[2024-05 TO *] | field article.reach: a number such as 12 or 0.5 was expected,"
            + " but was '2024-05'",
        "article.country.case:Ireland | words in their case require a field of texts, but"
            + " article.country is a name",
        "article.reach.case:12 | words in their case require a field of texts, but article.reach is"
            + " a number",
        "article.country:[1 TO 2] | a range requires a field of numbers or days, but article.country"
            + " is a name",
        "article.filed:spring | field article.filed: date must be of the form 2020, 2020-11",
      })
  void queryThatDoesNotFitTheFieldIsRejected(String query, String reason) {
    assertThatThrownBy(() -> found(query))
        .isInstanceOf(InvalidSearchException.class)
        .hasMessageContaining(reason.substring(0, Math.min(reason.length(), 60)));
  }

  @Test
  void facetsCountEachValueOnceAndWhatIsUnknown() throws IOException {
    Search search =
        Search.builder(Query.all())
            .facet(COUNTRY)
            .facet(REACH)
            .facet(GENDER)
            .facet(FacetRequest.top(OwnField.ofArticle("filed"), 5))
            .build();

    var result = archive.search(search);

    assertThat(result.facets().get(0).counts())
        .containsExactly(
            new FacetCount("Ireland", 2, 2),
            new FacetCount("(unknown)", 1, 1),
            new FacetCount("Northern Ireland", 1, 1));
    assertThat(result.facets().get(1).counts())
        .containsExactly(
            new FacetCount("(unknown)", 1, 1),
            new FacetCount("-2.5", 1, 1),
            new FacetCount("12000", 1, 1));
    assertThat(result.facet(GENDER).counts())
        .containsExactly(new FacetCount("female", 2, 2), new FacetCount("(unknown)", 1, 1));
    assertThat(result.facets().get(3).counts())
        .containsExactly(new FacetCount("(unknown)", 2, 2), new FacetCount("2024-05-02", 1, 1));
  }

  @Test
  void filterAndSplitByAField() throws IOException {
    Search search = Search.builder(Query.all()).filter(GENDER, "FEMALE").facet(GENDER).build();

    assertThat(archive.search(search).total()).isEqualTo(2);
    assertThat(archive.search(search).facet(GENDER).values()).isEqualTo(2);
    assertThat(
            archive
                .statistics()
                .timeline(search, TimelineRequest.of(TimeStep.YEAR).splitBy(COUNTRY, 5))
                .series())
        .extracting(series -> series.value() + " " + series.quotations())
        .containsExactly("(unknown) 1", "Ireland 1", "Northern Ireland 1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "article.reach          | second,first,third",
        "article.reach:asc      | second,first,third",
        "Article.Reach:DESC     | first,second,third",
        "article.country:asc    | first,second,third",
        "article.country:desc   | first,second,third",
        "article.filed:desc     | first,second,third",
        "speaker.born:asc       | first,third,second",
        "speaker.gender:desc    | first,third,second",
      })
  void hitsAreSortedByAField(String order, String ids) throws IOException {
    Search search = Search.builder(Query.all()).sort(Order.parse(order)).pageSize(1).build();
    List<String> walked = new ArrayList<>();
    for (Optional<Search> page = Optional.of(search); page.isPresent(); ) {
      SearchResult result = archive.search(page.get());
      result.hits().forEach(hit -> walked.add(hit.article().id()));
      page = page.get().after(result);
    }

    assertThat(String.join(",", walked)).isEqualTo(ids);
    try (Stream<Hit> hits = archive.stream(search)) {
      assertThat(hits.map(hit -> hit.article().id())).isEqualTo(walked);
    }
  }

  @Test
  void hitsAreNotSortedByTextsAndUnknownFields() {
    assertThatThrownBy(() -> sorted(OwnField.ofArticle("summary").ascending(), ""))
        .isInstanceOf(InvalidSearchException.class)
        .hasMessage(
            "field article.summary is a text, by which hits are not sorted; by names, numbers and"
                + " days they are");
    assertThatThrownBy(() -> sorted(OwnField.ofArticle("land").descending(), ""))
        .isInstanceOf(InvalidSearchException.class)
        .hasMessageStartingWith("the archive has no field article.land; the fields that");
    assertThatThrownBy(() -> Order.parse("article.reach:down"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "an order must be one of relevance, newest, oldest, speaker, confidence, or a field of"
                + " the archive such as article.reach or article.reach:desc, but was"
                + " 'article.reach:down'");
  }

  @Test
  void cursorBelongsToOneDirection() throws IOException {
    String cursor = sorted(REACH.ascending(), "").cursor().orElseThrow();

    assertThat(sorted(REACH.ascending(), cursor).hits()).hasSize(1);
    assertThatThrownBy(() -> sorted(REACH.descending(), cursor))
        .isInstanceOf(InvalidSearchException.class)
        .hasMessageContaining("cursor belongs to another search");
  }

  private SearchResult sorted(Order order, String cursor) throws IOException {
    Search.Builder search = Search.builder(Query.all()).sort(order).pageSize(1);
    return archive.search((cursor.isEmpty() ? search : search.cursor(cursor)).build());
  }

  @Test
  void textIsNotCountedAndDatesRequireDays() {
    assertThatThrownBy(() ->
            archive.search(
                Search.builder(Query.all()).facet(OwnField.ofArticle("summary")).build()))
        .isInstanceOf(InvalidSearchException.class)
        .hasMessageContaining("article.summary is a text");
    assertThatThrownBy(() ->
            archive.search(
                Search.builder(Query.all())
                    .facet(FacetRequest.by(COUNTRY, DateLevel.YEAR))
                    .build()))
        .isInstanceOf(InvalidSearchException.class)
        .hasMessage(
            "a field of days was expected to be counted by period, but article.country is a name");
  }

  @Test
  void hitsAndArticlesHaveTheFieldsAfterReopening() throws IOException {
    archive.close();
    archive = Archive.openReadOnly(folder.resolve("archive"));

    Hit hit = archive.search(Search.of(Query.parse("article.reach:12000"))).hits().getFirst();

    assertThat(hit.article().fields()).isEqualTo(OF_FIRST);
    assertThat(hit.quotation().speaker().fields()).isEqualTo(OF_ADA);
    assertThat(archive.article("first").orElseThrow().fields()).isEqualTo(OF_FIRST);
    assertThat(archive.info().ownFields())
        .isEqualTo(
            Map.of(
                COUNTRY,
                FieldType.NAME,
                OwnField.ofArticle("filed"),
                FieldType.DAY,
                REACH,
                FieldType.NUMBER,
                OwnField.ofArticle("summary"),
                FieldType.TEXT,
                OwnField.ofSpeaker("born"),
                FieldType.DAY,
                GENDER,
                FieldType.NAME,
                OwnField.ofSpeaker("party"),
                FieldType.NAME));
    assertThat(archive.verify().isSound()).isTrue();
  }

  @Test
  void anotherTypeIsRejectedAndChangesNothing() throws IOException {
    Article other =
        article("first")
            .fields(Fields.builder().name("reach", "large").name("new", "x").build())
            .build();

    assertThatThrownBy(() -> archive.add(other))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "field article.reach of article first is a name, but the archive has it as a number;"
                + " a field has one type, so give it another name or that type");
    archive.add(article("fourth").fields(Fields.builder().number("new", 1).build()).build());
    archive.commit();

    assertThat(found("article.reach:12000")).containsExactly("first");
    assertThat(found("article.new:1")).containsExactly("fourth");
  }

  @Test
  void typeIsKnownBeforeItIsVisible() throws IOException {
    archive.add(article("fourth").fields(Fields.builder().number("new", 1).build()).build());

    assertThatThrownBy(() ->
            archive.add(
                article("fifth").fields(Fields.builder().name("new", "one").build()).build()))
        .hasMessageContaining("article.new of article fifth is a name");
  }

  @Test
  void sameArticleWithOtherFieldsIsReplaced() throws IOException {
    archive.add(article("first").fields(OF_SECOND).build());
    archive.commit();

    assertThat(found("article.reach:[* TO 0]")).containsExactly("first", "second");
    assertThat(archive.info().articles()).isEqualTo(3);
  }

  @Test
  void articlesAreDeletedByTheirFields() throws IOException {
    assertThat(archive.delete(Query.parse("article.country:ireland AND article.reach:[1 TO *]")))
        .isEqualTo(1);
    archive.commit();
    assertThat(archive.article("first")).isEmpty();
    assertThat(archive.delete(Query.parse("article.country:(unknown)"))).isEqualTo(1);
    assertThat(archive.delete(Query.parse("speaker.gender:female"))).isZero();
  }

  @Test
  void emptyAnswerNamesTheNearestValue() throws IOException {
    assertThat(archive.statistics().hints(Search.of(Query.parse("speaker.gender:\"femal\""))))
        .singleElement()
        .satisfies(hint -> assertThat(hint.nearest()).containsExactly("female"));
    assertThat(archive.statistics().hints(Search.of(Query.parse("article.summary:mils"))))
        .singleElement()
        .satisfies(hint -> assertThat(hint.nearest()).contains("mills"));
  }
}
