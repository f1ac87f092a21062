package onrecord.extract;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Whose words are quoted where a sentence tells of several people, or has a long subject. */
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
}
