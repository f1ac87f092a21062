package onrecord.extract;

import static onrecord.model.QuotationKind.INDIRECT;
import static onrecord.model.SpeakerType.UNNAMED;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a report without quotation marks begins and ends, and what is none. */
class IndirectSpeechTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mara Quill said the ice would hold.",
        "Mara Quill said that the ice would hold.",
        "Mara Quill said on Monday that the ice would hold.",
        "Mara Quill told the council that the ice would hold.",
        "Mara Quill told the council on Monday that the ice would hold.",
        "Mara Quill was quoted as saying that the ice would hold.",
        "Asked about the fair, Mara Quill said the ice would hold.",
        "Mara Quill never said that the ice would hold."
      })
  void theReportBeginsAfterTheVerbAndWhatGoesWithIt(String text) {
    Extracted.from(text)
        .only()
        .withRuns("the ice would hold")
        .isSaidBy("Mara Quill")
        .ofKind(INDIRECT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          asked whether the ice would hold      | asked    | whether the ice would hold
          promised to mend the bridge           | promised | to mend the bridge
          denied that she had sold the boat     | denied   | she had sold the boat
          told Tobias Wren to stay at home      | told     | to stay at home
          asked the council to mend the bridge  | asked    | the council to mend the bridge
          urged the council to stay at home     | urged    | the council to stay at home
          said there was ice on the lake        | said     | there was ice on the lake
          praised the mill that Tobias built    | praised  | the mill that Tobias built
          accused Tobias Wren of selling it     | accused  | Tobias Wren of selling it
          says that the ice, which is old, holds | says    | the ice, which is old, holds
          said the ice held and that it was old | said     | the ice held and that it was old
          """)
  void theReportHasTheFormThatTheVerbAsksFor(String predicate, String cue, String report) {
    Extracted.from("Mara Quill " + predicate + ".")
        .only()
        .withRuns(report)
        .withCue(cue)
        .isSaidBy("Mara Quill");
  }

  @Nested
  class TheReportEnds {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "Mara Quill said the ice would hold; the council stayed at home.",
          "Mara Quill said the ice would hold. The council stayed at home.",
          "Mara Quill said the ice would hold, but nobody believed her.",
          "Mara Quill, who said that the ice would hold, went home.",
          "Mara Quill said the ice would hold, but the council stayed at home."
        })
    void whereTheReporterGoesOn(String text) {
      Extracted.from(text).only().withRuns("the ice would hold");
    }

    @Test
    void whereAnotherCueOfTheSameSpeakerBegins() {
      Extracted extracted =
          Extracted.from("Mara Quill said the ice would hold, adding that the fair was safe.");

      extracted.quotation("the ice would hold").withCue("said");
      extracted.quotation("the fair was safe").isSaidBy("Mara Quill").withCue("adding");
    }
  }

  @Nested
  class TheSpeakerIsNamedInTheMiddleOrAtTheEnd {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            The ice, Mara Quill said, would hold.           | The ice             | would hold
            In any case, Mara Quill argued, the ice holds.  | In any case         | the ice holds
            The ice — Mara Quill claims — is thin.          | The ice             | is thin
            """)
    void theReportIsInTwoPieces(String text, String first, String second) {
      Extracted.from(text).only().withRuns(first, second).isSaidBy("Mara Quill").ofKind(INDIRECT);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "%s, Mara Quill said.",
          "%s, said Mara Quill.",
          "%s, said Mara Quill, who runs the fair.",
          "%s, Mara Quill said on Monday.",
          "%s, Mara Quill told the council.",
          "But %s, Mara Quill said when she was asked.",
          "As Mara Quill noted, %s.",
          "%s, as Mara Quill noted, and the council went home."
        })
    void theReportIsAllThatIsAround(String sentence) {
      String report = "if the ice is thin, the fair is off";

      Extracted.from(sentence.formatted(report)).only().withRuns(report).isSaidBy("Mara Quill");
    }

    @Test
    void whatIsReportedInsideIsAccordingToTheSourceAtTheEnd() {
      Extracted.from("Tobias Wren will propose a new bridge, according to Mara Quill.")
          .only()
          .withRuns("Tobias Wren will propose a new bridge")
          .isSaidBy("Mara Quill")
          .withCue("according to");
    }

    @Test
    void aQuestionAfterTheVerbIsItsOwnReport() {
      Extracted.from("The ice held, and at the fair, Mara Quill asked why nobody was afraid.")
          .only()
          .withRuns("why nobody was afraid");
    }

    @Test
    void whatIsReportedInsideBelongsToIt() {
      Extracted.from("Tobias Wren thinks that the ice is thin, Mara Quill said.")
          .only()
          .withRuns("Tobias Wren thinks that the ice is thin")
          .isSaidBy("Mara Quill");
    }

    @Test
    void aFurtherVerbHasItsOwnReport() {
      Extracted extracted =
          Extracted.from("The ice would hold, Mara Quill said, adding that the fair was safe.");

      extracted.quotation("The ice would hold").withCue("said");
      extracted.quotation("the fair was safe").isSaidBy("Mara Quill").withCue("adding");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "On Monday, Mara Quill said goodbye.",
          "In the old mill, Mara Quill walked in protest of the sale.",
          "The mayor, Mara Quill, said nothing.",
          "The baker, who runs the fair, said Mara Quill."
        })
    void nothingIsReportedWhereTheVerbHasAnotherObject(String text) {
      Extracted.from(text).isNothing();
    }

    @Test
    void anInfinitiveHasNothingBeforeIt() {
      Extracted.from("When the ice broke, Mara Quill declined to comment.")
          .only()
          .withRuns("to comment");
    }

    @Test
    void anAppositionIsNoReport() {
      Extracted.from("Mara Quill, the mayor, said the ice would hold.")
          .only()
          .withRuns("the ice would hold");
      Extracted.from("Mara Quill, a baker in Ellby, said she saw the ice.")
          .only()
          .withRuns("she saw the ice");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mara Quill praised the old bridge at Ellby, which the council had closed.",
        "Mara Quill praised the old bridge at Ellby, calling in vain for a new one.",
        "Mara Quill praised the old bridge at Ellby, and the council stayed at home.",
        "Mara Quill praised the old bridge at Ellby and walked home.",
        "Mara Quill praised the old bridge at Ellby while the council stayed at home.",
        "When Mara Quill praised the old bridge at Ellby, the council stayed at home."
      })
  void aReportWithoutAVerbEndsWithItsObject(String text) {
    Extracted.from(text).only().withRuns("the old bridge at Ellby");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Mara Quill praised Tobias Wren.                          | Tobias Wren
          Mara Quill rejected the plan.                            | the plan
          Mara Quill praised Tobias Wren at the fair on Monday.    | Tobias Wren
          Mara Quill blasted the council over the bridge.          | the council over the bridge
          Mara Quill talked about the old bridge at Ellby.         | about the old bridge at Ellby
          Mara Quill praised Tobias Wren as a keen angler.         | Tobias Wren as a keen angler
          Mara Quill praised the old bridge because it was cheap.  | the old bridge
          Mara Quill praised the old bridge when she saw the plan. | the old bridge
          Mara Quill and Tobias Wren have both said the ice held.  | the ice held
          Mara Quill knows that the ice is thin.                   | the ice is thin
          Mara Quill added that the ice was thin.                  | the ice was thin
          Mara Quill was accused by Tobias Wren of selling the ice. | of selling the ice
          """)
  void whatAVerbReportsDependsOnTheVerb(String text, String report) {
    Extracted.from(text).only().withRuns(report);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mara Quill added a new boat to the fair.",
        "Mara Quill maintained the old bridge at Ellby.",
        "Mara Quill knows the old bridge at Ellby.",
        "Mara Quill talked with the old miller at Ellby.",
        "Mara Quill was praised by Tobias Wren and the council at Ellby."
      })
  void theSameVerbsHaveOtherObjectsThatAreNoReports(String text) {
    Extracted.from(text).isNothing();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Some accused the council of neglect.",
        "Many accused the council of neglect.",
        "Both accused the council of neglect."
      })
  void aWordThatStandsAloneCanBeTheSource(String text) {
    Extracted.from(text).only().withRuns("the council of neglect").withCue("accused");
  }

  @Test
  void theSourceIsTheBodyWhoseVerbCouldBeANoun() {
    Extracted.from("Ellby News reports that the ice is thin.")
        .only()
        .withRuns("the ice is thin")
        .withMention("Ellby News")
        .withCue("reports");
    Extracted.from("The ice — Mara Quill claims — is thin.")
        .only()
        .withRuns("The ice", "is thin")
        .withCue("claims");
  }

  @Test
  void aCommentAfterAPhraseAloneBelongsToItsOwnClause() {
    Extracted.from("The council went home, and the ice, Mara Quill said, would hold.")
        .only()
        .withRuns("the ice", "would hold");
  }

  @Test
  void aReportInsideAReportBelongsToIt() {
    Extracted.from("Mara Quill said that Tobias Wren said that the ice would hold.")
        .only()
        .withRuns("Tobias Wren said that the ice would hold")
        .isSaidBy("Mara Quill")
        .about("Tobias Wren");
  }

  @Test
  void aPronounIsFollowedFromSentenceToSentence() {
    Extracted extracted =
        Extracted.from("Mara Quill said the ice was thin. She added that the fair was closed.");

    extracted.quotation("the fair was closed").isSaidBy("Mara Quill").withMention("She");
  }

  @Test
  void aReportAfterAQuotationIsOneOfItsOwn() {
    Extracted extracted =
        Extracted.from("\"The ice is thin,\" said Mara Quill, who added that the fair was closed.");

    assertThat(extracted.words()).containsExactly("The ice is thin,", "the fair was closed");
    extracted.quotation("the fair was closed").isSaidBy("Mara Quill").withMention("who");
  }

  @Test
  void aDocumentReportsToo() {
    Extracted.from("According to the report, the ice will hold until March.")
        .only()
        .withRuns("the ice will hold until March")
        .isSaidBy("the report", UNNAMED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mara Quill was told that the ice would hold.",
        "It was said that the ice would hold.",
        "The clock said nine.",
        "Mara Quill said nothing. The ice held.",
        "Tobias Wren said goodbye.",
        "Mara Quill knows Tobias Wren.",
        "Mara Quill wants a boat.",
        "Mara Quill read a book about the ice.",
        "Mara Quill walked home because the ice was thin."
      })
  void nothingIsReportedWhereNobodySpeaks(String text) {
    Extracted.from(text).isNothing();
  }

  @Test
  void aSentenceWithQuotedWordsIsNotReportedAgain() {
    Extracted.from("Mara Quill said the ice was \"too thin\" for the fair.")
        .only()
        .withRuns("too thin");
  }

  @Nested
  class AClauseOrAVerbAfterTheReport {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            said the ice held but the fair in Ellby was off       | the ice held
            said the ice held, but the fair in Ellby was off      | the ice held
            wanted to stay at home, but was seen in Ellby         | to stay at home
            pledged to stay at home and has kept her word         | to stay at home
            praised the bridge while walking home in the rain     | the bridge while walking home in the rain
            praised the bridge as a link to Ellby                 | the bridge as a link to Ellby
            praised the bridge as the council went home           | the bridge
            blamed Tobias Wren as a man to fear                   | Tobias Wren as a man to fear
            proposed the closing of mills, including the old one  | the closing of mills, including the old one
            said that, in the end, the ice would hold             | in the end, the ice would hold
            """)
    void endsItWhereItIsTheReporters(String predicate, String report) {
      Extracted.from("Mara Quill " + predicate + ".").only().withRuns(report);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "the ice was thin but safe",
          "the ice would hold but not for long",
          "the ice would hold, but only until March",
          "the ice held and the fair went on"
        })
    void isPartOfItWhereItHasNoSubject(String report) {
      Extracted.from("Mara Quill said " + report + ".").only().withRuns(report);
    }

    @Test
    void isOfTheSpeakerAndOfNobodyInTheReport() {
      Extracted extracted =
          Extracted.from(
              "Mara Quill said Tobias Wren had sold the ice and added that the fair was closed.");

      extracted.quotation("Tobias Wren had sold the ice").isSaidBy("Mara Quill");
      extracted.quotation("the fair was closed").isSaidBy("Mara Quill").withCue("added");
    }

    @Test
    void isOfItsOwnSubjectWhereItHasOne() {
      Extracted extracted =
          Extracted.from("Mara Quill said the ice held, and Tobias Wren added that it was thin.");

      extracted.quotation("it was thin").isSaidBy("Tobias Wren");
    }
  }

  @Nested
  class AccordingToASource {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            According to early results of a survey for the Ellby News, the ice will hold.     | the ice will hold
            According to the council, the ice that Tobias Wren sells is thin.                 | the ice that Tobias Wren sells is thin
            According to the council, which met on Monday, the ice will hold.                 | the ice will hold
            According to the council, nearly half of the ice in Ellby was thin.               | nearly half of the ice in Ellby was thin
            The ice will hold, according to early results of a survey for the Ellby News.     | The ice will hold
            """)
    void theReportIsTheClause(String text, String report) {
      Extracted.from(text)
          .only()
          .withRuns(report)
          .withCue(text.startsWith("A") ? "According to" : "according to");
    }

    @Test
    void anAdverbialBeforeTheSourceBelongsToTheReport() {
      Extracted.from("Since last November, according to the council, the ice has held.")
          .only()
          .withRuns("Since last November", "the ice has held")
          .withCue("according to");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "As a baker, Tobias Wren likely sold less ice",
        "If the ice is thin, the council can step in",
        "Seeing the ice break led the council to stay at home",
        "Selling ice is part of the fair"
      })
  void aSentenceBeforeItsSpeakerNeedsAVerbAndNoKnownSubject(String report) {
    Extracted.from(report + ", Mara Quill said.").only().withRuns(report).isSaidBy("Mara Quill");
  }

  @Test
  void anInfinitiveAfterTheVerbIsWhatItReports() {
    Extracted.from("Despite the thin ice at the fair, Mara Quill plans to skate in Ellby.")
        .only()
        .withRuns("to skate in Ellby")
        .withCue("plans");
  }

  @Test
  void aCueInASentenceBeforeTheQuotationReportsToo() {
    Extracted extracted =
        Extracted.from(
            "Then, in March, Mara Quill said that the ice would hold.\n\n"
                + "\"It is as thick as a wall and has been so since Monday.\"");

    extracted.quotation("the ice would hold").isSaidBy("Mara Quill").ofKind(INDIRECT);
  }

  @Nested
  class TheSubjectOfAnInfinitiveOrAParticiple {

    @Test
    void isTheObjectOfAVerbThatMakesSomebodyDoIt() {
      Extracted.from("The thin ice forced Mara Quill to admit that the fair was off.")
          .quotation("the fair was off")
          .isSaidBy("Mara Quill");
      Extracted.from("Mara Quill used the fair to announce that the bridge was safe.")
          .quotation("the bridge was safe")
          .isSaidBy("Mara Quill");
    }

    @Test
    void isTheDocumentAfterAPreposition() {
      Extracted.from("Mara Quill went home after a letter warning that the ice was thin.")
          .quotation("the ice was thin")
          .withMention("a letter");
      Extracted.from("Mara Quill wrote a letter, warning that the ice was thin.")
          .quotation("the ice was thin")
          .isSaidBy("Mara Quill");
    }

    @Test
    void isThatOfTheParticipleItIsJoinedTo() {
      Extracted.from(
              "Mara Quill answered the council, saying Tobias Wren had sold the ice, and adding"
                  + " that the fair was off.")
          .quotation("the fair was off")
          .isSaidBy("Mara Quill");
    }

    @Test
    void isThatOfTheSentenceAfterQuotedWordsWithAComma() {
      Extracted.from(
              "Mara Quill rebuked the bakers who asked that she call the ice \"as thin as bread,\""
                  + " saying that the fair was off.")
          .quotation("the fair was off")
          .isSaidBy("Mara Quill");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A survey released in late August found that the ice would hold.",
        "A survey released in early August found that the ice would hold.",
        "A survey taken in late 2015 found that the ice would hold."
      })
  void aTimeBeforeTheVerbIsNoSubject(String text) {
    Extracted.from(text).only().withRuns("the ice would hold").isSaidBy("A survey", UNNAMED);
  }
}
