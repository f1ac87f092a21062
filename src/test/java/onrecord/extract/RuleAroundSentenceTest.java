package onrecord.extract;

import static onrecord.model.QuotationKind.DIRECT;
import static onrecord.model.QuotationKind.MIXED;
import static onrecord.model.SpeakerType.PERSON;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The rules that find the speaker around the sentence of the quoted words, or find none. */
class RuleAroundSentenceTest {

  @Nested
  @OfRule.Tested(Rule.CARRIED_ON)
  class TheSpeakerGoesOnInTheParagraph extends OfRule {

    @Test
    void speaksInTheNextSentence() {
      speaks(
              "Take the ferry and be patient.",
              "\"The bridge is closed,\" said Mara Quill. \"Take the ferry and be patient.\"")
          .isSaidBy("Mara Quill", PERSON)
          .withMention("Mara Quill")
          .withCue("said")
          .ofKind(DIRECT);
    }

    @Test
    void speaksOfOneWhoIsMentionedByAPronoun() {
      speaks(
              "There were nine.",
              "Tobias Wren came home. \"I counted the boats,\" he said. \"There were nine.\"")
          .isSaidBy("Tobias Wren", PERSON)
          .withMention("he")
          .withCue("said")
          .ofKind(DIRECT);
    }

    @Test
    void isSilentWhereAnotherComesForward() {
      isSilent(
              "Then we will swim across it.",
              "\"The bridge is closed,\" said Mara Quill. Tobias Wren shook his head. \"Then we"
                  + " will swim across it.\"")
          .isSaidBy("Tobias Wren");
    }
  }

  @Nested
  @OfRule.Tested(Rule.CONTINUED)
  class TheParagraphBeforeWasLeftOpen extends OfRule {

    // What goes on is one quotation with what was left open. It bears the rule of its start, and
    // this one where the start has no speaker of its own.

    @Test
    void speaksForAStartWhoseSpeakerComesWithTheEnd() {
      speaks(
              "The bridge is closed. It will stay closed,",
              """
              "The bridge is closed.

              "It will stay closed," said Mara Quill.
              """)
          .isSaidBy("Mara Quill", PERSON)
          .withMention("Mara Quill")
          .withCue("said")
          .ofKind(DIRECT)
          .withRuns("The bridge is closed.", "It will stay closed,");
    }

    @Test
    void speaksForTheParagraphAfterTheOneLeftOpen() {
      Extracted.from(
              """
              "The bridge is closed," said Mara Quill. "It will stay closed for a year.

              "When it opens again, nobody will pay to cross it."
              """)
          .quotation(
              "It will stay closed for a year. When it opens again, nobody will pay to cross it.")
          .isSaidBy("Mara Quill", PERSON)
          .withCue("said")
          .ofKind(DIRECT)
          .withRuns(
              "It will stay closed for a year.",
              "When it opens again, nobody will pay to cross it.");
    }

    @Test
    void speaksForEveryParagraphThatIsOpenedAnew() {
      Extracted.from(
              """
              Tobias Wren said the boats were sold: "We had no choice.

              "The bank wanted salt, and we had none.

              "So we sold."

              It rained.
              """)
          .only()
          .isSaidBy("Tobias Wren", PERSON)
          .withMention("Tobias Wren")
          .withCue("said")
          .withRuns("We had no choice.", "The bank wanted salt, and we had none.", "So we sold.");
    }

    @Test
    void isSilentWhereTheParagraphBeforeWasClosed() {
      isSilent(
              "It will not open before the spring.",
              """
              "The bridge is closed," said Mara Quill.

              "It will not open before the spring."
              """)
          .byRule(Rule.PARAGRAPH);
    }
  }

  @Nested
  @OfRule.Tested(Rule.CARRIED_BACK)
  class TheSpeakerIsNamedInTheNextSentence extends OfRule {

    @Test
    void speaksBeforeAQuestion() {
      speaks(
              "We counted the boats twice.",
              "\"We counted the boats twice.\" \"And they were gone,\" added Mara Quill.")
          .isSaidBy("Mara Quill", PERSON)
          .withMention("Mara Quill")
          .withCue("added")
          .ofKind(DIRECT);
    }

    @Test
    void speaksBeforeASubjectAndItsVerb() {
      speaks(
              "Nobody asked me. Nobody ever does.",
              "\"Nobody asked me. Nobody ever does.\" \"I would have said no,\" Tobias Wren said.")
          .isSaidBy("Tobias Wren", PERSON)
          .withMention("Tobias Wren")
          .withCue("said")
          .ofKind(DIRECT);
    }

    @Test
    void isSilentWhereASentenceComesBetween() {
      isSilent(
          "The water is cold and grey.",
          "\"The water is cold and grey.\" It rained. \"I know,\" said Mara Quill.");
    }
  }

  @Nested
  @OfRule.Tested(Rule.INTRODUCED)
  class TheSentenceBeforeTellsOfSomebody extends OfRule {

    @Test
    void speaksAfterHowSheWas() {
      speaks(
              "The bridge will never open again.",
              "Mara Quill was blunt. \"The bridge will never open again.\"")
          .isSaidBy("Mara Quill", PERSON)
          .withMention("Mara Quill")
          .withoutCue()
          .ofKind(DIRECT);
    }

    @Test
    void speaksAfterWhatHeDid() {
      speaks(
              "We will never see them again.",
              "Tobias Wren counted the boats. \"We will never see them again.\"")
          .isSaidBy("Tobias Wren", PERSON)
          .withMention("Tobias Wren")
          .withoutCue()
          .ofKind(DIRECT);
    }

    @Test
    void isSilentAfterAThing() {
      isSilent(
              "Nobody will ever cross it again.",
              "The bridge was old. \"Nobody will ever cross it again.\"")
          .isSaidBy("(unknown)");
    }

    @Test
    void isSilentWhereTheWordsHaveASpeakerOfTheirOwn() {
      isSilent(
              "The bridge will never open again,",
              "Mara Quill was blunt. \"The bridge will never open again,\" said Tobias Wren.")
          .isSaidBy("Tobias Wren");
    }
  }

  @Nested
  @OfRule.Tested(Rule.PARAGRAPH)
  class AParagraphIsAQuotationAndNothingElse extends OfRule {

    private static final String THREE =
        """
        "I counted nine boats," said Tobias Wren.

        "The tenth has been missing since Friday."

        "We are looking for it."
        """;

    @Test
    void speaksAfterAParagraphWithASpeaker() {
      speaks("The tenth has been missing since Friday.", THREE)
          .isSaidBy("Tobias Wren", PERSON)
          .withMention("Tobias Wren")
          .withCue("said")
          .ofKind(DIRECT);
    }

    @Test
    void speaksAfterAParagraphThatIsOneItself() {
      speaks("We are looking for it.", THREE).isSaidBy("Tobias Wren", PERSON).ofKind(DIRECT);
    }

    @Test
    void isSilentWhereTheParagraphNamesASpeaker() {
      isSilent(
              "Then we will swim,",
              """
              "The bridge is closed," said Mara Quill.

              "Then we will swim," said Tobias Wren.
              """)
          .isSaidBy("Tobias Wren");
    }
  }

  @Nested
  @OfRule.Tested(Rule.TITLE)
  class TheWordsAreATitle extends OfRule {

    @Test
    void leavesOutASongAfterItsPreposition() {
      Extracted.from("Mara Quill sang a verse from \"The Last Ferry\" and sat down.").isNothing();
    }

    @Test
    void leavesOutABookAfterItsNoun() {
      Extracted.from("The novel \"A Winter Without Salt\" made Tobias Wren famous.").isNothing();
    }

    @Test
    void leavesOutASongAfterItsVerb() {
      Extracted.from("Mara Quill hummed \"The Last Ferry\" on the way home.").isNothing();
    }

    @Test
    void isSilentWhereTheWordsAreAQuestion() {
      isSilent(
              "Who Rows Tonight?",
              "Mara Quill asked the council \"Who Rows Tonight?\" and sat down.")
          .isSaidBy("Mara Quill")
          .byRule(Rule.CUE_BEFORE);
    }
  }

  @Nested
  @OfRule.Tested(Rule.NONE)
  class NobodyIsFound extends OfRule {

    @Test
    void speaksWhereASentenceStandsAlone() {
      speaks(
              "In the end nobody will remember the boats.",
              "\"In the end nobody will remember the boats.\" It rained.")
          .isSaidByNobodyKnown()
          .withoutCue()
          .ofKind(DIRECT);
    }

    @Test
    void speaksWhereTheSentenceHasNoSubjectThatCouldSpeak() {
      speaks(
              "a smell of salt and old rope",
              "There was \"a smell of salt and old rope\" in the hall.")
          .isSaidByNobodyKnown()
          .withoutCue()
          .ofKind(MIXED);
    }

    @Test
    void isSilentWhereThereAreButAFewWords() {
      Extracted.from("There was \"old rope\" in the hall.").isNothing();
    }
  }

  @Nested
  class ALineOfItsOwn {

    @Test
    void introducesTheParagraphAfterIt() {
      for (String line :
          new String[] {
            "From Mara Quill, chair of Lake Ferries:", "Mara Quill, chair of Lake Ferries:"
          }) {
        Extracted.from(line + "\n\n“We are glad to see the ice again.”")
            .only()
            .isSaidBy("Mara Quill");
      }
    }

    @Test
    void signsTheLineBeforeIt() {
      Extracted.from("“We are glad to see the ice again.”\n— Mara Quill")
          .only()
          .isSaidBy("Mara Quill");
    }

    @Test
    void hasANameAndADescriptionOrARole() {
      Extracted words =
          Extracted.from(
              "Tom Wren, The Evening Ferry: “A brave, wet play.”\n\nReporter: “Is it safe?”");
      words.quotation("A brave, wet play.").isSaidBy("Tom Wren");
      words.quotation("Is it safe?").isSaidBy("Reporter");
    }

    @Test
    void standsAfterADashAtTheEndOfASentence() {
      Extracted.from("But the polls were right - Mara Quill: “Two weeks ago, it was the north.”")
          .only()
          .isSaidBy("Mara Quill");
    }

    @Test
    void isNoSpeakerWhereItIsASource() {
      Extracted.from("The pier is shut.\n\nSource: “Pier News, a paper of the town”.")
          .quotation("Pier News, a paper of the town")
          .isSaidByNobodyKnown();
    }
  }

  @Nested
  class AnIntroduction {

    @Test
    void holdsForAQuotationThatGoesOnOverParagraphs() {
      Extracted.from("Mara Quill frowned. “A lake needs eels.\n\n“It is a puddle without them.”")
          .only()
          .isSaidBy("Mara Quill");
    }

    @Test
    void isThatOfWhoSpeaksInTheSentenceBefore() {
      Extracted.from(
              "If the council waits, the swans will come back, said Tom Wren, a warden. “It would"
                  + " spare us a summer.”")
          .quotation("It would spare us a summer.")
          .isSaidBy("Tom Wren");
    }

    @Test
    void isThatOfSeveralPeople() {
      Extracted.from("The rowers said they were cold. “Our hands froze to the oars.”")
          .quotation("Our hands froze to the oars.")
          .isSaidBy("The rowers");
    }
  }
}
