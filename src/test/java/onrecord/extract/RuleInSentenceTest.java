package onrecord.extract;

import static onrecord.model.QuotationKind.DIRECT;
import static onrecord.model.QuotationKind.MIXED;
import static onrecord.model.SpeakerType.PERSON;
import static onrecord.model.SpeakerType.UNNAMED;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The rules that find the speaker in the sentence of the quoted words. */
class RuleInSentenceTest {

  @Nested
  @OfRule.Tested(Rule.CUE_BEFORE)
  class AVerbOfSpeechStandsBeforeTheWords extends OfRule {

    @Test
    void speaksOfWordsInsideTheReportersSentence() {
      speaks(
              "a danger to every cyclist",
              "Mara Quill said that the bridge was \"a danger to every cyclist\".")
          .isSaidBy("Mara Quill", PERSON)
          .withMention("Mara Quill")
          .withCue("said")
          .ofKind(MIXED);
    }

    @Test
    void speaksOfASentenceAfterAColon() {
      speaks(
              "We have one boat and two harbours.",
              "It was late. Tobias Wren told passengers: \"We have one boat and two harbours.\"")
          .isSaidBy("Tobias Wren", PERSON)
          .withMention("Tobias Wren")
          .withCue("told")
          .ofKind(DIRECT);
    }

    @Test
    void speaksOfADescriptionWithoutAName() {
      speaks(
              "safe beyond any doubt",
              "The mayor insisted the tunnel was \"safe beyond any doubt\" and went home.")
          .isSaidBy("The mayor", UNNAMED)
          .withMention("The mayor")
          .withCue("insisted")
          .ofKind(MIXED);
    }

    @Test
    void isSilentWhereTheVerbStandsInTheWordsThemselves() {
      isSilent(
              "We heard what Mara Quill said,",
              "\"We heard what Mara Quill said,\" Tobias Wren answered.")
          .isSaidBy("Tobias Wren")
          .withCue("answered");
    }
  }

  @Nested
  @OfRule.Tested(Rule.CUE_AFTER)
  class ASubjectAndItsVerbStandAfterTheWords extends OfRule {

    @Test
    void speaksOfANameBeforeItsVerb() {
      speaks("The bridge is closed,", "\"The bridge is closed,\" Mara Quill told the council.")
          .isSaidBy("Mara Quill", PERSON)
          .withMention("Mara Quill")
          .withCue("told")
          .ofKind(DIRECT);
    }

    @Test
    void speaksWhereADescriptionPartsTheNameFromItsVerb() {
      speaks(
              "We have no plan for the winter,",
              "\"We have no plan for the winter,\" Tobias Wren, a farmer from Pellworth, said.")
          .isSaidBy("Tobias Wren", PERSON)
          .whoIsDescribedAs("a farmer")
          .withMention("Tobias Wren")
          .withCue("said")
          .ofKind(DIRECT);
    }

    @Test
    void speaksOfAPronoun() {
      speaks(
              "You may keep the boat,",
              "Greta Holm put down her cup. \"You may keep the boat,\" she said.")
          .isSaidBy("Greta Holm", PERSON)
          .withMention("she")
          .withCue("said")
          .ofKind(DIRECT);
    }

    @Test
    void isSilentWhereTheVerbStandsBeforeItsSubject() {
      isSilent("The bridge is closed,", "\"The bridge is closed,\" said Mara Quill.")
          .byRule(Rule.INVERTED);
    }
  }

  @Nested
  @OfRule.Tested(Rule.INVERTED)
  class AVerbAndItsSubjectStandAfterTheWords extends OfRule {

    @Test
    void speaksOfAName() {
      speaks(
              "Nobody asked the fishermen,",
              "\"Nobody asked the fishermen,\" complained Tobias Wren, the oldest of them.")
          .isSaidBy("Tobias Wren", PERSON)
          .withMention("Tobias Wren")
          .withCue("complained")
          .ofKind(DIRECT);
    }

    @Test
    void speaksOfADescriptionAfterAQuestion() {
      speaks("Is it raining?", "\"Is it raining?\" asked the baker.")
          .isSaidBy("the baker", UNNAMED)
          .withMention("the baker")
          .withCue("asked")
          .ofKind(DIRECT);
    }

    @Test
    void isSilentWhereTheNameAfterTheVerbIsTheOneSpokenTo() {
      isSilent("The bridge is closed,", "\"The bridge is closed,\" Mara Quill told Tobias Wren.")
          .isSaidBy("Mara Quill");
    }
  }

  @Nested
  @OfRule.Tested(Rule.ACTION_AFTER)
  class AVerbThatIsNoneOfSpeechStandsAfterTheWords extends OfRule {

    @Test
    void speaksOfASubjectThatGoesOn() {
      speaks("You may keep the boat,", "\"You may keep the boat,\" Greta Holm went on.")
          .isSaidBy("Greta Holm", PERSON)
          .withMention("Greta Holm")
          .withCue("went")
          .ofKind(DIRECT);
    }

    @Test
    void speaksOfASubjectThatDoesSomething() {
      speaks(
              "There is nothing left to save,",
              "\"There is nothing left to save,\" Mara Quill turned to the window.")
          .isSaidBy("Mara Quill", PERSON)
          .withMention("Mara Quill")
          .withCue("turned")
          .ofKind(DIRECT);
    }

    @Test
    void isSilentWhereASentenceOfItsOwnFollows() {
      isSilent(
          "There is nothing left to save.",
          "\"There is nothing left to save.\" Mara Quill turned to the window.");
    }
  }

  @Nested
  @OfRule.Tested(Rule.TRAILING)
  class TheSentenceEndsWithItsAttribution extends OfRule {

    @Test
    void speaksOfASubjectAndItsVerb() {
      speaks(
              "little misunderstanding",
              "The \"little misunderstanding\" over the keys cost us a week, Mara Quill said.")
          .isSaidBy("Mara Quill", PERSON)
          .withMention("Mara Quill")
          .withCue("said")
          .ofKind(MIXED);
    }

    @Test
    void speaksOfAVerbAndItsSubject() {
      speaks(
              "great thaw",
              "The \"great thaw\" of the spring will take the bridge, said Tobias Wren.")
          .isSaidBy("Tobias Wren", PERSON)
          .withMention("Tobias Wren")
          .withCue("said")
          .ofKind(MIXED);
    }

    @Test
    void speaksAcrossAClauseOfSomebodyElse() {
      Extracted extracted =
          Extracted.from(
              "The plan was \"dead before it was born\" and nobody mourned it, said Tobias Wren.");

      extracted.only().byRule(Rule.TRAILING).isSaidBy("Tobias Wren");
    }

    @Test
    void isSilentWhereTheLastClauseReportsSomethingElse() {
      isSilent(
              "night ferry",
              "Tobias Wren said the \"night ferry\" would be sold, and Mara Quill said that the"
                  + " council would buy it.")
          .isSaidBy("Tobias Wren");
    }
  }

  @Nested
  @OfRule.Tested(Rule.ACCORDING_TO)
  class TheWordsAreAccordingToSomebody extends OfRule {

    @Test
    void speaksAfterTheWords() {
      speaks("a ruin", "The bridge is \"a ruin\", according to Mara Quill.")
          .isSaidBy("Mara Quill", PERSON)
          .withMention("Mara Quill")
          .withCue("according to")
          .ofKind(MIXED);
    }

    @Test
    void speaksBeforeTheWords() {
      speaks(
              "slower than a cow",
              "According to Tobias Wren, the new ferry is \"slower than a cow\".")
          .isSaidBy("Tobias Wren", PERSON)
          .withMention("Tobias Wren")
          .withCue("According to")
          .ofKind(MIXED);
    }

    @Test
    void speaksOfAReport() {
      speaks(
              "The bridge is a ruin,",
              "\"The bridge is a ruin,\" according to a report by the engineers.")
          .isSaidBy("a report by the engineers", UNNAMED)
          .withCue("according to")
          .ofKind(DIRECT);
    }

    @Test
    void isSilentWhereTheWordsThemselvesAreWhatSomethingAccordsTo() {
      isSilent(
              "a summer timetable of sorts",
              "The ferry runs according to \"a summer timetable of sorts\", said Mara Quill.")
          .isSaidBy("Mara Quill")
          .withCue("said");
    }
  }

  @Nested
  @OfRule.Tested(Rule.NOUN)
  class ANounOfSpeechHasAnOwner extends OfRule {

    @Test
    void speaksOfAClaim() {
      speaks("a ruin", "Mara Quill's claim that the bridge was \"a ruin\" made the builders sad.")
          .isSaidBy("Mara Quill", PERSON)
          .withMention("Mara Quill")
          .withCue("claim")
          .ofKind(MIXED);
    }

    @Test
    void speaksOfAWarning() {
      speaks(
              "a long and empty winter",
              "The council ignored Tobias Wren's warning of \"a long and empty winter\".")
          .isSaidBy("Tobias Wren", PERSON)
          .withMention("Tobias Wren")
          .withCue("warning")
          .ofKind(MIXED);
    }

    @Test
    void isSilentWhereAVerbOfSpeechIsNearer() {
      isSilent(
              "a ruin",
              "Mara Quill's claim was new, but Tobias Wren said the bridge was \"a ruin\".")
          .isSaidBy("Tobias Wren")
          .withCue("said");
    }
  }

  @Nested
  @OfRule.Tested(Rule.THOUGHT)
  class AVerbOfThoughtStandsBeforeTheWords extends OfRule {

    @Test
    void speaksOfAWish() {
      speaks("a bridge that does not sing", "Mara Quill wants \"a bridge that does not sing\".")
          .isSaidBy("Mara Quill", PERSON)
          .withMention("Mara Quill")
          .withCue("wants")
          .ofKind(MIXED);
    }

    @Test
    void speaksOfAJudgement() {
      speaks("sadder than a wet dog", "Tobias Wren found the bridge \"sadder than a wet dog\".")
          .isSaidBy("Tobias Wren", PERSON)
          .withMention("Tobias Wren")
          .withCue("found")
          .ofKind(MIXED);
    }

    @Test
    void isSilentWhereAnotherReportsTheWish() {
      isSilent(
              "before the snow",
              "Mara Quill wants the bridge mended, Tobias Wren said, \"before the snow\".")
          .isSaidBy("Tobias Wren")
          .withCue("said");
    }
  }

  @Nested
  @OfRule.Tested(Rule.LABEL)
  class ANameAndAColonStandBeforeTheWords extends OfRule {

    private static final String TRANSCRIPT =
        """
        WREN: "I counted nine boats."
        QUILL: "And where is the tenth?"
        """;

    @Test
    void speaksOfANameAlone() {
      speaks("The bridge is closed.", "Mara Quill: \"The bridge is closed.\"")
          .isSaidBy("Mara Quill", PERSON)
          .withMention("Mara Quill")
          .withoutCue()
          .ofKind(DIRECT);
    }

    @Test
    void speaksOfEachVoiceOfATranscript() {
      speaks("I counted nine boats.", TRANSCRIPT).isSaidBy("WREN", PERSON).withMention("WREN");
      speaks("And where is the tenth?", TRANSCRIPT).isSaidBy("QUILL", PERSON).withMention("QUILL");
    }

    @Test
    void isSilentAfterAWordThatIsNoName() {
      isSilent(
          "nobody ever counted the old boats",
          "The reason: \"nobody ever counted the old boats\".");
    }
  }

  @Nested
  @OfRule.Tested(Rule.SIGNED)
  class ANameAfterADashSignsTheWords extends OfRule {

    @Test
    void speaksOfANameAlone() {
      speaks(
              "A bridge is a promise made of stone.",
              "\"A bridge is a promise made of stone.\" — Mara Quill")
          .isSaidBy("Mara Quill", PERSON)
          .withMention("Mara Quill")
          .withoutCue()
          .ofKind(DIRECT);
    }

    @Test
    void speaksOfANameAndWhatItsBearerIs() {
      speaks(
              "We row first and talk later.",
              "\"We row first and talk later.\" - Tobias Wren, ferryman")
          .isSaidBy("Tobias Wren", PERSON)
          .withMention("Tobias Wren")
          .withoutCue()
          .ofKind(DIRECT);
    }

    @Test
    void isSilentWhereTheDashOpensASentence() {
      isSilent(
              "A bridge is a promise",
              "\"A bridge is a promise\" – Mara Quill said so in the spring.")
          .isSaidBy("Mara Quill")
          .withCue("said");
    }
  }

  @Nested
  @OfRule.Tested(Rule.CLAUSE)
  class TheClauseHasASubjectButNoVerbOfSpeech extends OfRule {

    @Test
    void speaksOfOneWhoGoesSomewhere() {
      speaks(
              "a heavy heart and wet shoes",
              "Mara Quill walked into the hall with \"a heavy heart and wet shoes\".")
          .isSaidBy("Mara Quill", PERSON)
          .withMention("Mara Quill")
          .withCue("walked")
          .ofKind(MIXED);
    }

    @Test
    void speaksOfOneWhoMakesSomething() {
      speaks(
              "nine good planks and a prayer",
              "Tobias Wren built a boat with \"nine good planks and a prayer\".")
          .isSaidBy("Tobias Wren", PERSON)
          .withMention("Tobias Wren")
          .withCue("built")
          .ofKind(MIXED);
    }

    @Test
    void isSilentWhereTheWordsOnlyQualifyANoun() {
      Extracted.from("Mara Quill sat on the \"free\" bench.").isNothing();
    }
  }

  @Nested
  @OfRule.Tested(Rule.HEADLINE)
  class AHeadlineHasASubject extends OfRule {

    private static final String BODY = "\n\nTobias Wren walked along the harbour on Friday.";

    @Test
    void speaksWithoutAVerb() {
      speaks("nothing to see", "Wren under fire over 'nothing to see' remark" + BODY)
          .isSaidBy("Tobias Wren", PERSON)
          .withMention("Wren")
          .withoutCue()
          .ofKind(MIXED);
    }

    @Test
    void speaksAfterATopicAndAColon() {
      speaks("nothing left", "Wren on storm: 'nothing left'" + BODY)
          .isSaidBy("Tobias Wren", PERSON)
          .withMention("Wren")
          .withoutCue()
          .ofKind(MIXED);
    }

    @Test
    void isSilentWhereTheFirstSentenceIsNoHeadline() {
      isSilent(
              "nothing to see",
              "Tobias Wren told the council that there was \"nothing to see\"." + BODY)
          .withCue("told");
    }
  }

  @Nested
  @OfRule.Tested(Rule.DENIED)
  class TheWordsWereNotSaid extends OfRule {

    @Test
    void speaksAfterNever() {
      speaks(
              "the ice was ever thin enough to drown in",
              "Mara Quill never said “the ice was ever thin enough to drown in”.")
          .isSaidByNobodyKnown();
    }

    @Test
    void speaksAfterARefusalAndADenial() {
      speaks("We will pay for the pier.", "Mara Quill refused to say “We will pay for the pier.”")
          .isSaidByNobodyKnown();
      speaks(
              "We will pay for the pier.",
              "Mara Quill denied having said “We will pay for the pier.”")
          .isSaidByNobodyKnown();
      Extracted.from("Mara Quill denied calling Tom Wren “a coward”.").isNothing();
      Extracted.from("Nobody in the hall said “resign”.").isNothing();
      Extracted.from("None of the people in the hall called it “a sieve”.").isNothing();
    }

    @Test
    void isSilentWhereTheDenialIsAnotherVerbs() {
      isSilent("We will pay.", "Mara Quill never slept, and said “We will pay.”")
          .isSaidBy("Mara Quill");
      isSilent("We will pay.", "Mara Quill refused to go and said “We will pay.”")
          .isSaidBy("Mara Quill");
      isSilent("We will pay.", "Mara Quill did not only say “We will pay.”").isSaidBy("Mara Quill");
    }
  }
}
