package onrecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import onrecord.model.Article;
import onrecord.model.Quotation;
import onrecord.model.Span;
import onrecord.query.Collocates;
import onrecord.query.CollocatesRequest;
import onrecord.query.CorpusParts;
import onrecord.query.Dispersion;
import onrecord.query.DispersionRequest;
import onrecord.query.Query;
import onrecord.query.Search;
import onrecord.query.WordListRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an engine must do when the words of quotations are counted: published examples. */
public abstract class CorpusContract extends EngineContract {

  private static final Search ALL = Search.of(Query.all());

  private Archive archive;

  @BeforeEach
  void openTheArchive() throws IOException {
    archive = newArchive();
  }

  @AfterEach
  void closeTheArchive() throws IOException {
    archive.close();
  }

  /**
   * The example of surface cooccurrence in Evert, Corpora and collocations (2008), from Dickens:
   * hat and rolled within four words and a sentence, which is a quotation here. Of 108 words, 20
   * are near and 3 are "rolled", of which 2 are near and 0.56 are expected.
   */
  @Test
  void cooccurrencesAreThoseOfEvert() throws IOException {
    add(
        "pickwick",
        "A vast deal of coolness and a peculiar degree of judgement, are requisite in catching a hat.",
        "A man must not be precipitate, or he runs over it;"
            + " he must not rush into the opposite extreme, or he loses it altogether.",
        "There was a fine gentle wind, and Mr. Pickwick's hat rolled sportively before it.",
        "The wind puffed, and Mr. Pickwick puffed, and the hat rolled over and over as merrily as a"
            + " lively porpoise in a strong tide; and on it might have rolled, far beyond"
            + " Mr. Pickwick's reach, had not its course been providentially stopped, just as that"
            + " gentleman was on the point of resigning it to its fate.");

    Collocates collocates =
        archive
            .statistics()
            .collocates(
                ALL,
                CollocatesRequest.of(Query.words("hat"))
                    .within(new CollocatesRequest.Window(4, 4)));

    assertThat(collocates.places()).isEqualTo(3);
    assertThat(collocates.windowWords()).isEqualTo(20);
    assertThat(collocates.words()).isEqualTo(108);
    assertThat(collocates.collocates()).contains(new Collocates.Collocate("rolled", 2, 3));
    assertThat(collocates.collocation(new Collocates.Collocate("rolled", 2, 3)).expected())
        .isCloseTo(0.56, within(0.005));
  }

  /**
   * The corpus of 50 words in five parts of Gries, Dispersions and adjusted frequencies in corpora
   * (2008), and Analyzing dispersion (2020): of the word "a", DP is 0.18. Lijffijt and Gries (2012)
   * divide that by 1 minus the share of the smallest part, 0.18, which gives 0.2195.
   */
  @Test
  void dispersionIsThatOfGries() throws IOException {
    add("1", "b a m n i b e u p");
    add("2", "b a s a t b e w q n");
    add("3", "b c a g a b e s t a");
    add("4", "b a g h a b e a a t");
    add("5", "b a h a a b e a x a t");

    Dispersion dispersion =
        archive
            .statistics()
            .dispersion(ALL, new DispersionRequest(Query.words("a"), new CorpusParts.Articles()));

    assertThat(dispersion.words()).isEqualTo(50);
    assertThat(dispersion.places()).isEqualTo(15);
    assertThat(dispersion.range()).isEqualTo(5);
    assertThat(dispersion.parts())
        .startsWith(new Dispersion.Part("5", 11, 5), new Dispersion.Part("4", 10, 4));
    assertThat(dispersion.dp()).hasValueCloseTo(0.18, within(1e-12));
    assertThat(dispersion.dpNorm()).hasValueCloseTo(0.2195, within(0.00005));
  }

  @Test
  void anEmptyArchiveHasNoWords() throws IOException {
    assertThat(archive.statistics().words(ALL, WordListRequest.of(2)).entries()).isEmpty();
    assertThat(
            archive
                .statistics()
                .collocates(ALL, CollocatesRequest.of(Query.words("hat")))
                .collocates())
        .isEmpty();
    Dispersion dispersion =
        archive
            .statistics()
            .dispersion(ALL, new DispersionRequest(Query.words("a"), new CorpusParts.Articles()));
    assertThat(dispersion.parts()).isEmpty();
    assertThat(dispersion.dp()).isEmpty();
  }

  /** Adds an article of quotations. */
  private void add(String id, String... quotations) throws IOException {
    Article article = Article.builder(id, String.join("\n", quotations)).build();
    List<Quotation> built = new ArrayList<>();
    int at = 0;
    for (String quotation : quotations) {
      built.add(Quotation.builder(article, List.of(new Span(at, at + quotation.length()))).build());
      at += quotation.length() + 1;
    }
    archive.add(article, built);
    archive.commit();
  }
}
