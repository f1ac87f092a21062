package onrecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import onrecord.extract.Extractor;
import onrecord.extract.SpeakerAuthority;
import onrecord.model.Article;
import onrecord.model.KnownSpeaker;
import onrecord.model.Quotation;
import onrecord.model.Span;
import onrecord.model.Speaker;
import onrecord.model.SpeakerType;
import onrecord.query.Facet;
import onrecord.query.Hit;
import onrecord.query.Query;
import onrecord.query.Search;
import onrecord.query.SearchResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One person in many articles, by a list of known speakers. */
class ArchiveAuthorityTest {

  private static final Article LONG =
      Article.builder("long", "\"The quay will open again in May,\" Ada Brandt-Holm said.").build();
  private static final Article SHORT =
      Article.builder("short", "\"We shall paint the old bridge,\" said Ada Holm.").build();
  private static final Article OTHER =
      Article.builder("other", "\"We shall paint the old mill,\" said Bo Reed.").build();
  private static final SpeakerAuthority AUTHORITY =
      SpeakerAuthority.of(
          List.of(
              KnownSpeaker.builder("Ada Holm")
                  .aliases(List.of("Ada Brandt-Holm"))
                  .id("Q7")
                  .build()));

  @TempDir Path folder;

  @Test
  void onePersonHasOneNameAndIdInAllArticlesAndTheirFormsAreKept() throws IOException {
    try (Archive archive = Archive.open(folder, options(AUTHORITY))) {
      for (Article article : List.of(LONG, SHORT, OTHER)) {
        archive.add(article);
      }
    }

    try (Archive archive = Archive.openReadOnly(folder)) {
      SearchResult result =
          archive.search(Search.builder(Query.named(Facet.SPEAKER_ID, "Q7")).build());
      assertThat(result.hits())
          .extracting(hit -> hit.article().id(), hit -> hit.quotation().speaker())
          .containsExactlyInAnyOrder(
              tuple("long", ada(Optional.of("Ada Brandt-Holm"))),
              tuple("short", ada(Optional.empty())));
    }
  }

  @Test
  void articleIsReadAnewWhenTheListIsAnotherOne() throws IOException {
    try (Archive archive = Archive.open(folder)) {
      archive.add(LONG);
    }
    try (Archive archive = Archive.open(folder, options(AUTHORITY))) {
      archive.add(LONG);
    }
    assertThat(speakers()).containsExactly(ada(Optional.of("Ada Brandt-Holm")));

    try (Archive archive = Archive.open(folder)) {
      archive.add(LONG);
    }
    assertThat(speakers()).containsExactly(Speaker.of("Ada Brandt-Holm", SpeakerType.PERSON));
  }

  @Test
  void reextractionIdentifiesSpeakersByTheListOfNow() throws IOException {
    try (Archive archive = Archive.open(folder)) {
      archive.add(LONG);
    }
    try (Archive archive = Archive.open(folder, options(AUTHORITY))) {
      assertThat(archive.reextract(AddObserver.NONE).replaced()).isEqualTo(1);
      assertThat(archive.reextract(AddObserver.NONE).replaced()).isZero();
    }

    assertThat(speakers()).containsExactly(ada(Optional.of("Ada Brandt-Holm")));
  }

  @Test
  void quotationsThatWereFoundOtherwiseAreIdentifiedToo() throws IOException {
    Quotation quotation =
        Quotation.builder(LONG, List.of(new Span(1, 32)))
            .speaker(Speaker.of("ada brandt-holm", SpeakerType.PERSON))
            .build();
    try (Archive archive = Archive.open(folder, options(AUTHORITY))) {
      archive.add(LONG, List.of(quotation));
    }

    assertThat(speakers()).containsExactly(ada(Optional.of("ada brandt-holm")));
  }

  private List<Speaker> speakers() throws IOException {
    try (Archive archive = Archive.openReadOnly(folder)) {
      return archive.search(Search.builder(Query.all()).build()).hits().stream()
          .map(Hit::quotation)
          .map(Quotation::speaker)
          .toList();
    }
  }

  private static Speaker ada(Optional<String> printed) {
    return new Speaker(
        "Ada Holm", SpeakerType.PERSON, Optional.empty(), Optional.of("Q7"), printed);
  }

  private static ArchiveOptions options(SpeakerAuthority authority) {
    return ArchiveOptions.builder()
        .extractor(Extractor.builder().authority(authority).build())
        .build();
  }
}
