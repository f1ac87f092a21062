package onrecord;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import onrecord.engine.AnnotationReport;
import onrecord.extract.Extractor;
import onrecord.extract.SpeakerAuthority;
import onrecord.model.Annotation;
import onrecord.model.Annotation.Correction;
import onrecord.model.Annotation.Label;
import onrecord.model.Article;
import onrecord.model.FieldType;
import onrecord.model.FieldValue;
import onrecord.model.Fields;
import onrecord.model.KnownSpeaker;
import onrecord.model.Quotation;
import onrecord.model.RecordedAnnotation;
import onrecord.model.RecordedAnnotation.Standing;
import onrecord.model.Span;
import onrecord.model.Speaker;
import onrecord.model.SpeakerType;
import onrecord.query.Facet;
import onrecord.query.Hit;
import onrecord.query.OwnField;
import onrecord.query.Query;
import onrecord.query.Search;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Labels and corrections of coders, which an archive keeps with the quotations. */
class AnnotationsTest {

  private static final LocalDate MONDAY = LocalDate.of(2024, 5, 6);
  private static final LocalDate TUESDAY = MONDAY.plusDays(1);
  private static final String FIRST = "\"The ferry sails at noon,\" Ada Holm said.";
  private static final String SECOND = "\"It is never late,\" she added on the quay.";
  private static final String TEXT = FIRST + "\n\n" + SECOND;
  private static final String FERRY = "ferry#1";
  private static final String LATE = "ferry#" + (FIRST.length() + 3);

  @TempDir Path folder;
  private Archive archive;

  @BeforeEach
  void fill() throws IOException {
    fill(Archive.inMemory());
  }

  /** Continues with an archive on a disk. */
  private void fillFolder() throws IOException {
    archive.close();
    fill(Archive.open(folder.resolve("archive")));
  }

  private void fill(Archive empty) throws IOException {
    archive = empty;
    archive.add(article(TEXT));
    archive.add(Article.builder("mill", "\"The mill is closed,\" said Bo Lind.").build());
    archive.commit();
  }

  @AfterEach
  void close() throws IOException {
    archive.close();
  }

  private static Article article(String text) {
    return Article.builder("ferry", text).build();
  }

  private static Annotation stance(String quotation, String value, String coder, LocalDate day) {
    return Annotation.label(quotation, "stance", FieldValue.name(value), coder, day);
  }

  private static Annotation withdrawal(
      String quotation, String field, String coder, LocalDate day) {
    return new Annotation(quotation, new Label(field, List.of()), coder, day);
  }

  private AnnotationReport annotate(Annotation... annotations) throws IOException {
    AnnotationReport report = archive.annotate(List.of(annotations));
    archive.commit();
    return report;
  }

  private Quotation quotation(String id) throws IOException {
    return archive.quotation(id).orElseThrow().quotation();
  }

  /** The values of the labels of a quotation, by its first words. */
  private List<String> stances(String words) throws IOException {
    try (Stream<Hit> hits = archive.stream(Search.of(Query.all()))) {
      return hits.map(Hit::quotation)
          .filter(quotation -> quotation.text().startsWith(words))
          .flatMap(quotation -> quotation.fields().of("stance").stream())
          .map(FieldValue::text)
          .toList();
    }
  }

  private List<RecordedAnnotation> recorded() throws IOException {
    try (Stream<RecordedAnnotation> all = archive.annotations()) {
      return all.toList();
    }
  }

  private List<Standing> standings() throws IOException {
    return recorded().stream().map(RecordedAnnotation::standing).toList();
  }

  private void reopen() throws IOException {
    archive.close();
    archive = Archive.open(folder.resolve("archive"));
  }

  @Nested
  class Labels {

    @Test
    void areFieldsOfTheQuotation() throws IOException {
      fillFolder();
      AnnotationReport report =
          annotate(
              stance(FERRY, "for", "ann", MONDAY),
              Annotation.label(FERRY, "strength", FieldValue.number(3), "ann", MONDAY));

      assertThat(report).isEqualTo(new AnnotationReport(2, 0, List.of()));
      reopen();
      assertThat(quotation(FERRY).fields())
          .isEqualTo(Fields.builder().name("stance", "for").number("strength", 3).build());
      assertThat(quotation(LATE).fields()).isEqualTo(Fields.NONE);
      assertThat(archive.search(Search.of(Query.parse("quotation.stance:for"))).total())
          .isEqualTo(1);
      assertThat(archive.info().ownFields())
          .containsEntry(OwnField.ofQuotation("strength"), FieldType.NUMBER);
      assertThat(archive.verify().problems()).isEmpty();
    }

    @Test
    void ofTheLatestDayCountWhateverTheirOrder() throws IOException {
      annotate(stance(FERRY, "against", "ann", TUESDAY));
      annotate(stance(FERRY, "for", "ben", MONDAY));

      assertThat(stances("The ferry")).containsExactly("against");
      assertThat(standings()).containsExactly(Standing.CURRENT, Standing.SUPERSEDED);

      annotate(stance(FERRY, "unclear", "ben", TUESDAY));
      assertThat(stances("The ferry")).containsExactly("unclear");
    }

    @Test
    void areWithdrawnByTheirCoderAlone() throws IOException {
      annotate(stance(FERRY, "for", "ann", MONDAY), stance(FERRY, "against", "ben", MONDAY));

      annotate(withdrawal(FERRY, "stance", "ben", TUESDAY));
      assertThat(stances("The ferry")).containsExactly("for");
      annotate(withdrawal(FERRY, "stance", "ann", TUESDAY));

      assertThat(quotation(FERRY).fields()).isEqualTo(Fields.NONE);
      assertThat(recorded()).hasSize(4);
      assertThat(archive.verify().problems()).isEmpty();
    }

    @Test
    void thatAreRepeatedAreAddedOnce() throws IOException {
      Annotation label = stance(FERRY, "for", "ann", MONDAY);
      annotate(label);

      assertThat(annotate(label)).isEqualTo(new AnnotationReport(0, 1, List.of()));
      assertThat(recorded())
          .containsExactly(
              new RecordedAnnotation(
                  label,
                  "ferry",
                  "The ferry sails at noon,",
                  Optional.of(FERRY),
                  Standing.CURRENT,
                  Optional.empty()));
    }

    @Test
    void thatCannotBeAddedAreReported() throws IOException {
      Annotation unknown = stance("ferry#999", "for", "ann", MONDAY);
      Annotation number = Annotation.label(LATE, "stance", FieldValue.number(1), "ann", MONDAY);

      AnnotationReport report = annotate(stance(FERRY, "for", "ann", MONDAY), unknown, number);

      assertThat(report.added()).isEqualTo(1);
      assertThat(report.rejected())
          .containsExactly(
              new AnnotationReport.Rejected(unknown, "the archive has no quotation 'ferry#999'"),
              new AnnotationReport.Rejected(
                  number,
                  "field quotation.stance of article ferry is a number, but the archive has it as a"
                      + " name; a field has one type, so give it another name or that type"));
    }

    @Test
    void keepTheirTypeWhileNoQuotationHasThem() throws IOException {
      fillFolder();
      annotate(stance(FERRY, "for", "ann", MONDAY));
      annotate(withdrawal(FERRY, "stance", "ann", MONDAY));
      reopen();

      AnnotationReport report =
          annotate(Annotation.label(LATE, "stance", FieldValue.number(1), "ann", MONDAY));

      assertThat(report.rejected()).hasSize(1);
    }

    @Test
    void ofAnArticleThatIsNotVisibleYetAreAdded() throws IOException {
      archive.add(Article.builder("new", "\"The new weir holds,\" said Bo Lind.").build());

      assertThat(annotate(stance("new#1", "for", "ann", MONDAY)).added()).isEqualTo(1);
      assertThat(stances("The new weir")).containsExactly("for");
    }

    @Test
    void areDeletedWithTheArticle() throws IOException {
      annotate(stance(FERRY, "for", "ann", MONDAY));
      archive.delete("ferry");
      archive.add(article(TEXT));
      archive.commit();

      assertThat(recorded()).isEmpty();
      assertThat(stances("The ferry")).isEmpty();
    }

    @Test
    void takeThePlaceOfGivenFieldsAndGiveThemBack() throws IOException {
      Article article = Article.builder("given", "Bo said: it works.").build();
      Fields given = Fields.builder().name("stance", "given").name("topic", "work").build();
      archive.add(
          article,
          List.of(Quotation.builder(article, List.of(new Span(9, 17))).fields(given).build()));

      annotate(stance("given#9", "coded", "ann", MONDAY));
      assertThat(quotation("given#9").fields())
          .isEqualTo(given.with(Fields.builder().name("stance", "coded").build()));
      annotate(withdrawal("given#9", "stance", "ann", MONDAY));
      assertThat(quotation("given#9").fields()).isEqualTo(given);
    }
  }

  @Nested
  class Corrections {

    private static final Speaker CLERK = Speaker.of("Cleo Marsh", SpeakerType.PERSON);

    @Test
    void takeThePlaceOfTheSpeaker() throws IOException {
      Quotation before = quotation(LATE);
      annotate(Annotation.correction(LATE, CLERK, "ann", MONDAY));

      Quotation after = quotation(LATE);
      assertThat(after.speaker()).isEqualTo(CLERK);
      assertThat(after.rule()).isEqualTo("correction");
      assertThat(after.confidence()).isEqualTo(1);
      assertThat(after.mention()).isEmpty();
      assertThat(after.cue()).isEqualTo(before.cue());
      assertThat(recorded().getFirst().replaced()).contains(before.speaker());
      assertThat(archive.search(Search.of(Query.speaker("cleo marsh"))).total()).isEqualTo(1);
      assertThat(
              archive
                  .search(Search.builder(Query.all()).facet(Facet.SPEAKER).build())
                  .facet(Facet.SPEAKER)
                  .counts())
          .extracting(count -> count.value() + " " + count.quotations())
          .containsExactlyInAnyOrder("Ada Holm 1", "Bo Lind 1", "Cleo Marsh 1");
    }

    @Test
    void areTakenBack() throws IOException {
      Quotation before = quotation(LATE);
      annotate(
          Annotation.correction(LATE, CLERK, "ann", MONDAY),
          new Annotation(LATE, new Correction(Optional.empty()), "ann", MONDAY));

      assertThat(quotation(LATE)).isEqualTo(before);
      assertThat(recorded()).hasSize(2);
    }

    @Test
    void keepTheMentionOfASpeakerWhoIsConfirmed() throws IOException {
      Quotation before = quotation(LATE);
      annotate(Annotation.correction(LATE, before.speaker(), "ann", MONDAY));

      assertThat(quotation(LATE).mention()).isEqualTo(before.mention()).isPresent();
    }

    @Test
    void canSayThatTheSpeakerIsUnknown() throws IOException {
      annotate(Annotation.correction(LATE, Speaker.UNKNOWN, "ann", MONDAY));

      assertThat(quotation(LATE).speaker().isKnown()).isFalse();
    }

    @Test
    void areIdentifiedAndSurviveAnotherExtractor() throws IOException {
      fillFolder();
      archive.close();
      Fields party = Fields.builder().name("party", "Quay Party").build();
      SpeakerAuthority authority =
          SpeakerAuthority.of(
              List.of(KnownSpeaker.builder("Cleo Marsh").id("Q9").fields(party).build()));
      archive =
          Archive.open(
              folder.resolve("archive"),
              ArchiveOptions.builder()
                  .extractor(Extractor.builder().authority(authority).build())
                  .build());
      annotate(Annotation.correction(LATE, CLERK, "ann", MONDAY));

      assertThat(archive.reextract(AddObserver.NONE).replaced()).isEqualTo(2);
      archive.commit();

      assertThat(quotation(LATE).speaker().id()).contains("Q9");
      assertThat(quotation(LATE).speaker().fields()).isEqualTo(party);
      assertThat(archive.verify().problems()).isEmpty();
    }
  }

  @Nested
  class WhenTheArticleIsAddedAgain {

    @BeforeEach
    void label() throws IOException {
      annotate(stance(FERRY, "for", "ann", MONDAY), stance(LATE, "against", "ann", MONDAY));
    }

    private void replace(String text) throws IOException {
      archive.add(article(text));
      archive.commit();
      assertThat(archive.verify().problems()).isEmpty();
    }

    @Test
    void unchangedNothingIsDone() throws IOException {
      archive.add(article(TEXT));
      assertThat(stances("The ferry")).containsExactly("for");
    }

    @Test
    void labelsFollowTheirQuotations() throws IOException {
      replace("\"A new beginning,\" said Bo Lind.\n\n" + SECOND + "\n\n" + FIRST);

      assertThat(stances("The ferry")).containsExactly("for");
      assertThat(stances("It is never")).containsExactly("against");
      assertThat(stances("A new")).isEmpty();
    }

    @Test
    void labelsFollowWordsThatWereEdited() throws IOException {
      replace(TEXT.replace("The ferry sails at noon", "The f\u00e9rry  sails, at Noon"));

      assertThat(stances("The f")).containsExactly("for");
    }

    @Test
    void labelsAreNotOnOtherWords() throws IOException {
      replace(TEXT.replace("The ferry sails at noon", "The train leaves at dawn"));

      assertThat(stances("The train")).isEmpty();
      assertThat(standings()).containsExactly(Standing.DETACHED, Standing.CURRENT);
    }

    @Test
    void detachedLabelsComeBack() throws IOException {
      replace("Nothing was said.");
      assertThat(standings()).containsExactly(Standing.DETACHED, Standing.DETACHED);
      assertThat(recorded().getFirst().words()).isEqualTo("The ferry sails at noon,");
      assertThat(archive.info().ownFields()).containsKey(OwnField.ofQuotation("stance"));

      replace("Much later. " + TEXT);

      assertThat(standings()).containsOnly(Standing.CURRENT);
      assertThat(stances("The ferry")).containsExactly("for");
    }

    @Test
    void labelsAreKeptBeforeTheyAreVisible() throws IOException {
      archive.annotate(List.of(stance(FERRY, "unclear", "ben", TUESDAY)));
      archive.add(article("Once more. " + TEXT));
      archive.commit();

      assertThat(stances("The ferry")).containsExactly("unclear");
    }

    @Test
    void labelsAreInABackup() throws IOException {
      fillFolder();
      label();
      archive.backUp(folder.resolve("backup"));
      try (Archive backup = Archive.openReadOnly(folder.resolve("backup"));
          Stream<RecordedAnnotation> all = backup.annotations()) {
        assertThat(all).isEqualTo(recorded());
      }
    }
  }

  @Test
  void ofEqualWordsTheOneInTheSameSurroundingsIsLabelled() throws IOException {
    String before = "\"Yes,\" said Ada Holm to the mayor.\n\n\"Yes,\" said Bo Lind to the keeper.";
    archive.add(Article.builder("vote", before).build());
    String second = "vote#" + (before.indexOf('\n') + 3);
    annotate(stance("vote#1", "first", "ann", MONDAY), stance(second, "second", "ann", MONDAY));

    archive.add(
        Article.builder("vote", "\"No,\" said Cleo Marsh to the press.\n\n" + before).build());
    archive.commit();

    try (Stream<Hit> hits =
        archive.stream(Search.of(Query.parse("article:vote quotation.stance:*")))) {
      assertThat(
              hits.map(hit ->
                  hit.quotation().speaker().name()
                      + " "
                      + hit.quotation().fields().of("stance").getFirst().text()))
          .containsExactlyInAnyOrder("Ada Holm first", "Bo Lind second");
    }
  }
}
