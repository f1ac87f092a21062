package onrecord.extract;

import static org.assertj.core.api.Assertions.assertThat;

import onrecord.model.Article;
import onrecord.model.QuotationKind;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which marks open and close a quotation. */
class QuotationMarksTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"The ice is thin,\" said Mara Quill.",
        "“The ice is thin,” said Mara Quill.",
        "«The ice is thin,» said Mara Quill.",
        "„The ice is thin,“ said Mara Quill.",
        "”The ice is thin,“ said Mara Quill.",
        "“The ice is thin,“ said Mara Quill.",
        "”The ice is thin,” said Mara Quill.",
        "'The ice is thin,' said Mara Quill.",
        "‘The ice is thin,’ said Mara Quill."
      })
  void everyPairOfMarksEnclosesTheWords(String text) {
    Extracted.from(text).only().withRuns("The ice is thin,").isSaidBy("Mara Quill");
  }

  @Test
  void marksThatAllPointOneWayAreReadByTheSpacesBesideThem() {
    Extracted extracted =
        Extracted.from("”The ice is thin,” said Mara Quill. ”Stay at home.” Nobody stayed.");

    assertThat(extracted.words()).containsExactly("The ice is thin,", "Stay at home.");
  }

  @Test
  void marksInBracketsEncloseWords() {
    Extracted.from("Mara Quill asked (\"Who owns the ice?\") and left.")
        .only()
        .withRuns("Who owns the ice?");
  }

  @Test
  void eachOfAListIsAQuotationOfItsOwn() {
    Extracted extracted =
        Extracted.from("Mara Quill called the ice \"thin\", \"grey\" and \"full of birds\".");

    assertThat(extracted.words()).containsExactly("thin", "grey", "full of birds");
  }

  @Test
  void wordsThatTheirCueInterruptsAreOneQuotation() {
    Extracted.from("\"The ice is thin,\" said Mara Quill, \"and it is getting thinner.\"")
        .only()
        .withRuns("The ice is thin,", "and it is getting thinner.");
  }

  @Test
  void twoSentencesAroundTheirCueAreTwoQuotations() {
    Extracted extracted =
        Extracted.from("\"The ice is thin,\" said Mara Quill. \"It is getting thinner.\"");

    assertThat(extracted.words()).containsExactly("The ice is thin,", "It is getting thinner.");
  }

  @Nested
  class Apostrophes {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "I don't trust the ice and I won't walk on it,",
          "The neighbours' dogs were on the ice,",
          "The fishermen's boats can't leave,"
        })
    void insideSingleMarksDoNotCloseThem(String words) {
      Extracted.from("'" + words + "' said Mara Quill.").only().withRuns(words);
    }

    @Test
    void curlyOnesInsideCurlySingleMarksDoNotCloseThem() {
      Extracted.from("‘I don’t trust the fishermen’s ice,’ said Mara Quill.")
          .only()
          .withRuns("I don’t trust the fishermen’s ice,");
    }

    @Test
    void ofElisionsDoNotOpenAnything() {
      Extracted.from(
              "Mara Quill said the '87 storm and the rock 'n' roll of the '60s were 'gone for"
                  + " good'.")
          .only()
          .withRuns("gone for good");
    }

    @Test
    void ofPluralsDoNotCloseAnything() {
      Extracted.from("The farmers' carts stood by the fishermen's boats. It was Friday.")
          .isNothing();
    }

    @Test
    void inPairsAreMarksOnlyWhenAskedFor() {
      Article article = Article.builder("a", "''The ice is thin,'' said Mara Quill.").build();

      assertThat(new Extractor().extract(article)).isEmpty();
      assertThat(Extractor.builder().apostrophePairs(true).build().extract(article))
          .singleElement()
          .satisfies(q -> assertThat(q.text()).isEqualTo("The ice is thin,"));
    }
  }

  @Nested
  class GraveAccentsInPairs {

    @Test
    void openWhatApostrophesClose() {
      Extracted.from("``The ice is thin,'' said Mara Quill. ``It was ''not'' thick.''")
          .quotation("The ice is thin,")
          .isSaidBy("Mara Quill");
    }

    @Test
    void areNoMarksWhereNothingCloses() {
      Extracted.from("``The ice is thin and the lake is wide, said Mara Quill.").isNothing();
      Extracted.from("``The ice ``is thin and the lake is wide, said Mara Quill.").isNothing();
      Extracted.from("``The ice''\n\n''is thin and the lake is wide,'' said Mara Quill.")
          .isNothing();
    }
  }

  @Nested
  class WhatIsQuotedInsideAQuotation {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "\"Tobias told me, 'Go home,' and I went,\" said Mara Quill.",
          "“Tobias told me, ‘Go home,’ and I went,” said Mara Quill.",
          "\"Tobias told me, \"Go home,\" and I went,\" said Mara Quill.",
          "\"Tobias said \"Go,\" then \"Come,\" and I went,\" said Mara Quill.",
          "“Tobias said “Go,” then “Come,” and I went,” said Mara Quill.",
          "“Tobias told me, “Go home,” and I went,” said Mara Quill.",
          "'Tobias told me, \"Go home,\" and I went,' said Mara Quill."
        })
    void belongsToIt(String text) {
      Extracted.from(text).only().isSaidBy("Mara Quill");
    }

    @Test
    void keepsItsMarks() {
      Extracted.from("\"They call it 'the grave',\" said Mara Quill.")
          .only()
          .withRuns("They call it 'the grave',");
    }
  }

  @Nested
  class OverParagraphs {

    @ParameterizedTest
    @ValueSource(
        strings = {
          """
          Mara Quill said: "The ice broke on Friday.

          "We pulled out two sheep.

          "One of them lived."

          The sheep went home.
          """,
          """
          Mara Quill said: “The ice broke on Friday.

          “We pulled out two sheep.

          “One of them lived.”

          The sheep went home.
          """
        })
    void aQuotationGoesOnWhereEachIsOpenedAndTheLastIsClosed(String text) {
      Extracted.from(text)
          .only()
          .withRuns("The ice broke on Friday.", "We pulled out two sheep.", "One of them lived.");
    }

    @Test
    void aQuotationThatWasClosedDoesNotGoOn() {
      Extracted extracted =
          Extracted.from(
              """
              Mara Quill said: "The ice broke on Friday."

              "We pulled out two sheep."
              """);

      assertThat(extracted.words())
          .containsExactly("The ice broke on Friday.", "We pulled out two sheep.");
    }

    @Test
    void aQuotationLeftOpenEndsWithItsParagraph() {
      Extracted extracted =
          Extracted.from(
              """
              Mara Quill said: "The ice is thin and nobody listens to me

              The council met. "We listen," said Tobias Wren.
              """);

      assertThat(extracted.words())
          .containsExactly("The ice is thin and nobody listens to me", "We listen,");
    }
  }

  @Nested
  class Inches {

    @Test
    void openNothing() {
      Extracted.from("A 12\" pipe burst on Friday. \"The water was cold,\" said Tobias Wren.")
          .only()
          .withRuns("The water was cold,");
    }

    @Test
    void besideFeetOpenNothing() {
      Extracted.from("The plank is 6'2\" long. \"It bends,\" said Tobias Wren.")
          .only()
          .withRuns("It bends,");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "It rained all day.\"We got wet,\" said Mara Quill. | We got wet,",
        "Mara Quill said , \" We lost . \" | We lost .",
        "It was dark. \" Who is it ? \" asked Mara. | Who is it ?",
        "\"It was sound,\" said Mara Quill. \"... The rest is rumour.\" | It was sound, / ... The rest is rumour.",
      })
  void findsStraightMarksWithoutOrWithTooManySpaces(String text, String words) {
    assertThat(String.join(" / ", Extracted.from(text).words())).isEqualTo(words);
  }

  @Test
  void aQuotationGoesOnOverTheEndsOfLines() {
    assertThat(Extracted.from("Mara Quill read: “Dear sir,\nI am ill.\nI cannot come.”").words())
        .containsExactly("Dear sir,\nI am ill.\nI cannot come.");
    assertThat(
            Extracted.from("“We lost the boat.\nNobody slept,” Mara Quill said.\n\nShe left.")
                .words())
        .containsExactly("We lost the boat.\nNobody slept,");
  }

  @Test
  void aQuotationThatIsLeftOpenEndsBeforeTheNext() {
    assertThat(Extracted.from("“We lost the boat.\n“Nobody slept,” Mara Quill said.").quotations())
        .singleElement()
        .satisfies(quotation -> assertThat(quotation.runs()).hasSize(2));
    assertThat(Extracted.from("“We lost the boat.\n\nNobody slept” was true.").words())
        .containsExactly("We lost the boat.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"“10 boats sank,” Mara Quill said.", "“…and then it broke,” she said."})
  void anUtteranceMayBeginWithAFigureOrAnEllipsis(String text) {
    Extracted.from(text).only().ofKind(QuotationKind.DIRECT);
  }
}
