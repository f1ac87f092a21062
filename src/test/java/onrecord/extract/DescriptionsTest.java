package onrecord.extract;

import static onrecord.model.SpeakerType.UNNAMED;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom a description without a name stands for. */
class DescriptionsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Tobias Wren praised the pier. “It was very nice,” the shipping tycoon told reporters.",
        "Tobias Wren asked Paul Holm to go.\n\n“It was very nice,” the mayor's former strategist"
            + " said.",
        "Tobias Wren came late. “It was very nice,” the businessman said.",
        "Tobias Wren came late. “It was very nice,” said the 41-year-old.",
        "Tobias Wren came late. “It was very nice,” the presumptive Labour nominee said.",
        "Tobias Wren, 41, met Paul Holm, 52. Holm left. “It was very nice,” the 41-year-old said.",
        "Tobias Wren (41) met Paul Holm (52). Holm left. “It was very nice,” the 41-year-old said.",
      })
  void takesUpThePersonNamedBefore(String text) {
    Extracted.from(text).quotation("It was very nice,").isSaidBy("Tobias Wren");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Tobias Wren came late. “It was very nice,” the judge said.",
        "Tobias Wren came late. “It was very nice,” the mayor's strategist said.",
        "The pier was shut. “It was very nice,” the shipping tycoon said.",
        "The Lamp came late. “It was very nice,” the shipping tycoon said.",
      })
  void isSomebodyNewWhereItTakesUpNobody(String text) {
    Extracted.from(text).only().isSaidBy(description(text), UNNAMED);
  }

  @Test
  void isTheOneNamedRightAfterItsVerbOfSpeech() {
    Extracted.from("“It was very nice,” said the ferrywright, Tobias Wren.")
        .only()
        .isSaidBy("Tobias Wren");
    Extracted.from("“It was very nice,” said the Wells coach, Tobias Wren.")
        .only()
        .isSaidBy("Tobias Wren");
    Extracted.from(
            "Greta Holm and the ferrywright, Tobias Wren, left. “It was nice,” said the baker.")
        .only()
        .isSaidBy("the baker", UNNAMED);
  }

  @Test
  void isAnotherYoungManWhereTheTextHasOneWithoutAName() {
    Extracted.from("Tobias Wren came late. “It was very nice,” a 41-year-old said.")
        .only()
        .isSaidBy("a 41-year-old", UNNAMED);
    Extracted.from(
            "Tobias Wren came. A 41-year-old was found. “It was very nice,” the 41-year-old said.")
        .only()
        .isSaidBy("A 41-year-old", UNNAMED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mara Quill was elected mayor. “It was very nice,” the mayor said.",
        "Harbour mayor ready to leave\n\nThe pier was shut. “It was very nice,” the mayor said.",
        "The pier was shut. A source came. “It was very nice,” the mayor said.",
      })
  void doesNotTakeUpABareNoun(String text) {
    Extracted.from(text).quotation("It was very nice,").isSaidBy("the mayor", UNNAMED);
  }

  @Test
  void takesUpADescriptionWithAnArticleOrAnOwner() {
    Extracted.from("An editor came. “It was very nice,” the editor said.")
        .only()
        .isSaidBy("An editor", UNNAMED);
    Extracted.from("Two editors came. “It was very nice,” the editors said.")
        .only()
        .isSaidBy("Two editors", UNNAMED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a prominent Pellworth National Council member",
        "a top Tobias Wren adviser",
        "the senior Wren adviser",
      })
  void isWholeWithTheNameThatQualifiesIt(String description) {
    Extracted.from("“It was very nice,” said " + description + ".")
        .only()
        .isSaidBy(description, UNNAMED);
  }

  @Test
  void leadsToTheNameRightAfterIt() {
    Extracted.from("“It was very nice,” said Quill constituent Tobias Wren.")
        .only()
        .isSaidBy("Tobias Wren");
    Extracted.from("“It was very nice,” said the constituent. Tobias Wren left.")
        .only()
        .isSaidBy("the constituent", UNNAMED);
  }

  @Test
  void isNotAnArticleAlone() {
    Extracted.from("“It was very nice,” wrote the authors of the “Plan for Piers” on Monday.")
        .quotation("It was very nice,")
        .isSaidBy("the authors", UNNAMED);
  }

  @Test
  void isNeverItsOwner() {
    Extracted.from("Tobias Wren came late. “It was very nice,” Wren's former strategist said.")
        .only()
        .isSaidBy("Wren's former strategist", UNNAMED);
  }

  @Test
  void isAnotherOfItsKindWhereItIsCountedOtherwise() {
    Extracted.from(
            "The party aired a second ad. The first ad, sent on Monday, called it “a sieve”.")
        .only()
        .isSaidBy("The first ad", UNNAMED);
    Extracted.from(
            "The party aired a second ad. The second ad, sent on Monday, called it “a sieve”.")
        .only()
        .isSaidBy("a second ad", UNNAMED);
  }

  @Test
  void isNoPersonWhereItIsTheObjectOfAPreposition() {
    Extracted.from(
            "Tobias Wren mocked the pier, with the former clerk of court calling it “a wet sparrow”.")
        .only()
        .isSaidBy("the former clerk of court", UNNAMED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "In a talk with the hosts Mara Quill and Ada Finn, the harbor director said it was “a mess”.",
        "Mara Quill left. Speaking at the port in Ellenport, the harbor director said it was “a mess”.",
      })
  void isNotTheNameThatEndsAnOpeningPhrase(String text) {
    Extracted.from(text).only().isSaidBy("the harbor director", UNNAMED);
  }

  @Test
  void isNewWhereItIsOfSomebodysSide() {
    Extracted.from("Mara Quill came late. On the quay, the Quill supporter called it “a mess”.")
        .only()
        .isSaidBy("the Quill supporter", UNNAMED);
  }

  private static String description(String text) {
    return text.substring(text.indexOf("” the") + 2, text.indexOf(" said."));
  }
}
