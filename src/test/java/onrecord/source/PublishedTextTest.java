package onrecord.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import onrecord.model.Published;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2014-05-30                                  | 2014-05-30
          2014/05/30                                  | 2014-05-30
          2014/5/3                                    | 2014-05-03
          20140530                                    | 2014-05-30
          20140530T174008Z                            | 2014-05-30T17:40:08Z
          20140530T1740                               | 2014-05-30T17:40
          2023-04-28 17:40:08+00:00                   | 2023-04-28T17:40:08Z
          2023-04-28T17:40Z                           | 2023-04-28T17:40Z
          2023-04-28T17:40:08.123456-0430             | 2023-04-28T17:40:08-04:30
          2023-04-28T17:40:08.123                     | 2023-04-28T17:40:08
          2023-04-28T17:40:08 +02                     | 2023-04-28T17:40:08+02:00
          Fri, 30 May 2014 17:40:08 GMT               | 2014-05-30T17:40:08Z
          Fri, 30 May 2014 17:40:08 -0500             | 2014-05-30T17:40:08-05:00
          Fri, 3 May 2014 17:40:08 EDT                | 2014-05-03T17:40:08-04:00
          Wed Oct 10 20:19:24 +0000 2018              | 2018-10-10T20:19:24Z
          Thu Nov 26 23:26:59 UTC 2026                | 2026-11-26T23:26:59Z
          1401471608                                  | 2014-05-30T17:40:08Z
          1401471608000                               | 2014-05-30T17:40:08Z
          May 30, 2014 Friday                         | 2014-05-30
          May 2, 2002, Thursday,, FINAL EDITION       | 2002-05-02
          November 5, 2002 Tuesday Final Edition      | 2002-11-05
          July 1, 2019 Monday 9:20 AM GMT             | 2019-07-01T09:20Z
          July 1, 2019 Monday 12:05 a.m. EST          | 2019-07-01T00:05-05:00
          July 1, 2019 at 3.45pm                      | 2019-07-01T15:45
          June 17, 1995, CITY EDITION                 | 1995-06-17
          Jan. 3, 2012                                | 2012-01-03
          Sept. 3rd, 2012                             | 2012-09-03
          30 May 2014                                 | 2014-05-30
          Saturday, 3 Mar 2012                        | 2012-03-03
          the 3rd of March 2012                       | 2012-03-03
          28. Februar 2012                            | 2012-02-28
          Dienstag, 28. Februar 2012, 18:30 Uhr       | 2012-02-28T18:30
          9 Januar 1993                               | 1993-01-09
          9. Jänner 1993                              | 1993-01-09
          29 décembre 2011                            | 2011-12-29
          mardi 29 mars 2011 à 18h30                  | 2011-03-29T18:30
          mar 29 mar 2011                             | 2011-03-29
          1er août 2014                               | 2014-08-01
          vrijdag 3 mei 2013                          | 2013-05-03
          3 maart 2013 vrijdag                        | 2013-03-03
          3 de mayo de 2014                           | 2014-05-03
          lunes 5 de enero de 2015                    | 2015-01-05
          1º de março de 2014                         | 2014-03-01
          martedì 3 maggio 2011                       | 2011-05-03
          3 maja 2011                                 | 2011-05-03
          2014年5月30日                               | 2014-05-30
          """)
  void aDateIsReadInTheFormsThatPeopleHave(String printed, String read) {
    assertThat(PublishedText.read(printed, DateOrder.NONE)).contains(Published.parse(read));
    assertThat(PublishedText.read("\u00A0" + printed.replace(' ', '\u00A0') + " ", DateOrder.NONE))
        .contains(Published.parse(read));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2014",
        "2014-05",
        "May 2014",
        "30 May",
        "May 30",
        "17/07/2017",
        "07/17/2017",
        "17.07.2017",
        "03/04/05",
        "2014-13-01",
        "2014-02-30",
        "30 February 2014",
        "yesterday",
        "May the best of 30 2014 win",
        "Reforms of 30 May 2014",
        "12 people on 3 May 2014",
        "None",
        "0000-00-00",
        "May 99, 2014",
        "1",
        "99999999999999999999",
        "2014-05-301"
      })
  void whatIsNoDateOrIsAmbiguousIsNotRead(String printed) {
    assertThat(PublishedText.read(printed, DateOrder.NONE)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "17/07/2017,        d/m/y, 2017-07-17",
    "3.4.2017,          d/m/y, 2017-04-03",
    "3/4/2017,          m/d/y, 2017-03-04",
    "3-4-2017 9:05 PM,  m/d/y, 2017-03-04T21:05",
    "2017/4/3,          m/d/y, 2017-04-03",
    "2017-04-03,        d/m/y, 2017-04-03"
  })
  void aDateOfNumbersIsReadInTheGivenOrder(String printed, String order, String read) {
    assertThat(PublishedText.read(printed, DateOrder.parse(order))).contains(Published.parse(read));
  }

  @ParameterizedTest
  @CsvSource({"17/07/2017, m/d/y", "07/17/2017, d/m/y", "17/07/17, d/m/y", "17/07/2017, y/m/d"})
  void aDateThatDoesNotFitTheOrderIsNotRead(String printed, String order) {
    assertThat(PublishedText.read(printed, DateOrder.parse(order))).isEmpty();
  }

  @Test
  void anUnknownOrderIsReported() {
    assertThatThrownBy(() -> DateOrder.parse("dmy"))
        .hasMessage("order of dates must be d/m/y, m/d/y, y/m/d or none, but was 'dmy'");
  }

  @Test
  void anyTextIsReadWithoutAFault() {
    Random random = new Random(7);
    String letters = "0123456789/-.:,TZ+ maypr年月日\u00A0";
    for (int i = 0; i < 100_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(24); n > 0; n--) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
      PublishedText.read(text.toString(), DateOrder.values()[i % 4]);
    }
  }
}
