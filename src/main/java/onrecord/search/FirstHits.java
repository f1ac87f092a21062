package onrecord.search;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollector;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.TotalHits;
import org.jspecify.annotations.Nullable;

/** The first hits of a search, which are found as all are counted. Immutable. */
final class FirstHits {

  /** No hit. */
  static final FirstHits NONE = new FirstHits(null, first -> new NoCandidates());

  /** The result if no hit is requested. */
  static final TopFieldDocs NO_HITS =
      new TopFieldDocs(
          new TotalHits(0, TotalHits.Relation.EQUAL_TO), new ScoreDoc[0], new SortField[0]);

  private final @Nullable TopFieldCollectorManager manager;
  private final Function<TopFieldCollector, Candidates> choice;

  private FirstHits(
      @Nullable TopFieldCollectorManager manager, Function<TopFieldCollector, Candidates> choice) {
    this.manager = manager;
    this.choice = choice;
  }

  /**
   * Returns the first hits that a collector finds.
   *
   * @param choice chooses the hits that the collector compares
   */
  static FirstHits of(
      TopFieldCollectorManager manager, Function<TopFieldCollector, Candidates> choice) {
    return new FirstHits(manager, choice);
  }

  /** {@return new candidates, which have no hit} */
  Candidates candidates() {
    return manager == null ? new NoCandidates() : choice.apply(manager.newCollector());
  }

  /** {@return the first hits of candidates} */
  TopFieldDocs of(Collection<Candidates> parts) throws IOException {
    List<TopFieldCollector> collectors =
        parts.stream().map(Candidates::collector).flatMap(Optional::stream).toList();
    return manager == null ? NO_HITS : manager.reduce(collectors);
  }
}
