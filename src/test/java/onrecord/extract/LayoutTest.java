package onrecord.extract;

import static onrecord.model.SpeakerType.PERSON;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose words are quoted in paragraphs of their own, by the lines around them. */
class LayoutTest {

  @Nested
  class ALineAbove {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "From Mara Quill, chair of the ferry board:",
          "And from Mara Quill:",
          "Statement by Mara Quill, chair of the ferry board:",
          "A message from Mara Quill:",
          "From the desk of Mara Quill, chair of the ferry board.",
          "From the office of Mara Quill",
        })
    void bringsInWhoWroteThem(String line) {
      Extracted.from(line + "\n\n“The ferry will sail again in the spring of next year.”")
          .only()
          .isSaidBy("Mara Quill", PERSON);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "From the desk by the window.",
          "Statement by the door:",
          "A message of hope:",
        })
    void bringsInNobodyWhereItNamesNobody(String line) {
      Extracted.from(line + "\n\n“The ferry will sail again in the spring of next year.”")
          .only()
          .isSaidByNobodyKnown();
    }
  }

  @Nested
  class ALineBelow {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "Mara Quill",
          "Mara Quill, chair of the ferry board",
          "Skipper Mara Quill on her brother",
        })
    void isTheSignature(String line) {
      Extracted.from("Letters\n\n“The ferry was never on time in my day.”\n\n" + line)
          .only()
          .isSaidBy("Mara Quill", PERSON);
    }

    @Test
    void isTheFirstOfSeveralLinesOfASignature() {
      Extracted.from(
              "Letters\n“The ferry was never on time in my day.”\nMara Quill\nChief Executive, Lake"
                  + " Ferries")
          .only()
          .isSaidBy("Mara Quill", PERSON);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "Mara Quill left the board on Monday.",
          "Mara Quill: no more ferries",
          "Lake Ferries Company",
          "Quill",
          "Mara Quill’s boat, the last of its kind",
        })
    void isNoSignatureWhereItIsASentenceOrNoFullName(String line) {
      Extracted.from("Letters\n\n“The ferry was never on time in my day.”\n\n" + line)
          .only()
          .isSaidByNobodyKnown();
    }
  }

  @Nested
  class AnInterview {

    private static final String OF_FOUR =
        "\n\n“Why a ferry?”\n\n“Because it floats.”\n\n“Do you swim?”\n\n“I never learned.”";

    @Test
    void hasAnswersOfWhoIsIntroducedAndQuestionsOfNobody() {
      Extracted interview = Extracted.from("Skipper Mara Quill spoke to our reporter." + OF_FOUR);

      interview.quotation("Why a ferry?").isSaidByNobodyKnown();
      interview.quotation("Because it floats.").isSaidBy("Mara Quill");
      interview.quotation("Do you swim?").isSaidByNobodyKnown();
      interview.quotation("I never learned.").isSaidBy("Mara Quill");
    }

    @Test
    void hasAnswersOfNobodyWhereNobodyIsIntroduced() {
      Extracted.from(OF_FOUR.strip()).quotation("Because it floats.").isSaidByNobodyKnown();
    }

    @Test
    void isNoneWhereTheTurnsDoNotAlternate() {
      Extracted.from(
              "Skipper Mara Quill spoke.\n\n“Why a ferry?”\n\n“Because it floats.”\n\n“I never"
                  + " learned to swim.”")
          .quotation("Why a ferry?")
          .isSaidBy("Mara Quill");
    }
  }

  @Nested
  class AnAnswer {

    @Test
    void isThatOfWhoWasAskedBySomebodyWithoutAName() {
      Extracted.from("“Do you regret it?” a reporter asked Mara Quill. “Not for a minute.”")
          .quotation("Not for a minute.")
          .isSaidBy("Mara Quill");
      Extracted.from("“Do you regret it?” a reporter asked. “Not for a minute.”")
          .quotation("Not for a minute.")
          .isSaidByNobodyKnown();
    }

    @Test
    void isNoneWhereTheOneWhoAsksGoesOn() {
      Extracted.from("“Do you regret it?” a reporter asked Mara Quill. “Do you sleep?”")
          .quotation("Do you sleep?")
          .isSaidBy("a reporter");
      Extracted.from("“Do you regret it?” Tom Wren asked Mara Quill. “It was a good boat.”")
          .quotation("It was a good boat.")
          .isSaidBy("Tom Wren");
    }
  }
}
