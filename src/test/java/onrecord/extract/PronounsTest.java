package onrecord.extract;

import static onrecord.model.SpeakerType.ORGANIZATION;
import static onrecord.model.SpeakerType.PERSON;
import static onrecord.model.SpeakerType.UNNAMED;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom a pronoun stands for. */
class PronounsTest {

  @Nested
  class SheAndHe {

    @Test
    void isWhoSpokeLastAndNotWhoWasNamedMost() {
      Extracted.from(
              "Tom Wren built the pier. Wren paid for it, and he mended it. Wren is old now.\n\n"
                  + "It will fall like all that bears the name of Wren, said Paul Holm, a mason."
                  + " “They always do,” he said.")
          .quotation("They always do,")
          .isSaidBy("Paul Holm");
    }

    @Test
    void isNobodyNamedOnlyInTheQuotation() {
      Extracted.from("“Martha, we are leaving,” she said.").only().isSaidByNobodyKnown();
      Extracted.from("“Sorry,” she said. “I was late.”")
          .quotation("I was late.")
          .isSaidByNobodyKnown();
    }

    @ParameterizedTest
    @CsvSource({
      "A lawyer for Tom Wren walked in., he, A lawyer for Tom Wren",
      "A spokesman for Lake Ferries walked in., he, A spokesman for Lake Ferries",
      "The mayor of Ellenport walked in., she, The mayor of Ellenport",
      "A woman who lives nearby walked in., she, A woman",
    })
    void isAPersonWithoutANameRatherThanWhomTheDescriptionNames(
        String sentence, String pronoun, String speaker) {
      Extracted.from(sentence + " “It is late,” " + pronoun + " said.")
          .only()
          .isSaidBy(speaker, UNNAMED);
    }

    @Test
    void isAnotherThanTheSubjectWhereItIsTheObject() {
      Extracted.from("Paul Holm waited. Tom Wren saw him, and he called it “a long night”.")
          .only()
          .isSaidBy("Tom Wren");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "Greta Holm left early. In her last speech, Mara Quill spoke of the pier. She called it “a"
              + " long story”.",
          "Greta Holm left early. When she came back, Mara Quill spoke of the pier. She called it “a"
              + " long story”.",
          "Greta Holm left early. When she came back, Mara Quill, who was cold, spoke of the pier. She"
              + " called it “a long story”.",
        })
    void inAnOpeningItIsTheSubjectToCome(String text) {
      Extracted.from(text).only().isSaidBy("Mara Quill");
    }

    @Test
    void isOneAlsoWhereItIsShortenedWithItsVerb() {
      Extracted.from("Tom Wren came. “It is late,” he'd said.").only().isSaidBy("Tom Wren");
    }

    @Test
    void isAnotherThanTheOneItSpeaksTo() {
      Extracted.from("Paul Holm came to see Tom Wren. “It is late,” he told Holm.")
          .only()
          .isSaidBy("Tom Wren");
      Extracted.from("Paul Holm came to see Tom Wren. “It is late,” he told reporters.")
          .only()
          .isSaidBy("Paul Holm");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "Clara Holm asked Mara Quill how long the pier would be. “It is ten feet long,” she said.",
          "Clara Holm pressed Mara Quill about the pier.\n\n“It is ten feet long,” she said.",
        })
    void answersWhereItWasAsked(String text) {
      Extracted.from(text).quotation("It is ten feet long,").isSaidBy("Mara Quill");
    }

    @Test
    void isWhomTheSentenceBeforeBringsInAsItsSubject() {
      String before =
          "Tom Wren paid for the pier. Wren likes it, Wren built it, and Wren said so. ";
      Extracted.from(
              before
                  + "The mason Paul Holm said it helps Wren, and that it hurts Wren.\n\n“It is too"
                  + " long,” he said.")
          .quotation("It is too long,")
          .isSaidBy("Paul Holm");
      Extracted.from(
              before + "Wren saw the mason Paul Holm at the pier.\n\n“It is too long,” he said.")
          .quotation("It is too long,")
          .isSaidBy("Tom Wren");
    }

    @Test
    void isWhoSpeaksInAParticiple() {
      Extracted.from(
              "Paul Holm said it was late.\n\nTom Wren sold the pier to Paul Holm, saying that"
                  + " Holm was honest.\n\n“It is too long,” he said.")
          .quotation("It is too long,")
          .isSaidBy("Tom Wren");
    }

    @Test
    void doesNotAnswerARequestOrWhatAnotherHasAnswered() {
      Extracted.from("Clara Holm asked Mara Quill to leave. “It is late,” she said.")
          .quotation("It is late,")
          .isSaidBy("Clara Holm");
      Extracted.from(
              "Clara Holm asked Mara Quill about the pier. Greta Moss said it was long. “It is"
                  + " ten feet,” she said.")
          .quotation("It is ten feet,")
          .isSaidBy("Greta Moss");
    }

    @Test
    void isTheOneThatAPassiveTellsOfAndNotTheOneWhoActs() {
      Extracted.from("In 2012, Greta Moss was hired by Clara Holm. She called it “a long day”.")
          .only()
          .isSaidBy("Greta Moss");
      Extracted.from("In 2012, Greta Moss hired Clara Holm. She called it “a long day”.")
          .only()
          .isSaidBy("Greta Moss");
    }

    @Test
    void ownsWhatIsNamedTogetherWithItsOwner() {
      Extracted.from("Greta Moss liked Clara Holm and her claim that it was “a long day”.")
          .only()
          .isSaidBy("Clara Holm");
      Extracted.from("Greta Moss liked Clara Holm for her claim that it was “a long day”.")
          .only()
          .isSaidBy("Greta Moss");
    }

    @Test
    void isTheSubjectThatAPredicateDescribes() {
      Extracted.from("Mayor Dan Pool spoke. Tom Wren is a baker who calls the pier “a mess”.")
          .only()
          .isSaidBy("Tom Wren");
      Extracted.from("Mayor Dan Pool spoke. It was a baker who called the pier “a mess”.")
          .only()
          .isSaidBy("a baker", UNNAMED);
    }

    @Test
    void isTheSubjectOfTheVerbBeforeRatherThanItsObject() {
      Extracted.from("Tom Wren told Paul Holm that he had heard “three bells”.")
          .only()
          .isSaidBy("Tom Wren");
    }

    @Test
    void emphasizesTheNameBeforeIt() {
      Extracted.from(
              "Tom Wren paid Paul Holm. Wren sent him away. Holm himself called it “a joke”.")
          .only()
          .isSaidBy("Paul Holm");
    }
  }

  @Nested
  class TheGenderOfAName {

    @Test
    void isThatOfTheGivenNameAndNotOfASurnameThatIsAGivenNameToo() {
      Extracted.from(
              "Anna Holm owns the pier, and Tamzin Marshall mends it.\n\n"
                  + "Start with the rail, Marshall says. “The rest follows,” she says.")
          .only()
          .isSaidBy("Tamzin Marshall");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Lindsey", "Madison", "Mackenzie"})
    void isThatOfMostWhoBearIt(String name) {
      Extracted.from(
              "Karen Holm sold the pier. "
                  + name
                  + " Wren, a baker, said she would leave. “I will not pay,” she said.")
          .quotation("I will not pay,")
          .isSaidBy(name + " Wren");
    }

    @Test
    void isWhatTwoPronounsShow() {
      Extracted.from(
              "Madison Wren sold his pier. Wren kept his boat. Karen Holm came by. “I will not pay,”"
                  + " he said.")
          .only()
          .isSaidBy("Madison Wren", PERSON);
    }
  }

  @Nested
  class It {

    @Test
    void isABodyAndNoCountry() {
      Extracted.from(
              "Lake Ferries met guests from Norway. It said the talks were “frank and long”.")
          .only()
          .isSaidBy("Lake Ferries");
    }

    @Test
    void isACountryThatSpoke() {
      Extracted.from("Norway said it was late. It called the talks “frank and long”.")
          .quotation("frank and long")
          .isSaidBy("Norway", ORGANIZATION);
    }

    @Test
    void isThatOfWhichTheTextUsedTheNoun() {
      Extracted.from(
              "The watch group Clear Tides sent a letter. The Pier Committee was silent. “We will"
                  + " print all of it,” the group wrote.")
          .only()
          .isSaidBy("Clear Tides");
    }
  }
}
