package onrecord.extract;

import static onrecord.model.SpeakerType.ORGANIZATION;
import static onrecord.model.SpeakerType.PERSON;
import static onrecord.model.SpeakerType.UNNAMED;

import java.util.List;
import onrecord.model.Article;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom pronouns and descriptions stand for. */
class CoreferenceTest {

  @Nested
  class APronoun {

    @ParameterizedTest
    @CsvSource({"she, Mara Quill", "he, Tobias Wren"})
    void standsForTheOneOfItsGender(String pronoun, String name) {
      Extracted.from("Mara Quill met Tobias Wren on the ice. \"Go home,\" " + pronoun + " said.")
          .only()
          .isSaidBy(name, PERSON)
          .withMention(pronoun);
    }

    @Test
    void standsForTheSubjectOfTwoOfItsGender() {
      Extracted.from("Mara Quill met Greta Holm on the ice. \"Go home,\" she said.")
          .only()
          .isSaidBy("Mara Quill");
    }

    @Test
    void standsForOneWhoseNameDoesNotTellTheGender() {
      Extracted.from("Edda Moor opened the door. \"Go home,\" she said.")
          .only()
          .isSaidBy("Edda Moor");
    }

    @ParameterizedTest
    @CsvSource({"her, she", "his, he"})
    void tellsTheGenderOfANameThatBothBear(String owner, String pronoun) {
      Extracted.from(
              "Robin Ash carried "
                  + owner
                  + " skates home. \"The ice is thin,\" "
                  + pronoun
                  + " said.")
          .only()
          .isSaidBy("Robin Ash");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "\"The ice is thin,\" she said.",
          "Tobias Wren opened the fair. \"The ice is thin,\" she said."
        })
    void standsForNobodyWhereNobodySuitsIt(String text) {
      Extracted.from(text).only().isSaidByNobodyKnown().withMention("she").withCue("said");
    }

    @Test
    void standsForABody() {
      Extracted.from("The Pellworth Council closed the bridge. \"It is not safe,\" it said.")
          .only()
          .isSaidBy("Pellworth Council", ORGANIZATION)
          .withMention("it");
    }

    @Test
    void standsForABodyWithoutAName() {
      Extracted.from("The ministry closed the bridge. It called the harbour \"a danger to all\".")
          .only()
          .isSaidBy("The ministry", UNNAMED)
          .withMention("It");
    }

    @Test
    void standsForAReport() {
      Extracted.from("The report was short. It called the bridge \"a ruin\".")
          .only()
          .isSaidBy("The report", UNNAMED);
    }

    @Test
    void standsForTwoWhoWereNamedAsOne() {
      Extracted.from(
              "Mara Quill and Tobias Wren met on the bridge. \"We will not sell,\" they said.")
          .only()
          .isSaidBy("Mara Quill and Tobias Wren")
          .withMention("they");
    }

    @Test
    void standsForManyWithoutAName() {
      Extracted.from(
              "Nine fishermen came to the hall. Tobias Wren let them in. \"We are cold,\" they"
                  + " said.")
          .only()
          .isSaidBy("Nine fishermen", UNNAMED)
          .withMention("they");
    }

    @Test
    void ofTheFirstPersonStandsForTheOneAuthor() {
      String text = "\"The ice is thin,\" I said.";

      Extracted.from(Article.builder("a", text).authors(List.of("Edda Moor")).build())
          .only()
          .isSaidBy("Edda Moor", PERSON);
      Extracted.from(Article.builder("a", text).authors(List.of("Edda Moor", "Jan Ash")).build())
          .only()
          .isSaidByNobodyKnown();
      Extracted.from(text).only().isSaidByNobodyKnown();
    }
  }

  @Nested
  class AnOffice {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "Mayor Greta Holm opened the fair.",
          "Greta Holm, the mayor, opened the fair.",
          "The mayor, Greta Holm, opened the fair.",
          "Greta Holm is the mayor of Pellworth."
        })
    void standsForTheOneWhoHoldsIt(String introduction) {
      Extracted.from(introduction + " Tobias Wren sat in the rain. \"It is cold,\" the mayor said.")
          .only()
          .isSaidBy("Greta Holm", PERSON)
          .withMention("the mayor");
    }

    @Test
    void isOfEachHisOrHerOwn() {
      Extracted extracted =
          Extracted.from(
              "Greta Holm, the mayor, spoke to Tobias Wren, a farmer. \"It is cold,\" the mayor"
                  + " said. \"It is,\" the farmer agreed.");

      extracted.quotation("It is cold,").isSaidBy("Greta Holm").whoIsDescribedAs("the mayor");
      extracted.quotation("It is,").isSaidBy("Tobias Wren").whoIsDescribedAs("a farmer");
    }

    @Test
    void ofTwoWordsStandsForTheOneWhoHoldsIt() {
      Extracted.from(
              "Prime Minister Greta Holm met Tobias Wren. \"Stay,\" the prime minister said.")
          .only()
          .isSaidBy("Greta Holm");
    }

    @Test
    void thatNobodyHoldsIsAnUnnamedSource() {
      Extracted.from("\"The roof will hold,\" the engineer said.")
          .only()
          .isSaidBy("the engineer", UNNAMED);
    }
  }

  @Nested
  class ABody {

    @ParameterizedTest
    @CsvSource({
      "Pellworth Shipping Ltd, the company",
      "Harbour Board, the board",
      "Harbour Trust, the trust",
      "Pellworth Council, the council",
      "Pellworth Savings Bank, the bank"
    })
    void isTakenUpByItsNoun(String name, String mention) {
      Extracted.from("The " + name + " met on Friday. \"We are poor,\" " + mention + " said.")
          .only()
          .isSaidBy(name, ORGANIZATION)
          .withMention(mention);
    }

    @Test
    void isNotTheOneWhoLeadsIt() {
      Extracted.from("Mara Quill leads the Harbour Board. \"The ferry is old,\" the board said.")
          .only()
          .isSaidBy("Harbour Board", ORGANIZATION);
    }
  }

  @Nested
  class ASourceWithoutAName {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "a source close to the harbour",
          "two officials",
          "one of the skaters",
          "two of the engineers",
          "a spokesman for the ferry company",
          "Tobias Wren's lawyer",
          "Wren's daughter",
          "engineers"
        })
    void isCalledByTheWordsThatDescribeIt(String source) {
      Extracted.from("\"The ice is thin,\" said " + source + ".")
          .only()
          .isSaidBy(source, UNNAMED)
          .withMention(source);
    }

    @Test
    void isTheSameWhereItIsTakenUpAgain() {
      Extracted.from("A fisherman stood at the gate. \"Go home,\" the fisherman said.")
          .only()
          .isSaidBy("A fisherman", UNNAMED)
          .withMention("the fisherman");
    }

    @Test
    void isTheSameWithAllThatDescribesIt() {
      Extracted.from(
              "A source close to the mayor called the plan \"a dead fish\". \"It smells,\" the"
                  + " source added.")
          .quotation("It smells,")
          .isSaidBy("A source close to the mayor", UNNAMED)
          .withMention("the source");
    }

    @Test
    void isNotTheOneItBelongsTo() {
      Extracted.from("Tobias Wren laughed. \"Go home,\" his sister said.")
          .only()
          .isSaidBy("his sister", UNNAMED);
    }

    @Test
    void hasANameWhereOneStandsBesideIt() {
      Extracted.from("Tobias Wren laughed. \"Go home,\" his sister, Mara Quill, said.")
          .only()
          .isSaidBy("Mara Quill", PERSON);
    }
  }

  @Nested
  class TwoSpeakAsOne {

    @Test
    void afterTheirVerb() {
      Extracted.from("\"We will not sell,\" said Mara Quill and Tobias Wren.")
          .only()
          .isSaidBy("Mara Quill and Tobias Wren", PERSON);
    }

    @Test
    void afterTheWordsAndBeforeTheirVerb() {
      Extracted.from("\"We will not sell,\" Mara Quill and Tobias Wren said in a letter.")
          .only()
          .isSaidBy("Mara Quill and Tobias Wren", PERSON)
          .byRule(Rule.CUE_AFTER);
    }

    @Test
    void beforeTheirVerb() {
      Extracted.from("Mara Quill and Tobias Wren said that the bridge was \"a ruin\".")
          .only()
          .isSaidBy("Mara Quill and Tobias Wren", PERSON);
    }

    @Test
    void butNotWhereOneOfThemIsNamedAlone() {
      Extracted.from("Mara Quill and Tobias Wren opened the fair. \"It is cold,\" said Wren.")
          .only()
          .isSaidBy("Tobias Wren", PERSON);
    }
  }
}
