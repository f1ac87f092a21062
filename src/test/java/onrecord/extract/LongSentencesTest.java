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
