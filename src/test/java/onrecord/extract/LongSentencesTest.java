package onrecord.extract;

import static onrecord.model.SpeakerType.UNNAMED;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose words are quoted in a sentence of several clauses. */
class LongSentencesTest {

  @Nested
  class AnInfinitive {

    @Test
    void hasTheObjectOfAVerbAsItsSubject() {
      Extracted.from("Mara Quill told Tom Wren to stay, calling him “a friend”.")
          .quotation("a friend")
          .isSaidBy("Mara Quill");
      Extracted.from("A film shows Mara Quill, who tells Tom Wren to come down and says “go home”.")
          .quotation("go home")
          .isSaidBy("Mara Quill");
    }

    @Test
    void lendsNoSubjectToWhatThePlanIsCalled() {
      Extracted.from(
              "Mara Quill went to town to urge rowers to read what she called “a long tale”.")
          .only()
          .isSaidBy("Mara Quill");
    }
  }

  @Nested
  class AClauseAboutANoun {

    @Test
    void hasNotTheWordsAfterIt() {
      Extracted.from(
              "Tom Wren said the mayor sees the fair as a chance to praise the pier that rowers are"
                  + " promoting in the town in contrast to “the old, wet one” of the divers.")
          .only()
          .isSaidBy("Tom Wren");
    }

    @Test
    void hasTheWordsThatItEndsWith() {
      Extracted.from("Tom Wren said the plan that Mara Quill called “a sieve” would fail.")
          .only()
          .isSaidBy("Mara Quill");
      Extracted.from("Tom Wren told rowers that Mara Quill called it “a sieve”.")
          .only()
          .isSaidBy("Tom Wren");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "While Mara Quill scolded the mayor, the rowers who wrote to her on Monday say they are"
              + " “very cold”.",
          "In the end, the rowers who met Tom Wren on Monday said the pier was “very cold”.",
        })
    void standsBetweenItsNounAndTheVerb(String text) {
      Extracted.from(text).only().isSaidBy("the rowers", UNNAMED);
    }
  }

  @Nested
  class AVerbInTheMiddle {

    @Test
    void hasTheSubjectOfThePersonAndNotOfTheThingInBetween() {
      Extracted.from("Mara Quill thinks the film should be shown but said “the time is wrong”.")
          .quotation("the time is wrong")
          .isSaidBy("Mara Quill");
      Extracted.from("The film shows the pier and says “the time is wrong”.")
          .only()
          .isSaidBy("The film", UNNAMED);
    }

    @Test
    void hasThePronounAfterAnOpeningClauseAsItsSubject() {
      Extracted.from(
              "When I asked Tom Wren if he would join Paul Holm, he looked at my hat, furrowed his"
                  + " brow and said, “I will.”")
          .quotation("I will.")
          .isSaidBy("Tom Wren");
    }

    @Test
    void hasNotTheSubjectOfWhatStandsBetweenDashes() {
      Extracted.from(
              "The divers marched from the pier - where the Ellenport Kings beat the Quill Rowers -"
                  + " and shouted “dry docks now”.")
          .only()
          .isSaidBy("The divers", UNNAMED);
    }

    @Test
    void ofSayingHasTheOneShownAsItsSubject() {
      Extracted.from("The film ends with footage of Tom Wren saying, “It is late.”")
          .only()
          .isSaidBy("Tom Wren");
    }
  }

  @Nested
  class ASubordinateVerb {

    @Test
    void hasTheWordsWhereNobodyAsksForIt() {
      Extracted.from(
              "The kiln cooled by noon, Tom Wren said, only for Mara Quill to shout an hour later that"
                  + " it was “cracked to the base”.")
          .quotation("cracked to the base")
          .isSaidBy("Mara Quill");
      Extracted.from("A letter calls for the party to respond to “mill dust” in the town.")
          .only()
          .isSaidBy("A letter", UNNAMED);
    }

    @Test
    void ofSpeakingHasTheWordsAfterOf() {
      Extracted.from(
              "The bakers complained of Tom Wren's manners when he speaks of “rented souls”.")
          .quotation("rented souls")
          .isSaidBy("Tom Wren");
      Extracted.from("The bakers complained when Tom Wren speaks to them of “rented souls”.")
          .quotation("rented souls")
          .isSaidBy("The bakers", UNNAMED);
    }

    @Test
    void quotedAsSayingIsOfTheOneQuoted() {
      Extracted.from("Mara Quill quoted Tom Wren as saying: “You are late.”")
          .only()
          .isSaidBy("Tom Wren");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "Mara Quill heard Tom Wren shout: “You are late.”",
          "Mara Quill overheard Tom Wren whisper: “You are late.”",
        })
    void heardIsOfTheOneHeard(String text) {
      Extracted.from(text).only().isSaidBy("Tom Wren");
    }

    @Test
    void standsAfterARelativeClauseInAnAppositionWithoutItsSecondComma() {
      Extracted.from(
              "Walter Wren, the gardener who is known for reviving the roses of the abbot Abel Holm"
                  + " and his sister Mary Dunn has asked for the “whole” wall.")
          .only()
          .isSaidBy("Walter Wren");
    }
  }

  @Nested
  class AVerbInThePresentAfterAName {

    @Test
    void isAVerbAlsoWhereItCouldBeANoun() {
      Extracted.from("The Ellenport Times reports:\n\n“It was late when they saw the ferry.”")
          .only()
          .isSaidBy("Ellenport Times");
      Extracted.from("“The town is safe,” the Ellenports state in the paper.")
          .only()
          .isSaidBy("Ellenports");
    }

    @Test
    void isANounAfterAnArticle() {
      Extracted.from("“It was late,” the Ellenport Times report said.")
          .only()
          .isSaidBy("the Ellenport Times report", UNNAMED);
    }
  }

  @Nested
  class WordsThatStandAlone {

    @Test
    void areOfWhomTheNextSentenceNamesAsSpeaking() {
      Extracted.from(
              "“We had crossed a hen with a kettle.”\n\nThat was how Jeremy Wren, the head of Tarn"
                  + " Mills, once described the merger.")
          .only()
          .isSaidBy("Jeremy Wren");
      Extracted.from(
              "“We had crossed a hen with a kettle.”\n\nThat was why Jeremy Wren left the merger.")
          .only()
          .isSaidByNobodyKnown();
    }

    @Test
    void areOfWhoSignedThemInsideTheMarks() {
      Extracted.from(
              "“You can dry a net, but not a promise.\nVera Quill, net maker.”\n\nWren left"
                  + " before noon.")
          .only()
          .isSaidBy("Vera Quill");
      Extracted.from(
              "“You can dry a net, but not a promise.\nVera Quill said so.”\n\nWren left before"
                  + " noon.")
          .only()
          .isSaidByNobodyKnown();
    }
  }

  @Test
  void aLineInCapitalsAroundQuotedWordsIsAHeadline() {
    Extracted.from(
            "Harlan Wren spoke in May.\n\nWren Said The Beer Tax “Cannot Be Sold To Anyone.” “I have"
                + " tried to sell it for nine years.”")
        .quotation("I have tried to sell it for nine years.")
        .isSaidBy("Harlan Wren");
    Extracted.from("Harlan Wren spoke.\n\nBrewers Joked That Rowers Are “The Last Chemists.”")
        .only()
        .isSaidBy("Brewers", UNNAMED);
  }

  @Nested
  class AnAttributionAfterTheWords {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "Rowers who think “the pier will stand for a year are wrong,” Mara Quill said.",
          "Nothing the mayor said “will calm the town,” Mara Quill said.",
          "The divers found no “ties of any weight,” said Mara Quill.",
        })
    void prevailsOverAClauseInWhichTheyStand(String text) {
      Extracted.from(text).only().isSaidBy("Mara Quill");
    }

    @Test
    void doesNotPrevailWhereItLeadsToOtherWords() {
      Extracted.from("The mayor said “the pier will stand,” Mara Quill said “it will not”.")
          .quotation("the pier will stand,")
          .isSaidBy("The mayor", UNNAMED);
    }

    @Test
    void takesAllOfAListOfWords() {
      Extracted.from("Use no words like “maybe” and “perhaps,” Mara Quill told reporters.")
          .quotation("maybe")
          .isSaidBy("Mara Quill");
    }
  }

  @Nested
  class ATownAndItsRegion {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "Stacy Baker of Ellenport, Ohio says she thinks the pier is “doing well”.",
          "Stacy Baker of Ellenport, North Carolina, says the pier is “doing well”.",
        })
    void areNotTheOneWhoSpeaks(String text) {
      Extracted.from(text).only().isSaidBy("Stacy Baker");
    }

    @Test
    void areNotTheNameOfWhoComesFromThere() {
      Extracted.from("A woman in Ellenport, Ohio, told him the pier was “too long”.")
          .only()
          .isSaidBy("A woman in Ellenport", UNNAMED);
    }
  }

  @Test
  void aDateBeforeANameIsNotPartOfIt() {
    Extracted.from("In May 2013 Tom Wren said the pier was “too long”.")
        .only()
        .isSaidBy("Tom Wren");
  }
}
