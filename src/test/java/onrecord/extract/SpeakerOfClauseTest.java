package onrecord.extract;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose the words are in sentences of several clauses: the words, their speaker and the text. */
class SpeakerOfClauseTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          the sea will come.   | Dora Penk   | Dora Penk said that if the town pulls back, “the sea will come.”
          save the hedge.      | Hal Moss    | Hal Moss wishes the farmers could go back in time and “save the hedge.”
          No,                  | Ida Fell    | “No,” Ida Fell shot back.
          overdue.             | The unions  | The unions back the plan, calling it “overdue.”
          sinking              | Karl Odd    | Karl Odd all but accused Mayor Rolf Benn of “sinking” the pier.
          bold.                | The judges  | The judges all described it as “bold.”
          a trap.              | Ann Moll and Lou Hart | Ann Moll and Lou Hart both called the plan “a trap.”
          it was done.         | Lou Hart    | Lou Hart said both that the pier was shut and that “it was done.”
          """)
  void aWordThatIsNoVerbHere(String words, String speaker, String text) {
    isSaid(words, speaker, text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          is very sure.        | an aide     | Harlow, an aide said, “is very sure.”
          I am sure.           | Ada Harlow  | Ada Harlow, a former agent said, “I am sure.”
          we bake at home.     | Rosa Benn   | With the mill shut, added Rosa Benn, “we bake at home.”
          the band played on.  | Rosa Benn   | Because nobody came, explained Rosa Benn, “the band played on.”
          """)
  void aCommentInTheMiddle(String words, String speaker, String text) {
    isSaid(words, speaker, text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          an insult.           | the staff   | It was an offer seen by the staff as “an insult.”
          odd                  | Lou Hart    | A remark described by Lou Hart as “odd” was cut.
          ours.                | one of its letters | The club fought on, with one of its letters saying the pool was “ours.”
          party is over.       | Gil Ames    | The news prompted Mayor Gil Ames to declare that the “party is over.”
          a mess.              | Rosa Klee   | The delay forced Rosa Klee to admit it was “a mess.”
          never                | Ralph Dorn  | Moira Lake cited Ralph Dorn as having said “never”.
          watched.             | Villagers   | Villagers holding torches said they felt “watched.”
          a start.             | The head of the group | The head of the group that sued the owners of the mill said it was “a start.”
          lost.                | Members of the choir | Members of the choir which Ada Tull founded said they were “lost.”
          dead.                | The owner of the shop | The owner of the shop across from the church said business was “dead.”
          loud.                | Romy Falke  | Romy Falke, whose house faces the mill said it was “loud.”
          no shame.            | The trustees | The trustees attacked Vera Klee for having “no shame.”
          """)
  void theSubjectOfAnotherVerb(String words, String speaker, String text) {
    isSaid(words, speaker, text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          dead.                | Lou Hart    | Ann Moll denied Lou Hart's claim that the river was “dead.”
          a sham.              | the judge   | The town was shocked by the judge's finding that the sale was “a sham.”
          Read the map.        | Vera Klee   | Vera Klee taught for years. Her advice to her pupils was, “Read the map.”
          false.               | Lou Hart    | Lou Hart said Vera Klee's remarks were “false.”
          a map is a promise.  | Vera Klee   | In the words of Vera Klee, “a map is a promise.”
          a long shot,         | Vera Klee   | It is “a long shot,” in the view of Vera Klee.
          Why now?             | Karl Odd    | Karl Odd answered with, “Why now?” Lou Hart then wrote that it was late.
          you are a star!      | Karl Odd    | Karl Odd wrote to Vera Klee, telling her, “you are a star!” She said that it was an honor.
          Ducks Against Dogs.  | a sign      | Lori Benn held up a sign saying “Ducks Against Dogs.”
          """)
  void theOwnerOfANoun(String words, String speaker, String text) {
    isSaid(words, speaker, text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a sieve,             | Karl Odd    | After Karl Odd said the dam was “a sieve,” Lou Hart said he was shocked.
          build again,         | Karl Odd    | When Karl Odd spoke of the fire and said he would “build again,” the crowd applauded.
          held the door,       | Lou Hart    | When Karl Odd said he would not leave, she “held the door,” said Lou Hart.
          a joke,              | Lia Marr    | After she called the tax “a joke,” Mayor Lia Marr apologized.
          flat for a month     | Karl Odd    | Sales were “flat for a month” as buyers waited to see how the vote went, Karl Odd said.
          an attempt to hide.  | Lou Reeve   | Judge Lou Reeve wrote that it was “an attempt to hide.” Titled the Clear Water Act, the law passed.
          in the millions,     | Karl Odd    | Karl Odd, who says his bills were “in the millions,” described the hurt as lasting.
          """)
  void theClauseThatOpensTheSentence(String words, String speaker, String text) {
    isSaid(words, speaker, text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          It is a tough place. | Rosa Benn   | The town is split, Rosa Benn said. They also lack a bus. “It is a tough place.”
          My mother sent me.   | Abel Orr    | Sales were great, Abel Orr said. Why was he out in the heat? “My mother sent me.”
          They left out cows.  | Rosa Benn   | Rosa Benn stated that the report “was thin.” Adding, “They left out cows.”
          the cellar cost us.  | Rosa Benn   | “We lost it all,” said Rosa Benn. Indeed, “the cellar cost us.”
          People buy shoes.    | Finn Osterby | Wages rose, according to Finn Osterby, a clerk. “People buy shoes.”
          We want our pay.     | The miners  | The miners are angry. “We want our pay.”
          """)
  void theSentenceBefore(String words, String speaker, String text) {
    Extracted.from(text).quotation(words).isSaidBy(speaker);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The money is there.  | Kim Adder   | Kim Adder, treasurer of the Rowing Club:⏎⏎“The money is there.”
          The lake is shallow. | the report  | From the report: “The lake is shallow.”
          The lake is shallow. | Karl Odd    | Here's Karl Odd in May: “The lake is shallow.”
          The lake is shallow. | The guild   | The guild, in a note on its page, worded it with care: “The lake is shallow.”
          I would do it again. | Elias Brom  | “I would do it again.” - Elias Brom, retired postman
          """)
  void theLabel(String words, String speaker, String text) {
    isSaid(words, speaker, text);
  }

  @Test
  void aPlaceBeforeAColonIsNoLabel() {
    Extracted.from("Then, later that month on Radio Six: “The lake is shallow.”")
        .only()
        .isSaidByNobodyKnown();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a maze,              | Anne-Lise Holm | “It is a maze,” former traffic planning head Anne-Lise Holm wrote to Kemp.
          Mine,                | Anne-Lise Holm | “Mine,” former traffic planning head Anne-Lise Holm wrote.
          """)
  void aDescriptionBeforeTheName(String words, String speaker, String text) {
    Extracted.from(text).only().isSaidBy(speaker);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Anton Graf would not say it was “over”.",
        "Irma Voss has never used the word “fraud”.",
        "Ella Moss avoided saying “sorry”.",
        "Ella Moss refrained from calling it “a ruin”.",
        "Jon Pike denies that he said “go home”.",
        "Neither Ann Lee nor Bo Hart said “stop”.",
        "No critic called it “a gem”.",
        "Hugo Bach failed to say “thank you”.",
        "At no time did Rita Kern say “burn it”.",
        "Ada Quill left without saying “thanks”."
      })
  void wordsThatWereNotSaid(String text) {
    Extracted.from(text).isNothing();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          thieves              | Chris Cox   | Chris Cox says the guild won't allow “thieves” near the boats.
          from here,           | Karl Odd    | “The mayor cannot say that “from here,” Karl Odd added.
          stop.                | Bo Hart     | Bo Hart did not only shrug; he said “stop.”
          """)
  void wordsThatWereSaid(String words, String speaker, String text) {
    isSaid(words, speaker, text.replaceFirst("^“(?=The)", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mona Fels had been told that she was “too loud”.",
        "Kate Lind is being sued for “broken vows”.",
        "The club filed a public-records request for “all letters.”"
      })
  void wordsOfNobodyWhoIsNamed(String text) {
    Extracted.from(text).isNothing();
  }

  private static void isSaid(String words, String speaker, String text) {
    Extracted.from(text.replace('⏎', '\n')).quotation(words).isSaidBy(speaker);
  }
}
