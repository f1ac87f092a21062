package onrecord.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import onrecord.model.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentencesTest {

  /** The sentence around the word "here". */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "We came. It is here now. We left.|It is here now.",
        "Dr. Holm is here. So is Ms. Varga.|Dr. Holm is here.",
        "He left. Ada B. Holm was here in Sept. 2020. So?|Ada B. Holm was here in Sept. 2020.",
        "The U.S. envoy was here. He left.|The U.S. envoy was here.",
        "“It is here!” she said. He left.|“It is here!” she said.",
        "“It is here.” He left.|“It is here.”",
        "House No. 7 is here. No. Yes.|House No. 7 is here.",
        "No. (It is here.) Yes.|(It is here.)",
        "Who? You, here… And then?|You, here…",
        "It was I. Now he is here|Now he is here",
        "The dam by Vane Bros. Mr. Ode owned is here. No.|"
            + "The dam by Vane Bros. Mr. Ode owned is here.",
        "Ode v. Vane is here. So is Then-Sen. Ode.|Ode v. Vane is here.",
        "He left. She is here, they say.Nobody knows.|She is here, they say.",
        "He left . . . and is here. No.|He left . . . and is here.",
        "here|here"
      })
  void sentenceEndsWhereAReaderWouldEndIt(String text, String sentence) {
    int here = text.indexOf("here");

    List<Span> found = Sentences.around(text, List.of(new Span(here, here + 4)));

    assertThat(found).extracting(span -> span.in(text)).containsExactly(sentence);
  }

  @Test
  void lineBreakEndsASentence() {
    String text = "  A headline\n\nIt is here and\r\nNot there";

    assertThat(Sentences.around(text, List.of(new Span(20, 24))))
        .extracting(span -> span.in(text))
        .containsExactly("It is here and");
    assertThat(Sentences.around(text, List.of(new Span(4, 12))))
        .extracting(span -> span.in(text))
        .containsExactly("A headline");
  }

  @Test
  void wrappedLineGoesOnWithItsSentence() {
    String text = "A headline\nIt is here and\nnot there.\n\nand so on";

    assertThat(Sentences.around(text, List.of(new Span(17, 21))))
        .extracting(span -> span.in(text))
        .containsExactly("It is here and\nnot there.");
  }

  @Test
  void stretchesOfOneSentenceShareIt() {
    String text = "Yes. “It is”, he said, “here.” No. “And”, she said, “there.” Why.";

    List<Span> found =
        Sentences.around(
            text, List.of(new Span(6, 11), new Span(24, 29), new Span(36, 39), new Span(53, 59)));

    assertThat(found)
        .extracting(span -> span.in(text))
        .containsExactly("“It is”, he said, “here.”", "“And”, she said, “there.”");
  }

  @Test
  void widensBySentencesUpToTheEnds() {
    String text = "One is here. Two is there. Three is gone.\nFour is last. ";
    Span two = new Span(13, 26);

    assertThat(Sentences.widen(text, two, 0)).isEqualTo(two);
    assertThat(Sentences.widen(text, two, 1).in(text))
        .isEqualTo("One is here. Two is there. Three is gone.");
    assertThat(Sentences.widen(text, two, 9).in(text)).isEqualTo(text.strip());
  }

  @Test
  void sentenceWithoutEndIsCutBetweenWords() {
    String text = "word ".repeat(500) + "here" + " word".repeat(500);
    int here = text.indexOf("here");

    Span cut = Sentences.around(text, List.of(new Span(here, here + 4))).get(0);

    assertThat(cut.in(text)).startsWith("word ").endsWith(" word");
    assertThat(here - cut.start()).isBetween(490, Sentences.REACH);
    assertThat(cut.end() - here).isBetween(490, Sentences.REACH + 4);
  }

  @Test
  void textWithoutWordsIsCutAnywhere() {
    for (String mark : List.of("\"", "x", " \"", ". ", "A.", "\u00a0")) {
      String text = mark.repeat(3_000);

      List<Span> found = Sentences.around(text, List.of(new Span(1_500, 1_510)));

      assertThat(found).as(mark).hasSize(1);
      assertThat(found.get(0).contains(new Span(1_500, 1_510))).as(mark).isTrue();
      assertThat(found.get(0).length()).as(mark).isLessThanOrEqualTo(2 * Sentences.REACH + 10);
    }
  }
}
