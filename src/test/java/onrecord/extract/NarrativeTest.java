package onrecord.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import onrecord.model.Span;
import onrecord.text.SentenceBoundary;
import onrecord.text.Sentences;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds that the extractor cuts a text into the sentences that the index and the search find. */
class NarrativeTest {

  private static final int TEXTS = 4000;

  private static final String[] PIECES = {
    "the",
    "river",
    "rose",
    "Ode",
    "VANE",
    "Mr",
    "mr",
    "Bros",
    "Inc",
    "U.S",
    "p.m",
    "No",
    "no",
    "I",
    "B",
    "v",
    "Sept",
    "then-Gen",
    "R-Ohio",
    "7",
    "3.5",
    "2016",
    "1st",
    "$5",
    "£5",
    "@ode",
    "#tag",
    "don't",
    "O'Dea",
    "A&B",
    "x-ray",
    "É",
    "e\u0301",
    "Ω",
    "中文",
    "مرحبا",
    "½",
    "🚢",
    "Ⅷ",
    "ǅ",
    ".",
    ".",
    ".",
    ".",
    "!",
    "?",
    "…",
    "...",
    ". . .",
    "?!",
    ",",
    ";",
    ":",
    "—",
    "–",
    "-",
    "(",
    ")",
    "[",
    "]",
    "/",
    "*",
    "•",
    "%",
    " ",
    " ",
    " ",
    " ",
    " ",
    " ",
    "  ",
    "\u00a0",
    "\u3000",
    "\n",
    "\r\n",
    "\r",
    "\n\n",
    "\n \n",
    "\u2028",
    "\u200b",
    "\t"
  };

  @Test
  void cutsWhereASentenceBegins() {
    for (long seed = 0; seed < TEXTS; seed++) {
      String text = text(new Random(seed), PIECES);

      assertThat(starts(narrative(text), text))
          .as("seed %d: <%s>", seed, text)
          .isEqualTo(boundaries(text));
    }
  }

  private static String text(Random random, String[] pieces) {
    StringBuilder text = new StringBuilder("So");
    int count = random.nextInt(60);
    for (int i = 0; i < count; i++) {
      text.append(pieces[random.nextInt(pieces.length)]);
      text.append(random.nextInt(3) == 0 ? " " : "");
    }
    return text.toString();
  }

  private static Narrative narrative(String text) {
    return Analysis.of(Tokenizer.tokenize(text, false)).narrative();
  }

  /** Where the sentences of a narrative begin, but the first. */
  private static TreeSet<Integer> starts(Narrative narrative, String text) {
    Tokens tokens = Tokenizer.tokenize(text, false);
    TreeSet<Integer> starts = new TreeSet<>();
    for (int sentence = 1; sentence < narrative.sentences(); sentence++) {
      starts.add(tokens.start(narrative.token(narrative.sentenceStart(sentence))));
    }
    return starts;
  }

  private static TreeSet<Integer> boundaries(String text) {
    TreeSet<Integer> boundaries = new TreeSet<>();
    for (int i = 1; i < text.length(); i++) {
      if (SentenceBoundary.isAt(text, i)) {
        boundaries.add(i);
      }
    }
    return boundaries;
  }

  /** The sentences, between bars, as both find them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Ode left. |Vane stayed.",
        "Ann Ode said the dam by Vane Bros. Mr. Lind owned was \"too low to help\" in the end.",
        "Ode met Vane in the U.S. Senate at 5 p.m. on Sept. 7.",
        "Ode called it \"too low.\" |Vane stayed.",
        "Ode was angry. |\"too low,\" she said.",
        "(Ode left.) |Vane stayed.",
        "Ode (she left.) and Vane stayed.",
        "Ode shouted: \"Stop!\" |\"No,\" said Vane.",
        "Yahoo! and Vane sued. (see page 7)",
        "Ode left . . . and Vane stayed.",
        "Ode left... |Vane stayed.",
        "Ode was too late.|Vane stayed.",
        "Ode said no. |No. 7 stayed. |No. |Vane left.",
        "Ode v. Vane was heard. |Then-Sen. Ode spoke.",
        "It was I. |Ode left.",
        "Ode left? |— Vane stayed.",
        "Ode bought .NET for $3.50. |$5 was left."
      })
  void cutsAsTheSearchDoes(String marked) {
    String text = marked.replace("|", "");
    List<String> sentences = List.of(marked.split(" *\\|"));
    Narrative narrative = narrative(text);

    List<String> found = new ArrayList<>();
    List<String> around = new ArrayList<>();
    TreeSet<Integer> starts = starts(narrative, text);
    starts.add(0);
    for (int start : starts) {
      Integer next = starts.higher(start);
      found.add(text.substring(start, next == null ? text.length() : next).strip());
      around.add(Sentences.around(text, List.of(new Span(start, start + 1))).get(0).in(text));
    }

    assertThat(found).isEqualTo(sentences);
    assertThat(around).isEqualTo(sentences);
  }

  @Test
  void aSentenceGoesOnAfterAQuotationThatItAttributes() {
    String text = "\"Is it high?\" Ode asked. Vane left.";

    assertThat(starts(narrative(text), text)).containsExactly(text.indexOf("Vane"));
    assertThat(boundaries(text)).containsExactly(text.indexOf("Ode"), text.indexOf("Vane"));
  }

  @Test
  void whatIsQuotedIsNotCut() {
    String text = "\"We came. We left.\" Vane stayed.";

    assertThat(starts(narrative(text), text)).containsExactly(text.indexOf("Vane"));
  }

  @Test
  void theOneWhoSpeaksInASentenceWithAnAbbreviationIsFound() {
    Extracted.from(
            "Ann Ode said the dam by Vane Bros. Mr. Lind owned was \"too low to help\" in the end.")
        .quotation("too low to help")
        .isSaidBy("Ann Ode");
  }
}
