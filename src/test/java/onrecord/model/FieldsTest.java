package onrecord.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {

  @ParameterizedTest
  @CsvSource({
    "number,30.0,30",
    "number,3e1,30",
    "number,' -0.50 ',-0.5",
    "number,-0,0",
    "number,1e15,1000000000000000",
    "number,9007199254740992,9007199254740992",
    "number,1e300,1"
        + "000000000000000000000000000000000000000000000000000000000000000000000000000"
        + "000000000000000000000000000000000000000000000000000000000000000000000000000"
        + "000000000000000000000000000000000000000000000000000000000000000000000000000"
        + "000000000000000000000000000000000000000000000000000000000000000000000000000",
    "number,0.1000000000000000055,0.1",
    "day,' 2020-11-02 ',2020-11-02",
    "name,' Ada  Holm ','Ada  Holm'",
    "text,' as it is ',' as it is '"
  })
  void valueIsKeptInItsCanonicalForm(String type, String text, String canonical) {
    FieldValue value = new FieldValue(FieldType.of(type), text);

    assertThat(value.text()).isEqualTo(canonical);
    assertThat(new FieldValue(value.type(), value.text())).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "number | much | a number such as 12 or 0.5 was expected, but was 'much'",
        "number | 1f | a number such as 12 or 0.5 was expected, but was '1f'",
        "number | 0x1p3 | a number such as 12 or 0.5 was expected, but was '0x1p3'",
        "number | NaN | a number such as 12 or 0.5 was expected, but was 'NaN'",
        "number | 1e999 | a number such as 12 or 0.5 was expected, but was '1e999'",
        "number | 9007199254740993 | a number that a double represents was expected, but was"
            + " 9007199254740993; a field of names holds any number of digits",
        "day | 2020-02-30 | a day such as 2020-11-22 was expected, but was '2020-02-30'",
        "day | +12020-02-20 | a day of the years 1 to 9999 was expected, but was +12020-02-20",
        "name | '  ' | value of a field must not be blank, but was '  '"
      })
  void valueThatIsNotOfTheTypeIsRejected(String type, String text, String message) {
    assertThatThrownBy(() -> new FieldValue(FieldType.of(type), text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void longTextsAreShortenedInMessages() {
    assertThatThrownBy(() -> new FieldValue(FieldType.NUMBER, "9".repeat(500)))
        .hasMessageEndingWith("'" + "9".repeat(50) + "...'");
  }

  @Test
  void valuesAreReadByTheirType() {
    assertThat(FieldValue.number(2.5).number()).isEqualTo(2.5);
    assertThat(FieldValue.day(LocalDate.of(2020, 1, 2)).day()).isEqualTo("2020-01-02");
    assertThatThrownBy(() -> FieldValue.name("x").number())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a number was expected, but was the name x");
    assertThatThrownBy(() -> FieldType.of("list"))
        .hasMessage("the type of a field must be text, name, number or day, but was 'list'");
  }

  @Test
  void fieldsHoldEachValueOnceInOrder() {
    Fields fields =
        Fields.builder().name("b", "y").name("b", "x").name("b", "y").number("a", 1).build();

    assertThat(fields.of("b")).extracting(FieldValue::text).containsExactly("y", "x");
    assertThat(fields.values().keySet()).containsExactly("a", "b");
    assertThat(fields.of("c")).isEmpty();
    assertThat(fields.with(Fields.builder().name("b", "z").build()).of("b"))
        .containsExactly(FieldValue.name("z"));
    assertThat(new Fields(new java.util.TreeMap<>(java.util.Map.of("a", List.of()))))
        .isEqualTo(Fields.NONE);
  }

  @Test
  void fieldHasOneType() {
    assertThatThrownBy(() -> Fields.builder().name("a", "x").number("a", 1).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("field a must have values of one type, but has a name and a number");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "Party", "1st", "a b", "a.b", "near", "exact", "case", "ordered", "a-b", "_a"})
  void nameThatTheQuerySyntaxCannotHaveIsRejected(String name) {
    assertThat(Fields.isName(name)).isFalse();
    assertThatThrownBy(() -> Fields.builder().name(name, "x").build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("but was '" + name + "'");
  }

  @Test
  void nameMayHaveLettersOfAnyLanguage() {
    assertThat(Fields.isName("gr\u00f6\u00dfe_2")).isTrue();
    assertThat(Fields.isName("a".repeat(64))).isTrue();
    assertThat(Fields.isName("a".repeat(65))).isFalse();
  }
}
