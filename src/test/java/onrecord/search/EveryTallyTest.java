package onrecord.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;
import onrecord.query.DateLevel;
import onrecord.query.Facet;
import onrecord.query.FacetRequest;
import onrecord.query.OwnField;
import onrecord.schema.IndexField;
import onrecord.schema.Snapshot;
import onrecord.schema.Stamp;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EveryTallyTest {

  private static final Optional<Term> INDIRECT =
      Optional.of(new Term(IndexField.KIND.field(), "INDIRECT"));

  private Snapshot snapshot;

  @BeforeEach
  void open() throws IOException {
    ByteBuffersDirectory directory = new ByteBuffersDirectory();
    new IndexWriter(directory, new IndexWriterConfig()).close();
    snapshot =
        Snapshot.of(DirectoryReader.open(directory), Stamp.current("1"), DirectoryReader::close);
  }

  @AfterEach
  void close() throws IOException {
    snapshot.release();
  }

  @Test
  void countsAreKeptWithTheSnapshotByFacetAndKinds() throws IOException {
    Tally tally = new DenseTally(100);
    EveryTally.of(snapshot, INDIRECT).add(Facet.SPEAKER, tally);

    assertThat(EveryTally.of(snapshot, INDIRECT).get(Facet.SPEAKER)).containsSame(tally);
    assertThat(EveryTally.of(snapshot.within(() -> false), INDIRECT).get(Facet.SPEAKER))
        .containsSame(tally);
    assertThat(EveryTally.of(snapshot, INDIRECT).get(Facet.OUTLET)).isEmpty();
    assertThat(EveryTally.of(snapshot, Optional.empty()).get(Facet.SPEAKER)).isEmpty();
    assertThat(EveryTally.of(snapshot.withoutOrdinals(), INDIRECT).get(Facet.SPEAKER)).isEmpty();
  }

  @Test
  void countsOfValuesDoNotAnswerForTheirYears() {
    OwnField filed = OwnField.ofArticle("filed");
    EveryTally every = EveryTally.of(snapshot, INDIRECT);
    every.add(filed, new DenseTally(100));
    every.add(Facet.PUBLISHED, new SparseTally());

    assertThat(every.answers(FacetRequest.top(filed, 10))).isTrue();
    assertThat(every.answers(FacetRequest.by(filed, DateLevel.YEAR))).isFalse();
    assertThat(every.answers(FacetRequest.by(Facet.PUBLISHED, DateLevel.YEAR))).isTrue();
    assertThat(every.answers(FacetRequest.top(Facet.SPEAKER, 10))).isFalse();
  }

  @Test
  void countsThatTakeTooMuchMemoryAreNotKept() {
    EveryTally every = EveryTally.of(snapshot, INDIRECT);
    every.add(Facet.SPEAKER, new DenseTally(5_500));
    every.add(Facet.ABOUT, new DenseTally(5_100));
    every.add(Facet.SPEAKER, new DenseTally(5_100));
    every.add(Facet.CUE, new DenseTally(300));
    every.add(Facet.OUTLET, new DenseTally(400));

    assertThat(every.get(Facet.SPEAKER)).isEmpty();
    assertThat(every.get(Facet.ABOUT)).isPresent();
    assertThat(every.get(Facet.CUE)).isPresent();
    assertThat(every.get(Facet.OUTLET)).isEmpty();
  }

  @Test
  void countsThatAreKeptTwiceTakeMemoryOnce() {
    EveryTally every = EveryTally.of(snapshot, INDIRECT);
    for (int i = 0; i < 50; i++) {
      every.add(Facet.ABOUT, new DenseTally(2_000));
    }
    every.add(Facet.CUE, new DenseTally(2_000));

    assertThat(every.get(Facet.CUE)).isPresent();
  }
}
