package onrecord.extract;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose words are quoted where a sentence is about several people, or has a long subject. */
class WhoseWordsTest {

  @Nested
  class ThePassive {

    @Test
    void isNotTheWordOfWhoWasTold() {
      Extracted.from("“You are late,” Mara Quill was told.").only().isSaidByNobodyKnown();
      Extracted.from("Mara Quill was told: “You are late.”").only().isSaidByNobodyKnown();
      Extracted.from("Mara Quill was charged with “reckless skating”.").isNothing();
    }

    @Test
    void isTheWordOfWhoActs() {
      Extracted.from("“You are late,” Mara Quill was told by Tom Wren.")
          .only()
          .isSaidBy("Tom Wren");
    }

    @Test
    void isTheWordOfWhoWasQuoted() {
      Extracted.from("Mara Quill was quoted as saying: “You are late.”")
          .only()
          .isSaidBy("Mara Quill");
    }
  }

  @Nested
  class TheWordsOfAnother {

    @Test
    void areThoseOfWhoWasHeard() {
      Extracted.from("Mara Quill heard Tom Wren say: “You are late.”").only().isSaidBy("Tom Wren");
      Extracted.from("Mara Quill recalled Tom Wren saying: “You are late.”")
          .only()
          .isSaidBy("Tom Wren");
    }

    @Test
    void areThoseOfWhoWasAccused() {
      Extracted.from("Mara Quill accused Tom Wren of saying “go home”.")
          .only()
          .isSaidBy("Tom Wren");
      Extracted.from("Mara Quill thanked Tom Wren for calling it “a gift”.")
          .only()
          .isSaidBy("Tom Wren");
    }

    @Test
    void areThoseOfTheCallerWhoseObjectStandsBeforeThem() {
      Extracted.from("In a note, the guild called the mayor's decision “a wet match”.")
          .only()
          .isSaidBy("the guild");
      Extracted.from("The first note, sent on Monday, called the pier “a sieve”.")
          .only()
          .isSaidBy("The first note");
    }
  }

  @Nested
  class TheHeadOfALongSubject {

    @Test
    void isOverAParticipleAndItsObject() {
      Extracted.from("A man walking two dogs said the noise was “unbearable”.")
          .only()
          .isSaidBy("A man");
      Extracted.from("Officers searching the woods said the trail was “cold”.")
          .only()
          .isSaidBy("Officers");
    }

    @Test
    void isOverARelativeClauseWithAList() {
      Extracted.from(
              "A diary that holds the hopes of bakers, skaters and other people said the year was"
                  + " “poor but not lost”.")
          .only()
          .isSaidBy("A diary");
    }

    @Test
    void isNotInTheRelativeClauseOfAnObject() {
      Extracted.from("Nils Holm looked at the boats that Wren had sold and called him “a vandal”.")
          .only()
          .isSaidBy("Nils Holm");
    }

    @Test
    void isBeforeAnAppositionWithoutItsSecondComma() {
      for (String apposition :
          new String[] {
            "a pier historian and visiting tutor at Ellen College",
            "of Ellenport",
            "who chairs Lake Ferries"
          }) {
        Extracted.from("“It needs help,” Mara Quill, " + apposition + " said.")
            .only()
            .isSaidBy("Mara Quill");
      }
    }

    @Test
    void isAPersonWhereWhoFollowsAThing() {
      Extracted.from(
              "It was late, said Mara Quill, a scholar at the ice laboratory Blue Reach who calls the"
                  + " pier “a dress rehearsal”.")
          .quotation("a dress rehearsal")
          .isSaidBy("Mara Quill");
    }
  }

  @Nested
  class TheSubject {

    @Test
    void isTheNameBeforeADescriptionWithoutItsSecondComma() {
      Extracted.from("Mara Quill, a former agent has written of the pier's “sour air”.")
          .only()
          .isSaidBy("Mara Quill");
    }

    @Test
    void isNotTheRegionOfATown() {
      Extracted.from("Mara Quill of Ellenport, Maine says the pier has “sour air”.")
          .only()
          .isSaidBy("Mara Quill");
    }

    @Test
    void isSharedWithAPassiveVerbAndNotItsAgent() {
      Extracted.from("Mara Quill was joined by Tom Wren and joked, “You came late.”")
          .only()
          .isSaidBy("Mara Quill");
    }

    @Test
    void isWhoSpokeRightBeforeAParticiple() {
      Extracted.from("Wren left as soon as he could, Mara Quill said, adding, “He was very late.”")
          .quotation("He was very late.")
          .isSaidBy("Mara Quill");
    }

    @Test
    void isAfterTheOpeningOfTheSentence() {
      Extracted.from(
              "In a statement released on Monday, Mara Quill spoke of it, saying: “It is late.”")
          .only()
          .isSaidBy("Mara Quill");
    }

    @Test
    void followsTheWordsWhereThoseBeforeThemAreOfAThing() {
      Extracted.from(
              "The fall of the pier signals “the beginning of the end” for it, said Mara Quill.")
          .only()
          .isSaidBy("Mara Quill");
    }

    @Test
    void isADescriptionWithANameInside() {
      Extracted.from("“It is late,” said a senior Quill adviser.")
          .only()
          .isSaidBy("a senior Quill adviser");
      Extracted.from("A source familiar with the pier's own survey said it was “late”.")
          .only()
          .isSaidBy("A source familiar with the pier's own survey");
    }
  }

  @Nested
  class AThing {

    @Test
    void leavesTheWordToThePersonBeforeTheColon() {
      Extracted.from("The count did not surprise the pollster Tom Wren: “Towns vote late.”")
          .only()
          .isSaidBy("Tom Wren");
    }

    @Test
    void keepsTheWordWhereItIsWritten() {
      Extracted.from("The letter confirms what pleased Tom Wren: “Towns vote late.”")
          .only()
          .isSaidBy("The letter");
    }
  }

  @Nested
  class ATimeOrAPlace {

    @Test
    void isBetweenTheSubjectAndItsVerb() {
      Extracted.from("Mara Quill later Thursday told Lantern News: “We are done.”")
          .only()
          .isSaidBy("Mara Quill");
      Extracted.from(
              "“It scares me,” Tom Wren, 30, of Ellenport, N.C., who was on board, said on Friday.")
          .only()
          .isSaidBy("Tom Wren");
    }

    @Test
    void isBeforeTheWordsThatSomebodySays() {
      Extracted.from(
              "Mara Quill said in Ellenport, Maine, that states act as “no one should wait”.")
          .only()
          .isSaidBy("Mara Quill");
    }
  }

  @Nested
  class TwoClausesWithThat {

    @Test
    void areOfTwoSpeakers() {
      Extracted.from(
              "Mara Quill told a boy who said that the ice was thin that “nobody skates today”.")
          .only()
          .isSaidBy("Mara Quill");
    }

    @Test
    void areOfOneWhereAConjunctionJoinsThem() {
      Extracted.from(
              "Mara Quill told a boy who said that the ice was thin and that “nobody skates"
                  + " today”.")
          .only()
          .isSaidBy("a boy");
    }
  }

  @Nested
  class WhoAfterAThing {

    @Test
    void isWhoThePrepositionLeadsTo() {
      Extracted.from("Tom Wren ended with an attack on Mara Quill, who called him “a coward”.")
          .only()
          .isSaidBy("Mara Quill");
    }

    @Test
    void isTheOneWhomTheNameDescribes() {
      Extracted.from("Tom Wren met a lawyer for Lake Ferries, who called him “a coward”.")
          .only()
          .isSaidBy("a lawyer for Lake Ferries");
    }
  }

  @Nested
  class AnAnswerAfterTheVerb {

    @Test
    void isAllThatWasSaid() {
      Extracted.from("Asked if the pier “is safe to walk on,” half of the rowers said yes.")
          .quotation("is safe to walk on,")
          .isSaidByNobodyKnown();
      Extracted.from("As Tom Wren went on about “boats and banks,” Mara Quill said no, no, no.")
          .quotation("boats and banks,")
          .isSaidBy("Tom Wren");
    }

    @Test
    void isNoneWhereNoBelongsToANoun() {
      Extracted.from("“The pier is safe,” Mara Quill said no later than May.")
          .quotation("The pier is safe,")
          .isSaidBy("Mara Quill");
    }
  }

  @Nested
  class TheCueAfterTheWords {

    @ParameterizedTest
    @CsvSource({
      "project director Anneke Moor, Anneke Moor",
      "message editor Anneke Moor, Anneke Moor",
    })
    void isNoNounBeforeAnOffice(String office, String speaker) {
      Extracted.from("“The pier will hold,” " + office + " said on Monday.")
          .only()
          .isSaidBy(speaker)
          .withCue("said");
      Extracted.from("“The pier will hold,” according to " + office + ".").only().isSaidBy(speaker);
    }

    @Test
    void hasTheFormForSeveralOnlyBeforeSeveral() {
      Extracted.from("“It will rain,” say harbour pilots.").only().isSaidBy("harbour pilots");
      Extracted.from("“It will rain,” say pilot Tom Wren.").only().isSaidByNobodyKnown();
    }

    @Test
    void mayLookLikeANounOfThePlural() {
      Extracted.from("“The pier is closed,” the notice states, and nobody walks there.")
          .only()
          .isSaidBy("the notice")
          .withCue("states");
      Extracted.from("“The pier is closed.” The notice states, cities and towns got is short.")
          .only()
          .isSaidByNobodyKnown();
    }

    @Test
    void isPerBeforeASource() {
      Extracted.from("Rowers sit only “to fill a seat of the guild,” per the guild's rules.")
          .only()
          .isSaidBy("the guild's rules")
          .byRule(Rule.ACCORDING_TO);
      Extracted.from("The rowers want “forty crowns,” per day.").only().withMention("The rowers");
    }
  }

  @Nested
  class Himself {

    @Test
    void isTheOneWhomItEmphasizes() {
      Extracted.from("Tom Wren himself called the pier “a sieve”.")
          .only()
          .isSaidBy("Tom Wren")
          .withMention("Tom Wren");
      Extracted.from("Tom Wren hurt himself by saying that the pier is “a sieve”.")
          .only()
          .isSaidBy("Tom Wren")
          .withMention("Tom Wren");
    }
  }

  @Nested
  class TheOneWhoReports {

    @Test
    void isFoundBeforeAnAdverbial() {
      Extracted.from("Tom Wren said that over the last week he has begun “to mend the pier”.")
          .only()
          .withMention("Tom Wren");
      Extracted.from("Tom Wren said that Greta Moss left, and over lunch he called it “a loss”.")
          .quotation("a loss")
          .withMention("he");
    }

    @Test
    void isNotTheObjectAfterAnAppositionThatEndsWithWordsInMarks() {
      Extracted.from(
              "Greta Moss, star of the play “Salt,” thanked Tom Wren for “mending the pier”.")
          .quotation("mending the pier")
          .isSaidBy("Greta Moss");
      Extracted.from("“The pier is whole,” thanked Tom Wren.")
          .quotation("The pier is whole,")
          .isSaidBy("Tom Wren");
    }
  }
}
