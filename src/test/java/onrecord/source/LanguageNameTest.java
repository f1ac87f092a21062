package onrecord.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageNameTest {

  @ParameterizedTest
  @CsvSource({
    "English, en",
    "ENGLISH, en",
    "Englisch, en",
    "anglais, en",
    "Inglés, en",
    "ENGLISH; Spanish, en",
    "German, de",
    "Deutsch, de",
    "Französisch, fr",
    "français, fr",
    "Nederlands, nl",
    "Duits, de",
    "español, es",
    "Português (Brasil), pt",
    "en, en",
    "en-GB, en-GB",
    "en_US, en-US",
    "Klingon, ''",
    "'', ''"
  })
  void aNameOrTagIsRead(String name, String tag) {
    assertThat(LanguageName.tag(name).orElse("")).isEqualTo(tag);
  }
}
