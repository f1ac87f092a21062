package onrecord.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import onrecord.model.Span;
import org.junit.jupiter.api.Test;

class HighlightingTest {

  @Test
  void mergesOverlappingPlaces() {
    assertThat(
            Highlighting.merge(
                List.of(new Span(8, 12), new Span(0, 4), new Span(2, 6), new Span(6, 7))))
        .containsExactly(new Span(0, 6), new Span(6, 7), new Span(8, 12));
  }

  @Test
  void mergesAPlaceInsideAnother() {
    assertThat(Highlighting.merge(List.of(new Span(0, 9), new Span(2, 4), new Span(5, 8))))
        .containsExactly(new Span(0, 9));
  }

  @Test
  void splitsAPlaceAtTheEndsOfRuns() {
    List<Span> runs = List.of(new Span(10, 14), new Span(30, 35), new Span(50, 51));

    // The text is "aaaa bbbbb c".
    assertThat(Highlighting.inArticle(List.of(new Span(2, 7)), runs))
        .containsExactly(new Span(12, 14), new Span(30, 32));
    assertThat(Highlighting.inArticle(List.of(new Span(0, 12)), runs)).isEqualTo(runs);
    assertThat(Highlighting.inArticle(List.of(new Span(11, 12)), runs))
        .containsExactly(new Span(50, 51));
  }
}
