package onrecord.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import onrecord.model.Span;
import org.junit.jupiter.api.Test;

class MarkedTextTest {

  private static final MarkedText TEXT =
      new MarkedText("a <toll> & a toll", List.of(new Span(3, 7), new Span(13, 17)));

  @Test
  void matchesAreMarked() {
    assertThat(TEXT.mark("[", "]")).isEqualTo("a <[toll]> & a [toll]");
    assertThat(new MarkedText("toll", List.of()).mark("[", "]")).isEqualTo("toll");
  }

  @Test
  void htmlContainsNoElementOfTheText() {
    assertThat(TEXT.html()).isEqualTo("a &lt;<mark>toll</mark>&gt; &amp; a <mark>toll</mark>");
  }

  @Test
  void placesMustBeInOrderInTheText() {
    for (List<Span> wrong :
        List.of(
            List.of(new Span(0, 5)),
            List.of(new Span(2, 3), new Span(0, 1)),
            List.of(new Span(0, 3), new Span(2, 4)))) {
      assertThatThrownBy(() -> new MarkedText("toll", wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("matches must be in order in a text of length 4, but were");
    }
  }
}
