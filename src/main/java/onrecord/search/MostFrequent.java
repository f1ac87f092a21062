package onrecord.search;

import java.io.IOException;
import java.util.Arrays;
import onrecord.query.CountedBy;
import onrecord.query.Facet;
import org.apache.lucene.index.LeafReaderContext;

/** The most frequent values of a facet, numbered by frequency. Immutable. */
final class MostFrequent implements TableValues {

  private final FacetValues facet;
  private final Tally tally;
  private final int[] chosen;
  private final int[] ranks;
  private final int all;

  private MostFrequent(FacetValues facet, Tally tally, int[] chosen, int[] ranks, int all) {
    this.facet = facet;
    this.tally = tally;
    this.chosen = chosen;
    this.ranks = ranks;
    this.all = all;
  }

  /** {@return the values that most of the quotations found have} */
  static MostFrequent of(Facet facet, int limit, Matches matches) throws IOException {
    FacetValues values = FacetValues.of(matches.snapshot(), facet);
    Tally tally = matches.counter().tally(values);
    TopValues most = new TopValues(tally, CountedBy.QUOTATIONS, limit);
    tally.forEach(most::offer);
    int[] chosen = most.ordinals();
    int[] ranks = new int[values.size()];
    Arrays.fill(ranks, -1);
    for (int i = 0; i < chosen.length; i++) {
      ranks[chosen[i]] = i;
    }
    return new MostFrequent(values, tally, chosen, ranks, most.offered());
  }

  /** {@return how many values there are} */
  int size() {
    return chosen.length;
  }

  /** {@return how many values the quotations found have, including those that are less frequent} */
  int all() {
    return all;
  }

  /** {@return the number of quotations with a value} */
  int quotations(int value) {
    return tally.quotations(chosen[value]);
  }

  @Override
  public FacetValues.Segment segment(LeafReaderContext leaf) throws IOException {
    FacetValues.Segment values = facet.segment(leaf);
    return (doc, consumer) ->
        values.visit(
            doc,
            value -> {
              if (ranks[value] >= 0) {
                consumer.accept(ranks[value]);
              }
            });
  }

  @Override
  public String name(int value) throws IOException {
    return facet.name(chosen[value]);
  }

  @Override
  public long place(int value) {
    return value;
  }
}
