package onrecord.extract;

import static onrecord.model.SpeakerType.ORGANIZATION;
import static onrecord.model.SpeakerType.PERSON;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the forms of a name come together, and what sort of name it is. */
class NamesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mara Quill runs the harbour. \"The ice is thin,\" said Quill.",
        "Mara Quill runs the harbour. \"The ice is thin,\" said Mara.",
        "Mara Quill runs the harbour. \"The ice is thin,\" said Ms. Quill.",
        "Mara Quill runs the harbour. \"The ice is thin,\" said Dr. Mara Quill.",
        "\"The ice is thin,\" said Quill. Mara Quill runs the harbour.",
        "\"The ice is thin,\" said Ms. Quill. Mara Quill runs the harbour."
      })
  void aShortFormStandsForTheFullNameOfTheArticle(String text) {
    Extracted.from(text).only().isSaidBy("Mara Quill", PERSON);
  }

  @Test
  void theFullestFormIsGivenOut() {
    Extracted.from("\"The ice is thin,\" said Mara Quill. Mara Ellen Quill runs the harbour.")
        .only()
        .isSaidBy("Mara Ellen Quill");
  }

  @ParameterizedTest
  @CsvSource({
    "Ms. Quill, Mara Quill",
    "Mr. Quill, Tobias Quill",
    "Mara, Mara Quill",
    "Tobias, Tobias Quill"
  })
  void twoOfOneSurnameAreToldApart(String mention, String name) {
    Extracted.from(
            "Mara Quill met Tobias Quill on the ice. \"Stay at home,\" said " + mention + ".")
        .only()
        .isSaidBy(name, PERSON)
        .withMention(mention);
  }

  @ParameterizedTest
  @CsvSource({
    "Dr. Mara Quill, Mara Quill",
    "Sir Tobias Wren, Tobias Wren",
    "Prime Minister Greta Holm, Greta Holm",
    "Chief Inspector Tobias Wren, Tobias Wren",
    "Rep. Tobias Wren, Tobias Wren",
    "former mayor Greta Holm, Greta Holm",
    "ferry captain Tobias Wren, Tobias Wren"
  })
  void whatStandsBeforeANameIsNoPartOfIt(String mention, String name) {
    Extracted.from("\"The ice is thin,\" said " + mention + ".")
        .only()
        .isSaidBy(name, PERSON)
        .withMention(mention);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Tobias Wren Jr.",
        "Tobias Wren III",
        "Mara O'Dowd",
        "Mara Quill-Holm",
        "T. J. Wren",
        "Ludwig von Tann",
        "Jan de Vries",
        "Anna van der Holm",
        "Maria de la Cruz"
      })
  void everyPartOfANameIsKept(String name) {
    Extracted.from("\"The ice is thin,\" said " + name + " on Friday.")
        .only()
        .isSaidBy(name, PERSON)
        .withMention(name);
  }

  @ParameterizedTest
  @CsvSource({
    "Tobias Wren III, Wren",
    "Mara O'Dowd, O'Dowd",
    "Ludwig von Tann, von Tann",
    "Jan de Vries, de Vries",
    "Jan de Vries, De Vries",
    "Anna van der Holm, van der Holm",
    "Maria de la Cruz, De la Cruz"
  })
  void theLastPartStandsForTheName(String name, String mention) {
    Extracted.from("The boat was sold to " + name + ". \"It leaks,\" said " + mention + ".")
        .only()
        .isSaidBy(name)
        .withMention(mention);
  }

  @Nested
  class InCapitals {

    @Test
    void aGivenNameSetForShowIsWrittenAsNamesAre() {
      Extracted.from("TOBIAS Wren sold his boat. \"The ice is thin,\" Wren said.")
          .only()
          .isSaidBy("Tobias Wren");
    }

    @Test
    void aNameThatIsWrittenAsNamesAreElsewhereIsWrittenSo() {
      Extracted.from("MARA QUILL: \"The ice is thin.\"\n\nMara Quill has skated for years.")
          .only()
          .isSaidBy("Mara Quill")
          .withMention("MARA QUILL");
    }

    @Test
    void anAcronymStaysOne() {
      Extracted.from("\"The ice is thin,\" said the BHT.").only().isSaidBy("BHT", ORGANIZATION);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Pellworth City Council",
        "Pellworth Shipping Ltd",
        "Harbour Workers' Union",
        "University of Pellworth",
        "Board of Harbour Trade"
      })
  void aBodyIsToldFromAPerson(String name) {
    Extracted.from("\"The ice is thin,\" said the " + name + " in a statement.")
        .only()
        .isSaidBy(name, ORGANIZATION);
  }

  @Test
  void theFullStopOfTheSentenceIsNoPartOfAName() {
    Extracted.from("Mara Quill runs Pellworth Shipping Ltd. \"We are poor,\" the company said.")
        .only()
        .isSaidBy("Pellworth Shipping Ltd", ORGANIZATION);
  }

  @Test
  void theNamesInTheWordsAreWhatTheyAreAbout() {
    Extracted.from("\"We never paid Tobias Wren or Greta Holm,\" said Mara Quill.")
        .only()
        .about("Tobias Wren", "Greta Holm");
  }

  @Test
  void aShortFormInTheWordsIsAboutTheFullName() {
    Extracted.from("Tobias Wren left. \"We never paid old Wren,\" said Mara Quill.")
        .only()
        .about("Tobias Wren");
  }

  @ParameterizedTest
  @CsvSource({
    "said Robert 'Bob' Venn, Robert Venn",
    "said Edward ‘Ned’ Venn, Edward Venn",
    "said nature-loving Ada Venn, Ada Venn",
    "said Fatima bint Rashid, Fatima bint Rashid",
  })
  void aNicknameInSingleMarksAndAnAdjectiveAreNoPartOfAName(String attribution, String name) {
    Extracted.from("“We are closing,” " + attribution + ".").only().isSaidBy(name);
  }

  @Test
  void theUnionOfSomePeopleIsNotOwnedByThem() {
    Extracted.from("The Dockers' Union said it was “late”.").only().isSaidBy("Dockers' Union");
  }

  @Test
  void aSurnameThatIsADayIsOneAndADayIsNone() {
    Extracted.from("Emma Sunday spoke first. Sunday called the plan “a mess”.")
        .only()
        .isSaidBy("Emma Sunday");
    Extracted.from("Mara Quill spoke. On Tuesday's show, the host called it “a mess”.")
        .only()
        .isSaidBy("the host");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Zarnek was born in Pell.",
        "Zarnek married in Pell.",
        "Zarnek joined the club.",
        "Zarnek herself came.",
      })
  void aWordThatOpensASentenceIsANameWhereItDoesWhatPeopleDo(String sentence) {
    Extracted.from(sentence + " “It is late,” she said.").only().isSaidBy("Zarnek");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bakers joined the club.",
        "Rain fell in Pell.",
        "Bread was raised by the oven.",
        "Silence itself came.",
      })
  void aNounThatOpensASentenceIsNoNameWhereItDoesNot(String sentence) {
    Extracted.from(sentence + " “It is late,” she said.").only().isSaidByNobodyKnown();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mara Quill founded Quill University. Quill University is small. Then Quill said it was “late”.",
        "Quill founded Quill University. Quill is old. Quill left. Then Quill said it was “late”.",
      })
  void aBodyCalledAfterAPersonIsNotThePerson(String text) {
    Extracted.from(text).only().isSaidBy(text.startsWith("Mara") ? "Mara Quill" : "Quill", PERSON);
  }

  @Test
  void aBodyMayBeCalledByItsFirstWord() {
    Extracted.from("The clerk read the Lantern Post. “It is late,” Lantern reported.")
        .only()
        .isSaidBy("Lantern Post", ORGANIZATION);
  }

  @Test
  void aPlaceBeforeItsStateIsNoPerson() {
    Extracted.from("Tobias Wren slept. The visit to Ardlow, France, was short. He called it “odd”.")
        .only()
        .isSaidBy("Tobias Wren");
  }

  @Test
  void anActionInBracketsIsNobody() {
    Extracted.from("“We will pay.” (CROSSTALK) “It is late,” he added.")
        .quotation("It is late,")
        .isSaidByNobodyKnown();
    Extracted.from("The lake fund (LAKEFUND) spoke. LAKEFUND said the ice was “thin”.")
        .only()
        .isSaidBy("LAKEFUND");
  }
}
