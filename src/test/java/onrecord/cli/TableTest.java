package onrecord.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableTest {

  /** Signs of one column, of two columns, and of one that has marks. */
  private static final List<String> ONE =
      List.of("a", "Z", "\u00e9", "\u05d0", "\u0627", "e\u0301", "\u05e9\u05b8", "\u2014");

  private static final List<String> TWO = List.of("\u6c34", "\uac00", "\uff21", "\ud83d\ude00");

  @Test
  void alignsColumnsAndShortensNothingThatFits() {
    Table table = new Table(Table.Align.LEFT, Table.Align.RIGHT, Table.Align.END);
    table.line("Speaker", "quotations", "left");
    table.line("\u6c34\u8eca", "7", "of the mill");

    assertThat(print(table, 80))
        .containsExactly(
            "Speaker  quotations         left", "\u6c34\u8eca              7  of the mill");
  }

  @Test
  void shortensTheLongestCellsAndNoNumbers() {
    Table table = new Table(Table.Align.END, Table.Align.LEFT, Table.Align.LEFT, Table.Align.RIGHT);
    table.line("before the old flour", "[mill]", "was closed for good", "12345678");

    assertThat(print(table, 40))
        .containsExactly("\u2026old flour  [mill]  was close\u2026  12345678");
  }

  @Test
  void leavesOutColumnsForWhichThereIsNoRoom() {
    Table table = new Table(IntStream.range(0, 9).mapToObj(i -> Table.Align.RIGHT).toList());
    table.line(IntStream.range(0, 9).mapToObj(i -> "12345" + i).toList());

    assertThat(print(table, 30)).containsExactly("123450  123451  123452  \u2026");
  }

  @Test
  void leavesOutWhatIsBeforeAColumnOfWhichAPartIsOfNoUse() {
    Table table = new Table(Table.Align.END, Table.Align.LEFT, Table.Align.LEFT, Table.Align.WHOLE);
    table.line("before the old flour", "[mill]", "was closed for good", "mill-2024#17");

    assertThat(print(table, 40))
        .containsExactly("\u2026d flour  [mill]  was clo\u2026  mill-2024#17");
    assertThat(print(table, 31)).containsExactly("\u2026flour  [mill]  mill-2024#17  \u2026");
    assertThat(print(table, 20)).containsExactly("\u2026ld flour  [mill]  \u2026");
  }

  @Test
  void keepsTextFromRightToLeftInItsCell() {
    Table table = new Table(Table.Align.LEFT, Table.Align.RIGHT);
    table.line("\u05e9\u05dc\u05d5\u05dd", "1");

    assertThat(print(table, 80)).containsExactly("\u2068\u05e9\u05dc\u05d5\u05dd\u2069  1");
  }

  @Test
  void isNotShortenedForPrograms() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Table table = new Table(Table.Align.LEFT);
    table.line("\u05d0".repeat(200));

    Terminal terminal = terminal(out, Terminal.Reader.PROGRAM, 80);
    table.print(terminal);
    terminal.flush();

    assertThat(out.toString(UTF_8)).isEqualTo("\u05d0".repeat(200) + "\n");
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 60, 61, 79, 80, 97, 120, 140, 199, 200})
  void noRowIsWiderThanTheTerminalAndAllColumnsAreAligned(int columns) {
    for (int seed = 0; seed < 60; seed++) {
      Random random = new Random(1000L * columns + seed);
      List<Table.Align> aligns =
          IntStream.range(0, 1 + random.nextInt(12))
              .mapToObj(i -> Table.Align.values()[random.nextInt(4)])
              .toList();
      Table table = new Table(aligns);
      for (int row = 0; row < 5; row++) {
        table.line(aligns.stream().map(align -> cell(random, align)).toList());
      }
      List<String> rows = print(table, columns);

      assertThat(rows)
          .as("seed %s", seed)
          .hasSize(5)
          .allSatisfy(row -> assertThat(columnsOf(row)).isLessThanOrEqualTo(columns));
      if (aligns.getLast() == Table.Align.RIGHT || aligns.getLast() == Table.Align.END) {
        assertThat(rows.stream().map(TableTest::columnsOf).distinct())
            .as("seed %s", seed)
            .hasSize(1);
      }
    }
  }

  private static String cell(Random random, Table.Align align) {
    if (align == Table.Align.RIGHT) {
      return String.valueOf(1 + random.nextInt(99_999));
    }
    // Ends with a sign that no blank follows, so that a row is as wide as its cells.
    return IntStream.range(0, random.nextInt(60))
            .mapToObj(i ->
                random.nextInt(5) == 0 ? " " : pick(random, random.nextInt(4) == 0 ? TWO : ONE))
            .collect(Collectors.joining())
        + "x";
  }

  private static String pick(Random random, List<String> signs) {
    return signs.get(random.nextInt(signs.size()));
  }

  /** Counts the columns of a row of the signs above. */
  private static int columnsOf(String row) {
    int columns = 0;
    String rest = row;
    for (String sign : TWO) {
      columns += 2 * rest.split(sign, -1).length - 2;
      rest = rest.replace(sign, "");
    }
    String plain = rest.replaceAll("[\u0301\u05b8\u2068\u2069]", "");
    return columns + plain.length();
  }

  private static List<String> print(Table table, int columns) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Terminal terminal = terminal(out, Terminal.Reader.PERSON, columns);
    table.print(terminal);
    terminal.flush();
    return out.toString(UTF_8).lines().toList();
  }

  private static Terminal terminal(OutputStream out, Terminal.Reader reader, int columns) {
    return new Terminal(
        InputStream.nullInputStream(), out, OutputStream.nullOutputStream(), reader, columns);
  }
}
