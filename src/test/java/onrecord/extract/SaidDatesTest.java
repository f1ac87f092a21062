package onrecord.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** To which day words belong, by the sentence of their cue. */
class SaidDatesTest {

  private static final LocalDate SUNDAY = LocalDate.of(2020, 11, 22);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          on Sunday                  | 2020-11-22
          on Monday                  | 2020-11-16
          Wednesday                  | 2020-11-18
          yesterday                  | 2020-11-21
          today                      | 2020-11-22
          tonight                    | 2020-11-22
          last night                 | 2020-11-21
          last Friday                | 2020-11-20
          last month                 | 2020-10
          last year                  | 2019
          on November 7              | 2020-11-07
          on Nov. 7                  | 2020-11-07
          on 7 November              | 2020-11-07
          on November 22             | 2020-11-22
          on November 23             | 2019-11-23
          on December 30             | 2019-12-30
          in October                 | 2020-10
          in May                     | 2020-05
          in December                | 2019-12
          earlier this month         | 2020-11
          earlier this year          | 2020
          """)
  void whatIsRelativeIsCountedBackFromTheDayOfPublication(String expression, String date) {
    said(expression, SUNDAY).saidOn(expression, Optional.of(date));
    said(expression).saidOn(expression, Optional.empty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          on November 7, 2019        | 2019-11-07
          on 7 November 2019         | 2019-11-07
          on February 29, 2016       | 2016-02-29
          in November 2019           | 2019-11
          in 2009                    | 2009
          """)
  void whatIsAbsoluteNeedsNoDayOfPublication(String expression, String date) {
    said(expression, SUNDAY).saidOn(expression, Optional.of(date));
    said(expression).saidOn(expression, Optional.of(date));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"last week", "earlier this week", "on February 30", "on February 29, 2019"})
  void whatNamesNoDateOfTheCalendarStaysWithoutOne(String expression) {
    said(expression, SUNDAY).saidOn(expression, Optional.empty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"in the market", "in a letter", "on the ice", "at noon", "in 12 words"})
  void whatTellsNoDayIsNone(String expression) {
    said(expression, SUNDAY).saidOnNoDayTold();
  }

  @ParameterizedTest
  @CsvSource({
    "2020-02-29, on March 1, 2019-03-01",
    "2021-01-01, yesterday, 2020-12-31",
    "2021-03-01, yesterday, 2021-02-28",
    "2021-01-01, on Thursday, 2020-12-31",
    "2021-01-01, on Friday, 2021-01-01",
    "2021-01-31, in December, 2020-12"
  })
  void theCountCrossesTheEndsOfMonthsAndYears(LocalDate published, String expression, String date) {
    said(expression, published).saidOn(expression, Optional.of(date));
  }

  @Test
  void aDateTellsMoreThanTheWeekdayBeforeIt() {
    said("on Sunday, October 4", SUNDAY).saidOn("October 4", Optional.of("2020-10-04"));
  }

  @Nested
  class TheDayStands {

    @Test
    void afterAVerbBeforeItsSubject() {
      Extracted.from("\"The ice is thin,\" said Mara Quill on Thursday.", SUNDAY)
          .only()
          .saidOn("on Thursday", Optional.of("2020-11-19"));
    }

    @ParameterizedTest
    @CsvSource({"'On Sunday,', On Sunday, 2020-11-22", "Yesterday, Yesterday, 2020-11-21"})
    void beforeTheSubject(String opening, String expression, String date) {
      Extracted.from(opening + " Mara Quill said the ice was \"too thin to walk on\".", SUNDAY)
          .quotation("too thin to walk on")
          .saidOn(expression, Optional.of(date));
    }

    @Test
    void betweenTheVerbAndThat() {
      Extracted.from(
              "Mara Quill told the council on Tuesday that the ice was \"too thin\".", SUNDAY)
          .quotation("too thin")
          .saidOn("on Tuesday", Optional.of("2020-11-17"));
    }

    @Test
    void besideADayThatIsAPartOfWhatWasSaid() {
      Extracted.from("Mara Quill said on Monday that the ice broke on Sunday.", SUNDAY)
          .only()
          .saidOn("on Monday", Optional.of("2020-11-16"));
    }

    @Test
    void afterAReport() {
      Extracted.from("The ice will break on Friday, Mara Quill said on Monday.", SUNDAY)
          .only()
          .saidOn("on Monday", Optional.of("2020-11-16"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"The ice broke on Sunday,\" Mara Quill said.",
        "Mara Quill said the ice broke on Sunday.",
        "Mara Quill said that on Sunday the ice was \"too thin to walk on\".",
        "Mara Quill said the fair would open on Saturday and was \"too small\".",
        "\"The ice is thin,\" said Mara Quill, who will retire on Friday.",
        "Mara Quill, who joined in 2009, said the ice was \"too thin\".",
        "The council met on Friday. \"The ice is thin,\" said Mara Quill."
      })
  void aDayThatIsNotThatOfTheWordsIsNotTaken(String text) {
    Extracted extracted = Extracted.from(text, SUNDAY);

    assertThat(extracted.quotations()).isNotEmpty();
    assertThat(extracted.quotations()).allSatisfy(q -> assertThat(q.said()).isEmpty());
  }

  private static QuotationAssert said(String when) {
    return Extracted.from("\"The ice is thin,\" Mara Quill said " + when + ".").only();
  }

  private static QuotationAssert said(String when, LocalDate published) {
    return Extracted.from("\"The ice is thin,\" Mara Quill said " + when + ".", published).only();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mara Quill told Skating Today: “The ice is thin.”",
        "Mara Quill told the Friday Review: “The ice is thin.”",
        "Mara Quill said today's ice was “thin as paper”.",
      })
  void aDayInANameOrBeforeANounIsNotTheDayOfTheWords(String text) {
    assertThat(Extracted.from(text, LocalDate.of(2024, 3, 10)).quotations().get(0).said())
        .isEmpty();
  }
}
