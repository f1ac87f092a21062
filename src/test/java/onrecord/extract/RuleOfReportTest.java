package onrecord.extract;

import static onrecord.model.QuotationKind.INDIRECT;
import static onrecord.model.QuotationKind.MIXED;
import static onrecord.model.SpeakerType.PERSON;
import static onrecord.model.SpeakerType.UNNAMED;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The rules that find what is reported without quotation marks. */
class RuleOfReportTest {

  private static final String BODY = "\n\nTobias Wren met the council and Mara Quill on Friday.";

  @Nested
  @OfRule.Tested(Rule.REPORTED)
  class AVerbOfSpeechHasAComplement extends OfRule {

    @Test
    void speaksAfterThat() {
      speaks(
              "the bridge would stay closed until the spring",
              "Mara Quill said that the bridge would stay closed until the spring.")
          .isSaidBy("Mara Quill", PERSON)
          .withMention("Mara Quill")
          .withCue("said")
          .ofKind(INDIRECT);
    }

    @Test
    void speaksWithoutThatAfterTheOneTold() {
      speaks(
              "the harbour needed a second crane",
              "Tobias Wren told the council the harbour needed a second crane.")
          .isSaidBy("Tobias Wren", PERSON)
          .withMention("Tobias Wren")
          .withCue("told")
          .ofKind(INDIRECT);
    }

    @Test
    void speaksOfABody() {
      speaks(
              "three ferries would be sold",
              "The ministry announced that three ferries would be sold.")
          .isSaidBy("The ministry", UNNAMED)
          .withCue("announced")
          .ofKind(INDIRECT);
    }

    @Test
    void isSilentWhereTheVerbHasAThingAsItsObject() {
      Extracted.from("Mara Quill read a book.").isNothing();
    }
  }

  @Nested
  @OfRule.Tested(Rule.REPORTED_THOUGHT)
  class AVerbOfThoughtHasAComplement extends OfRule {

    @Test
    void speaksAfterThat() {
      speaks("the boat was his", "Tobias Wren decided that the boat was his.")
          .isSaidBy("Tobias Wren", PERSON)
          .withMention("Tobias Wren")
          .withCue("decided")
          .ofKind(INDIRECT);
    }

    @Test
    void speaksWithoutThat() {
      speaks(
              "the bridge will open before the snow",
              "Mara Quill thinks the bridge will open before the snow.")
          .isSaidBy("Mara Quill", PERSON)
          .withMention("Mara Quill")
          .withCue("thinks")
          .ofKind(INDIRECT);
    }

    @Test
    void isSilentWhereTheVerbHasNoClause() {
      Extracted.from("Tobias Wren believes in boats.").isNothing();
    }
  }

  @Nested
  @OfRule.Tested(Rule.REPORTED_BEFORE)
  class TheReportStandsBeforeItsVerb extends OfRule {

    @Test
    void speaksBeforeASubjectAndItsVerb() {
      speaks(
              "The bridge will open in the spring",
              "The bridge will open in the spring, Mara Quill said.")
          .isSaidBy("Mara Quill", PERSON)
          .withMention("Mara Quill")
          .withCue("said")
          .ofKind(INDIRECT);
    }

    @Test
    void speaksBeforeAVerbAndItsSubject() {
      speaks("Nine boats are still missing", "Nine boats are still missing, said Tobias Wren.")
          .isSaidBy("Tobias Wren", PERSON)
          .withMention("Tobias Wren")
          .withCue("said")
          .ofKind(INDIRECT);
    }

    @Test
    void isSilentWhereOnlyTheDayStandsBefore() {
      isSilent("the bridge would open", "On Friday, Mara Quill said the bridge would open.")
          .byRule(Rule.REPORTED);
    }
  }

  @Nested
  @OfRule.Tested(Rule.REPORTED_LABEL)
  class ANameAndAColonStandBeforeTheReport extends OfRule {

    @Test
    void speaksInAHeadline() {
      speaks("Harbour needs second crane", "Wren: Harbour needs second crane" + BODY)
          .isSaidBy("Tobias Wren", PERSON)
          .withMention("Wren")
          .withoutCue()
          .ofKind(INDIRECT);
    }

    @Test
    void speaksOfAQuestion() {
      speaks("Who will mend the bridge", "Mara Quill: Who will mend the bridge?" + BODY)
          .isSaidBy("Mara Quill", PERSON)
          .withMention("Mara Quill")
          .withoutCue()
          .ofKind(INDIRECT);
    }

    @Test
    void isSilentAfterAWordThatIsNoSource() {
      Extracted.from("The list: bread, salt and two candles").isNothing();
    }
  }

  @Nested
  @OfRule.Tested(Rule.REPORTED_ACCORDING_TO)
  class TheReportIsAccordingToSomebody extends OfRule {

    @Test
    void speaksAfterTheReport() {
      speaks(
              "The bridge will open in the spring",
              "The bridge will open in the spring, according to Mara Quill.")
          .isSaidBy("Mara Quill", PERSON)
          .withMention("Mara Quill")
          .withCue("according to")
          .ofKind(INDIRECT);
    }

    @Test
    void speaksBeforeTheReport() {
      speaks(
              "nine boats are still missing",
              "According to two engineers, nine boats are still missing.")
          .isSaidBy("two engineers", UNNAMED)
          .withMention("two engineers")
          .withCue("According to")
          .ofKind(INDIRECT);
    }

    @Test
    void isSilentWhereTheWordsStandInMarks() {
      isSilent(
              "slower than a cow",
              "According to Tobias Wren, the new ferry is \"slower than a cow\".")
          .byRule(Rule.ACCORDING_TO)
          .ofKind(MIXED);
    }
  }
}
