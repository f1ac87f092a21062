package onrecord.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import onrecord.query.InvalidSearchException;
import org.junit.jupiter.api.Test;

/** Counts of sequences of words. */
class SequenceCountsTest {

  @Test
  void sequencesMayOverlapAndEndAtWordsThatAreLeftOut() {
    SequenceCounts counts = new SequenceCounts(2, 10);

    counts.add(new int[] {70_000, 70_000, 70_000, -1, 70_000, 3}, 0, 5);
    counts.add(new int[] {70_000, 70_000}, 4, 5);
    counts.add(new int[] {70_000, 70_000}, 6, 7);

    assertThat(counts.distinct()).isEqualTo(2);
    assertThat(counts.words(0)).containsExactly(70_000, 70_000);
    assertThat(counts.words(1)).containsExactly(70_000, 3);
    assertThat(counts.count(0)).isEqualTo(4);
    assertThat(counts.quotations(0)).isEqualTo(3);
    assertThat(counts.articles(0)).isEqualTo(2);
    assertThat(counts.count(1)).isEqualTo(1);
  }

  @Test
  void moreDistinctSequencesThanAllowedAreAnErrorWithARemedy() {
    SequenceCounts counts = new SequenceCounts(2, 2);
    counts.add(new int[] {1, 2, 3}, 0, 1);
    counts.add(new int[] {1, 2, 3}, 2, 3);

    assertThatThrownBy(() -> counts.add(new int[] {2, 1}, 4, 5))
        .isInstanceOf(InvalidSearchException.class)
        .hasMessage(
            "a list of words can count at most 2 distinct sequences; request a greater minimum,"
                + " shorter sequences or fewer quotations");
  }
}
