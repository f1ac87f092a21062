package onrecord.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArticleVersionTest {

  private static ArticleVersion version(Long number, String created) {
    return new ArticleVersion(
        Optional.ofNullable(number), Optional.ofNullable(created).map(Instant::parse));
  }

  @ParameterizedTest
  @CsvSource({
    "1, , 2, , true",
    "2, , 1, , false",
    "2, , 2, , false",
    "9, , 10, , true",
    ", 2024-05-01T10:00:00Z, , 2024-05-01T10:00:01Z, true",
    ", 2024-05-01T10:00:01Z, , 2024-05-01T10:00:00Z, false",
    // The number decides.
    "1, 2024-05-01T10:00:00Z, 2, 2024-01-01T10:00:00Z, true",
    "2, 2024-05-01T10:00:00Z, 2, 2024-06-01T10:00:00Z, true",
    // One has a number, the other a time.
    "1, , , 2024-05-01T10:00:00Z, false",
    ", 2024-05-01T10:00:00Z, 7, , false",
    ", 2024-05-01T10:00:00Z, 7, 2024-06-01T10:00:00Z, true",
  })
  void numbersDecideAndThenTimes(
      Long number, String created, Long otherNumber, String otherCreated, boolean older) {
    assertThat(version(number, created).isOlderThan(version(otherNumber, otherCreated)))
        .isEqualTo(older);
  }

  @ParameterizedTest
  @CsvSource({
    "0, ",
    "9007199254740992, ",
    ", 2024-05-01T10:00:00.250Z",
    "3, 2024-05-01T10:00:00Z",
  })
  void isKeptInTheFieldsOfAnArticle(Long number, String created) {
    ArticleVersion version = version(number, created);

    assertThat(ArticleVersion.of(version.fields())).contains(version);
  }

  @Test
  void fieldsOfOtherTypesAreNoVersion() {
    assertThat(ArticleVersion.of(Fields.NONE)).isEmpty();
    assertThat(
            ArticleVersion.of(
                Fields.builder().name("version", "final").name("version_created", "noon").build()))
        .isEmpty();
    assertThat(ArticleVersion.of(Fields.builder().number("version", 1.5).build())).isEmpty();
    assertThat(ArticleVersion.of(Fields.builder().number("version", -1).build())).isEmpty();
    assertThat(ArticleVersion.of(Fields.builder().number("version", 1e300).build())).isEmpty();
    assertThat(ArticleVersion.of(Fields.builder().number("version_created", 3).build())).isEmpty();
  }

  @Test
  void rejectsWhatStatesNothingOrIsOutOfRange() {
    assertThatThrownBy(() -> version(null, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a version must have a number or a time");
    for (long number : new long[] {-1, ArticleVersion.MAX_NUMBER + 1}) {
      assertThatThrownBy(() -> version(number, null))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("must be 0 to 9007199254740992, but was " + number);
    }
  }
}
