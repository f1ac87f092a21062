package onrecord.extract;

import static onrecord.model.SpeakerType.PERSON;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sentences that lead to words, or look back at them, with another subject than the speaker. */
class SentencesAroundWordsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Nor did it please Mara Quill:",
        "It did not amuse Mara Quill:",
        "That was enough for Mara Quill:",
        "For Mara Quill, the answer is plain:",
        "Mara Quill, retired nurse:",
        "Mara Quill, asked later:"
      })
  void aSentenceBeforeAColonBringsInWhoSpeaks(String sentence) {
    Extracted.from("It rained all day.\n\n" + sentence + " “We will row home again.”")
        .only()
        .isSaidBy("Mara Quill", PERSON);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "It warned Mara Quill: “Keep off the ice.”",
        "The sign was meant for Mara Quill: “Keep off the ice.”",
        "A letter reached Mara Quill: “Keep off the ice.”"
      })
  void oneToWhomSomethingIsSaidIsNotBroughtIn(String text) {
    Extracted.from(text).only().isNotSaidBy("Mara Quill");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Those were the words of Mara Quill, who dug it.",
        "Those were Mara Quill's words.",
        "So said Mara Quill.",
        "That was how Mara Quill once described it.",
        "With that, Mara Quill left."
      })
  void aSentenceAfterWordsThatStandAloneLooksBack(String sentence) {
    Extracted.from("\"The well is dry.\" " + sentence).only().isSaidBy("Mara Quill", PERSON);
  }

  @Test
  void aSentenceAboutAThingLooksBackAtNobody() {
    Extracted.from("\"The well is dry.\" That was the end of the well.")
        .only()
        .isSaidByNobodyKnown();
  }

  @ParameterizedTest
  @CsvSource({"Per Mara Quill, Mara Quill", "Per a memo, a memo"})
  void perOpensTheSourceOfWordsAfterIt(String source, String name) {
    Extracted.from(source + ", the pier is “sound and well kept”.").only().isSaidBy(name);
  }

  @Test
  void whatWasAskedByAnotherIsOfTheOther() {
    Extracted.from("“Is it yours?” Tobias Wren was asked by Mara Quill.")
        .only()
        .isSaidBy("Mara Quill", PERSON);
  }

  @Test
  void whatOneWasOrderedIsNotOnesOwn() {
    Extracted.from("“Sit down,” Tobias Wren was ordered.").only().isNotSaidBy("Tobias Wren");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mara Quill rejected claims that she had said “burn it down”.",
        "Mara Quill was careful not to say “burn it down”.",
        "Mara Quill could not bring herself to say “burn it down”."
      })
  void whatOneDidNotSayIsNobodys(String text) {
    Extracted.from(text).isNothing();
  }

  @Test
  void aVerbOfTheNetIsNoPartOfAName() {
    Extracted.from("Mara Quill DMed her friends: “We will row home again.”")
        .only()
        .isSaidBy("Mara Quill", PERSON);
  }

  @Test
  void aTitleOfOneWordAfterItsKindIsNobodys() {
    Extracted.from("Mara Quill directed the short film “Salt”.").isNothing();
  }

  @Test
  void aShortLineInCapitalsIsAHeadline() {
    Extracted.from(
            "Quill Mutual Raises Rates\n\nThe town said Quill, its insurer, was late. In a letter, "
                + "the insurer said the rise was “fair to all”.")
        .quotation("fair to all")
        .isSaidBy("Quill Mutual");
  }
}
