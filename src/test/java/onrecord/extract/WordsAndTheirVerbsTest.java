package onrecord.extract;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Whose words are quoted where the verb or its subject is not where a clause has them. */
class WordsAndTheirVerbsTest {

  @Nested
  class ThePassive {

    @Test
    void isTheWordOfWhoIsNamedAfterThem() {
      Extracted.from("Mara Quill was hailed as “a gift to the ferry” by Tom Wren.")
          .only()
          .isSaidBy("Tom Wren");
      Extracted.from("The ferry was called “a gift” by Tom Wren.").only().isSaidBy("Tom Wren");
    }

    @Test
    void isOfWhoeverActedAndNotOfWhatTheWordsBelongTo() {
      Extracted.from(
              "Mara Quill said it was a slip that had been printed in a “smear sheet” by Tom Wren.")
          .only()
          .isSaidBy("Mara Quill");
    }
  }

  @Nested
  class ADuty {

    @Test
    void isThatOfWhomItIsLeftTo() {
      Extracted.from("It was left to Mara Quill to call the pier “a sieve”.")
          .only()
          .isSaidBy("Mara Quill");
      Extracted.from("It fell to the warden, Mara Quill, to call the pier “a sieve”.")
          .only()
          .isSaidBy("Mara Quill");
    }

    @Test
    void isThatOfNobodyToWhomSomethingElseIsLeft() {
      Extracted.from("Tom Wren left the pier to the warden, Mara Quill, and called it “a sieve”.")
          .only()
          .isSaidBy("Tom Wren");
    }
  }

  @Nested
  class WordsWithoutAVerbOfTheirOwn {

    @Test
    void haveThatOfTheWordsBefore() {
      Extracted parallel =
          Extracted.from("Tom Wren called it “a sieve” and his deputy, Mara Quill, “a bridge”.");

      parallel.quotation("a sieve").isSaidBy("Tom Wren");
      parallel.quotation("a bridge").isSaidBy("Tom Wren");
    }

    @Test
    void areOfTheSecondSubject() {
      Extracted parallel =
          Extracted.from("Tom Wren praised “a sieve” and his deputy, Mara Quill, “a bridge”.");

      parallel.quotation("a sieve").isSaidBy("Tom Wren");
      parallel.quotation("a bridge").isSaidBy("Mara Quill");
    }

    @Test
    void areOfTheFirstSubjectWhereTheSecondHasAVerb() {
      Extracted.from("Tom Wren praised “a sieve” and Mara Quill fell asleep at “a bridge”.")
          .quotation("a sieve")
          .isSaidBy("Tom Wren");
    }
  }

  @Nested
  class ASentenceAfterThem {

    @Test
    void mayLookBackAtThem() {
      Extracted.from("“I have sold the last ferry.” With that, Mara Quill left the hall.")
          .only()
          .isSaidBy("Mara Quill");
      Extracted.from("“I have sold the last ferry.” With those words, Mara Quill left the hall.")
          .only()
          .isSaidBy("Mara Quill");
      Extracted.from(
              "“They told us it would float.”\n\nThat is how Tom Wren, who built it, recalls the"
                  + " surveyors.")
          .only()
          .isSaidBy("Tom Wren");
    }

    @Test
    void looksAtSomethingElseWithAnotherOpening() {
      Extracted.from("“I have sold the last ferry.” With those ferries, Mara Quill made money.")
          .only()
          .isSaidBy("Mara Quill");
      Extracted.from("“I have sold the last ferry.” With this in mind the hall emptied.")
          .only()
          .isSaidByNobodyKnown();
    }

    @Test
    void mayBringTheReply() {
      Extracted.from("“Not in my boat,” came the reply from Mara Quill.")
          .only()
          .isSaidBy("Mara Quill");
      Extracted.from("“Not in my boat,” came the answer of Mara Quill.")
          .only()
          .isSaidBy("Mara Quill");
      Extracted.from("“Not in my boat,” came the ferry from Mara Quill.")
          .only()
          .isSaidByNobodyKnown();
    }
  }

  @Nested
  class ASentenceThatTheyBegin {

    @Test
    void mayTellHowSomebodyPutIt() {
      Extracted.from("“A floating barn” was how Mara Quill described the ferry.")
          .only()
          .isSaidBy("Mara Quill");
      Extracted.from("“No!” was all that Mara Quill would say.").only().isSaidBy("Mara Quill");
    }

    @Test
    void mayTellHowTheyCameToBe() {
      Extracted.from("“A floating barn” was how the ferry was sold.").isNothing();
    }
  }

  @Nested
  class AReportBeforeThem {

    @Test
    void isOfWhoIsNamedAtItsEnd() {
      Extracted.from("The ferry will sail, said Mara Quill of the lake board. “Bring a coat.”")
          .quotation("Bring a coat.")
          .isSaidBy("Mara Quill");
    }

    @Test
    void isNotOfARelativeWithoutAName() {
      Extracted.from("The stepfather of Tom Wren came. “He never called,” he said.")
          .only()
          .isSaidBy("The stepfather of Tom Wren");
    }
  }

  @Nested
  class ASourceBetweenTheVerbAndTheWords {

    @Test
    void isNotTheOneWhoSaidThem() {
      Extracted.from("Mara Quill said, according to Tom Wren, “You are late.”")
          .quotation("You are late.")
          .isSaidBy("Mara Quill");
    }

    @Test
    void isTheOneWhereNobodyElseSpeaks() {
      Extracted.from("The ferry was, according to Tom Wren, “late again.”")
          .quotation("late again.")
          .isSaidBy("Tom Wren");
    }
  }

  @Nested
  class ANounWithAClauseOfPlace {

    @Test
    void isTheOneWhoSpeaks() {
      Extracted.from("Tenants of the street where the boiler blew up on Monday called it “a war”.")
          .only()
          .isSaidBy("Tenants of the street");
    }

    @Test
    void isNotTheOneWhereTheClauseSpeaks() {
      Extracted.from("In the street where the warden called it “a war” nobody slept.")
          .only()
          .isSaidBy("the warden");
    }
  }
}
