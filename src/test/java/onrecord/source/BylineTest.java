package onrecord.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BylineTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          By ADA HOLM                                      | ADA HOLM
          BY ADA HOLM and BO LIND                          | ADA HOLM/BO LIND
          From Ada Holm in Northport                       | Ada Holm
          Von Ada Holm und Bo Lind                         | Ada Holm/Bo Lind
          Par Ada HOLM et Bo LIND                          | Ada HOLM/Bo LIND
          Door Ada Holm en Bo Lind                         | Ada Holm/Bo Lind
          Por Ada Holm y Bo Lind                           | Ada Holm/Bo Lind
          Ada Holm e Bo Lind                               | Ada Holm/Bo Lind
          Holm, Ada; Lind, Bo                              | Ada Holm/Bo Lind
          Holm, Ada                                        | Ada Holm
          Ada Holm, Bo Lind and Cy Moe                     | Ada Holm/Bo Lind/Cy Moe
          Ada Holm, Transport Correspondent                | Ada Holm
          Ada Holm, The Harbor Gazette                     | Ada Holm
          Ada Holm, Special to The Island and Mail         | Ada Holm
          Ada Holm (now), Bo Lind (earlier)                | Ada Holm/Bo Lind
          Ada Holm, Jr.                                    | Ada Holm, Jr.
          Ada Holm, example.org                            | Ada Holm
          INTERVIEW: ADA HOLM                              | ADA HOLM
          Di Lind                                          | Di Lind
          Ada von der Au                                   | Ada von der Au
          Northport Press                                  | Northport Press
          """)
  void aLineNamesItsAuthors(String line, String names) {
    assertThat(String.join("/", Byline.names(line))).isEqualTo(names);
  }
}
