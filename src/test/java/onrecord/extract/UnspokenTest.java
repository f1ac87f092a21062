package onrecord.extract;

import static onrecord.model.QuotationKind.DIRECT;
import static onrecord.model.QuotationKind.MIXED;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which words in marks are nobody's speech, and which look so and are somebody's. */
class UnspokenTest {

  @Nested
  class NobodySays {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "Mara Quill spoke about \"The Last Ferry\" in Pellworth.",
          "Mara Quill appeared in \"The Last Ferry\" and \"A Winter Without Salt\".",
          "Mara Quill's film \"The Last Ferry\" won nothing.",
          "Pellworth's \"Night Market\" opens on Friday.",
          "“The Last Ferry” opens on Friday."
        })
    void theTitleOfAWork(String text) {
      Extracted.from(text).isNothing();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "Tobias \"Tiny\" Wren sold his boat.",
          "Anton \"the Oar\" Moor sold his boat.",
          "Tobias Wren, known as \"Tiny\", sold his boat."
        })
    void aNickname(String text) {
      Extracted.from(text).isNothing();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "Mara Quill did not say “we are sad”.",
          "Mara Quill didn't call Tobias Wren “a coward”.",
          "Mara Quill stopped short of calling Tobias Wren “a coward”.",
          "Mara Quill sang “Blue Moon” at the fair.",
        })
    void whatWasNotSaidOrOnlySung(String text) {
      Extracted.from(text).isNothing();
    }

    @Test
    void butWhatWasNotOnlySaid() {
      Extracted.from("Mara Quill not only called it “a mess”.").only().isSaidBy("Mara Quill");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "By spring, the “ice clubs” backed by the two brothers had closed.",
          "The only “survey” that Mara Quill kept was a page long.",
          "The growers left the pier before the “repairs” ended.",
          "Mara Quill joined the “meeting” late.",
          "Mara Quill sold her “yacht” and left.",
        })
    void aWordOrTwoOfTheReporter(String text) {
      Extracted.from(text).quotations().forEach(q -> assertThat(q.mention()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "A look at “thaw”-shy skaters shows little.",
          "“We row at dawn,” Mara Quill said.\n\n“(Laughter.)”",
          "“[applause]”"
        })
    void aPartOfAWordOrARemarkInBrackets(String text) {
      assertThat(Extracted.from(text).words()).doesNotContain("thaw", "(Laughter.)", "[applause]");
    }

    @Test
    void whatAThingIsCalled() {
      Extracted.from("Tobias Wren opened a shop called \"Salt and Sons\" in Pellworth.")
          .isNothing();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "The \"free\" bench cost nine crowns.",
          "Mara Quill sat on the \"free\" bench.",
          "Nobody paid for the \"repairs\" in the end.",
          "It is the so-called \"harbour tax\".",
          "The word \"ferry\" comes from the north."
        })
    void aWordTheReporterDoubtsOrNames(String text) {
      Extracted.from(text).isNothing();
    }
  }

  @Nested
  class SomebodySays {

    @Test
    void aDoubtedWordWithACue() {
      Extracted.from("Mara Quill said the \"free\" bench cost nine crowns.")
          .quotation("free")
          .isSaidBy("Mara Quill")
          .ofKind(MIXED);
    }

    @Test
    void aWordOrTwoOfWhoActsByName() {
      Extracted.from("Mara Quill stood for a “dry harbour”.").only().isSaidBy("Mara Quill");
      Extracted.from("Mara Quill dropped the fee as “unfair”.").only().isSaidBy("Mara Quill");
      Extracted.from("The mayor stood for a “dry harbour and a clean pier”.")
          .only()
          .withMention("The mayor");
    }

    @Test
    void wordsBeforeADashOrAfterARemarkInBrackets() {
      Extracted.from("Mara Quill said it was “still the best boat”--Ellenport Post.")
          .quotation("still the best boat")
          .isSaidBy("Mara Quill");
      Extracted.from("Mara Quill said: “(The pier) is sinking.”").only().isSaidBy("Mara Quill");
    }

    @Test
    void whatAPersonIsCalled() {
      Extracted.from("Mara Quill called Tobias Wren \"a liar\".")
          .only()
          .isSaidBy("Mara Quill")
          .withCue("called");
    }

    @Test
    void wordsWithCapitalsThatAreAQuestion() {
      Extracted.from("Mara Quill asked the old council \"Who Rows Tonight?\" and left.")
          .only()
          .isSaidBy("Mara Quill")
          .ofKind(DIRECT);
    }

    @Test
    void aSentenceThatOpensLikeATitle() {
      Extracted.from("\"The last ferry is gone,\" said Mara Quill.").only().isSaidBy("Mara Quill");
    }

    @Test
    void whatASignReads() {
      Extracted.from("A sign on the door read \"back in five minutes\".")
          .only()
          .isSaidBy("A sign on the door")
          .withCue("read");
    }
  }

  @Test
  void aWorkIsNamedBeforeItsNoun() {
    Extracted.from("Mara Quill wrote “Salt and Ice”, a novel about skates.").isNothing();
    Extracted.from("The painting, “Woman with Skate”, was sold by Mara Quill.").isNothing();
  }

  @Test
  void whatAButtonSaysIsNobodys() {
    Extracted.from("Mara Quill pressed the “stop” button and ran.").isNothing();
  }

  @Test
  void aNovelistIsNotANovel() {
    Extracted.from("Mara Quill said “Salt and Ice”, a novelist, was late.")
        .only()
        .isSaidBy("Mara Quill");
  }
}
